"""Makes the buttons above a form save what is typed in it before they lead on."""

from collections.abc import Sequence

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from .locking_form import drawn_from


class SavesFirst(admin.ModelAdmin):
    """
    A ModelAdmin, used with `ShowsRefusals`, whose form has buttons that save and then lead on.

    Each is named `_NAME`, by a name of `leads_to`. What is refused stays on the page with what
    is wrong, and leads nowhere.
    """

    leads_to: Sequence[str] = ()

    def lead_on(self, request, obj, name):
        """Answer to the button `name` once `obj` is saved, which is as stored now."""
        raise NotImplementedError

    def response_add(self, request, obj, post_url_continue=None):
        stock = super().response_add
        return self._led_on(request, obj, True) or stock(request, obj, post_url_continue)

    def response_change(self, request, obj):
        saved = str(drawn_from(obj)) != request.POST.get("drawn_from")
        return self._led_on(request, obj, saved) or super().response_change(request, obj)

    def _led_on(self, request, obj, saved):
        name = next((name for name in self.leads_to if f"_{name}" in request.POST), None)
        if name is None:
            return None
        if saved:
            self.message_user(request, _("Saved."), messages.SUCCESS)
        # What was saved with it, such as a quote, may have moved it on since.
        return self.lead_on(request, type(obj).objects.get(pk=obj.pk), name)
