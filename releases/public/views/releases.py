"""Releases: the list, the page, its versions, and the permanent address."""

from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from releases.models import Edition, PressRelease
from releases.public.answers import show
from releases.public.pages.release import release_page
from releases.public.pages.release_list import release_list_page
from releases.public.pages.texts import for_reader
from releases.public.pages.version import version_and_next, version_page
from releases.public.requests import ReaderRequest, View

from .removed import removed


def release_list(request: ReaderRequest) -> HttpResponse:
    page = release_list_page(request.asked, request.at)
    return show(request, "releases/release_list.html", page)


def of_addressed(view: View) -> View:
    """
    Give a view the texts, one a language, of the release that has or had an address.

    The public has seen that address. Where no text can be read, the answer says what became of it.
    """

    @wraps(view)
    def addressed(request: ReaderRequest, day: date, slug: str, **kwargs: Any) -> HttpResponseBase:
        at = request.at
        named = Edition.objects.ever_public(at).dated(day).filter(slug=slug).values("release")
        texts = Edition.objects.reachable(at).filter(release__in=named).select_related("release")
        if found := list(texts):
            return view(request, found, slug, **kwargs)
        return removed(request, pk__in={row["release"] for row in named})

    return addressed


@of_addressed
def release_detail(request: ReaderRequest, texts: list[Edition], slug: str) -> HttpResponse:
    """
    Show a release in the reader's language, else in the one that stands in for it.

    The address of another language's text leads to the reader's own, and one that any of
    its texts had before leads to the one it has.
    """
    edition = for_reader(texts)
    if edition.slug != slug:
        # The address of another language's text: only the reader's choice leads away from it.
        return redirect(edition, permanent=slug not in {text.slug for text in texts})
    edition.release.be_numbered(request.at)
    page = release_page(edition, texts, request.at)
    # Search engines would show words of a withdrawn text without the notice above it.
    noindex = bool(edition.release.removal)
    return show(request, "releases/release_detail.html", page, noindex=noindex)


@of_addressed
def release_version(
    request: ReaderRequest, texts: list[Edition], slug: str, version: int
) -> HttpResponse:
    """
    Show the text as it stood at one version, and what the next one changed.

    A number that is not public leads to the current page: one that waits for its time
    cannot be told from one that was never given.
    """
    current = for_reader(texts)
    edition, following = version_and_next(current, version, request.at)
    if edition is None:
        return redirect(current)
    if edition.slug != slug:
        moved = slug not in {text.slug for text in texts}
        return redirect(edition.get_version_url(), permanent=moved)
    edition.release.be_numbered(request.at)
    page = version_page(edition, following, current, texts, request.at)
    return show(request, "releases/release_version.html", page, noindex=True)


def reference(request: ReaderRequest, year: str, number: str) -> HttpResponse:
    """Lead from the permanent address of a release to the page in the reader's language."""
    at, given = request.at, f"{year}/{number}"
    if not PressRelease.objects.filter(reference=given).exists():
        PressRelease.objects.number_those_out(at)
    texts = Edition.objects.reachable(at).filter(release__reference=given)
    if found := list(texts.select_related("release").defer("body")):
        return redirect(for_reader(found))
    return removed(request, reference=given)
