"""Releases: the list, the page, its versions, and the permanent address."""

from datetime import date
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from releases.models import Address, Edition, Moment, PressRelease
from releases.models.prepared import prepared
from releases.models.visibility import LIGHT
from releases.public.answers import show
from releases.public.pages.release import release_page
from releases.public.pages.release_list import release_list_page
from releases.public.pages.texts import for_reader
from releases.public.pages.version import version_page
from releases.public.requests import ReaderRequest, View

from .removed import removed


def release_list(request: ReaderRequest) -> HttpResponse:
    page = release_list_page(request.asked, request.moment)
    return show(request, "releases/release_list.html", page)


def of_addressed(view: View) -> View:
    """
    Give a view all texts of the release that has or had an address, as far as they are public,
    the latest versions first.

    The public has seen that address. Where no text can be read, the answer says what became of
    it. One query, of whole texts: a second one for the words would cost more than those of the
    other languages.
    """

    @wraps(view)
    def addressed(request: ReaderRequest, day: date, slug: str, **kwargs: Any) -> HttpResponseBase:
        texts = _texts(request.moment, day.isoformat(), slug)
        # The address of a version that is to come is claimed already, and nobody's yet.
        if not any(text.slug == slug for text in texts):
            texts = []
        release = texts[0].release if texts else None
        if release and release.removal in ("", PressRelease.Removal.WITHDRAWN):
            return view(request, texts, slug, **kwargs)
        return removed(request, release)

    return addressed


@prepared
def _texts(moment: Moment, scope: str, slug: str) -> QuerySet[Edition]:
    public = Edition.objects.ever_public(moment)
    owner = Address.objects.of(scope, slug)
    return public.filter(release__in=owner).select_related("release").order_by("-version", "pk")


@of_addressed
def release_detail(request: ReaderRequest, public: list[Edition], slug: str) -> HttpResponse:
    """
    Show a release in the reader's language, else in the one that stands in for it.

    The address of another language's text leads to the reader's own, and one that any of
    its texts had before leads to the one it has.
    """
    texts = [text for text in public if text.stands_at(request.moment.limit)]
    edition = for_reader(texts)
    if edition.slug != slug:
        # The address of another language's text: only the reader's choice leads away from it.
        return redirect(edition, permanent=slug not in {text.slug for text in texts})
    versions = [text for text in public if text.language == edition.language]
    page = release_page(edition, texts, versions, request.moment)
    # Search engines would show words of a withdrawn text without the notice above it.
    noindex = bool(edition.release.removal)
    return show(request, "releases/release_detail.html", page, noindex=noindex)


@of_addressed
def release_version(
    request: ReaderRequest, public: list[Edition], slug: str, version: int
) -> HttpResponse:
    """
    Show the text as it stood at one version, and what the next one changed.

    A number that is not public leads to the current page: one that waits for its time
    cannot be told from one that was never given.
    """
    texts = [text for text in public if text.stands_at(request.moment.limit)]
    current = for_reader(texts)
    versions = {text.version: text for text in public if text.language == current.language}
    edition, following = versions.get(version), versions.get(version + 1)
    if edition is None:
        return redirect(current)
    if edition.slug != slug:
        moved = slug not in {text.slug for text in texts}
        return redirect(edition.get_version_url(), permanent=moved)
    page = version_page(edition, following, current, texts, request.moment)
    return show(request, "releases/release_version.html", page, noindex=True)


def reference(request: ReaderRequest, year: str, number: str) -> HttpResponse:
    """Lead from the permanent address of a release to the page in the reader's language."""
    referred = f"{year}/{number}"
    if texts := _referred(request.moment, referred):
        return redirect(for_reader(texts))
    gone = _removed(request.moment, referred)
    return removed(request, gone[0] if gone else None)


@prepared
def _referred(moment: Moment, reference: str) -> QuerySet[Edition]:
    texts = Edition.objects.reachable(moment).filter(release__reference=reference)
    return texts.select_related("release").defer(*LIGHT)


@prepared
def _removed(moment: Moment, reference: str) -> QuerySet[PressRelease]:
    gone = PressRelease.objects.removed(moment).select_related("moved_to")
    return gone.filter(reference=reference)
