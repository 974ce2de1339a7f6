"""The page of a meeting, and the list of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import BadRequest
from django.db.models import F, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from releases.models import (
    Document,
    Meeting,
    Mention,
    Moment,
    Organisation,
    Outcome,
    Participation,
    Person,
    Picture,
    PressRelease,
    Quote,
    Showing,
)
from releases.models.meeting import over_before, seen
from releases.models.prepared import numbered, one_of, prepared
from releases.models.printed import as_printed
from releases.public.pagination import PAGE_SIZE, ListPage, as_page, place_asked, stretch
from releases.text.languages import active_language

from .addressed import at_address
from .agenda import Told, told_of
from .documents import Listed, listed
from .offices import participations
from .pictures import of_meeting
from .texts import Entry, entries, withdrawn

MOST = 50  # texts and quotes, each


@dataclass
class MeetingPage:
    """
    A meeting, with what was said at it and in releases about it.

    `status` is None where the clock and the record do not agree. It was `announced` here before it
    began, or was not; `days_ahead` is 0 once it has begun, and where it will not be held then.
    Releases of days before it are `earlier` ones, all others `entries`. `withdrawn` are the
    releases about it that were withdrawn, told where nothing else stands.
    """

    meeting: Meeting
    organiser: Organisation | None
    status: Meeting.Status | None
    announced: datetime | None
    days_ahead: int
    is_over: bool
    participations: list[Participation]
    documents: list[Listed]
    pictures: list[Picture]
    said_there: list[Quote]
    said_about: list[Quote]
    earlier: list[Entry]
    entries: list[Entry]
    withdrawn: list[PressRelease]


@dataclass
class MeetingListPage:
    """
    The meetings to come, beside the first page of those that are over; or those of somebody
    (`of`), both in one, the latest first. `told` has more of each, by its key.
    """

    of: Person | Organisation | None
    coming: list[Meeting]
    listed: ListPage[Meeting]
    told: dict[int, Told]


ORDER = ("-order",)
WITH = {"person": Person, "organisation": Organisation}


def meeting_page(meeting: Meeting, moment: Moment) -> MeetingPage:
    """
    Fetch a meeting's page. Six queries, one more where a text stands in for another, where
    nothing stands and where there are documents.
    """
    texts = _texts(moment, active_language(), meeting.pk)
    quotes = _quotes(texts)
    releases = entries(texts, moment)
    return MeetingPage(
        meeting=meeting,
        organiser=meeting.organiser,
        status=meeting.status_at(moment.tick),
        announced=_announced(meeting, moment),
        days_ahead=0 if meeting.is_off else max((meeting.starts_on - moment.day).days, 0),
        is_over=meeting.over_at <= moment.tick,
        participations=participations(meeting, moment),
        documents=listed(_came_of_it(moment, meeting.pk), moment),
        pictures=of_meeting(moment, meeting.pk),
        said_there=[quote for quote in quotes if quote.meeting_id == meeting.pk],
        said_about=[quote for quote in quotes if quote.meeting_id != meeting.pk],
        earlier=[one for one in releases if one.edition.release.day < meeting.starts_on],
        entries=[one for one in releases if one.edition.release.day >= meeting.starts_on],
        withdrawn=[] if texts else withdrawn(meeting, moment),
    )


def _announced(meeting: Meeting, moment: Moment) -> datetime | None:
    """Say when it was announced, if that was before it began, and by itself."""
    at = meeting.announced_at
    return at if at and at <= moment.limit and at < meeting.begins_at else None


def meeting_list_page(asked: dict[str, str], moment: Moment) -> MeetingListPage:
    """
    Fetch a page of the list. Five queries, one more for an organisation; Http404 for a page that
    is not there, and for somebody who is not public.
    """
    now, place = over_before(moment.tick), place_asked(asked, ORDER)
    coming: list[Meeting] = []
    if of := _somebody(asked, moment):
        listed = meetings_of(of, moment, place)
    else:
        coming = [] if "after" in asked else _coming(moment, now)
        listed = as_page(_past(moment, now, *place), ORDER, place)
    return MeetingListPage(of, coming, listed, told_of([*coming, *listed.items], moment))


@prepared
def _texts(moment: Moment, reader: str, meeting: int) -> QuerySet[Showing]:
    rows = Showing.objects.listed(reader, moment).about({Mention.Kind.MEETING: meeting})
    return rows.with_texts().order_by(F("place").desc())[:MOST]


@prepared
def _came_of_it(moment: Moment, meeting: int) -> QuerySet[Document]:
    public = Outcome.objects.public(moment).filter(meeting=meeting)
    return Document.objects.filter(outcomes__in=public).select_related("alternative")


@prepared
def _coming(moment: Moment, now: int) -> QuerySet[Meeting]:
    return Meeting.objects.public(moment).coming(now)[:100]


@prepared
def _past(moment: Moment, now: int, order: int | None = None) -> QuerySet[Meeting]:
    return stretch(Meeting.objects.public(moment).past(now), ORDER, [order])


def meetings_of(
    somebody: Person | Organisation, moment: Moment, place: Sequence[int | None] = (None,)
) -> ListPage[Meeting]:
    """
    Fetch a page of the meetings that a person or an organisation took or takes part in, or hosts,
    the latest first. One query, two for an organisation; Http404 for a page that is not there.
    """
    if isinstance(somebody, Person):
        rows = as_page(_with_person(moment, somebody.pk, *place), ORDER, place)
        # Somebody may take part under two offices.
        once = {one.meeting_id: one.meeting for one in rows.items}
        return ListPage(list(once.values()), rows.goes_on_from, rows.after)
    there = [one.meeting for one in _with_body(moment, somebody.pk, *place)]
    both = {one.pk: one for one in (*there, *_organised_by(moment, somebody.pk, *place))}
    latest = sorted(both.values(), key=lambda one: -one.order)
    return as_page(latest[: PAGE_SIZE + 1], ORDER, place)


@prepared
def _with_person(moment: Moment, person: int, order: int | None = None) -> QuerySet[Participation]:
    return _seen(moment, Participation.objects.filter(person=person), order)


@prepared
def _with_body(
    moment: Moment, organisation: int, order: int | None = None
) -> QuerySet[Participation]:
    return _seen(moment, Participation.objects.filter(organisation=organisation), order)


@prepared
def _organised_by(moment: Moment, organisation: int, order: int | None = None) -> QuerySet[Meeting]:
    hosted = Meeting.objects.public(moment).filter(organiser=organisation)
    return stretch(hosted, ORDER, [order])


def _seen(
    moment: Moment, took_part: QuerySet[Participation], order: int | None
) -> QuerySet[Participation]:
    shown = took_part.filter(seen(moment, "meeting__")).select_related("meeting")
    return stretch(shown, ORDER, [order])


def _somebody(asked: dict[str, str], moment: Moment) -> Person | Organisation | None:
    """Look up whose meetings are asked for; None for all. One query or none."""
    names = [name for name in WITH if name in asked]
    if not names:
        return None
    if len(names) > 1:
        raise BadRequest(_("This page can be narrowed by one of these alone."))
    somebody = at_address(WITH[names[0]], asked[names[0]], moment)
    if somebody is None:
        raise Http404
    return somebody


def _quotes(texts: list[Showing]) -> list[Quote]:
    """Fetch the quotes of the texts, in the order of the texts. One query, where there are any."""
    place = {row.edition_id: number for number, row in enumerate(texts)}
    quotes = _said_in(**numbered(place)) if place else []
    return as_printed(sorted(quotes, key=lambda quote: place[quote.edition_id])[:MOST])


@prepared
def _said_in(**texts: int) -> QuerySet[Quote]:
    return Quote.objects.filter(one_of("edition", texts)).with_texts().order_by("position", "pk")
