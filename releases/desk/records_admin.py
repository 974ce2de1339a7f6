from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from releases.models import Document, Organisation, PressContact, Topic
from releases.public.views.documents import download
from releases.text.languages import languages

from .at_once import ask_about
from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import ShowsInWords
from .locking_form import CHOOSE_AGAIN
from .protection import ProtectsPublic
from .public_items import document_items
from .refusal import ShowsRefusals

EXCHANGED = ["url", "file", "alternative"]
SETTLED = _(
    "This document is public, or stands in an approved release: only an editor changes the link, "
    "the file and the accessible version."
)


def in_every_language(field):
    """Name the parts of a NamesField to search by, one a language."""
    return [f"{field}__{code}" for code, name in languages()]


@admin.register(Organisation)
class OrganisationAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    list_display = ["__str__", "website"]
    fields = ["names", "slug", "website"]
    search_fields = [*in_every_language("names"), "slug"]


@admin.register(Topic)
class TopicAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    fields = ["names", "slug"]
    search_fields = [*in_every_language("names"), "slug"]


@admin.register(Document)
class DocumentAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    list_display = ["title", "kind", "language"]
    list_filter = ["kind"]
    fields = ["title", "kind", "language", "url", "file", "alternative"]
    search_fields = ["title", "url"]
    autocomplete_fields = ["alternative"]

    def get_readonly_fields(self, request, obj=None):
        """Leave to those who approve what is public or approved."""
        return [] if self._may_exchange(request, obj) else EXCHANGED

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if self._may_exchange(request, obj) or not self.has_change_permission(request, obj):
            return fieldsets
        (title, options), *others = fieldsets
        return [(title, options | {"description": SETTLED}), *others]

    def get_urls(self):
        view = self.admin_site.admin_view(self.file_view)
        own = path("<int:pk>/file/", view, name="releases_document_file")
        return [own, *super().get_urls()]

    def file_view(self, request, pk):
        """Send the file to who may see the document, before it is public too; nobody stores it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return download(get_object_or_404(Document.objects.exclude(file=""), pk=pk).file)

    def save_model(self, request, obj, form, change):
        """Ask about a file before it is stored: what is refused leaves none behind."""
        items = self._exchanged(obj, form) if change else []
        if not items and request.POST.get("at_once"):
            raise ValidationError(CHOOSE_AGAIN)
        ask_about(request, obj, items)
        super().save_model(request, obj, form, change)

    def _may_exchange(self, request, document):
        if document is None or request.user.has_perm("releases.approve_edition"):
            return True
        return not Document.objects.settled().filter(pk=document.pk).exists()

    def _exchanged(self, document, form):
        """List what the public would open at once in place of what it opens now."""
        changed = set(form.changed_data) & set(EXCHANGED)
        if not changed or not Document.objects.public().filter(pk=document.pk).exists():
            return []
        items = document_items(document)
        if "alternative" not in changed:
            items = {("document", document.pk): items["document", document.pk]}
        elif changed == {"alternative"}:
            del items["document", document.pk]
        return list(items.values())


@admin.register(PressContact)
class PressContactAdmin(GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords):
    list_display = ["name", "email", "phone"]
    fields = ["name", "roles", "email", "phone"]
    search_fields = ["name", "email"]

    def view_on_site(self, obj):
        """Lead nowhere: contacts stand with releases, and have no page of their own."""
        return
