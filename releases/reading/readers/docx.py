"""
Word documents (.docx) to blocks: settled as Word shows them, then read by mammoth.

mammoth is given a package of our own making, with the text, its styles and its lists: no
images, no links but those to the web, nothing that names another file.
"""

import io
import re
import zipfile
from xml.etree import ElementTree

import mammoth
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from releases.reading.document import Document, UnreadableError

from .build import blocks_of
from .links import is_public
from .markup import parse
from .package import Package
from .settle import Settled
from .wordxml import W, child, local, number_of, words_of, written

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Block Text'] => blockquote:fresh
"""
LANGUAGE = "r[style-name='{0}'] => span[lang='{0}']\n"
TAKEN = {
    "inserted": ngettext_lazy(
        "%(count)d tracked insertion was taken.",
        "%(count)d tracked insertions were taken.",
        "count",
    ),
    "deleted": ngettext_lazy(
        "%(count)d tracked deletion was undone.",
        "%(count)d tracked deletions were undone.",
        "count",
    ),
}
LEFT_OUT = {
    "deleted": ngettext_lazy(
        "%(count)d tracked deletion was left out.",
        "%(count)d tracked deletions were left out.",
        "count",
    ),
    "inserted": ngettext_lazy(
        "%(count)d tracked insertion was left out.",
        "%(count)d tracked insertions were left out.",
        "count",
    ),
}
COMMENTS = ngettext_lazy(
    "%(count)d comment was left out.",
    "%(count)d comments were left out.",
    "count",
)
IMAGES = ngettext_lazy(
    "%(count)d image was left out.",
    "%(count)d images were left out.",
    "count",
)

_back = re.compile('<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_margin = re.compile(r"word/(?:header|footer)\d*\.xml")


def read(data, tracked="accept"):
    """
    The `Document` of a .docx file.

    Tracked changes are accepted, rejected, or refused with UnreadableError, as `tracked` says.
    """
    package = Package(data)
    settled = Settled(tracked)
    copy = _copy(package, settled)
    html = mammoth.convert_to_html(
        copy,
        style_map=STYLES + "".join(map(LANGUAGE.format, settled.languages)),
        include_embedded_style_map=False,
        external_file_access=False,
    ).value
    blocks, left_out = blocks_of(parse(_back.sub("", html)))
    comments = [words_of(comment) for comment in _root(package, "word/comments.xml")]
    margins = [words_of(_root(package, name)) for name in package.names if _margin.fullmatch(name)]
    left_out += [*settled.left_out, *comments, *dict.fromkeys(margins)]
    settled.counts["comments"] = len(comments)
    return Document(blocks, list(filter(None, left_out)), notes=_notes(settled.counts, tracked))


def _root(package, name):
    root = package.xml(name)
    return [] if root is None else root


def _copy(package, settled):
    """A file with the parts of the package that mammoth is to see."""
    main = _main(package)
    folder = main.rpartition("/")[0]
    files = {name: f"{folder}/{name}.xml" for name in ("footnotes", "endnotes")}
    notes = {
        (f"{name[:-1]}Reference", number_of(note))
        for name, file in files.items()
        for note in _root(package, file)
    }
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for name, file in {"document": main, **files}.items():
            if (root := package.xml(file)) is not None:
                links = _links(package, file)
                part = settled.part(root, links, notes)
                archive.writestr(f"word/{name}.xml", ElementTree.tostring(part))
                archive.writestr(f"word/_rels/{name}.xml.rels", _relationships(links))
        styles = [s for s in _root(package, f"{folder}/styles.xml") if local(s) == "style"]
        of_languages = map(_style_of_language, settled.languages)
        styles = written("styles", None, [*map(_style, styles), *of_languages])
        archive.writestr("word/styles.xml", ElementTree.tostring(styles))
        if (numbering := package.xml(f"{folder}/numbering.xml")) is not None:
            archive.writestr("word/numbering.xml", ElementTree.tostring(numbering))
    copy.seek(0)
    return copy


def _main(package):
    """The name of the part that holds the text."""
    for relationship in _root(package, "_rels/.rels"):
        target = relationship.get("Target", "").lstrip("/")
        if relationship.get("Type", "").endswith("/officeDocument") and target in package.entries:
            return target
    if "word/document.xml" not in package.entries:
        raise UnreadableError(_("The archive holds no Word document. Choose the release itself."))
    return "word/document.xml"


def _links(package, file):
    """The ids of a part's hyperlinks, with their addresses."""
    folder, _slash, name = file.rpartition("/")
    return {
        relationship.get("Id"): relationship.get("Target")
        for relationship in _root(package, f"{folder}/_rels/{name}.rels")
        if relationship.get("Type", "").endswith("/hyperlink")
        and is_public(relationship.get("Target", ""))
    }


def _relationships(links):
    root = ElementTree.Element(f"{PACKAGE}Relationships")
    for number, address in links.items():
        values = {"Id": number, "Target": address, "Type": "hyperlink"}
        ElementTree.SubElement(root, f"{PACKAGE}Relationship", values)
    return ElementTree.tostring(root)


def _style(element):
    """A style with its name, and with the list it belongs to."""
    kept = [written("name", name) for name in element if local(name) == "name"]
    if (number := child(element, "pPr", "numPr", "numId")) is not None:
        numbering = written("numPr", None, [written("numId", number)])
        kept.append(written("pPr", None, [numbering]))
    return written("style", element, kept)


def _style_of_language(code):
    style = written("style", None, [written("name", None)])
    style.set(f"{W}type", "character")
    style.set(f"{W}styleId", code)
    style[0].set(f"{W}val", code)
    return style


def _notes(counts, tracked):
    """A translated sentence for each thing the document has that its text does not show."""
    taken = "inserted" if tracked == "accept" else "deleted"
    undone = "deleted" if tracked == "accept" else "inserted"
    sentences = [
        (taken, TAKEN[taken]),
        (undone, LEFT_OUT[undone]),
        ("comments", COMMENTS),
        ("images", IMAGES),
    ]
    return [str(text % {"count": counts[kind]}) for kind, text in sentences if counts[kind]]
