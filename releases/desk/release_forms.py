"""The forms of a release: what it says in every language, and its removal."""

from typing import cast

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import PressRelease
from releases.text.names import NamesFormField

from .instant_input import InstantField
from .locking_form import LockingForm

# What stands beside the texts, in every language the same.
RELATED = ["topics", "meetings", "contacts"]


class RemovalForm(forms.Form):
    """Asks how and why a release is removed, and where its address leads. The model judges it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=PressRelease.Removal.choices, widget=forms.RadioSelect
    )
    note = NamesFormField(
        label=_("Public explanation"),
        required=False,
        help_text=_("Shown in place of the text, or above it, with the date."),
    )
    moved_to = forms.ModelChoiceField(
        label=_("Leads to the release"), queryset=PressRelease.objects.none(), required=False
    )
    url = forms.URLField(
        label=_("or to the page"),
        required=False,
        max_length=500,
        help_text=_("Such as the copy in an archive, or the page that holds it now."),
        assume_scheme="https",
    )

    def __init__(self, *args, site, **kwargs):
        super().__init__(*args, **kwargs)
        moved_to = cast(forms.ModelChoiceField, self.fields["moved_to"])
        moved_to.queryset = PressRelease.objects.with_title()
        moved_to.widget = AutocompleteSelect(PressRelease._meta.get_field("moved_to"), site)
        moved_to.widget.choices = moved_to.choices


class WantedField(InstantField):
    """Asks for the planned time, which a writer gives before anybody approves."""

    def __init__(self):
        super().__init__(
            label=_("Wanted for"),
            required=False,
            help_text=_("When it shall go public, if that is known: offered to who approves it."),
        )

    def clean(self, value):
        at = super().clean(value)
        if at and at <= timezone.now():
            raise ValidationError(_("This time has passed."))
        return at


class ReleaseForm(LockingForm):
    """The form of a release. One that is not approved yet has the time it is `wanted` for."""

    wanted = WantedField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        planned = self.instance.publish_at
        if not can_be_planned(self.instance):
            del self.fields["wanted"]
        self.initial["wanted"] = planned if planned and planned > timezone.now() else None

    def clean(self):
        if "wanted" in self.changed_data and "wanted" in self.cleaned_data:
            self.instance.publish_at = self.cleaned_data["wanted"]
        return super().clean()


def can_be_planned(release: PressRelease) -> bool:
    """Say whether a time to come can be planned for a release: it is not approved, and new."""
    return release.status != PressRelease.Status.APPROVED and not release.first_published_at
