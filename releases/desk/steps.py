"""The steps of a text at the desk: submit, send back, approve, confirm, take off the schedule."""

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from releases.models import PressRelease, StaleError, Step, copies, may_write
from releases.text.instants import distance, in_newsroom_time

from .instant_input import InstantField
from .words import missing_languages, state_of, when_it_goes_out

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


class StepForm(forms.Form):
    """
    A step, drawn from one revision of the text: a later one is not touched by it.

    `findings` are those of preflight; the warnings among them are confirmed one by one.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, findings=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.warnings = []
        for number, finding in enumerate(f for f in findings if not f.blocks):
            name = f"warning-{finding.key}"
            field = forms.BooleanField(label=finding.sentence, required=False)
            field.widget.attrs["id"] = f"id_warning_{number}"
            self.fields[name] = field
            self.warnings.append((finding, self[name]))

    @property
    def accepted(self):
        return [finding.key for finding, box in self.warnings if self.cleaned_data.get(box.name)]

    def refuse(self, error):
        """Show what a model refused at the field it is about."""
        codes = {getattr(one, "code", "") for one in getattr(error, "error_list", [])}
        if codes == {"unconfirmed"}:
            error = ValidationError(_("Confirm each of the warnings, or mend the text first."))
        elif codes == {"blocked"}:
            error = ValidationError(_("Mend what is wrong first."))
        about = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error}
        for name, errors in about.items():
            self.add_error(name if name in self.fields else None, errors)


class SendBackForm(StepForm):
    reason = forms.CharField(
        label=_("What has to change"), required=False, widget=forms.Textarea({"rows": 4})
    )


class ApprovalForm(StepForm):
    """Nothing is chosen beforehand but a time that was planned: an empty one is no answer."""

    NOW, LATER = "now", "later"

    when = forms.ChoiceField(
        label=_("When"),
        choices=[(LATER, _("At this time:")), (NOW, _("Publish now"))],
        widget=forms.RadioSelect,
        required=False,
    )
    at = InstantField(label=_("Goes public at"), required=False)
    reason = forms.CharField(
        label=_("Why you approve what you submitted yourself"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Kept, and marked until a second person confirms it."),
    )

    def clean(self):
        """A time that was typed is the answer; a half-typed one is wrong, whatever is chosen."""
        values = super().clean()
        at, when = values.get("at"), values.get("when")
        if "when" not in self.fields or "at" in self.errors:
            return values
        if at and when == self.NOW:
            sentence = _(
                "You gave a time, %(time)s: remove it to publish now, or choose “At this time”."
            )
            self.add_error("when", sentence % {"time": in_newsroom_time(at)})
        elif when == self.LATER and not at:
            self.add_error("at", _("Give the day and the hour."))
        elif not (when or at):
            self.add_error("when", _("Say when it goes public."))
        return values


class TakesSteps:
    """For the admin of editions: a page for each step, and what the form shows of them."""

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
        """What the form shows above the text: its state, and the steps this person may take."""
        steps = edition.steps_for(request.user)
        taken = list(edition.steps.select_related("by", "confirmed_by"))
        return {
            "state": state_of(edition),
            "when": when_it_goes_out(edition.due) if edition.is_waiting else "",
            "ways": list(self._ways(edition, steps)),
            "can_unschedule": "unschedule" in steps,
            "taken": taken,
            "sent_back": taken[-1] if taken and taken[-1].kind == Step.Kind.SENT_BACK else None,
            "behind": bool(copies.paragraphs_behind(edition)),
            "stored": edition,
        } | self._beginnings(request.user, edition)

    def lead_on(self, request, edition, name):
        """From the form to what was pressed; a step that is not open any more says why."""
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
        What an approved text is the beginning of: its correction, or else the `newest` version,
        the `missing` languages, and the removal of its release. Four queries.
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
            "missing": missing_languages(texts, user) if edition.live_until is None else [],
            "can_remove": removes and release.was_public and not release.removal,
        }

    def _ways(self, edition, steps):
        """What leads on from the form: the name, the words and the address of each."""
        names = ["preview", *(["beside"] if edition.source_id else [])]
        names += [step for step in steps if step != "unschedule"]
        for name in names:
            yield name, WAYS[name], reverse(f"admin:releases_edition_{name}", args=[edition.pk])
        release = reverse("admin:releases_pressrelease_change", args=[edition.release_id])
        yield "release", WAYS["release"], release

    def submit_view(self, request, pk):
        edition = self.viewable(request, pk)
        form = StepForm(
            request.POST or None,
            initial={"revision": edition.revision},
            findings=edition.findings(),
        )
        return self._take(request, edition, "submit", form, lambda: {"accepted": form.accepted})

    def send_back_view(self, request, pk):
        edition = self.viewable(request, pk)
        form = SendBackForm(request.POST or None, initial={"revision": edition.revision})
        return self._take(
            request, edition, "send_back", form, lambda: {"reason": form.cleaned_data["reason"]}
        )

    def approve_view(self, request, pk):
        edition = self.viewable(request, pk)
        release, now = edition.release, timezone.now()
        planned = release.publish_at if release.publish_at and release.publish_at > now else None
        asks = not (release.is_scheduled or release.goes_out_at_once)
        asked = ApprovalForm(request.POST or None)
        at = now if release.goes_out_at_once else planned
        if asks and asked.is_valid():
            at = asked.cleaned_data["at"] or now
        initial = {"revision": edition.revision, "at": planned}
        form = ApprovalForm(
            request.POST or None,
            initial=initial | ({"when": ApprovalForm.LATER} if planned else {}),
            findings=edition.findings(at),
        )
        if request.user != edition.submitted_by:
            del form.fields["reason"]
        if not asks:
            del form.fields["at"], form.fields["when"]
        return self._take(
            request,
            edition,
            "approve",
            form,
            lambda: (
                {"accepted": form.accepted}
                | {
                    name: form.cleaned_data[name]
                    for name in ("at", "reason")
                    if name in form.fields
                }
            ),
            at=at,
        )

    def confirm_view(self, request, pk):
        edition = self.viewable(request, pk)
        form = StepForm(request.POST or None, initial={"revision": edition.revision})
        alone = edition.steps.unconfirmed().select_related("by").last()
        return self._take(request, edition, "confirm", form, dict, alone=alone)

    def unschedule_view(self, request, pk):
        edition = self.viewable(request, pk)
        return self._take(request, edition, "unschedule", StepForm(request.POST), dict)

    def next_version_view(self, request, pk):
        edition = self.viewable(request, pk)
        try:
            return self._to_text(copies.next_version(edition, request.user))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect("admin:releases_pressrelease_change", edition.release_id)

    def _take(self, request, edition, step, form, values, **context):
        """Show the page of a step, or take it; a text that has moved on shows where it is."""
        if not self._may_ever(request.user, step, edition):
            raise PermissionDenied
        if request.method == "POST" and form.is_valid():
            edition.revision = form.cleaned_data["revision"]
            try:
                getattr(edition, step)(request.user, **values())
            except StaleError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
                return self._to_text(edition)
            except ValidationError as error:
                form.refuse(error)
            else:
                said = DONE.get(step) or self._said(edition)
                self.message_user(request, said, messages.SUCCESS)
                return self._to_text(edition)
        elif step not in edition.steps_for(request.user):
            self.message_user(request, NOT_OPEN, messages.ERROR)
            return self._to_text(edition)
        context |= self.admin_site.each_context(request) | {
            "title": f"{str(LABELS[step]).rstrip('…')}: {edition.title}",
            "step": step,
            "edition": edition,
            "form": form,
            "opts": self.opts,
            "errors": [f for f in edition.findings(context.get("at")) if f.blocks]
            if step in ("submit", "approve")
            else [],
            "asks_time": edition.release.status != PressRelease.Status.APPROVED,
            "at": context.get("at") and in_newsroom_time(context["at"]),
            "distance": context.get("at") and distance(context["at"]),
            "now": in_newsroom_time(timezone.now()),
        }
        return TemplateResponse(request, "admin/releases/edition/step.html", context)

    def _may_ever(self, user, step, edition):
        if step != "submit":
            return user.has_perm("releases.approve_edition")
        return user.has_perm("releases.submit_edition") and may_write(user, edition.language)

    def _to_text(self, edition):
        return redirect(reverse("admin:releases_edition_change", args=[edition.pk]))

    def _said(self, edition):
        if edition.is_waiting:
            return _("Approved. %(when)s.") % {"when": when_it_goes_out(edition.due)}
        return _("Approved and public.")
