"""
Caption, credit and terms are written into a picture, where programs of newsrooms look for them:
as XMP, in every language, and in a JPEG as IPTC-IIM too, in one.

Both are put before the pixels as parts of the file, so that nothing is compressed again.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

PNG_HEAD = 8 + 25  # the signature, and the first part of any PNG

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}


@dataclass
class Said:
    """What is said of a picture: texts by the code of their language, the first one first."""

    credit: str = ""
    caption: Mapping[str, str] = field(default_factory=dict)
    alternative: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    taken_on: date | None = None


def with_words(picture: bytes, said: Said) -> bytes:
    """Return the file of a picture, a JPEG or PNG, with what is said of it written into it."""
    if picture.startswith(b"\x89PNG"):
        return picture[:PNG_HEAD] + _png_part(_xmp(said)) + picture[PNG_HEAD:]
    # The head of a JPEG, as Pillow writes it: SOI, and APP0 with its length behind the marker.
    head = 4 + int.from_bytes(picture[4:6], "big")
    return picture[:head] + _jpeg_parts(said) + picture[head:]


def _jpeg_parts(said: Said) -> bytes:
    xmp = b"http://ns.adobe.com/xap/1.0/\x00" + _xmp(said)
    iptc = _iptc(said)
    iptc += b"\x00" * (len(iptc) % 2)
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(iptc)) + iptc
    return _segment(0xE1, xmp) + _segment(0xED, b"Photoshop 3.0\x00" + resource)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _png_part(xmp: bytes) -> bytes:
    content = b"iTXt" + b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + xmp
    checksum = struct.pack(">I", zlib.crc32(content))
    return struct.pack(">I", len(content) - 4) + content + checksum


def _iptc(said: Said) -> bytes:
    """Write the fields of IPTC-IIM, in UTF-8: caption, credit, terms and day."""
    day = f"{said.taken_on:%Y%m%d}" if said.taken_on else ""
    fields = [
        (90, 1, "\x1b%G", 32),
        (55, 2, day, 8),
        (80, 2, said.credit, 32),
        (110, 2, said.credit, 32),
        (116, 2, _first(said.terms), 128),
        (120, 2, _first(said.caption), 2000),
    ]
    return b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for number, record, text, most in fields
        if (value := _cut(text, most))
    )


def _first(texts: Mapping[str, str]) -> str:
    return next(iter(texts.values()), "")


def _cut(text: str, most: int) -> bytes:
    """Write a text in `most` bytes at most, cut between characters: the standard's own limits."""
    return text.encode()[:most].decode(errors="ignore").encode()


def _xmp(said: Said) -> bytes:
    spaces = " ".join(f"xmlns:{n}={quoteattr(uri)}" for n, uri in NAMESPACES.items() if n != "rdf")
    parts = [
        _in_languages("dc:description", said.caption),
        _in_languages("Iptc4xmpCore:AltTextAccessibility", said.alternative),
        _in_languages("dc:rights", said.terms),
        _in_languages("xmpRights:UsageTerms", said.terms),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(said.credit)}</rdf:li></rdf:Seq></dc:creator>"
        f"<photoshop:Credit>{escape(said.credit)}</photoshop:Credit>"
        if said.credit
        else "",
        f"<photoshop:DateCreated>{said.taken_on}</photoshop:DateCreated>" if said.taken_on else "",
    ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">'
        f'<rdf:Description rdf:about="" {spaces}>{"".join(parts)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _in_languages(name: str, texts: Mapping[str, str]) -> str:
    if not texts:
        return ""
    lines = [("x-default", _first(texts)), *texts.items()]
    listed = "".join(
        f"<rdf:li xml:lang={quoteattr(code)}>{escape(text)}</rdf:li>" for code, text in lines
    )
    return f"<{name}><rdf:Alt>{listed}</rdf:Alt></{name}>"
