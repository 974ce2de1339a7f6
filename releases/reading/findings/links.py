"""Web addresses: those written in a text, and those behind its words."""

import re

from releases.reading.document import Found, Span

WRITTEN = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”„«»]{1,2000}", re.IGNORECASE)
CLOSERS = {")": "(", "]": "[", "}": "{"}
TRAILING = ".,;:!?'’‘›‹|*_…–—"


def find_links(blocks):
    """
    The addresses, each once, in order: Found with the address as written and where it stands.

    Punctuation and brackets around an address are left out; brackets that it opens itself stay.
    """
    found: dict[str, Found] = {}
    for n, block in enumerate(blocks):
        written = [(match.start(), _trim(match[0])) for match in WRITTEN.finditer(block.text)]
        spans = [(start, start + len(address), address) for start, address in written]
        spans += [(m.start, m.end, m.href) for m in block.marks if _is_web(m.href)]
        for start, end, address in sorted(spans):
            if "." in address:
                _add(found, address, Span(n, start, end))
    return list(found.values())


def _add(found, address, span):
    key = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip("/")
    if key in found:
        found[key].spans.append(span)
    else:
        found[key] = Found(address, 1.0, [span])


def _is_web(href):
    return bool(re.match(r"https?://", href, re.IGNORECASE))


def _trim(address):
    """An address without what only follows it in the sentence."""
    while address:
        last = address[-1]
        unopened = last in CLOSERS and address.count(last) > address.count(CLOSERS[last])
        if not unopened and last not in TRAILING:
            break
        address = address[:-1]
    return address
