"""The files the public gets of a picture: several widths, each in three formats."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image

from .offered import FULL, suffixes, widths

# Chosen by looking, and by the clock: all of 24 megapixels take some four seconds of a core.
OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG"},
}
FULL_SIZE: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 92},
    "png": {"format": "PNG"},
}


def make(image: Image.Image) -> Iterator[tuple[str, bytes]]:
    """Make the files of a picture that is as `pixels()` returns it, by their names."""
    transparent, shown = image.mode == "RGBA", image
    for width in reversed(widths(image.width)):
        if width < image.width:
            height = max(1, round(image.height * width / image.width))
            # Of the next larger one, which is a fraction of the work and looks the same.
            shown = shown.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for suffix in suffixes(transparent):
            yield f"{width}.{suffix}", _encoded(shown, OPTIONS[suffix])
    yield full_size(image)


def full_size(image: Image.Image) -> tuple[str, bytes]:
    """Make the copy for journalists, without the words that go with it."""
    suffix = suffixes(image.mode == "RGBA")[-1]
    return f"{FULL}.{suffix}", _encoded(image, FULL_SIZE[suffix])


def _encoded(image: Image.Image, options: dict[str, Any]) -> bytes:
    file = BytesIO()
    image.save(file, **options)
    return file.getvalue()
