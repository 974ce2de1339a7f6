import sys

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url

from releases.models import Intake
from releases.operation import disk
from releases.public.identity import identity_at_an_error
from releases.public.requests import ReaderRequest
from releases.text.languages import languages


def not_found(request: ReaderRequest, exception: Exception | None = None) -> HttpResponse:
    """
    Answer the same for what is hidden and for what has never been there. The address a release
    had on another site leads to it. One query.
    """
    return _moved(request) or _error(request, 404)


def bad_request(request: ReaderRequest, exception: Exception | None = None) -> HttpResponse:
    """
    Say what is wrong where we found it; what Django refuses is not for readers. A question
    that means nothing here, such as `/?p=12`, may be the address a release had. One query.
    """
    if type(exception) is not BadRequest:
        return _error(request, 400)
    return _moved(request) or _error(request, 400, said=str(exception))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer while the error is being handled; say of a full disk that it is: somebody can help."""
    status = 507 if disk.is_full(sys.exception()) else 500
    identity_at_an_error(request)  # which the page is going to ask for
    return _error(request, status)


def _moved(request: ReaderRequest) -> HttpResponse | None:
    if edition := Intake.objects.moved_to(request.get_full_path(), request.at):
        return redirect(edition.canonical_url, permanent=True)
    return None


def _error(request: HttpRequest, status: int, **about: str) -> HttpResponse:
    """Show the page of an error; other languages lead home, as they have no such page either."""
    homes = {code: translate_url(reverse("home"), code) for code, name in languages()}
    return render(request, f"{status}.html", {"translations": homes, **about}, status=status)
