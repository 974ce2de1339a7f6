"""Rows of a form that somebody has deleted since it was drawn."""

import re

from django.forms import BaseInlineFormSet
from django.http import QueryDict


class KeepsGoneRows(BaseInlineFormSet):
    """
    The formset of what is edited with a record. It takes a row that was deleted since the form
    was drawn for one to be added: what was typed in it is shown, and saved if it is sent again.
    """

    data: QueryDict

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = self.data.copy()
            stored = self.get_queryset()
            there = {str(row.pk) for row in stored}
            _gone_as_new(self.data, self.prefix, stored.model._meta.pk.name, there)


def _gone_as_new(data, prefix, key, there):
    """
    Number the rows in the data of a form anew, if one of them is gone: first those that are
    `there`, by their keys, then all others, without one.
    """
    rows = _rows(data, prefix)
    keys = [row.get(key, [""])[0] for row in rows]
    if not set(keys) - there - {""}:
        return
    kept = [row for row, pk in zip(rows, keys, strict=True) if pk in there]
    others = [row | {key: [""]} for row, pk in zip(rows, keys, strict=True) if pk not in there]
    data[f"{prefix}-INITIAL_FORMS"] = str(len(kept))
    for name in [name for name in data if re.match(rf"{re.escape(prefix)}-\d+-", name)]:
        del data[name]
    for number, row in enumerate(kept + others):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)


def _rows(data, prefix):
    """Collect what is sent of each row, in order: lists of values by the name of their field."""
    rows: dict[int, dict[str, list[str]]] = {}
    for name, values in data.lists():
        if found := re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,4}})-(.+)", name):
            rows.setdefault(int(found[1]), {})[found[2]] = values
    return [rows[number] for number in sorted(rows)]
