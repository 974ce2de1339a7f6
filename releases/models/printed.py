"""
What a page prints beside a text is kept with the text, and does not change with its records.

At approval an edition keeps the records it names as they are that day. Its pages are made of
those copies: records of the same models, filled with what was kept, which no query fetched and
nobody saves. Models are called by their names here, as texts keep what is defined above them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from releases.reading.marks import Mark, marks
from releases.text.names import Names, NamesField

from .querysets import alters_data
from .showing import Mention

# What is kept of a record, beside its key.
KEPT: dict[str, tuple[str, ...]] = {
    "person": ("slug", "name"),
    "organisation": ("slug", "names", "website"),
    "appointment": ("titles", "since", "until", "acting"),
    "meeting": (
        *("slug", "names", "starts_on", "starts_at", "ends_on", "ends_at", "time_zone"),
        *("format", "restricted", "place", "status", "attendance"),
        *("moved_from", "moved_from_at", "moved_from_zone"),
    ),
    "participation": ("capacity",),
    "document": ("title", "kind", "language", "url", "file", "sha256", "size"),
    "topic": ("slug", "names"),
    "presscontact": ("name", "roles", "email", "phone"),
    # But for its rights: whether it may be shown is asked of the record, each time.
    "picture": (
        *("key", "sha256", "width", "height", "transparent", "focus_x", "focus_y"),
        *("alternative", "decorative", "caption", "credit", "place", "taken_on"),
    ),
    # But for its captions too, which are played with the file.
    "recording": (
        *("key", "title", "kind", "url", "file", "sha256", "size", "media_type"),
        *("width", "height", "duration", "transcript", "no_speech", "credit", "taken_on"),
    ),
}

# The records that are kept with a record: the model by the name of the relation.
WITH: dict[str, dict[str, str]] = {
    "appointment": {"person": "person", "organisation": "organisation"},
    "meeting": {"organiser": "organisation"},
    "participation": {"appointment": "appointment", "organisation": "organisation"},
    "document": {"alternative": "document"},
    "recording": {"poster": "picture"},
    "quote": {"speaker": "person", "appointment": "appointment", "meeting": "meeting"},
}

MENTIONED = {
    "topic": Mention.Kind.TOPIC,
    "person": Mention.Kind.PERSON,
    "appointment": Mention.Kind.OFFICE,
    "organisation": Mention.Kind.ORGANISATION,
    "meeting": Mention.Kind.MEETING,
    "document": Mention.Kind.DOCUMENT,
    "presscontact": Mention.Kind.CONTACT,
    "picture": Mention.Kind.PICTURE,
    "recording": Mention.Kind.RECORDING,
}

BESIDE = {
    "documents": "document",
    "topics": "topic",
    "contacts": "presscontact",
    "pictures": "picture",
    "recordings": "recording",
}

Kept = dict[str, Any]


@dataclass
class Beside:
    """
    What stands beside a text: meetings with who takes part, documents, topics, contacts,
    pictures, of which the first leads, and recordings.
    """

    meetings: list[tuple[Any, list[Any]]]
    documents: list[Any]
    topics: list[Any]
    contacts: list[Any]
    pictures: list[Any]
    recordings: list[Any]


@alters_data
def print_out(edition: Any) -> None:
    """
    Keep what the page of a text shows beside it, and where its quotes stand; and write a row
    for each record it names. The caller saves the text. Some seventeen queries.
    """
    day, order = edition.release.day, edition.release.order
    quotes = list(edition.quotes.select_related("speaker", "appointment__person", "meeting"))
    for quote in quotes:
        quote.edition, quote.order, quote.printed = edition, order, print_quote(quote, day)
    edition.printed = print_beside(edition, day) | {"marks": marks(edition.body, quotes)}
    _write(edition, quotes, mentions(edition, quotes))


@alters_data
def take_back(edition: Any) -> None:
    """Forget what was printed of a text that is a draft again. The caller saves the text."""
    quotes = list(edition.quotes.all())
    for quote in quotes:
        quote.order, quote.printed = None, {}
    edition.printed = {}
    _write(edition, quotes, [])


def prints_otherwise(edition: Any, day: date, other: date) -> bool:
    """
    Whether what is printed with a text would not be the same on `other` as on `day`: an office
    begins or ends between them. Some twenty queries, none for one day.
    """
    return day != other and _print(edition, day) != _print(edition, other)


@alters_data
def order_again(release: Any) -> None:
    """Sort what its texts have printed by the date that it has now. Two queries."""
    printed = {"edition__release": release.pk, "order__isnull": False}
    for model in (Mention, apps.get_model("releases", "quote")):
        model._base_manager.filter(**printed).update(order=release.order)


def marks_of(edition: Any, quotes: list[Any]) -> list[Mark]:
    """Return where the quotes of a text are marked: as kept; of a draft, as they stand now."""
    if edition.printed:
        return [Mark(*mark) for mark in edition.printed["marks"]]
    return marks(edition.body, quotes)


def keep(record: Any) -> Kept:
    """Copy what is kept of a record, and of those kept with it, to what JSON can hold."""
    name = record._meta.model_name
    kept: Kept = {"id": record.pk}
    for field in KEPT.get(name, ()):
        value = getattr(record, field)
        kept[field] = value if value is None or isinstance(value, bool | dict) else str(value)
    for relation in WITH.get(name, {}):
        if (related := getattr(record, relation)) is not None:
            kept[relation] = keep(related)
    return kept


def as_kept(name: str, kept: Kept) -> Any:
    """Make the record that was kept. No query, and none later: what was not kept is empty."""
    model, fields = _form(name)
    values = []
    for key, read, default in fields:
        value = kept.get(key)
        values.append(default() if value is None else read(value))
    record = model(*values)
    _fill(record, kept)
    return record


@cache
def _form(name: str) -> tuple[Any, list[tuple[str, Callable[[Any], Any], Callable[[], Any]]]]:
    """
    Return a model, and of each of its fields the name that its value is kept under, or "", how
    it is read, and what it is where nothing is kept.
    """
    model: Any = apps.get_model("releases", name)
    kept = {"id", *KEPT[name]}
    return model, [
        (column.name if column.name in kept else "", _reader(column), column.get_default)
        for column in model._meta.concrete_fields
    ]


def _reader(field: Any) -> Callable[[Any], Any]:
    """Say how a kept value is read: texts were mended before they were kept."""
    if isinstance(field, NamesField):
        return Names
    return str if isinstance(field, models.CharField | models.TextField) else field.to_python


def print_beside(edition: Any, day: date) -> Kept:
    """Copy what stands beside a text on `day`, the day of its release. Eleven queries at most."""
    release = edition.release
    meetings = release.meetings.select_related("organiser").prefetch_related(
        "participations__appointment__person",
        "participations__appointment__organisation",
        "participations__organisation",
    )
    records = Beside(
        meetings=[(meeting, list(meeting.participations.all())) for meeting in meetings],
        documents=list(edition.documents.select_related("alternative")),
        topics=list(release.topics.all()),
        contacts=list(release.contacts.all()),
        pictures=[one.picture for one in edition.illustrations.select_related("picture")],
        recordings=[one.recording for one in edition.playbacks.select_related("recording__poster")],
    )
    return copy(records, day)


def copy(records: Beside, day: date) -> Kept:
    """Copy records as they are known on `day` to what JSON can hold. No query, if all is read."""
    return {
        "meetings": [
            keep(meeting) | {"people": [keep(_known(one, day)) for one in people]}
            for meeting, people in records.meetings
        ],
        **{part: [keep(one) for one in getattr(records, part)] for part in BESIDE},
    }


def beside(printed: Kept) -> Beside:
    """Make the records that were kept beside a text."""
    return Beside(
        meetings=[
            (as_kept("meeting", kept), [as_kept("participation", one) for one in kept["people"]])
            for kept in printed["meetings"]
        ],
        **{part: [as_kept(name, kept) for kept in printed[part]] for part, name in BESIDE.items()},
    )


def _print(edition: Any, day: date) -> list[Kept]:
    """Copy all that is printed with a text on `day`."""
    # Read for each day: an office that is known on one is left as it is known then.
    quotes = edition.quotes.select_related("speaker", "appointment__person", "meeting")
    return [print_beside(edition, day), *(print_quote(quote, day) for quote in quotes)]


def print_quote(quote: Any, day: date) -> Kept:
    """Copy what is printed with a quote on `day`, the day of its release."""
    office = quote.appointment
    kept = keep(quote)
    if office:
        kept.pop("appointment")
        if known := office.known_on(day):
            kept["appointment"] = keep(known)
    return kept


def as_printed(quotes: Iterable[Any]) -> list[Any]:
    """Put quotes of approved texts under what was printed with them, and return them."""
    found = list(quotes)
    for quote in found:
        _fill(quote, quote.printed)
    return found


def mentions(edition: Any, quotes: Iterable[Any]) -> list[Mention]:
    """Make a row for each record that a text has printed, beside it or with its `quotes`."""
    kept = all_kept(edition.printed, (quote.printed for quote in quotes))
    named = {
        (MENTIONED[name].value, one["id"]) for name, one in kept if name in MENTIONED and one["id"]
    }
    order = edition.release.order
    return [
        Mention(edition=edition, kind=kind, subject=key, order=order) for kind, key in sorted(named)
    ]


def all_kept(beside: Kept, quotes: Iterable[Kept]) -> Iterator[tuple[str, Kept]]:
    """Give all records that were kept beside a text and with its quotes, by name of model."""
    for part, name in BESIDE.items():
        for kept in beside[part]:
            yield from _all_in(name, kept)
    for meeting in beside["meetings"]:
        yield from _all_in("meeting", meeting)
        for one in meeting["people"]:
            yield from _all_in("participation", one)
    for quote in quotes:
        yield from _all_in("quote", quote)


def _write(edition: Any, quotes: list[Any], rows: list[Mention]) -> None:
    # Past what guards the words of quotes: these say nothing of them.
    edition.quotes.model._base_manager.bulk_update(quotes, ["printed", "order"])
    edition.mentions.all().delete()
    Mention.objects.bulk_create(rows)


def _all_in(name: str, kept: Kept) -> Iterator[tuple[str, Kept]]:
    yield name, kept
    for relation, related in WITH.get(name, {}).items():
        if relation in kept:
            yield from _all_in(related, kept[relation])


def _fill(record: Any, kept: Kept) -> None:
    for relation, name in WITH.get(record._meta.model_name, {}).items():
        setattr(record, relation, as_kept(name, kept[relation]) if relation in kept else None)


def _known(participation: Any, day: date) -> Any:
    """Put who takes part under an office that is known on `day`."""
    if participation.appointment:
        participation.appointment = participation.appointment.known_or_held_on(day)
    return participation
