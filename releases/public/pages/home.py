"""The first page: what is new, what was said, what is coming."""

from dataclasses import dataclass

from releases.models import Freeze, Meeting, Moment, Quote, Showing
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
    rows = Showing.objects.listed(language, moment).with_texts().newest_first()
    quotes = Quote.objects.listed(language, moment).with_texts().newest_first()
    return HomePage(
        freeze=announced(moment),
        entries=entries(list(rows[:7]), moment),
        quotes=as_printed(quotes[:3]),
        meetings=list(Meeting.objects.public(moment).coming(moment.tick)[:5]),
    )
