"""
Cards: pictures of a title or of what somebody said, which other sites show with a link to it.

They are drawn in the typefaces of the site, which Pillow reads as browsers do.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import blake2b
from io import BytesIO
from itertools import groupby
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # as other sites want it, in pixels
EDGE, BAND = 72, 92
INK, QUIET, PAPER = "#14171c", "#545b66", "#ffffff"
SIZES = (84, 76, 68, 60, 54, 48, 43, 38, 34)  # of the words, in pixels, until they fit
LEADING = 1.16
FORM = 1  # another one where cards are drawn otherwise

FONTS = Path(__file__).parent.parent / "static" / "releases" / "fonts"
DISPLAY, SANS, BOLD = ("display", 450), ("sans", 400), ("sans", 600)

Face = tuple[str, int]  # a typeface of the site, and a weight


@dataclass(frozen=True)
class Card:
    """
    What a card says: above, in large, and below. `spoken` words stand in the accent, a colour as
    #rrggbb; `host` is the name of the site in the network.
    """

    site: str
    publisher: str
    accent: str
    host: str
    above: str
    words: str
    below: tuple[str, ...]
    spoken: bool = False


def png_of(card: Card) -> bytes:
    """
    Return a card as PNG. It is drawn once and stored under a name made of all it says, so that
    one of other words is another file. Where the disk takes none, it is drawn each time.
    """
    name = f"cards/{blake2b(repr((FORM, astuple(card))).encode(), digest_size=16).hexdigest()}.png"
    with suppress(FileNotFoundError), default_storage.open(name) as stored:
        return stored.read()
    drawn = draw(card)
    with suppress(OSError):
        default_storage.save(name, ContentFile(drawn))
    return drawn


def draw(card: Card) -> bytes:
    """Draw a card, as PNG of few colours. About a twentieth of a second."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, BAND), card.accent)
    room = WIDTH - 2 * EDGE
    site = _shortened(card.site, BOLD, 30, room // 2)
    right = _shortened(card.publisher, SANS, 26, room - _width(site, BOLD, 30) - EDGE)
    _write(pen, EDGE, BAND // 2 + 11, site, BOLD, 30, PAPER)
    _write(pen, WIDTH - EDGE - _width(right, SANS, 26), BAND // 2 + 10, right, SANS, 26, PAPER)

    above = _shortened(card.above, SANS, 28, room)
    _write(pen, EDGE, BAND + 66, above, SANS, 28, QUIET)
    foot = HEIGHT - 48
    host = _shortened(card.host, SANS, 24, room // 2)
    _write(pen, WIDTH - EDGE - _width(host, SANS, 24), foot, host, SANS, 24, QUIET)
    who, *office = card.below or ("",)
    beside = room - _width(host, SANS, 24) - EDGE
    below = [(who, BOLD), *((line, SANS) for line in _broken(" ".join(office), SANS, 28, beside))]
    for number, (line, face) in enumerate(reversed(below)):
        _write(pen, EDGE, foot - 38 * number, line, face, 28, INK)

    top, bottom = BAND + 96, foot - 38 * len(below) - 12
    size, lines = _fitting(card.words, room, bottom - top)
    colour, hung = (card.accent, _hung(card.words, size)) if card.spoken else (INK, 0)
    for number, line in enumerate(lines):
        below_top = int((number + 1) * size * LEADING)
        _write(pen, EDGE - (0 if number else hung), top + below_top, line, DISPLAY, size, colour)
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _fitting(words: str, width: int, height: int) -> tuple[int, list[str]]:
    """Find the largest size in which words fit, and their lines; cut what fits in none."""
    words = " ".join(_narrow(word, width) for word in words.split())
    for size in SIZES:
        lines = _lines(words, size, width)
        most = int(height / (size * LEADING))
        if len(lines) <= most and all(_width(line, DISPLAY, size) <= width for line in lines):
            return size, lines
    last = " ".join([lines[most - 1], "…"])
    return size, [*lines[: most - 1], _shortened(last, DISPLAY, size, width)]


def _hung(words: str, size: int) -> int:
    """Say how far the opening mark of a quote stands outside its edge."""
    return _width(words[:1], DISPLAY, size)


def _narrow(word: str, width: int) -> str:
    """Divide a word that no size makes fit a line."""
    if _width(word, DISPLAY, SIZES[-1]) <= width:
        return word
    half = len(word) // 2
    return f"{_narrow(word[:half] + '-', width)} {_narrow(word[half:], width)}"


def _lines(words: str, size: int, width: int) -> list[str]:
    """Break words into as few lines as there must be, of much the same length."""
    number = len(_broken(words, DISPLAY, size, width))
    narrow, wide = width // 3, width
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        if len(_broken(words, DISPLAY, size, middle)) > number:
            narrow = middle
        else:
            wide = middle
    return _broken(words, DISPLAY, size, wide)


def _broken(words: str, face: Face, size: int, width: int) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(text: str, face: Face, size: int, width: int) -> str:
    """Cut a line at the end of a word where it does not fit."""
    text = text.removesuffix(" …")
    if _width(text, face, size) <= width:
        return text
    words = text.split()
    while len(words) > 1 and _width(f"{' '.join(words)} …", face, size) > width:
        words.pop()
    return f"{' '.join(words)} …"


def _write(
    pen: ImageDraw.ImageDraw, x: float, y: float, text: str, face: Face, size: int, colour: str
) -> None:
    """Write a line whose letters stand on `y`."""
    for font, run in _runs(text, face, size):
        pen.text((x, y), run, colour, font, anchor="ls")
        x += font.getlength(run)


def _width(text: str, face: Face, size: int) -> int:
    return round(sum(font.getlength(run) for font, run in _runs(text, face, size)))


def _runs(text: str, face: Face, size: int) -> list[tuple[ImageFont.FreeTypeFont, str]]:
    """Divide a line between the two files of a typeface: few letters are in the second one."""
    first, second = _font(face, size), _font(face, size, "-ext")
    has = _is_in(face)
    parts = groupby(text, key=lambda letter: first if has(letter) else second)
    return [(font, "".join(letters)) for font, letters in parts]


@cache
def _is_in(face: Face) -> Callable[[str], bool]:
    """Return what tells whether the first file of a typeface has a letter."""
    font = _font(face, 40)
    missing = bytes(font.getmask("\uffff"))
    return cache(lambda letter: letter.isspace() or bytes(font.getmask(letter)) != missing)


@cache
def _font(face: Face, size: int, part: str = "") -> ImageFont.FreeTypeFont:
    name, weight = face
    font = ImageFont.truetype(str(FONTS / f"newsroom-{name}{part}.woff2"), size)
    font.set_variation_by_axes([weight])
    return font
