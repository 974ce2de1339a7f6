"""How the public is answered: a page, one that was made before, or that the reader has it."""

import json
from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from releases.models import Moment, PressRelease

from .build import build
from .requests import ReaderRequest, View

KEPT_FOR = 3600  # seconds: as long as pages may be asked for again


def as_it_is(view: View) -> View:
    """Leave a view alone that asks for nothing public."""
    return view


def at_a_moment(view: View) -> View:
    """Tell a view of the public what is public when its request came in: `request.moment`."""

    @wraps(view)
    def told(request: ReaderRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.moment = _moment(request)
        return view(request, *args, **kwargs)

    return told


def kept(view: View, ages: str = "") -> View:
    """
    Let a view make each page once, until something else is public.

    The state of what is public is read before the page, and names it: whoever has the page of
    that name, the reader or we, has the same. Where the page `ages` by the clock alone, it is
    another one each quarter of an hour ("tick") or each day ("today"). A view may name its
    answers itself, by an ETag.
    """

    @wraps(view)
    def answered(request: ReaderRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        moment = request.moment = _moment(request)
        if moment.unnumbered:
            # It lacks a number that could not be given now.
            response = view(request, *args, **kwargs)
            response["Cache-Control"] = "private, no-store"
            return response
        name = _name(request, ages)
        etag = f'W/"{name}"'
        if found := _has_it(request, etag):
            return found
        pages = caches["pages"]
        if answer := pages.get(name):
            response = HttpResponse(answer[0], headers=answer[1])
        else:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            response.headers.setdefault("ETag", etag)
            if not isinstance(response, HttpResponse):
                return response  # streamed, and too large to keep
            pages.set(name, (response.content, dict(response.headers)), KEPT_FOR)
        return _has_it(request, response["ETag"], response) or response

    return answered


def remembered(moment: Moment, *name: Any, make: Callable[[], Any]) -> Any:
    """
    Return what `make` returns, which JSON can hold, and make it once while nothing else is
    public. `name` says what it is; it belongs to the page's language.
    """
    key = _digest(moment.state, get_language(), *name)
    pages = caches["pages"]
    if kept := pages.get(key):
        return json.loads(kept[0])
    made = make()
    pages.set(key, (json.dumps(made).encode(), {}), KEPT_FOR)
    return made


def show(
    request: HttpRequest, template: str, page: object = None, *, noindex: bool = False
) -> HttpResponse:
    """
    Show `page`, a dataclass that holds all that is shown, in its template.

    With `noindex`, search engines are told to leave it out.
    """
    response = render(request, template, context_of(page) | {"noindex": noindex})
    if noindex:
        response["X-Robots-Tag"] = "noindex"
    return response


def context_of(page: object) -> dict[str, Any]:
    """Give a template the fields of a page by their names, and the whole as `page`."""
    return {} if page is None else vars(page) | {"page": page}


def _moment(request: ReaderRequest) -> Moment:
    """Read what is public, and see that all of it has its number."""
    moment = Moment.of(request.at)
    if moment.unnumbered:
        PressRelease.objects.number_those_out(moment)
        moment = Moment.of(request.at)
    return moment


def _name(request: ReaderRequest, ages: str) -> str:
    """Name a page by all that it depends on."""
    moment = request.moment
    return _digest(
        *(moment.state, _age(moment, ages), get_language()),
        *(request.scheme, request.get_host(), request.path, sorted(request.asked.items())),
    )


def _age(moment: Moment, ages: str) -> object:
    return {"tick": (moment.tick, moment.day), "today": moment.today}.get(ages)


def _digest(*parts: Any) -> str:
    return blake2b(repr((build(), *parts)).encode(), digest_size=16).hexdigest()


def _has_it(
    request: ReaderRequest, etag: str, response: HttpResponse | None = None
) -> HttpResponseBase | None:
    """Answer 304 where the reader has the page of that name; else return None."""
    if request.headers.get("If-None-Match", "*").strip() == "*":
        return None
    found = get_conditional_response(request, etag=etag, response=response)
    if found is None or found is response:
        return None
    found.headers.setdefault("ETag", etag)
    return found
