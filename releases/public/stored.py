"""A stored file on its way to a reader."""

import re
from collections.abc import Iterator
from typing import IO, cast

from django.core.files.storage import Storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response

from .middleware import seconds_left
from .requests import ReaderRequest

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
BRIEF = 3  # seconds: in fewer nobody can be sure to follow an address


def hand_out(
    request: ReaderRequest,
    storage: Storage,
    name: str,
    etag: str,
    kind: str = "",
    called: str = "",
    longer: int = 0,
) -> HttpResponseBase:
    """
    Send a stored file, as one of `kind`; where it is `called` something, to be saved as that and
    not shown; or answer 304 to who has it. From a bucket, lead to it instead, by an address that
    ends with the minute, or so many seconds `longer`: without the ETag, for who comes back needs
    another address.

    Raises Http404 where it is missing.
    """
    left = seconds_left(request.at)
    if left + longer >= BRIEF and (lead_to := getattr(storage, "lead_to", None)):
        return redirect(lead_to(name, left + longer, kind, called))
    known: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    response = known or _opened(storage, name, kind, called)
    response["ETag"] = etag
    return response


def _opened(storage: Storage, name: str, kind: str, called: str) -> FileResponse:
    try:
        stored = storage.open(name)
    except FileNotFoundError as error:
        raise Http404 from error
    attached = bool(called)
    return FileResponse(stored, content_type=kind or None, as_attachment=attached, filename=called)


def in_part(request: HttpRequest, whole: FileResponse) -> HttpResponseBase:
    """
    Cut the answer that holds a file, under an ETag, to the part that a player asks for (RFC 9110,
    section 14): one range. Who asks for several, or for a part of another file, gets the whole.
    """
    whole["Accept-Ranges"] = "bytes"
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    same = request.headers.get("If-Range", whole["ETag"]) == whole["ETag"]
    if request.method != "GET" or not asked or not any(asked.groups()) or not same:
        return whole
    size = int(whole["Content-Length"])
    first, last = (int(number) if number else None for number in asked.groups())
    if first is None:
        first, last = max(0, size - (last or 0)), None
    end = size if last is None else min(last + 1, size)
    file = cast("IO[bytes]", whole.file_to_stream)
    if first >= end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    whole.status_code = 206
    whole["Content-Range"] = f"bytes {first}-{end - 1}/{size}"
    whole["Content-Length"] = str(end - first)
    whole.streaming_content = _part(file, first, end, whole.block_size)
    return whole


def _part(file: IO[bytes], start: int, end: int, block: int) -> Iterator[bytes]:
    file.seek(start)
    while start < end and (read := file.read(min(block, end - start))):
        start += len(read)
        yield read
