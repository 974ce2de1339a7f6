"""The title of a release, and the lead that is set apart below it."""

import re
from typing import NamedTuple

from releases.reading.document import BODY, DATELINE, LABEL, SUMMARY, TITLE, Found, Span, text_at

from . import furniture
from .dateline import dateline, is_dateline
from .letterhead import is_letterhead
from .sentences import sentences

LONGEST = 250  # characters
HEAD = 10  # blocks: a title stands among the first
RELAYED = re.compile(r"(?:\s*(?:re|fw|fwd|wg|tr|aw|sv|doorst)\s*:)+\s*", re.IGNORECASE)
HEADING = 0.97  # how sure a title is that was set as a heading
MARKS = re.compile(r"[“”„«»\"]")


class _Line(NamedTuple):
    """Characters `start` to `end` of a block, which may be the title."""

    block: int
    start: int
    end: int
    text: str
    sure: float


def find_title(blocks, places, said=""):
    """
    The title as written, without a label before it; None if the text has none.

    Where the text has none, `said` (a mail's subject) is offered, with no words to show for it.
    `places` is changed: the block of the title becomes TITLE (if it holds no text besides), a
    letterhead above it LABEL.
    """
    lines = _candidates(blocks, places)
    line = _choose(lines, places)
    if line is None:
        subject = RELAYED.sub("", said or "")
        subject = subject[furniture.after_label(subject) :].strip()
        return Found(subject, 0.4) if subject and not furniture.is_label(subject) else None
    for above in lines[: lines.index(line)]:
        places[above.block] = LABEL
    below = blocks[line.block].text[line.end :]
    if len(below) <= LONGEST and not MARKS.search(below):
        places[line.block] = TITLE
    return _found(blocks, Span(line.block, line.start, line.end), line.sure)


def find_summary(blocks, places, title):
    """
    The lead right below the title, if it is clearly one: short, apart, and without a quote.

    `places` is changed: its block becomes SUMMARY, if it is not that of the title.
    """
    if title is None or not title.spans:
        return None
    top = title.spans[0]
    if below := _lines(blocks[top.block].text, top.end):
        span = Span(top.block, below[0], len(blocks[top.block].text))
        return _found(blocks, span, 0.8) if places[top.block] == TITLE else None
    after = range(top.block + 1, len(blocks))
    rest = [n for n in after if places[n] not in (DATELINE, LABEL)][:2]
    if len(rest) < 2 or places[rest[0]] != BODY or not _is_lead(*(blocks[n] for n in rest)):
        return None
    places[rest[0]] = SUMMARY
    return _found(blocks, Span(rest[0], 0, len(blocks[rest[0]].text)), 0.7)


def _found(blocks, span, sure):
    return Found(" ".join(text_at(blocks, [span]).split()), sure, [span])


def _candidates(blocks, places):
    """The lines that may be the title: those before the first paragraph, or a heading below it."""
    head = [n for n in range(len(blocks)) if places[n] == BODY][:HEAD]
    found = []
    for n in head:
        text = blocks[n].text
        if blocks[n].tag == "p" and _is_sender(text):
            found.append(_Line(n, 0, len(text), text, 0.5))
            continue
        line = _title_line(n, blocks[n], blocks[n + 1 : n + 2])
        if line is None:
            break
        found.append(line)
    headings = (n for n in head if blocks[n].tag == "h")
    return found or [_Line(n, 0, len(blocks[n].text), blocks[n].text, 0.8) for n in headings][:1]


def _is_sender(text):
    """Tells whether a text only says who it is from, or how they are reached."""
    return is_letterhead(text) or (len(text) <= LONGEST and furniture.has_address(text))


def _title_line(n, block, following):
    """The line of a block that can be a title, or None."""
    span = _lines(block.text, furniture.after_label(block.text))
    if not span or block.tag not in ("p", "h"):
        return None
    start, end = span
    words = block.text[start:end]
    if not words or len(words) > LONGEST or words[-1] in ":;," or dateline(words):
        return None
    if block.tag == "h":
        return _Line(n, start, end, words, HEADING)
    if words[-1] == "." and not _short_sentence(words, following):
        return None
    if len(sentences(words)) > 2 or re.match(r"\d+\.\s|[*•–—-]\s", words):
        return None
    return _Line(n, start, end, words, 0.95 if words[-1] != "." else 0.7)


def _lines(text, start):
    """Of a block of several lines, the span of those that can be a title; None if none can."""
    found, above = None, None
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[start : start + 2 * LONGEST]):
        line, at = match[0].strip(), start + match.start()
        if is_dateline(line) or furniture.is_embargo(line):
            continue
        if furniture.is_label(line):
            found, above = None, found or above
            continue
        at += furniture.after_label(line)
        if found and _is_overline(text[slice(*found)], line):
            found, above = None, found
        if found and not _goes_on(text[slice(*found)], line):
            break
        found = (found[0] if found else at, start + match.end())
    spans = [span for span in (above, found) if span]
    return max(spans, key=lambda span: span[1] - span[0], default=None)


def _is_overline(above, line):
    """Tells whether a line is one word alone above the title: "Energy"."""
    return " " not in above.strip() and line.count(" ") > 2


def _goes_on(above, line):
    """Tells whether a line can be the second half of the title above it."""
    return line[0].islower() or (above.isupper() and line.isupper())


def _short_sentence(words, following):
    return (
        len(words) <= 120
        and len(sentences(words)) == 1
        and bool(following)
        and len(following[0].text) > 1.5 * len(words)
        and not MARKS.search(words)
    )


def _choose(lines, places):
    """
    The line that is the title: a heading, else the first that is no letterhead or kicker. A line
    that stands alone is it even if it reads like a letterhead.
    """
    headings = [line for line in lines if line.sure == HEADING]
    lines = headings or lines
    named = [line for line in lines if not _is_sender(line.text)]
    if not named and (headings or len(lines) == 1):
        return lines[0]
    if not headings and len(named) > 1 and _is_kicker(named[0], named[1], places):
        return named[1]
    return next(iter(named), None)


def _is_kicker(line, following, places):
    """
    Tells whether a line is only the subject, above a title: a word or two, or apart by a label.
    """
    named = [word for word in re.findall(r"\w[\w’'-]*", line.text) if not furniture.joins(word)]
    words, more = len(line.text.split()), len(following.text.split())
    apart = LABEL in places[line.block : following.block]
    return len(named) < min(more - 1, 3) or (apart and words < min(more, 8))


def _is_lead(block, following):
    """
    Tells whether a block is set apart as a lead: in bold, or a line longer than a mere heading.
    """
    text = block.text
    if MARKS.search(text) or not 5 <= len(text.split()) <= 70 or block.tag not in ("p", "h"):
        return False
    bold = any(
        mark.tag == "strong" and mark.end - mark.start >= 0.9 * len(text) for mark in block.marks
    )
    if text[-1] in ":;" or len(following.text) < len(text) or following.tag == "h":
        return False
    return bold or (text[-1] not in ".!?…" and not re.match(r"\d|[*•–—-]\s", text))
