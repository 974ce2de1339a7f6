"""What is answered for what was public and is no more."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.translation import get_language_from_path

from releases.models import Address, Edition, Mention, Moment, PressRelease, Quote, Subject
from releases.models.prepared import prepared
from releases.models.visibility import LIGHT
from releases.public.pages.texts import for_reader
from releases.public.requests import ReaderRequest
from releases.text.languages import languages


def removed(request: ReaderRequest, release: PressRelease | None) -> HttpResponse:
    """
    Answer for a release that was public and is no more.

    Leads to where it has gone, in the reader's language; where there is no such place, says
    what became of it, with status 410. Raises Http404 for None.
    """
    if release is None:
        raise Http404
    if to := _destination(release, request.moment)[0]:
        return redirect(to, permanent=True)
    return _gone(request, release)


def removed_quote(request: ReaderRequest, key: str) -> HttpResponse:
    """
    Answer for a quote of such a release, which leads nowhere else by itself.

    Nobody has said that its words stand on the other page: a redirect would.
    """
    return _without_page(request, "quote", _quoting(request.moment, key))


def removed_subject(request: ReaderRequest, model: type[Subject], slug: str) -> HttpResponse:
    """
    Answer for the page of what removed releases alone name: the record of `model` that has or
    had an address.

    Of several, the release that was removed last answers. Raises Http404 for what no release
    named that was public; what is hidden costs no more than what never was.
    """
    scope, kind = str(model._meta.model_name), model.MENTIONED_AS.value
    return _without_page(request, "subject", _naming(request.moment, scope, kind, slug))


@prepared
def _quoting(moment: Moment, key: str) -> QuerySet[PressRelease]:
    return _latest_of(moment, Quote.objects.filter(key=key))


@prepared
def _naming(moment: Moment, scope: str, kind: str, slug: str) -> QuerySet[PressRelease]:
    owner = Address.objects.of(scope, slug)
    return _latest_of(moment, Mention.objects.filter(kind=kind, subject__in=owner))


def _latest_of(moment: Moment, of_texts: QuerySet[Any]) -> QuerySet[PressRelease]:
    """Return the release that was removed last of those in whose texts something stands."""
    releases = PressRelease.objects.removed(moment).select_related("moved_to")
    named = releases.filter(pk__in=of_texts.values("edition__release"))
    return named.order_by("-removed_at")[:1]


def _without_page(request: ReaderRequest, what: str, removed: list[PressRelease]) -> HttpResponse:
    if not removed:
        raise Http404
    to, title = _destination(removed[0], request.moment)
    return _gone(request, removed[0], of=what, destination=to, destination_title=title)


def _destination(release: PressRelease, moment: Moment) -> tuple[str | None, str | None]:
    """Find address and title of the page a removed release leads to; None without one."""
    to = release.destination
    if not isinstance(to, PressRelease):
        return to, to
    found = Edition.objects.reachable(moment).filter(release=to)
    texts = list(found.select_related("release").defer(*LIGHT))
    if not texts:
        return to.get_absolute_url(), to.reference
    edition = for_reader(texts)
    return edition.get_absolute_url(), edition.title


def _gone(request: ReaderRequest, release: PressRelease, **about: Any) -> HttpResponse:
    """Show the notice, with status 410. It may stand at an address that is in no language."""
    context = {
        "release": release,
        "edition": _titled(release, request.moment),
        "noindex": True,
        **about,
    }
    if not get_language_from_path(request.path_info):
        home = reverse("home")
        context["translations"] = {code: translate_url(home, code) for code, name in languages()}
    response = render(request, "releases/gone.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    return response


def _titled(release: PressRelease, moment: Moment) -> Edition | None:
    """Find the text whose title is told. Of an archived release alone: it may be the error."""
    if release.removal != PressRelease.Removal.ARCHIVED:
        return None
    texts = Edition.objects.ever_public(moment).filter(release=release).order_by("-version")
    return for_reader(list(texts.defer(*LIGHT)))
