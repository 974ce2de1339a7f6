import sys

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url

from releases.models import Intake
from releases.operation import disk
from releases.text.languages import languages


def not_found(request, exception=None):
    """
    The same for what is hidden and for what has never been there. The address a release had
    on another site leads to it. One query.
    """
    return _moved(request) or _error(request, 404)


def bad_request(request, exception=None):
    """
    Says what is wrong where we found it; what Django refuses is not for readers. A question
    that means nothing here, such as `/?p=12`, may be the address a release had. One query.
    """
    if type(exception) is not BadRequest:
        return _error(request, 400)
    return _moved(request) or _error(request, 400, said=str(exception))


def server_error(request):
    """Called while the error is being handled. Of a full disk it says so: somebody can help."""
    return _error(request, 507 if disk.is_full(sys.exception()) else 500)


def _moved(request):
    if edition := Intake.objects.moved_to(request.get_full_path(), request.at):
        return redirect(edition.canonical_url, permanent=True)
    return None


def _error(request, status, **about):
    """The other languages lead home: there is no such page in them either."""
    homes = {code: translate_url(reverse("home"), code) for code, name in languages()}
    return render(request, f"{status}.html", {"translations": homes, **about}, status=status)
