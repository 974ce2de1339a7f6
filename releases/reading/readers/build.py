"""A tree of markup to blocks: the one way in which paragraphs, lists and rows are made."""

import re
from collections import Counter

from releases.reading.document import Block, Mark
from releases.text.language_codes import canonical

from . import text
from .links import link
from .markup import BLOCKS, CELLS, UNSEEN, Node
from .parting import joined, parted
from .passages import told_apart

TAGS = {"b": "strong", "i": "em"} | {tag: tag for tag in ("strong", "em", "sub", "sup")}
LISTS = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}
QUOTES = {"fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“")}
WIDEST = 99  # columns or rows that a cell covers
LONG_CELL = 400  # characters: what holds more is a column of a page

_white = re.compile(r"[ \t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_bold = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_plain = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)")
_italic = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
# Word keeps its lists as paragraphs: the level is in the style, the bullet in a text to ignore.
_outline = re.compile(r"mso-list\s*:[^;]{0,40}\blevel([1-9])")
_bullet = re.compile(r"mso-list\s*:\s*ignore")
_number = re.compile(r"\s*\(?\w+[.)]")


def blocks_of(root, address="", language=""):
    """
    The blocks of a tree, and the texts of what is left out of it: two lists, in order.

    `address` is what relative links start from; without it they are no links.
    """
    builder = _Builder(address, language)
    builder.inside(root)
    builder.end()
    return told_apart(builder.blocks), builder.left_out


