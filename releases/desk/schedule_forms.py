"""The forms on which what waits of a release is moved, held back or let go."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, PressRelease
from releases.models.preflight import Finding
from releases.text.instants import in_newsroom_time

from .sent_numbers import number_sent
from .step_forms import StepForm, SubmissionForm, WhenForm
from .words import when_it_goes_out

PLANNED = "planned"


class HoldForm(StepForm):
    """Asks why what waits of a release is held back."""

    reason = forms.CharField(
        label=_("Why"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("For the press office alone."),
    )

    @property
    def act(self) -> str:
        """The name of what it asks for, as a function of `releases.review.schedule`."""
        return "hold"

    @property
    def values(self):
        return super().values | {"reason": self.cleaned_data["reason"]}


class MoveForm(WhenForm, HoldForm, SubmissionForm):
    """
    Asks when what waits of a release goes out instead, and of a public one, which texts. What is
    held back can go out as it was planned, while that is still to come.
    """

    texts = forms.MultipleChoiceField(label=_("What moves"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        release: PressRelease,
        texts: list[Edition],
        findings: Iterable[Finding],
    ):
        initial = {"revision": release.revision, "texts": [str(text.pk) for text in texts]}
        super().__init__(data, initial=initial, findings=findings)
        when, moving = (cast(forms.ChoiceField, self.fields[name]) for name in ("when", "texts"))
        if release.held_at and texts[0].due > timezone.now():
            planned = _("As planned, %(time)s") % {"time": in_newsroom_time(texts[0].due)}
            when.choices = [(PLANNED, planned), *self.WHEN]
        moving.choices = [(text.pk, f"{text}: {when_it_goes_out(text.due)}") for text in texts]
        if release.held_at or not release.was_public or len(texts) < 2:
            del self.fields["texts"]

    def clean(self):
        values = super().clean()
        if values.get("at") and values.get("when") == PLANNED:
            self.add_error("when", _("You gave a time: remove it, or choose “At this time”."))
        return values

    @property
    def act(self) -> str:
        return "let_go" if self.cleaned_data["when"] == PLANNED else "move"

    @property
    def values(self) -> dict[str, Any]:
        if self.act == "let_go":
            return {"reason": self.cleaned_data["reason"]}
        only = self.cleaned_data.get("texts")
        only = [int(key) for key in only] if only else None
        return super().values | {"at": self.cleaned_data["at"], "only": only}


def time_to_move_to(data: QueryDict) -> datetime | None:
    """
    Return the time that such a form gives, an aware datetime, to ask what speaks against it;
    None for none, and for one that has passed.
    """
    asked, now = WhenForm(data), timezone.now()
    at = asked.is_valid() and (asked.cleaned_data["at"] or now)
    return at if at and at >= now else None


def texts_chosen(data: QueryDict) -> list[int] | None:
    """Return the keys of the texts that such a form moves; None for all."""
    return [number_sent(key) for key in data.getlist("texts")] or None
