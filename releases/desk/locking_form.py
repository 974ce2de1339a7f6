"""Forms that lock the row they change, and refuse to write over what somebody else has saved."""

from collections.abc import Collection

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from releases.models import OptimisticLock
from releases.text.languages import languages
from releases.text.names import NamesFormField

from .history import last_actor, last_change

CHOOSE_AGAIN = _("Choose the file once more: a browser sends it only once.")


class LockingForm(forms.ModelForm):
    """
    A form that says from which state of its record it was drawn, see `drawn_from()`.

    Where somebody has saved another state since, the form is not valid, and `stored` is the
    record as it is now; sent once more, the form takes its place. It has to be cleaned inside a
    transaction, and locks the row until that ends: what is judged here is what is written over.
    """

    STALE = _(
        "%(name)s has changed this in the meantime. Yours is below, not saved yet, and "
        "what differs is marked. To put yours in the place of what is saved, save again."
    )

    data: QueryDict
    drawn_from = forms.IntegerField(required=False, widget=forms.HiddenInput)
    stored: models.Model | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["drawn_from"] = drawn_from(self.instance)

    def clean(self):
        values = super().clean()
        if self.instance.pk is not None:
            self._refuse_if_stale()
        return values

    def _refuse_if_stale(self):
        if isinstance(self.instance, OptimisticLock):
            # A text has its release locked first: whoever approves it does so in that order.
            stored = self.instance.lock()
        else:
            rows = type(self.instance)._default_manager.select_for_update()
            stored = rows.get(pk=self.instance.pk)
        now = drawn_from(stored)
        if (self.cleaned_data.get("drawn_from") or 0) == now:
            return
        self.stored = stored
        # Both are shown now: what is sent next was drawn with the other one in sight.
        self.data = self.data.copy()
        self.data["drawn_from"] = str(now)
        about = {"name": last_actor(stored) or _("Somebody else")}
        raise not_saved(self, ValidationError(self.STALE, params=about))


class ReasonedForm(LockingForm):
    """
    A form that asks why, for a change of what the public leans on. Where `writable` says so, names
    are given in those languages alone, and stay as they are in others.
    """

    writable: Collection[str] | None = None
    reason = forms.CharField(
        label=_("Why it changes"), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.writable is not None:
            self._keep_to(self.writable)

    @cached_property
    def changed_data(self):
        """Leave out the reason: it is kept with the change, and is none."""
        return [name for name in super().changed_data if name != "reason"]

    def _keep_to(self, writable):
        """Take what stands in other languages for sent: a browser does not send it."""
        self.data = self.data.copy()
        for name, field in self.fields.items():
            if isinstance(field, NamesFormField):
                field.offer(writable)
                stored = self.get_initial_for_field(field, name) or {}
                for code, __ in languages():
                    if code not in writable and self.is_bound:
                        self.data[f"{self.add_prefix(name)}_{code}"] = stored.get(code, "")


def not_saved(form: forms.ModelForm, *reasons: str | ValidationError) -> ValidationError:
    """Make one error of the reasons why a form is not saved, and of what to do about its file."""
    return ValidationError([*reasons, *([CHOOSE_AGAIN] if form.files else [])])


def drawn_from(record: models.Model) -> int:
    """
    Return a number that rises with each change of a record and of what is edited with it: its
    revision, or that of its last change on record where it counts none itself (one query).
    """
    if record.pk is None:
        return 0
    return record.revision if isinstance(record, OptimisticLock) else last_change(record)
