"""Which files the public gets of a picture: their widths and formats."""

WIDTHS = (480, 800, 1200, 1600, 2400)
FULL = "full"

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


def widths(width: int) -> list[int]:
    """Return the widths in which a picture of `width` pixels is offered: none above its own."""
    narrower = [one for one in WIDTHS if one < width]
    return narrower if len(narrower) == len(WIDTHS) else [*narrower, width]


def suffixes(transparent: bool) -> tuple[str, str, str]:
    """Return the formats in which it is offered, the best first, the one for all readers last."""
    return ("avif", "webp", "png" if transparent else "jpg")
