"""Keeps a change of what the public leans on from taking effect by one person alone."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import FileField
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from releases.models import Proposal, Reprint, languages_of
from releases.review import proposals
from releases.review.leaning import leaned_on
from releases.review.record_changes import difference, snapshot, whole_of
from releases.text.names import NamesField

from .at_once import UnconfirmedError, ask, question
from .locking_form import ReasonedForm
from .print_anew import print_anew
from .public_items import public_items
from .record_pages import address_of
from .what_leans import what_leans_on

PROPOSED = _("Proposed. Nothing has changed yet: an editor accepts it, or says why not.")
FILE = _("A file cannot wait as a proposal: add it as a document of its own.")


class ProposedError(Exception):
    """What was saved is to wait as a proposal: it is rolled back, and kept as `changes`."""

    def __init__(self, record, changes, reason):
        super().__init__()
        self.record, self.changes, self.reason = record, changes, reason


class GuardsPublic(admin.ModelAdmin):
    """
    A ModelAdmin, used with `ShowsRefusals`, of records that public pages may lean on. Of such a
    record a writer's change waits as a proposal; an editor's is made at once, with a reason, and
    noted until a second person confirms it. What it puts before the public at once is listed,
    and ticked, before it is done.
    """

    form = ReasonedForm

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Let who adds no such records, a translator, give names in the own languages alone."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        if not self.has_add_permission(request):
            form.writable = languages_of(request.user)
        return form

    def get_readonly_fields(self, request, obj=None):
        names = list(super().get_readonly_fields(request, obj))
        if self.has_add_permission(request):
            return names
        fields = self.opts.concrete_fields
        return names + [f.name for f in fields if f.editable and not isinstance(f, NamesField)]

    def asks_why(self, request, obj):
        """Whether the form has to ask for a reason. `obj` is None for a record to be added."""
        return obj is not None and leaned_on(whole_of(obj))

    def get_fieldsets(self, request, obj=None):
        return self.with_reason(request, obj, super().get_fieldsets(request, obj))

    def with_reason(self, request, obj, fieldsets):
        """Add the field that asks why, for who may change what the public leans on."""
        may = self.has_change_permission(request, obj) if obj else True
        if not (may and self.asks_why(request, obj)):
            return fieldsets
        return [*fieldsets, (None, {"fields": ["reason"]})]

    def save_model(self, request, obj, form, change):
        """Remember the record as it was, with what is edited with it, and what the public reads."""
        if "_propose" in request.POST and any(
            isinstance(form.fields.get(name), FileField) for name in form.files
        ):
            raise ValidationError(FILE)
        whole = whole_of(obj)
        form.before = snapshot(whole) if whole.pk else None
        form.leaned_on = bool(whole.pk) and leaned_on(whole)
        form.public_before = public_items(type(obj).objects.get(pk=obj.pk)) if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.judge_saved(request, form)

    def judge_saved(self, request, form):
        """Refuse what has just been saved, which is rolled back then, or let it be."""
        record = whole_of(form.instance)
        if form.before is not None:
            self._judge(request, form, record, difference(form.before, snapshot(record)))
        ask(request, form.instance, form.public_before)

    def _judge(self, request, form, record, changes):
        """Let the changes wait, or note them, where the public leans on what they change."""
        if not changes or not (form.leaned_on or proposals.announces(record, changes)):
            return
        by, reason = request.user, form.cleaned_data["reason"]
        if "_propose" in request.POST or proposals.has_to_propose(by, record, changes):
            raise ProposedError(record, changes, reason)
        if form.leaned_on:
            proposals.note(record, changes, by, reason)

    def get_urls(self):
        name = f"releases_{self.opts.model_name}_print_anew"
        view = self.admin_site.admin_view(self.print_anew_view)
        return [path("<int:pk>/print-anew/", view, name=name), *super().get_urls()]

    def print_anew_view(self, request, pk):
        """Submit minor corrections of the texts that print another form of a record."""
        if not proposals.may_decide(request.user):
            raise PermissionDenied
        record = get_object_or_404(self.get_queryset(request), pk=pk)
        return print_anew(self, request, whole_of(record))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Keep as a proposal, once it is rolled back, what is to wait for somebody else."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ProposedError as proposed:
            stored = type(proposed.record).objects.get(pk=proposed.record.pk)
            made = proposals.propose(stored, proposed.changes, request.user, proposed.reason)
            self.message_user(request, PROPOSED, messages.SUCCESS)
            return redirect("admin:releases_proposal_change", made.pk)

    def render_change_form(self, request, context, *args, **kwargs):
        if record := kwargs.get("obj"):
            context |= self.leaning_context(request, record)
        if isinstance(asked := context.get("refusal"), UnconfirmedError):
            # Nothing is wrong in the form: it is a question, not an error.
            context |= question(asked) | {"errors": None}
        return super().render_change_form(request, context, *args, **kwargs)

    def leaning_context(self, request, obj):
        """Collect what the form says before a change: where it shows, and which ones are open."""
        record, user = whole_of(obj), request.user
        open_changes = Proposal.objects.of(record).select_related("by")
        last = open_changes.filter(by=user).first()
        found = {
            "waiting": list(open_changes.waiting()),
            "unconfirmed": list(open_changes.unconfirmed()),
            "refused": last if last and last.state == Proposal.State.REFUSED else None,
            "reprints": list(Reprint.objects.of(record).waiting().select_related("by")),
        }
        if not leaned_on(record):
            return found
        may = self.has_change_permission(request, obj)
        decides = proposals.may_decide(user)
        return found | {
            "leaning": what_leans_on(record),
            "proposes": may and not decides,
            "may_propose": may and decides,
            "print_anew": decides and address_of(record, "print_anew"),
        }
