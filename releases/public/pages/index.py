"""The lists of all that have a page: people, and topics."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from releases.models import Appointment, Moment, Person, Topic
from releases.models.prepared import prepared

MOST = 60  # records on a page


@dataclass
class IndexPage:
    """
    A page of the records, by their addresses: pairs of a first letter and of the records below
    it. Of people it has the `offices` they hold, by key.

    `after` is the address that the next page goes on from, empty where there is none;
    `goes_on_from` the one that the page before ended with.
    """

    letters: list[tuple[str, list[Any]]]
    offices: dict[int, list[Appointment]]
    goes_on_from: str
    after: str


def person_list_page(asked: dict[str, str], moment: Moment) -> IndexPage:
    """Fetch a page of people. Two queries; Http404 for a page that is not there."""
    page, people = _index_page(Person, asked, moment)
    held = Appointment.objects.on(moment.day).filter(person__in=[one.pk for one in people])
    for office in held:
        page.offices.setdefault(office.person_id, []).append(office)
    return page


def topic_list_page(asked: dict[str, str], moment: Moment) -> IndexPage:
    """Fetch a page of topics. One query; Http404 for a page that is not there."""
    return _index_page(Topic, asked, moment)[0]


def _index_page(model: Any, asked: dict[str, str], moment: Moment) -> tuple[IndexPage, list[Any]]:
    before = asked.get("after")
    rows = _finder(model)(moment, before)
    if before and not rows:
        raise Http404(_("There is no such page."))
    records = rows[:MOST]
    letters: dict[str, list[Any]] = {}
    for record in records:
        letters.setdefault(record.slug[:1].upper(), []).append(record)
    after = records[-1].slug if len(rows) > MOST else ""
    return IndexPage([*letters.items()], {}, before or "", after), records


@cache
def _finder(model: Any) -> prepared[Any]:
    @prepared
    def find(moment: Moment, before: str | None = None) -> QuerySet[Any]:
        rows = model.objects.public(moment).order_by("slug")
        if before is not None:
            rows = rows.filter(slug__gt=before)
        return rows[: MOST + 1]

    return find
