"""How the public is answered: a page, or that the reader has it already."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from .fingerprint import fingerprint


def answer(request: HttpRequest, shown: object, make: Callable[[], HttpResponse]) -> HttpResponse:
    """
    Answer with what `make()` returns, or with 304 where the reader has the same already.

    `shown` holds the fetched records and lists the answer is made from, nothing lazy:
    their fingerprint is the ETag.
    """
    etag = f'W/"{fingerprint(shown, get_language(), request.build_absolute_uri())}"'
    response = get_conditional_response(request, etag=etag) or make()
    response["ETag"] = etag
    return response


def show(
    request: HttpRequest, template: str, page: object = None, *, noindex: bool = False
) -> HttpResponse:
    """
    Show `page`, a dataclass that holds all that is shown, in its template; or answer 304.

    With `noindex`, search engines are told to leave it out.
    """
    context = context_of(page) | {"noindex": noindex}
    response = answer(request, [page, noindex], lambda: render(request, template, context))
    if noindex:
        response["X-Robots-Tag"] = "noindex"
    return response


def context_of(page: object) -> dict[str, Any]:
    """Give a template the fields of a page by their names, and the whole as `page`."""
    return {} if page is None else vars(page) | {"page": page}
