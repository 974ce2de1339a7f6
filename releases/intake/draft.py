"""Makes a release of what was chosen: its draft, and the records that are added for it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases.models import (
    Appointment,
    Document,
    Edition,
    Intake,
    Meeting,
    Participation,
    Person,
    PressContact,
    PressRelease,
    Quote,
)
from releases.reading.document import Attachment
from releases.review import proposals
from releases.review.leaning import leaned_on
from releases.review.record_changes import added
from releases.text.slugs import slug_from

from .alike import folded
from .match import office_of

ALREADY = gettext_lazy("A draft has been made of this file already.")


@dataclass
class Speaker:
    """Somebody on record, or not saved yet; `since` is given for an office to be recorded."""

    person: Person
    role: str = ""
    since: date | None = None


@dataclass
class Said:
    """Words, parts separated by an empty line, and who said them."""

    words: str
    speaker: Speaker


@dataclass
class Present:
    """Somebody who took part in the meeting; `capacity` is one of `Participation.Capacity`."""

    speaker: Speaker
    capacity: str = Participation.Capacity.PARTICIPANT


@dataclass
class Draft:
    """
    A release as it is to be made. `publish_at` is a planned instant, `first_published_at` the
    one at which it was public elsewhere. Records may be saved or not; links are pairs of a title
    and an address, attachments pairs of a title and an `Attachment`.

    `embargo_told` if a person has said until when the embargo is that nobody understood: until
    `publish_at`, or that there is none.
    """

    title: str
    language: str
    body: str
    summary: str = ""
    kind: str = PressRelease.Kind.PRESS_RELEASE
    place: str = ""
    publish_at: datetime | None = None
    embargo_told: bool = False
    first_published_at: datetime | None = None
    quotes: list[Said] = field(default_factory=list)
    meeting: Meeting | None = None
    present: list[Present] = field(default_factory=list)
    contacts: list[PressContact] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    attachments: list[tuple[str, Attachment]] = field(default_factory=list)


def new_meeting(language, name, day, place="", **values):
    """A meeting that is not saved, with its name and place in one language."""
    return Meeting(
        names={language: name},
        starts_on=day,
        place={language: place} if place else {},
        status=Meeting.Status.HELD if day < timezone.localdate() else Meeting.Status.PLANNED,
        **values,
    )


@transaction.atomic
def make_release(draft, intake, by=None):
    """
    The edition of a new release made from `draft`, kept with the `intake` it came from.

    Nothing is saved if anything is wrong. Raises ValidationError, as where words of a quote
    do not stand in the text, or where somebody has made a draft of it in the meantime.
    """
    if intake.pk and not Intake.objects.select_for_update().open().filter(pk=intake.pk).first():
        raise ValidationError(ALREADY)
    place = {draft.language: draft.place} if draft.place else {}
    release = PressRelease(
        kind=draft.kind,
        place=place,
        publish_at=draft.publish_at or draft.first_published_at,
        first_published_at=draft.first_published_at,
    )
    edition = Edition(
        release=_saved(release),
        language=draft.language,
        title=draft.title,
        summary=draft.summary,
        body=draft.body,
        written_by=by,
    )
    _saved(edition)
    people: dict[str, Person] = {}
    for said in draft.quotes:
        _record(edition, said, people, by)
    edition.quotes.number_as_in(edition.body)
    if draft.meeting:
        release.meetings.add(_met(draft, people, by))
    release.contacts.set(_contacts(draft))
    edition.documents.set(_documents(draft))
    if draft.embargo_told:
        intake.tell_embargo(draft.publish_at)
    intake.release, intake.language, intake.answers = release, draft.language, ""
    intake.save()
    return edition


def _saved(record):
    """The record, checked and saved if it is new."""
    if record._state.adding:
        record.full_clean()
        record.save()
    return record


def _record(edition, said, people, by):
    day = edition.release.day
    person, appointment = _office(said.speaker, edition.language, day, people, by)
    quote = Quote(
        edition=edition,
        words=said.words,
        speaker=person,
        appointment=appointment,
        title_as_printed=said.speaker.role,
    )
    _saved(quote)


def _met(draft, people, by):
    """
    The meeting. Who took part is recorded for a new one alone: on the page of one on record
    it could be read at once, before the release.
    """
    if not draft.meeting._state.adding:
        return draft.meeting
    draft.meeting.written_by = by
    meeting = _saved(draft.meeting)
    listed = set()
    for position, present in enumerate(draft.present, start=1):
        speaker = present.speaker
        person, appointment = _office(speaker, draft.language, meeting.starts_on, people, by)
        if appointment is None:
            raise ValidationError(no_office(person))
        if appointment.pk not in listed:
            listed.add(appointment.pk)
            meeting.participations.create(
                appointment=appointment, capacity=present.capacity, position=position
            )
    return meeting


def no_office(person):
    """A sentence for somebody whose office on the day of a meeting is not known."""
    sentence = _(
        "No office is on record for %(name)s on the day of the meeting: say which one and "
        "since when, or leave the person out of the meeting. An office of somebody who is public "
        "is proposed on the form of the person."
    )
    return sentence % {"name": person}


def _office(speaker, language, day, people, by):
    """
    The person, one record for each new name, and the appointment of the day; None where there
    is none. Records the office if it is said since when; of somebody the public leans on it waits
    as a proposal.
    """
    person = speaker.person
    if person._state.adding:
        person = people.setdefault(" ".join(folded(person.name)), person)
    person = _saved(person)
    appointment = office_of(person, speaker.role, day)
    if appointment is None and speaker.role and speaker.since:
        titles = {language: speaker.role}
        office = Appointment(person=person, titles=titles, since=speaker.since)
        if by is None or not leaned_on(person):
            return person, _saved(office)
        office.full_clean()
        proposals.propose(person, added(office), by)
    return person, appointment


def _contacts(draft):
    """Each once, also where a new one was found twice."""
    contacts = {(contact.name, contact.email): contact for contact in draft.contacts}
    return [_saved(contact) for contact in contacts.values()]


def _documents(draft):
    for title, url in draft.links:
        known = Document.objects.filter(url=url).first()
        yield known or _saved(Document(title=title, url=url, language=draft.language))
    for title, attachment in draft.attachments:
        file = ContentFile(attachment.data, name=_safe(attachment.name))
        yield _saved(Document(title=title, language=draft.language, file=file))


def _safe(name):
    """A file name that every file system takes, with its ending if it has one."""
    ending = re.fullmatch(r"(?a)\.\w{1,8}", PurePath(name).suffix)
    return slug_from(PurePath(name).stem, "document") + (ending[0].lower() if ending else "")
