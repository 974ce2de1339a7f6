"""Narrows the list of releases."""

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, PressRelease

from .long_list import YearFilter


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
        few = self._few()
        if self.value() == "public":
            # Not by `public_from`: databases take its index then, and sort all that is public.
            return queryset.approved().filter(removal="").exclude(pk__in=few["scheduled"])
        if self.value() == "removed":
            return queryset.exclude(removal="")
        if self.value() in few:
            # By their keys: along the order of the list, all others would be read to find them.
            return queryset.filter(pk__in=few[self.value()])
        return queryset

    def _few(self) -> dict[str | None, QuerySet]:
        """Return the keys of what is in one of the states in which nothing stays."""
        releases, status = PressRelease.objects, PressRelease.Status
        return {
            "scheduled": releases.scheduled().values("pk"),
            "held": releases.filter(held_at__isnull=False).values("pk"),
            "in_review": releases.unapproved().filter(status=status.IN_REVIEW).values("pk"),
            "draft": releases.unapproved().filter(status=status.DRAFT).values("pk"),
            "open": Edition.objects.open().values("release"),
        }


class ReleaseYearFilter(YearFilter):
    dated_by = "publish_at"
