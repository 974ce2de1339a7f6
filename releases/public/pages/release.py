"""The page of a release: for the public, as a preview at the desk, and under embargo."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from releases.models import (
    Edition,
    Meeting,
    Moment,
    Participation,
    Picture,
    PressContact,
    Quote,
    Recording,
    Topic,
)
from releases.models.prepared import prepared
from releases.models.printed import as_printed, beside, print_beside, print_quote
from releases.models.visibility import LIGHT

from .documents import Listed, listed
from .recordings import playable
from .rights import standing

# What may be told of a meeting that was moved, postponed or cancelled.
SEEN = (
    *("slug", "names", "status", "moved_from", "place", "time_zone"),
    *("starts_on", "starts_at", "ends_on", "ends_at"),
)


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

    What came of its meetings is on their pages: a text is printed as it was approved, and an
    outcome becomes public at an instant that no review of the text has seen.

    `translations` are the addresses of its texts by language, this one's among them. `versions`
    are this text and those before it, the latest first; `corrections` those of them that
    corrected something. `changed` are its meetings as they are now, where they were moved or
    cancelled since it was approved: that alone is told beside what it printed. `first_here` is
    when the first version became public here; the hour of that is no hour of publication where
    the release came from elsewhere, or past the desk. `renders` is None for a text that is no
    translation.
    """

    edition: Edition
    translations: dict[str, str]
    renders: Rendering | None
    versions: list[Edition]
    corrections: list[Edition]
    first_here: datetime
    hour_is_known: bool
    quotes: list[Quote]
    meetings: list[tuple[Meeting, list[Participation]]]
    changed: list[Meeting]
    documents: list[Listed]
    pictures: list[Picture]
    recordings: list[Recording]
    topics: list[Topic]
    contacts: list[PressContact]


def release_page(
    edition: Edition, texts: list[Edition], versions: list[Edition], moment: Moment
) -> ReleasePage:
    """
    Fetch the page of `edition`, whole.

    `texts` are those readers choose from, one a language, `edition` among them; `versions` those
    of its language that are public, the latest first. What stands beside an approved text was
    printed with it: two queries, and one more for a translation and where it names meetings or
    lists documents, pictures or recordings, and for the posters of these. Of a draft it is
    printed for this page, as it would be now.
    """
    day = edition.release.day
    shown = beside(edition.printed or print_beside(edition, day))
    return ReleasePage(
        edition=edition,
        translations={text.language: text.canonical_url for text in texts},
        renders=_rendering(edition, texts),
        versions=versions,
        corrections=[version for version in versions if version.version > 1 and not version.minor],
        first_here=versions[-1].due,
        hour_is_known=_knows_its_hour(edition, [*texts, *versions]),
        quotes=quotes_of(edition),
        meetings=shown.meetings,
        changed=_changed_since([meeting for meeting, people in shown.meetings]),
        documents=listed(shown.documents, moment),
        pictures=standing(shown.pictures, moment),
        recordings=playable(shown.recordings, moment),
        topics=shown.topics,
        contacts=shown.contacts,
    )


def _knows_its_hour(edition: Edition, texts: list[Edition]) -> bool:
    """Whether the release appeared here first, and all its texts came through the desk."""
    approved = [text for text in texts if text.pk != edition.pk or edition.printed]
    through_the_desk = all(text.submitted_at for text in approved)
    return through_the_desk and not edition.release.first_published_at


def page_to_be(edition: Edition, at: datetime) -> ReleasePage:
    """
    Fetch the page of `edition`, whatever its state, as it will be once it is public at `at`.

    What is a draft, or held back, is shown as if it went out at that instant. Some ten queries
    more for a draft.
    """
    texts = list(Edition.objects.standing_with(edition, at).select_related("release"))
    for text in texts:
        if not text.is_approved or text.planned_from:
            text.foresee(at)
    own = next(text for text in texts if text.pk == edition.pk)
    before = own.versions().approved().filter(version__lt=own.version).order_by("-version")
    versions = [own, *before.defer(*LIGHT)]
    for version in versions:
        version.release = own.release
    return release_page(own, texts, versions, Moment.of(at))


def quotes_of(edition: Edition) -> list[Quote]:
    """Fetch the quotes of a text as they were printed; of a draft, as they would be. One query."""
    if edition.printed:
        quotes = _quotes(edition.pk)
    else:
        related = ("speaker", "appointment__person", "appointment__organisation", "meeting")
        quotes = list(edition.quotes.select_related(*related))
    for quote in quotes:
        quote.edition = edition
        quote.printed = quote.printed or print_quote(quote, edition.release.day)
    return as_printed(quotes)


@prepared
def _quotes(edition: int) -> QuerySet[Quote]:
    return Quote.objects.filter(edition=edition)


def _rendering(edition: Edition, texts: list[Edition]) -> Rendering | None:
    """Fetch what the text is a translation of, if it is one. One query for a translation."""
    if edition.source_id is None:
        return None
    source = _source(edition.source_id)[0]
    later = (
        text
        for text in texts
        if text.language == source.language
        and text.version > source.version
        and text.corrected_at != source.corrected_at
    )
    return Rendering(source.language, source.version, next(later, None))


@prepared
def _source(edition: int) -> QuerySet[Edition]:
    return Edition.objects.filter(pk=edition).only("language", "version", "corrected_at")


def _changed_since(printed: list[Meeting]) -> list[Meeting]:
    """Fetch those of the meetings that were moved, postponed or cancelled since. A query each."""
    return [
        now
        for was in printed
        for now in _as_it_is(was.pk)
        if _when(now) != _when(was) or (now.is_off and now.status != was.status)
    ]


@prepared
def _as_it_is(meeting: int) -> QuerySet[Meeting]:
    return Meeting.objects.filter(pk=meeting).only(*SEEN)


def _when(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.starts_on, meeting.starts_at, meeting.ends_on, meeting.ends_at)
