"""
A page as it is read: what it says, and the elements it is made of.

    page = page_of(client.get("/en/"))
    assert page.one("h1").words == "Newsroom"
    assert [link.get("lang") for link in page.one("nav", class_="languages").all("a")] == ["fr"]
"""

import json

import html5lib

UNSEEN = {"head", "script", "style", "template"}
INLINE = {
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u",
}  # fmt: skip


def page_of(response):
    """The page of an answer, mended where it is wrong, as browsers do."""
    return Part(html5lib.parse(response.content.decode(), namespaceHTMLElements=False))


def valid_page_of(response):
    """The same; raises html5lib's ParseError at what is no valid HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return Part(parser.parse(response.content.decode()))


class Part:
    """An element of a page with all that is in it, or the whole page."""

    def __init__(self, element):
        self.element = element

    def __repr__(self):
        return f"<{self.element.tag} {self.element.attrib}> {self.words}"

    def get(self, attribute):
        """What the attribute says, or None."""
        return self.element.get(attribute)

    @property
    def words(self):
        """What is said here, to whoever sees or hears it, in one line."""
        return " ".join("".join(_texts(self.element)).split())

    def all(self, *tags, words=None, **attributes):
        """
        The elements in here, in their order: with one of these tags, if any are given; that say
        just these words; and with these attributes.

        An attribute is given as it is written, `aria_label` for aria-label, or True for any
        value; of `class_`, one of the names is enough.
        """
        parts = [Part(element) for element in self.element.iter() if element is not self.element]
        return [
            part
            for part in parts
            if not tags or part.element.tag in tags
            if words is None or part.words == words
            if all(part._has(name, value) for name, value in attributes.items())
        ]

    def one(self, *tags, **wanted):
        """The only one of `all()`; fails where there is none, or more."""
        found = self.all(*tags, **wanted)
        assert len(found) == 1, f"{len(found)} elements are {tags} {wanted}: {found}"
        return found[0]

    def data(self):
        """What machines are told: the objects of JSON-LD."""
        scripts = self.all("script", type="application/ld+json")
        return [json.loads("".join(script.element.itertext())) for script in scripts]

    def _has(self, name, value):
        held = self.get(name.rstrip("_").replace("_", "-"))
        if value is True:
            return held is not None
        return value in (held or "").split() if name == "class_" else held == value


def _texts(element):
    """The texts of an element, with a space around what stands on lines of its own."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return  # a comment is an element without a tag
    space = "" if element.tag in INLINE else " "
    yield space
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield space
