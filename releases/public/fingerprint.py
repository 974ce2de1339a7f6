"""A fingerprint of what a page shows, so that it need not be rendered to know it is the same."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date, time
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.functional import Promise

FOLDERS = ("project", "releases", "templates", "locale")

# Columns no page shows as they are. Approving what shall follow a text changes them in the
# text that stands: a fingerprint with them would tell the public that something is coming.
UNSEEN = {"live_until", "revision", "written_by_id", "submitted_at", "submitted_by_id"}


def fingerprint(*values: object) -> str:
    """
    Make a hex digest of values, which may hold records, lists and dicts of them.

    Of a record it takes the columns read (but for UNSEEN), the related records read with it
    (`select_related`) and the lists read for it (`prefetch_related`). Nothing else is
    fetched, so what the public may not see cannot leave a trace here. Raises TypeError
    for a value whose text would differ from process to process.
    """
    digest = blake2b(digest_size=16)
    for part in _parts([_build(), settings.ACCENT_STYLE, settings.SITE_NAME, *values], set()):
        digest.update(repr(part).encode())
    return digest.hexdigest()


def _parts(value: Any, seen: set[int]) -> Iterator[object]:
    if value is None or isinstance(value, str | int | float | date | time | UUID):
        yield value
    elif isinstance(value, Promise | FieldFile):
        yield str(value)
    elif isinstance(value, Model):
        yield from _record(value, seen)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _parts(item, seen)
    elif isinstance(value, list | tuple | QuerySet):
        yield len(value)
        for item in value:
            yield from _parts(item, seen)
    elif is_dataclass(value):
        yield from _parts(vars(value), seen)
    else:
        raise TypeError(f"no fingerprint of {type(value).__name__}")


def _record(record: Model, seen: set[int]) -> Iterator[object]:
    yield record._meta.label
    yield record.pk
    if id(record) in seen:
        return
    seen.add(id(record))
    read = {
        f.attname: getattr(record, f.attname)
        for f in record._meta.concrete_fields
        if f.attname in record.__dict__ and f.attname not in UNSEEN
    }
    yield from _parts(read, seen)
    yield from _parts(record._state.fields_cache, seen)
    yield from _parts(getattr(record, "_prefetched_objects_cache", {}), seen)


def _build() -> int:
    """Say when the code, the templates or the translations last changed, in nanoseconds."""
    return _newest_file() if not settings.DEBUG else _newest_file.__wrapped__()


@lru_cache
def _newest_file() -> int:
    files = (path for name in FOLDERS for path in (settings.BASE_DIR / name).rglob("*"))
    return max(path.stat().st_mtime_ns for path in files)
