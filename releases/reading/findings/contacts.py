"""Finds whom the press can ask: names, offices, addresses and numbers of the contact blocks."""

import re
from functools import cache
from itertools import pairwise

from releases.reading.document import CONTACT, Block, FoundContact, Span

from . import furniture
from .people import find_people
from .wording import codes, pattern

PARTS = re.compile(r"\s*(?:[,;|\t•·]|\s[–—-]+\s|\n)\s*")


def find_contacts(blocks, places, facts):
    """
    One FoundContact for each person or desk of the CONTACT blocks.

    A name without a way to reach it is completed by the lines that follow it; a desk without a
    name has that of the heading above it.
    """
    found: list[FoundContact] = []
    heading = ""
    for n, block in enumerate(blocks):
        if places[n] != CONTACT:
            continue
        for start, end in _entries(block):
            text = block.text[start:end]
            if _heading(codes()).fullmatch(text):
                heading = text.strip(" :.–—-")
            else:
                _add(found, _contact(text, Span(n, start, end), facts), heading)
    return [contact for contact in found if contact.email or contact.phone]


def _entries(block):
    """Spans of a block that are one contact each: a row, a line, or a run up to its addresses."""
    if block.tag == "tr":
        return [(0, len(block.text))]
    lines = [match.span() for match in re.finditer(r"[^\n]+", block.text)]
    return [entry for start, end in lines for entry in _runs(block.text, start, end)]


def _runs(text, start, end):
    """Parts of a line that each end with the last address before somebody else is named."""
    ends: list[int] = []
    kinds: set[str] = set()
    last = start
    found = [(m.span(), "email") for m in furniture.EMAIL.finditer(text, start, end)]
    found += [(m.span(), "phone") for m in furniture.PHONE.finditer(text, start, end)]
    for (_, stop), kind in sorted(found):
        if kind in kinds and kind == "email":
            ends.append(last)
            kinds = set()
        kinds.add(kind)
        last = stop
    return list(pairwise([start, *ends, end]))


def _add(found, contact, heading):
    last = found[-1] if found else None
    if last and not contact.name and _completes(last, contact):
        last.email = last.email or contact.email
        last.phone = last.phone or contact.phone
        last.spans += contact.spans
    elif last and contact.name and _goes_on(last, contact):
        last.role = last.role or contact.name
        last.spans += contact.spans
    elif contact.name or contact.email or contact.phone:
        contact.name = contact.name or heading
        found.append(contact)


def _completes(last, contact):
    return not (last.email and contact.email) and not (last.phone and contact.phone)


def _goes_on(last, contact):
    """
    Tells whether a line below a name is its office: it names nobody, and nobody is reached yet.
    """
    reached = last.email or last.phone or contact.email or contact.phone
    return not (reached or last.role or contact.role)


def _contact(text, span, facts):
    """What one entry says; its name is what is left once addresses and labels are gone."""
    email, phone = furniture.EMAIL.search(text), furniture.PHONE.search(text)
    rest = furniture.PHONE.sub("\n", furniture.EMAIL.sub("\n", text))
    rest = re.sub(r"https?://\S+|www\.\S+", "\n", rest)
    rest = _labels(codes()).sub("\n", rest)
    parts = [part.strip(" :.()–—-*") for part in PARTS.split(rest)]
    parts = [part for part in parts if re.search(r"[^\W\d_]{2}", part)]
    if people := find_people([Block("\n\n".join(parts))], facts):
        named = people[0].name
        parts = [named, *(part.replace(named, "").strip(" ,") for part in parts)]
    name, *others = parts or [""]
    return FoundContact(
        name=name,
        role=", ".join(filter(None, others)),
        email=email[0] if email else "",
        phone=" ".join(phone[0].split()) if phone else "",
        spans=[span],
    )


@cache
def _heading(codes):
    """A line that only says that contacts follow, or which desk they are of."""
    return re.compile(rf"[\W\d]*{pattern('CONTACTS')}\W*", re.IGNORECASE)


@cache
def _labels(codes):
    """Words that only say what follows: "Press contact:", "Tel.", "E-mail:"."""
    labels = f"(?:{pattern('PHONE')}|{pattern('EMAIL')})"
    heading = rf"\A[\W\d]*{pattern('CONTACTS')}\s*[:–—-]"
    return re.compile(rf"{heading}|{labels}\.?\s*(?::|(?=\n|\Z))", re.IGNORECASE)
