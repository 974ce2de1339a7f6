from django.http import HttpResponse

from releases.public.answers import show
from releases.public.pages.quote import quote_list_page, quote_page
from releases.public.requests import ReaderRequest

from .removed import removed_quote


def quote_list(request: ReaderRequest) -> HttpResponse:
    page = quote_list_page(request.asked, request.moment)
    return show(request, "releases/quote_list.html", page)


def quote_detail(request: ReaderRequest, key: str) -> HttpResponse:
    """Show a quote; that of a release whose text can be read no more is gone with it."""
    page = quote_page(key, request.moment)
    if page is None:
        return removed_quote(request, key)
    # As with a withdrawn text: found by search, the words would stand without their notice.
    noindex = bool(page.dropped_in or page.quote.edition.release.removal)
    return show(request, "releases/quote_detail.html", page, noindex=noindex)
