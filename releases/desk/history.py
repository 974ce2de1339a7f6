"""Shows the history of every record: who changed what, from what to what, and when."""

import json
from dataclasses import dataclass
from datetime import UTC

from auditlog.models import LogEntry
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from releases.models.moment import HELD_BACK
from releases.text import changes, html
from releases.text.instants import in_newsroom_time

from .audit_log import logged

ACTIONS = {
    LogEntry.Action.CREATE: _("added"),
    LogEntry.Action.UPDATE: _("changed"),
    LogEntry.Action.DELETE: _("deleted"),
}
ENTRIES_SHOWN = 200


@dataclass
class Entry:
    """One change: `fields` are pairs of a label and its paragraphs as `changes.Change`."""

    at: str
    by: str | Promise
    about: str
    action: str | Promise
    fields: list[tuple[str, list[changes.Change]]]


class ShowsHistory(admin.ModelAdmin):
    """A ModelAdmin whose history page shows the old and the new values."""

    object_history_template = "admin/releases/history.html"

    def history_view(self, request, object_id, extra_context=None):
        """Let the stock view decide who may see it, and replace what it lists."""
        response = super().history_view(request, object_id, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data:
            obj = response.context_data["object"]
            response.context_data["entries"] = [_entry(log) for log in logged(obj)[:ENTRIES_SHOWN]]
        return response


def last_actor(obj: models.Model) -> str | None:
    """Return the name of who changed a record last, or None."""
    log = logged(obj).filter(actor__isnull=False).first()
    return log and str(log.actor)


def last_change(obj: models.Model) -> int:
    """Return the number of the last change of a record, or of what is edited with it; 0 if none."""
    return logged(obj).order_by("-pk").values_list("pk", flat=True).first() or 0


def _entry(log):
    model = log.content_type.model_class()
    fields = [
        (label, compared)
        for name, change in sorted((log.changes or {}).items())
        if (shown := _field(model, name, change))
        for label, compared in [shown]
    ]
    return Entry(
        at=in_newsroom_time(log.timestamp),
        by=str(log.actor) if log.actor else log.actor_email or _("the system"),
        about=capfirst(model._meta.verbose_name) if model else "",
        action=ACTIONS.get(log.action, ""),
        fields=fields,
    )


def _field(model, name, change):
    """Return the label of a field and its compared values; None if they say nothing to a reader."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        field = None
    if field is None or (field.auto_created and not field.concrete):
        return None
    label = capfirst(field.verbose_name)
    if isinstance(field, models.BooleanField) and change[0] == "None":
        change = [None, change[1] if change[1] == "True" else None]
    if isinstance(change, dict):  # a relation to many: what was added or taken away
        kind = changes.ADDED if change.get("operation") == "add" else changes.REMOVED
        listed = ", ".join(change.get("objects", []))
        return label, [changes.Change(kind, [(kind, listed)], None, None)]
    old, new = (_in_lines(field, value) for value in change)
    return (label, changes.compare(old, new)) if old != new else None


def _in_lines(field, value):
    if value in (None, "None", ""):
        return []
    if isinstance(field, models.JSONField):
        value = _lines(value)
    elif isinstance(field, models.DateTimeField) and (instant := parse_datetime(value)):
        instant = make_aware(instant, UTC) if instant.tzinfo is None else instant
        value = str(_("held back")) if instant == HELD_BACK else in_newsroom_time(instant)
    elif field is not None and field.choices:
        value = str(dict(field.flatchoices).get(value, value))
    elif field is not None and field.name == "body":
        value = html.plain(value)
    return value.splitlines()


def _lines(value):
    try:
        value = json.loads(value)
    except ValueError:
        return value
    if isinstance(value, dict):
        return "\n".join(f"{key}: {text}" for key, text in value.items())
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
