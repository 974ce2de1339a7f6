from django.utils import timezone
from django.utils.translation import get_language

from releases.models import Appointment, Edition, Quote
from releases.public.page import chosen, show
from releases.public.parameters import page

from .offices import of_quotes
from .removed import removed_quote


def quote_list(request):
    quotes = Quote.objects.for_readers(get_language(), request.at).with_sources().newest_first()
    said = page(request, quotes)
    of_quotes(said.items, request.at)
    return show(request, "releases/quote_list.html", {"page": said})


def quote_detail(request, key):
    """
    A quote in the reader's language, else as it stands in another one.

    One that no text holds any more is shown from the last that did. That of a release
    whose text can be read no more is gone with it.
    """
    at = request.at
    of_key = Quote.objects.with_sources().filter(key=key)
    standing = list(of_key.reachable(at))
    quotes = standing or _last_of_each_language(of_key.readable(at))
    if not quotes:
        named = Edition.objects.ever_public(at).filter(quotes__key=key)
        return removed_quote(request, at, pk__in=set(named.values_list("release", flat=True)))
    quote = chosen(of_quotes(quotes, at), get_language(), lambda quote: quote.edition.language)
    quote.edition.release.be_numbered(at)
    dropped_in = None if standing else _dropped_in(quote, at)
    today = timezone.localdate(at)
    offices = Appointment.objects.public(at).filter(person=quote.speaker)
    context = {
        "quote": quote,
        "dropped_in": dropped_in,
        "others": [other for other in quotes if other is not quote],
        "offices_now": [office.known_on(today) for office in offices.on(today)],
    }
    # As with a withdrawn text: found by search, the words would stand without their notice.
    noindex = bool(dropped_in or quote.edition.release.removal)
    return show(request, "releases/quote_detail.html", context, noindex=noindex)


def _last_of_each_language(quotes):
    last = {quote.edition.language: quote for quote in quotes.order_by("edition__version")}
    return list(last.values())


def _dropped_in(quote, at):
    """The public version that follows the last one to hold a quote that stands no more."""
    later = Edition.objects.readable(at).filter(
        release=quote.edition.release_id,
        language=quote.edition.language,
        version__gt=quote.edition.version,
    )
    return later.order_by("version").first()
