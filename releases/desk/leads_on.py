"""Buttons above a form that save what is typed in it, and then lead on."""

from django.contrib import messages
from django.utils.translation import gettext_lazy as _

from .locking_form import drawn_from


class LeadsOn:
    """
    For a ModelAdmin with ShowsRefusals: what stands above its form saves before it leads on.

    Each is a button of the form, named `_NAME` by a name of `leads`. What is refused stays on
    the page with what is wrong, and leads nowhere.
    """

    leads = ()

    def lead_on(self, request, obj, name):
        """The answer of a button once `obj`, as stored now, is saved."""
        raise NotImplementedError

    def response_add(self, request, obj, post_url_continue=None):
        stock = super().response_add
        return self._led_on(request, obj, True) or stock(request, obj, post_url_continue)

    def response_change(self, request, obj):
        saved = str(drawn_from(obj)) != request.POST.get("drawn_from")
        return self._led_on(request, obj, saved) or super().response_change(request, obj)

    def _led_on(self, request, obj, saved):
        name = next((name for name in self.leads if f"_{name}" in request.POST), None)
        if name is None:
            return None
        if saved:
            self.message_user(request, _("Saved."), messages.SUCCESS)
        # What was saved with it, such as a quote, may have moved it on since.
        return self.lead_on(request, type(obj).objects.get(pk=obj.pk), name)
