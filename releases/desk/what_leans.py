"""Says where in public a record shows, and which texts print it."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from releases.models import Document, Edition, Meeting, Organisation, Person, Topic
from releases.review.leaning import prints_of

MOST = 20  # of a kind are named; of more it is said how many
COUNTED = 1000  # to count all of a large archive would take longer than to read the page

# By kind of record, the kinds of pages that name it, and the ways from them to it.
NAMED_ON: dict[Any, dict[Any, list[str]]] = {
    Person: {
        Meeting: ["participations__person"],
        Organisation: ["appointments__person"],
    },
    Organisation: {
        Meeting: ["organiser", "participations__organisation"],
        Person: ["appointments__organisation"],
    },
    Meeting: {
        Person: ["appointments__participations__meeting"],
        Organisation: [
            "organised_meetings",
            "participations__meeting",
            "appointments__participations__meeting",
        ],
    },
    Document: {Meeting: ["outcomes__document", "outcomes__document__alternative"]},
}


@dataclass
class Leaning:
    """
    Public pages, as pairs of a title and an address, that follow a change of a record; and the
    texts that print it as it is, and go on doing so. Of either, how many more there are.
    """

    pages: list[tuple[str, str]]
    more_pages: int
    texts: list[Edition]
    more_texts: int


def what_leans_on(record: Any) -> Leaning:
    """Find what leans on a record. A query for each kind of page, or two, and two for the texts."""
    pages, more_pages = [], 0
    for records in _named_on(record):
        found, more = _first(records)
        pages += [(str(one), one.get_absolute_url()) for one in found]
        more_pages += more
    prints, more_texts = _first(prints_of(record))
    return Leaning(pages, more_pages, [one.edition for one in prints], more_texts)


def _named_on(record):
    """Give the public records, by kind, whose pages show this one."""
    if type(record) in (Person, Organisation, Meeting, Topic):
        yield type(record).objects.public().filter(pk=record.pk)
    for model, ways in NAMED_ON.get(type(record), {}).items():
        named = reduce(or_, (Q(**{way: record}) for way in ways))
        # As many as are counted: somebody may have taken part in thousands of meetings.
        keys = model.objects.filter(named).order_by().values("pk")[: MOST + COUNTED]
        yield model.objects.public().filter(pk__in=keys)


def _first(rows):
    """Return the first of some rows, and how many more there are, counted up to a thousand."""
    found = list(rows[:MOST])
    return found, rows[MOST : MOST + COUNTED].count() if len(found) == MOST else 0
