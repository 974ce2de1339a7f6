"""The first page: what is new, what was said, what is coming."""

from dataclasses import dataclass

from django.db.models import QuerySet

from releases.models import Freeze, Meeting, Moment, Picture, Quote, Showing
from releases.models.meeting import over_before
from releases.models.prepared import prepared
from releases.models.printed import as_printed
from releases.text.languages import active_language

from .freezes import announced
from .pictures import leading
from .texts import Entry, entries


@dataclass
class HomePage:
    """
    The release of the day with its picture and the first quote in it, those before it, and what
    others said; the next meetings.

    Where there are `few` releases, the newsroom is introduced, and the last meetings are shown
    (`past`). `freeze` where one is announced.
    """

    freeze: Freeze | None
    lead: Entry | None
    picture: Picture | None
    key_quote: Quote | None
    entries: list[Entry]
    quotes: list[Quote]
    meetings: list[Meeting]
    past: list[Meeting]
    few: bool


FEW = 4  # releases: from so many on they speak for themselves


def home_page(moment: Moment) -> HomePage:
    """Fetch the first page. Seven queries at most, one more where there are few releases."""
    language, now = active_language(), over_before(moment.tick)
    latest = entries(_texts(moment, language), moment)
    lead = latest[0] if latest else None
    quotes = _quotes(moment, language)
    of_lead = [one for one in quotes if lead and one.edition_id == lead.edition.pk][:1]
    others = [one for one in quotes if not lead or one.edition_id != lead.edition.pk][:3]
    as_printed(of_lead + others)
    few = len(latest) < FEW
    return HomePage(
        freeze=announced(moment),
        lead=lead,
        picture=leading(lead.edition.pk, moment) if lead else None,
        key_quote=of_lead[0] if of_lead else None,
        entries=latest[1:],
        quotes=sorted(others, key=lambda one: -len(one.words)),  # the first is set large
        meetings=_meetings(moment, now),
        past=_past(moment, now) if few else [],
        few=few,
    )


@prepared
def _texts(moment: Moment, reader: str) -> QuerySet[Showing]:
    return Showing.objects.listed(reader, moment).with_texts().order_by("-newest")[:7]


@prepared
def _quotes(moment: Moment, reader: str) -> QuerySet[Quote]:
    return Quote.objects.listed(reader, moment).for_lists().newest_first()[:5]


@prepared
def _meetings(moment: Moment, now: int) -> QuerySet[Meeting]:
    return Meeting.objects.public(moment).coming(now)[:5]


@prepared
def _past(moment: Moment, now: int) -> QuerySet[Meeting]:
    return Meeting.objects.public(moment).past(now)[:3]
