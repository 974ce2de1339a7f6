"""The files of recordings, as far as a public text plays them and their rights stand."""

from datetime import timedelta

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase

from releases.models import Moment, Recording
from releases.models.prepared import prepared
from releases.public.requests import ReaderRequest
from releases.public.stored import hand_out, in_part
from releases.text.instants import midnight

WEBVTT = "text/vtt; charset=utf-8"
PAUSES = timedelta(minutes=15)  # in which somebody who plays a recording stops it, and goes on


def recording_file(request: ReaderRequest, key: str, name: str) -> HttpResponseBase:
    """
    Send the file of a recording, whole or the part that is asked for, or captions in a language;
    or answer 304 to who has the file.
    """
    for recording in _public(request.moment, key):
        if captions := recording.captions_called(name):
            return captions_file(captions)
        if name and name == recording.played:
            return played_file(request, recording)
    raise Http404


def captions_file(captions: str) -> HttpResponse:
    return HttpResponse(captions, content_type=WEBVTT)


def played_file(request: ReaderRequest, recording: Recording) -> HttpResponseBase:
    """
    Send the file of a recording, to the public or at the desk, whole or the part that is asked
    for; or answer 304 to who has it. Raises Http404 where it is missing.
    """
    response = hand_out(
        request,
        recording.file.storage,
        str(recording.file.name),
        f'"{recording.sha256[:32]}"',
        recording.media_type,
        longer=_plays_on(request, recording),
    )
    if isinstance(response, FileResponse):
        response = in_part(request, response)
    if recording.rights != Recording.Rights.PRESS:
        response["X-Robots-Tag"] = "noindex"
    return response


@prepared
def _public(moment: Moment, key: str) -> QuerySet[Recording]:
    return Recording.objects.public(moment).filter(key=key)


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
