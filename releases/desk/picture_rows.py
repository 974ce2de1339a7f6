"""The pictures of a text or a meeting, in rows of its form."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .gone_rows import KeepsGoneRows
from .in_words import FieldsInWords


class EachOnce(KeepsGoneRows):
    """
    It takes a picture once. No constraint does: of two rows that exchange theirs, the first is
    saved before the second.
    """

    def clean(self):
        super().clean()
        rows = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        chosen = [row["picture"] for row in rows if row.get("picture") and not row.get("DELETE")]
        if len(chosen) > len(set(chosen)):
            raise ValidationError(_("A picture is in the list twice."))


class PictureRows(FieldsInWords, admin.StackedInline):
    formset = EachOnce
    extra = 0
    view_on_site = False
    fields = [("picture", "position")]
    autocomplete_fields = ["picture"]
