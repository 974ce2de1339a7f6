"""The pictures and recordings of a text or a meeting, in rows of its form."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .gone_rows import KeepsGoneRows
from .in_words import FieldsInWords


class EachOnce(KeepsGoneRows):
    """
    It takes what its rows place, named by `placed`, once. No constraint does: of two rows that
    exchange theirs, the first is saved before the second.
    """

    placed = ""
    twice: Any = ""

    def clean(self):
        super().clean()
        rows = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        chosen = [row.get(self.placed) for row in rows if not row.get("DELETE")]
        chosen = [record for record in chosen if record]
        if len(chosen) > len(set(chosen)):
            raise ValidationError(self.twice)


class EachPictureOnce(EachOnce):
    placed = "picture"
    twice = _("A picture is in the list twice.")


class EachRecordingOnce(EachOnce):
    placed = "recording"
    twice = _("A recording is in the list twice.")


class PlacedRows(FieldsInWords, admin.StackedInline):
    extra = 0
    view_on_site = False


class PictureRows(PlacedRows):
    formset = EachPictureOnce
    fields = [("picture", "position")]
    autocomplete_fields = ["picture"]


class RecordingRows(PlacedRows):
    formset = EachRecordingOnce
    fields = [("recording", "position")]
    autocomplete_fields = ["recording"]
