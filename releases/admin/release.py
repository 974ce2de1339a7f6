from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.timesince import timeuntil
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from releases.fields import languages
from releases.models import Edition, PressRelease

from .instant import in_newsroom_time


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
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        approved = Q(status=PressRelease.Status.APPROVED)
        states = {
            "public": approved & Q(publish_at__lte=now),
            "scheduled": approved & Q(publish_at__gt=now),
            "in_review": Q(status=PressRelease.Status.IN_REVIEW),
            "draft": Q(status=PressRelease.Status.DRAFT),
            "open": Q(pk__in=Edition.objects.filter(live_from=None).values("release")),
        }
        return queryset.filter(states.get(self.value(), Q()))


class YearFilter(admin.SimpleListFilter):
    title = _("year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        return [(year, year) for year in Edition.objects.exclude(live_from=None).years()]

    def queryset(self, request, queryset):
        if self.value() and self.value().isascii() and self.value().isdecimal():
            return queryset.filter(publish_at__year=self.value())
        return queryset


@admin.register(PressRelease)
class PressReleaseAdmin(admin.ModelAdmin):
    actions = None
    list_display = ["title", "state", "texts", "kind", "reference"]
    list_filter = [StateFilter, "kind", YearFilter]
    search_fields = ["editions__title", "reference"]
    search_help_text = _("Searches titles and references.")
    show_full_result_count = False
    paginator = CappedPaginator
    list_per_page = 50
    autocomplete_fields = ["topics", "meetings", "documents", "contacts"]
    readonly_fields = ["reference", "state", "texts_to_write"]
    fieldsets = [
        (None, {"fields": ["reference", "state", "texts_to_write"]}),
        (_("What it is"), {"fields": ["kind", "place"]}),
        (_("What it is about"), {"fields": ["topics", "meetings"]}),
        (_("For journalists"), {"fields": ["documents", "contacts"]}),
    ]

    def get_queryset(self, request):
        editions = Edition.objects.defer("body").order_by("pk")
        return super().get_queryset(request).prefetch_related(Prefetch("editions", editions))

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, *(["kind", "town"] if self._is_fixed(obj) else [])]

    def get_fieldsets(self, request, obj=None):
        if not self._is_fixed(obj):
            return self.fieldsets
        fixed = (_("What it is"), {"fields": ["kind", "town"]})
        return [self.fieldsets[0], fixed, *self.fieldsets[2:]]

    def has_delete_permission(self, request, obj=None):
        if obj and obj.reference:
            return False
        return super().has_delete_permission(request, obj)

    def add_view(self, request, form_url="", extra_context=None):
        """A release begins with its first text."""
        return redirect("admin:releases_edition_add")

    def get_urls(self):
        unschedule = self.admin_site.admin_view(require_POST(self.unschedule_view))
        name = "releases_pressrelease_unschedule"
        return [path("<int:pk>/unschedule/", unschedule, name=name), *super().get_urls()]

    def unschedule_view(self, request, pk):
        release = get_object_or_404(PressRelease, pk=pk)
        if not self.has_change_permission(request, release):
            raise PermissionDenied
        try:
            release.unschedule()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, _("Taken off the schedule. Its texts can be edited again."))
        return redirect("admin:releases_pressrelease_change", pk)

    def _is_fixed(self, release):
        return release is not None and release.status == PressRelease.Status.APPROVED

    def view_on_site(self, release):
        public = PressRelease.objects.public().filter(pk=release.pk).exists()
        return release.get_absolute_url() if public else None

    @admin.display(description=_("place"))
    def town(self, release):
        return str(release.place)

    @admin.display(description=_("title"))
    def title(self, release):
        editions = list(release.editions.all())
        return editions[0].title if editions else _("Release without a text")

    @admin.display(description=_("state"), ordering="publish_at")
    def state(self, release):
        if release.status != PressRelease.Status.APPROVED:
            return release.get_status_display()
        if release.is_scheduled:
            return _("Goes out on %(instant)s, in %(left)s") % {
                "instant": in_newsroom_time(release.publish_at),
                "left": timeuntil(release.publish_at),
            }
        return _("Public since %(day)s") % {"day": date_format(release.day)}

    @admin.display(description=_("texts"))
    def texts(self, release):
        return ", ".join(
            edition.language if edition.is_approved else f"{edition.language} ({state_of(edition)})"
            for edition in release.editions.all()
            if edition.live_until is None
        )

    @admin.display(description=_("texts"))
    def texts_to_write(self, release):
        """A line for each text, and links to those that can be written now."""
        editions = list(release.editions.all())
        lines = [
            format_html(
                '<li lang="{}"><a href="{}">{}</a> – {}, {} {}, {}</li>',
                edition.language,
                reverse("admin:releases_edition_change", args=[edition.pk]),
                edition.title,
                edition.language_name,
                _("version"),
                edition.version,
                state_of(edition),
            )
            for edition in editions
        ]
        add = reverse("admin:releases_edition_add")
        open_drafts = {edition.language for edition in editions if not edition.is_approved}
        written = {edition.language for edition in editions}
        for code, __ in languages():
            if code in open_drafts or (code in written and release.is_scheduled):
                continue
            label = _("Write the next version in %(language)s") if code in written else None
            label = label or _("Write it in %(language)s")
            lines.append(
                format_html(
                    '<li><a href="{}?release={}&amp;language={}">{}</a></li>',
                    add,
                    release.pk,
                    code,
                    label % {"language": get_language_info(code)["name_translated"]},
                )
            )
        return format_html("<ul>{}</ul>", format_html("{}" * len(lines), *lines))


def state_of(edition):
    if edition.is_approved:
        return _("approved") if edition.live_until is None else _("replaced")
    return _("in review") if edition.submitted_at else _("draft")
