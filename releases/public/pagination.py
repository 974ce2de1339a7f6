"""Lists that are read page by page, each from where the one before ended, and never counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from releases.models.showing import day_of

PAGE_SIZE = 12
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


def place_asked(asked: dict[str, str], order: Sequence[str]) -> list[int] | list[None]:
    """
    Read the place that `?after=` names in a list of that order, a number for each of its names;
    Nones for the beginning. Raises Http404 for what is no place.
    """
    if "after" not in asked:
        return [None for name in order]
    parts = asked["after"].split(".")
    if len(parts) != len(order) or not all(re.fullmatch("[0-9a-z]{1,10}", p) for p in parts):
        raise Http404(_("There is no such page."))
    return [int(part, 36) for part in parts]


def stretch(
    rows: QuerySet[Record], order: Sequence[str], place: Sequence[int | None]
) -> QuerySet[Record]:
    """
    Return a page of rows, and one more, in `order`, one or two names of whole numbers: those
    behind a place. No row is passed over.
    """
    rows = rows.order_by(*order)
    if place[0] is not None:
        rows = rows.filter(_behind(order, place))
    return rows[: PAGE_SIZE + 1]


def as_page(
    rows: list[Record], order: Sequence[str], place: Sequence[int | None]
) -> ListPage[Record]:
    """Make the page of such a stretch. Raises Http404 where nothing lies behind the place."""
    goes_on_from = None if place[0] is None else day_of(place[0])
    if not rows and goes_on_from:
        raise Http404(_("There is no such page."))
    items = rows[:PAGE_SIZE]
    return ListPage(items, goes_on_from, _place(items[-1], order) if len(rows) > len(items) else "")


def _behind(order: Sequence[str], place: Sequence[int | None]) -> Q:
    """Return what lies behind a place; the range stands first, where an index can end it."""
    name, way = _way(order[0])
    if len(order) == 1:
        return Q(**{f"{name}__{way}": place[0]})
    tie, tie_way = _way(order[1])
    return Q(**{f"{name}__{way}e": place[0]}) & (
        Q(**{f"{name}__{way}": place[0]}) | Q(**{f"{tie}__{tie_way}": place[1]})
    )


def _way(name: str) -> tuple[str, str]:
    return name.lstrip("-"), "lt" if name.startswith("-") else "gt"


def _place(record: Model, order: Sequence[str]) -> str:
    """Write where a record stands, by the whole numbers it is sorted by, in 36 digits."""
    return ".".join(in_digits(getattr(record, _way(name)[0])) for name in order)


def in_digits(number: int) -> str:
    """Write a whole number in 36 digits, as `int(…, 36)` reads it."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits
