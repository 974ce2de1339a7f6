"""Lists what the public reads with a record, item by item, and on which pages."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.text import capfirst

from releases.models import Document, Edition, Meeting, Outcome, PressRelease


@dataclass(frozen=True)
class PublicItem:
    """Something the public will read: `page` is the address of its own page, if it has one."""

    kind: str
    title: str
    file: str = ""
    page: str = ""


# By a key that stays the same from one look at them to the next.
Items = dict[tuple[Any, ...], PublicItem]


def public_items(record) -> Items:
    """List what the public reads with a document, meeting or release; nothing with a hidden one."""
    of_kind = {Document: document_items, Meeting: _of_meeting, PressRelease: _of_release}
    parts = of_kind.get(type(record))
    if parts is None or not type(record).objects.public().filter(pk=record.pk).exists():
        return {}
    return parts(record)


def public_pages(record) -> list[tuple[str, str]]:
    """List the public pages that name a record of these: pairs of title and address."""
    meetings = _meetings_naming(record)
    editions = _editions_naming(record).select_related("release")
    found = [(str(meeting), meeting.get_absolute_url()) for meeting in meetings]
    return found + [(text.title, text.canonical_url) for text in editions]


def _meetings_naming(record):
    if isinstance(record, Meeting):
        return [record]
    if isinstance(record, Document):
        outcomes = Outcome.objects.public().filter(document__in=_as_document(record))
        return Meeting.objects.filter(pk__in=outcomes.values("meeting"))
    return []


def _editions_naming(record):
    editions = Edition.objects.reachable()
    if isinstance(record, Meeting):
        return editions.filter(release__meetings=record)
    if isinstance(record, Document):
        return editions.filter(documents__in=_as_document(record)).distinct()
    return editions.filter(release=record)


def _as_document(document):
    """Find the documents through which the public opens this one: itself, or as an alternative."""
    return Document.objects.filter(Q(pk=document.pk) | Q(alternative=document))


def document_items(document) -> Items:
    """List a document and its accessible version."""
    found: Items = {("document", document.pk): _item(document)}
    if document.alternative:
        found["document", document.alternative.pk] = _item(document.alternative)
    return found


def _of_meeting(meeting) -> Items:
    found: Items = {("meeting", meeting.pk): _item(meeting)}
    if meeting.organiser:
        found["organisation", meeting.organiser.pk] = _item(meeting.organiser)
    related = ("appointment__person", "appointment__organisation", "organisation")
    for participation in meeting.participations.select_related(*related):
        office, organisation = participation.appointment, participation.organisation
        page = (office.person if office else organisation).get_absolute_url()
        key = ("participation", meeting.pk, office and office.pk, organisation and organisation.pk)
        found[key] = PublicItem(_kind(participation), str(participation), page=page)
        if office and office.organisation:
            found["organisation", office.organisation.pk] = _item(office.organisation)
    for outcome in meeting.outcomes.public().select_related("document__alternative"):
        found |= document_items(outcome.document)
    return found


def _of_release(release) -> Items:
    found: Items = {}
    for meeting in release.meetings.all():
        found |= _of_meeting(meeting)
    for record in [*release.topics.all(), *release.contacts.all()]:
        found[record._meta.model_name, record.pk] = _item(record)
    return found


def _item(record):
    page = "" if isinstance(record, Document) else getattr(record, "get_absolute_url", str)()
    file = record.url or record.filename if isinstance(record, Document) else ""
    return PublicItem(_kind(record), str(record), file, page)


def _kind(record):
    return capfirst(record._meta.verbose_name)
