"""The list of releases, whole or narrowed to what is asked."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from releases.models import Freeze, Meeting, Moment, Person, PressRelease, Showing, Topic
from releases.models.prepared import prepared
from releases.models.showing import ShowingQuerySet, day_of, order_of
from releases.public.answers import remembered
from releases.public.pagination import (
    PAGE_SIZE,
    ListPage,
    as_page,
    in_digits,
    place_asked,
    stretch,
)
from releases.public.parameters import in_words, period
from releases.text.instants import midnight
from releases.text.languages import active_language

from .addressed import at_address
from .freezes import announced
from .texts import Entry, as_entries

# The first that is asked for is walked along, and looked up in its texts is the next: from rare
# ones to common ones.
SUBJECTS = {"meeting": Meeting, "person": Person, "topic": Topic}

LATEST = 100  # releases that say what a list about records can be narrowed to
WALKED = 500  # texts that name a record, to find those that name another one, or are of a kind
WHOLE, NARROWED = ("-newest",), ("-place",)  # the order of the list

# What was asked, in words: what to show, and the names of what asks it.
Label = tuple[Topic | Person | Meeting | str, list[str]]


@dataclass
class ReleaseListPage:
    """
    A page of the releases that match what is asked.

    `called` is the name of the list. `kinds` are pairs of value and label, `years` the years
    from the latest to the first: what the list can be narrowed to. `freeze` is told on the
    whole list alone. `looked_back_to` is a day where the page ends there without being full:
    what is older was not looked at.
    """

    freeze: Freeze | None
    listed: ListPage[Entry]
    looked_back_to: date | None
    labels: list[Label]
    called: str
    kinds: list[tuple[str, str]]
    years: list[int]


def release_list_page(asked: dict[str, str], moment: Moment) -> ReleaseListPage:
    """
    Fetch the list. Two queries, and one for each record asked for; where it was not remembered
    what it can be narrowed to, a small one for each year and kind. Raises Http404.
    """
    records, about = _about(asked, moment)
    labels = _labels(asked, records)
    language = active_language()
    walked = None
    if not asked.keys() - {"after"}:
        place = place_asked(asked, WHOLE)
        listed = as_page(_newest(moment, language, *place), WHOLE, place)
    elif _is_a_walk(about):
        place = place_asked(asked, NARROWED)
        listed, walked = _walk(moment, language, place[0], about)
    else:
        place = place_asked(asked, NARROWED)
        listed = as_page(_narrowed(moment, language, *place, **about), NARROWED, place)
    return ReleaseListPage(
        freeze=None if asked else announced(moment),
        listed=as_entries(listed, moment),
        looked_back_to=walked,
        labels=labels,
        called=_called(asked, labels),
        kinds=_kinds(moment, language, about | {"kind": None}),
        years=_years(moment, language, about | {"begin": None, "end": None}),
    )


@prepared
def _newest(moment: Moment, reader: str, newest: int | None = None) -> QuerySet[Showing]:
    rows = Showing.objects.listed(reader, moment)
    return stretch(rows.with_texts(), WHOLE, [newest])


@prepared
def _narrowed(
    moment: Moment, reader: str, place: int | None = None, **about: Any
) -> QuerySet[Showing]:
    return stretch(_rows(moment, reader, **about).with_texts(), NARROWED, [place])


@prepared
def _last(moment: Moment, reader: str, **about: Any) -> QuerySet[Any]:
    """Find the place of the latest."""
    latest = _rows(moment, reader, **about).order_by(F("place").desc())
    return latest.values_list(F("place"), flat=True)[:1]


@prepared
def _first(moment: Moment, reader: str, **about: Any) -> QuerySet[Any]:
    """Find the place of the oldest."""
    oldest = _rows(moment, reader, **about).order_by(F("place"))
    return oldest.values_list(F("place"), flat=True)[:1]


@prepared
def _latest(moment: Moment, reader: str, **about: Any) -> QuerySet[Any]:
    """Find the kinds of the latest, one for each."""
    latest = _rows(moment, reader, **about).order_by(F("place").desc())
    return latest.values_list("kind", flat=True)[:LATEST]


def _rows(
    moment: Moment,
    reader: str,
    kind: Any = None,
    begin: Any = None,
    end: Any = None,
    **records: Any,
) -> ShowingQuerySet:
    mentioned = {
        model.MENTIONED_AS: records[name]
        for name, model in SUBJECTS.items()
        if records.get(name) is not None
    }
    return Showing.objects.listed(reader, moment).about(mentioned, kind, begin, end)


def _is_a_walk(about: dict[str, Any]) -> bool:
    """Whether no index knows the releases: what names a record has to be looked at one by one."""
    named = [name for name in SUBJECTS if about[name]]
    return len(named) > 1 or bool(named and about["kind"])


def _walk(
    moment: Moment, reader: str, place: int | None, about: dict[str, Any]
) -> tuple[ListPage[Showing], date | None]:
    """
    Make a page of what lies within so many texts that name the first record, however few match;
    and say back to which day they go, if that is why the page ends. Two queries.
    """
    name = next(name for name in SUBJECTS if about[name])
    before = min(filter(None, (place, about["end"])), default=None)
    far = _far(moment, reader, end=before, **{name: about[name]})
    if not far or far[0] <= (about["begin"] or 0):
        return as_page(_narrowed(moment, reader, place, **about), NARROWED, [place]), None
    rows = _narrowed(moment, reader, place, **about | {"begin": far[0]})
    goes_on_from = None if place is None else day_of(place)
    if len(rows) > PAGE_SIZE:
        return as_page(rows, NARROWED, [place]), None
    return ListPage(rows, goes_on_from, in_digits(far[0])), day_of(far[0])


@prepared
def _far(moment: Moment, reader: str, **about: Any) -> QuerySet[Any]:
    """
    Find the place of the last text to look at. Those that are hidden do not count: else the page
    would tell of them by where it ends.
    """
    rows = _rows(moment, reader, **about).order_by(F("place").desc())
    return rows.values_list(F("place"), flat=True)[WALKED - 1 : WALKED]


def _kinds(moment: Moment, language: str, about: dict[str, Any]) -> list[tuple[str, Any]]:
    """
    Name the kinds of the releases, pairs of value and label, in their order; of a list about a
    record those of the latest: to find that a kind is missing, all would have to be read. Of one
    about several none.
    """

    def find() -> list[str]:
        kinds = PressRelease.Kind.values
        if any(about[name] for name in SUBJECTS):
            there = {(kind,) for kind in _latest(moment, language, **about)}
        else:
            each = [(kind,) for kind in kinds]
            there = {*_last.finds_any(["kind"], each, moment, language, **about)}
        return [kind for kind in kinds if (kind,) in there]

    if _is_a_walk(about):
        return []
    found = remembered(moment, "kinds", about, make=find)
    return [(value, label) for value, label in PressRelease.Kind.choices if value in found]


def _years(moment: Moment, language: str, about: dict[str, Any]) -> list[int]:
    """Find the years of the releases, the latest first; none of what has to be walked."""

    def find() -> list[int]:
        ends = [*_first(moment, language, **about), *_last(moment, language, **about)]
        if not ends:
            return []
        first, last = (day_of(end).year for end in ends)
        begins = {y: order_of(midnight(date(y, 1, 1))) for y in range(first, last + 2)}
        spans = [(begins[year], begins[year + 1]) for year in range(first, last + 1)]
        there = _last.finds_any(["begin", "end"], spans, moment, language, **about)
        return [year for year in range(last, first - 1, -1) if spans[year - first] in there]

    return [] if _is_a_walk(about) else remembered(moment, "years", about, make=find)


def _about(asked: dict[str, str], moment: Moment) -> tuple[dict[str, Any], dict[str, Any]]:
    """
    Look up what is asked: the kind and the records by the names of what asks for them, and what
    `_narrowed()` takes.
    """
    kind = asked.get("kind")
    if kind and kind not in PressRelease.Kind.values:
        raise Http404
    records: dict[str, Any] = {"kind": kind}
    for name, model in SUBJECTS.items():
        slug = asked.get(name)
        records[name] = record = at_address(model, slug, moment) if slug else None
        if slug and record is None:
            raise Http404
    keys = {name: records[name] and records[name].pk for name in SUBJECTS}
    first = period(asked["from"]) if "from" in asked else None
    last = period(asked["to"], last=True) if "to" in asked else None
    # The day after the last that Python knows is none.
    following = last + timedelta(days=1) if last and last < last.max else None
    return records, keys | {
        "kind": kind,
        "begin": order_of(midnight(first)) if first else None,
        "end": order_of(midnight(following)) if following else None,
    }


def _labels(asked: dict[str, str], about: dict[str, Any]) -> list[Label]:
    labels: list[Label]
    labels = [(about[name], [name]) for name in reversed(SUBJECTS) if about[name]]
    if about["kind"]:
        labels.append((str(PressRelease.Kind(about["kind"]).label), ["kind"]))
    first, last = asked.get("from"), asked.get("to")
    if first and first == last:
        return [*labels, (in_words(first), ["from", "to"])]
    if first:
        labels.append((_("from %(day)s") % {"day": in_words(first)}, ["from"]))
    if last:
        labels.append((_("until %(day)s") % {"day": in_words(last)}, ["to"]))
    return labels


def _called(asked: dict[str, str], labels: list[Label]) -> str:
    """Name the list, as in “Releases of 2024” or “Releases – Statement – from 2019”."""
    called, said = _("Releases"), [str(label) for label, names in labels]
    if asked.get("from") and asked.get("from") == asked.get("to"):
        called = _("Releases of %(period)s") % {"period": said.pop()}
    return " – ".join([called, *said])
