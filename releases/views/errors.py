from django.shortcuts import render
from django.urls import reverse, translate_url

from releases.fields import languages


def not_found(request, exception=None):
    """The same for what is hidden and for what has never been there."""
    return _error(request, 404)


def bad_request(request, exception=None):
    return _error(request, 400)


def server_error(request):
    return _error(request, 500)


def _error(request, status):
    """The other languages lead home: there is no such page in them either."""
    homes = {code: translate_url(reverse("home"), code) for code, name in languages()}
    return render(request, f"{status}.html", {"translations": homes}, status=status)
