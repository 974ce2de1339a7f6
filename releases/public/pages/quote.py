"""The page of a quote, and the list of all of them."""

from dataclasses import dataclass

from releases.models import Appointment, Edition, Moment, Quote
from releases.models.printed import as_printed
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language, in_language_or_first

from .offices import known


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


def quote_page(key: str, moment: Moment) -> QuotePage | None:
    """
    Fetch the page of a quote in the reader's language, else as it stands in another one.

    One that no text holds any more is shown from the last that did; None for one that can be
    read nowhere. Four queries at most.
    """
    of_key = Quote.objects.filter(key=key).readable(moment)
    readable = as_printed(of_key.with_texts().order_by("edition__version"))
    if not readable:
        return None
    standing = [quote for quote in readable if quote.edition.stands_at(moment.limit)]
    quotes = standing or list({quote.edition.language: quote for quote in readable}.values())
    quote = in_language_or_first(quotes, active_language(), lambda q: q.edition.language)
    offices = Appointment.objects.on(moment.day).filter(person=quote.speaker_id)
    return QuotePage(
        quote=quote,
        dropped_in=None if standing else _dropped_in(quote, moment),
        others=[other for other in quotes if other is not quote],
        offices_now=known(offices, moment.day),
    )


def quote_list_page(asked: dict[str, str], moment: Moment) -> QuoteListPage:
    """Fetch a page of the list. One query; Http404 for a page that is not there."""
    quotes = Quote.objects.listed(active_language(), moment).with_texts()
    listed = list_page(quotes.with_newest(), asked, "-newest", "position")
    as_printed(listed.items)
    return QuoteListPage(listed)


def _dropped_in(quote: Quote, moment: Moment) -> Edition | None:
    """Find the public version that follows the last one to hold a quote."""
    later = Edition.objects.readable(moment).filter(
        release=quote.edition.release_id,
        language=quote.edition.language,
        version__gt=quote.edition.version,
    )
    return later.order_by("version").first()
