"""The first page: what is new, what was said, what is coming."""

from dataclasses import dataclass
from datetime import datetime

from releases.models import Edition, Freeze, Meeting, Quote
from releases.text.languages import active_language

from .offices import with_known_offices
from .texts import Entry, entries


@dataclass
class HomePage:
    """The latest releases and quotes, and the next meetings; `freeze` where one is announced."""

    freeze: Freeze | None
    entries: list[Entry]
    quotes: list[Quote]
    meetings: list[Meeting]


def home_page(at: datetime) -> HomePage:
    """Fetch the first page. Six queries at most."""
    language = active_language()
    texts = Edition.objects.for_readers(language, at).select_related("release").newest_first()
    quotes = Quote.objects.for_readers(language, at).with_sources().newest_first()
    return HomePage(
        freeze=Freeze.objects.announced(at).first(),
        entries=entries(list(texts[:7]), at),
        quotes=with_known_offices(list(quotes[:3]), at),
        meetings=list(Meeting.objects.public(at).coming(at)[:5]),
    )
