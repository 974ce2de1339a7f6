"""
Mends what copying and typesetting leave in a text.

Words between quotation marks are evidence: of them only what nobody sees is taken out. Spaces
that do not break stay where they are part of the writing: at quotation marks, before the
punctuation of French, and in numbers.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace

from django.utils.translation import ngettext_lazy

from releases.text.characters import ENDS, JOINER, UNSEEN

LINE_ENDS = re.compile(f"\r\n|(?P<odd>[{ENDS}])")
LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)

_defect = re.compile(
    rf"(?P<soft>\u00ad+)|(?P<unseen>(?:[{UNSEEN}]|{JOINER})+)|(?P<odd>\r\n|[{ENDS}])"
    r"|(?P<ligature>[ﬀ-ﬆ])|(?P<accent>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<space>(?<! ) *+[\u00a0\u202f][ \u00a0\u202f]*)"
)
_before_space = re.compile(r"[«»“”„‹›‘’\"\d–—]\Z")
_after_space = re.compile(r"\A[:;!?«»“”„‹›‘’\"%€$£\d–—]")
CLOSERS = {"“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"'}
_marks = re.compile('[“”„«»‹›"]')


SENTENCES = {
    "odd": ngettext_lazy(
        "%(count)d broken line end was mended.",
        "%(count)d broken line ends were mended.",
        "count",
    ),
    "soft": ngettext_lazy(
        "%(count)d soft hyphen was taken out.",
        "%(count)d soft hyphens were taken out.",
        "count",
    ),
    "unseen": ngettext_lazy(
        "%(count)d invisible character was taken out.",
        "%(count)d invisible characters were taken out.",
        "count",
    ),
    "ligature": ngettext_lazy(
        "%(count)d ligature was written out.",
        "%(count)d ligatures were written out.",
        "count",
    ),
    "accent": ngettext_lazy(
        "%(count)d accent was joined to its letter.",
        "%(count)d accents were joined to their letters.",
        "count",
    ),
    "space": ngettext_lazy(
        "%(count)d non-breaking space was made an ordinary one.",
        "%(count)d non-breaking spaces were made ordinary ones.",
        "count",
    ),
}


def line_ends(text, counts):
    """The text with a newline, and nothing else, where a line ends; odd ends go to `counts`."""

    def newline(end):
        if end["odd"]:
            counts["odd"] += 1
        return "\n"

    return LINE_ENDS.sub(newline, text)


def cut(block, start, end):
    """Characters `start` to `end` of a block, without white space at their ends, as a block."""
    white = " \n" if block.tag == "tr" else None  # a tab tells of an empty cell
    text = block.text[start:end]
    start += len(text) - len(text.lstrip(white))
    text = text.strip(white)
    end = start + len(text)
    marks = [
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in block.marks
        if mark.start < end and mark.end > start
    ]
    return replace(block, text=text, marks=marks)


def mended(block, counts):
    """
    The block with its text mended and its marks on the same words as before.

    What was mended is added to the Counter `counts`. Time grows linearly with the text.
    """
    quoted = _quoted(block.text)
    text, position, cures = [], 0, []
    for defect in _defect.finditer(block.text):
        inside = bisect_right(quoted, defect.start()) % 2 == 1
        cure = _cure(block.text, defect, inside)
        if cure is None:
            continue
        text += [block.text[position : defect.start()], cure]
        position = defect.end()
        cures.append((*defect.span(), len(cure)))
        counts[defect.lastgroup] += _weight(defect)
    text.append(block.text[position:])
    whole = replace(block, text="".join(text), marks=_moved(block.marks, cures))
    return cut(whole, 0, len(whole.text))


def notes(counts):
    """A translated sentence for each kind of thing that was mended, as counted."""
    return [
        str(sentence % {"count": counts[kind]})
        for kind, sentence in SENTENCES.items()
        if counts[kind]
    ]


def _weight(defect):
    return len(defect[0].strip(" ")) if defect.lastgroup in {"soft", "unseen", "space"} else 1


def _cure(text, defect, inside):
    """What stands instead of a defect; None if it stays."""
    kind = defect.lastgroup
    if kind in {"soft", "unseen"}:
        return ""
    if kind == "odd":
        return "\n"
    if inside:
        return None
    if kind == "ligature":
        return defect[0].translate(LETTERS)
    if kind == "accent":
        composed = unicodedata.normalize("NFC", defect[0])
        return composed if composed != defect[0] else None
    before = text[max(0, defect.start() - 1) : defect.start()]
    after = text[defect.end() : defect.end() + 1]
    return None if _before_space.search(before) or _after_space.search(after) else " "


def _quoted(text):
    """Where quotations begin and end, in turn; one that never ends runs to the end."""
    places, closers = [], ""
    for mark in _marks.finditer(text):
        if closers and mark[0] in closers:
            places.append(mark.end())
            closers = ""
        elif not closers:
            places.append(mark.start())
            closers = CLOSERS[mark[0]]
    return places


def _moved(marks, cures):
    """Marks of a text after `cures`: spans that were replaced, with their new lengths."""
    starts, shifts, shift = [], [], 0
    for start, end, length in cures:
        starts.append(start)
        shifts.append(shift)
        shift += length - (end - start)

    def place(offset):
        number = bisect_right(starts, offset) - 1
        if number < 0:
            return offset
        start, end, length = cures[number]
        inside = min(offset - start, length) if offset < end else offset - end + length
        return start + shifts[number] + inside

    moved = [replace(mark, start=place(mark.start), end=place(mark.end)) for mark in marks]
    return [mark for mark in moved if mark.start < mark.end]
