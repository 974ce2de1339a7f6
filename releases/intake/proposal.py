"""Findings, matched with what is on record: what the officer is asked to check, as JSON."""

from datetime import datetime
from functools import cache, partial

from django.utils import timezone

from releases.reading.document import BODY, CONTACT, LABEL, NOTES, text_at

from . import match

CHAIR, CO_CHAIR, PARTICIPANT = "chair", "co_chair", "participant"


def propose(blocks, findings):
    """
    A JSON object: for each field a value, how sure it is (0 to 1), and the spans it was taken
    from, each as [block, start, end]; what is on record, by its key. Three queries at most for each
    person and office named, one for each contact and the meeting.
    """
    who = cache(partial(match.match_person, day=_day(findings)))
    return {
        "places": findings.places,
        "put_back": _holding_quotes(findings),
        "language": _field(findings.language),
        "title": _field(findings.title),
        "summary": _field(findings.summary),
        "place": _field(findings.place),
        "day": _field(findings.day),
        "embargo": _field(findings.embargo),
        "quotes": [_quote(blocks, quote, who) for quote in findings.quotes],
        "meeting": findings.meeting and _meeting(findings.meeting),
        "people": _people(findings, who) if findings.meeting else [],
        "contacts": [_contact(contact) for contact in findings.contacts],
        "links": [_field(link) for link in findings.links],
        "missed": findings.missed,
        "cut": findings.cut,
        "same": [edition.pk for edition in _same(blocks, findings)],
    }


def _holding_quotes(findings):
    """Numbers of blocks around the text in which somebody is quoted: they belong into it."""
    numbers = {span.block for quote in findings.quotes for span in quote.spans}
    return sorted(n for n in numbers if findings.places[n] not in (BODY, NOTES))


def _day(findings):
    """The day the offices are asked of: that of the release, of its embargo, or today."""
    for found in (findings.day, findings.embargo):
        if found and found.value:
            value = found.value
            return timezone.localdate(value) if isinstance(value, datetime) else value
    return timezone.localdate()


def _field(found):
    if found is None:
        return None
    value = found.value
    value = value.isoformat() if hasattr(value, "isoformat") else value
    return {"value": value, "sure": round(found.sure, 2), "spans": _spans(found.spans)}


def _spans(spans):
    return [[span.block, span.start, span.end] for span in spans]


def _quote(blocks, quote, who):
    names = quote.speaker.value if quote.speaker else ""
    names = [names] if isinstance(names, str) else list(names)
    role = quote.role.value if quote.role else ""
    person = _person(names[0], role, who)
    said = quote.speaker.sure if quote.speaker else 0.0
    known = person["sure"] if person["person"] else 1.0
    return person | {
        "words": text_at(blocks, quote.spans),
        "joint": names[1:],
        "sure": round(min(quote.sure, said, known), 2),
        "spans": _spans(quote.spans),
    }


def _person(name, role, who):
    found = who(name, role)
    return {
        "name": name,
        "role": role,
        "person": found.person and found.person.pk,
        "appointment": found.appointment and found.appointment.pk,
        "others": [person.name for person in found.others],
        "sure": round(found.sure, 2),
    }


def _meeting(meeting):
    known = match.match_meeting(meeting.name, meeting.day)
    return {
        "name": meeting.name,
        "match": known and known.pk,
        "day": meeting.day and meeting.day.isoformat(),
        "place": meeting.place,
        "virtual": meeting.virtual,
        "restricted": meeting.restricted,
        "sure": round(0.95 if known else meeting.sure, 2),
        "spans": _spans(meeting.spans),
    }


def _people(findings, who):
    meeting = findings.meeting
    if meeting.day:
        who = cache(partial(match.match_person, day=meeting.day))
    chair = CHAIR if len(meeting.chairs) == 1 else CO_CHAIR
    capacities = [(chair, person) for person in meeting.chairs]
    capacities += [(PARTICIPANT, person) for person in meeting.participants]
    return [
        _person(person.name, person.role, who)
        | {"capacity": capacity, "spans": _spans(person.spans), "sure": round(meeting.sure, 2)}
        for capacity, person in capacities
    ]


def _contact(contact):
    known = match.match_contact(contact.name, contact.email)
    return {
        "name": known.name if known else contact.name,
        "role": contact.role,
        "email": contact.email,
        "phone": contact.phone,
        "match": known and known.pk,
        "sure": 0.95 if known else 0.7,
        "spans": _spans(contact.spans),
    }


def _same(blocks, findings):
    """Labels and contacts are the same in all releases of a house: they are not compared."""
    pairs = zip(blocks, findings.places, strict=True)
    text = "\n".join(block.text for block, place in pairs if place not in (LABEL, CONTACT))
    title = findings.title.value if findings.title else ""
    return match.same_release(title, text, findings.day and findings.day.value)
