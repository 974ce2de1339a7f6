"""The page of a quote, and the list of all of them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from releases.models import Appointment, Edition, Quote
from releases.models.quote import QuoteQuerySet
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language, in_language_or_first

from .offices import known, with_known_offices


@dataclass
class QuotePage:
    """
    A quote as one text has it, with the same one in the `others`, one a language.

    `dropped_in` is the version since which no text has these words any more, if that is so.
    """

    quote: Quote
    dropped_in: Edition | None
    others: list[Quote]
    offices_now: list[Appointment]


@dataclass
class QuoteListPage:
    """A page of what was said, the latest first."""

    listed: ListPage[Quote]


def quote_page(key: str, at: datetime) -> QuotePage | None:
    """
    Fetch the page of a quote in the reader's language, else as it stands in another one.

    One that no text holds any more is shown from the last that did; None for one that can be
    read nowhere. Four queries at most.
    """
    of_key = Quote.objects.with_sources().filter(key=key)
    standing = list(of_key.reachable(at))
    quotes = standing or _last_of_each_language(of_key.readable(at))
    if not quotes:
        return None
    with_known_offices(quotes, at)
    quote = in_language_or_first(quotes, active_language(), lambda q: q.edition.language)
    today = timezone.localdate(at)
    offices = Appointment.objects.public(at).filter(person=quote.speaker)
    return QuotePage(
        quote=quote,
        dropped_in=None if standing else _dropped_in(quote, at),
        others=[other for other in quotes if other is not quote],
        offices_now=known(offices.on(today), today),
    )


def quote_list_page(number: int, at: datetime) -> QuoteListPage:
    """Fetch a page of the list. One query; Http404 for a page that is not there."""
    quotes = Quote.objects.for_readers(active_language(), at).with_sources().newest_first()
    listed = list_page(quotes, number)
    with_known_offices(listed.items, at)
    return QuoteListPage(listed)


def _last_of_each_language(quotes: QuoteQuerySet) -> list[Quote]:
    last = {quote.edition.language: quote for quote in quotes.order_by("edition__version")}
    return list(last.values())


def _dropped_in(quote: Quote, at: datetime) -> Edition | None:
    """Find the public version that follows the last one to hold a quote."""
    later = Edition.objects.readable(at).filter(
        release=quote.edition.release_id,
        language=quote.edition.language,
        version__gt=quote.edition.version,
    )
    return later.order_by("version").first()
