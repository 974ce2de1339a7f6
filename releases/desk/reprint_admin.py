from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from releases.models import Reprint
from releases.review import reprints

from .print_anew import say_what_is_left
from .record_pages import KeptForGood, address_of
from .sent_numbers import number_sent
from .words import state_of

APPROVED = _("Approved: the texts print it as it is now.")


class WaitingFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("waiting", _("waits for a second person"))]

    def queryset(self, request, queryset):
        return queryset.waiting() if self.value() == "waiting" else queryset


@admin.register(Reprint)
class ReprintAdmin(KeptForGood):
    """The lists of texts that are printed anew, each with a page where a second one approves it."""

    list_display = ["subject", "by", "at", "approved_by"]
    list_filter = [WaitingFilter]
    list_select_related = ["by", "approved_by", "content_type"]
    search_fields = ["by__username"]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show the texts of an act with what was found in them, and take their approval."""
        stored = Reprint.objects.select_related("by", "approved_by", "content_type")
        reprint = get_object_or_404(stored, pk=number_sent(object_id))
        if not self.has_view_permission(request, reprint):
            raise PermissionDenied
        if request.method == "POST":
            return self._approve(request, reprint)
        texts = reprint.editions.select_related("release").order_by("pk")
        may = request.user.has_perm("releases.approve_edition") and request.user != reprint.by
        context = self.admin_site.each_context(request) | {
            "title": _("Printed anew"),
            "opts": self.opts,
            "reprint": reprint,
            "record": reprint.record,
            "address": reprint.record and address_of(reprint.record),
            "texts": [(text, state_of(text)) for text in texts],
            "warnings": reprints.warnings(reprint),
            "can_approve": may and not reprint.approved_at,
        }
        return TemplateResponse(request, "admin/releases/reprint/approve.html", context)

    def _approve(self, request, reprint):
        try:
            left = reprints.approve(reprint, request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            say_what_is_left(self, request, left)
            self.message_user(request, APPROVED, messages.SUCCESS)
        return redirect("admin:releases_reprint_change", reprint.pk)