class _Builder:
    def __init__(self, address, language):
        self.address = address
        self.quotes = QUOTES.get(language[:2].lower(), ("“", "”"))
        self.blocks, self.left_out = [], []
        self.kind = ("p", 0)
        self.lists = []  # the tags of the lists around this place
        self.new_item = False  # the first words of an item are still to come
        self.in_table = self.in_row = False
        self.is_top = False  # the first row of a table is still to come
        self.below: Counter[int] = (
            Counter()
        )  # by column, the rows that a cell above reaches down into
        self.open_marks = []
        self.lang = ""  # the language of this place, if it is said
        self.begin()

    def begin(self):
        self.parts, self.length, self.marks, self.gap = [], 0, [], ""
        self.open_marks = [(0, tag, href) for _, tag, href in self.open_marks]

    # Words

    def words(self, source):
        """Text as markup means it: a run of white space is one space."""
        source = _white.sub(" ", source)
        if source.startswith(" "):
            self.space()
        if words := source.strip(" "):
            if self.gap and self.parts and self.parts[-1][-1] != "\t":
                self.fill_gap()
            self.parts.append(words)
            self.length += len(words)
            if self.lang:
                start = self.length - len(words)
                self.marks.append(Mark(start, self.length, "span", lang=self.lang))
            self.gap = " " if source.endswith(" ") else ""

    def fill_gap(self):
        """White space before words; marks that begin here begin behind it."""
        place = self.length
        self.parts.append(self.gap)
        self.length += len(self.gap)
        self.open_marks = [
            (self.length if start == place else start, tag, href)
            for start, tag, href in self.open_marks
        ]

    def space(self):
        self.gap = self.gap or " "

    def line(self):
        self.gap = self.gap.strip(" ") + "\n"

    def fresh_line(self):
        if "\n" not in self.gap:
            self.line()

    def tabs(self, count):
        if count:
            self.parts.append("\t" * count)
            self.length += count
        self.gap = ""

    def end(self):
        """The words so far are a block, or several where empty lines part them."""
        for mark in self.open_marks:
            self.mark(*mark)
        words, marks = "".join(self.parts), self.marks
        self.begin()
        if not words.strip():
            return
        kind = self.kind
        if kind[0] in LISTS:
            kind = kind if self.new_item else ("p", 0)
            self.new_item = False
        self.blocks += parted(Block(words, *kind, joined(marks, words)))

    def mark(self, start, tag, href):
        if start < self.length:
            self.marks.append(Mark(start, self.length, tag, href))

    # Elements

    def inside(self, node):
        around, self.lang = self.lang, canonical(node.get("lang")) or self.lang
        for child in node.children:
            if isinstance(child, Node):
                self.element(child)
            else:
                self.words(child)
        self.lang = around

    def element(self, node):
        if node.left_out:
            self.left_out += filter(None, [node.text()])
        elif node.tag in UNSEEN or _bullet.search(node.get("style")):
            return
        elif node.tag == "br":
            self.line()
        elif node.tag == "tr" and self.in_table:
            self.row(node)
        elif node.tag in BLOCKS and self.in_row:
            self.line_of_row(node)
        elif node.tag == "pre":
            self.end()
            self.blocks += text.blocks_of(_raw(node))
        elif node.tag in BLOCKS:
            self.block(node)
        else:
            self.inline(node)

    def block(self, node):
        self.end()
        before = self.kind, self.in_table
        self.kind = self.kind_of(node)
        if node.tag == "table":
            self.in_table = _is_data(node)
            self.is_top = True
            self.below.clear()
        if node.tag in LISTS:
            self.lists.append(LISTS[node.tag])
        self.inside(node)
        self.end()
        if node.tag in LISTS:
            self.lists.pop()
        self.kind, self.in_table = before

    def kind_of(self, node):
        if node.tag == "li":
            self.new_item = True
            return (self.lists or ["ul"])[-1], len(self.lists) or 1
        if outline := _outline.search(node.get("style")):
            self.new_item = True
            bullets = (n.text() for n in node.nodes() if _bullet.search(n.get("style")))
            return "ol" if _number.match(next(bullets, "")) else "ul", int(outline[1])
        if re.fullmatch("h[1-6]", node.tag):
            return "h", int(node.tag[1])
        if node.get("class") == "msotitle":
            return "h", 1
        return ("blockquote", 0) if node.tag == "blockquote" else self.kind

    def row(self, node):
        """A row with a tab for each column, also where a cell above or before covers it."""
        self.end()
        before = self.kind
        self.kind, self.in_row = ("tr", _heads(node, self.is_top)), True
        self.is_top = False
        last = column = 0
        for child in node.children:
            if not isinstance(child, Node):
                self.words(child)
            elif child.tag in CELLS and not child.left_out:
                column = self.beside(column)
                self.tabs(column - last)
                self.inside(child)
                last = column
                for column in range(last, last + _span(child, "colspan")):
                    self.below[column] = _span(child, "rowspan") - 1
                column += 1
            else:
                self.element(child)
        self.below -= Counter(dict.fromkeys(range(column, max(self.below, default=0) + 1), 1))
        self.in_row = False
        self.end()
        self.kind = before

    def beside(self, column):
        """The first column from this one on that no cell above covers."""
        while self.below[column] > 0:
            self.below[column] -= 1
            column += 1
        return column

    def line_of_row(self, node):
        self.fresh_line()
        self.inside(node)
        self.fresh_line()

    def inline(self, node):
        mark = self.mark_of(node)
        if node.tag == "q":
            self.words(self.quotes[0])
        if mark:
            self.open_marks.append((self.length, *mark))
        self.inside(node)
        if mark:
            self.mark(*self.open_marks.pop())
        if node.tag == "q":
            self.words(self.quotes[1])

    def mark_of(self, node):
        """Tag and address of the mark that an inline element makes, or None."""
        style = node.get("style")
        if node.tag == "a":
            href = link(self.address, node.attributes.get("href", ""))
            return ("a", href) if href else None
        if node.tag in {"b", "strong"} and _plain.search(style):
            return None  # around what is copied from Google Docs
        if _bold.search(style):
            return "strong", ""
        if _italic.search(style):
            return "em", ""
        return (TAGS[node.tag], "") if node.tag in TAGS else None


def _is_data(table):
    """
    Tells whether the rows of a table are to be read across: it is no frame for columns of text.
    """
    if table.get("role") in {"presentation", "none"}:
        return False
    cells = 0
    for node in table.nodes():
        if node.tag == "table" or re.fullmatch("h[1-6]", node.tag):
            return False
        if node.tag in CELLS:
            cells += 1
            if len(node.text()) > LONG_CELL:
                return False
    return cells > sum(node.tag == "tr" for node in table.nodes())


def _heads(row, is_top):
    """The level of a row: 1 if its cells are heads of columns, 2 if the first is one of the row."""
    cells = [node for node in row.children if isinstance(node, Node) and node.tag in CELLS]
    with_words = [cell.tag for cell in cells if cell.text()]
    if len(with_words) > 1 and set(with_words) == {"th"}:
        return 1
    if is_top and {cell.tag for cell in cells[1:]} == {"th"}:
        return 1  # whatever stands in the corner
    return 2 if cells and cells[0].tag == "th" else 0


def _span(cell, name):
    written = cell.get(name)
    return min(max(int(written[:3]), 1), WIDEST) if written.isdecimal() else 1


def _raw(node):
    if node.tag == "br":
        return "\n"
    return "".join(_raw(child) if isinstance(child, Node) else child for child in node.children)
