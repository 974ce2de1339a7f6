"""A recording is known by what is in it, or refused with a sentence for who handed it in."""

import struct
from collections.abc import Callable
from pathlib import PurePath
from typing import IO

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from . import mp4, webm
from .facts import DAMAGED, Facts, of_seconds

UNKNOWN = _(
    "This is no recording that every browser plays. Hand in a video as MP4 or WebM, sound as MP3, "
    "M4A, Ogg or WAV."
)
TOO_HEAVY = _("The file has more than %(most)s. Export a smaller one, or give a link.")
OTHER_SUFFIX = _("The name of the file ends in “%(suffix)s”, but it is a %(format)s.")
FILM_IN_OGG = _("This is a video in Ogg, which few browsers play. Export it as an MP4 or a WebM.")

BEGINNING = 64  # bytes, by which a format is known

# What reading meets where a file says what cannot be; OSError is for a place beyond all places.
DAMAGES = (struct.error, IndexError, ValueError, OverflowError, RecursionError, OSError)

# How the names of the files of each type end, the first one as the public gets it.
SUFFIXES = {
    "video/mp4": ("mp4", "m4v", "mov"),
    "audio/mp4": ("m4a", "mp4", "aac"),
    "video/webm": ("webm",),
    "audio/webm": ("webm", "weba"),
    "audio/ogg": ("ogg", "oga", "opus"),
    "audio/mpeg": ("mp3",),
    "audio/wav": ("wav",),
}


def examine(file: IO[bytes], name: str, most: int) -> Facts:
    """
    Look through a recording that is called `name` and has `most` bytes. Its beginning is read,
    and what says how long it is.

    Raises ValidationError with a sentence for what cannot be used.
    """
    size = file.seek(0, 2)
    if size > most:
        raise ValidationError(TOO_HEAVY, params={"most": filesizeformat(most)})
    file.seek(0)
    beginning = file.read(BEGINNING)
    read = next((read for begins, read in FORMATS if begins(beginning)), None)
    if read is None:
        raise ValidationError(UNKNOWN)
    file.seek(0)
    try:
        facts = read(file)
    except DAMAGES as error:
        raise ValidationError(DAMAGED) from error
    suffix = PurePath(name).suffix
    if suffix.lower().lstrip(".") not in SUFFIXES[facts.media_type]:
        kind = SUFFIXES[facts.media_type][0].upper()
        raise ValidationError(OTHER_SUFFIX, params={"suffix": suffix, "format": kind})
    return facts


def _ogg(file: IO[bytes]) -> Facts:
    if b"theora" in file.read(4096):
        raise ValidationError(FILM_IN_OGG)
    return Facts("audio/ogg")


def _mp3(file: IO[bytes]) -> Facts:
    return Facts("audio/mpeg")


def _wav(file: IO[bytes]) -> Facts:
    """Read the chunks up to that of the sound, whose length in bytes says that in seconds."""
    file.seek(12)
    rate = 0
    while len(head := file.read(8)) == 8:
        name, length = struct.unpack("<4sI", head)
        if name == b"fmt ":
            (rate,) = struct.unpack("<8xI", file.read(12))
            length -= 12
        elif name == b"data":
            return Facts("audio/wav", duration=of_seconds(length / rate) if rate else None)
        file.seek(length + length % 2, 1)
    raise ValidationError(DAMAGED)


def _is_mp3(beginning: bytes) -> bool:
    """Whether it begins with a tag, or with a frame of layer III."""
    frame = int.from_bytes(beginning[:2], "big")
    return beginning.startswith(b"ID3") or frame & 0xFFE6 == 0xFFE2


FORMATS: list[tuple[Callable[[bytes], bool], Callable[[IO[bytes]], Facts]]] = [
    (lambda beginning: beginning[4:8] == b"ftyp", mp4.read),
    (lambda beginning: beginning.startswith(webm.SIGN), webm.read),
    (lambda beginning: beginning.startswith(b"OggS"), _ogg),
    (lambda beginning: beginning[:4] == b"RIFF" and beginning[8:12] == b"WAVE", _wav),
    (_is_mp3, _mp3),
]
