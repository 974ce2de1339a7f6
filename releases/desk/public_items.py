"""Lists what the public reads with a record, item by item."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from releases.models import Document, Meeting, Picture


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
    """List what the public reads with a document or meeting; nothing with a hidden one."""
    of_kind = {Document: document_items, Meeting: _of_meeting}
    parts = of_kind.get(type(record))
    if parts is None or not type(record).objects.public().filter(pk=record.pk).exists():
        return {}
    return parts(record)


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
    for sight in meeting.sights.select_related("picture"):
        found["picture", sight.picture_id] = _item(sight.picture)
    for outcome in meeting.outcomes.public().select_related("document__alternative"):
        found |= document_items(outcome.document)
    return found


def _item(record):
    is_file = isinstance(record, Document | Picture)
    page = "" if is_file else getattr(record, "get_absolute_url", str)()
    file = getattr(record, "url", "") or record.filename if is_file else ""
    return PublicItem(_kind(record), str(record), file, page)


def _kind(record):
    return capfirst(record._meta.verbose_name)
