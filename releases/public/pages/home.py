"""The first page: what is new, what was said, what is coming."""

from dataclasses import dataclass

from django.db.models import QuerySet

from releases.models import Freeze, Meeting, Moment, Quote, Showing
from releases.models.meeting import over_before
from releases.models.prepared import prepared
from releases.models.printed import as_printed
from releases.text.languages import active_language

from .freezes import announced
from .texts import Entry, entries


@dataclass
class HomePage:
    """The latest releases and quotes, and the next meetings; `freeze` where one is announced."""

    freeze: Freeze | None
    entries: list[Entry]
    quotes: list[Quote]
    meetings: list[Meeting]


def home_page(moment: Moment) -> HomePage:
    """Fetch the first page. Five queries at most."""
    language = active_language()
    return HomePage(
        freeze=announced(moment),
        entries=entries(_texts(moment, language), moment),
        quotes=as_printed(_quotes(moment, language)),
        meetings=_meetings(moment, over_before(moment.tick)),
    )


@prepared
def _texts(moment: Moment, reader: str) -> QuerySet[Showing]:
    return Showing.objects.listed(reader, moment).with_texts().order_by("-newest")[:7]


@prepared
def _quotes(moment: Moment, reader: str) -> QuerySet[Quote]:
    return Quote.objects.listed(reader, moment).for_lists().newest_first()[:3]


@prepared
def _meetings(moment: Moment, now: int) -> QuerySet[Meeting]:
    return Meeting.objects.public(moment).coming(now)[:5]
