"""The forms of a text, and of the first text of a release."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import construct_instance
from django.utils.translation import gettext_lazy as _

from releases.models import PressRelease

from .locking_form import LockingForm
from .release_forms import RELATED, WantedField

# What the form of a first text asks of its release, beside when it is wanted for.
ITS_RELEASE = ["kind", "place", *RELATED]
ITS_FIELDSETS = [
    (_("What it is"), {"fields": ["kind", "place", "wanted"]}),
    (_("What it is about"), {"fields": ["topics", "meetings"]}),
    (_("For journalists"), {"fields": ["documents", "contacts"]}),
]

# What is written in the language of the text.
TEXTS = {"title", "summary", "body", "change_note"}


class EditionForm(LockingForm):
    """
    The form of a text. One that was kept in the browser comes back by it as it was typed, and is
    not saved by that.
    """

    STALE = _(
        "%(name)s has saved this text in the meantime. Your own is below, not "
        "saved yet, and the differences are marked. To put yours in the place "
        "of the other one, save again."
    )

    class Meta:
        widgets = {
            "summary": forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
            "change_note": forms.Textarea({"rows": 2, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in TEXTS & self.fields.keys():
            self.fields[name].widget.attrs["lang"] = self.instance.language

    def clean(self):
        if "_restore" in self.data:
            raise ValidationError(_("This is what was typed and not saved yet."))
        return super().clean()


class FirstEditionForm(EditionForm):
    """The form of the first text of a release, which asks for what the release says as well."""

    wanted = WantedField()

    def clean(self):
        """Give the text its release first: what is asked of a text depends on that."""
        release = construct_instance(self, PressRelease(), ["kind", "place"])
        release.publish_at = self.cleaned_data.get("wanted")
        self.instance.release = release
        return super().clean()
