"""Takes a text through its steps: submit, send back, approve, confirm, take off the schedule."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from releases.models import Edition, PressRelease, StaleError, Step, copies, may_write
from releases.text.instants import distance, in_newsroom_time

from .step_forms import ApprovalForm, SendBackForm, StepForm, SubmissionForm, time_to_judge
from .words import how_it_waits, missing_languages, state_of

LABELS = {
    "submit": _("Submit for review…"),
    "approve": _("Approve…"),
    "send_back": _("Send back…"),
    "confirm": _("Confirm the approval…"),
    "unschedule": _("Take it off the schedule"),
}
WAYS = LABELS | {
    "preview": _("Preview"),
    "beside": _("Beside its source"),
    "release": _("The release and its other texts"),
    "submit": _("Save and submit…"),
}
DONE = {
    "submit": _("Submitted. Somebody else can approve it now."),
    "send_back": _("Sent back to the writer, with your reason."),
    "confirm": _("Confirmed: two people stand by this approval now."),
    "unschedule": _("Taken off the schedule. Its texts can be edited again."),
}

NOT_OPEN = _("This step is not open now: the text is as shown here.")
DRAFT_AGAIN = _(
    "You have changed this text, so it is a draft again: nobody approves what they have not "
    "read. Submit it once it is ready."
)


class TakesSteps(admin.ModelAdmin):
    """A ModelAdmin of editions with a page for each step, and what the form shows of them."""

    def step_urls(self, address):
        return [
            address("submit", self.submit_view, "submit"),
            address("send-back", self.send_back_view, "send_back"),
            address("approve", self.approve_view, "approve"),
            address("confirm", self.confirm_view, "confirm"),
            address("unschedule", require_POST(self.unschedule_view), "unschedule"),
            address("next-version", require_POST(self.next_version_view), "next_version"),
        ]

    def steps_context(self, request, edition):
        """Collect what the form shows above the text: its state, and the steps open to them."""
        steps = edition.steps_for(request.user)
        taken = list(edition.steps.select_related("by", "confirmed_by"))
        return {
            "state": state_of(edition),
            "when": how_it_waits(edition) if edition.is_waiting else "",
            "ways": list(self._ways(edition, steps)),
            "can_unschedule": "unschedule" in steps,
            "taken": taken,
            "sent_back": taken[-1] if taken and taken[-1].kind == Step.Kind.SENT_BACK else None,
            "behind": bool(copies.paragraphs_behind(edition)),
            "stored": edition,
        } | self._beginnings(request.user, edition)

    def lead_on(self, request, edition, name):
        """Lead from the form to what was pressed; of a step that is not open any more say why."""
        if name == "release":
            return redirect("admin:releases_pressrelease_change", edition.release_id)
        if name in LABELS and name not in edition.steps_for(request.user):
            handed_in = edition.is_approved or edition.is_in_review
            said = NOT_OPEN if handed_in else DRAFT_AGAIN
            self.message_user(request, said, messages.WARNING)
            return self._to_text(edition)
        return redirect(f"admin:releases_edition_{name}", edition.pk)

    def _beginnings(self, user, edition):
        """
        Collect what can begin with an approved text: its correction, or else a look at the
        `newest` version, the `missing` languages, the removal of its release. Four queries.
        """
        if not edition.is_approved:
            return {}
        release, texts = edition.release, list(edition.release.editions.defer("body"))
        newest = max(
            (text for text in texts if text.language == edition.language),
            key=lambda text: text.version,
        )
        follows = newest == edition and not edition.is_waiting and not release.removal
        removes = user.has_perm("releases.remove_pressrelease")
        return {
            "can_correct": follows and may_write(user, edition.language),
            "newest": newest if newest != edition else None,
            "missing": missing_languages(texts, user) if edition.visible_until is None else [],
            "can_remove": removes and release.was_public and not release.removal,
        }

    def _ways(self, edition, steps):
        """Give the name, the words and the address of each button that leads on from the form."""
        names = ["preview", *(["beside"] if edition.source_id else [])]
        names += [step for step in steps if step != "unschedule"]
        for name in names:
            yield name, WAYS[name], reverse(f"admin:releases_edition_{name}", args=[edition.pk])
        release = reverse("admin:releases_pressrelease_change", args=[edition.release_id])
        yield "release", WAYS["release"], release

    def submit_view(self, request, pk):
        edition = self.viewable(request, pk)
        initial = {"revision": edition.revision}
        form = SubmissionForm(request.POST or None, initial=initial, findings=edition.findings())
        return self._step_view(request, edition, "submit", form)

    def send_back_view(self, request, pk):
        edition = self.viewable(request, pk)
        form = SendBackForm(request.POST or None, initial={"revision": edition.revision})
        return self._step_view(request, edition, "send_back", form)

    def approve_view(self, request, pk):
        edition = self.viewable(request, pk)
        at = time_to_judge(edition.release, request.POST or None)
        form = ApprovalForm(
            request.POST or None, edition=edition, by=request.user, findings=edition.findings(at)
        )
        return self._step_view(request, edition, "approve", form, at=at)

    def confirm_view(self, request, pk):
        edition = self.viewable(request, pk)
        form = StepForm(request.POST or None, initial={"revision": edition.revision})
        alone = edition.steps.unconfirmed().select_related("by").last()
        return self._step_view(request, edition, "confirm", form, alone=alone)

    def unschedule_view(self, request, pk):
        edition = self.viewable(request, pk)
        return self._step_view(request, edition, "unschedule", StepForm(request.POST))

    def next_version_view(self, request, pk):
        edition = self.viewable(request, pk)
        try:
            return self._to_text(copies.next_version(edition, request.user))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect("admin:releases_pressrelease_change", edition.release_id)

    def viewable(self, request, pk):
        """Find the text with its release, for who may see it; 404 or PermissionDenied else."""
        edition = get_object_or_404(Edition.objects.select_related("release", "source"), pk=pk)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        return edition

    def _step_view(self, request, edition, step, form, at=None, alone=None):
        """
        Take a step, or draw its page; a text that has moved on shows where it is.

        `at` is when it would go out, for an approval; `alone` the one to be confirmed.
        """
        if not edition.may_take(request.user, step):
            raise PermissionDenied
        if request.method == "POST" and form.is_valid():
            if self._take(request, edition, step, form):
                return self._to_text(edition)
        elif step not in edition.steps_for(request.user):
            self.message_user(request, NOT_OPEN, messages.ERROR)
            return self._to_text(edition)
        context = self.admin_site.each_context(request) | {
            "title": f"{str(LABELS[step]).rstrip('…')}: {edition.title}",
            "step": step,
            "edition": edition,
            "form": form,
            "opts": self.opts,
            "errors": form.blocking,
            "asks_time": edition.release.status != PressRelease.Status.APPROVED,
            "at": at and in_newsroom_time(at),
            "distance": at and distance(at),
            "now": in_newsroom_time(timezone.now()),
            "alone": alone,
        }
        return TemplateResponse(request, "admin/releases/edition/step.html", context)

    def _take(self, request, edition, step, form):
        """Return False where the model refuses the step, with its reasons on the form."""
        edition.revision = form.cleaned_data["revision"]
        try:
            getattr(edition, step)(request.user, **form.values)
        except StaleError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except ValidationError as error:
            form.refuse(error)
            return False
        else:
            said = DONE.get(step) or self._said_of_approval(edition)
            self.message_user(request, said, messages.SUCCESS)
        return True

    def _to_text(self, edition):
        return redirect(reverse("admin:releases_edition_change", args=[edition.pk]))

    def _said_of_approval(self, edition):
        if edition.is_waiting:
            return _("Approved. %(when)s.") % {"when": how_it_waits(edition)}
        return _("Approved and public.")
