"""Finds where the quotes of a text stand: between quotation marks, or in a block of their own."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any, NamedTuple

from releases.reading.findings.marked import find_marked
from releases.text.verbatim import Passages, fold, folded_parts

from .document import Block

MANY = 200  # places of the same words that are looked at; a text that has more is none
IN_MARKS, BELOW_A_COLON = range(2)

Range = tuple[int, int]  # from a character up to another


class Span(NamedTuple):
    """Characters `start` to `end`, and how they are set apart: the lower `rank`, the clearer."""

    start: int
    end: int
    rank: int


@dataclass(order=True)
class Place:
    """
    A place where a quote may stand: the ranges of its parts with their marks.

    The least of several is the likeliest: set apart most clearly, and nearest to the name of
    its speaker, counted in sentences and then in characters.
    """

    rank: int
    breaks: int
    length: int
    distance: int
    ranges: list[Range] = field(compare=False)

    def overlaps(self, taken: Iterable[Range]) -> bool:
        return any(
            start < taken_end and taken_start < end
            for start, end in self.ranges
            for taken_start, taken_end in taken
        )


def places(passages: Passages, quotes: Collection[Any]) -> dict[str, list[Range]]:
    """
    Returns where the parts of each of `quotes` stand in `passages`: their ranges by the quote's
    key. A quote that stands nowhere as said by somebody is left out.

    As said is what stands between quotation marks, in a block quotation, or as whole paragraphs
    below a colon. Of several such places a quote gets the one nearest to its speaker's name
    that no other has; longer quotes choose first. The quotes have their speakers.
    """
    text = _Text(passages, [quote.speaker.name for quote in quotes])
    choices = [
        (-len(quote.words), place, number, quote)
        for number, quote in enumerate(quotes)
        for place in text.places(quote)
    ]
    found: dict[str, list[Range]] = {}
    taken: list[Range] = []
    for _length, place, _number, quote in sorted(choices, key=lambda choice: choice[:3]):
        if quote.key not in found and not place.overlaps(taken):
            found[quote.key] = place.ranges
            taken += place.ranges
    return _in_order(found, quotes)


def unplaced(body: str, quotes: Collection[Any]) -> list[Any]:
    """Returns those of `quotes`, with their speakers, for which `places()` finds none in `body`."""
    found = places(Passages(body), quotes)
    return [quote for quote in quotes if quote.key not in found]


def _in_order(found, quotes):
    """The same words of the same speaker are taken in the order of the quotes."""
    alike: dict[tuple, list[str]] = {}
    for quote in quotes:
        if quote.key in found:
            words = (quote.speaker_id, *folded_parts(quote.words))
            alike.setdefault(words, []).append(quote.key)
    for keys in alike.values():
        ranges = sorted(found[key] for key in keys)
        found.update(zip(keys, ranges, strict=True))
    return found


class _Text:
    """A text: which of its characters somebody says, where its sentences end, who is named."""

    def __init__(self, passages, names):
        self.passages = passages
        self.said = _said(passages)
        self.names = [set(_name_words(name)) for name in names]
        self.sentence_ends, self.sentence_starts = _breaks(passages.characters)
        self.line_starts = [line.start for line in passages.lines]
        self.below_colons = {
            number
            for number, (above, _line) in enumerate(pairwise(passages.lines), start=1)
            if passages.characters[above.start : above.end].rstrip().endswith(":")
        }

    def places(self, quote) -> Iterator[Place]:
        """The `Place`s of a quote: one for each place of its last part that others lead to."""
        spans = self._spans(quote)
        mentions = self._mentions(quote.speaker.name) if spans else []
        for last in spans[-1] if spans else []:
            if chain := _chain(spans, last):
                ranges = self.passages.with_marks([(span.start, span.end) for span in chain])
                breaks, distance = min(
                    self._distance(span.start, span.end, mentions) for span in chain
                )
                length = ranges[-1][1] - ranges[0][0]
                rank = max(span.rank for span in chain)
                yield Place(rank, breaks, length, distance, ranges)

    def _spans(self, quote) -> list[list[Span]]:
        """
        Returns all spans of each part of a quote.

        A part below one that stands below a colon does so too.
        """
        spans: list[list[Span]] = []
        below = self.below_colons
        for part in folded_parts(quote.words):
            spans.append(list(islice(self._spans_of(part, quote, below), MANY)))
            followed = {self._line(span.end - 1) + 1 for span in spans[-1] if span.rank}
            below = self.below_colons | followed
        return spans

    def _spans_of(self, words, quote, below) -> Iterator[Span]:
        index = self.passages.folded.places
        for first, last in self.passages.folded.find_all(words):
            start, end = index[first], index[last - 1] + 1
            if self._is_said(start, end):
                yield Span(start, end, IN_MARKS)
            elif self._is_below(start, end, below, quote.speaker.name):
                yield Span(start, end, BELOW_A_COLON)

    def _is_said(self, start, end):
        words = self.passages.characters[start:end]
        return all(self.said[at] for at, c in enumerate(words, start) if c.isalnum())

    def _is_below(self, start, end, below, name):
        """
        Tells whether a range is a whole paragraph below a colon, or all that follows a “Name:”.
        """
        number = self._line(start)
        before = self.passages.characters[self.line_starts[number] : start].strip()
        led = number in below if not before else fold(before).text == fold(f"{name}:").text
        return led and self.passages.ends_block(end)

    def _line(self, at):
        return bisect_right(self.line_starts, at) - 1

    def _mentions(self, name: str) -> list[Range]:
        """Returns where somebody is named by all of a name or a word that is only theirs."""
        own = set(_name_words(name))
        others = set().union(*(words for words in self.names if words != own))
        wanted = [fold(name).text, *(own - others)]
        pattern = rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)"
        index = self.passages.folded.places
        spans = [
            (index[found.start()], index[found.end() - 1] + 1)
            for found in re.finditer(pattern, self.passages.folded.text)
        ]
        return [span for span in spans if not self.said[span[0]]]

    def _distance(self, start: int, end: int, mentions: list[Range]) -> tuple[int, int]:
        """Counts the sentences, then characters, from a range to the nearest of `mentions`."""
        far = len(self.passages.characters)
        at = bisect_left(mentions, (start, start))
        found = [(far, far)]
        for _, before in mentions[max(at - 1, 0) : at]:
            found.append((_count(self.sentence_ends, before, start), start - before))
        for after, _ in mentions[at : at + 1]:
            found.append((_count(self.sentence_starts, end, after), after - end))
        return min(found)


def _said(passages: Passages) -> bytearray:
    """Tells of each character whether it stands in a block quotation or between quotation marks."""
    said = bytearray(len(passages.characters))
    blocks, starts = [], []
    for line in passages.lines:
        text = passages.characters[line.start : line.end]
        starts.append(line.start + len(text) - len(text.lstrip()))
        blocks.append(Block(text.strip()))
        if line.apart:
            said[line.start : line.end] = b"\1" * (line.end - line.start)
    for marked in find_marked(blocks, range(len(blocks))):
        for span in marked.spans:
            start = starts[span.block]
            said[start + span.start : start + span.end] = b"\1" * (span.end - span.start)
    return said


def _chain(spans: list[list[Span]], last: Span) -> list[Span] | None:
    """Returns a span of each part, in order and apart, up to `last`, one of the last; or None."""
    chain = [last]
    for part in reversed(spans[:-1]):
        before = [span for span in part if span.end <= chain[0].start]
        if not before:
            return None
        chain.insert(0, before[-1])
    return chain


def _breaks(text: str) -> tuple[list[int], list[int]]:
    """
    Returns where the last word before each break ends, and where the first one after it starts.

    A break is the end of a sentence, or of a paragraph that does not lead to the next one. The
    full stops of “Mr. Roe” and “A. Roe” end none.
    """
    ends, starts = [], []
    for word, following in pairwise(re.finditer(r"\w+", text)):
        gap = text[word.end() : following.start()]
        if gap == " ":
            continue
        stop = re.search(r"[.!?…].*\s", gap) and not following[0][0].islower()
        short = gap == ". " and word[0][0].isupper() and len(word[0]) < 4
        line = "\n" in gap and not gap.partition("\n")[0].rstrip().endswith(":")
        if (stop and not short) or line:
            ends.append(word.end())
            starts.append(following.start())
    return ends, starts


def _count(positions, first, last):
    return bisect_right(positions, last) - bisect_left(positions, first)


def _name_words(name):
    return [word for word in re.findall(r"\w+", fold(name).text) if len(word) > 2]
