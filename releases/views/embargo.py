from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.csrf import csrf_exempt

from releases.models import Edition, EmbargoAccess

from .release import page_to_be


# The secret in the address is all there is to steal, and who knows it needs no forged form.
# It also keeps the form working without cookies, and without the Referer or Origin that
# Django would ask for: "no-referrer" holds both back.
@csrf_exempt
def embargo(request, token):
    """
    A release under embargo, for the journalist whom the link was mailed to.

    A GET accepts nothing, as the scanners of mail servers follow every link. Links that
    are closed, for whatever reason, answer like addresses that have never been there.
    """
    accesses = EmbargoAccess.objects.open().for_token(token).select_related("release")
    access = get_object_or_404(accesses)
    if access.release.was_public:
        response = _public_page(access)
    elif request.method == "POST":
        access.accept()
        response = redirect(request.path)
    elif access.accepted_at:
        response = _text(request, access, token)
    else:
        response = render(request, "releases/embargo_terms.html", _about(access))
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"  # the address is the secret
    return response


def _public_page(access):
    live = Edition.objects.for_readers(access.language).filter(release=access.release)
    edition = get_object_or_404(live.select_related("release"))
    with override(access.language):
        return redirect(edition)


def _text(request, access, token):
    """The text in the language of the address, else in the journalist's; its opening is noted."""
    texts = {edition.language: edition for edition in access.texts()}
    addresses = {code: _address(token, code) for code in texts}
    if asked := request.GET.get("language"):
        if asked not in addresses:
            raise Http404
        return redirect(addresses[asked])
    edition = texts.get(get_language()) or access.text()
    if edition is None:
        raise Http404
    if request.method == "GET":
        agent = request.headers.get("User-Agent", "").replace("\0", "")
        access.openings.create(edition=edition, agent=agent[:300])
    page = page_to_be(edition, access.release.publish_at)
    context = page | _about(access) | {"translations": addresses, "under_embargo": True}
    return render(request, "releases/embargo_text.html", context)


def _about(access):
    freeze = access.freeze()
    until = freeze.ends_at if freeze else access.release.publish_at
    return {"access": access, "freeze": freeze, "until": until}


def _address(token, language):
    with override(language):
        return reverse("embargo", kwargs={"token": token})
