import sys

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url

from releases import disk
from releases.fields import languages
from releases.models import Intake


def not_found(request, exception=None):
    """
    The same for what is hidden and for what has never been there. The address a release had
    on another site leads to it. One query.
    """
    if edition := Intake.objects.moved_to(request.get_full_path(), request.at):
        return redirect(edition.canonical_url, permanent=True)
    return _error(request, 404)


def bad_request(request, exception=None):
    """Says what is wrong where we found it; what Django refuses is not for readers."""
    said = str(exception) if type(exception) is BadRequest else ""
    return _error(request, 400, said=said)


def server_error(request):
    """Called while the error is being handled. Of a full disk it says so: somebody can help."""
    return _error(request, 507 if disk.is_full(sys.exception()) else 500)


def _error(request, status, **about):
    """The other languages lead home: there is no such page in them either."""
    homes = {code: translate_url(reverse("home"), code) for code, name in languages()}
    return render(request, f"{status}.html", {"translations": homes, **about}, status=status)
