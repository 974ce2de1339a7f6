"""The files of recordings, as far as a public text plays them and their rights stand."""

from datetime import timedelta
from hashlib import sha256

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from releases.models import Moment, Recording
from releases.models.prepared import prepared
from releases.models.recording import CAPTIONS
from releases.public.requests import ReaderRequest
from releases.public.stored import hand_out, in_part
from releases.text.instants import midnight

WEBVTT = "text/vtt; charset=utf-8"
PAUSES = timedelta(minutes=15)  # in which somebody who plays a recording stops it, and goes on


def recording_file(request: ReaderRequest, key: str, name: str) -> HttpResponseBase:
    """
    Send the file of a recording, to be played or to be saved, whole or the part that is asked
    for, or captions in a language; or answer 304 to who has it.
    """
    ask = _said if name.endswith(CAPTIONS) else _public
    for recording in ask(request.moment, key):
        if captions := recording.captions_called(name):
            return captions_file(request, captions)
        if name and name == recording.played:
            return played_file(request, recording)
        if name and name == recording.download:
            return played_file(request, recording, called=recording.played)
    raise Http404


def captions_file(request: HttpRequest, captions: str) -> HttpResponseBase:
    etag = f'"{sha256(captions.encode()).hexdigest()[:32]}"'
    known: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    response = known or HttpResponse(captions, content_type=WEBVTT)
    response["ETag"] = etag
    return response


def played_file(request: ReaderRequest, recording: Recording, called: str = "") -> HttpResponseBase:
    """
    Send the file of a recording, to the public or at the desk, whole or the part that is asked
    for; where it is `called` something, to be saved as that. Raises Http404 where it is missing.
    """
    response = hand_out(
        request,
        recording.file.storage,
        str(recording.file.name),
        f'"{recording.sha256[:32]}"',
        recording.media_type,
        called,
        longer=_plays_on(request, recording),
    )
    if isinstance(response, FileResponse):
        response = in_part(request, response)
    if called or recording.rights != Recording.Rights.PRESS:
        response["X-Robots-Tag"] = "noindex"
    return response


@prepared
def _public(moment: Moment, key: str) -> QuerySet[Recording]:
    return Recording.objects.public(moment).filter(key=key).defer("captions", "transcript")


@prepared
def _said(moment: Moment, key: str) -> QuerySet[Recording]:
    return Recording.objects.public(moment).filter(key=key).defer("transcript")


def _plays_on(request: ReaderRequest, recording: Recording) -> int:
    """
    Say for how many seconds who plays a recording comes back to the address of its file: as long
    as it is, with some pauses; a day at most, and never once its rights have ended.
    """
    length = min((recording.duration or timedelta()) + PAUSES, timedelta(days=1))
    if recording.rights_until:
        ends = midnight(recording.rights_until + timedelta(days=1))
        length = min(length, ends - request.at - timedelta(minutes=1))
    return max(0, int(length.total_seconds()))
