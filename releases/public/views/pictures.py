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
from releases.reading.pictures import TYPES, with_words


def picture_file(request: ReaderRequest, key: str, name: str) -> HttpResponseBase:
    """Send one of the files that were made of a picture, or its copy for journalists."""
    for picture in _public(request.moment, key):
        if name == picture.full:
            return _unless_had(request, full_size(picture))
        if name in picture.names()[:-1]:
            response = _unless_had(request, rendition(picture, name))
            if picture.rights != Picture.Rights.PRESS:
                response["X-Robots-Tag"] = "noindex"
            return response
    raise Http404


@prepared
def _public(moment: Moment, key: str) -> QuerySet[Picture]:
    return Picture.objects.public(moment).filter(key=key)


def rendition(picture: Picture, name: str) -> FileResponse:
    """Send a file to be shown. Raises Http404 where it is missing."""
    response = FileResponse(_stored(picture, name))
    response["Content-Type"] = TYPES[name.rpartition(".")[2]]
    response["ETag"] = f'"{picture.sha256[:20]}-{name}"'
    return response


def full_size(picture: Picture) -> FileResponse:
    """
    Send the copy of full size, to be saved, with caption, credit and terms as they are now.
    Raises Http404 where it is missing.
    """
    said = picture.said()
    with _stored(picture, picture.full) as stored:
        content = BytesIO(with_words(stored.read(), said))
    name = f"{picture.key}.{picture.suffixes[-1]}"
    response = FileResponse(content, as_attachment=True, filename=name)
    words = blake2b(repr(said).encode(), digest_size=8).hexdigest()
    response["ETag"] = f'"{picture.sha256[:20]}-{words}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _stored(picture: Picture, name: str) -> File:
    try:
        return picture.file.storage.open(picture.place_of(name))
    except FileNotFoundError as error:
        raise Http404 from error


def _unless_had(request: ReaderRequest, response: FileResponse) -> HttpResponseBase:
    """Answer 304 to a reader who has the file."""
    found = get_conditional_response(request, etag=response["ETag"])
    if found is None:
        return response
    response.close()
    return found
