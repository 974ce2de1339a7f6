"""Pictures as the browser is told of them: it chooses the file that fits its screen."""

from django import template
from django.forms.utils import flatatt
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from releases.models import Picture
from releases.reading.pictures import TYPES, widths

register = template.Library()


@register.simple_tag(takes_context=True)
def picture(
    context: Context, picture: Picture, sizes: str = "100vw", first: bool = False, look: str = ""
) -> str:
    """
    Show a picture in the formats and widths there are; `sizes` says how wide it will be.

    What is seen `first` is loaded at once, any other when it comes near. In a preview its files
    are those at the desk.
    """
    address = picture.desk_address_of if context.get("preview") else picture.address_of

    def srcset(suffix: str) -> str:
        return ", ".join(f"{address(f'{w}.{suffix}')} {w}w" for w in widths(picture.width))

    *better, usual = picture.suffixes
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((TYPES[suffix], srcset(suffix), sizes) for suffix in better),
    )
    attributes = {
        "src": address(picture.in_passing),
        "srcset": srcset(usual),
        "sizes": sizes,
        "width": picture.width,
        "height": picture.height,
        "alt": "" if picture.decorative else str(picture.alternative),
        "class": f"{look} {_focus(picture)}".strip() or None,
        "lang": _other_language(picture),
        "decoding": "async",
        **({"fetchpriority": "high"} if first else {"loading": "lazy"}),
    }
    attributes = {name: value for name, value in attributes.items() if value is not None}
    return format_html("<picture>{}<img{}></picture>", sources, flatatt(attributes))


@register.simple_tag
def download_of(picture: Picture) -> str:
    """Return where journalists get it in full size."""
    return picture.address_of(picture.full)


def _focus(picture: Picture) -> str:
    """Name the classes of what must stay in sight, in tenths; none for the middle."""
    places = (("x", picture.focus_x), ("y", picture.focus_y))
    return " ".join(f"focus-{axis}-{round(at / 10)}" for axis, at in places if at != 50)


def _other_language(picture: Picture) -> str | None:
    language = "" if picture.decorative else picture.alternative.language
    return None if language in ("", get_language()) else language
