from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from releases.models import EmbargoAccess, Moment, Showing
from releases.public.answers import context_of
from releases.public.pages.release import page_to_be
from releases.public.requests import ReaderRequest
from releases.text.languages import active_language


# The secret in the address is all there is to steal, and who knows it needs no forged form.
# It also keeps the form working without cookies, and without the Referer or Origin that
# Django would ask for: "no-referrer" holds both back.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def embargo(request: ReaderRequest, token: str) -> HttpResponse:
    """
    Show a release under embargo to the journalist whom the link was mailed to.

    A GET accepts nothing, as the scanners of mail servers follow every link. Links that
    are closed, for whatever reason, answer like addresses that have never been there. While
    everything is stopped the link says so much, and nothing of the text.
    """
    accesses = EmbargoAccess.objects.open(request.at).for_token(token).select_related("release")
    access = get_object_or_404(accesses)
    if access.release.was_public:
        return _public_page(access)
    if access.is_stopped(request.at):
        return render(request, "releases/embargo_held.html", {"access": access})
    if request.method == "POST":
        access.accept()
        return redirect(request.path)
    if access.accepted_at:
        return _text(request, access, token)
    return render(request, "releases/embargo_terms.html", _about(access))


def _public_page(access: EmbargoAccess) -> HttpResponse:
    rows = Showing.objects.listed(access.language, Moment.now()).with_texts()
    row = get_object_or_404(rows, release=access.release)
    row.edition.release = row.release
    with override(access.language):
        return redirect(row.edition)


def _text(request: ReaderRequest, access: EmbargoAccess, token: str) -> HttpResponse:
    """Show the text in the address's language, else in the journalist's, and note the opening."""
    texts = {edition.language: edition for edition in access.texts()}
    addresses = {code: _address(token, code) for code in texts}
    if asked := request.GET.get("language"):
        if asked not in addresses:
            raise Http404
        return redirect(addresses[asked])
    edition = texts.get(active_language()) or access.text()
    if edition is None:
        raise Http404
    agent = request.headers.get("User-Agent", "").replace("\0", "")
    access.openings.create(edition=edition, method=request.method or "", agent=agent[:300])
    page = replace(page_to_be(edition, edition.due), translations=addresses)
    context = context_of(page) | _about(access) | {"under_embargo": True}
    return render(request, "releases/embargo_text.html", context)


def _about(access: EmbargoAccess) -> dict[str, Any]:
    freeze = access.freeze()
    until = freeze.ends_at if freeze else access.release.publish_at
    return {"access": access, "freeze": freeze, "until": until}


def _address(token: str, language: str) -> str:
    with override(language):
        return reverse("embargo", kwargs={"token": token})
