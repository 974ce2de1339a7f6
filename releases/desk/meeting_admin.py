from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import DateTimeField, Field
from django.utils.translation import gettext_lazy as _

from releases.models import Meeting, Moment, Outcome, Participation, Sight
from releases.review import proposals
from releases.review.record_changes import change_of

from .gone_rows import KeepsGoneRows
from .guards_public import GuardsPublic
from .history import ShowsHistory
from .in_words import FieldsInWords, ShowsInWords
from .instant_input import InstantField
from .long_list import LongList, YearFilter
from .placed_rows import PictureRows
from .protection import ProtectsPublic
from .records_admin import in_every_language
from .refusal import ShowsRefusals

INSTANTS: Mapping[type[Field], Mapping[str, Any]] = {
    DateTimeField: {"form_class": InstantField, "widget": InstantField.widget}
}
ANNOUNCED = _(
    "A meeting is announced by an editor who did not write it: what anybody else gives here waits "
    "as a proposal."
)
WAITS = _("When it is public was not saved: it waits as a proposal, for an editor to accept.")


class ParticipationInline(FieldsInWords, admin.StackedInline):
    model = Participation
    formset = KeepsGoneRows
    extra = 0
    fields = [("appointment", "organisation"), ("capacity", "position")]
    autocomplete_fields = ["appointment", "organisation"]


class OutcomeForm(forms.ModelForm):
    """A row with an outcome: what is public stays, and what shall be is only put off."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if at := self.instance.public_from:
            fixed = {"document"}
            if at <= Moment.now().limit:
                fixed.add("public_from")
            for name in fixed & set(self.fields):
                self.fields[name].disabled = True


class OutcomeInline(FieldsInWords, admin.StackedInline):
    model = Outcome
    form = OutcomeForm
    formset = KeepsGoneRows
    extra = 0
    fields = [("document", "public_from")]
    autocomplete_fields = ["document"]
    formfield_overrides = INSTANTS


class SightInline(PictureRows):
    model = Sight


class MeetingYearFilter(YearFilter):
    dated_by = "begins_at"


@admin.register(Meeting)
class MeetingAdmin(
    GuardsPublic, ShowsRefusals, ProtectsPublic, ShowsHistory, ShowsInWords, LongList
):
    list_display = ["__str__", "starts_on", "status", "format"]
    list_filter = ["status", MeetingYearFilter]
    search_fields = in_every_language("names")
    known_by = "slug"
    autocomplete_fields = ["organiser"]
    inlines = [ParticipationInline, OutcomeInline, SightInline]
    formfield_overrides = INSTANTS
    fieldsets = [
        (None, {"fields": ["names", "slug", "status"]}),
        (
            _("When"),
            {"fields": [("starts_on", "starts_at"), ("ends_on", "ends_at"), "time_zone"]},
        ),
        (_("Where"), {"fields": ["format", "restricted", "place"]}),
        (_("Who"), {"fields": ["organiser", "attendance"]}),
        (_("Announcement"), {"fields": ["announced_at"], "description": ANNOUNCED}),
    ]

    def save_model(self, request, obj, form, change):
        """Let the time from which a new one is public wait for somebody who did not write it."""
        form.announced_at = None
        if not change:
            obj.written_by = request.user
            form.announced_at, obj.announced_at = obj.announced_at, None
        super().save_model(request, obj, form, change)

    def judge_saved(self, request, form):
        super().judge_saved(request, form)
        if form.announced_at:
            changes = change_of(form.instance, "announced_at", form.announced_at)
            proposals.propose(form.instance, changes, request.user)
            self.message_user(request, WAITS, messages.WARNING)
