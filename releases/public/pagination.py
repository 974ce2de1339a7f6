"""Lists that are read page by page, and never counted."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

PAGE_SIZE = 20
LAST_PAGE = 500

T = TypeVar("T")
Record = TypeVar("Record", bound=Model)


@dataclass
class ListPage(Generic[T]):
    """A page of a list: of the others it knows whether there is a next one."""

    items: list[T]
    number: int
    has_next: bool

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1


def page_asked(asked: dict[str, str]) -> int:
    """
    Read which page `?page=` asks for, as a number; the first if not given.

    Raises Http404 for what is no page number, and past page 500: lists of that length are
    read by year.
    """
    value = asked.get("page", "1")
    if not re.fullmatch("[1-9][0-9]{0,2}", value) or int(value) > LAST_PAGE:
        raise Http404(_("There is no such page."))
    return int(value)


def list_page(queryset: QuerySet[Record], number: int) -> ListPage[Record]:
    """
    Fetch the page of that number, by 20. One query, no COUNT.

    Raises Http404 for an empty page that is not the first.
    """
    start = (number - 1) * PAGE_SIZE
    items = list(queryset[start : start + PAGE_SIZE + 1])
    if not items and number > 1:
        raise Http404(_("There is no such page."))
    return ListPage(items[:PAGE_SIZE], number, len(items) > PAGE_SIZE and number < LAST_PAGE)
