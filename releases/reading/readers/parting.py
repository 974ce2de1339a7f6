"""Parts blocks at their lines, and joins marks that touch."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from releases.reading.document import Mark
from releases.reading.mend import cut

from . import text

_line = re.compile(r"^.*\S.*$", re.MULTILINE)


def joined(marks, words):
    """Marks that touch, or have a space between them, as one; in the order of the text."""
    whole: list[Mark] = []
    last: dict[tuple[str, str, str], int] = {}  # where in `whole` the last of a kind is
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        number = last.get((mark.tag, mark.href, mark.lang))
        end = whole[number].end if number is not None else -2
        touches = mark.start <= end or (mark.start == end + 1 and words[end].isspace())
        if number is not None and touches:
            whole[number] = replace(whole[number], end=max(mark.end, end))
        else:
            last[mark.tag, mark.href, mark.lang] = len(whole)
            whole.append(mark)
    return whole


def parted(block):
    """A block as several, where empty or long lines part them; a sentence goes on over lines."""
    characters, starts, ends = list(block.text), [0], []
    for line, after in pairwise(_line.finditer(block.text)):
        if block.tag == "tr":
            continue
        is_next = block.text.count("\n", line.end(), after.start()) == 1
        if is_next and text.goes_on(line[0], after[0]):
            characters[line.end() : after.start()] = " " * (after.start() - line.end())
        elif not is_next or max(len(line[0]), len(after[0])) > text.SHORT:
            ends.append(line.end())
            starts.append(after.start())
    ends.append(len(characters))
    own: list[list[Mark]] = [[] for _ in starts]
    for mark in block.marks:
        first, last = (bisect_right(starts, place) for place in (mark.start, mark.end - 1))
        for marks in own[max(first - 1, 0) : last]:
            marks.append(mark)
    whole = replace(block, text="".join(characters))
    pieces = zip(starts, ends, own, strict=True)
    return [cut(replace(whole, marks=marks), start, end) for start, end, marks in pieces]
