"""
The body of a Word document as it is to be read: tracked changes decided, text boxes in the flow.

Elements are known by their local names, so that both dialects of the format (Transitional and
Strict) are read, and are written anew with what mammoth needs of them.
"""

import re
from collections import Counter

from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError
from releases.text.language_codes import canonical

from .wordxml import W, child, is_on, local, names_in, number_of, words_of, written

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KEPT = {
    "body", "br", "document", "endnote", "endnotes", "footnote", "footnotes", "noBreakHyphen",
    "softHyphen", "sym", "tab", "tbl", "tc",
}  # fmt: skip
RENAMED = {"cr": "br", "ptab": "tab"}
DROPPED = {"commentReference", "rt"}
INSERTED = {"ins", "moveTo"}
DELETED = {"del", "moveFrom"}
IMAGES = {"blip", "imagedata"}

_field = re.compile(r'(\s*HYPERLINK\s+"[^"]*").*', re.DOTALL)


class Settled:
    """
    The parts of one document written anew; `counts` and `left_out` say what was decided. A run
    in a language has a style of that name, of those in `languages`.

    `tracked` is what to do with changes: accept, reject, or refuse with UnreadableError.
    """

    def __init__(self, tracked="accept"):
        self.gone = DELETED if tracked == "accept" else INSERTED
        self.refuse = tracked == "refuse"
        self.counts: Counter[str] = Counter()
        self.left_out = []
        self.languages = set()
        self.boxes = []  # for each paragraph around this place, the texts of its text boxes
        self.handlers = {
            "AlternateContent": self.alternate,
            "delInstrText": self.field,
            "delText": self.text,
            "endnoteReference": self.note,
            "fldChar": self.bare,
            "footnoteReference": self.note,
            "hyperlink": self.hyperlink,
            "instrText": self.field,
            "p": self.paragraph,
            "pPr": self.paragraph_properties,
            "r": self.run,
            "rPr": self.run_properties,
            "t": self.text,
            "tcPr": self.cell_properties,
            "tr": self.row,
            "txbxContent": self.box,
        }

    def part(self, root, links, notes=()):
        """
        A part of the package, from its root. `links` are the ids of the relationships that are
        kept, `notes` those of the footnotes and endnotes there are, each with its kind.
        """
        self.links, self.known_notes = links, notes
        return self.element(root)[0]

    def inside(self, element):
        return [new for below in element for new in self.element(below)]

    def element(self, element):
        """The elements that stand instead of one; what is not known stands for its content."""
        name = RENAMED.get(local(element), local(element))
        if name in self.handlers:
            return self.handlers[name](element)
        if name in INSERTED | DELETED:
            return self.change(element, name)
        if name in IMAGES:
            self.counts["images"] += 1
            return []
        if name in DROPPED or name.endswith(("Pr", "Change")):
            return []
        if name not in KEPT:
            return self.inside(element)
        return [written(name, element, self.inside(element))]

    # Changes

    def count(self, name):
        if self.refuse:
            raise UnreadableError(
                _("The document has tracked changes. Accept or reject them in Word first.")
            )
        self.counts["inserted" if name in INSERTED else "deleted"] += 1

    def change(self, element, name):
        self.count(name)
        if name not in self.gone:
            return self.inside(element)
        self.left_out.append(words_of(element))
        return []

    def row(self, element):
        properties = child(element, "trPr")
        for name in names_in(properties) & (INSERTED | DELETED):
            self.count(name)
            if name in self.gone:
                self.left_out.append(words_of(element))
                return []
        heads = [written("tblHeader", b) for b in properties or () if local(b) == "tblHeader"]
        kept = [written("trPr", None, heads), *self.inside(element)]
        return [written("tr", element, kept)]

    def cell_properties(self, element):
        """The columns and rows that a cell covers."""
        spans = [written(local(b), b) for b in element if local(b) in {"gridSpan", "vMerge"}]
        return [written("tcPr", None, spans)]

    def paragraph_properties(self, element):
        """Style and list; and whether its end is deleted, which joins it to the next."""
        kept = [written(local(below), below) for below in element if local(below) == "pStyle"]
        if (numbering := child(element, "numPr")) is not None:
            levels = [written(local(n), n) for n in numbering if local(n) in {"ilvl", "numId"}]
            kept.append(written("numPr", None, levels))
        end = child(element, "rPr")
        for name in names_in(end) & (INSERTED | DELETED):
            self.count(name)
            if name in self.gone:
                kept.append(written("rPr", None, [written("del", None)]))
        return [written("pPr", None, kept)]

    # Paragraphs and what stands in them

    def paragraph(self, element):
        self.boxes.append([])
        paragraph = written("p", element, self.inside(element))
        return [paragraph, *self.boxes.pop()]

    def box(self, element):
        if not self.boxes:
            return self.inside(element)
        self.boxes[-1] += self.inside(element)
        return []

    def alternate(self, element):
        """The same thing for newer and for older programs: the first with words in it."""
        with_words = (below for below in element if words_of(below))
        return self.inside(next(with_words, element[0] if len(element) else element))

    def run(self, element):
        hidden = child(element, "rPr", "vanish")
        if hidden is not None and is_on(hidden):
            self.left_out.append(words_of(element))
            return []
        return [written("r", None, self.inside(element))]

    def run_properties(self, element):
        kept = [written(local(b), b) for b in element if local(b) in {"b", "i", "vertAlign"}]
        if (lang := child(element, "lang")) is not None:
            style = written("rStyle", lang)
            if code := canonical(style.get(f"{W}val", "")):
                self.languages.add(code)
                style.set(f"{W}val", code)
                kept.append(style)
        return [written("rPr", None, kept)]

    def hyperlink(self, element):
        link = written("hyperlink", None, self.inside(element))
        if number_of(element) in self.links:
            link.set(f"{R}id", number_of(element))
        return [link]

    def note(self, element):
        name = local(element)
        known = (name, number_of(element)) in self.known_notes
        return [written(name, element)] if known else []

    def field(self, element):
        field = written("instrText", element)
        field.text = _field.sub(r"\1", field.text or "")  # without what follows the address
        return [field]

    def text(self, element):
        return [written("t", element)]

    def bare(self, element):
        return [written(local(element), element)]
