from django.http import HttpResponse

from releases.models import Edition
from releases.public.answers import show
from releases.public.pages.quote import quote_list_page, quote_page
from releases.public.pagination import page_asked
from releases.public.requests import ReaderRequest

from .removed import removed_quote


def quote_list(request: ReaderRequest) -> HttpResponse:
    page = quote_list_page(page_asked(request.asked), request.at)
    return show(request, "releases/quote_list.html", page)


def quote_detail(request: ReaderRequest, key: str) -> HttpResponse:
    """Show a quote; that of a release whose text can be read no more is gone with it."""
    at = request.at
    page = quote_page(key, at)
    if page is None:
        named = Edition.objects.ever_public(at).filter(quotes__key=key)
        return removed_quote(request, pk__in=set(named.values_list("release", flat=True)))
    release = page.quote.edition.release
    release.be_numbered(at)
    # As with a withdrawn text: found by search, the words would stand without their notice.
    noindex = bool(page.dropped_in or release.removal)
    return show(request, "releases/quote_detail.html", page, noindex=noindex)
