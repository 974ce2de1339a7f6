"""
Whether words stand verbatim in a text, where, and where they first differ.

Both sides are compared folded: white space, typographic quotation marks,
apostrophes and Unicode form (NFC) do not count, and invisible characters (soft
hyphens, zero-width spaces) are passed over. Nothing folded is ever stored or shown.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from releases.html import BLOCKS, tokens

MARKS = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′ʼ`´", "'")
INVISIBLE = set("\u00ad\u200b\u200c\u200d\u2060\ufeff")
OPENING = "\"'“”„‟«»‘‚‹›"
CLOSING = "\"'“”‟«»’‘‹›"


@dataclass
class Folded:
    """A text folded for comparison; `places[n]` is the index its n-th character came from."""

    text: str
    places: list[int]

    def find(self, words, start=0):
        """Span of the folded `words` in the text folded, as whole words, or None."""
        if not words:
            return None
        found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(self.text, start)
        return found and found.span()


def fold(text):
    """`Folded` of a plain text. Time grows linearly with its length."""
    characters, places = [], []
    for cluster in re.finditer(r"(?s).[\u0300-\u036f]*", text):
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
    return Folded("".join(MARKS.get(c, c) for c in characters), places)


def contains(text, words):
    """True if `words` stand verbatim, as whole words, in the plain text."""
    return fold(text).find(fold(words).text) is not None


@dataclass
class Difference:
    """The place up to which words and text agree, and what each has there."""

    agreed: str
    in_words: str
    in_text: str


def first_difference(text, words):
    """
    Where `words` first leave the plain text, at the passage most like them; None if they stand.

    The three parts are cut from what was typed, a few words each.
    """
    if contains(text, words):
        return None
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


def _words(text):
    folded = fold(text)
    return [
        (match[0], (folded.places[match.start()], folded.places[match.end() - 1] + 1))
        for match in re.finditer(r"\w+(?:'\w+)*|[^\w\s]", folded.text)
    ]


def _longest_start(ours, theirs):
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


def _cut(text, words, start, end):
    part = words[start:end]
    return text[part[0][1][0] : part[-1][1][1]] if part else ""


class Passages:
    """Places in clean HTML, found by the words a reader sees there."""

    def __init__(self, source):
        self.source = source
        self.starts, self.ends, self.parents, self.blocks = [], [], [], []
        characters = []
        open_tags, parent, block = [], 0, 0
        for number, token in enumerate(tokens(source), start=1):
            if tag := token["tag"]:
                if tag in BLOCKS:
                    block = number
                    characters.append("\n")
                    self._place(token.start(), token.start(), parent, block)
                if tag == "br":
                    continue
                if token["close"]:
                    parent = open_tags.pop() if open_tags else 0
                else:
                    open_tags.append(parent)
                    parent = number
                continue
            if token[0].startswith("&") and len(token[0]) > 1:
                for character in html.unescape(token[0]):
                    characters.append(character)
                    self._place(token.start(), token.end(), parent, block)
            else:
                for offset, character in enumerate(token[0], start=token.start()):
                    characters.append(character)
                    self._place(offset, offset + 1, parent, block)
        self.characters = "".join(characters)
        self.folded = fold(self.characters)

    def _place(self, start, end, parent, block):
        self.starts.append(start)
        self.ends.append(end)
        self.parents.append(parent)
        self.blocks.append(block)

    def find(self, words, after=0):
        """Character indexes of `words`, from `after` on or else anywhere; None if nowhere."""
        words = fold(words).text
        start = next((n for n, place in enumerate(self.folded.places) if place >= after), 0)
        span = self.folded.find(words, start) or self.folded.find(words)
        if span is None:
            return None
        places = self.folded.places
        return places[span[0]], places[span[1] - 1] + 1

    def with_marks(self, start, end):
        """The range widened by the quotation marks around it."""
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

    def ends_block(self, end):
        """True if nothing but white space and full stops follows index `end` in its block."""
        rest = self.characters[end:].partition("\n")[0]
        return not rest.strip(" \u00a0\u202f.")

    def pieces(self, start, end):
        """
        Source spans, in order, that can each be wrapped in one inline element.

        One for each block the range touches; more where inline tags cross its edge.
        """
        run = []
        for index in range(start, end + 1):
            if run and (index == end or self.blocks[index] != self.blocks[run[0]]):
                yield from self._balanced(run)
                run = []
            if index < end and self.characters[index] != "\n":
                run.append(index)

    def _balanced(self, run):
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
