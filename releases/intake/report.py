"""Reports what was found in a file, without a database: plain values, or lines for a person."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError, text_at
from releases.reading.faults import OURS, doubts, log_fault


def as_values(name, document, findings):
    """Returns what was found in the file `name`, for JSON: one key for each thing found."""
    blocks = document.blocks
    return {
        "file": name,
        "title": _value(findings.title),
        "date": _value(findings.day),
        "place": _value(findings.place),
        "language": findings.language.value,
        "embargo": _value(findings.embargo),
        "summary": _value(findings.summary),
        "quotes": [_quote(blocks, quote) for quote in findings.quotes],
        "meeting": findings.meeting and _meeting(findings.meeting),
        "links": [link.value for link in findings.links],
        "contacts": [_contact(contact) for contact in findings.contacts],
        "doubts": doubts(findings.missed, findings.cut) + _unclear(blocks, findings.embargo),
        "left_out": document.left_out,
        "notes": document.notes,
    }


def as_lines(values):
    """The same for a person: the file's name, then a line for each thing found, indented."""
    yield values["file"] or _("Pasted text")
    for label, value in _labelled(values):
        yield f"  {label}: {value}"


def unclear_embargo(line):
    """A sentence on an embargo line of which nobody has understood until which instant it is."""
    sentence = _("A line speaks of an embargo, and until when is not clear: “%(line)s”.")
    return sentence % {"line": Truncator(" ".join(line.split())).chars(200, "…")}


def reason(error):
    """Says why a file could not be taken in, in a sentence; a fault of ours is logged."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, OSError) and error.strerror:
        return _("The file cannot be opened: %(reason)s.") % {"reason": error.strerror}
    if isinstance(error, UnreadableError):
        return str(error)
    log_fault("Taking a file in", error)
    return str(OURS)


def _value(found):
    """A found value with dates and instants as in ISO 8601; None where nothing was found."""
    if found is None:
        return None
    return found.value.isoformat() if hasattr(found.value, "isoformat") else found.value


def _unclear(blocks, embargo):
    if embargo is None or not embargo.spans or isinstance(embargo.value, datetime):
        return []
    return [unclear_embargo(text_at(blocks, embargo.spans[:1]))]


def _quote(blocks, quote):
    parts = [text_at(blocks, [span]) for span in quote.spans]
    values: dict[str, str | list[str]] = {"text": " ".join(parts)}
    if len(parts) > 1:
        values["parts"] = parts
    return values | {
        "speaker": _value(quote.speaker),
        "role": _value(quote.role),
        "sure": round(quote.sure, 2),
    }


def _meeting(meeting):
    return {
        "name": meeting.name,
        "date": meeting.day and meeting.day.isoformat(),
        "place": meeting.place,
        "virtual": meeting.virtual,
        "chairs": [person.name for person in meeting.chairs],
        "participants": [person.name for person in meeting.participants],
    }


def _contact(contact):
    names = ("name", "role", "email", "phone")
    return {name: getattr(contact, name) for name in names}


def _labelled(values):
    """Pairs of a label and a value, in the order in which a release is read."""
    single = [
        (_("Title"), values["title"]),
        (_("Date"), values["date"]),
        (_("Place"), values["place"]),
        (_("Language"), values["language"]),
        (_("Embargo"), values["embargo"]),
        (_("Summary"), values["summary"]),
    ]
    yield from ((label, value) for label, value in single if value)
    for quote in values["quotes"]:
        yield _("Quote"), f"“{quote['text']}” – {_speaker(quote)}"
    yield from _met(values["meeting"] or {})
    for contact in values["contacts"]:
        yield _("Press contact"), ", ".join(filter(None, contact.values()))
    yield from ((_("Link"), link) for link in values["links"])
    yield from ((_("Doubt"), doubt) for doubt in values["doubts"])
    yield from ((_("Left out"), Truncator(text).words(20, "…")) for text in values["left_out"])
    yield from ((_("Note"), note) for note in values["notes"])


def _speaker(quote):
    speaker = quote["speaker"] or _("nobody is named")
    names = speaker if isinstance(speaker, str) else ", ".join(speaker)
    return f"{names} ({quote['role']})" if quote["role"] else names


def _met(meeting):
    if meeting:
        facts = (meeting["name"], meeting["date"], meeting["place"])
        yield _("Meeting"), ", ".join(filter(None, facts))
    yield from ((_("Chair"), name) for name in meeting.get("chairs", ()))
    yield from ((_("Participant"), name) for name in meeting.get("participants", ()))
