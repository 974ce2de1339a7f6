from django.db.models import F, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language

from releases.models import (
    Document,
    Edition,
    Freeze,
    Meeting,
    Participation,
    Person,
    PressContact,
    PressRelease,
    Topic,
)
from releases.parameters import page, period, single

from .page import chosen, show
from .removal import removed


def release_list(request):
    at = request.at
    asked = single(request, "topic", "person", "meeting", "kind", "from", "to")
    editions = Edition.objects.for_readers(get_language(), at).select_related("release")
    about = {}
    if slug := asked.get("topic"):
        about["topic"] = get_object_or_404(Topic.objects.public(at).addressed(slug))
        editions = editions.filter(release__topics=about["topic"])
    if slug := asked.get("person"):
        about["person"] = get_object_or_404(Person.objects.public(at).addressed(slug))
        editions = editions.naming(about["person"])
    if slug := asked.get("meeting"):
        about["meeting"] = get_object_or_404(Meeting.objects.public(at).addressed(slug))
        editions = editions.filter(release__meetings=about["meeting"])
    if kind := asked.get("kind"):
        if kind not in PressRelease.Kind.values:
            raise Http404
        about["kind"] = PressRelease.Kind(kind).label
        editions = editions.filter(release__kind=kind)
    first = period(asked["from"]) if "from" in asked else None
    last = period(asked["to"], last=True) if "to" in asked else None
    context = {
        "freeze": None if asked else Freeze.objects.announced(at).first(),
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

    The address of another language's text leads to the reader's own, and one that any of
    its texts had before leads to the one it has.
    """
    at = request.at
    named = addressed(day, slug, at)
    editions = Edition.objects.reachable(at).filter(release__in=named)
    editions = list(editions.with_short_lists().with_versions(at).annotate(**SOURCE))
    if not editions:
        return removed(request, at, pk__in=named)
    edition = chosen(editions, get_language())
    if edition.slug != slug:
        return redirect(edition, permanent=has_moved(slug, editions))
    context = release_context(edition, editions)
    # Search engines would show words of a withdrawn text without the notice above it.
    return show(
        request, "releases/release_detail.html", context, noindex=bool(edition.release.removal)
    )


def addressed(day, slug, at):
    """The release of a day that has or had an address the public has seen, for a subquery."""
    return Edition.objects.ever_public(at).dated(day).filter(slug=slug).values("release")


def has_moved(slug, editions):
    """
    Whether an address is one that a text had before: of no other language's text either,
    which only the reader's choice of language leads away from.
    """
    return slug not in {edition.slug for edition in editions}


# What the notice above a translation needs of the text it was made from.
SOURCE = {
    f"source_{name}": F(f"source__{name}") for name in ("language", "version", "corrected_at")
}


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
    meetings = list(release.meetings.select_related("organiser"))
    by_meeting = {meeting.pk: [] for meeting in meetings}
    for participation in participations:
        by_meeting[participation.meeting_id].append(participation)
    versions = versions_of(edition)
    return {
        "edition": edition,
        "translations": {e.language: e.canonical_url for e in editions},
        "source": corrected_source(edition, editions),
        "versions": versions,
        "first_here": versions[-1].live_from if versions else edition.live_from,
        "corrections": [v for v in versions if v.version > 1 and not v.minor],
        "quotes": quotes_of(edition),
        "meetings": [(meeting, by_meeting[meeting.pk]) for meeting in meetings],
        "documents": list(documents.distinct()),
        "topics": [Topic(**row) for row in edition.topic_rows],
        "contacts": [PressContact(**row) for row in edition.contact_rows],
    }


def quotes_of(edition):
    quotes = list(edition.quotes.select_related("speaker", "appointment", "meeting"))
    for quote in quotes:
        quote.edition = edition
    return quotes


def versions_of(edition):
    """
    The public versions in the language of `edition`, the latest first; none where it was
    not read by `with_versions()`. A text approved ahead stands from the release's instant.
    """
    versions = []
    for row in getattr(edition, "version_rows", ()):
        row["live_from"] = max(row["live_from"], edition.release.publish_at)
        versions.append(Edition(release=edition.release, language=edition.language, **row))
    return versions


def corrected_source(edition, editions):
    """
    The public text `edition` was translated from, if it has been corrected since, else None.

    Small changes do not count: they change nothing a translation says.
    """
    for other in editions:
        if (
            other.language == edition.source_language
            and other.version > edition.source_version
            and other.corrected_at != edition.source_corrected_at
        ):
            return other
    return None


def reference(request, year, number):
    """The permanent address of a release leads to the page in the reader's language."""
    at, given = request.at, f"{year}/{number}"
    editions = Edition.objects.reachable(at).filter(release__reference=given)
    editions = list(editions.select_related("release").defer("body"))
    if not editions:
        return removed(request, at, reference=given)
    return redirect(chosen(editions, get_language()))
