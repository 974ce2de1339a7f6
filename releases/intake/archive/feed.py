"""An RSS or Atom feed, read as it stands in the file: nothing is fetched."""

import re
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from functools import partial
from html import unescape
from xml.etree import ElementTree

from django.utils import timezone
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError
from releases.text import html
from releases.text.slugs import slug_from

from .item import Item, broken, instant, newsroom_language, original_address

CHUNK = 2**16
ENTRIES = {"item", "entry"}
CONTENTS = ["encoded", "content", "description", "summary"]  # the fullest first
DATES = ["pubDate", "published", "issued", "date", "updated"]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_tag = re.compile(r"<[a-z/]", re.IGNORECASE)


def items(path):
    """The entries of the feed, in its order. Raises UnreadableError, naming the line."""
    target = _Entries()
    parser = ElementTree.XMLParser(target=target)  # noqa: S314 (it refuses a DTD)
    number = 0
    with path.open("rb") as file:
        for chunk in iter(partial(file.read, CHUNK), b""):
            with _naming_the_line(path):
                parser.feed(chunk)
            while target.ready:
                number += 1
                where = _("%(file)s, entry %(number)d")
                yield _item(where % {"file": path.name, "number": number}, target.ready.pop(0))
    with _naming_the_line(path):
        parser.close()


class _Entries(ElementTree.TreeBuilder):
    """Keeps each entry until it is taken, and nothing of it in the tree: memory stays flat."""

    def __init__(self):
        super().__init__()
        self.ready = []

    def end(self, tag):
        element = super().end(tag)
        if _local(element) in ENTRIES:
            self.ready.append(_parts(element))
            element.clear()
        return element

    def doctype(self, name, public, system):
        """Entities are declared in a DTD, which no feed needs."""
        raise UnreadableError(
            _("The feed has a document type (DTD), which is not read. Take its line out.")
        )


@contextmanager
def _naming_the_line(path):
    try:
        yield
    except UnreadableError:
        raise
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        line = getattr(error, "position", (1, 0))[0]  # none where the encoding is unknown
        sentence = _("%(file)s, line %(line)d: this is no feed, or a broken one.")
        raise UnreadableError(sentence % {"file": path.name, "line": line}) from error


def _local(element):
    return element.tag.rpartition("}")[2]


def _parts(entry):
    """The elements of an entry by their names; of several the first, but for its links."""
    parts = {"links": [], "lang": entry.get(LANGUAGE, "")}
    for element in list(entry):
        if _local(element) == "link":
            parts["links"].append(element)
        parts.setdefault(_local(element), element)
    return parts


def _item(where, parts):
    content = next(filter(None, (_markup(parts.get(name)) for name in CONTENTS)), "")
    if not content:
        return broken(where, _("The entry has no text."))
    try:
        stated = {
            "title": _plain(parts.get("title")),
            "at": _instant(next(filter(None, (_text(parts.get(name)) for name in DATES)), "")),
            "language": newsroom_language(_text(parts.get("language")) or parts["lang"]),
            "address": original_address(_address(parts)),
        }
    except UnreadableError as error:
        return broken(where, str(error))
    name = slug_from(stated["title"], "release") + ".html"
    return Item(where, content.encode, name, "text/html; charset=utf-8", **stated)


def _text(element):
    return "" if element is None else (element.text or "").strip()


def _markup(element):
    """The content of an element as HTML, whether it is written out, escaped or plain."""
    if element is None:
        return ""
    if element.get("type") == "xhtml":
        for inner in element.iter():
            inner.tag = _local(inner)
        return "".join(ElementTree.tostring(e, "unicode", "html") for e in element).strip()
    text = _text(element)
    if element.get("type") == "text":
        text = escape(text)
    if text and not _tag.search(text):
        text = linebreaks(text)
    return text and f"<div>{text}</div>"


def _plain(element):
    """A title: in RSS and in Atom's html, references stand for characters."""
    if element is None:
        return ""
    if element.get("type") in {"html", "xhtml"}:
        return " ".join(html.plain(html.clean(_markup(element))).split())
    return " ".join(unescape(_text(element)).split())


def _instant(text):
    """Of a date as in ISO 8601 or as in a mail; one of no zone is in the newsroom's."""
    if text[:4].isdecimal():
        return instant(text)
    try:
        at = parsedate_to_datetime(text) if text else None
    except (ValueError, IndexError) as error:
        raise UnreadableError(_("“%(text)s” is no date.") % {"text": text}) from error
    return timezone.make_aware(at) if at and timezone.is_naive(at) else at


def _address(parts):
    """The page of the entry: that of its link, or else its identifier if that is an address."""
    for link in parts["links"]:
        if link.get("rel", "alternate") == "alternate" and (link.get("href") or _text(link)):
            return link.get("href") or _text(link)
    identifier = parts.get("guid")
    is_address = identifier is not None and identifier.get("isPermaLink") != "false"
    return _text(identifier) if is_address else ""
