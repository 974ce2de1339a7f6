"""Says in words what a proposal changes."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from releases.review.record_changes import fields_of, rows_with, snapshot, value_of
from releases.text import changes

from .conflict import Difference, in_lines


def differences(proposal) -> list[Difference]:
    """
    List what a proposal changes, old and new: pairs of a label and lines as `changes.Change`.
    While it waits, the old is what is saved now.
    """
    model = proposal.content_type.model_class()
    record = proposal.record if proposal.is_waiting else None
    now = snapshot(record) if record else {"fields": {}, "rows": {}}
    fields = {field.name: field for field in fields_of(model)}
    found: list[Difference] = []
    for name, (old, new) in proposal.changes.get("fields", {}).items():
        lines = [_lines(fields[name], value) for value in (now["fields"].get(name, old), new)]
        found.append((capfirst(fields[name].verbose_name), changes.compare(*lines)))
    for name, rows in proposal.changes.get("rows", {}).items():
        part = rows_with(model)[name]
        stored = now["rows"].get(name, {})
        before = [_line(part, stored.get(str(row["pk"]), row["old"])) for row in rows]
        after = [_line(part, row["new"]) for row in rows]
        lines = [[line for line in side if line] for side in (before, after)]
        found.append((str(part._meta.verbose_name_plural), changes.compare(*lines)))
    return found


def _line(model, values):
    """Put a row in a line; nothing for one that is not there."""
    said = []
    for field in fields_of(model):
        lines = _lines(field, values[field.name]) if values else []
        if lines:
            said.append(f"{capfirst(field.verbose_name)}: {', '.join(lines)}")
    return "; ".join(said)


def _lines(field, value):
    if value in (None, "", [], {}):
        return []
    meant = value_of(field, value)
    return [_("deleted")] if meant is None else in_lines(field.formfield(), meant)
