"""Compares what is saved with what somebody typed in a form."""

from datetime import date, datetime, time

from django import forms
from django.core.files import File
from django.db.models import Model, QuerySet
from django.utils.formats import date_format, time_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField

from releases.text import changes, html
from releases.text.instants import in_newsroom_time
from releases.text.languages import languages

# A label, and its lines as they were and as they are.
Difference = tuple[str | Promise, list[changes.Change]]


def differing(saved, typed, saved_parts, typed_parts) -> list[Difference]:
    """
    List what two forms of one record, and the formsets of its parts, say differently: pairs of
    a label and its lines as `changes.Change`. All fields of a part make one line.
    """
    found = []
    theirs = dict(_fields(saved))
    for label, lines in _fields(typed):
        if lines != theirs.get(label, []):
            found.append((label, changes.compare(theirs.get(label, []), lines)))
    for saved_part, typed_part in zip(saved_parts, typed_parts, strict=True):
        before, after = _rows(saved_part), _rows(typed_part)
        if before != after:
            label = typed_part.model._meta.verbose_name_plural
            found.append((label, changes.compare(before, after)))
    return found


def _rows(formset):
    """Put each part in a line, but for those that shall go and those nothing was typed into."""
    lines = []
    for form in formset.forms:
        is_empty = form.instance.pk is None and not form.has_changed()
        if is_empty or (form.is_bound and form.cleaned_data.get("DELETE")):
            continue
        fields = (f"{label}: {', '.join(shown)}" for label, shown in _fields(form) if shown)
        lines.append("; ".join(fields))
    return lines


def _fields(form):
    """Give the label and the lines of each field of a form, as typed or else as it was drawn."""
    for name, field in form.fields.items():
        if name in ("DELETE", "reason") or isinstance(field.widget, forms.HiddenInput):
            continue
        yield capfirst(field.label or name), in_lines(field, _value(form, name, field))


def _value(form, name, field):
    if not form.is_bound:
        value = form.get_initial_for_field(field, name)
    elif name in form.cleaned_data:
        value = form.cleaned_data[name]
    else:
        return form[name].value()
    is_key = isinstance(field, forms.ModelChoiceField) and isinstance(value, int | str)
    return field.queryset.filter(pk=value).first() if is_key and value != "" else value


def in_lines(field, value):
    """Say a value in lines of text: none for an empty one."""
    if value is None or value == "":
        return []
    if isinstance(field, ProseEditorFormField):
        return changes.paragraphs(html.clean(value))
    if isinstance(value, dict):
        names = dict(languages())
        return [f"{names.get(code, code)}: {text}" for code, text in value.items() if text]
    if isinstance(value, list | tuple | QuerySet):
        return [line for item in value for line in in_lines(field, item)]
    return str(_in_words(field, value)).splitlines()


def _in_words(field, value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return in_newsroom_time(value)
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, time):
        return time_format(value)
    if isinstance(value, File):
        return value.name or ""
    if not isinstance(value, Model) and hasattr(field, "choices"):
        return dict(field.choices).get(value, value)
    return value
