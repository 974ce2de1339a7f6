"""Pictures for development, drawn: nobody takes them for photographs."""

from io import BytesIO
from random import Random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

WORD = "DEMO"


def scene(number: int) -> ContentFile:
    """Draw a row of flags behind a table, each number in other colours."""
    chance = Random(number)  # noqa: S311 (the same each time)
    image = Image.new("RGB", (1800, 1200), _colour(chance, 200, 245))
    draw = ImageDraw.Draw(image)
    for left in range(120, 1700, 230):
        draw.rectangle((left, 200, left + 12, 800), fill="#444")
        for part in range(3):
            top = 220 + part * 70
            draw.rectangle((left + 12, top, left + 190, top + 70), fill=_colour(chance, 30, 230))
    draw.polygon([(150, 760), (1650, 760), (1800, 1200), (0, 1200)], fill=_colour(chance, 60, 140))
    return _named(image, f"scene-{number}.jpg", "JPEG", quality=85)


def portrait(number: int) -> ContentFile:
    """Draw head and shoulders of nobody."""
    chance = Random(number)  # noqa: S311
    image = Image.new("RGB", (800, 1000), _colour(chance, 190, 240))
    draw = ImageDraw.Draw(image)
    skin = _colour(chance, 90, 200)
    draw.ellipse((110, 640, 690, 1400), fill=_colour(chance, 20, 110))
    draw.ellipse((270, 200, 530, 580), fill=skin)
    draw.rectangle((350, 540, 450, 680), fill=skin)
    return _named(image, f"portrait-{number}.jpg", "JPEG", quality=85)


def emblem(number: int) -> ContentFile:
    """Draw a sign on nothing, which shows through."""
    chance = Random(number)  # noqa: S311
    image = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    colour = _colour(chance, 40, 150)
    draw.ellipse((20, 20, 280, 280), fill=colour)
    draw.rectangle((310, 60, 580, 240), outline=colour, width=24)
    return _named(image, f"emblem-{number}.png", "PNG")


def _named(image: Image.Image, name: str, kind: str, **options: int) -> ContentFile:
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(image.height / 12)
    at = (image.width / 2, image.height * 0.9)
    draw.text(at, WORD, fill="white", font=font, anchor="mm", stroke_width=3, stroke_fill="#444")
    file = BytesIO()
    image.save(file, kind, **options)
    return ContentFile(file.getvalue(), name)


def _colour(chance: Random, darkest: int, lightest: int) -> tuple[int, int, int]:
    red, green, blue = (chance.randint(darkest, lightest) for __ in range(3))
    return red, green, blue
