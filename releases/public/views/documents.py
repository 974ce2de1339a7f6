from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase

from releases.models import Document
from releases.public.requests import ReaderRequest
from releases.public.stored import hand_out


def document_file(request: ReaderRequest, digest: str, name: str) -> HttpResponseBase:
    """
    Send the file with these bytes, for as long as something public refers to it; or answer 304 to
    who has it.
    """
    for document in Document.objects.public(request.moment).filter(sha256=digest):
        if document.filename == name:
            file, etag = document.file, f'"{digest[:32]}"'
            return hand_out(request, file.storage, str(file.name), etag, called=name)
    raise Http404


def download(file: FieldFile, name: str | None = None) -> FileResponse:
    """
    Send a stored file to be saved, not shown: what came in never runs as a page of this site.

    Called `name`, or as it is stored. Raises Http404 where the file is missing.
    """
    name = name or PurePath(file.name or "").name
    try:
        return FileResponse(file.open(), as_attachment=True, filename=name)
    except FileNotFoundError as error:
        raise Http404 from error
