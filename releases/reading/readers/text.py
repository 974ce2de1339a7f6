"""
Plain text to blocks.

An empty line parts paragraphs; a text without any has a paragraph a line, as copied from Word.
Lines broken at the width of a mail are joined; short ones (an address, a signature) stay lines.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from releases.reading.document import Block, Document
from releases.reading.mend import line_ends, notes

NARROW, WIDE = 50, 100  # characters: between these, mail programs break lines
SHORT = 80  # characters: a longer line is a paragraph by itself

_bullet = re.compile(r"\s*(?:[-–•*·▪◦‣●■\uf0b7]|(\d{1,3})[.)])\s+(?=\S)")
_spaces = re.compile(r"[ \t]+")
_cells = re.compile(r"[ ]*\t[ ]*")
_hyphen = re.compile(r"\w[-\u2010\u2011]\Z")
_address = re.compile(r"(?:://|www\.)\S*[/?&=_%]\Z")
_suspended = re.compile(r"(?:und|oder|bzw|en|of|and|or|et|ou)\b")  # as in "Vor- und Nachteile"


@dataclass
class _Line:
    """A line, or several that were broken for their width; an item without its bullet."""

    text: str
    indent: int
    bullet: str = ""
    number: int = 0
    joined: bool = False

    def __len__(self):
        return self.indent + len(self.bullet) + len(self.text)


def read(source):
    """The `Document` of a plain text."""
    counts: Counter[str] = Counter()
    blocks = blocks_of(line_ends(source, counts))
    return Document(blocks, notes=notes(counts))


def blocks_of(source, lines_apart=True):
    """
    The blocks of a text whose lines end with a newline. Time grows linearly.

    With `lines_apart`, each line of a text without an empty one is a paragraph.
    """
    groups = list(_groups(source.split("\n")))
    _settle_numbers([line for group in groups for line in group])
    width = _width(groups)
    levels: list[int] = []  # how far the items of the list so far are indented
    return [
        block
        for group in groups
        for block in _blocks(
            _unbroken(group, width), levels, alone=lines_apart and len(groups) == 1
        )
    ]


def gap(first, second):
    """Returns what stands between two texts that a line's end parted: nothing in a long word."""
    hyphen = _hyphen.search(first) and second[:1].isalnum() and not _suspended.match(second)
    return "" if hyphen or _address.search(first[-200:]) else " "


def goes_on(first, second):
    """Tells whether a sentence goes on from a line to the next, with no width to tell it by."""
    return len(first) > NARROW + 10 and second[:1].islower() and first[-1:] not in ".!?:;"


def _groups(sources):
    """Runs of lines without an empty one, or one that only rules off, between them."""
    group = []
    for source in sources:
        drawn = set(source.strip())
        if drawn and not (drawn <= set("-_=~ ") and len(source.strip()) > 2):
            group.append(_line(source))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _line(source):
    text = source.strip()
    indent = len(source) - len(source.lstrip())
    bullet = _bullet.match(text)
    if not bullet or text[-1] in "-–*":  # such as "– ENDS –"
        return _Line(text, indent)
    return _Line(text[bullet.end() :], indent, bullet[0], int(bullet[1] or 0))


def _settle_numbers(lines):
    """Numbers that count from 1 are those of a list; others (a day, a year) are words."""
    numbered = [line for line in lines if line.number]
    follows = 0
    for line, after in pairwise([*numbered, _Line("", 0)]):
        if line.number == follows or (line.number, after.number) == (1, 2):
            follows = line.number + 1
        else:
            line.text, line.bullet, line.number = line.bullet + line.text, "", 0


def _width(groups):
    """The width in characters at which the lines of a text were broken, or 0."""
    pairs = [pair for group in groups for pair in pairwise(group) if not pair[1].bullet]
    lengths = sorted(len(first) for first, _ in pairs)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not NARROW <= width <= WIDE:
        return 0
    long = [pair for pair in pairs if len(pair[0]) >= NARROW]
    full = sum(_is_full(*pair, width) for pair in long)
    return width if len(long) > 2 and full > len(long) * 0.6 else 0


def _is_full(line, after, width):
    """Tells whether the next word would not have fitted."""
    return len(line) + 1 + len(after.text.partition(" ")[0]) > width


def _unbroken(group, width):
    """The lines of a group as they were before they were broken for their width."""
    first, texts, last = group[0], [group[0].text], group[0]
    for line in group[1:]:
        if _is_rest(first, last, line, width):
            texts += [gap(last.text, line.text), line.text]
        else:
            yield replace(first, text="".join(texts), joined=len(texts) > 1)
            first, texts = line, [line.text]
        last = line
    yield replace(first, text="".join(texts), joined=len(texts) > 1)


def _is_rest(first, last, line, width):
    """
    Tells whether a line is the rest of the one before, the last of those that began with `first`.
    """
    if line.bullet or "\t" in line.text:
        return False
    if first.bullet and line.indent > first.indent:
        return True
    if line.indent > last.indent and not first.bullet:
        return False  # the first line of a paragraph
    if width:
        return len(last) > width / 2 and _is_full(last, line, width)
    return goes_on(last.text, line.text)


def _blocks(lines, levels, alone):
    """The blocks of a group; with `alone`, each of its lines is one."""
    lines = list(lines)
    tabs = [line.text.count("\t") for line in lines]
    table = sum(map(bool, tabs)) > 1
    short: list[str] = []
    for line in lines:
        is_row = table and "\t" in line.text
        apart = alone or is_row or line.bullet or line.joined or len(line) > SHORT
        if short and apart:
            yield Block("\n".join(short))
            short = []
        if line.bullet:
            yield Block(_plain(line.text), "ol" if line.number else "ul", _level(line, levels))
        elif is_row:
            corner = "\t" if line.indent and line.text.count("\t") < max(tabs) else ""
            yield Block(corner + _cells.sub("\t", line.text), "tr")
        elif apart:
            yield Block(_plain(line.text))
        else:
            short.append(_plain(line.text))
    if short:
        yield Block("\n".join(short))


def _plain(text):
    return _spaces.sub(" ", text)


def _level(item, levels):
    while levels and levels[-1] > item.indent:
        levels.pop()
    if not levels or levels[-1] < item.indent:
        levels.append(item.indent)
    return len(levels)
