"""The page of a meeting, and the list of them."""

from dataclasses import dataclass

from django.db.models import F

from releases.models import (
    Document,
    Meeting,
    Moment,
    Organisation,
    Participation,
    PressRelease,
    Quote,
    Showing,
)
from releases.models.printed import as_printed
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language

from .documents import Listed, listed
from .offices import participations
from .texts import Entry, entries

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


def meeting_page(meeting: Meeting, moment: Moment) -> MeetingPage:
    """
    Fetch a meeting's page. Six queries, one more where a text stands in for another, where
    nothing stands and where there are documents.
    """
    rows = Showing.objects.listed(active_language(), moment).about([meeting])
    texts = list(rows.with_texts().order_by(F("place").desc())[:MOST])
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
        withdrawn=[]
        if texts
        else list(PressRelease.objects.withdrawn(moment).naming(meeting)[:MOST]),
    )


def meeting_list_page(asked: dict[str, str], moment: Moment) -> MeetingListPage:
    """Fetch a page of the list. Two queries; Http404 for a page that is not there."""
    meetings = Meeting.objects.public(moment)
    return MeetingListPage(
        coming=[] if "after" in asked else list(meetings.coming(moment.tick)[:100]),
        listed=list_page(meetings.past(moment.tick), asked, "-order"),
    )


def _quotes(texts: list[Showing]) -> list[Quote]:
    """Fetch the quotes of the texts, in the order of the texts. One query."""
    place = {row.edition_id: number for number, row in enumerate(texts)}
    quotes = Quote.objects.filter(edition__in=place).with_texts().order_by("position", "pk")
    return as_printed(sorted(quotes, key=lambda quote: place[quote.edition_id])[:MOST])
