"""
Markup as it is found, to a tree that always closes. Nothing is run, fetched or expanded.

Neither html.parser nor nh3 is used: both take quadratic time on some broken markup, and both
lose words (what follows an unclosed tag, what stands where HTML does not allow it).
"""

import re
from dataclasses import dataclass, field
from html import unescape

from .refusals import too_large

DEPTH = 150  # of elements; what is nested deeper is kept, flat
TAGS = 400_000

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
}  # fmt: skip
RAW = {
    tag: re.compile(rf"</{tag}(?![\w-])", re.IGNORECASE)
    for tag in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title")
}
UNSEEN = {"script", "style", "title", "iframe", "noembed", "noframes", "template"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
CELLS = {"td", "th"}
LINES = BLOCKS | {"br", "button", "label", "select", "textarea"}
# A start tag ends an open element of these tags, unless one of the others stands in between.
IMPLIED_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu", "table"}),
    "dt": ({"dt", "dd"}, {"dl", "table"}),
    "dd": ({"dt", "dd"}, {"dl", "table"}),
    "tr": ({"tr"}, {"table"}),
    "td": (CELLS, {"tr", "table"}),
    "th": (CELLS, {"tr", "table"}),
    "tbody": ({"tbody", "thead", "tfoot"}, {"table"}),
    "option": ({"option"}, {"select"}),
    "a": ({"a"}, {"table"} | CELLS),
    "body": ({"head"}, set()),
} | {
    f"h{n}": ({f"h{n}" for n in range(1, 7)}, {"table", "section", "article"}) for n in range(1, 7)
}

# Quantifiers are possessive: each character is looked at once, however broken the tag is.
_token = re.compile(
    r"<!--(?:.*?-->|.*)|<[!?][^>]*+>?"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*+)"
    r"""(?P<attributes>(?:=\s*+(?:"[^"]*+"|'[^']*+'|)|[^>=])*+)(?P<end>>?)"""
    r"|(?P<text>[^<]++|<)",
    re.DOTALL,
)
_attribute = re.compile(
    r"""([^\s=/"'<>]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""", re.DOTALL
)


@dataclass(eq=False)
class Node:
    """An element; `children` are nodes and texts. One `left_out` is no part of a release."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    left_out: bool = False

    def get(self, name):
        """An attribute in lower case without white space at its ends, or ""."""
        return self.attributes.get(name, "").strip().lower()

    def nodes(self):
        """All elements below this one, in order."""
        stack = [iter(self.children)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, Node):
                    yield child
                    stack.append(iter(child.children))
                    break
            else:
                stack.pop()

    def first(self, *tags):
        """The first element below with one of the tags, or None."""
        return next((node for node in self.nodes() if node.tag in tags), None)

    def text(self):
        """All the words below, a line for each block."""
        parts: list[str] = []
        self._write(parts)
        lines = (" ".join(line.split()) for line in "".join(parts).splitlines())
        return "\n".join(line for line in lines if line)

    def _write(self, parts):
        if self.tag in UNSEEN:
            return
        edge = "\n" if self.tag in LINES else ""
        parts.append(edge)
        for child in self.children:
            if isinstance(child, Node):
                child._write(parts)
            else:
                parts.append(re.sub(r"\s+", " ", child))
        parts.append(edge)


def parse(source):
    """
    The tree of any text that may hold markup; its root has no tag.

    Time grows linearly. Raises UnreadableError if there are more tags than in any release.
    """
    if source.count("<") > TAGS:
        raise too_large()
    tree = _Tree()
    position = 0
    while token := _token.match(source, position):
        position = token.end()
        if not (tag := token["tag"]):
            if token["text"]:
                tree.text(_unescape(token["text"]))
        elif not token["end"]:
            tree.text(_unescape(token[0]))  # cut off in a tag: nothing of it is lost
        elif token["close"]:
            tree.end(tag.lower())
        else:
            tree.start(tag.lower(), _attributes(token["attributes"]))
            if end := RAW.get(tag.lower()):
                found = end.search(source, position)
                stop = found.start() if found else len(source)
                tree.text(_unescape(source[position:stop]))
                position = stop
    return tree.root


def _attributes(source):
    found: dict[str, str] = {}
    for name, *values in _attribute.findall(source):
        found.setdefault(name.lower(), _unescape("".join(values)))
    return found


def _unescape(text):
    try:
        return unescape(text)
    except ValueError:  # a number of thousands of digits
        return text


class _Tree:
    """Elements that are open, and the rules by which they close."""

    def __init__(self):
        self.root = Node("")
        self.open = [self.root]

    def text(self, text):
        self.open[-1].children.append(text)

    def start(self, tag, attributes):
        if tag in BLOCKS and tag not in CELLS:
            self._end({"p"}, {"table", "button", "object"} | CELLS)
        if tag in IMPLIED_ENDS:
            self._end(*IMPLIED_ENDS[tag])
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID and len(self.open) < DEPTH:
            self.open.append(node)

    def end(self, tag):
        if tag == "br":
            self.start(tag, {})
        borders = set() if tag in BLOCKS else CELLS
        self._end({tag}, borders if tag in {"table", "tr", "html", "body"} else borders | {"table"})

    def _end(self, tags, borders):
        """Close the innermost open element of the tags, unless a border stands around the place."""
        for number in range(len(self.open) - 1, 0, -1):
            tag = self.open[number].tag
            if tag in tags:
                del self.open[number:]
                return
            if tag in borders:
                return
