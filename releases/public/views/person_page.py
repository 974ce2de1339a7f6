from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language

from releases.models import Appointment, Edition, Meeting, Person, PressRelease, Quote
from releases.public.page import show
from releases.public.parameters import page

from .offices import of_quotes
from .removed import removed_subject


def person_detail(request, slug):
    at = request.at
    person = Person.objects.public(at).addressed(slug).first()
    if person is None:
        return removed_subject(request, at, Person.objects.addressed(slug))
    if person.slug != slug:
        return redirect(person, permanent=True)
    appointments = Appointment.objects.public(at).filter(person=person)
    today = timezone.localdate(at)
    appointments = [a.known_on(today) for a in appointments.select_related("organisation")]
    quotes = Quote.objects.for_readers(get_language(), at).with_sources().filter(speaker=person)
    meetings = Meeting.objects.public(at).filter(participations__appointment__person=person)
    said = page(request, quotes.newest_first())
    of_quotes(said.items, at)
    texts = Edition.objects.reachable(at).filter(quotes__speaker=person)
    context = {
        "person": person,
        "offices_now": [office for office in appointments if office.covers(today)],
        "offices_then": [office for office in appointments if not office.covers(today)],
        "page": said,
        "withdrawn": [] if said.items else list(PressRelease.objects.withdrawn(texts, at)[:50]),
        "meetings": list(meetings.distinct()[:50]),
    }
    return show(request, "releases/person_detail.html", context)
