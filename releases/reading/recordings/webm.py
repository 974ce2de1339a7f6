"""WebM (RFC 9559, a part of Matroska): elements in elements, of which two say what there is."""

import struct
from collections.abc import Iterator
from datetime import timedelta
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .facts import DAMAGED, Facts, of_seconds

SIGN = b"\x1a\x45\xdf\xa3"
MOST_SAID = 4_000_000  # bytes before the recording itself

NOT_WEBM = _("This is a Matroska file (MKV), which few browsers play. Export it as an MP4.")

DOCUMENT, SEGMENT, INFO, TRACKS, CLUSTER = 0x4282, 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
SCALE, DURATION = 0x2AD7B1, 0x4489
TRACK, VIDEO, WIDTH, HEIGHT = 0xAE, 0xE0, 0xB0, 0xBA

Elements = Iterator[tuple[int, bytes]]


def read(file: IO[bytes]) -> Facts:
    """Raises ValidationError for another kind of Matroska."""
    content = file.read(MOST_SAID)
    name, start, length = _head(content, 0)
    if dict(_elements(content[start : start + length])).get(DOCUMENT, b"").rstrip(b"\0") != b"webm":
        raise ValidationError(NOT_WEBM)
    name, start, __ = _head(content, start + length)
    if name != SEGMENT:
        raise ValidationError(DAMAGED)
    parts = dict(_elements(content[start:]))
    width = height = 0
    for name, track in _elements(parts.get(TRACKS, b"")):
        if name == TRACK and VIDEO in (found := dict(_elements(track))):
            shown = dict(_elements(found[VIDEO]))
            width, height = (int.from_bytes(shown.get(side, b"")) for side in (WIDTH, HEIGHT))
    if TRACKS not in parts:
        raise ValidationError(DAMAGED)
    media_type = "video/webm" if width else "audio/webm"
    return Facts(media_type, width, height, _duration(parts))


def _duration(parts: dict[int, bytes]) -> timedelta | None:
    said = dict(_elements(parts.get(INFO, b"")))
    if DURATION not in said:
        return None
    scale = int.from_bytes(said.get(SCALE, b"")) or 1_000_000
    [length] = struct.unpack(">d" if len(said[DURATION]) == 8 else ">f", said[DURATION])
    return of_seconds(length * scale / 1_000_000_000)


def _elements(content: bytes) -> Elements:
    """Give number and content of each element, up to the recording itself."""
    at = 0
    while at < len(content):
        name, start, length = _head(content, at)
        if name == CLUSTER:
            return
        yield name, content[start : start + length]
        at = start + length


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """Return the number of the element there, where its content begins, and how long it is."""
    long = 9 - content[at].bit_length()
    name = int.from_bytes(content[at : at + long])
    at += long
    long = 9 - content[at].bit_length()
    length = int.from_bytes(content[at : at + long]) & (1 << 7 * long) - 1
    if length == (1 << 7 * long) - 1:
        length = len(content)  # not known when it was written: to the end
    return name, at + long, length
