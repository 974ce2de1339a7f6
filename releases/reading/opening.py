"""The sentences a text begins with."""

from collections.abc import Iterator
from functools import lru_cache

from releases.reading.findings import marks
from releases.reading.findings.sentences import sentences

LEFT_OUT = "[…]"


def opening(text: str, most: int) -> str:
    """
    Returns as many whole sentences from the start of a plain text as have `most` words together.

    None ends inside quotation marks. A first sentence that is longer is cut behind a word,
    with an ellipsis.
    """
    end = max((stop for stop in _ends(text) if len(text[:stop].split()) <= most), default=0)
    if end or not text:
        return text[:end].rstrip()
    words = text.split()
    return text if len(words) <= most else " ".join(words[:most]).rstrip(" .,;:…–—-") + "…"


def whole_sentences(text: str, most: int) -> str:
    """Returns the same, but for a first sentence that is longer: that one whole."""
    ends = list(_ends(text)) or [len(text)]
    short = [end for end in ends if len(text[:end].split()) <= most]
    return text[: max(short, default=ends[0])].rstrip()


@lru_cache(maxsize=1000)
def shortened(text: str, most: int) -> str:
    """Returns the same, and says that it goes on; a text of `most` words or fewer as it is."""
    if len(text.split()) <= most:
        return text
    shown = whole_sentences(text, most)
    return text if shown == text else shown.removesuffix(LEFT_OUT).rstrip() + f" {LEFT_OUT}"


def _ends(text: str) -> Iterator[int]:
    """Finds where the sentences end that do not end inside quotation marks."""
    for _start, stop in sentences(text):
        if not marks.match(text[:stop]).open:
            yield stop
