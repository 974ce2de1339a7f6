from pathlib import PurePath
from typing import Any

from django.http import FileResponse, Http404, HttpResponse

from releases.public.answers import show
from releases.public.identity import identity_of
from releases.public.requests import ReaderRequest

TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
# Whoever opens the picture by itself opens a page of nothing else: no script, no other file.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
FOR_GOOD = "public, max-age=31536000, immutable"


def emblem(request: ReaderRequest, name: str) -> FileResponse:
    """Send an emblem that is in use. Another one has another address."""
    identity = identity_of(request)
    files: list[Any] = [identity.emblem, identity.emblem_dark]
    found = [file for file in files if file and file.filename == name]
    if not found:
        raise Http404
    try:
        # The identity is that of all requests, so the file is opened beside it.
        stored = found[0].storage.open(found[0].name)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(stored, content_type=TYPES[PurePath(name).suffix])
    response["Content-Security-Policy"] = ALONE
    response["Cache-Control"] = FOR_GOOD
    return response


def accessibility(request: ReaderRequest) -> HttpResponse:
    return _page(request, "accessibility")


def legal_notice(request: ReaderRequest) -> HttpResponse:
    return _page(request, "legal-notice")


def privacy(request: ReaderRequest) -> HttpResponse:
    return _page(request, "privacy")


def _page(request: ReaderRequest, name: str) -> HttpResponse:
    """Show what the newsroom says of itself on a page of its own; Http404 where it says nothing."""
    if name not in identity_of(request).pages:
        raise Http404
    return show(request, f"releases/{name.replace('-', '_')}.html")
