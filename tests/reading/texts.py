"""Invented releases as staff paste them: paragraphs between empty lines."""

import re

from releases.reading.document import Block, Findings, Found
from releases.reading.findings.day import find_day
from releases.reading.findings.meeting import find_meeting
from releases.reading.findings.people import find_people
from releases.reading.findings.sections import find_places
from releases.reading.findings.title import find_title
from releases.reading.languages import facts


def blocks_of(text):
    """The blocks of a pasted text."""
    return [Block(part.strip()) for part in text.strip().split("\n\n")]


def opened(text):
    """The blocks of a pasted text and their places, once its title has been found."""
    blocks = blocks_of(text)
    places = find_places(blocks)
    find_title(blocks, places)
    return blocks, places


def meeting_in(language, text):
    """The meeting found in a pasted text, whose single line ends are mere spaces."""
    blocks, places = opened(re.sub(r"(?<!\n)\n(?!\n)", " ", text))
    found = Findings(language=Found(language, 1.0), places=places)
    found.day, found.place = find_day(blocks, places)
    found.people = find_people(blocks, facts(language))
    return find_meeting(blocks, found)


def names(people):
    """The names of persons found."""
    return [person.name for person in people]
