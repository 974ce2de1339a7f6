from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language

from releases.models import Appointment, Quote
from releases.parameters import page

from .page import chosen, show


def quote_list(request):
    quotes = Quote.objects.for_readers(get_language()).with_sources().newest_first()
    return show(request, "releases/quote_list.html", {"page": page(request, quotes)})


def quote_detail(request, key):
    """A quote in the reader's language, else as it stands in another one."""
    at = timezone.now()
    quotes = list(Quote.objects.public(at).with_sources().filter(key=key))
    if not quotes:
        raise Http404
    quote = chosen(quotes, get_language(), lambda quote: quote.edition.language)
    context = {
        "quote": quote,
        "others": [other for other in quotes if other is not quote],
        "offices_now": list(
            Appointment.objects.public(at).on(timezone.localdate(at)).filter(person=quote.speaker)
        ),
    }
    return show(request, "releases/quote_detail.html", context)
