"""
The pages of a PDF as lines, each with its place; and those that are around the text.

Work is bounded: a file of a few bytes can ask for hours of it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from math import hypot
from typing import Any

from django.conf import settings

from releases.reading.mend import LETTERS

from .refusals import too_large

# What one page may ask for: far above any page of text.
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 50_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 200,
    "jbig2dec_binary": None,  # no program is run
}
OPERATIONS = 2_000_000  # of all pages: ten times those of 300 pages of text
EDGE = 2  # lines at the top and the bottom of a page


@dataclass
class Line:
    """A line of a page, with its height above the page's foot and the size of its letters."""

    text: str
    page: int
    height: float
    size: float


def pages_of(reader):
    """The lines of each page, in the order in which they are drawn."""
    pages, characters = [], 0
    sheet = _Sheet()
    for number, page in enumerate(reader.pages):
        sheet.begin(number)
        page.extract_text(visitor_text=sheet.add, visitor_operand_before=sheet.count)
        pages.append(sheet.end())
        characters += sum(len(line.text) for line in pages[-1])
        if characters > settings.INTAKE_MAX_CHARACTERS:
            raise too_large()
    return pages


class _Sheet:
    """
    Collects the lines of a page from the pieces that pypdf finds.

    Ligatures are written out, also in quotations: there they are the typesetter's, not the
    speaker's.
    """

    def __init__(self):
        self.operations = 0

    def begin(self, page):
        self.page, self.lines, self.parts = page, [], []

    def count(self, *operation):
        self.operations += 1
        if self.operations > OPERATIONS:
            raise too_large()

    def add(self, piece, cm, tm, font, size):
        first, *rest = piece.split("\n")
        self.put(first, cm, tm, size)
        for part in rest:
            self.line()
            self.put(part, cm, tm, size)

    def put(self, piece, cm, tm, size):
        if not piece.strip():
            self.parts += [(piece, 0, 0)] if piece and self.parts else []
            return
        height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        # Letters that are turned by a quarter have no height of their own on the page.
        scale = abs(tm[3] * cm[3]) or hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
        self.parts.append((piece, height, round(abs(size * scale), 1)))

    def line(self):
        """Ends the line that was put so far."""
        if self.parts:
            words = "".join(part for part, _, _ in self.parts)
            words = " ".join(words.translate(LETTERS).split())
            _, height, size = max(self.parts, key=lambda part: len(part[0].strip()))
            self.lines.append(Line(words, self.page, height, size))
        self.parts = []

    def end(self):
        self.line()
        return self.lines


def edges_of(pages):
    """The texts of lines that are no part of the text, by the id of the line."""
    outer = []
    for page in pages:
        by_height = sorted(page, key=lambda line: -line.height)
        outer.append([*by_height[:EDGE], *by_height[EDGE:][-EDGE:]])
    shapes = Counter(shape for lines in outer for shape in {_shape(line) for line in lines})
    often = max(2, len(pages) / 3)
    return {
        id(line): line.text
        for lines in outer
        for line in lines
        if shapes[_shape(line)] >= often or line.text.strip("-–— ").isdigit()
    }


def _shape(line):
    """What a running head has in common from page to page: its place, and all but its numbers."""
    return round(line.height), re.sub(r"\d+", "0", line.text)
