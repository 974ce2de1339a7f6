"""The accent colour, and whether what is set in it can be read, in light colours and in dark."""

import re
from typing import NamedTuple

DEFAULT = "#1d4f91"
LEAST = 4.5  # what WCAG 2.2 asks for of text

# As site.css has them: its paper, and the lightness and chroma of the accent in dark colours.
WHITE, DARK_PAPER = "#ffffff", "#101318"
DARK_LIGHTNESS, DARK_CHROMA = 0.79, 0.85

Light = tuple[float, float, float]  # red, green and blue, as amounts of light from 0 to 1


class Contrast(NamedTuple):
    """The ratios of WCAG, 1 to 21, of the accent to the paper in each scheme."""

    light: float
    dark: float


def is_colour(text: str) -> bool:
    """Whether a text is a colour written as #rrggbb."""
    return bool(re.fullmatch("#[0-9a-fA-F]{6}", text))


def contrast_of(accent: str) -> Contrast:
    """Calculate the contrast of an accent, written as #rrggbb, in both schemes."""
    own = _light(accent)
    return Contrast(
        light=_ratio(own, _light(WHITE)),
        dark=_ratio(_in_the_dark(own), _light(DARK_PAPER)),
    )


def _light(colour: str) -> Light:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    )
    return red, green, blue


def _ratio(one: Light, other: Light) -> float:
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(light: Light) -> float:
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _in_the_dark(light: Light) -> Light:
    """
    Make `oklch(from … 0.79 calc(c * 0.85) h)` of a colour: the same hue, of a set lightness.
    The numbers are those of Oklab, as CSS Color 4 has them.
    """
    red, green, blue = light
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = DARK_CHROMA * (1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short)
    b = DARK_CHROMA * (0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short)
    long = (DARK_LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (DARK_LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (DARK_LIGHTNESS - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _shown(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _shown(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _shown(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _shown(amount: float) -> float:
    """Cut an amount of light to what a screen shows."""
    return min(1.0, max(0.0, amount))
