"""An emblem is an SVG or PNG file that shows a picture and does nothing else."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 200_000
MOST_PIXELS = 4096

PNG = b"\x89PNG\r\n\x1a\n"
SVG = "http://www.w3.org/2000/svg"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

# What draws. What runs, links, moves or fetches is not among them.
DRAWS = re.compile(
    "svg|g|defs|symbol|use|title|desc|metadata|style|switch|path|rect|circle|ellipse|line|polyline|"
    "polygon|text|tspan|textPath|image|clipPath|mask|marker|pattern|linearGradient|radialGradient|"
    "stop|filter|fe(?!Image)[A-Z][A-Za-z]+"
)
# What a style may fetch; behind a backslash anything can hide.
FETCHES = re.compile(r"@import|(url|src|image|image-set)\((?!\s*[\"']?\s*#)|\\", re.I)
INSIDE = re.compile(r"#|data:image/(png|jpeg);base64,")
LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|mm|cm|in|pc)?\s*")

WRONG = _("An emblem is an SVG or a PNG file, whole and without damage.")
TOO_LARGE = _("An emblem has 200 kB at most: it comes with every page.")
TOO_WIDE = _("An emblem is 4096 pixels wide and high at most.")
MOVES = _("The file moves: an emblem is one still picture.")
ACTIVE = _(
    "The SVG does more than show a picture (“%(what)s”), and is not taken. Export it again as a "
    "plain SVG, without scripts, links, moving parts or anything fetched from elsewhere."
)
NO_SIZE = _("The SVG does not say its size: give it a viewBox.")


@dataclass(frozen=True)
class Emblem:
    """What a file holds: its `kind`, svg or png, and its width in heights."""

    kind: str
    proportion: float


def read_emblem(data: bytes) -> Emblem:
    """Look into a file. Raises ValidationError, with a sentence, for what is no emblem."""
    if len(data) > MOST_BYTES:
        raise ValidationError(TOO_LARGE)
    if data.startswith(PNG):
        return Emblem("png", _of_png(data))
    if b"<" in data[:200]:
        return Emblem("svg", _of_svg(data))
    raise ValidationError(WRONG)


def _of_png(data: bytes) -> float:
    chunks = dict(_chunks(data))
    if b"acTL" in chunks:
        raise ValidationError(MOVES)
    if not {b"IHDR", b"IDAT", b"IEND"} <= set(chunks) or len(chunks[b"IHDR"]) != 13:
        raise ValidationError(WRONG)
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    if not (width and height):
        raise ValidationError(WRONG)
    if max(width, height) > MOST_PIXELS:
        raise ValidationError(TOO_WIDE)
    return width / height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Take a PNG apart. Raises ValidationError where it is cut off or damaged."""
    place = len(PNG)
    while place < len(data):
        head = data[place : place + 8]
        if len(head) < 8:
            raise ValidationError(WRONG)
        length, name = struct.unpack(">I4s", head)
        content = data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        if check != struct.pack(">I", zlib.crc32(name + content)):
            raise ValidationError(WRONG)
        yield name, content
        place += 12 + length


class _Plain(ElementTree.TreeBuilder):
    """Refuses what stands outside the elements: entities, and styles from elsewhere."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise active("!DOCTYPE")

    def pi(self, target: str, text: str | None = None) -> Any:
        raise active(f"?{target}")


def active(what: str) -> ValidationError:
    return ValidationError(ACTIVE, params={"what": what[:40]})


def _of_svg(data: bytes) -> float:
    parser = ElementTree.XMLParser(target=_Plain())  # noqa: S314 (it refuses a DTD)
    try:
        parser.feed(data)
        root = parser.close()
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise ValidationError(WRONG) from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValidationError(WRONG)
    for element in root.iter():
        _refuse_active(element)
    return _proportion(root)


def _refuse_active(element: ElementTree.Element) -> None:
    namespace, name = _parts(element.tag)
    # What drawing programs keep for themselves does nothing; HTML and MathML would.
    if (namespace == SVG or not namespace) and not DRAWS.fullmatch(name):
        raise active(name)
    if namespace.startswith("http://www.w3.org/") and namespace not in (SVG, RDF):
        raise active(name)
    if name == "style" and FETCHES.search("".join(element.itertext())):
        raise active(name)
    for attribute, value in element.items():
        foreign, own = _parts(attribute)
        leads_out = own in ("href", "src", "base") and not INSIDE.match(value.strip())
        if own.lower().startswith("on") or (leads_out and namespace == SVG):
            raise active(own)
        if not foreign and own != "href" and FETCHES.search(value):
            raise active(own)


def _parts(name: str) -> tuple[str, str]:
    namespace, _brace, local = name.removeprefix("{").rpartition("}")
    return namespace, local


def _proportion(root: ElementTree.Element) -> float:
    """Read how wide a drawing is, in heights."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        width, height = (float(box[2]), float(box[3])) if len(box) == 4 else (0.0, 0.0)
    except ValueError:
        width = height = 0.0
    if not (width > 0 and height > 0):
        width, height = (_length(root.get(name, "")) for name in ("width", "height"))
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise ValidationError(NO_SIZE)
    return width / height


def _length(text: str) -> float:
    found = LENGTH.fullmatch(text)
    return float(found[1]) if found else 0.0
