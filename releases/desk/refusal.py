"""Shows again, with the reason, what somebody typed and cannot be saved as it is."""

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import all_valid
from django.shortcuts import redirect

from releases.models import StaleError

from .conflict import differing
from .form_page import form_page
from .locking_form import LockingForm, drawn_from, not_saved


class ShowsRefusals(admin.ModelAdmin):
    """
    A ModelAdmin with a `LockingForm` that loses nothing typed: it shows what somebody else has
    saved meanwhile beside it, and draws the page again with the reason where a save is refused.
    """

    form = LockingForm

    def get_fieldsets(self, request, obj=None):
        return self.with_drawn_from(request, obj, super().get_fieldsets(request, obj))

    def with_drawn_from(self, request, obj, fieldsets):
        """Add the hidden field of what the form is drawn from, for who may change the record."""
        if obj is None or not self.has_change_permission(request, obj):
            return fieldsets
        (title, options), *others = fieldsets
        first = options | {"fields": [*options["fields"], "drawn_from"]}
        return [(title, first), *others]

    def save_model(self, request, obj, form, change):
        """Save nothing that is sent back as it was: nobody else's copy of it grows old by that."""
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Count a save of the record, too, where its rows alone are changed."""
        if change and not form.has_changed() and any(rows.has_changed() for rows in formsets):
            form.instance.save()
        super().save_related(request, form, formsets, change)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """
        Roll back a save that is refused by a ValidationError, and draw the page with the reason.
        Most is refused before, by the forms themselves, as Django does it.
        """
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refusal:
            with transaction.atomic():  # the form locks its row
                return self._refused_page(request, object_id, form_url, extra_context, refusal)

    def render_change_form(self, request, context, *args, **kwargs):
        form = context["adminform"].form
        if form.is_bound and form.stored:
            rows = [inline.formset for inline in context["inline_admin_formsets"]]
            context["differences"] = self.differences(request, form, rows)
        return super().render_change_form(request, context, *args, **kwargs)

    def differences(self, request, form, rows):
        """
        List what a stale form, and the formsets of its rows, say otherwise than what is stored:
        pairs of a label and lines as `changes.Change`.
        """
        stored = self.get_form(request, form.stored, change=True)(instance=form.stored)
        stored_rows = [
            formset(instance=form.stored, queryset=inline.get_queryset(request))
            for formset, inline in self.get_formsets_with_inlines(request, form.stored)
        ]
        return differing(stored, form, stored_rows, rows)

    def delete_view(self, request, object_id, extra_context=None):
        """Delete nothing that somebody has changed since the question was put."""
        record = self.get_object(request, object_id)
        if record is None or not self.has_delete_permission(request, record):
            return super().delete_view(request, object_id, extra_context)
        now = drawn_from(record)
        if request.method == "POST" and request.POST.get("drawn_from") != str(now):
            self.message_user(request, " ".join(StaleError().messages), messages.ERROR)
            return redirect(request.get_full_path())
        return super().delete_view(request, object_id, {"drawn_from": now} | (extra_context or {}))

    def _refused_page(self, request, object_id, form_url, extra_context, refusal):
        """Draw the page with all that was typed, and the sentences of `refusal` above the form."""
        obj = self.get_object(request, unquote(object_id)) if object_id else None
        change = obj is not None
        fields = flatten_fieldsets(self.get_fieldsets(request, obj))
        form_class = self.get_form(request, obj, change=change, fields=fields)
        form = form_class(request.POST, request.FILES, instance=obj)
        formsets, inlines = self._create_formsets(  # type: ignore[attr-defined]  # not in the stubs
            request, form.instance, change=change
        )
        _add(refusal, form)
        all_valid(formsets)
        context = form_page(self, request, form, formsets, inlines, obj)
        context |= {"refusal": refusal} | (extra_context or {})
        return self.render_change_form(
            request, context, add=not change, change=change, form_url=form_url, obj=obj
        )


def _add(refusal, form):
    """Say at a field what is wrong with it, and above the form what concerns all of it."""
    faults = refusal.update_error_dict({})
    for name in [name for name in faults if name in form.fields]:
        form.add_error(name, faults.pop(name))
    reasons = [
        sentence for found in faults.values() for sentence in ValidationError(found).messages
    ]
    form.add_error(None, not_saved(form, *reasons))
