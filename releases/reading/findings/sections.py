"""Tells which part of a document a block is: furniture, text, or the notes and contacts below."""

import re
from itertools import accumulate

from releases.reading.document import BODY, CONTACT, DATELINE, LABEL, NOTES

from . import furniture
from .dateline import LONGEST, is_dateline, without_furniture

SHORT = 160  # characters: what may stand in a list of contacts without a heading of its own
NOTES_AT_MOST = 0.6  # of a text, where no line marks its end: "Background" may head a part of it
HEAD = 40  # blocks: further down, the text has begun even if it has no paragraph
AFTER_DATELINE = 600  # characters that may follow a dateline below the text


def find_places(blocks):
    """
    The place of each block: LABEL, DATELINE, NOTES, CONTACT, or BODY for all else.

    Title and summary are still BODY here: they are chosen among what is left.
    """
    reader = _Reader(blocks)
    return [reader.place(n, block) for n, block in enumerate(blocks)]


class _Reader:
    """Goes down a document and remembers which part of it the next block is in."""

    def __init__(self, blocks):
        lengths = [len(block.text) for block in blocks]
        self.left = [*accumulate(reversed(lengths), initial=0)][::-1]  # from each to the end
        self.invites = any(furniture.heading_of(block.text, "WHERE") for block in blocks)
        self.mode = self.around = BODY  # the part, and that in which contacts stand
        self.in_text = False  # whether a paragraph of the text has been read
        self.ended = False

    def place(self, n, block):
        self.in_text = self.in_text or n > HEAD
        if place := self._furniture(n, block):
            if self.mode == CONTACT and not self.in_text:
                self.mode = BODY
            return place
        late = self.ended or (self.in_text and self.left[n] <= NOTES_AT_MOST * self.left[0])
        mode = self._part(block, late)
        if mode == CONTACT != self.mode:
            self.around = self.mode
        self.mode = mode
        self.in_text = self.in_text or (self.mode == BODY and len(block.text) > SHORT)
        return self.mode

    def _furniture(self, n, block):
        """
        LABEL or DATELINE if all lines of the block are that, else None.

        In the midst of the text such lines are part of it; a dateline may stand at its end.
        """
        if len(block.text) > 3 * LONGEST:
            return None
        if furniture.is_closing(block.text):
            if self.in_text and furniture.is_end(block.text):
                self.ended, self.mode = True, NOTES
            return LABEL
        below = self.in_text and not self.ended
        if below and self.left[n + 1] > AFTER_DATELINE:
            return None
        kinds = {self._line(line) for line in block.text.split("\n") if line.strip()}
        if None in kinds or (below and kinds != {DATELINE}):
            return None
        return DATELINE if kinds == {DATELINE} else LABEL

    def _line(self, line):
        if furniture.is_embargo(line) or furniture.is_label(line):
            return LABEL
        if self.invites and furniture.heading_of(line, "WHEN"):
            return None
        if is_dateline(line):
            return DATELINE
        return LABEL if re.search(r"\d", line) and not without_furniture(line) else None

    def _part(self, block, late):
        """Where a block that is no furniture belongs, from its own words and the part it is in."""
        if _heads_contacts(block, late):
            return CONTACT
        if late and _heads_notes(block):
            return NOTES
        if self.mode == CONTACT:
            return CONTACT if _is_contact(block, late) else self._after_contacts(block, late)
        if self.mode == NOTES and furniture.reach(block.text) and len(block.text) <= SHORT:
            return CONTACT
        if self.mode == NOTES and block.tag == "h" and not self.ended:
            return BODY
        return self.mode

    def _after_contacts(self, block, late):
        """Notes follow contacts at the end; elsewhere the text goes on."""
        amid = not self.ended and len(block.text) > SHORT and self.around == BODY
        return NOTES if late and not amid else BODY


def _heads_contacts(block, late):
    heading = furniture.heading_of(block.text, "CONTACTS")
    if heading and (heading["rest"] or late):
        return late or furniture.has_address(block.text) or len(block.text) <= SHORT
    if block.tag == "tr" and furniture.names_columns(block.text) >= (1 if late else 2):
        return True
    if not late:
        return False
    if block.tag == "tr":
        return furniture.has_address(block.text)
    return bool(furniture.heading_of(block.text, "contact last"))


def _heads_notes(block):
    if furniture.heading_of(block.text, "NOTES"):
        return True
    return len(block.text.split()) <= 9 and bool(furniture.heading_of(block.text, "ABOUT"))


def _is_contact(block, late):
    if furniture.has_address(block.text) or furniture.reach(block.text) or block.tag == "tr":
        return True
    return late and len(block.text) <= SHORT and block.text[-1] not in ".!?"
