from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import flatten_fieldsets, label_for_field
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelectMultiple
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import TextField
from django.forms.models import fields_for_model
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_POST
from js_asset import Media

from releases.models import (
    Edition,
    Illustration,
    Playback,
    Presence,
    PressRelease,
    Quote,
    copies,
    may_write,
)
from releases.public.answers import context_of
from releases.public.pages.release import page_to_be

from .edition_forms import ITS_FIELDSETS, ITS_RELEASE, EditionForm, FirstEditionForm
from .edition_list import ToDoFilter
from .gone_rows import KeepsGoneRows
from .history import ShowsHistory
from .in_words import FieldsInWords, ShowsInWords
from .long_list import LongList
from .placed_rows import PictureRows, RecordingRows
from .protection import ProtectsPublic
from .refusal import ShowsRefusals
from .release_forms import RELATED
from .saves_first import SavesFirst
from .sent_numbers import number_sent
from .side_by_side import beside, differences
from .steps import WAYS, TakesSteps
from .words import state_of


class OfOpenTexts(InlineModelAdmin):
    """An inline of what is kept with a text: it changes as long as the text may."""

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and _is_open(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _is_open(request, obj)


class QuoteInline(OfOpenTexts, FieldsInWords, admin.StackedInline):
    model = Quote
    formset = KeepsGoneRows
    extra = 0
    view_on_site = False
    formfield_overrides = {TextField: {"widget": AdminTextareaWidget({"rows": 4})}}
    fields = [
        "words",
        ("speaker", "appointment"),
        "title_as_printed",
        ("language", "official"),
        "original_words",
        "meeting",
    ]
    autocomplete_fields = ["speaker", "appointment", "meeting"]


class IllustrationInline(OfOpenTexts, PictureRows):
    model = Illustration


class PlaybackInline(OfOpenTexts, RecordingRows):
    model = Playback


@admin.register(Edition)
class EditionAdmin(
    TakesSteps, SavesFirst, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords, LongList
):
    form = EditionForm
    leads_to = ["preview", "beside", "release", "submit", "approve", "send_back"]
    change_form_template = "admin/releases/edition/change_form.html"
    list_display = ["title", "language", "version", "state"]
    list_filter = [ToDoFilter, "language"]
    list_select_related = ["release"]
    search_fields = ["title"]
    known_by = "release__reference"
    search_help_text = _(
        "Finds the reference of a release, or looks for words in the titles of the first thousand "
        "of the list. Older texts are found by their releases."
    )
    ordering = ["-pk"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [QuoteInline, IllustrationInline, PlaybackInline]

    def view_on_site(self, edition):
        there = Edition.objects.reachable().filter(pk=edition.pk).exists()
        return edition.get_absolute_url() if there else None

    @admin.display(description=_("state"))
    def state(self, edition):
        return state_of(edition)

    def get_fieldsets(self, request, obj=None):
        text = ["title", "slug", "summary", "body"]
        enclosed = (_("For journalists"), {"fields": ["documents"]})
        if obj is None:
            return [(None, {"fields": ["language", *text, "drawn_from"]}), *ITS_FIELDSETS]
        if obj.version > 1:
            text += ["change_note", "minor"]
        fieldsets = self.with_drawn_from(request, obj, [(None, {"fields": text}), enclosed])
        return self.in_words(request, obj, fieldsets)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Ask for the fields of the release too, where there is none yet."""
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        fields = flatten_fieldsets(self.get_fieldsets(request))
        kwargs |= {"form": FirstEditionForm, "fields": [f for f in fields if f not in ITS_RELEASE]}
        form = super().get_form(request, obj, change, **kwargs)
        releases = self.admin_site.get_model_admin(PressRelease)
        callback = partial(releases.formfield_for_dbfield, request=request)
        of_release = fields_for_model(PressRelease, ITS_RELEASE, formfield_callback=callback)
        form.base_fields |= of_release
        return form

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Let documents be chosen: Django offers no relation that has a model of its own."""
        widget = AutocompleteSelectMultiple(db_field, self.admin_site)
        return db_field.formfield(widget=widget, **kwargs)

    def get_prepopulated_fields(self, request, obj=None):
        """Let the address follow the title of a first text; later, to change it is a decision."""
        return {} if obj else self.prepopulated_fields

    def has_add_permission(self, request):
        """A release begins with a text of any language; translations begin at a text."""
        every = request.user.has_perm("releases.write_any_language")
        return every and super().has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _is_open(request, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.written_by = request.user
        release = obj.release
        if release.pk is None:
            release.save()
            for name in RELATED:
                getattr(release, name).set(form.cleaned_data[name])
            obj.release = release
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.instance.quotes.number_as_in(form.instance.body)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show what is typed into a text that was approved meanwhile, and do not save it."""
        edition = self._stored(request, object_id) if request.method == "POST" else None
        if edition and edition.is_approved:
            return self._show_what_came_too_late(request, edition)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def add_view(self, request, form_url="", extra_context=None):
        context = {
            "title": _("Write a release"),
            "ways": [(name, WAYS[name], "") for name in ("preview", "submit")],
        }
        return super().add_view(request, form_url, context | (extra_context or {}))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        edition = self._stored(request, object_id)
        context = dict(extra_context or {})
        if edition and self.has_change_permission(request, edition):
            Presence.objects.seen(edition, request.user)
            context["others"] = list(Presence.objects.others(edition, request.user))
        return super().change_view(request, object_id, form_url, context)

    def render_change_form(self, request, context, *args, **kwargs):
        if edition := kwargs.get("obj"):
            stored = Edition.objects.select_related("release", "source").get(pk=edition.pk)
            context |= self.steps_context(request, stored)
        # The import map of the editor is an inline script, which the policy wants signed.
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self):
        def address(route, view, name):
            view = self.admin_site.admin_view(view)
            return path(f"<int:pk>/{route}/", view, name=f"releases_edition_{name}")

        return [
            address("preview", self.preview_view, "preview"),
            address("beside", self.beside_view, "beside"),
            address("catch-up", require_POST(self.catch_up_view), "catch_up"),
            address("presence", require_POST(self.presence_view), "presence"),
            *self.step_urls(address),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        """Show staff the page as the public will see it; it is stored nowhere."""
        edition = self.viewable(request, pk)
        with override(edition.language):
            page = page_to_be(edition, edition.foreseen_at())
            context = context_of(page) | {"preview": True, "noindex": True}
            response = TemplateResponse(request, "releases/release_detail.html", context).render()
        response["X-Robots-Tag"] = "noindex"
        return response

    def beside_view(self, request, pk):
        """Show the text beside the one it is translated from, paragraph by paragraph."""
        edition = self.viewable(request, pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Source and translation"),
            "opts": self.opts,
            "edition": edition,
            "source": copies.newest_source(edition),
            "rows": beside(edition),
            "behind": bool(copies.paragraphs_behind(edition)),
            "can_change": self.has_change_permission(request, edition),
        }
        return TemplateResponse(request, "admin/releases/edition/beside.html", context)

    def catch_up_view(self, request, pk):
        """Note that the draft renders the newest source, as its translator says."""
        edition = self.viewable(request, pk)
        edition.revision = number_sent(request.POST.get("revision"))
        try:
            copies.catch_up(edition, request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            said = _("Noted: this text renders the newest version of its source.")
            self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:releases_edition_beside", pk)

    def presence_view(self, request, pk):
        """
        Note that an open page is still open, and tell it who else has the text and whether it
        can no longer be changed, as it has been approved meanwhile.
        """
        edition = self.viewable(request, pk)
        closed = not self.has_change_permission(request, edition)
        if not closed:
            Presence.objects.seen(edition, request.user)
        others = Presence.objects.others(edition, request.user)
        return JsonResponse({"others": [str(other.user) for other in others], "closed": closed})

    def _stored(self, request, object_id):
        return self.get_queryset(request).filter(pk=number_sent(object_id)).first()

    def _show_what_came_too_late(self, request, edition):
        """Show what somebody was still writing when the text was approved."""
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("Not saved"),
            "opts": self.opts,
            "edition": edition,
            "differences": differences(edition, request.POST),
            "typed": [
                (label_for_field(name, Edition), request.POST.get(name, ""))
                for name in ("title", "summary", "body")
            ],
        }
        return TemplateResponse(
            request, "admin/releases/edition/too_late.html", context, status=409
        )


def _is_open(request, edition):
    if edition is None:
        return True
    return not edition.is_approved and may_write(request.user, edition.language)
