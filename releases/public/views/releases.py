"""Releases: the list, the page, its versions, and the permanent address."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from releases.models import Edition, PressRelease
from releases.public.answers import show
from releases.public.pages.release import release_page
from releases.public.pages.release_list import release_list_page
from releases.public.pages.texts import for_reader
from releases.public.pages.version import version_and_next, version_page
from releases.public.requests import ReaderRequest

from .removed import removed


def release_list(request: ReaderRequest) -> HttpResponse:
    page = release_list_page(request.asked, request.at)
    return show(request, "releases/release_list.html", page)


def release_detail(request: ReaderRequest, day: date, slug: str) -> HttpResponse:
    """
    A release in the reader's language, else in the language that stands in for it.

    The address of another language's text leads to the reader's own, and one that any of
    its texts had before leads to the one it has.
    """
    at = request.at
    named = _addressed(day, slug, at)
    texts = list(Edition.objects.reachable(at).filter(release__in=named).select_related("release"))
    if not texts:
        return removed(request, at, pk__in=set(named))
    edition = for_reader(texts)
    if edition.slug != slug:
        # The address of another language's text: only the reader's choice leads away from it.
        return redirect(edition, permanent=slug not in {text.slug for text in texts})
    edition.release.be_numbered(at)
    page = release_page(edition, texts, at)
    # Search engines would show words of a withdrawn text without the notice above it.
    noindex = bool(edition.release.removal)
    return show(request, "releases/release_detail.html", page, noindex=noindex)


def release_version(request: ReaderRequest, day: date, slug: str, version: int) -> HttpResponse:
    """
    The text as it stood at one version, and what the next one changed.

    A number that is not public leads to the current page: one that waits for its time
    cannot be told from one that was never given.
    """
    at = request.at
    named = _addressed(day, slug, at)
    texts = list(Edition.objects.reachable(at).filter(release__in=named).select_related("release"))
    if not texts:
        return removed(request, at, pk__in=set(named))
    current = for_reader(texts)
    edition, following = version_and_next(current, version, at)
    if edition is None:
        return redirect(current)
    if edition.slug != slug:
        moved = slug not in {text.slug for text in texts}
        return redirect(edition.get_version_url(), permanent=moved)
    edition.release.be_numbered(at)
    page = version_page(edition, following, current, texts, at)
    return show(request, "releases/release_version.html", page, noindex=True)


def reference(request: ReaderRequest, year: str, number: str) -> HttpResponse:
    """The permanent address of a release leads to the page in the reader's language."""
    at, given = request.at, f"{year}/{number}"
    if not PressRelease.objects.filter(reference=given).exists():
        PressRelease.objects.number_those_out(at)
    texts = Edition.objects.reachable(at).filter(release__reference=given)
    texts = list(texts.select_related("release").defer("body"))
    if not texts:
        return removed(request, at, reference=given)
    return redirect(for_reader(texts))


def _addressed(day: date, slug: str, at: datetime) -> QuerySet:
    """The release of a day that has or had an address the public has seen, for a subquery."""
    texts = Edition.objects.ever_public(at).dated(day).filter(slug=slug)
    return texts.values_list("release", flat=True)
