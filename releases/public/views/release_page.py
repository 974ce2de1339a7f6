from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import get_language

from releases.models import Document, Edition, PressContact, PressRelease, Topic
from releases.public.page import chosen, show

from .offices import of_quotes, participations
from .removed import removed


def release_detail(request, day, slug):
    """
    A release in the reader's language, else in the language that stands in for it.

    The address of another language's text leads to the reader's own, and one that any of
    its texts had before leads to the one it has.
    """
    at = request.at
    named = addressed(day, slug, at)
    standing = Edition.objects.reachable(at).filter(release__in=named)
    page = release_page(standing, Edition.objects.readable(at), get_language(), at)
    if page is None:
        return removed(request, at, pk__in=set(named))
    edition = page["edition"]
    if edition.slug != slug:
        # The address of another language's text: only the reader's choice leads away from it.
        return redirect(edition, permanent=slug not in page["slugs"])
    edition.release.be_numbered(at)
    # Search engines would show words of a withdrawn text without the notice above it.
    return show(
        request, "releases/release_detail.html", page, noindex=bool(edition.release.removal)
    )


def addressed(day, slug, at):
    """The release of a day that has or had an address the public has seen, for a subquery."""
    return (
        Edition.objects.ever_public(at)
        .dated(day)
        .filter(slug=slug)
        .values_list("release", flat=True)
    )


def release_page(standing, versions, language, at):
    """
    What the page of a release shows at `at` to a reader of `language`; None without a text.

    `standing` are the texts readers choose from, one a language, and `versions` those its list
    of versions may name, both querysets. A draft among them is shown as if it were approved
    for `at`. Public page, preview and the page under embargo are all made here. Five queries,
    two more for each draft.
    """
    editions = list(standing.with_page(versions))
    if not editions:
        return None
    for draft in [edition for edition in editions if not edition.is_approved]:
        draft.foresee(at)
    edition = chosen(editions, language)
    versions = versions_of(edition)
    return {
        "edition": edition,
        "slugs": [e.slug for e in editions],
        "translations": {e.language: e.canonical_url for e in editions},
        "source": corrected_source(edition, editions),
        "versions": versions,
        "first_here": versions[-1].live_from,
        "corrections": [v for v in versions if v.version > 1 and not v.minor],
        "quotes": quotes_of(edition, at),
        "meetings": meetings_of(edition.release, at),
        "documents": documents_of(edition.release),
        "topics": [Topic(**row) for row in edition.topic_rows],
        "contacts": [PressContact(**row) for row in edition.contact_rows],
    }


def page_to_be(edition, at):
    """The page of `edition`, whatever its state, as it will be once it is public at `at`."""
    standing = Edition.objects.standing_with(edition, at)
    return release_page(standing, Edition.objects.up_to(edition), edition.language, at)


def quotes_of(edition, at):
    """The quotes of a text, with the offices that are known at `at`."""
    quotes = list(edition.quotes.select_related("speaker", "appointment", "meeting"))
    for quote in quotes:
        quote.edition = edition
    return of_quotes(quotes, at)


def documents_of(release):
    """Those of the release, and the outcome documents of its meetings."""
    of_release = Q(releases=release) | Q(outcome_of__releases=release)
    return list(Document.objects.filter(of_release).select_related("alternative").distinct())


def meetings_of(release, at):
    """The meetings of the release, as pairs of each and its participations. Two queries."""
    meetings = list(release.meetings.select_related("organiser"))
    by_meeting = {meeting.pk: [] for meeting in meetings}
    for participation in participations(at, meeting__releases=release):
        by_meeting[participation.meeting_id].append(participation)
    return [(meeting, by_meeting[meeting.pk]) for meeting in meetings]


def versions_of(edition):
    """
    The versions that were read with `edition`, the latest first.

    A text approved ahead stands from the release's instant; a draft, as the edition foresees.
    """
    versions = []
    for row in edition.version_rows:
        live_from = row.pop("live_from") or edition.live_from
        live_from = max(live_from, edition.release.publish_at)
        versions.append(
            Edition(release=edition.release, language=edition.language, live_from=live_from, **row)
        )
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
    if not PressRelease.objects.filter(reference=given).exists():
        PressRelease.objects.number_those_out(at)
    editions = Edition.objects.reachable(at).filter(release__reference=given)
    editions = list(editions.select_related("release").defer("body"))
    if not editions:
        return removed(request, at, reference=given)
    return redirect(chosen(editions, get_language()))
