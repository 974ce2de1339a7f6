"""The page of a meeting, and the list of them."""

from dataclasses import dataclass

from django.db.models import F, QuerySet

from releases.models import (
    Document,
    Meeting,
    Mention,
    Moment,
    Organisation,
    Participation,
    PressRelease,
    Quote,
    Showing,
)
from releases.models.meeting import over_before
from releases.models.prepared import prepared
from releases.models.printed import as_printed
from releases.public.pagination import ListPage, as_page, place_asked, stretch
from releases.text.languages import active_language

from .documents import Listed, listed
from .offices import participations
from .texts import Entry, entries, withdrawn

MOST = 50  # texts and quotes, each


@dataclass
class MeetingPage:
    """
    A meeting, with what was said at it and in releases about it.

    `status` is None where the clock and the record do not agree. `withdrawn` are the releases
    about it that were withdrawn, told where nothing else stands.
    """

    meeting: Meeting
    organiser: Organisation | None
    status: Meeting.Status | None
    participations: list[Participation]
    documents: list[Listed]
    said_there: list[Quote]
    said_about: list[Quote]
    entries: list[Entry]
    withdrawn: list[PressRelease]


@dataclass
class MeetingListPage:
    """The meetings to come, beside the first page of those that are over."""

    coming: list[Meeting]
    listed: ListPage[Meeting]


ORDER = ("-order",)


def meeting_page(meeting: Meeting, moment: Moment) -> MeetingPage:
    """
    Fetch a meeting's page. Six queries, one more where a text stands in for another, where
    nothing stands and where there are documents.
    """
    texts = _texts(moment, active_language(), meeting.pk)
    quotes = _quotes(texts)
    came_of_it = Document.objects.filter(outcomes__in=meeting.outcomes.public(moment))
    return MeetingPage(
        meeting=meeting,
        organiser=meeting.organiser,
        status=meeting.status_at(moment.tick),
        participations=participations(meeting, moment),
        documents=listed(came_of_it.select_related("alternative"), moment),
        said_there=[quote for quote in quotes if quote.meeting_id == meeting.pk],
        said_about=[quote for quote in quotes if quote.meeting_id != meeting.pk],
        entries=entries(texts, moment),
        withdrawn=[] if texts else withdrawn(meeting, moment),
    )


def meeting_list_page(asked: dict[str, str], moment: Moment) -> MeetingListPage:
    """Fetch a page of the list. Two queries; Http404 for a page that is not there."""
    now, place = over_before(moment.tick), place_asked(asked, ORDER)
    return MeetingListPage(
        coming=[] if "after" in asked else _coming(moment, now),
        listed=as_page(_past(moment, now, *place), ORDER, place),
    )


@prepared
def _texts(moment: Moment, reader: str, meeting: int) -> QuerySet[Showing]:
    rows = Showing.objects.listed(reader, moment).about({Mention.Kind.MEETING: meeting})
    return rows.with_texts().order_by(F("place").desc())[:MOST]


@prepared
def _coming(moment: Moment, now: int) -> QuerySet[Meeting]:
    return Meeting.objects.public(moment).coming(now)[:100]


@prepared
def _past(moment: Moment, now: int, order: int | None = None) -> QuerySet[Meeting]:
    return stretch(Meeting.objects.public(moment).past(now), ORDER, [order])


def _quotes(texts: list[Showing]) -> list[Quote]:
    """Fetch the quotes of the texts, in the order of the texts. One query."""
    place = {row.edition_id: number for number, row in enumerate(texts)}
    quotes = Quote.objects.filter(edition__in=place).with_texts().order_by("position", "pk")
    return as_printed(sorted(quotes, key=lambda quote: place[quote.edition_id])[:MOST])
