"""
What changes in a record, as values that can be kept: its fields, and the rows edited with it.

    {"fields": {"name": ["Sofie Wilmès", "Sophie Wilmès"]},
     "rows": {"appointments": [{"pk": 7, "old": {...}, "new": {...}}]}}

A row that is added has no `pk` and no `old`, one that is taken away no `new`.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import ProtectedError
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from releases.models import OptimisticLock
from releases.models.part import LockedPart

Values = dict[str, Any]
GONE = _("Something that this change names has been deleted since.")


def whole_of(record: Any) -> OptimisticLock:
    """Return the record that is changed with this one: of an office, the person."""
    return getattr(record, record.WHOLE) if isinstance(record, LockedPart) else record


def rows_with(model: type[models.Model]) -> dict[str, type[models.Model]]:
    """Return the models whose rows are edited with a record of this one, by their names there."""
    return {
        str(relation.get_accessor_name()): relation.related_model
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, LockedPart)
        and relation.field.name == relation.related_model.WHOLE
    }


def fields_of(model: type[models.Model]) -> list[Any]:
    """List the fields of a record that somebody may change, but for that of its whole."""
    whole = getattr(model, "WHOLE", None)
    fields = model._meta.concrete_fields
    return [field for field in fields if field.editable and field.name not in ("id", whole)]


def snapshot(record: Any) -> Values:
    """Return the values of a record as stored, and of the rows edited with it, by their keys."""
    stored = type(record)._base_manager.get(pk=record.pk)
    rows = {
        name: {str(row.pk): _values(row) for row in getattr(stored, name).order_by("pk")}
        for name in rows_with(type(record))
    }
    return {"fields": _values(stored), "rows": rows}


def difference(before: Values, after: Values) -> Values:
    """Return what differs between two snapshots of one record; empty where nothing does."""
    found: Values = {}
    if fields := _differing(before["fields"], after["fields"]):
        found["fields"] = fields
    for name, new in after["rows"].items():
        if rows := list(_changed_rows(before["rows"].get(name, {}), new)):
            found.setdefault("rows", {})[name] = rows
    return found


def change_of(record: Any, name: str, value: Any) -> Values:
    """Return the change of one field of a record, which is as stored, to a value."""
    values = {"old": getattr(record, name), "new": value}
    kept = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return {"fields": {name: [kept["old"], kept["new"]]}}


def added(part: Any) -> Values:
    """Return the change of a whole by a row that is not saved yet."""
    whole = type(part)._meta.get_field(part.WHOLE)
    name = whole.remote_field.get_accessor_name()
    return {"rows": {name: [{"pk": None, "old": None, "new": _values(part)}]}}


def apply(changes: Values, record: Any) -> None:
    """
    Make the changes in a record, which is as stored and locked, and save it.

    Raises ValidationError, as its form would, for what cannot be so.
    """
    _assign(record, {name: value for name, (__, value) in changes.get("fields", {}).items()})
    record.full_clean(exclude=_not_editable(type(record)))
    record.save()
    try:
        for name, rows in changes.get("rows", {}).items():
            for row in sorted(rows, key=_taken_away_first):
                _apply_row(row, record, name)
    except ProtectedError as error:
        raise ValidationError(_("What is to be taken away is named elsewhere.")) from error


def value_of(field: Any, value: Any) -> Any:
    """Return what a value that was kept stands for: a record for a relation."""
    if value is None:
        return None
    if field.is_relation:
        return field.related_model._base_manager.filter(pk=value).first()
    return field.to_python(value)


def _values(record: Any) -> Values:
    values = {field.name: _kept(record, field) for field in fields_of(type(record))}
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def _kept(record: Any, field: Any) -> Any:
    value = getattr(record, field.attname)
    return value.name or "" if isinstance(value, FieldFile) else value


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {name: [old.get(name), new[name]] for name in new if old.get(name) != new[name]}


def _changed_rows(old: Values, new: Values) -> Iterator[Values]:
    for key in old.keys() - new.keys():
        yield {"pk": int(key), "old": old[key], "new": None}
    for key, values in new.items():
        if key not in old:
            yield {"pk": None, "old": None, "new": values}
        elif old[key] != values:
            yield {"pk": int(key), "old": old[key], "new": values}


def _taken_away_first(row: Values) -> bool:
    # Of what may stand in a list once, the old one goes before the new one comes.
    return row["new"] is not None


def _apply_row(row: Values, record: Any, name: str) -> None:
    rows = getattr(record, name)
    if row["pk"] is None:
        part = rows.model(**{rows.field.name: record})
        changed = row["new"]
    else:
        part = rows.filter(pk=row["pk"]).first()
        if part is None:
            raise ValidationError(GONE)
        if row["new"] is None:
            part.delete()
            return
        changed = {n: value for n, (__, value) in _differing(row["old"], row["new"]).items()}
    _assign(part, changed)
    part.full_clean(exclude=_not_editable(type(part)))
    part.save()


def _assign(record: Any, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        field = record._meta.get_field(name)
        meant = value_of(field, value)
        if field.is_relation and value is not None and meant is None:
            raise ValidationError(GONE)
        setattr(record, name, meant)


def _not_editable(model: type[models.Model]) -> set[str]:
    """Name the fields that no form asks for: they are made when the record is saved."""
    return {field.name for field in model._meta.concrete_fields if not field.editable}
