"""Documents at the desk: what is listed stays as it is, and a new file is a new document."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from releases.models import Document
from releases.public.views.documents import download

from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import ShowsInWords
from .long_list import LongList
from .protection import ProtectsPublic
from .refusal import ShowsRefusals
from .sent_numbers import number_sent

CARRIED = ["title", "kind", "language"]
FIXED = _("What is stored or public stays as it is. A new file or link is a document of its own.")
REPLACES = _(
    "The new document is listed where somebody lists it: with the next version of a text, or as "
    "an outcome of a meeting. Where the old one is listed, readers are told once it is public."
)


@admin.register(Document)
class DocumentAdmin(
    GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords, LongList
):
    change_form_template = "admin/releases/document/change_form.html"
    list_display = ["title", "kind", "language"]
    list_filter = ["kind"]
    ordering = ["-pk"]
    search_fields = ["title", "url"]
    known_by = "title"
    autocomplete_fields = ["alternative", "replaces"]

    def get_fieldsets(self, request, obj=None):
        # As it is stored: the copy of a refused form has what was typed.
        obj = obj and Document.objects.get(pk=obj.pk)
        of_new = obj is None or _may_be_exchanged(obj)
        content = ["url", "file"] if of_new else ["url" if obj.url else "file"]
        own = {
            "fields": ["title", "kind", "language", *content, "alternative"],
            "description": "" if of_new else FIXED,
        }
        in_place = {
            "fields": ["replaces", "why"],
            "description": "" if obj else REPLACES,
        }
        replaces = obj.replaces if obj else "replaces" in request.GET
        second = [(_("In place of another one"), in_place)] if replaces else []
        fieldsets = self.with_drawn_from(request, obj, [(None, own), *second])
        return self.with_reason(request, obj, fieldsets)

    def get_readonly_fields(self, request, obj=None):
        """Fix what the public opens, or will without another review."""
        if obj is None:
            return []
        obj = Document.objects.get(pk=obj.pk)
        fixed = ["replaces", "why"]
        if not _may_be_exchanged(obj):
            fixed += ["url", "file"]
        if obj.alternative and obj.is_settled:
            fixed += ["alternative"]
        return fixed

    def get_changeform_initial_data(self, request):
        """Begin a document that replaces another one like that one."""
        initial = super().get_changeform_initial_data(request)
        old = Document.objects.filter(pk=number_sent(request.GET.get("replaces"))).first()
        return {name: getattr(old, name) for name in CARRIED if old} | initial

    def get_urls(self):
        view = self.admin_site.admin_view(self.file_view)
        own = path("<int:pk>/file/", view, name="releases_document_file")
        return [own, *super().get_urls()]

    def file_view(self, request, pk):
        """Send the file to who may see the document, before it is public too; nobody stores it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return download(get_object_or_404(Document.objects.exclude(file=""), pk=pk).file)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        replacement = Document.objects.filter(replaces=number_sent(object_id)).first()
        context = {"replacement": replacement} | (extra_context or {})
        return super().change_view(request, object_id, form_url, context)


def _may_be_exchanged(document):
    return not document.file and not document.is_settled
