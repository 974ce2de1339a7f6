"""The forms on which somebody submits, sends back, approves or confirms a text."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import PressRelease
from releases.models.preflight import Finding
from releases.text.instants import in_newsroom_time

from .instant_input import InstantField


class StepForm(forms.Form):
    """The form of a step, drawn from one revision of the text: a later one is not touched by it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    blocking: list[Finding] = []

    @property
    def values(self) -> dict[str, Any]:
        """The arguments that a valid form gives to the step, beside who takes it."""
        return {}

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

    @property
    def values(self):
        return {"reason": self.cleaned_data["reason"]}


class SubmissionForm(StepForm):
    """
    The form of a step that preflight looks at first: its `findings` are `blocking`, or
    `warnings` that are confirmed one by one, each with its box.
    """

    def __init__(self, *args, findings: Iterable[Finding], **kwargs):
        super().__init__(*args, **kwargs)
        findings = list(findings)
        self.blocking = [finding for finding in findings if finding.blocks]
        self.warnings = []
        for number, finding in enumerate(f for f in findings if not f.blocks):
            name = f"warning-{finding.key}"
            field = forms.BooleanField(label=finding.sentence, required=False)
            field.widget.attrs["id"] = f"id_warning_{number}"
            self.fields[name] = field
            self.warnings.append((finding, self[name]))

    @property
    def values(self):
        accepted = [finding.key for finding, box in self.warnings if self.cleaned_data[box.name]]
        return {"accepted": accepted}


class WhenForm(forms.Form):
    """Asks when a text goes public. Nothing is chosen beforehand: an empty form is no answer."""

    NOW, LATER = "now", "later"
    WHEN = [(LATER, _("At this time:")), (NOW, _("Publish now"))]

    when = forms.ChoiceField(
        label=_("When"), choices=WHEN, widget=forms.RadioSelect, required=False
    )
    at = InstantField(label=_("Goes public at"), required=False)

    def clean(self):
        """A time that was typed is the answer; a half-typed one is wrong, whatever is chosen."""
        super().clean()
        values = self.cleaned_data
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


class ApprovalForm(WhenForm, SubmissionForm):
    """
    The form on which `by` approves a text. It offers the time that was planned for the release,
    and does not ask for one where that is settled already.
    """

    reason = forms.CharField(
        label=_("Why you approve what you submitted yourself"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Kept, and marked until a second person confirms it."),
    )

    def __init__(self, *args, edition, by, **kwargs):
        planned = planned_time(edition.release)
        initial = {"revision": edition.revision, "at": planned}
        if planned:
            initial["when"] = self.LATER
        super().__init__(*args, initial=initial, **kwargs)
        if by != edition.submitted_by:
            del self.fields["reason"]
        if not asks_when(edition.release):
            del self.fields["at"], self.fields["when"]

    @property
    def values(self):
        asked = [name for name in ("at", "reason") if name in self.fields]
        return super().values | {name: self.cleaned_data[name] for name in asked}


def asks_when(release: PressRelease) -> bool:
    """Say whether who approves a text of it says when: nobody has yet, and it is new."""
    return not (release.is_scheduled or release.goes_out_at_once)


def planned_time(release: PressRelease) -> datetime | None:
    """Return the time to come that it is planned for, an aware datetime, or None."""
    at = release.publish_at
    return at if at and at > timezone.now() else None


def time_to_judge(release: PressRelease, data: QueryDict | None) -> datetime | None:
    """
    Return when a text of it would go out if it were approved with this data of a form, an aware
    datetime; None while that is not known. Preflight judges the text as of then.
    """
    if release.goes_out_at_once:
        return timezone.now()
    asked = WhenForm(data)
    if asks_when(release) and asked.is_valid():
        return asked.cleaned_data["at"] or timezone.now()
    return planned_time(release)
