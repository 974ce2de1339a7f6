from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language

from releases.models import (
    Document,
    Edition,
    Meeting,
    Participation,
    Person,
    PressContact,
    PressRelease,
    Topic,
)
from releases.parameters import page, period, single

from .page import chosen, show


def release_list(request):
    at = timezone.now()
    asked = single(request, "topic", "person", "meeting", "kind", "from", "to")
    editions = Edition.objects.for_readers(get_language(), at).select_related("release")
    about = {}
    if slug := asked.get("topic"):
        about["topic"] = get_object_or_404(Topic.objects.public(at), slug=slug)
        editions = editions.filter(release__topics=about["topic"])
    if slug := asked.get("person"):
        about["person"] = get_object_or_404(Person.objects.public(at), slug=slug)
        editions = editions.naming(about["person"])
    if slug := asked.get("meeting"):
        about["meeting"] = get_object_or_404(Meeting.objects.public(at), slug=slug)
        editions = editions.filter(release__meetings=about["meeting"])
    if kind := asked.get("kind"):
        if kind not in PressRelease.Kind.values:
            raise Http404
        about["kind"] = PressRelease.Kind(kind).label
        editions = editions.filter(release__kind=kind)
    first = period(asked["from"]) if "from" in asked else None
    last = period(asked["to"], last=True) if "to" in asked else None
    context = {
        "page": page(request, editions.between(first, last).newest_first()),
        "about": about,
        "asked": asked,
        "kinds": PressRelease.Kind.choices,
        "years": Edition.objects.live(at).years(),
    }
    return show(request, "releases/release_list.html", context)


def release_detail(request, day, slug):
    """
    A release in the reader's language, else in the language that stands in for it.

    The address of another language's text leads to the reader's own.
    """
    live = Edition.objects.live()
    named = live.dated(day).filter(slug=slug).values("release")
    editions = list(live.filter(release__in=named).with_short_lists())
    if not editions:
        raise Http404
    edition = chosen(editions, get_language())
    if edition.slug != slug:
        return redirect(edition)
    return show(request, "releases/release_detail.html", release_context(edition, editions))


def release_context(edition, editions=()):
    """
    What the page of a release shows: `edition` with its quotes, meetings and documents.

    `editions` are the release's texts to offer as other languages. Costs 4 queries, and
    one more where `edition` was not read by `with_short_lists()`.
    """
    if not hasattr(edition, "topic_rows"):
        edition = Edition.objects.with_short_lists().get(pk=edition.pk)
    release = edition.release
    documents = Document.objects.filter(
        Q(releases=release) | Q(outcome_of__releases=release)
    ).select_related("alternative")
    participations = Participation.objects.select_related(
        "appointment__person", "organisation"
    ).filter(meeting__releases=release)
    quotes = list(edition.quotes.select_related("speaker", "appointment", "meeting"))
    for quote in quotes:
        quote.edition = edition
    meetings = list(release.meetings.select_related("organiser"))
    by_meeting = {meeting.pk: [] for meeting in meetings}
    for participation in participations:
        by_meeting[participation.meeting_id].append(participation)
    return {
        "edition": edition,
        "translations": {e.language: e.get_absolute_url() for e in editions},
        "quotes": quotes,
        "meetings": [(meeting, by_meeting[meeting.pk]) for meeting in meetings],
        "documents": list(documents.distinct()),
        "topics": [Topic(**row) for row in edition.topic_rows],
        "contacts": [PressContact(**row) for row in edition.contact_rows],
    }


def reference(request, year, number):
    """The permanent address of a release leads to the page in the reader's language."""
    editions = Edition.objects.for_readers(get_language()).select_related("release")
    return redirect(get_object_or_404(editions, release__reference=f"{year}/{number}"))
