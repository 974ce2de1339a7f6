"""Which methods of a queryset write, as Django wants to be told, and for how long they wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import connection, transaction

_Method = TypeVar("_Method", bound=Callable[..., Any])


def alters_data(method: _Method) -> _Method:
    """Mark a method that writes, so that no template calls it."""
    method.__dict__["alters_data"] = True
    return method


def queryset_only(method: _Method) -> _Method:
    """Keep a method off the managers: `Model.objects.delete()` would be too easily said."""
    method.__dict__["queryset_only"] = True
    return method


@contextmanager
def brief_transaction(milliseconds: int = 200) -> Iterator[None]:
    """
    Begin a transaction that gives up where others hold what it writes for longer than that.

    Raises OperationalError then. It is for what a reader's request writes.
    """
    if connection.vendor != "sqlite":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = {milliseconds:d}")
            yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
        try:
            with transaction.atomic():
                yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual:d}")
