"""Forms that say what they were drawn from, and show again what a model refuses to save."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from releases.models import StaleError


class DrawnForm(forms.ModelForm):
    """Of a model that counts its saves: `drawn_from` is the revision the form was filled from."""

    drawn_from = forms.IntegerField(required=False, widget=forms.HiddenInput)
    refused = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["drawn_from"] = self.instance.revision

    def clean(self):
        if self.refused:
            raise self.refused
        return super().clean()


class ShowsRefusals:
    """
    For a ModelAdmin with a DrawnForm: nothing typed is lost to what the model refuses, such as
    to write over what somebody else has saved since.
    """

    def drawn_form(self, request, base, **attributes):
        """A form class that shows the refusal of this request, if there is one."""
        refused = {"refused": getattr(request, "refused", None)}
        return type(base.__name__, (base,), refused | attributes)

    def save_model(self, request, obj, form, change):
        """What is sent back as it was is not saved: nobody else's copy of it grows old by that."""
        if change:
            obj.revision = form.cleaned_data["drawn_from"] or 0
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """A record changes with its rows: it counts a save where they alone are changed."""
        if change and not form.has_changed() and any(rows.has_changed() for rows in formsets):
            form.instance.save()
        super().save_related(request, form, formsets, change)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as error:
            request.refused = ValidationError(error.messages)
            context = dict(extra_context or {})
            if isinstance(error, StaleError):
                stored = self.model.objects.get(pk=object_id)
                context |= self.show_both(request, stored)
                request.POST = request.POST.copy()
                request.POST["drawn_from"] = stored.revision
            return super().changeform_view(request, object_id, form_url, context)

    def show_both(self, request, stored):
        """Say who was faster (`request.refused`); what the page needs to show both."""
        raise NotImplementedError
