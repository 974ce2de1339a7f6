"""What readers may ask of a list in its address. Wrong questions are answered 404 or 400."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import BadRequest
from django.http import Http404
from django.utils.translation import gettext as _

PAGE_SIZE = 20
LAST_PAGE = 500


def single(request, *names):
    """
    The parameters of these names that are given and not empty, each a str.

    Raises BadRequest if one is given twice or holds a NUL; others are ignored.
    """
    found = {}
    for name in names:
        values = request.GET.getlist(name)
        if len(values) > 1:
            raise BadRequest(_("“%(name)s” is given twice in the address.") % {"name": name})
        if values and "\0" in values[0]:
            raise BadRequest(_("“%(name)s” holds a character that means nothing.") % {"name": name})
        if values and values[0]:
            found[name] = values[0]
    return found


def period(value, last=False):
    """
    The first day of a year (2021), month (2021-03) or day (2021-03-30), or its last one.

    Raises Http404 for anything else.
    """
    parts = re.fullmatch(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value)
    if not parts:
        raise Http404(_("There is no such date."))
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise Http404(_("There is no such date.")) from error


@dataclass
class Page:
    """A page of a list that is never counted: whether there is a next one is all it knows."""

    items: list
    number: int
    has_next: bool

    @property
    def previous(self):
        return self.number - 1

    @property
    def next(self):
        return self.number + 1


def page(request, queryset):
    """
    The `Page` that `?page=` asks for, by 20; the first if not given. One query, no COUNT.

    Raises Http404 for what is no page number, for an empty page that is not the first,
    and past page 500 (lists of that length are read by year).
    """
    value = single(request, "page").get("page", "1")
    if not re.fullmatch("[1-9][0-9]{0,2}", value) or int(value) > LAST_PAGE:
        raise Http404(_("There is no such page."))
    number = int(value)
    start = (number - 1) * PAGE_SIZE
    items = list(queryset[start : start + PAGE_SIZE + 1])
    if not items and number > 1:
        raise Http404(_("There is no such page."))
    return Page(items[:PAGE_SIZE], number, len(items) > PAGE_SIZE and number < LAST_PAGE)
