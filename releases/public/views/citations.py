"""How a release and a quote are cited, as files; see `releases.public.citations`."""

from django.http import HttpResponse
from django.shortcuts import redirect

from releases.models import Edition
from releases.public.citations import BIBTEX, RIS, Citation, Form, of_quote, of_release
from releases.public.identity import identity_of
from releases.public.pages.quote import quote_page
from releases.public.pages.texts import for_reader
from releases.public.requests import ReaderRequest
from releases.text.addresses import address

from .releases import of_addressed
from .removed import removed_quote


@of_addressed
def release_bibtex(request: ReaderRequest, public: list[Edition], slug: str) -> HttpResponse:
    return _release(request, public, slug, BIBTEX)


@of_addressed
def release_ris(request: ReaderRequest, public: list[Edition], slug: str) -> HttpResponse:
    return _release(request, public, slug, RIS)


def quote_bibtex(request: ReaderRequest, key: str) -> HttpResponse:
    return _quote(request, key, BIBTEX)


def quote_ris(request: ReaderRequest, key: str) -> HttpResponse:
    return _quote(request, key, RIS)


def _release(request: ReaderRequest, public: list[Edition], slug: str, form: Form) -> HttpResponse:
    """Cite the text that the page of a release shows."""
    edition = for_reader([text for text in public if text.stands_at(request.moment.limit)])
    if edition.slug != slug:
        return redirect(address(f"release-{form.name}", day=edition.release.day, slug=edition.slug))
    permanent = edition.release.get_absolute_url() or edition.canonical_url
    whole, identity = request.build_absolute_uri(permanent), identity_of(request)
    return _file(of_release(edition, whole, request.moment.today, identity), form)


def _quote(request: ReaderRequest, key: str, form: Form) -> HttpResponse:
    """Cite a quote as its page shows it."""
    page = quote_page(key, request.moment)
    if page is None:
        return removed_quote(request, key)
    whole = request.build_absolute_uri(page.quote.canonical_url)
    return _file(of_quote(page, whole, request.moment.today, identity_of(request)), form)


def _file(citation: Citation, form: Form) -> HttpResponse:
    """Send a citation to be saved; search engines find the page instead."""
    name = f"{citation.key}.{form.suffix}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Robots-Tag": "noindex",
    }
    content_type = f"{form.content_type}; charset=utf-8"
    return HttpResponse(form.write(citation), content_type, headers=headers)
