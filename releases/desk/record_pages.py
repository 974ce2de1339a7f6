"""What the pages of proposals and of printings anew share: they are about a record, and kept."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .long_list import LongList


class KeptForGood(LongList):
    """A ModelAdmin of what is about a record, of any model: nobody edits or deletes it."""

    actions = None
    ordering = ["-pk"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("record")

    @admin.display(description=_("record"))
    def subject(self, obj):
        return f"{obj.kind}: {obj.record or _('deleted')}"


def address_of(record, page="change"):
    """Return the address of a page of a record at the desk."""
    return reverse(f"admin:releases_{record._meta.model_name}_{page}", args=[record.pk])
