"""
Writes made-up archives, many releases at once: for development and for measurements.

Each release is written as if its texts had been approved at their time, with all that approving
them writes. Nobody is asked and nothing is checked, nothing is logged and no mail goes out. Going
on where it was stopped, a release that is there already is not written again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.utils import timezone

from releases.models import (
    Address,
    Appointment,
    Document,
    Edition,
    Enclosure,
    Illustration,
    Meeting,
    Mention,
    Participation,
    Picture,
    Playback,
    PressContact,
    PressRelease,
    PublicState,
    Quote,
    Recording,
    Showing,
    Topic,
    printed,
)
from releases.models.showing import TIE_BITS, order_of, rows_of
from releases.reading.marks import Mark, marks
from releases.text import html
from releases.text.slugs import slug_from

BATCH = 500  # releases in a transaction

# Their values are stored as they are.
PLAIN = (models.BooleanField, models.ForeignKey, models.IntegerField)


@dataclass
class Said:
    """What somebody says, as it stands in the text; `key` is unique in the archive."""

    words: str
    appointment: Appointment
    key: str


@dataclass
class Text:
    """A text that stands from `at`, in place of the one in its language before it in the list."""

    language: str
    title: str
    body: str
    at: datetime
    summary: str = ""
    change_note: str = ""
    quotes: list[Said] = field(default_factory=list)


@dataclass
class Item:
    """
    A release of `at`, with its texts in the order in which they were approved. Its records are
    saved, with all they name, but for the meeting.
    """

    at: datetime
    texts: list[Text]
    kind: str = PressRelease.Kind.PRESS_RELEASE
    place: dict[str, str] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)
    contacts: list[PressContact] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    recordings: list[Recording] = field(default_factory=list)
    meeting: Meeting | None = None
    took_part: list[Appointment] = field(default_factory=list)


def load(name: str, wanted: int, make: Callable[[int], Item]) -> Iterator[int]:
    """
    Write the releases 1 to `wanted` that `make` returns, as the archive `name`; yield after each
    transaction how many are there. They are dated in the order of their numbers.
    """
    numbers = _last_numbers()
    for start in range(1, wanted + 1, BATCH):
        batch = range(start, min(start + BATCH, wanted + 1))
        uuids = {number: uuid5(NAMESPACE_URL, f"{name}/{number}") for number in batch}
        there = set(_rows(PressRelease).filter(uuid__in=uuids.values()).values_list("uuid"))
        made = [
            (_release(uuid, number, item := make(number), numbers), item)
            for number, uuid in uuids.items()
            if (uuid,) not in there
        ]
        if made:
            _write(made)
            yield batch[-1]


@transaction.atomic
def _write(made: list[tuple[PressRelease, Item]]) -> None:
    _create(PressRelease, [release for release, _item in made])
    took_part = _topics_and_meetings(made)
    _texts(made, took_part)
    PublicState.objects.bump()


def _release(uuid: UUID, number: int, item: Item, numbers: Counter[int]) -> PressRelease:
    year = timezone.localdate(item.at).year
    numbers[year] += 1
    return PressRelease(
        uuid=uuid,
        year=year,
        number=numbers[year],
        reference=f"{year}/{numbers[year]:04}",
        kind=item.kind,
        status=PressRelease.Status.APPROVED,
        publish_at=item.at,
        public_from=item.at,
        order=order_of(item.at, number % (1 << TIE_BITS)),
        place=item.place,
    )


def _topics_and_meetings(
    made: list[tuple[PressRelease, Item]],
) -> dict[Meeting, list[Participation]]:
    held = [(release, item, item.meeting) for release, item in made if item.meeting]
    for release, _item, meeting in held:
        meeting.slug = f"{slug_from(str(meeting), 'meeting')[:60]}-{release.pk}"
        meeting.begins_at, meeting.over_at = meeting.local_start, meeting.local_end
        meeting.order = order_of(meeting.over_at, release.pk % (1 << TIE_BITS))
    _create(Meeting, [meeting for _release, _item, meeting in held])
    _create(Address, [_address("meeting", m.slug, m.pk) for _release, _item, m in held])
    took_part = {
        meeting: [
            Participation(
                meeting=meeting,
                appointment=appointment,
                person_id=appointment.person_id,
                position=position,
                order=meeting.order,
            )
            for position, appointment in enumerate(item.took_part, start=1)
        ]
        for _release, item, meeting in held
    }
    _create(Participation, [one for people in took_part.values() for one in people])
    _link(PressRelease.meetings, [(release, meeting) for release, _item, meeting in held])
    _link(PressRelease.topics, [(r, topic) for r, item in made for topic in item.topics])
    _link(PressRelease.contacts, [(r, contact) for r, item in made for contact in item.contacts])
    return took_part


def _texts(
    made: list[tuple[PressRelease, Item]], took_part: dict[Meeting, list[Participation]]
) -> None:
    written: list[tuple[Edition, list[Quote]]] = []
    addresses, of_release, enclosed, illustrated, played = [], [], [], [], []
    keys = _keys(Edition), _keys(Quote)  # before the rows are there, as what is printed has them
    for release, item in made:
        beside = printed.Beside(
            meetings=[(item.meeting, took_part[item.meeting])] if item.meeting else [],
            topics=item.topics,
            documents=item.documents,
            contacts=item.contacts,
            pictures=item.pictures,
            recordings=item.recordings,
        )
        texts = list(_approved(release, item, printed.copy(beside, release.day), keys))
        written += texts
        enclosed += [
            Enclosure(edition=edition, document=document)
            for edition, _quotes in texts
            for document in item.documents
        ]
        illustrated += [
            Illustration(edition=edition, picture=picture, position=position)
            for edition, _quotes in texts
            for position, picture in enumerate(item.pictures)
        ]
        played += [
            Playback(edition=edition, recording=recording, position=position)
            for edition, _quotes in texts
            for position, recording in enumerate(item.recordings)
        ]
        slugs = dict.fromkeys(edition.slug for edition, _quotes in texts)
        addresses += [_address(release.day.isoformat(), slug, release.pk) for slug in slugs]
        of_release.append((release, [edition for edition, _quotes in texts]))
    _create(Edition, [edition for edition, _quotes in written])
    _create(Quote, [quote for _edition, quotes in written for quote in quotes])
    _create(Enclosure, enclosed)
    _create(Illustration, illustrated)
    _create(Playback, played)
    _create(Address, addresses)
    _create(Mention, [row for text in written for row in printed.mentions(*text)])
    _create(Showing, [row for release, texts in of_release for row in rows_of(release, texts)])


def _approved(
    release: PressRelease, item: Item, beside: printed.Kept, keys: tuple[Iterator[int], ...]
) -> Iterator[tuple[Edition, list[Quote]]]:
    standing: dict[str, Edition] = {}
    marked: dict[str, list[Mark]] = {}  # alike in texts that differ in their language alone
    for text in item.texts:
        edition = _edition(release, text, standing.get(text.language))
        edition.pk = next(keys[0])
        standing[text.language] = edition
        quotes = _quotes(edition, text, keys[1])
        if edition.body not in marked:
            marked[edition.body] = marks(edition.body, quotes)
        edition.printed = beside | {"marks": marked[edition.body]}
        yield edition, quotes


def _edition(release: PressRelease, text: Text, before: Edition | None) -> Edition:
    edition = Edition(
        release=release,
        language=text.language,
        title=text.title[:300],
        slug=f"{slug_from(text.title, 'release')[:60]}-{release.pk}",
        summary=text.summary,
        body=html.clean(text.body, text.language),
        change_note=text.change_note,
        visible_from=text.at,
        public_since=max(text.at, release.publish_at or text.at),
    )
    edition.lead = edition.lead_in()
    if before:
        before.visible_until = edition.corrected_at = text.at
        edition.version, edition.slug = before.version + 1, before.slug
        edition.public_since = before.public_since
    return edition


def _quotes(edition: Edition, text: Text, keys: Iterator[int]) -> list[Quote]:
    day, order = edition.release.day, edition.release.order
    quotes = [
        Quote(
            pk=next(keys),
            edition=edition,
            key=said.key,
            words=said.words,
            speaker=said.appointment.person,
            appointment=said.appointment,
            position=position,
            order=order,
        )
        for position, said in enumerate(text.quotes, start=1)
    ]
    for quote in quotes:
        quote.printed = printed.print_quote(quote, day)
    return quotes


def _address(scope: str, slug: str, owner: int) -> Address:
    return Address(scope=scope, slug=slug, owner=owner)


def _link(ends: Any, pairs: Iterable[tuple[models.Model, models.Model]]) -> None:
    """Join releases to records, by the two keys of the table between them."""
    of_release, of_record = ends.field.m2m_column_name(), ends.field.m2m_reverse_name()
    _create(ends.through, [ends.through(**{of_release: a.pk, of_record: b.pk}) for a, b in pairs])


def _rows(model: Any) -> models.QuerySet[Any]:
    """Return all rows, past what guards approved ones."""
    return models.QuerySet(model)


def _keys(model: Any) -> Iterator[int]:
    """Number new rows of a table behind those that are there."""
    return count((_rows(model).aggregate(last=models.Max("pk"))["last"] or 0) + 1)


def _create(model: Any, made: Iterable[Any]) -> None:
    """Write new rows, and their keys on the records. Half the time that bulk_create() takes."""
    records = list(made)
    for key, record in zip(_keys(model), records, strict=False):
        record.pk = key
    fields = model._meta.concrete_fields
    connection = connections["default"]  # itself: what stands for it costs at each field
    rows = [[_value(record, field, connection) for field in fields] for record in records]
    table = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            for sql in connection.ops.sequence_reset_sql(no_style(), [model]):
                cursor.execute(sql)
        else:
            places = ", ".join(["%s"] * len(fields))
            insert = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 (our names)
            cursor.executemany(insert, rows)


def _value(record: Any, field: Any, connection: Any) -> Any:
    """Return what the database takes for a field."""
    value = getattr(record, field.attname)
    if value is None or isinstance(field, PLAIN):
        return value
    return field.get_db_prep_save(value, connection)


def _last_numbers() -> Counter[int]:
    """Find the last number given in each year."""
    numbers: Counter[int] = Counter()
    for given in _rows(PressRelease).exclude(reference=None).values_list("reference", flat=True):
        year, number = map(int, given.split("/"))
        numbers[year] = max(numbers[year], number)
    return numbers
