"""
The text layer of a PDF to blocks.

A PDF holds lines at places, no paragraphs: those are told by the space between lines, by their
size, and by whether a line is full. What stands at the edge of page after page is left out.
"""

import io
import re
from collections import Counter
from itertools import groupby, pairwise
from statistics import median

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError

from releases.reading.document import Block, Document, UnreadableError

from . import text
from .refusals import too_large
from .sheets import LIMITS, edges_of, pages_of

FULL = 0.85  # of the width: a line that long with the next word was broken for want of space
APART = 1.3  # times the usual distance: lines further apart are two paragraphs
LONGEST = 60  # characters of a word
HYPHENATED = 0.05  # of the lines: with fewer hyphens at their ends, these belong to the words

_hyphenated = re.compile(r"(\w*[^\W\d_])[-\u2010\u00ad]\Z")
_word = re.compile(r"\w*")


def read(data):
    """The `Document` of a PDF. Raises UnreadableError if it is locked or has no text."""
    try:
        with apply_configuration(**LIMITS):
            pages = pages_of(_opened(data))
    except LimitReachedError as error:
        raise too_large() from error
    edges = edges_of(pages)
    lines = [line for page in pages for line in page if id(line) not in edges]
    if not lines:
        raise UnreadableError(
            _("The PDF shows images of pages and holds no text. Ask for the text itself.")
        )
    paragraphs = _Paragraphs(lines)
    left_out = list(dict.fromkeys(edges.values()))
    return Document(paragraphs.blocks(), left_out, notes=paragraphs.notes())


def _opened(data):
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(_("The PDF is protected by a password. Save it without one."))
    if len(reader.pages) > settings.INTAKE_MAX_PAGES:
        raise too_large()
    return reader


class _Paragraphs:
    """Lines to blocks. `joined` counts the words that the end of a line had hyphenated."""

    def __init__(self, lines):
        self.lines = lines
        self.joined = 0
        self.words = set()
        sizes: Counter[float] = Counter()
        for line in lines:
            self.words.update(re.findall(r"\w+(?:-\w+)*", line.text))
            sizes[line.size] += len(line.text)
        self.size = max(sizes, key=lambda size: sizes[size])
        self.width = max((len(line.text) for line in lines if line.size == self.size), default=0)
        hyphens = sum(bool(_hyphenated.search(line.text[-LONGEST:])) for line in lines)
        self.is_hyphenated = hyphens > len(lines) * HYPHENATED
        gaps = [a.height - b.height for a, b in pairwise(lines) if a.page == b.page]
        usual = median([gap for gap in gaps if gap > 0] or [0])
        self.distance = min(usual, self.size * 1.6)  # from line to line, in letters of that size

    def blocks(self):
        """The blocks; lines in larger letters are headings, the largest of level 1."""
        large = sorted({line.size for line in self.lines if self.is_large(line)}, reverse=True)
        blocks = []
        for size, lines in groupby(
            self.lines, key=lambda line: line.size if self.is_large(line) else 0
        ):
            source = self.source(list(lines))
            if size:
                level = min(large.index(size) + 1, 6)
                headings = source.split("\n\n")
                blocks += [Block(h.replace("\n", " "), "h", level) for h in headings]
            else:
                blocks += text.blocks_of(source, lines_apart=False)
        return blocks

    def is_large(self, line):
        return line.size > self.size * 1.15

    def source(self, lines):
        """Lines of one kind as a text in which empty lines part the paragraphs."""
        parts = [lines[0].text]
        for line, after in pairwise(lines):
            parts.append(self.between(line, after, parts))
            parts.append(after.text)
        return "".join(parts)

    def between(self, line, after, parts):
        """Returns what stands between two lines; a hyphen that broke a word goes from `parts`."""
        if not self.is_same(line, after):
            return "\n\n"
        if not self.is_full(line, after):
            return "\n\n" if line.text[-1] in ".!?" else "\n"
        word = _hyphenated.search(parts[-1][-LONGEST:])
        if not word or not after.text[0].islower():
            return text.gap(line.text, after.text)
        rest = _word.match(after.text)
        if rest and self.is_broken(word[1], rest[0]):
            parts[-1] = parts[-1][:-1]
            self.joined += 1
        return ""

    def is_broken(self, first, second):
        """
        Tells whether a hyphen is the typesetter's: else the document has the word with it, or none.
        """
        if {first + second, f"{first}-{second}"} & self.words:
            return first + second in self.words
        return self.is_hyphenated and len(first) > 2

    def is_same(self, line, after):
        """Tells whether two lines may be of one paragraph, by where they stand."""
        if line.page != after.page:
            return line.text[-1] not in '.!?:;”»"' and self.is_full(line, after)
        return 0 < line.height - after.height < self.distance * self.scale(line) * APART

    def is_full(self, line, after):
        length = len(line.text) + 1 + len(after.text.partition(" ")[0])
        return length > self.width / self.scale(line) * FULL

    def scale(self, line):
        return max(1, line.size / self.size) if self.size else 1

    def notes(self):
        if not self.joined:
            return []
        sentence = ngettext(
            "%(count)d word that was hyphenated at the end of a line was joined.",
            "%(count)d words that were hyphenated at the end of a line were joined.",
            self.joined,
        )
        return [sentence % {"count": self.joined}]
