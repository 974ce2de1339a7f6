"""MP4 (ISO/IEC 14496-12): boxes in boxes, of which `moov` says what the others hold."""

import struct
from collections.abc import Iterator
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .facts import DAMAGED, NO_BROWSER, Facts, of_seconds

MOST_SAID = 20_000_000  # bytes of `moov`, which grows with the hours of a recording

# The length of what was not finished, or is not known.
UNTOLD, UNTOLD_LONG = 2**32 - 1, 2**64 - 1

# What every browser shows, and what it plays.
SHOWN = (b"avc1", b"avc3", b"av01", b"vp09")

PLACED = _(
    "The file says where it was recorded, as telephones write it. Export it without the place."
)
PLACES = {b"\xa9xyz", b"loci"}
PLACE = b"location"  # as a key has it

Boxes = Iterator[tuple[bytes, bytes]]


def read(file: IO[bytes]) -> Facts:
    """Raises ValidationError for a video that not every browser plays, or that tells its place."""
    said = _said(file)
    if _is_placed(said):
        raise ValidationError(PLACED)
    width = height = 0
    for track in _named(said, b"trak"):
        kind, codec = _kind(track)
        if kind != b"vide":
            continue
        if codec not in SHOWN:
            raise ValidationError(NO_BROWSER, params={"codec": codec.decode("ascii", "replace")})
        [head] = _named(track, b"tkhd")
        width, height = (side >> 16 for side in struct.unpack(">2I", head[-8:]))
    [head] = _named(said, b"mvhd")
    each, length = struct.unpack_from(">20xIQ" if head[0] else ">12xII", head)
    known = each and length != (UNTOLD_LONG if head[0] else UNTOLD)
    media_type = "video/mp4" if width else "audio/mp4"
    return Facts(media_type, width, height, of_seconds(length / each if known else 0))


def _is_placed(said: bytes) -> bool:
    """Whether what is told of the film, or of one of its tracks, says where it was recorded."""
    parts = [said, *_named(said, b"trak")]
    told = _in_each(parts, b"udta")
    # They begin with a version of four bytes or, as QuickTime writes them, without.
    lists = [each.removeprefix(bytes(4)) for each in _in_each(parts + told, b"meta")]
    boxes = told + lists + _in_each(lists, b"ilst")
    names = {name for content in boxes for name, __ in _boxes(content)}
    return bool(names & PLACES) or any(PLACE in keys for keys in _in_each(lists, b"keys"))


def _said(file: IO[bytes]) -> bytes:
    """Return what is in `moov`. What lies before it is passed over."""
    while len(head := file.read(8)) == 8:
        length, name = struct.unpack(">I4s", head)
        left = length - 8
        if length == 1:  # what follows is larger than four bytes can say
            left = struct.unpack(">Q", file.read(8))[0] - 16
        if not left >= 0:
            break
        if name == b"moov":
            said = file.read(min(left, MOST_SAID + 1))
            if len(said) == left:
                return said
            break
        file.seek(left, 1)
    raise ValidationError(DAMAGED)


def _boxes(content: bytes) -> Boxes:
    """Give name and content of each box."""
    at = 0
    while at + 8 <= len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        if length < 8:
            return
        yield name, content[at + 8 : at + length]
        at += length


def _named(content: bytes, name: bytes) -> list[bytes]:
    return [inside for called, inside in _boxes(content) if called == name]


def _in_each(contents: list[bytes], name: bytes) -> list[bytes]:
    return [inside for content in contents for inside in _named(content, name)]


def _kind(track: bytes) -> tuple[bytes, bytes]:
    """Return what a track holds, `vide` or `soun` or else, and how that is encoded."""
    [media] = _named(track, b"mdia")
    [handler] = _named(media, b"hdlr")
    [description] = _within(media, b"minf", b"stbl", b"stsd")
    return handler[8:12], description[12:16]


def _within(content: bytes, *path: bytes) -> list[bytes]:
    for name in path:
        [content] = _named(content, name)
    return [content]
