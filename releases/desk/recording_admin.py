"""Recordings at the desk: a link or a file, its captions and transcript, and where it is used."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from releases.models import Recording
from releases.public.views.recordings import captions_file, played_file

from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import EMPTY, ShowsInWords
from .long_list import LongList
from .protection import ProtectsPublic
from .records_admin import in_every_language
from .refusal import ShowsRefusals

MOST = 20  # texts that are named


@admin.register(Recording)
class RecordingAdmin(
    GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords, LongList
):
    list_display = ["title", "kind", "length", "rights", "rights_until"]
    list_filter = ["kind"]
    search_fields = ["credit", *in_every_language("title")]
    known_by = "key"
    autocomplete_fields = ["poster"]

    fieldsets = [
        (None, {"fields": ["title", "kind", "url", "file", "duration", "poster"]}),
        (_("What is said"), {"fields": ["captions", "transcript", "no_speech"]}),
        (_("Whose it is"), {"fields": ["credit", ("rights", "rights_until"), "taken_on"]}),
        (_("Where it is used"), {"fields": ["uses"]}),
    ]

    @admin.display(description=_("length"))
    def length(self, recording):
        return recording.length

    @admin.display(description=_("used by"))
    def uses(self, recording):
        """List the texts that play it, with links to their forms. One query."""
        texts = [one.edition for one in recording.playbacks.select_related("edition")[:MOST]]
        links = ((reverse("admin:releases_edition_change", args=[t.pk]), t) for t in texts)
        return format_html_join("", '<p><a href="{}">{}</a></p>', links) or EMPTY

    def get_fieldsets(self, request, obj=None):
        """
        Ask for a link or a file of a new one; then it stays the one or the other. The captions of
        a link are those of its host.
        """
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets[:-1]
        left = ("kind", "url") if obj.file else ("file", "captions")
        return [
            (title, options | {"fields": [name for name in options["fields"] if name not in left]})
            for title, options in fieldsets
        ]

    def get_readonly_fields(self, request, obj=None):
        """Fix the file once it is stored."""
        names = list(super().get_readonly_fields(request, obj))
        fixed = ["uses", *(["file"] if obj else [])]
        return [*names, *(name for name in fixed if name not in names)]

    def get_urls(self):
        view = self.admin_site.admin_view(self.file_view)
        own = path("<int:pk>/file/<str:name>", view, name="releases_recording_file")
        return [own, *super().get_urls()]

    def file_view(self, request, pk, name):
        """Send the file or captions to who may see the recording, before it is public too."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        recording = get_object_or_404(Recording, pk=pk)
        if captions := recording.captions_called(name):
            return captions_file(request, captions)
        if name and name == recording.played:
            return played_file(request, recording)
        raise Http404
