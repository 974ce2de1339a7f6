from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import TextField
from django.forms.models import construct_instance, fields_for_model
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_POST
from js_asset import Media

from releases.models import Edition, PressRelease, Quote
from releases.views.release import release_context

from .instant import InstantField, in_newsroom_time
from .release import state_of

RELEASE_FIELDS = ["kind", "place", "topics", "meetings", "documents", "contacts"]
COPIED = ["title", "slug", "summary", "body"]
QUOTE_COPIED = ["key", "words", "speaker", "appointment", "title_as_printed", "language", "meeting"]


class EditionForm(forms.ModelForm):
    """A text; for a new release the form also holds what the release says in every language."""

    release = None

    class Meta:
        widgets = {
            "summary": forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
            "change_note": forms.Textarea({"rows": 2, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.release:
            self.instance.release = self.release

    def _post_clean(self):
        if self.instance.release_id is None:
            self.instance.release = construct_instance(self, PressRelease(), ["kind", "place"])
        super()._post_clean()


class ApprovalForm(forms.Form):
    publish_at = InstantField(
        label=_("Goes public at"),
        required=False,
        help_text=_("Leave it empty to publish now."),
    )


class QuoteInline(admin.StackedInline):
    model = Quote
    extra = 0
    formfield_overrides = {TextField: {"widget": AdminTextareaWidget({"rows": 4})}}
    fields = [
        "words",
        ("speaker", "appointment"),
        "title_as_printed",
        ("language", "meeting"),
        "position",
    ]
    autocomplete_fields = ["speaker", "appointment", "meeting"]

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not (obj and obj.is_approved)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.is_approved)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_approved)

    def get_formset(self, request, obj=None, **kwargs):
        """The next version begins with the quotes of the one that stands."""
        copied = self.copied(request) if obj is None else []
        formset = super().get_formset(request, obj, extra=len(copied), **kwargs)
        if not copied:
            return formset

        class WithCopies(formset):
            def __init__(self, *args, **kwargs):
                kwargs.setdefault("initial", copied)
                super().__init__(*args, **kwargs)

            def _construct_form(self, i, **kwargs):
                form = super()._construct_form(i, **kwargs)
                if i is not None and i < len(copied):
                    form.instance.key = copied[i]["key"]
                    form.has_changed = lambda: True
                return form

        return WithCopies

    def copied(self, request):
        release = request.GET.get("release", "")
        if not release.isdecimal():
            return []
        quotes = Quote.objects.filter(
            edition__release=release,
            edition__language=request.GET.get("language", ""),
            edition__live_from__isnull=False,
            edition__live_until=None,
        )
        return [
            {name: value for name, value in quote.items() if value not in (None, "")}
            for quote in quotes.values(*QUOTE_COPIED, "position")
        ]


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    form = EditionForm
    actions = None
    change_form_template = "admin/releases/edition/change_form.html"
    list_display = ["title", "language", "version", "state"]
    list_filter = ["language"]
    search_fields = ["title", "release__reference"]
    show_full_result_count = False
    ordering = ["-pk"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [QuoteInline]

    def view_on_site(self, edition):
        live = Edition.objects.live().filter(pk=edition.pk).exists()
        return edition.get_absolute_url() if live else None

    @admin.display(description=_("state"))
    def state(self, edition):
        return state_of(edition)

    def get_fieldsets(self, request, obj=None):
        text = ["language", "title", "slug", "summary", "body"]
        if self._version(request, obj) > 1:
            text += ["change_note", "minor"]
        fieldsets = [(None, {"fields": text})]
        if obj is None and not self._release(request):
            fieldsets += [
                (_("What it is"), {"fields": ["kind", "place"]}),
                (_("What it is about"), {"fields": ["topics", "meetings"]}),
                (_("For journalists"), {"fields": ["documents", "contacts"]}),
            ]
        return fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        """With the fields of the release in it where there is none yet."""
        kwargs["fields"] = [
            name
            for title, options in self.get_fieldsets(request, obj)
            for name in options["fields"]
            if name not in RELEASE_FIELDS
        ]
        if obj is None and (release := self._release(request)):
            kwargs["form"] = type("TextForm", (EditionForm,), {"release": release})
        elif obj is None:
            releases = self.admin_site.get_model_admin(PressRelease)
            own = fields_for_model(
                PressRelease,
                RELEASE_FIELDS,
                formfield_callback=partial(releases.formfield_for_dbfield, request=request),
            )
            kwargs["form"] = type("NewReleaseForm", (EditionForm,), own)
        return super().get_form(request, obj, change, **kwargs)

    def get_changeform_initial_data(self, request):
        """A new version begins with the text that stands; a translation with none."""
        initial = {"language": request.GET.get("language", "")}
        if standing := self._standing(request):
            initial |= {name: getattr(standing, name) for name in COPIED}
        return {name: value for name, value in initial.items() if value}

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj and obj.is_approved else self.prepopulated_fields

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.is_approved)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_approved)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.written_by = request.user
        release = obj.release
        if release.pk is None:
            release.save()
            for name in ("topics", "meetings", "documents", "contacts"):
                getattr(release, name).set(form.cleaned_data[name])
            obj.release = release
        super().save_model(request, obj, form, change)

    def add_view(self, request, form_url="", extra_context=None):
        release = request.GET.get("release")
        if release and not self._release(request):
            self.message_user(request, _("There is no such release."), messages.ERROR)
            return redirect("admin:releases_pressrelease_changelist")
        title = _("Write a text") if release else _("Write a release")
        return super().add_view(request, form_url, {"title": title} | (extra_context or {}))

    def render_change_form(self, request, context, **kwargs):
        edition = kwargs.get("obj")
        context |= {
            "state": state_of(edition) if edition else None,
            "can_submit": bool(edition and not edition.is_approved and not edition.submitted_at),
            "can_approve": bool(edition and not edition.is_approved and edition.submitted_at),
            "frozen": Edition.FROZEN if edition and edition.is_approved else "",
        }
        # The import map of the editor is an inline script, which the policy wants signed.
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, **kwargs)

    def get_urls(self):
        def address(route, view, name):
            return path(
                f"<int:pk>/{route}/",
                self.admin_site.admin_view(view),
                name=f"releases_edition_{name}",
            )

        return [
            address("preview", self.preview_view, "preview"),
            address("submit", require_POST(self.submit_view), "submit"),
            address("approve", self.approve_view, "approve"),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        """The page as the public will see it, for staff, stored nowhere."""
        edition = get_object_or_404(Edition, pk=pk)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        with override(edition.language):
            context = release_context(edition) | {"preview": True}
            response = TemplateResponse(request, "releases/release_detail.html", context).render()
        response["X-Robots-Tag"] = "noindex"
        return response

    def submit_view(self, request, pk):
        edition = self._to_move_on(request, pk)
        try:
            edition.submit()
        except ValidationError as error:
            for sentence in error.messages:
                self.message_user(request, sentence, messages.ERROR)
        else:
            self.message_user(request, _("Submitted. It can be approved now."))
        return redirect("admin:releases_edition_change", pk)

    def approve_view(self, request, pk):
        edition = self._to_move_on(request, pk)
        form = ApprovalForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                edition.approve(by=request.user, publish_at=form.cleaned_data["publish_at"])
            except ValidationError as error:
                form.add_error(
                    "publish_at" if getattr(error, "code", "") == "passed" else None, error
                )
            else:
                self._say_where(request, edition)
                return redirect("admin:releases_pressrelease_change", edition.release_id)
        context = self.admin_site.each_context(request) | {
            "title": _("Approve"),
            "edition": edition,
            "form": form,
            "opts": self.opts,
            "asks_time": edition.release.status != PressRelease.Status.APPROVED,
            "problems": edition.problems(),
            "now": in_newsroom_time(timezone.now()),
        }
        return TemplateResponse(request, "admin/releases/edition/approve.html", context)

    def _to_move_on(self, request, pk):
        edition = get_object_or_404(Edition, pk=pk)
        if not super().has_change_permission(request, edition):
            raise PermissionDenied
        return edition

    def _say_where(self, request, edition):
        release = edition.release
        if release.is_scheduled:
            sentence = _("Approved. It goes out on %(instant)s.")
            sentence %= {"instant": in_newsroom_time(release.publish_at)}
        else:
            sentence = _("Approved and public.")
        self.message_user(request, sentence)

    def _release(self, request):
        number = request.GET.get("release", "")
        if not (number.isascii() and number.isdecimal() and len(number) < 18):
            return None
        return PressRelease.objects.filter(pk=number).first()

    def _standing(self, request):
        if release := self._release(request):
            return release.editions.filter(
                language=request.GET.get("language", ""), live_from__isnull=False, live_until=None
            ).first()
        return None

    def _version(self, request, obj):
        if obj:
            return obj.version
        standing = self._standing(request)
        return standing.version + 1 if standing else 1
