"""
Whether words stand verbatim in a text, where, and where they first differ.

Both sides are compared folded: white space, typographic quotation marks,
apostrophes and Unicode form (NFC) do not count, and invisible characters (soft
hyphens, zero-width spaces) are passed over. Nothing folded is ever stored or shown.

An empty line separates the parts of words that a text breaks off, such as for “she said”:
each stands verbatim, in this order, and whatever the text has between them is left out.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple

from .tags import BLOCKS, tokens

MARKS = str.maketrans("“”„‟«»″‘’‚‛‹›′ʼ`´", '"' * 7 + "'" * 10)
INVISIBLE = set("\u00ad\u200b\u200c\u200d\u2060\ufeff")
OPENING = "\"'“”„‟«»‘‚‹›"
CLOSING = "\"'“”‟«»’‘‹›"

# What folding leaves as it is, words of it with one space between them: nearly all of a text.
PLAIN = "[!-_a-~À-ɏ–—…€]"
STRETCH = re.compile(rf"(?s)({PLAIN}+(?: {PLAIN}+)*)(?![\u0300-\u036f])|.[\u0300-\u036f]*")

Span = tuple[int, int]  # of indices: the first, and the one behind the last
Word = tuple[str, Span]  # folded, and where it stands in the text as it was


@dataclass
class Folded:
    """A text folded for comparison; `places[n]` is the index its n-th character came from."""

    text: str
    places: list[int]

    def find(self, words: str, start: int = 0) -> Span | None:
        """Find the span of the folded `words`, as whole words; None if they are not there."""
        return next(self.find_all(words, start), None)

    def find_all(self, words: str, start: int = 0) -> Iterator[Span]:
        """Find the spans of all places of the folded `words`, in order; they may overlap."""
        while words and (at := self.text.find(words, start)) >= 0:
            end = at + len(words)
            if not (_goes_on(self.text[at - 1 : at]) or _goes_on(self.text[end : end + 1])):
                yield at, end
            start = at + 1

    def find_parts(self, parts: Sequence[str]) -> list[Span] | None:
        """Find the spans of the folded `parts`, in order and apart; None if that cannot be."""
        spans: list[Span] = []
        for part in parts:
            span = self.find(part, spans[-1][1] if spans else 0)
            if span is None:
                return None
            spans.append(span)
        return spans or None


def _goes_on(character: str) -> bool:
    """Tell whether a word goes on with a character; not so at the end of a text, where it is ""."""
    return character.isalnum() or character == "_"


def fold(text: str) -> Folded:
    """Fold a plain text. Time grows linearly with its length."""
    characters: list[str] = []
    places: list[int] = []
    for cluster in STRETCH.finditer(text):
        if cluster[1]:
            characters += cluster[1]
            places += range(*cluster.span())
            continue
        for character in unicodedata.normalize("NFC", cluster[0]):
            if character in INVISIBLE:
                continue
            if character.isspace():
                if not characters or characters[-1] in (" ", "«"):
                    continue
                character = " "
            elif character == "»" and characters and characters[-1] == " ":
                characters.pop()
                places.pop()
            characters.append(character)
            places.append(cluster.start())
    if characters and characters[-1] == " ":
        characters.pop()
        places.pop()
    return Folded("".join(characters).translate(MARKS), places)


def parts(words: str) -> list[str]:
    """Split words into their parts, as typed but for the white space around; none is empty."""
    lines = groupby(words.splitlines(), key=_is_visible)
    return ["\n".join(part).strip() for visible, part in lines if visible]


def _is_visible(line: str) -> bool:
    """Tell whether anything is left of a line once it is folded."""
    return any(c not in INVISIBLE and not c.isspace() for c in line)


def folded_parts(words: str) -> list[str]:
    """Split words into their parts as they are compared."""
    return [fold(part).text for part in parts(words)]


def in_one_line(words: str) -> str:
    """Write words with a mark between their parts: nothing makes these look contiguous."""
    return " […] ".join(parts(words))


def contains(text: str, words: str) -> bool:
    """Tell whether `words` stand verbatim, as whole words, in the plain text, part by part."""
    return fold(text).find_parts(folded_parts(words)) is not None


@dataclass
class Difference:
    """
    The place up to which words and text agree, and what each has there.

    `part` is the number of the part that differs, from 1. If its words do stand, but not after
    the part before it, `misplaced` says where: "before" it, or "within" it in whole or in part.
    """

    agreed: str
    in_words: str
    in_text: str
    part: int = 1
    misplaced: str = ""


def first_difference(text: str, words: str) -> Difference | None:
    """
    Find where `words` first leave the plain text, at the passage most like them; None if they
    stand.

    What differs is cut from what was typed, a few words each.
    """
    folded = fold(text)
    before: Span = (0, 0)
    for number, part in enumerate(parts(words) or [""], start=1):
        wanted = fold(part).text
        if found := folded.find(wanted, before[1]):
            before = found
        elif found := folded.find(wanted):
            misplaced = "before" if found[1] <= before[0] else "within"
            return Difference("", "", "", number, misplaced)
        else:
            rest = text[folded.places[before[1]] :] if before[1] < len(folded.places) else ""
            difference = _differ(rest, part)
            if number > 1 and not difference.agreed and not difference.in_text:
                difference = _differ(text, part)
            difference.part = number
            return difference
    return None


def _differ(text: str, words: str) -> Difference:
    """Find the difference of words that do not stand in the text."""
    ours, theirs = _words(words), _words(text)
    a, b, agreed = _longest_start(ours, theirs)
    if agreed < min(3, len(ours)):
        sides = [word for word, _ in ours], [word for word, _ in theirs]
        match = SequenceMatcher(None, *sides, autojunk=False).find_longest_match()
        if match.size >= 3 and match.a:
            a, b, agreed = match.a, match.b, 0
            return Difference("", _cut(words, ours, 0, a), _cut(text, theirs, max(0, b - a), b))
    return Difference(
        _cut(words, ours, max(0, agreed - 5), agreed),
        _cut(words, ours, agreed, agreed + 3),
        _cut(text, theirs, b + agreed, b + agreed + 3) if agreed else "",
    )


def _words(text: str) -> list[Word]:
    folded = fold(text)
    return [
        (match[0], (folded.places[match.start()], folded.places[match.end() - 1] + 1))
        for match in re.finditer(r"\w+(?:'\w+)*|[^\w\s]", folded.text)
    ]


def _longest_start(ours: list[Word], theirs: list[Word]) -> tuple[int, int, int]:
    """Find where `theirs` is longest like the beginning of `ours`: index in both, and length."""
    best = (0, 0, 0)
    for b in range(len(theirs)):
        agreed = 0
        while (
            agreed < len(ours)
            and b + agreed < len(theirs)
            and ours[agreed][0] == theirs[b + agreed][0]
        ):
            agreed += 1
        if agreed > best[2]:
            best = (0, b, agreed)
    return best


def _cut(text: str, words: list[Word], start: int, end: int) -> str:
    """Cut the text as it was typed, from the word numbered `start` to before `end`."""
    part = words[start:end]
    return text[part[0][1][0] : part[-1][1][1]] if part else ""


class Line(NamedTuple):
    """A paragraph, heading or item: its place in the characters, and whether a block quotation."""

    start: int
    end: int
    apart: bool


class Passages:
    """
    The words a reader sees in clean HTML, character by character, and where each stands in it.

    `characters` has a line break around every block, and for a `br`; `lines` are the blocks
    that have words.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.parents: list[int] = []
        self.blocks: list[int] = []
        self.characters, breaks = self._read()
        self.folded = fold(self.characters)
        self.lines = self._lines(breaks)

    def _read(self) -> tuple[str, list[tuple[int, re.Match[str]]]]:
        """
        Read the characters, and the tags of blocks with the index at which each line begins.

        A tag is known by its number in the source, from 1: for each character the innermost one
        that is open, and the one of a block that came last.
        """
        read: list[str] = []
        breaks: list[tuple[int, re.Match[str]]] = []
        open_tags: list[int] = []
        parent = block = 0
        for number, token in enumerate(tokens(self.source), start=1):
            tag = token["tag"]
            if tag in BLOCKS:
                block = number
                breaks.append((len(self.starts) + 1, token))
            read.append(self._place(token, parent, block))
            if tag and token["close"]:
                parent = open_tags.pop() if open_tags else 0
            elif tag and tag != "br":
                open_tags.append(parent)
                parent = number
        return "".join(read), breaks

    def _place(self, token: re.Match[str], parent: int, block: int) -> str:
        """Note where the characters of a token stand, and return them: of a block, a line break."""
        start, end = token.span()
        if token["tag"]:
            characters = "\n" if token["tag"] in BLOCKS else ""
            starts, ends = [start], [start]
        elif token[0].startswith("&"):
            characters = html.unescape(token[0])
            starts, ends = [start] * len(characters), [end] * len(characters)
        else:
            characters = token[0]
            starts, ends = [*range(start, end)], [*range(start + 1, end + 1)]
        self.starts += starts[: len(characters)]
        self.ends += ends[: len(characters)]
        self.parents += [parent] * len(characters)
        self.blocks += [block] * len(characters)
        return characters

    def _lines(self, breaks: list[tuple[int, re.Match[str]]]) -> list[Line]:
        edges, quotations = [(0, False)], 0
        for at, token in breaks:
            if token["tag"] == "blockquote":
                quotations += -1 if token["close"] else 1
            if token["tag"] != "br":
                edges.append((at, quotations > 0))
        ends = [start for start, apart in edges[1:]] + [len(self.characters)]
        return [
            Line(start, end, apart)
            for (start, apart), end in zip(edges, ends, strict=True)
            if not self.characters[start:end].isspace() and start < end
        ]

    def with_marks(self, ranges: Sequence[Span]) -> list[Span]:
        """
        Widen the ranges of parts, each by the quotation marks around it.

        One mark between two parts closes the first if it stands right behind it and away from
        the second, else it opens the second.
        """
        widened = [self._with_marks(*part) for part in ranges]
        for n, ((start, end), (next_start, next_end)) in enumerate(pairwise(widened)):
            if next_start < end:
                if next_start == ranges[n][1] and end < ranges[n + 1][0]:
                    widened[n + 1] = (ranges[n + 1][0], next_end)
                else:
                    widened[n] = (start, ranges[n][1])
        return widened

    def _with_marks(self, start: int, end: int) -> Span:
        before, after = start, end
        while before and self.characters[before - 1] in "\u00a0\u202f ":
            before -= 1
        if before and self.characters[before - 1] in OPENING:
            start = before - 1
        while after < len(self.characters) and self.characters[after] in "\u00a0\u202f ":
            after += 1
        if after < len(self.characters) and self.characters[after] in CLOSING:
            end = after + 1
        return start, end

    def ends_block(self, end: int) -> bool:
        """Tell whether nothing but white space and full stops follows `end` in its block."""
        after = self.characters.find("\n", end)
        rest = self.characters[end:] if after < 0 else self.characters[end:after]
        return not rest.strip(" \u00a0\u202f.")

    def pieces(self, start: int, end: int) -> Iterator[Span]:
        """
        Find source spans, in order, that can each be wrapped in one inline element.

        One for each block the range touches; more where inline tags cross its edge.
        """
        run: list[int] = []
        for index in range(start, end + 1):
            if run and (index == end or self.blocks[index] != self.blocks[run[0]]):
                yield from self._balanced(run)
                run = []
            if index < end and self.characters[index] != "\n":
                run.append(index)

    def _balanced(self, run: list[int]) -> Iterator[Span]:
        """Find source spans of neighbours that stand within the same inline tag."""
        first, last = run[0], run[-1]
        if self.parents[first] == self.parents[last]:
            yield self.starts[first], self.ends[last]
            return
        part = [first]
        for index in run[1:]:
            if self.parents[index] != self.parents[part[0]]:
                yield self.starts[part[0]], self.ends[part[-1]]
                part = []
            part.append(index)
        yield self.starts[part[0]], self.ends[part[-1]]
