"""The list of releases, whole or narrowed to what is asked."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from releases.models import Freeze, Meeting, Moment, Person, PressRelease, Showing, Topic
from releases.models.showing import ShowingQuerySet
from releases.public.pagination import ListPage
from releases.public.parameters import in_words, period
from releases.text.languages import active_language

from .freezes import announced
from .texts import Entry, page_of_entries

SUBJECTS = {"topic": Topic, "person": Person, "meeting": Meeting}

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
    Fetch the list. Six queries, and one for each record asked for; raises Http404.
    """
    about = _about(asked, moment)
    labels = _labels(asked, about)
    rows = Showing.objects.listed(active_language(), moment)
    narrowed = any(name != "after" for name in asked)
    return ReleaseListPage(
        freeze=None if asked else announced(moment),
        listed=page_of_entries(
            _narrowed(rows, about), asked, "-place" if narrowed else "-newest", moment
        ),
        labels=labels,
        called=_called(asked, labels),
        kinds=_kinds(_narrowed(rows, about | {"kind": None})),
        years=_narrowed(rows, about | {"first": None, "last": None}).years(),
    )


def _narrowed(rows: ShowingQuerySet, about: dict[str, Any]) -> ShowingQuerySet:
    subjects = [about[name] for name in SUBJECTS if about[name]]
    return rows.about(subjects, about["kind"], about["first"], about["last"])


def _kinds(rows: ShowingQuerySet) -> list[tuple[str, Any]]:
    """Name the kinds of the releases, pairs of value and label, in their order."""
    labels = dict(PressRelease.Kind.choices)
    return [(kind, labels[kind]) for kind in rows.kinds([*labels])]


def _about(asked: dict[str, str], moment: Moment) -> dict[str, Any]:
    """Look up what is asked, by the names of what asks it, and `first` and `last`: two dates."""
    kind = asked.get("kind")
    if kind and kind not in PressRelease.Kind.values:
        raise Http404
    about: dict[str, Any] = {"kind": kind}
    for name, model in SUBJECTS.items():
        about[name] = None
        if slug := asked.get(name):
            about[name] = get_object_or_404(model.objects.public(moment).addressed(slug))
    about["first"] = period(asked["from"]) if "from" in asked else None
    about["last"] = period(asked["to"], last=True) if "to" in asked else None
    return about


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
