"""Forms that say what they were drawn from, and show again what a model refuses to save."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from releases.models import OptimisticLock, StaleError

from .conflict import differing, with_gone_rows_as_new
from .history import last_change

CHOOSE_AGAIN = _("Choose the file once more: a browser sends it only once.")


class DrawnForm(forms.ModelForm):
    """A form that knows what it was filled from: `drawn_from`, see the function."""

    drawn_from = forms.IntegerField(required=False, widget=forms.HiddenInput)
    refused = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["drawn_from"] = drawn_from(self.instance)

    def clean(self):
        if self.refused:
            raise self.refused
        return super().clean()


def drawn_from(record):
    """
    A number that rises with each change of a record and of what is edited with it: its
    revision, or of records that are not ours its last change on record (one query).
    """
    if record.pk is None:
        return 0
    return record.revision if isinstance(record, OptimisticLock) else last_change(record)


class ShowsRefusals:
    """
    For a ModelAdmin with a DrawnForm: nothing typed is lost to what the model refuses, such as
    to write over what somebody else has saved since; of that both versions are shown.
    """

    form = DrawnForm

    def get_fieldsets(self, request, obj=None):
        return self.with_drawn_from(request, obj, super().get_fieldsets(request, obj))

    def with_drawn_from(self, request, obj, fieldsets):
        """With what the form is drawn from, out of sight, for whoever may change it."""
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        (title, options), *others = fieldsets
        first = options | {"fields": [*options["fields"], "drawn_from"]}
        return [(title, first), *others]

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs.setdefault("form", self.drawn_form(request, self.form))
        return super().get_form(request, obj, change=change, **kwargs)

    def drawn_form(self, request, base, **attributes):
        """A form class that shows the refusal of this request, if there is one."""
        refused = {"refused": getattr(request, "refused", None)}
        return type(base.__name__, (base,), refused | attributes)

    def save_model(self, request, obj, form, change):
        """What is sent back as it was is not saved: nobody else's copy of it grows old by that."""
        if change and isinstance(obj, OptimisticLock):
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
                self._refuse_if_stale(request, object_id)
                return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as error:
            request.refusal, request.refused = error, ValidationError(error.messages)
            context = dict(extra_context or {})
            if isinstance(error, StaleError):
                request.stored = stored = self.get_object(request, object_id)
                request.POST = request.POST.copy()
                request.POST["drawn_from"] = drawn_from(stored)
                with_gone_rows_as_new(request.POST, self._parts(request, stored))
                context |= self.show_both(request, stored)
            if request.FILES:
                request.refused = ValidationError([request.refused, CHOOSE_AGAIN])
            return super().changeform_view(request, object_id, form_url, context)

    def delete_view(self, request, object_id, extra_context=None):
        """What somebody has changed since the question was put is not deleted by its answer."""
        record = self.get_object(request, object_id)
        if record is None or not self.has_delete_permission(request, record):
            return super().delete_view(request, object_id, extra_context)
        now = drawn_from(record)
        if request.method == "POST" and request.POST.get("drawn_from") != str(now):
            self.message_user(request, " ".join(StaleError().messages), messages.ERROR)
            return redirect(request.get_full_path())
        return super().delete_view(request, object_id, {"drawn_from": now} | (extra_context or {}))

    def show_both(self, request, stored):
        """Say who was faster (`request.refused`); what the page needs to show both."""
        request.refused = ValidationError(
            _(
                "%(name)s has changed this in the meantime. Yours is below, not saved yet, and "
                "what differs is marked. To put yours in the place of what is saved, save again."
            ),
            params={"name": self.last_actor(stored) or _("Somebody else")},
        )
        return {}

    def render_change_form(self, request, context, **kwargs):
        if stored := getattr(request, "stored", None):
            drawn = self.get_form(request, stored, change=True)(instance=stored)
            typed = [inline.formset for inline in context["inline_admin_formsets"]]
            saved = self._parts(request, stored)
            if "differences" not in context:
                context["differences"] = differing(drawn, context["adminform"].form, saved, typed)
        return super().render_change_form(request, context, **kwargs)

    def _refuse_if_stale(self, request, object_id):
        """
        Before anything else is judged, as what somebody took away cannot be chosen any more.

        What counts its saves is held to that once more when it is saved; other records wait
        for this transaction.
        """
        if request.method != "POST" or object_id is None or hasattr(request, "refused"):
            return
        record = self.get_object(request, object_id)
        if record is None or not self.has_change_permission(request, record):
            return
        if not isinstance(record, OptimisticLock):
            list(self.model.objects.select_for_update().filter(pk=record.pk))
        if (request.POST.get("drawn_from") or "0") != str(drawn_from(record)):
            raise StaleError

    def _parts(self, request, stored):
        """The formsets of what is edited with a record, as they are drawn from what is saved."""
        return [
            formset(instance=stored, queryset=inline.get_queryset(request))
            for formset, inline in self.get_formsets_with_inlines(request, stored)
        ]
