"""The lines of an invitation that give day, place and speakers: "When: …", "Where: …"."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from releases.reading.document import BODY, FoundPerson

from .dates import written_dates
from .wording import codes, pattern

LONGEST = 300  # characters of a line
LISTED = 8  # paragraphs below "With:" that may each name a speaker


@dataclass
class Programme:
    """What the lines say; `points` are how much they speak for there being a meeting at all."""

    day: date | None = None
    place: str = ""
    virtual: bool = False
    people: list[FoundPerson] = field(default_factory=list)
    points: float = 0


def find_programme(blocks, places, people):
    """The Programme of a document; empty if it has no such lines."""
    programme = Programme()
    for n, block in enumerate(blocks):
        if places[n] != BODY or len(block.text) > LONGEST:
            continue
        for line in block.text.split("\n"):
            _read(programme, line)
        if _form(codes(), "WHO").match(block.text):
            programme.people += _listed(blocks, n, people)
    programme.points = 2.0 * bool(programme.day) + 1.0 * bool(programme.place)
    return programme


def _read(programme, line):
    if match := _form(codes(), "WHEN").match(line):
        days = [day.date() for day in written_dates(line[match.end() :])]
        programme.day = programme.day or next(filter(None, days), None)
    elif match := _form(codes(), "WHERE").match(line):
        place = line[match.end() :].strip()
        programme.virtual = programme.virtual or bool(_form(codes(), "ONLINE").search(place))
        if not programme.virtual:
            programme.place = programme.place or place


def _listed(blocks, n, people):
    """The persons of a line, or of the lines below it up to the first that names nobody."""
    found = []
    for below in range(n, min(n + 1 + LISTED, len(blocks))):
        named = [p for p in people if any(span.block == below for span in p.spans)]
        if not named and below > n:
            break
        found += named
    return found


@cache
def _form(codes, name):
    words = pattern(name)
    words = words if name == "ONLINE" else rf"\W*{words}\s*[:\t]\s*"
    return re.compile(words, re.IGNORECASE)
