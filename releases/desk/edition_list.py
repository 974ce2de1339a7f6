"""Narrows the list of texts to those that somebody has to do something about."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from releases.models import Step


class ToDoFilter(admin.SimpleListFilter):
    title = _("what to do")
    parameter_name = "todo"

    def lookups(self, request, model_admin):
        return [
            ("mine", _("Waiting for me")),
            ("draft", _("Draft")),
            ("in_review", _("In review")),
            ("correction", _("Correction being written")),
            ("behind", _("Behind its source")),
            ("unconfirmed", _("Approved by one person alone")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "unconfirmed":
            return queryset.filter(pk__in=Step.objects.unconfirmed().values("edition"))
        chosen = {
            "mine": queryset.waiting_for(request.user),
            "draft": queryset.drafts(),
            "in_review": queryset.in_review(),
            "correction": queryset.open().filter(version__gt=1),
            "behind": queryset.behind(),
        }
        return chosen.get(self.value() or "", queryset)
