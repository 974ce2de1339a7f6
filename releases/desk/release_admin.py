from typing import cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from releases.models import Edition, PressRelease, StaleError, copies
from releases.review.schedule import waiting

from .history import ShowsHistory
from .in_words import ShowsInWords
from .long_list import LongList
from .protection import ProtectsPublic
from .refusal import ShowsRefusals
from .release_forms import RELATED, ReleaseForm, RemovalForm, can_be_planned
from .release_list import ReleaseYearFilter, StateFilter
from .release_overview import overview
from .saves_first import SavesFirst
from .schedule_pages import WAYS as OF_SCHEDULE
from .schedule_pages import MovesTheSchedule
from .sent_numbers import number_sent
from .steps import TakesSteps
from .words import held_back, how_it_waits, state_of, when_it_goes_out

PRINTED = _(
    "What is approved keeps what it prints: what you change here comes with the next version."
)


@admin.register(PressRelease)
class PressReleaseAdmin(
    MovesTheSchedule,
    SavesFirst,
    ShowsRefusals,
    ProtectsPublic,
    ShowsHistory,
    ShowsInWords,
    LongList,
):
    form = ReleaseForm
    leads_to = [
        *("translate", "next_version", "unschedule", "restore", "remove", "accesses"),
        *OF_SCHEDULE,
    ]
    change_form_template = "admin/releases/pressrelease/change_form.html"
    list_display = ["title", "state", "texts", "kind", "reference"]
    list_filter = [StateFilter, "kind", ReleaseYearFilter]
    search_fields = ["editions__title"]
    known_by = "reference"
    search_help_text = _(
        "Finds a whole reference, or looks for words in the titles of the first thousand of the "
        "list. Choose a year to look further back."
    )
    autocomplete_fields = RELATED
    readonly_fields = ["reference", "state"]
    fieldsets = [
        (None, {"fields": ["reference", "state"]}),
        (_("What it is"), {"fields": ["kind", "place"]}),
        (_("What it is about"), {"fields": ["topics", "meetings"]}),
        (_("For journalists"), {"fields": ["contacts"]}),
    ]

    def get_queryset(self, request):
        editions = Edition.objects.defer("body").order_by("pk")
        releases = PressRelease.objects.with_outcome().with_title()
        return releases.prefetch_related(Prefetch("editions", editions))

    def get_readonly_fields(self, request, obj=None):
        """Fix what is said of all its texts once one is approved."""
        return [*self.readonly_fields, *(["kind", "town"] if self._is_fixed(obj) else [])]

    def get_fieldsets(self, request, obj=None):
        first, __, *others = self.fieldsets
        return self.with_drawn_from(request, obj, [first, self._what_it_is(request, obj), *others])

    def _what_it_is(self, request, release):
        """Return the fieldset of its kind and place: once it is approved, they are only shown."""
        title, options = self.fieldsets[1]
        if self._is_fixed(release):
            options = {"fields": ["kind", "town"], "description": PRINTED}
        elif release and can_be_planned(release):
            options = {"fields": [*options["fields"], "wanted"]}
        return title, options

    def has_add_permission(self, request):
        """Let a release begin with its first text, taken in or written."""
        return self.admin_site.get_model_admin(Edition).has_add_permission(request)

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        return redirect("admin:releases_intake_add")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if set(form.changed_data) & set(RELATED):
            form.instance.reopen()

    def changelist_view(self, request, extra_context=None):
        PressRelease.objects.number_those_out()
        return super().changelist_view(request, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        PressRelease.objects.number_those_out()
        context = dict(extra_context or {})
        release = self.get_object(request, object_id)
        if release and self.has_view_permission(request, release):
            context |= overview(release, request.user)
        return super().change_view(request, object_id, form_url, context)

    def get_urls(self):
        def address(route, view):
            view = self.admin_site.admin_view(view)
            return path(f"<int:pk>/{route}/", view, name=f"releases_pressrelease_{route}")

        return [
            address("translate", require_POST(self.translate_view)),
            address("remove", self.remove_view),
            *self.schedule_urls(address),
            *super().get_urls(),
        ]

    def lead_on(self, request, obj, name):
        if name == "remove" or name in OF_SCHEDULE:
            return redirect(f"admin:releases_pressrelease_{name}", obj.pk)
        if name == "accesses":
            accesses = reverse("admin:releases_embargoaccess_changelist")
            return redirect(f"{accesses}?release__id__exact={obj.pk}")
        if name == "next_version":
            editions = cast(TakesSteps, self.admin_site.get_model_admin(Edition))
            return editions.next_version_view(request, number_sent(request.POST["_next_version"]))
        if name == "translate":
            return self._translate(request, obj.pk, request.POST["_translate"])
        return getattr(self, f"_{name}")(request, obj)

    def translate_view(self, request, pk):
        """Begin a translation from one of the release's texts, which is copied."""
        return self._translate(request, pk, request.POST.get("language", ""))

    def _translate(self, request, pk, language):
        source = get_object_or_404(
            Edition, release=pk, pk=number_sent(request.POST.get("source")), visible_until=None
        )
        try:
            draft = copies.translate(source, request.user, language)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect("admin:releases_pressrelease_change", pk)
        said = _("The text and quotes of the source are copied: overwrite them.")
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:releases_edition_change", draft.pk)

    def _unschedule(self, request, release):
        said = _("Taken off the schedule. Its texts can be edited again.")
        return self._take(request, release, lambda: release.unschedule(request.user), said)

    def _restore(self, request, release):
        said = _("It is back where it was, in all languages.")
        return self._take(request, release, lambda: release.restore(request.user), said)

    def remove_view(self, request, pk):
        """Remove it from the site, in all languages, once it is said how and why."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not request.user.has_perm("releases.remove_pressrelease"):
            raise PermissionDenied
        form = RemovalForm(
            request.POST or None, initial={"revision": release.revision}, site=self.admin_site
        )
        if request.method == "POST" and form.is_valid() and self._remove(request, release, form):
            return redirect("admin:releases_pressrelease_change", pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Remove from the site"),
            "release": release,
            "waiting": [(text, how_it_waits(text)) for text in waiting(release)],
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/releases/pressrelease/remove.html", context)

    def _remove(self, request, release, form):
        """Return False where the model refuses, with its reasons on the form."""
        values = dict(form.cleaned_data)
        release.revision = values.pop("revision")
        try:
            release.remove(request.user, **values)
        except StaleError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        else:
            self.message_user(request, _("Removed, in all languages."), messages.SUCCESS)
        return True

    def view_on_site(self, release):
        return release.get_absolute_url() if release.was_public else None

    @admin.display(description=_("place"))
    def town(self, release):
        return str(release.place)

    @admin.display(description=_("title"))
    def title(self, release):
        return str(release)

    @admin.display(description=_("state"))
    def state(self, release):
        if release.status != PressRelease.Status.APPROVED:
            return release.get_status_display()
        if release.is_scheduled:
            return held_back(release) if release.held_at else when_it_goes_out(release.publish_at)
        day = {"day": date_format(release.day)}
        if release.removal:
            return f"{release.get_removal_display()} ({_('public since %(day)s') % day})"
        public = _("Public since %(day)s") % day
        return f"{public}; {held_back(release)}" if release.held_at else public

    @admin.display(description=_("texts"))
    def texts(self, release):
        return ", ".join(
            edition.language if edition.is_approved else f"{edition.language} ({state_of(edition)})"
            for edition in release.editions.all()
            if edition.visible_until is None
        )

    def _take(self, request, release, step, said):
        """Take a step, and lead back to the release with what came of it."""
        try:
            step()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:releases_pressrelease_change", release.pk)

    def _is_fixed(self, release):
        return release is not None and release.status == PressRelease.Status.APPROVED
