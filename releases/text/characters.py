"""
Characters that nobody sees, and line ends of all kinds: what is mended of every text.

Controls break feeds, marks of direction turn round what follows them, joiners and soft hyphens
hide a word from a search. A joiner stays where a script or an emoji is written with it.
"""

import re

# Each of these ends a line, as does a newline: a break of Word's (VT), a page (FF), Unicode's own.
ENDS = "\r\v\f\x1c-\x1e\x85\u2028\u2029"
_PLANES = "".join(f"{chr(n + 0xFFFE)}{chr(n + 0xFFFF)}" for n in range(0, 0x110000, 0x10000))
UNSEEN = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls
    "\xad\u200b\u2060-\u206f\u202a-\u202e\ufeff"  # of no width, or of direction
    "\ufff9-\ufffc\ufdd0-\ufdef\U000e0000-\U000e007f"  # of annotations, of nothing, tags
    f"{_PLANES}\ud800-\udfff"  # no characters at all
)
_JOINED = r"[^\x00-\u024f\u2000-\u206f]"
JOINER = rf"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"

_unseen = re.compile(rf"[{UNSEEN}]|{JOINER}")
_surrogate = re.compile("[\ud800-\udfff]")
_end = re.compile(rf"\r\n|[{ENDS}]")
_break = re.compile(rf"\s*[\t\n{ENDS}]\s*")


def is_mended(text: str) -> bool:
    """Tell whether a text of several lines has nothing to be mended."""
    return not (_unseen.search(text) or _end.search(text))


def without_surrogates(text: str) -> str:
    """Leave out what cannot be encoded."""
    return _surrogate.sub("", text)


def in_lines(text: str) -> str:
    """Mend a text of several lines: each ends with a newline, and nothing in it is unseen."""
    return _unseen.sub("", _end.sub("\n", text))


def in_a_line(text: str) -> str:
    """Mend a text of one line: where it broke, a space stands."""
    if not _break.search(text):
        return _unseen.sub("", text)
    return _unseen.sub("", _break.sub(" ", text)).strip()


def in_markup(text: str) -> str:
    """Mend words between the tags of clean HTML: where a line broke, a <br> stands."""
    return _unseen.sub("", _end.sub(lambda end: "\n" if end[0][0] == "\r" else "<br>", text))
