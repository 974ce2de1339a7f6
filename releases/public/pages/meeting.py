"""The page of a meeting, and the list of them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from releases.models import (
    Document,
    Edition,
    Meeting,
    Organisation,
    Participation,
    PressRelease,
    Quote,
)
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language

from .offices import participations, with_known_offices
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
    documents: list[Document]
    said_there: list[Quote]
    said_about: list[Quote]
    entries: list[Entry]
    withdrawn: list[PressRelease]


@dataclass
class MeetingListPage:
    """The meetings to come, and a page of those that are over."""

    coming: list[Meeting]
    listed: ListPage[Meeting]


def meeting_page(meeting: Meeting, at: datetime) -> MeetingPage:
    """
    Fetch a meeting's page. Six queries, one more where a text stands in for another, and some
    where nothing else stands.
    """
    language = active_language()
    said = Q(meeting=meeting) | Q(edition__release__meetings=meeting)
    all_said = Quote.objects.for_readers(language, at).with_sources().filter(said).distinct()
    quotes = with_known_offices(list(all_said.newest_first()[:MOST]), at)
    released = Edition.objects.for_readers(language, at).filter(release__meetings=meeting)
    texts = list(released.select_related("release").newest_first()[:MOST])
    return MeetingPage(
        meeting=meeting,
        organiser=meeting.organiser,
        status=meeting.status_at(at),
        participations=participations(at, meeting=meeting),
        documents=list(meeting.documents.select_related("alternative")),
        said_there=[quote for quote in quotes if quote.meeting_id == meeting.pk],
        said_about=[quote for quote in quotes if quote.meeting_id != meeting.pk],
        entries=entries(texts, at),
        withdrawn=[] if quotes or texts else _withdrawn(meeting, at),
    )


def meeting_list_page(number: int, at: datetime) -> MeetingListPage:
    """Fetch a page of the list. Two queries; Http404 for a page that is not there."""
    meetings = Meeting.objects.public(at).select_related("organiser")
    return MeetingListPage(
        coming=list(meetings.coming(at)[:100]), listed=list_page(meetings.past(at), number)
    )


def _withdrawn(meeting: Meeting, at: datetime) -> list[PressRelease]:
    texts = Edition.objects.reachable(at)
    named = texts.releases_naming(Meeting.objects.filter(pk=meeting.pk))
    return list(PressRelease.objects.withdrawn(texts.filter(release__in=named), at)[:MOST])
