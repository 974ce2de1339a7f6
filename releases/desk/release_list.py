"""Narrows the list of releases, and pages it."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, Moment, PressRelease
from releases.models.years import years_of

from .sent_numbers import number_sent

MOST = 1000


class CappedPaginator(Paginator):
    """Counts to a thousand rows and no further: a count of everything grows with the archive."""

    object_list: QuerySet

    @cached_property
    def count(self):
        return self.object_list.order_by().values("pk")[:MOST].count()


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("public", _("Public")),
            ("scheduled", _("Goes out later")),
            ("held", _("Held back")),
            ("in_review", _("In review")),
            ("draft", _("Draft")),
            ("open", _("With an unfinished text")),
            ("removed", _("Removed")),
        ]

    def queryset(self, request, queryset):
        public = Q(public_from__lte=Moment.now().limit)
        with_open_text = Q(pk__in=Edition.objects.open().values("release"))
        chosen = {
            "public": queryset.filter(public, removal=""),
            "scheduled": queryset.scheduled(),
            "held": queryset.exclude(held_at=None),
            "in_review": queryset.filter(status=PressRelease.Status.IN_REVIEW),
            "draft": queryset.filter(status=PressRelease.Status.DRAFT),
            "open": queryset.filter(with_open_text),
            "removed": queryset.exclude(removal=""),
        }
        return chosen.get(self.value() or "", queryset)


class YearFilter(admin.SimpleListFilter):
    title = _("year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        return [
            (str(year), year) for year in years_of(PressRelease.objects.approved(), "publish_at")
        ]

    def queryset(self, request, queryset):
        if 1 <= number_sent(self.value()) <= 9999:
            return queryset.filter(publish_at__year=self.value())
        return queryset
