"""Asks about each person, quote, contact and link that was found in a file, a form for each."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from releases.intake.alike import folded
from releases.intake.draft import Speaker
from releases.intake.match import match_contact
from releases.models import Participation, Person, PressContact


def key_of(name):
    """A name as names are compared: without accents, case and marks."""
    return " ".join(folded(name))


class DayField(forms.DateField):
    """A day that need not be given, in a century in which there were press offices."""

    widget = forms.DateInput({"type": "date"})
    default_validators = [
        MinValueValidator(date(1800, 1, 1)),
        MaxValueValidator(date(2199, 12, 31)),
    ]

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class RowForm(forms.Form):
    """
    One thing that was found: taken, changed or dropped. `found` is its part of the proposal;
    `who` says whom a name and a role mean, as a `Match`.
    """

    take = forms.BooleanField(label=_("Take it"), required=False)
    needed: tuple[str, ...] = ()

    def __init__(self, *args, who, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_permitted = False
        self.who = who
        self.found = self.initial

    @property
    def plain_fields(self):
        return [field for field in self if field.name != "take"]

    def clean(self):
        """Ask nothing of what is dropped."""
        super().clean()
        values = self.cleaned_data
        if not values.get("take"):
            self.errors.clear()
            return {"take": False}
        for name in self.needed:
            if name not in self.errors and not values.get(name):
                self.add_error(name, self.fields[name].error_messages["required"])
        return values


class UnknownRow(RowForm):
    """Somebody who can be added, as they or their office of that day are not on record."""

    take = forms.BooleanField(label=_("Add to the records"), required=False)
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    role = forms.CharField(label=_("Office"), max_length=300, required=False)
    since = DayField(
        label=_("In this office since"),
        help_text=_("Left empty, the person is added without the office."),
    )
    needed = ("name",)


class PersonRow(RowForm):
    """Somebody by name, who is on record or added to it."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    role = forms.CharField(label=_("Title as printed"), max_length=300, required=False)
    needed: tuple[str, ...] = ("name",)

    @cached_property
    def match(self):
        return self.who(self["name"].value() or "", self["role"].value() or "")

    def choose(self, added):
        """
        Find the speaker among those `added`, rows by name, or on record; else say so. Returns
        the row that was used, or None.
        """
        key = key_of(self.cleaned_data["name"])
        row = next((row for other, row in added.items() if f" {other}".endswith(f" {key}")), None)
        person = self.match.person
        if row and not (person and key_of(person.name) == key_of(row.cleaned_data["name"])):
            person = Person(name=row.cleaned_data["name"])
        if person:
            role = self.cleaned_data["role"] or (row.cleaned_data["role"] if row else "")
            self.speaker = Speaker(person, role, row and row.cleaned_data["since"])
        else:
            self.add_error("name", self._why_nobody())
        return row

    def _why_nobody(self):
        if not self.match.others:
            sentence = _(
                "%(name)s is not on record. Correct the name, add the person under “Not on "
                "record”, or drop this."
            )
            return sentence % self.cleaned_data
        people = ", ".join(f"{person.name} ({person.slug})" for person in self.match.others)
        sentence = _(
            "Several people on record may be meant: %(people)s. Write what stands in brackets "
            "after the one you mean."
        )
        return sentence % {"people": people}


class QuoteRow(PersonRow):
    words = forms.CharField(label=_("Words"), widget=forms.Textarea({"rows": 4}), required=False)
    needed = ("name", "words")
    field_order = ["words", "name", "role"]


class PresentRow(PersonRow):
    capacity = forms.ChoiceField(label=_("Took part as"), choices=Participation.Capacity.choices)


class ContactRow(RowForm):
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    role = forms.CharField(label=_("Role"), max_length=200, required=False)
    email = forms.EmailField(label=_("Email"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    needed = ("name",)

    def clean(self):
        values = super().clean()
        if values["take"] and not self.errors and not (values["email"] or values["phone"]):
            self.add_error("email", _("Give an email address or a telephone number."))
        return values

    @cached_property
    def known(self):
        return match_contact(self["name"].value() or "", self["email"].value() or "")

    def contact(self, language):
        values = {name: self.cleaned_data[name] for name in ("name", "email", "phone")}
        role = self.cleaned_data["role"]
        return self.known or PressContact(**values, roles={language: role} if role else {})


class DocumentRow(RowForm):
    """A link or an attachment that is listed as a document under a title."""

    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    needed = ("title",)


ROWS = {
    "unknown": UnknownRow,
    "quotes": QuoteRow,
    "people": PresentRow,
    "contacts": ContactRow,
    "links": DocumentRow,
    "attachments": DocumentRow,
}
