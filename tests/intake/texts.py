"""Invented releases as staff paste them: paragraphs between empty lines."""

from releases.intake.document import Block
from releases.intake.findings.sections import find_places
from releases.intake.findings.title import find_title


def blocks_of(text):
    """The blocks of a pasted text."""
    return [Block(part.strip()) for part in text.strip().split("\n\n")]


def opened(text):
    """The blocks of a pasted text and their places, once its title has been found."""
    blocks = blocks_of(text)
    places = find_places(blocks)
    find_title(blocks, places)
    return blocks, places
