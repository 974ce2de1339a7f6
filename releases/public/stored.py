"""A stored file on its way to a reader."""

from django.core.files.storage import Storage
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from .middleware import seconds_left
from .requests import ReaderRequest

BRIEF = 3  # seconds: in fewer nobody can be sure to follow an address


def hand_out(
    request: ReaderRequest, storage: Storage, name: str, kind: str = "", called: str = ""
) -> HttpResponseBase:
    """
    Send a stored file, as one of `kind`; where it is `called` something, to be saved as that and
    not shown. From a bucket, lead to it instead, by an address that ends with the minute.

    Raises Http404 where it is missing.
    """
    left = seconds_left(request.at)
    if left >= BRIEF and (lead_to := getattr(storage, "lead_to", None)):
        return redirect(lead_to(name, left, kind, called))
    try:
        stored = storage.open(name)
    except FileNotFoundError as error:
        raise Http404 from error
    attached = bool(called)
    return FileResponse(stored, content_type=kind or None, as_attachment=attached, filename=called)
