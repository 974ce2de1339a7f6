from django.shortcuts import redirect
from django.utils.translation import get_language

from releases.models import Edition, Freeze, Meeting, Quote
from releases.public.page import show

from .offices import of_quotes


def choose_language(request):
    """Lead to the home page in the reader's language, as the browser states it."""
    return redirect("home")


def home(request):
    at, language = request.at, get_language()
    editions = Edition.objects.for_readers(language, at).select_related("release").newest_first()
    editions = list(editions[:7])
    quotes = Quote.objects.for_readers(language, at).with_sources().newest_first()
    context = {
        "freeze": Freeze.objects.announced(at).first(),
        "editions": editions,
        "also_in": Edition.objects.live(at).also_in(editions),
        "quotes": of_quotes(list(quotes[:3]), at),
        "meetings": list(Meeting.objects.public(at).coming(at)[:5]),
    }
    return show(request, "releases/home.html", context)
