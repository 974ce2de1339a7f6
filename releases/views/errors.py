from django.shortcuts import redirect, render
from django.urls import reverse, translate_url

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
    return _error(request, 400)


def server_error(request):
    return _error(request, 500)


def _error(request, status):
    """The other languages lead home: there is no such page in them either."""
    homes = {code: translate_url(reverse("home"), code) for code, name in languages()}
    return render(request, f"{status}.html", {"translations": homes}, status=status)
