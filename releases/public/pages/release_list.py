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
from releases.public.pagination import ListPage, as_page, place_asked, stretch
from releases.public.parameters import in_words, period
from releases.text.instants import midnight
from releases.text.languages import active_language

from .addressed import at_address
from .freezes import announced
from .texts import Entry, as_entries

SUBJECTS = {"topic": Topic, "person": Person, "meeting": Meeting}

LATEST = 100  # releases that say what a list about records can be narrowed to
WHOLE, NARROWED = ("-newest",), ("-place",)  # the order of the list

# What was asked, in words: what to show, and the names of what asks it.
Label = tuple[Topic | Person | Meeting | str, list[str]]


@dataclass
class ReleaseListPage:
    """
    A page of the releases that match what is asked.

    `called` is the name of the list. `kinds` are pairs of value and label, `years` the years
    from the latest to the first: what the list can be narrowed to. `freeze` is told on the
    whole list alone.
    """

    freeze: Freeze | None
    listed: ListPage[Entry]
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
    if asked.keys() - {"after"}:
        place = place_asked(asked, NARROWED)
        rows = _narrowed(moment, language, *place, **about)
        listed = as_page(rows, NARROWED, place)
    else:
        place = place_asked(asked, WHOLE)
        listed = as_page(_newest(moment, language, *place), WHOLE, place)
    return ReleaseListPage(
        freeze=None if asked else announced(moment),
        listed=as_entries(listed, moment),
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
    moment: Moment,
    reader: str,
    place: int | None = None,
    kind: str | None = None,
    topic: int | None = None,
    person: int | None = None,
    meeting: int | None = None,
    begin: int | None = None,
    end: int | None = None,
) -> QuerySet[Showing]:
    rows = _rows(moment, reader, kind, topic, person, meeting, begin, end)
    return stretch(rows.with_texts(), NARROWED, [place])


@prepared
def _one(
    moment: Moment,
    reader: str,
    kind: str | None = None,
    topic: int | None = None,
    person: int | None = None,
    meeting: int | None = None,
    begin: int | None = None,
    end: int | None = None,
) -> QuerySet[Any]:
    """Find the place of the latest, to see what there is."""
    rows = _rows(moment, reader, kind, topic, person, meeting, begin, end)
    return rows.order_by(F("place").desc()).values_list(F("place"), flat=True)[:1]


@prepared
def _latest(
    moment: Moment,
    reader: str,
    topic: int | None = None,
    person: int | None = None,
    meeting: int | None = None,
    kind: None = None,
    begin: int | None = None,
    end: int | None = None,
) -> QuerySet[Any]:
    """Find the kinds of the latest, one for each."""
    rows = _rows(moment, reader, None, topic, person, meeting, begin, end)
    return rows.order_by(F("place").desc()).values_list("kind", flat=True)[:LATEST]


def _rows(
    moment: Moment,
    reader: str,
    kind: str | None,
    topic: int | None,
    person: int | None,
    meeting: int | None,
    begin: int | None,
    end: int | None,
) -> ShowingQuerySet:
    keys = {"topic": topic, "person": person, "meeting": meeting}
    mentioned = {SUBJECTS[name].MENTIONED_AS: key for name, key in keys.items() if key is not None}
    return Showing.objects.listed(reader, moment).about(mentioned, kind, begin, end)


def _kinds(moment: Moment, language: str, about: dict[str, Any]) -> list[tuple[str, Any]]:
    """
    Name the kinds of the releases, pairs of value and label, in their order; of a list about
    records those of the latest: to find that a kind is missing, all would have to be read.
    """

    def find() -> list[str]:
        kinds = PressRelease.Kind.values
        if any(about[name] for name in SUBJECTS):
            latest = set(_latest(moment, language, **about))
            return [kind for kind in kinds if kind in latest]
        return [kind for kind in kinds if _one(moment, language, **about | {"kind": kind})]

    found = remembered(moment, "kinds", about, make=find)
    return [(value, label) for value, label in PressRelease.Kind.choices if value in found]


def _years(moment: Moment, language: str, about: dict[str, Any]) -> list[int]:
    """Find the years of the releases, from the latest to the first."""

    def find() -> list[int]:
        years: list[int] = []
        while latest := _one(moment, language, **about):
            years.append(day_of(latest[0]).year)
            about["end"] = order_of(midnight(date(years[-1], 1, 1)))
        return years

    return remembered(moment, "years", dict(about), make=find)


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
    labels = [(about[name], [name]) for name in SUBJECTS if about[name]]
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
