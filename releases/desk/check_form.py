"""Lets an officer check what was found in a file, before a draft is made of it."""

from contextlib import suppress
from datetime import datetime, time
from functools import cache, partial
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from releases.intake.address import checked_address, likely_address
from releases.intake.body import body
from releases.intake.draft import Draft, Present, Said, new_meeting, no_office
from releases.intake.match import match_person, office_of
from releases.models import Intake, Meeting, PressRelease, Quote
from releases.text.languages import languages

from .check_rows import ROWS, DayField, key_of
from .instant_input import InstantField

NONE, NEW = "", "new"


class CheckForm(forms.Form):
    """
    The form a draft is made from, filled in from a proposal (see `releases.intake.proposal`).

    Its rows of quotes, people, contacts and links are forms of their own, in `rows`.
    """

    title = forms.CharField(label=_("Title"), max_length=300)
    language = forms.ChoiceField(
        label=_("Language"), choices=lambda: [("", "---------"), *languages()]
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=PressRelease.Kind.choices)
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    at = InstantField(label=_("Embargo: goes public at"), required=False)
    # Asked where a line speaks of an embargo, and until when is not clear.
    no_embargo = forms.BooleanField(
        label=_("No embargo stands on it, or none stands any more"), required=False
    )
    first_published_on = DayField(
        label=_("First published elsewhere on"),
        help_text=_("For a release that was public before: it is dated by this day."),
    )
    address = forms.URLField(
        label=_("Where it was published before"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        help_text=Intake._meta.get_field("address").help_text,
    )
    summary = forms.CharField(
        label=_("Summary"), widget=forms.Textarea({"rows": 3}), required=False
    )
    put_back = forms.TypedMultipleChoiceField(
        label=_("Put it into the text"), coerce=int, required=False
    )
    meeting = forms.ChoiceField(label=_("Meeting"), required=False, widget=forms.RadioSelect)
    meeting_name = forms.CharField(label=_("Name"), max_length=300, required=False)
    meeting_day = DayField(label=_("First day"))
    meeting_place = forms.CharField(label=_("Place"), max_length=300, required=False)
    meeting_format = forms.ChoiceField(
        label=_("Format"), choices=Meeting.Format.choices, required=False
    )
    meeting_restricted = forms.BooleanField(label=_("Restricted format"), required=False)

    def __init__(self, data=None, *, document, proposal, address="", answers=None):
        """
        `answers`, a QueryDict, fill it in as it was when it sent them; `address` is the
        original one, where it is known.
        """
        initial = _initial(proposal) | {"address": address or likely_address(document.address)}
        if answers:
            initial |= _typed(self.base_fields, answers)
        super().__init__(data, initial=initial)
        self.document, self.proposal = document, proposal
        if not Intake(proposal=proposal).embargo_is_unclear:
            del self.fields["no_embargo"]
        put_back = cast(forms.ChoiceField, self.fields["put_back"])
        put_back.choices = [(n, n) for n in range(len(document.blocks))]
        cast(forms.ChoiceField, self.fields["meeting"]).choices = _meetings(proposal)
        self.rows = dict(self._row_formsets(data, answers))
        self._say_language()

    def _row_formsets(self, data, answers):
        # Asked once for each name: the same people speak in most quotes.
        who = cache(partial(match_person, day=self.day))
        for name, form in ROWS.items():
            initial = _rows(name, self.document, self.proposal)
            if answers and f"{name}-TOTAL_FORMS" in answers:
                pairs = enumerate(initial)
                initial = [
                    row | _typed(form.base_fields, answers, f"{name}-{n}-") for n, row in pairs
                ]
            count = len(initial)
            formset = forms.formset_factory(form, extra=0, max_num=count, absolute_max=count)
            yield name, formset(data, initial=initial, prefix=name, form_kwargs={"who": who})

    def _say_language(self):
        """Tell screen readers the language of the fields that hold words of the text."""
        language = self["language"].value()
        quotes = (row.fields["words"] for row in self.rows["quotes"])
        for field in (self.fields["title"], self.fields["summary"], *quotes):
            field.widget.attrs |= {"lang": language} if language else {}

    @cached_property
    def day(self):
        """The day the offices are asked of: that of the release, or today."""
        for name in ("first_published_on", "at"):
            value = self[name].value()
            value = value[0] if isinstance(value, list) else value
            value = _day(value) if isinstance(value, str) else value
            if value:
                return timezone.localdate(value) if isinstance(value, datetime) else value
        return timezone.localdate()

    def is_valid(self):
        """Ask all its rows as well: `clean()` adds to them what does not fit together."""
        own = super().is_valid()
        return own and all(formset.is_valid() for formset in self.rows.values())

    @property
    def faults(self):
        """List what is wrong, each sentence once: pairs of the id of its place, or "", and it."""
        if not self.is_bound or self.is_valid():
            return []
        found = [("", error) for error in self.non_field_errors()]
        rows = [
            (f"field-{name}-{number}", row)
            for name, formset in self.rows.items()
            for number, row in enumerate(formset)
        ]
        for place, form in [(None, self), *rows]:
            for field in form:
                where = field.id_for_label if place is None else place
                found += [(where, f"{field.label}: {error}") for error in field.errors]
        first: dict[Any, str] = {}
        for place, fault in found:
            first.setdefault(fault, place)
        return [(place, fault) for fault, place in first.items()]

    def clean_address(self):
        return checked_address(self.cleaned_data["address"])

    def clean(self):
        super().clean()
        values = self.cleaned_data
        self._check_times(values)
        self._check_embargo(values)
        self._check_meeting(values)
        self._choose_people(values)
        self._check_words(values)
        return values

    def _check_times(self, values):
        at, day = values.get("at"), values.get("first_published_on")
        if at and day:
            message = _("It either goes public at a time to come, or was public before.")
            self.add_error("first_published_on", message)
        if at and at <= timezone.now():
            message = _(
                "This time has passed. Leave it empty, or say that the release was first "
                "published elsewhere on that day."
            )
            self.add_error("at", message)
        if day and day > timezone.localdate():
            self.add_error("first_published_on", _("This day is still to come."))

    def _check_meeting(self, values):
        if values.get("meeting") == NEW:
            for name in ("meeting_name", "meeting_day"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("A new meeting needs its name and its first day."))
        elif any(self._has_typed(name) for name in ("meeting_name", "meeting_place")):
            self.add_error("meeting", _("You named a meeting: choose “Add a meeting” to add it."))

    def _has_typed(self, name):
        """Say whether a field holds words that were not found in the file."""
        return self.cleaned_data.get(name) not in (None, "", _initial(self.proposal)[name])

    def draft(self, attachments):
        """Make the `Draft` chosen on a valid form; `attachments()` gives those of the file."""
        values = self.cleaned_data
        day = values["first_published_on"]
        first = day and timezone.make_aware(datetime.combine(day, time.min))
        taken = {name: self._taken(name) for name in self.rows}
        return Draft(
            **{name: values[name] for name in ("title", "language", "summary", "kind", "place")},
            body=self._body(values),
            publish_at=values["at"],
            embargo_told="no_embargo" in self.fields,
            first_published_at=first,
            quotes=[Said(row.cleaned_data["words"], row.speaker) for row in taken["quotes"]],
            meeting=self._meeting(values),
            present=[Present(row.speaker, row.cleaned_data["capacity"]) for row in self.present],
            contacts=[row.contact(values["language"]) for row in taken["contacts"]],
            links=[(row.cleaned_data["title"], row.found["url"]) for row in taken["links"]],
            attachments=self._attachments(attachments) if taken["attachments"] else [],
        )

    def _attachments(self, attachments):
        return [
            (row.cleaned_data["title"], attachment)
            for row, attachment in zip(self.rows["attachments"], attachments(), strict=False)
            if row.cleaned_data["take"]
        ]

    def _body(self, values):
        blocks, places = self.document.blocks, self.proposal["places"]
        return body(blocks, places, values.get("put_back") or (), values.get("language", ""))

    def _taken(self, name):
        return [row for row in self.rows[name] if row.is_valid() and row.cleaned_data["take"]]

    def _check_embargo(self, values):
        """Ask until when an embargo stands, or whether none does, where the file is not clear."""
        at, none = values.get("at"), values.get("no_embargo")
        if "no_embargo" not in self.fields or "at" in self.errors:
            return
        if at and none:
            message = _("It either goes public at a time to come, or is under no embargo.")
            self.add_error("no_embargo", message)
        elif not (at or none):
            message = _(
                "Whether an embargo stands on it, and until when, is not clear. Give the time, or "
                "say that none does."
            )
            self.add_error("at", message)

    def _choose_people(self, values):
        """Find who speaks, and who took part in a meeting that is added."""
        self.present = self._taken("people") if values.get("meeting") == NEW else []
        added = {key_of(row.cleaned_data["name"]): row for row in self._taken("unknown")}
        used = {id(row.choose(added)) for row in [*self._taken("quotes"), *self.present]}
        for row in added.values():
            since = row.cleaned_data["since"]
            if id(row) not in used:
                row.add_error("name", _("No quote and nobody at the meeting has this name."))
            elif since and since > self.day:
                row.add_error("since", _("This is after the day of the release."))
        for row in self.present:
            if not row.errors and not self._has_office(row.speaker, values.get("meeting_day")):
                row.add_error("name", no_office(row.speaker.person))

    def _has_office(self, speaker, day):
        if speaker.since and speaker.role:
            return True
        known = day and not speaker.person._state.adding
        return bool(known and office_of(speaker.person, speaker.role, day))

    def _check_words(self, values):
        text = self._body(values)
        if not text:
            self.add_error(None, _("The text is empty: put a part of the file into it."))
        for row in self._taken("quotes"):
            for problem in Quote(words=row.cleaned_data["words"]).problems(text, self.day):
                row.add_error("words", problem)

    def _meeting(self, values):
        if values["meeting"] == NONE:
            return None
        if values["meeting"] != NEW:
            return Meeting.objects.get(pk=values["meeting"])
        return new_meeting(
            values["language"],
            values["meeting_name"],
            values["meeting_day"],
            values["meeting_place"],
            format=values["meeting_format"] or Meeting.Format.IN_PERSON,
            restricted=values["meeting_restricted"],
        )


def _typed(fields, answers, prefix=""):
    """Return what was typed into fields, as their widgets show it again."""
    return {
        name: field.widget.value_from_datadict(answers, {}, prefix + name)
        for name, field in fields.items()
    }


def _value(proposal, name):
    return proposal[name]["value"] if proposal[name] else ""


def _day(text):
    """Read the day at the head of a date or an instant as in ISO 8601; None where there is none."""
    with suppress(ValueError):
        return parse_date(text[:10])


def _initial(proposal):
    meeting = proposal["meeting"] or {}
    unclear = Intake(proposal=proposal).embargo_is_unclear
    embargo = None if unclear else parse_datetime(_value(proposal, "embargo"))
    day = _day(_value(proposal, "day"))
    return {
        "title": _value(proposal, "title"),
        "language": _value(proposal, "language"),
        "kind": PressRelease.Kind.PRESS_RELEASE,
        "place": _value(proposal, "place"),
        "at": embargo if embargo and embargo > timezone.now() else None,
        "first_published_on": day if day and day < timezone.localdate() else None,
        "summary": _value(proposal, "summary"),
        "put_back": proposal["put_back"],
        "meeting": meeting.get("match") or (NEW if meeting else NONE),
        "meeting_name": meeting.get("name", ""),
        "meeting_day": _day(meeting.get("day") or ""),
        "meeting_place": meeting.get("place", ""),
        "meeting_format": Meeting.Format.VIRTUAL if meeting.get("virtual") else None,
        "meeting_restricted": meeting.get("restricted", False),
    }


def _meetings(proposal):
    choices: list[tuple[Any, Any]] = [(NONE, _("No meeting"))]
    if (found := proposal["meeting"]) and found["match"]:
        for meeting in Meeting.objects.filter(pk=found["match"]):
            choices.append((meeting.pk, _("On record: %(name)s") % {"name": meeting}))
    return [*choices, (NEW, _("Add a meeting:"))]


def _rows(name, document, proposal):
    """Fill in the rows of one kind; what is not on record is not taken beforehand."""
    if name == "attachments":
        return [{"title": attachment.name} for attachment in document.attachments]
    if name == "links":
        return [
            found | {"title": found["value"], "url": found["value"]} for found in proposal[name]
        ]
    if name == "contacts":
        return [found | {"take": bool(found["match"])} for found in proposal[name]]
    if name == "unknown":
        return list(_unknown(proposal).values())
    return [found | {"take": True} for found in proposal[name]]


def _unknown(proposal):
    """Collect each person once, by name, who or whose office of that day is not on record."""
    people: dict[str, dict[str, Any]] = {}
    for found in [*proposal["quotes"], *proposal["people"]]:
        if found["name"] and not found["appointment"] and not found["others"]:
            about = {"name": found["name"], "role": "", "known": bool(found["person"])}
            person = people.setdefault(key_of(found["name"]), about)
            person["role"] = person["role"] or found["role"]
    return people
