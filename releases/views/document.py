from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from releases.models import Document


def document_file(request, pk, name):
    """
    A document's file, for as long as something public refers to it.

    Handed out as a download: what staff upload never runs as a page of this site.
    """
    document = get_object_or_404(Document.objects.public(request.at).exclude(file=""), pk=pk)
    if name != document.filename:
        raise Http404
    return FileResponse(document.file.open(), as_attachment=True, filename=name)
