"""Web pages and what is copied from them or from Word, to blocks."""

import re

from releases.reading.document import Document

from .build import blocks_of
from .markup import parse
from .page import choose

_clipboard = re.compile(r"\AVersion:[\d.]+\s+StartHTML:-?\d+(?:\s+[A-Za-z]+:\S+)*\s*")


def read(source):
    """The `Document` of a page, or of a part of one; what is no release goes to `left_out`."""
    root = parse(_clipboard.sub("", source, count=1))
    choose(root)
    address, language = _address(root), _language(root)
    blocks, left_out = blocks_of(root, address, language)
    return Document(blocks, left_out, title=_title(root), address=address, language=language)


def _title(root):
    shown = root.first("title")
    return _meta(root, "og:title") or (" ".join("".join(shown.children).split()) if shown else "")


def _address(root):
    links = (node for node in root.nodes() if node.tag == "link" and node.get("rel") == "canonical")
    canonical = next(links, None)
    address = canonical.attributes.get("href", "") if canonical else _meta(root, "og:url")
    return address.strip() if address.strip().startswith(("http://", "https://")) else ""


def _language(root):
    page = root.first("html")
    own = page.get("lang") or page.get("xml:lang") if page else ""
    return own or _meta(root, "og:locale").lower().replace("_", "-")


def _meta(root, name):
    for node in root.nodes():
        if node.tag == "meta" and name in {node.get("property"), node.get("name")}:
            return " ".join(node.attributes.get("content", "").split())
    return ""
