from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from releases.models import Edition, PressRelease, StaleError, copies, may_write
from releases.text.languages import languages
from releases.text.names import NamesFormField

from .at_once import AsksFirst
from .history import WithHistory
from .in_words import InWords
from .instant_input import InstantField
from .leads_on import LeadsOn
from .locking_form import LockingForm
from .protection import ProtectsPublic
from .refusal import ShowsRefusals
from .sent_numbers import number_sent
from .words import missing_languages, state_of, when_it_goes_out

SETTLED = _("This release is approved: only an editor changes what stands beside its texts.")
RELATED = ["topics", "meetings", "documents", "contacts"]


class CappedPaginator(Paginator):
    """Counts to a thousand pages and no further: a count of everything grows with the archive."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[: 1000 * self.per_page].count()


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("public", _("Public")),
            ("scheduled", _("Goes out later")),
            ("in_review", _("In review")),
            ("draft", _("Draft")),
            ("open", _("With an unfinished text")),
            ("removed", _("Removed")),
        ]

    def queryset(self, request, queryset):
        public = Q(pk__in=Edition.objects.ever_public().values("release"))
        with_open_text = Q(pk__in=Edition.objects.open().values("release"))
        chosen = {
            "public": queryset.filter(public, removal=""),
            "scheduled": queryset.scheduled(),
            "in_review": queryset.filter(status=PressRelease.Status.IN_REVIEW),
            "draft": queryset.filter(status=PressRelease.Status.DRAFT),
            "open": queryset.filter(with_open_text),
            "removed": queryset.exclude(removal=""),
        }
        return chosen.get(self.value(), queryset)


class YearFilter(admin.SimpleListFilter):
    title = _("year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        return [(str(year), year) for year in Edition.objects.approved().years()]

    def queryset(self, request, queryset):
        if 1 <= number_sent(self.value()) <= 9999:
            return queryset.filter(publish_at__year=self.value())
        return queryset


class RemovalForm(forms.Form):
    """Which kind of removal, why, and where the address leads; the model says what is missing."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=PressRelease.Removal.choices, widget=forms.RadioSelect
    )
    note = NamesFormField(
        label=_("Public explanation"),
        required=False,
        help_text=_("Shown in place of the text, or above it, with the date."),
    )
    moved_to = forms.ModelChoiceField(
        label=_("Leads to the release"), queryset=PressRelease.objects.none(), required=False
    )
    url = forms.URLField(
        label=_("or to the page"),
        required=False,
        max_length=500,
        help_text=_("Such as the copy in an archive, or the page that holds it now."),
        assume_scheme="https",
    )

    def __init__(self, *args, site, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["moved_to"].queryset = PressRelease.objects.with_title()
        field = PressRelease._meta.get_field("moved_to")
        self.fields["moved_to"].widget = AutocompleteSelect(field, site)
        self.fields["moved_to"].widget.choices = self.fields["moved_to"].choices


class WantedField(InstantField):
    """The planned time as a writer gives it, before anybody approves."""

    def __init__(self):
        super().__init__(
            label=_("Wanted for"),
            required=False,
            help_text=_("When it shall go public, if that is known: offered to who approves it."),
        )

    def clean(self, value):
        at = super().clean(value)
        if at and at <= timezone.now():
            raise ValidationError(_("This time has passed."))
        return at


class ReleaseForm(LockingForm):
    """A release; of one that is not approved yet with the time it is `wanted` for."""

    wanted = WantedField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        planned = self.instance.publish_at
        if not _can_be_planned(self.instance):
            del self.fields["wanted"]
        self.initial["wanted"] = planned if planned and planned > timezone.now() else None

    def _post_clean(self):
        if "wanted" in self.changed_data and "wanted" in self.cleaned_data:
            self.instance.publish_at = self.cleaned_data["wanted"]
        super()._post_clean()


@admin.register(PressRelease)
class PressReleaseAdmin(
    LeadsOn, AsksFirst, ShowsRefusals, ProtectsPublic, WithHistory, InWords, admin.ModelAdmin
):
    form = ReleaseForm
    leads = ["translate", "next_version", "unschedule", "restore", "remove", "accesses"]
    change_form_template = "admin/releases/pressrelease/change_form.html"
    list_display = ["title", "state", "texts", "kind", "reference"]
    list_filter = [StateFilter, "kind", YearFilter]
    search_fields = ["editions__title", "reference"]
    search_help_text = _("Searches titles and references.")
    show_full_result_count = False
    paginator = CappedPaginator
    list_per_page = 50
    autocomplete_fields = RELATED
    readonly_fields = ["reference", "state"]
    fieldsets = [
        (None, {"fields": ["reference", "state"]}),
        (_("What it is"), {"fields": ["kind", "place"]}),
        (_("What it is about"), {"fields": ["topics", "meetings"]}),
        (_("For journalists"), {"fields": ["documents", "contacts"]}),
    ]

    def get_queryset(self, request):
        editions = Edition.objects.defer("body").order_by("pk")
        releases = super().get_queryset(request).with_outcome().with_title()
        return releases.prefetch_related(Prefetch("editions", editions))

    def get_readonly_fields(self, request, obj=None):
        """What the public reads beside an approved text is for those who approve."""
        if not self._is_fixed(obj):
            return self.readonly_fields
        related = [] if request.user.has_perm("releases.approve_edition") else RELATED
        return [*self.readonly_fields, "kind", "town", *related]

    def get_fieldsets(self, request, obj=None):
        first, what, *others = self.fieldsets
        if self._is_fixed(obj):
            what = (what[0], {"fields": ["kind", "town"]})
        elif obj and _can_be_planned(obj):
            what = (what[0], {"fields": [*what[1]["fields"], "wanted"]})
        if self.has_change_permission(request, obj):
            first = (first[0], {"fields": [*first[1]["fields"], "drawn_from"]})
        if self._is_fixed(obj) and not request.user.has_perm("releases.approve_edition"):
            what = (what[0], what[1] | {"description": SETTLED})
        return [first, what, *others]

    def has_add_permission(self, request):
        """A release begins with its first text, taken in or written."""
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
            context |= self._steps_context(request, release)
        return super().change_view(request, object_id, form_url, context)

    def get_urls(self):
        def address(route, view):
            view = self.admin_site.admin_view(view)
            return path(f"<int:pk>/{route}/", view, name=f"releases_pressrelease_{route}")

        return [
            address("translate", require_POST(self.translate_view)),
            address("remove", self.remove_view),
            *super().get_urls(),
        ]

    def lead_on(self, request, obj, name):
        if name == "remove":
            return redirect("admin:releases_pressrelease_remove", obj.pk)
        if name == "accesses":
            accesses = reverse("admin:releases_embargoaccess_changelist")
            return redirect(f"{accesses}?release__id__exact={obj.pk}")
        if name == "next_version":
            editions = self.admin_site.get_model_admin(Edition)
            return editions.next_version_view(request, number_sent(request.POST["_next_version"]))
        if name == "translate":
            return self._translate(request, obj.pk, request.POST["_translate"])
        return getattr(self, f"_{name}")(request, obj)

    def translate_view(self, request, pk):
        """Begin a translation from one of the release's texts, which is copied."""
        return self._translate(request, pk, request.POST.get("language", ""))

    def _translate(self, request, pk, language):
        source = get_object_or_404(
            Edition, release=pk, pk=number_sent(request.POST.get("source")), live_until=None
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
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not request.user.has_perm("releases.remove_pressrelease"):
            raise PermissionDenied
        form = RemovalForm(
            request.POST or None, initial={"revision": release.revision}, site=self.admin_site
        )
        if request.method == "POST" and form.is_valid():
            values = dict(form.cleaned_data)
            release.revision = values.pop("revision")
            try:
                release.remove(request.user, **values)
            except StaleError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
                return redirect("admin:releases_pressrelease_change", pk)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.message_user(request, _("Removed, in all languages."), messages.SUCCESS)
                return redirect("admin:releases_pressrelease_change", pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Remove from the site"),
            "release": release,
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/releases/pressrelease/remove.html", context)

    def view_on_site(self, release):
        return release.get_absolute_url() if release.was_public else None

    @admin.display(description=_("place"))
    def town(self, release):
        return str(release.place)

    @admin.display(description=_("title"))
    def title(self, release):
        return str(release)

    @admin.display(description=_("state"), ordering="publish_at")
    def state(self, release):
        if release.status != PressRelease.Status.APPROVED:
            return release.get_status_display()
        if release.is_scheduled:
            return when_it_goes_out(release.publish_at)
        day = {"day": date_format(release.day)}
        if release.removal:
            return f"{release.get_removal_display()} ({_('public since %(day)s') % day})"
        return _("Public since %(day)s") % day

    @admin.display(description=_("texts"))
    def texts(self, release):
        return ", ".join(
            edition.language if edition.is_approved else f"{edition.language} ({state_of(edition)})"
            for edition in release.editions.all()
            if edition.live_until is None
        )

    def _steps_context(self, request, release):
        """The texts by language, and what this person may begin or move on."""
        editions = list(release.editions.all())
        behind = set(release.editions.behind().values_list("pk", flat=True))
        waiting = set(release.editions.waiting().values_list("pk", flat=True))
        lines = []
        latest_of = {e.language: e for e in editions if e.live_until is None and e.is_approved}
        sources = list(latest_of.values()) or editions
        for code, __ in languages():
            own = [edition for edition in editions if edition.language == code]
            may = may_write(request.user, code)
            latest = own[-1] if own else None
            lines += [
                {
                    "edition": edition,
                    "state": state_of(edition),
                    "behind": edition.pk in behind,
                    "when": when_it_goes_out(edition.due) if edition.pk in waiting else "",
                    "may_follow": may
                    and edition is latest
                    and edition.is_approved
                    and edition.pk not in waiting
                    and not release.removal,
                }
                for edition in own
            ]
        approves = request.user.has_perm("releases.approve_edition")
        removes = request.user.has_perm("releases.remove_pressrelease")
        lets_read = request.user.has_perm("releases.view_embargoaccess")
        ways = [
            ("unschedule", _("Take it off the schedule"), approves and release.is_scheduled),
            (
                "remove",
                _("Remove from the site…"),
                removes and release.was_public and not release.removal,
            ),
            ("restore", _("Put it back"), removes and release.removal),
            (
                "accesses",
                _("Journalists who may read it before"),
                lets_read and release.is_scheduled,
            ),
        ]
        return {
            "lines": lines,
            "intakes": release.intakes.order_by("pk"),
            "missing": missing_languages(editions, request.user) if sources else [],
            "sources": sources,
            "ways": [(name, words) for name, words, open_now in ways if open_now],
        }

    def _take(self, request, release, step, said):
        try:
            step()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:releases_pressrelease_change", release.pk)

    def _is_fixed(self, release):
        return release is not None and release.status == PressRelease.Status.APPROVED


def _can_be_planned(release):
    """Whether a time to come can be planned for a release: it is not approved, and new."""
    return release.status != PressRelease.Status.APPROVED and not release.first_published_at
