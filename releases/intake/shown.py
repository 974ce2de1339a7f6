"""Blocks with what was found in them marked, as runs of text for a template."""

from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise

QUOTE, NAME, DATE, LINK, OTHER = "quote", "name", "date", "link", "other"

Told = tuple[int, int, str, str]  # characters from and to, a kind, and the field that begins there


@dataclass
class Run:
    """Characters of a block: the kinds found there, and the fields that begin at its start."""

    text: str
    kinds: list[str]
    fields: list[str] = field(default_factory=list)


def places_found(proposal):
    """Pairs of a field's name and a kind, with the spans found for it, in the order of the form."""
    single = [("title", OTHER), ("summary", OTHER), ("place", DATE), ("day", DATE)]
    single += [("embargo", DATE), ("meeting", OTHER)]
    for name, kind in single:
        if found := proposal[name]:
            yield name, kind, found["spans"]
    several = [("quotes", QUOTE), ("people", NAME), ("contacts", NAME), ("links", LINK)]
    for name, kind in several:
        for number, found in enumerate(proposal[name]):
            yield f"{name}-{number}", kind, found["spans"]


def runs(blocks, proposal):
    """Returns the `Run`s of each block, cut wherever something found begins or ends."""
    found: list[list[Told]] = [[] for block in blocks]
    for name, kind, spans in places_found(proposal):
        for number, (block, start, end) in enumerate(spans):
            found[block].append((start, end, kind, name if number == 0 else ""))
    return [_runs(block.text, spans) for block, spans in zip(blocks, found, strict=True)]


def _runs(text, spans):
    """Time grows with the spans that overlap, not with all there are."""
    edges = sorted({0, len(text), *(edge for start, end, *__ in spans for edge in (start, end))})
    waiting, cut = deque(sorted(spans)), []
    over: list[Told] = []
    for start, end in pairwise(edges):
        over = [span for span in over if span[1] > start]
        begun = []
        while waiting and waiting[0][0] == start:
            begun.append(waiting.popleft())
        over += begun
        kinds = list(dict.fromkeys(kind for *_range, kind, _name in over))
        cut.append(Run(text[start:end], kinds, [name for *__, name in begun if name]))
    return cut
