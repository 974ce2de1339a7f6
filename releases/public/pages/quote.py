"""The page of a quote, and the list of all of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from releases.models import Appointment, Edition, Moment, Quote
from releases.models.prepared import prepared
from releases.models.printed import as_printed
from releases.public.pagination import ListPage, as_page, place_asked, stretch
from releases.text.languages import active_language, in_language_or_first

from .offices import known

ORDER = ("-newest", "position")


@dataclass
class QuotePage:
    """
    A quote as one text has it, with the same one in the `others`, one a language.

    `dropped_in` is the version since which no text has these words any more, if that is so.
    `office` is the one held that day, with the end it came to have since; `line_of` that one and
    those that began later, as they are known `today`.
    """

    quote: Quote
    dropped_in: Edition | None
    others: list[Quote]
    office: Appointment | None
    line_of: list[Appointment]
    offices_now: list[Appointment]
    today: date


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
    readable = as_printed(_of_key(moment, key))
    if not readable:
        return None
    standing = [quote for quote in readable if quote.edition.stands_at(moment.limit)]
    quotes = standing or list({quote.edition.language: quote for quote in readable}.values())
    quote = in_language_or_first(quotes, active_language(), lambda q: q.edition.language)
    offices = known(_offices(quote.speaker_id, moment.day), moment.day)
    then = quote.appointment
    office = next((held for held in offices if then and held.pk == then.pk), then)
    return QuotePage(
        quote=quote,
        dropped_in=None if standing else _dropped_in(quote, moment),
        others=[other for other in quotes if other is not quote],
        office=office,
        line_of=[office, *(held for held in offices if held.since > office.since)]
        if office
        else [],
        offices_now=[held for held in offices if held.covers(moment.day)],
        today=moment.day,
    )


def quote_list_page(asked: dict[str, str], moment: Moment) -> QuoteListPage:
    """Fetch a page of the list. One query; Http404 for a page that is not there."""
    place = place_asked(asked, ORDER)
    listed = as_page(_listed(moment, active_language(), *place), ORDER, place)
    as_printed(listed.items)
    return QuoteListPage(listed)


@prepared
def _of_key(moment: Moment, key: str) -> QuerySet[Quote]:
    of_key = Quote.objects.filter(key=key).readable(moment)
    return of_key.with_texts().order_by("edition__version")


@prepared
def _offices(person: int, day: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(person=person, since__lte=day)


@prepared
def _listed(
    moment: Moment, reader: str, newest: int | None = None, position: int | None = None
) -> QuerySet[Quote]:
    quotes = Quote.objects.listed(reader, moment).for_lists().with_newest()
    return stretch(quotes, ORDER, [newest, position])


def _dropped_in(quote: Quote, moment: Moment) -> Edition | None:
    """Find the public version that follows the last one to hold a quote."""
    later = Edition.objects.readable(moment).filter(
        release=quote.edition.release_id,
        language=quote.edition.language,
        version__gt=quote.edition.version,
    )
    return later.order_by("version").first()
