"""The list of releases, whole or narrowed to what is asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from releases.models import Edition, Freeze, Meeting, Person, PressRelease, Topic
from releases.public.pagination import ListPage, page_asked
from releases.public.parameters import in_words, period
from releases.text.languages import active_language

from .texts import Entry, page_of_entries

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


def release_list_page(asked: dict[str, str], at: datetime) -> ReleaseListPage:
    """Fetch the list. Six queries at most, and one for each record asked for; raises Http404."""
    about = _about(asked, at)
    labels = _labels(asked, about)
    texts = Edition.objects.for_readers(active_language(), at).about(**about).newest_first()
    live = Edition.objects.live(at)
    return ReleaseListPage(
        freeze=None if asked else Freeze.objects.announced(at).first(),
        listed=page_of_entries(texts, page_asked(asked), at),
        labels=labels,
        called=_called(asked, labels),
        kinds=live.about(**about | {"kind": None}).kinds(),
        years=live.about(**about | {"first": None, "last": None}).years(),
    )


def _about(asked: dict[str, str], at: datetime) -> dict[str, Any]:
    """Look up what is asked, as `EditionQuerySet.about()` takes it. Raises Http404."""
    kind = asked.get("kind")
    if kind and kind not in PressRelease.Kind.values:
        raise Http404
    about: dict[str, Any] = {"kind": kind}
    for name, model in (("topic", Topic), ("person", Person), ("meeting", Meeting)):
        records = model.objects.public(at)
        slug = asked.get(name)
        about[name] = get_object_or_404(records.addressed(slug)) if slug else None
    about["first"] = period(asked["from"]) if "from" in asked else None
    about["last"] = period(asked["to"], last=True) if "to" in asked else None
    return about


def _labels(asked: dict[str, str], about: dict[str, Any]) -> list[Label]:
    labels: list[Label]
    labels = [(about[name], [name]) for name in ("topic", "person", "meeting") if about[name]]
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
