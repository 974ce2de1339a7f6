"""Finds what stands between quotation marks in a document, also over several paragraphs."""

from dataclasses import dataclass

from releases.reading.document import Block, Span

from .marks import Matched, match, point_outward


@dataclass
class Marked:
    """
    Words between marks: `spans` without them, `start` in the first block and `end` in the last
    one with them. `is_closed` is false if the last mark is missing.
    """

    spans: list[Span]
    start: int
    end: int
    is_closed: bool = True


def find_marked(blocks, numbers):
    """All that is marked in the blocks of these numbers, in order, as Marked."""
    outward = point_outward(blocks[number].text for number in numbers)
    page = _Page(blocks, {number: match(blocks[number].text, outward) for number in numbers})
    found = []
    begins = (-1, 0)
    for number in numbers:
        for opening, closing in page.openings(number):
            if (number, opening.start) < begins:
                continue
            marked = (
                page.within(number, opening, closing) if closing else page.longer(number, opening)
            )
            if marked and marked.spans:
                found.append(marked)
                begins = marked.spans[-1].block, marked.end
    return found


@dataclass
class _Page:
    """The blocks that may hold quotations, with their marks."""

    blocks: list[Block]
    marks: dict[int, Matched]

    def __post_init__(self):
        self.ends: dict[int, dict[str, int]] = {}
        for number in sorted(self.marks, reverse=True):
            here = {sign.family: number for sign in self.marks[number].close}
            self.ends[number] = self.ends.get(number + 1, {}) | here

    def openings(self, number):
        """All that opens in a block, in order: the mark, and the one that closes it or None."""
        marks = self.marks[number]
        return sorted(
            [*marks.pairs, *((sign, None) for sign in marks.open)], key=lambda pair: pair[0]
        )

    def within(self, number, opening, closing):
        spans = self.trimmed(number, opening.end, closing.start)
        return Marked(spans, opening.start, closing.end)

    def longer(self, number, opening):
        """Returns what a mark opens that is not closed in its block; None if it is a mistake."""
        spans = self.trimmed(number, opening.end)
        again, closing = self.first(number + 1)
        goes_on = closing and self.ends.get(number + 1, {}).get(opening.family) == number + 1
        if again and again.family == opening.family and not goes_on:
            return self.opened_again(spans, number + 1, opening)
        last = self.ends.get(number + 1, {}).get(opening.family)
        if last:
            closing = next(s for s in self.marks[last].close if s.family == opening.family)
            for between in range(number + 1, last):
                spans += self.trimmed(between)
            return Marked(spans + self.trimmed(last, 0, closing.start), opening.start, closing.end)
        before = self.blocks[number].text[: opening.start].rstrip()
        more = any(pair[0].start > opening.start for pair in self.marks[number].pairs)
        if more or (before and not before.endswith(":")):
            return None
        return Marked(spans, opening.start, len(self.blocks[number].text), is_closed=False)

    def opened_again(self, spans, number, opening):
        """The rest of a quotation that has an opening mark at the head of each paragraph."""
        again, closing = self.first(number)
        while again and again.family == opening.family and not closing:
            spans += self.trimmed(number, again.end)
            number += 1
            again, closing = self.first(number)
        if again and closing:
            spans += self.trimmed(number, again.end, closing.start)
            return Marked(spans, opening.start, closing.end)
        end = len(self.blocks[number - 1].text)
        return Marked(spans, opening.start, end, is_closed=False)

    def first(self, number):
        return self.marks[number].first() if number in self.marks else (None, None)

    def trimmed(self, number, start=0, end=None):
        """The words there as a list of one span without white space around, or of none."""
        text = self.blocks[number].text
        part = text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        return [Span(number, start, start + len(part))] if part else []
