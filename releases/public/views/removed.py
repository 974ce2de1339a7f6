"""What is answered for what was public and is no more."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.translation import get_language_from_path

from releases.models import Edition, PressRelease
from releases.public.pages.texts import for_reader
from releases.public.requests import ReaderRequest
from releases.text.languages import languages


def removed(request: ReaderRequest, **named: Any) -> HttpResponse:
    """
    Answer for a release that was public and is no more: `named` says which one, by keys that
    have been looked up, so that the database is asked about this one alone.

    Leads to where it has gone, in the reader's language; where there is no such place, says
    what became of it, with status 410. Raises Http404 for what never was public.
    """
    release = _removed(request.at, named)
    if to := _destination(release, request.at)[0]:
        return redirect(to, permanent=True)
    return _gone(request, release)


def removed_quote(request: ReaderRequest, **named: Any) -> HttpResponse:
    """
    Answer for a quote of such a release, which leads nowhere else by itself.

    Nobody has said that its words stand on the other page: a redirect would.
    """
    return _without_page(request, "quote", **named)


def removed_subject(request: ReaderRequest, subjects: QuerySet) -> HttpResponse:
    """
    Answer for the page of what removed releases alone name: `subjects` says which record.

    Of several, the release that was removed last answers. Raises Http404 for what no release
    named that was public.
    """
    named = Edition.objects.ever_public(request.at).releases_naming(subjects)
    return _without_page(request, "subject", pk__in=named)


def _without_page(request: ReaderRequest, what: str, **named: Any) -> HttpResponse:
    release = _removed(request.at, named)
    to, title = _destination(release, request.at)
    return _gone(request, release, of=what, destination=to, destination_title=title)


def _removed(at: datetime, named: dict[str, Any]) -> PressRelease:
    releases = PressRelease.objects.removed(at).select_related("moved_to").filter(**named)
    if release := releases.order_by("-removed_at").first():
        return release
    raise Http404


def _destination(release: PressRelease, at: datetime) -> tuple[str | None, str | None]:
    """Find address and title of the page a removed release leads to; None without one."""
    to = release.destination
    if not isinstance(to, PressRelease):
        return to, to
    texts = list(Edition.objects.reachable(at).filter(release=to).select_related("release"))
    if not texts:
        return to.get_absolute_url(), to.reference
    edition = for_reader(texts)
    return edition.get_absolute_url(), edition.title


def _gone(request: ReaderRequest, release: PressRelease, **about: Any) -> HttpResponse:
    """Show the notice, with status 410. It may stand at an address that is in no language."""
    release.be_numbered(request.at)
    context = {
        "release": release,
        "edition": _titled(release, request.at),
        "noindex": True,
        **about,
    }
    if not get_language_from_path(request.path_info):
        home = reverse("home")
        context["translations"] = {code: translate_url(home, code) for code, name in languages()}
    response = render(request, "releases/gone.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    return response


def _titled(release: PressRelease, at: datetime) -> Edition | None:
    """Find the text whose title is told. Of an archived release alone: it may be the error."""
    if release.removal != PressRelease.Removal.ARCHIVED:
        return None
    texts = Edition.objects.ever_public(at).filter(release=release).order_by("-version")
    return for_reader(list(texts.defer("body")))
