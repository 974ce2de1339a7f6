"""The files of pictures, as far as something public shows them and their rights stand."""

from hashlib import blake2b
from io import BytesIO

from django.core.files import File
from django.db.models import QuerySet
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from releases.models import Moment, Picture
from releases.models.prepared import prepared
from releases.public.requests import ReaderRequest
from releases.public.stored import hand_out
from releases.reading.pictures import TYPES, with_words


def picture_file(request: ReaderRequest, key: str, name: str) -> HttpResponseBase:
    """
    Send one of the files that were made of a picture, or its copy for journalists; or answer 304
    to who has it.
    """
    for picture in _public(request.moment, key):
        full = name == picture.full
        if full or name in picture.names()[:-1]:
            etag = _etag(picture, name)
            if full:
                known: HttpResponseBase | None = get_conditional_response(request, etag=etag)
                response = known or full_size(picture)
                response["ETag"] = etag
            else:
                place = picture.place_of(name)
                response = hand_out(request, picture.file.storage, place, etag, _kind(name))
            if full or picture.rights != Picture.Rights.PRESS:
                response["X-Robots-Tag"] = "noindex"
            return response
    raise Http404


@prepared
def _public(moment: Moment, key: str) -> QuerySet[Picture]:
    return Picture.objects.public(moment).filter(key=key)


def _etag(picture: Picture, name: str) -> str:
    """Name a file by what it is made of: that of full size also by the words in it."""
    parts = (picture.sha256, name, picture.said() if name == picture.full else None)
    return f'"{blake2b(repr(parts).encode(), digest_size=16).hexdigest()}"'


def rendition(picture: Picture, name: str) -> FileResponse:
    """Send a file to be shown at the desk. Raises Http404 where it is missing."""
    return FileResponse(_stored(picture, name), content_type=_kind(name))


def full_size(picture: Picture) -> FileResponse:
    """
    Send the copy of full size, to be saved, with caption, credit and terms as they are now.
    Raises Http404 where it is missing.
    """
    with _stored(picture, picture.full) as stored:
        content = BytesIO(with_words(stored.read(), picture.said()))
    name = f"{picture.key}.{picture.suffixes[-1]}"
    return FileResponse(content, as_attachment=True, filename=name)


def _kind(name: str) -> str:
    return TYPES[name.rpartition(".")[2]]


def _stored(picture: Picture, name: str) -> File:
    try:
        return picture.file.storage.open(picture.place_of(name))
    except FileNotFoundError as error:
        raise Http404 from error
