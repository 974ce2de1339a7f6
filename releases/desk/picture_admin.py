"""Pictures at the desk: the original, what is said of it, and where it is used."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from releases.models import Picture
from releases.models.picture import ORIGINAL
from releases.public.views.documents import download
from releases.public.views.pictures import full_size, rendition

from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import EMPTY, ShowsInWords
from .long_list import LongList
from .protection import ProtectsPublic
from .records_admin import in_every_language
from .refusal import ShowsRefusals

MOST = 20  # uses that are named


@admin.register(Picture)
class PictureAdmin(
    GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords, LongList
):
    list_display = ["name", "small", "rights", "rights_until", "credit"]
    list_filter = ["rights"]
    search_fields = ["name", "credit", *in_every_language("caption")]
    known_by = "key"
    autocomplete_fields = ["people"]
    fieldsets = [
        (None, {"fields": ["name", "file", "large", ("focus_x", "focus_y")]}),
        (
            _("What is to be seen"),
            {"fields": ["alternative", "decorative", "caption", "people", "nobody"]},
        ),
        (_("Whose it is"), {"fields": ["credit", ("rights", "rights_until")]}),
        (_("Where it was taken"), {"fields": ["place", "taken_on"]}),
        (_("Where it is used"), {"fields": ["uses"]}),
    ]

    class Media:
        js = ["releases/focus.js"]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj:
            return fieldsets
        (title, options), *others = fieldsets[:-1]
        return [(title, options | {"fields": ["name", "file"]}), *others]

    def get_readonly_fields(self, request, obj=None):
        """Fix the file once it is stored, and all that is no name to who only translates."""
        names = list(super().get_readonly_fields(request, obj))
        fixed = ["large", "uses", *(["file"] if obj else [])]
        if not self.has_add_permission(request):
            fixed.append("people")
        return [*names, *(name for name in fixed if name not in names)]

    @admin.display(description=_("picture"))
    def small(self, picture):
        return _shown(picture, 480, "desk-thumbnail")

    @admin.display(description=_("picture"))
    def large(self, picture):
        return _shown(picture, 1200, "desk-picture")

    @admin.display(description=_("used by"))
    def uses(self, picture):
        """List the texts and records that show it, with links to their forms."""
        return format_html_join("", '<p><a href="{}">{}</a></p>', _uses(picture)) or EMPTY

    def get_urls(self):
        view = self.admin_site.admin_view(self.file_view)
        own = path("<int:pk>/file/<str:name>", view, name="releases_picture_file")
        return [own, *super().get_urls()]

    def file_view(self, request, pk, name):
        """Send the original, or a file made of it, to who may see the picture; nobody stores it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        picture = get_object_or_404(Picture, pk=pk)
        if name == ORIGINAL:
            return download(picture.file)
        if name == picture.full:
            return full_size(picture)
        if name in picture.names():
            return rendition(picture, name)
        raise Http404


def _shown(picture, most, look):
    fitting = [name for name in picture.names() if name.endswith(picture.suffixes[-1])]
    name = next((name for name in reversed(fitting[:-1]) if int(name.split(".")[0]) <= most), None)
    return format_html(
        '<img class="{}" src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        look,
        picture.desk_address_of(name or fitting[0]),
        picture.alternative,
        picture.width,
        picture.height,
    )


def _uses(picture):
    """Give the form and the name of each text and record that shows a picture. Four queries."""
    found = [one.edition for one in picture.illustrations.select_related("edition")[:MOST]]
    found += [one.meeting for one in picture.sights.select_related("meeting")[:MOST]]
    found += [*picture.portrait_of.all()[:MOST], *picture.logo_of.all()[:MOST]]
    for record in found:
        name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        yield reverse(name, args=[record.pk]), record
