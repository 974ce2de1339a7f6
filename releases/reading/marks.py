"""Where the quotes of a text are marked in its HTML."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from releases.text.verbatim import Passages

from .attribution import places

LONG_QUOTE = 20  # words: from here on a quote that ends its paragraph is set apart


class Mark(NamedTuple):
    """
    A piece of a quote in the HTML of a text, from `first` to before `last`, in characters.

    `apart` says that it is set as a block of its own, `anchor` that it is the first piece of its
    quote, `ends` that it is the last.
    """

    first: int
    last: int
    key: str
    apart: bool
    anchor: bool
    ends: bool


def marks(body: str, quotes: Sequence[Any]) -> list[Mark]:
    """
    Find the pieces of the quotes in clean HTML, in its order.

    Every part of a quote is marked, where it stands as said (see `places()`): the same words
    in the office's own voice are not. What overlaps another quote is left unmarked.
    """
    passages = Passages(body)
    pieces = [
        (first, last, key, apart)
        for start, end, key, apart in _apart(passages, quotes)
        for first, last in passages.pieces(start, end)
    ]
    keys = [key for first, last, key, apart in pieces]
    return [
        Mark(
            *(first, last, key, apart),
            anchor=key not in keys[:number],
            ends=key not in keys[number + 1 :],
        )
        for number, (first, last, key, apart) in enumerate(pieces)
    ]


def _apart(passages: Passages, quotes: Sequence[Any]) -> Iterable[tuple[int, int, str, bool]]:
    """Find the parts of quotes by the characters a reader sees, but for those that overlap."""
    found = places(passages, quotes)
    parts = [
        (start, end, quote.key, len(part.split()) >= LONG_QUOTE and passages.ends_block(end))
        for quote in quotes
        for (start, end), part in zip(found.get(quote.key, []), quote.parts, strict=False)
    ]
    done = 0
    for start, end, key, apart in sorted(parts):
        if start >= done:
            yield start, end, key, apart
            done = end
