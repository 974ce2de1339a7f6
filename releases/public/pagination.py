"""Lists that are read page by page, each from where the one before ended, and never counted."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from releases.models.showing import day_of

PAGE_SIZE = 20
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

T = TypeVar("T")
Record = TypeVar("Record", bound=Model)


@dataclass
class ListPage(Generic[T]):
    """
    A page of a list. `after` leads to the next one; it is empty where there is none.
    `goes_on_from` is the day at which the page before ended; None for the first one.
    """

    items: list[T]
    goes_on_from: date | None
    after: str


def list_page(queryset: QuerySet[Record], asked: dict[str, str], *order: str) -> ListPage[Record]:
    """
    Fetch 20 records in `order`, one or two names of whole numbers as for `order_by()`: those
    behind the place that `?after=` names. One query, no COUNT, and no row that is passed over.

    Raises Http404 for a place that is none, or that has nothing behind it.
    """
    rows, goes_on_from = queryset.order_by(*order), None
    if "after" in asked:
        place = _read(asked["after"], len(order))
        rows, goes_on_from = rows.filter(_behind(order, place)), day_of(place[0])
    items = list(rows[: PAGE_SIZE + 1])
    if not items and goes_on_from:
        raise Http404(_("There is no such page."))
    after = _place(items[PAGE_SIZE - 1], order) if len(items) > PAGE_SIZE else ""
    return ListPage(items[:PAGE_SIZE], goes_on_from, after)


def _behind(order: tuple[str, ...], values: list[int]) -> Q:
    """Return what lies behind a place; the range stands first, where an index can end it."""
    name, way = _way(order[0])
    if len(order) == 1:
        return Q(**{f"{name}__{way}": values[0]})
    tie, tie_way = _way(order[1])
    return Q(**{f"{name}__{way}e": values[0]}) & (
        Q(**{f"{name}__{way}": values[0]}) | Q(**{f"{tie}__{tie_way}": values[1]})
    )


def _way(name: str) -> tuple[str, str]:
    return name.lstrip("-"), "lt" if name.startswith("-") else "gt"


def _place(record: Model, order: tuple[str, ...]) -> str:
    """Write where a record stands, by the whole numbers it is sorted by, in 36 digits."""
    return ".".join(in_digits(getattr(record, _way(name)[0])) for name in order)


def in_digits(number: int) -> str:
    """Write a whole number in 36 digits, as `int(…, 36)` reads it."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits


def _read(place: str, length: int) -> list[int]:
    """Read what `_place()` has written. Raises Http404."""
    parts = place.split(".")
    if len(parts) != length or not all(re.fullmatch("[0-9a-z]{1,10}", part) for part in parts):
        raise Http404(_("There is no such page."))
    return [int(part, 36) for part in parts]
