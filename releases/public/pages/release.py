"""The page of a release: for the public, as a preview at the desk, and under embargo."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from releases.models import (
    Document,
    Edition,
    Meeting,
    Participation,
    PressContact,
    PressRelease,
    Quote,
    Topic,
)

from .offices import participations, with_known_offices


@dataclass
class Rendering:
    """
    The version of a text in another language that a translation renders.

    `corrected` is the public text in that language if it has been corrected since. Small
    changes do not count: they change nothing a translation says.
    """

    language: str
    version: int
    corrected: Edition | None


@dataclass
class ReleasePage:
    """
    A release in one language.

    `translations` are the addresses of its texts by language, this one's among them. `versions`
    are this text and those before it, the latest first; `corrections` those of them that
    corrected something. `first_here` is when the first of them became public here. `renders` is
    None for a text that is no translation.
    """

    edition: Edition
    translations: dict[str, str]
    renders: Rendering | None
    versions: list[Edition]
    corrections: list[Edition]
    first_here: datetime
    quotes: list[Quote]
    meetings: list[tuple[Meeting, list[Participation]]]
    documents: list[Document]
    topics: list[Topic]
    contacts: list[PressContact]


def release_page(edition: Edition, texts: list[Edition], at: datetime) -> ReleasePage:
    """
    Fetch the page of `edition` as it is at `at`.

    `texts` are those readers choose from, one a language, `edition` among them. Seven queries,
    and one more for a translation.
    """
    release = edition.release
    versions = _versions(edition)
    return ReleasePage(
        edition=edition,
        translations={text.language: text.canonical_url for text in texts},
        renders=_rendering(edition, texts),
        versions=versions,
        corrections=[version for version in versions if version.version > 1 and not version.minor],
        first_here=versions[-1].due,
        quotes=quotes_of(edition, at),
        meetings=_meetings(release, at),
        documents=_documents(release),
        topics=list(release.topics.all()),
        contacts=list(release.contacts.all()),
    )


def page_to_be(edition: Edition, at: datetime) -> ReleasePage:
    """
    Fetch the page of `edition`, whatever its state, as it will be once it is public at `at`.

    A draft is shown as if it were approved for that instant. Two queries more for a draft.
    """
    texts = list(Edition.objects.standing_with(edition, at).select_related("release"))
    for draft in [text for text in texts if not text.is_approved]:
        draft.foresee(at)
    return release_page(next(text for text in texts if text.pk == edition.pk), texts, at)


def quotes_of(edition: Edition, at: datetime) -> list[Quote]:
    """Fetch the quotes of a text, under the offices that are known at `at`. One query."""
    quotes = list(edition.quotes.select_related("speaker", "appointment", "meeting"))
    for quote in quotes:
        quote.edition = edition
    return with_known_offices(quotes, at)


def _versions(edition: Edition) -> list[Edition]:
    """Fetch the approved texts before this one, too: whoever may read it may read those."""
    before = edition.release.editions.approved().filter(
        language=edition.language, version__lt=edition.version
    )
    shown = ("version", "language", "slug", "live_from", "change_note", "minor", "release")
    versions = [edition, *before.order_by("-version").only(*shown)]
    for version in versions:
        version.release = edition.release
    return versions


def _rendering(edition: Edition, texts: list[Edition]) -> Rendering | None:
    """Fetch what the text is a translation of, if it is one. One query for a translation."""
    source = Edition.objects.filter(pk=edition.source_id) if edition.source_id else None
    if source is None:
        return None
    language, version, corrected_at = source.values_list("language", "version", "corrected_at")[0]
    later = (
        text
        for text in texts
        if text.language == language
        and text.version > version
        and text.corrected_at != corrected_at
    )
    return Rendering(language, version, next(later, None))


def _meetings(release: PressRelease, at: datetime) -> list[tuple[Meeting, list[Participation]]]:
    """Fetch the meetings of the release, each with who takes part. Two queries."""
    meetings = list(release.meetings.select_related("organiser"))
    by_meeting: dict[int, list[Participation]] = {meeting.pk: [] for meeting in meetings}
    for participation in participations(at, meeting__releases=release):
        by_meeting[participation.meeting_id].append(participation)
    return [(meeting, by_meeting[meeting.pk]) for meeting in meetings]


def _documents(release: PressRelease) -> list[Document]:
    """Fetch the release's own, and the outcome documents of its meetings. One query."""
    of_release = Q(releases=release) | Q(outcome_of__releases=release)
    return list(Document.objects.filter(of_release).select_related("alternative").distinct())
