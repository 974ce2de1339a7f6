from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import get_language

from releases.models import Edition, Meeting, PressRelease, Quote
from releases.public.page import show
from releases.public.parameters import page

from .offices import of_quotes, participations
from .removed import removed_subject


def meeting_list(request):
    at = request.at
    meetings = Meeting.objects.public(at).select_related("organiser")
    context = {
        "coming": list(meetings.coming(at)[:100]),
        "page": page(request, meetings.past(at)),
    }
    return show(request, "releases/meeting_list.html", context)


def meeting_detail(request, slug):
    at, language = request.at, get_language()
    meetings = Meeting.objects.public(at).select_related("organiser")
    meeting = meetings.addressed(slug).first()
    if meeting is None:
        return removed_subject(request, at, Meeting.objects.addressed(slug))
    if meeting.slug != slug:
        return redirect(meeting, permanent=True)
    said = Q(meeting=meeting) | Q(edition__release__meetings=meeting)
    quotes = Quote.objects.for_readers(language, at).with_sources().filter(said).distinct()
    editions = Edition.objects.for_readers(language, at).select_related("release")
    quotes = of_quotes(list(quotes.newest_first()[:50]), at)
    editions = list(editions.filter(release__meetings=meeting).newest_first()[:50])
    context = {
        "meeting": meeting,
        "status": meeting.status_at(at),
        "participations": participations(at, meeting=meeting),
        "documents": list(meeting.documents.select_related("alternative")),
        "said_there": [quote for quote in quotes if quote.meeting_id == meeting.pk],
        "said_about": [quote for quote in quotes if quote.meeting_id != meeting.pk],
        "editions": editions,
        "also_in": Edition.objects.live(at).also_in(editions),
        "withdrawn": [] if quotes or editions else _withdrawn(meeting, at),
    }
    return show(request, "releases/meeting_detail.html", context)


def _withdrawn(meeting, at):
    texts = Edition.objects.reachable(at)
    named = texts.releases_naming(Meeting.objects.filter(pk=meeting.pk))
    return list(PressRelease.objects.withdrawn(texts.filter(release__in=named), at)[:50])
