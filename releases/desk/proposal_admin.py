from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.models import Proposal
from releases.review import proposals

from .at_once import UnconfirmedError, ask, question
from .proposal_words import differences
from .public_items import public_items
from .record_pages import KeptForGood, address_of
from .sent_numbers import number_sent
from .what_leans import what_leans_on

DONE = {
    "accept": _("Accepted: the record is as proposed now."),
    "refuse": _("Refused. The record stays as it is, and your reason is kept."),
    "confirm": _("Confirmed: two people stand by this change now."),
    "withdraw": _("Taken back. The record stays as it is."),
}


class DecisionForm(forms.Form):
    """Asks why a proposal is refused, and keeps which state of its record somebody has in sight."""

    data: QueryDict
    seen = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.CharField(
        label=_("Why it is refused"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Needed to refuse it: who proposed it reads it."),
    )

    def now_seen(self, revision: int) -> None:
        """Let what is sent next say that the record is in sight as it is now."""
        self.data = self.data.copy()
        self.data["seen"] = str(revision)


@admin.register(Proposal)
class ProposalAdmin(KeptForGood):
    """The proposed changes, each with a page where it is decided on."""

    list_display = ["subject", "by", "at", "state"]
    list_filter = ["state"]
    list_select_related = ["by", "content_type"]
    search_fields = ["by__username", "reason"]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show what a proposal changes, and take the decision on it."""
        stored = Proposal.objects.select_related("by", "decided_by", "content_type")
        proposal = get_object_or_404(stored, pk=number_sent(object_id))
        if not self.has_view_permission(request, proposal):
            raise PermissionDenied
        form = DecisionForm(request.POST or None, initial={"seen": proposal.drawn_from})
        context: dict[str, Any] = {}
        step = next((step for step in DONE if f"_{step}" in request.POST), None)
        if step and form.is_valid():
            try:
                self._take(request, proposal, step, form)
            except UnconfirmedError as asked:
                context = question(asked)
            except ValidationError as error:
                self._refuse(form, proposal, error)
            else:
                self.message_user(request, DONE[step], messages.SUCCESS)
                return redirect(self._after(proposal, step))
        return self._page(request, proposal, form, context)

    def _take(self, request, proposal, step, form):
        """Take a step of `DONE`, all of it or nothing."""
        by = request.user
        if step == "accept":
            with transaction.atomic():
                before = public_items(proposal.record) if proposal.record else {}
                record = proposals.accept(proposal, by, form.cleaned_data["seen"])
                ask(request, record, before)
        elif step == "refuse":
            proposals.refuse(proposal, by, form.cleaned_data["answer"])
        elif step == "confirm":
            proposals.confirm(proposal, by)
        else:
            proposals.withdraw(proposal, by)

    def _refuse(self, form, proposal, error):
        if isinstance(error, proposals.ChangedSinceError):
            form.now_seen(type(proposal.record).objects.get(pk=proposal.record.pk).revision)
        faults = error.update_error_dict({})
        for name in [name for name in faults if name in form.fields]:
            form.add_error(name, faults.pop(name))
        for reasons in faults.values():
            form.add_error(None, reasons)

    def _page(self, request, proposal, form, context):
        fresh = Proposal.objects.select_related("by", "decided_by").get(pk=proposal.pk)
        record, own = fresh.record, fresh.by == request.user
        decides = proposals.may_decide(request.user) and not own
        context |= self.admin_site.each_context(request) | {
            "title": _("Proposed change"),
            "opts": self.opts,
            "proposal": fresh,
            "record": record,
            "address": record and address_of(record),
            "differences": differences(fresh),
            "leaning": record and what_leans_on(record),
            "form": form,
            "can_decide": decides and fresh.is_waiting,
            "can_confirm": decides and fresh.is_unconfirmed,
            "can_withdraw": own and fresh.is_waiting,
        }
        return TemplateResponse(request, "admin/releases/proposal/decide.html", context)

    def _after(self, proposal, step):
        if step == "accept":
            return address_of(proposal.record)
        return reverse("admin:releases_proposal_change", args=[proposal.pk])
