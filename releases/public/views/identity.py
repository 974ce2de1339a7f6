from base64 import b64encode
from pathlib import PurePath
from typing import Any

from django.core.files import File
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render

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
    response = FileResponse(_opened(found[0]), content_type=TYPES[PurePath(name).suffix])
    response["Content-Security-Policy"] = ALONE
    response["Cache-Control"] = FOR_GOOD
    return response


def icon(request: ReaderRequest, name: str) -> HttpResponse:
    """Draw the icon in tabs and bookmarks, which is the emblem if there is one, on the accent."""
    identity = identity_of(request)
    if name != identity.icon_name:
        raise Http404
    context = {"colour": identity.colour}
    if identity.emblem:
        with _opened(identity.emblem) as file:
            data = b64encode(file.read()).decode()
        kind = TYPES[PurePath(str(identity.emblem.name)).suffix]
        context["emblem"] = f"data:{kind};base64,{data}"
    response = render(request, "releases/icon.svg", context, content_type="image/svg+xml")
    response["Content-Security-Policy"] = f"{ALONE}; img-src data:"
    response["Cache-Control"] = FOR_GOOD
    return response


def accessibility(request: ReaderRequest) -> HttpResponse:
    return _page(request, "accessibility")


def legal_notice(request: ReaderRequest) -> HttpResponse:
    return _page(request, "legal-notice")


def privacy(request: ReaderRequest) -> HttpResponse:
    return _page(request, "privacy")


def _opened(emblem: Any) -> "File[bytes]":
    """Open a file beside the identity, which is that of all requests; Http404 where it is lost."""
    try:
        file: File[bytes] = emblem.storage.open(emblem.name)
    except FileNotFoundError as error:
        raise Http404 from error
    return file


def _page(request: ReaderRequest, name: str) -> HttpResponse:
    """Show what the newsroom says of itself on a page of its own; Http404 where it says nothing."""
    if name not in identity_of(request).pages:
        raise Http404
    return show(request, f"releases/{name.replace('-', '_')}.html")
