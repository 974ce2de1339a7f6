"""The sentences a text begins with."""

from releases.reading.findings import marks
from releases.reading.findings.sentences import sentences


def opening(text: str, most: int) -> str:
    """
    Returns as many whole sentences from the start of a plain text as have `most` words together.

    None ends inside quotation marks. A first sentence that is longer is cut behind a word,
    with an ellipsis.
    """
    end = 0
    for _start, stop in sentences(text):
        if len(text[:stop].split()) > most:
            break
        if not marks.match(text[:stop]).open:
            end = stop
    if end or not text:
        return text[:end].rstrip()
    words = text.split()
    return text if len(words) <= most else " ".join(words[:most]).rstrip(" .,;:…–—-") + "…"
