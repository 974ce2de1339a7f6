"""Says where in public a record shows, and which texts print it."""

from dataclasses import dataclass
from typing import Any

from releases.models import (
    Document,
    Edition,
    Meeting,
    Moment,
    Organisation,
    Person,
    Picture,
    Topic,
)
from releases.review.leaning import prints_of

MOST = 20  # of a kind are named; of more it is said how many
COUNTED = 100  # to count all of a large archive would take longer than to read the page

# By kind of record, the kinds of pages that name it, and the ways from them to it, each with the
# order, by an index, in which the latest come first.
NAMED_ON: dict[Any, dict[Any, dict[str, str]]] = {
    Person: {
        Meeting: {"participations__person": "-participations__order"},
        Organisation: {"appointments__person": "-appointments__since"},
    },
    Organisation: {
        Meeting: {
            "organiser": "-order",
            "participations__organisation": "-participations__order",
        },
        Person: {"appointments__organisation": "-appointments__since"},
    },
    Meeting: {
        Person: {"appointments__participations__meeting": "pk"},
        Organisation: {
            "organised_meetings": "pk",
            "participations__meeting": "pk",
            "appointments__participations__meeting": "pk",
        },
    },
    Document: {
        Meeting: {
            "outcomes__document": "-outcomes__pk",
            "outcomes__document__alternative": "-outcomes__pk",
        },
    },
    Picture: {
        Meeting: {"sights__picture": "-sights__pk"},
        Person: {"portrait": "pk"},
        Organisation: {"logo": "pk"},
    },
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
    """Find what leans on a record. Some small queries for each kind of page, two for the texts."""
    pages, more_pages = [], 0
    for records in _named_on(record):
        found, more = _first(records)
        pages += [(str(one), one.get_absolute_url()) for one in found]
        more_pages += more
    prints, more_texts = _first(prints_of(record))
    return Leaning(pages, more_pages, [one.edition for one in prints], more_texts)


def _named_on(record):
    """Give the public records, by kind, whose pages show this one."""
    moment = Moment.now()
    if type(record) in (Person, Organisation, Meeting, Topic):
        yield type(record).objects.public(moment).filter(pk=record.pk)
    for model, ways in NAMED_ON.get(type(record), {}).items():
        # As many as are counted: somebody may have taken part in thousands of meetings. And way
        # by way: for one condition of all of them, a database reads every meeting there is.
        keys = {
            key
            for way, latest in ways.items()
            for key in model.objects.filter(**{way: record})
            .order_by(latest)
            .values_list("pk", flat=True)[: MOST + COUNTED]
        }
        yield model.objects.public(moment).filter(pk__in=keys)


def _first(rows):
    """Return the first of some rows, and how many more there are, counted up to a hundred."""
    found = list(rows[:MOST])
    return found, rows[MOST : MOST + COUNTED].count() if len(found) == MOST else 0
