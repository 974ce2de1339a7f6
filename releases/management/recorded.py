"""A film and a tone for development, made of nothing: nobody takes them for recordings."""

import math
import struct
import wave
from collections.abc import Iterator
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

WORD = "DEMO"
RATE = 8000  # samples a second
FRAMES = 5  # a second


def tone(seconds: int = 3) -> ContentFile:
    """Make a tone that rises, as WAV."""
    count = RATE * seconds
    heard = [math.sin(2 * math.pi * (220 + 110 * n / count) * n / RATE) for n in range(count)]
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{count}h", *(round(6000 * value) for value in heard)))
    return ContentFile(file.getvalue(), "tone.wav")


def film(seconds: int = 4, size: tuple[int, int] = (640, 360)) -> ContentFile:
    """
    Make a bar that moves, as WebM: its frames are what Pillow makes of still pictures, as a WebP
    holds a frame of VP8.
    """
    frames = list(_frames(seconds * FRAMES, size))
    info = _element(0x2AD7B1, struct.pack(">I", 1_000_000))
    info += _element(0x4489, struct.pack(">d", seconds * 1000))
    shown = _element(0xB0, struct.pack(">H", size[0])) + _element(0xBA, struct.pack(">H", size[1]))
    track = _element(0xD7, b"\1") + _element(0x73C5, b"\1") + _element(0x83, b"\1")
    track += _element(0x86, b"V_VP8") + _element(0xE0, shown)
    cluster = _element(0xE7, b"\0")
    for number, frame in enumerate(frames):
        at = struct.pack(">BhB", 0x81, number * 1000 // FRAMES, 0x80)
        cluster += _element(0xA3, at + frame)
    head = _element(0x4282, b"webm") + _element(0x4287, b"\2") + _element(0x4285, b"\2")
    parts = _element(0x1549A966, info) + _element(0x1654AE6B, _element(0xAE, track))
    segment = _element(0x18538067, parts + _element(0x1F43B675, cluster))
    return ContentFile(_element(0x1A45DFA3, head) + segment, "film.webm")


def _frames(count: int, size: tuple[int, int]) -> Iterator[bytes]:
    width, height = size
    font = ImageFont.load_default(height / 4)
    for number in range(count):
        image = Image.new("RGB", size, "#1d3557")
        draw = ImageDraw.Draw(image)
        draw.text((width / 2, height / 2), WORD, fill="white", font=font, anchor="mm")
        end = width * (number + 1) // count
        draw.rectangle((0, height * 0.9, end, height), fill="#e9c46a")
        still = BytesIO()
        image.save(still, "WEBP", quality=60)
        yield still.getvalue()[20:]  # behind the heads of the file and of its one chunk


def _element(name: int, content: bytes) -> bytes:
    """Write an element of EBML (RFC 8794): its name, its length in eight bytes, its content."""
    bare = name.to_bytes((name.bit_length() + 7) // 8)
    return bare + (1 << 56 | len(content)).to_bytes(8) + content
