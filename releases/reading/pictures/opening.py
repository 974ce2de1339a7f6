"""A picture is opened as what it shows alone, or refused with a sentence for who handed it in."""

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_BYTES = 60_000_000
MOST_PIXELS = 100_000_000

# The formats that are taken, and how the names of their files end.
ACCEPTED = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
}

# What Pillow raises in a file that is not what it begins as.
DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError),
    *(OverflowError, MemoryError, struct.error, zlib.error),
)

DAMAGED = _("The picture is damaged: it breaks off, or cannot be read. Ask for the file again.")
DRAWING = _(
    "This is a drawing (SVG), which can hold programs. Export it as a PNG, 2400 pixels wide."
)
HEIC = _("This is a HEIC file of a telephone, which few can open. Export it as a JPEG.")
MOVING = _("This picture moves. Hand in one that stands still.")
NO_PROFILE = _(
    "This picture is in the colours of print (CMYK) and does not say of which press, so they would "
    "come out wrong. Export it as a JPEG in sRGB."
)
UNKNOWN = _("This is no picture that can be used here. Hand in a JPEG, PNG, WebP or AVIF.")
TOO_HEAVY = _("The file has more than %(most)d megabytes. Export a smaller JPEG.")
TOO_LARGE = _("The picture has more than %(most)d million pixels. Export a smaller one.")
OTHER_SUFFIX = _("The name of the file ends in “%(suffix)s”, but it is a %(format)s.")

HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


class Facts(NamedTuple):
    """The size in pixels, the right way up, and whether something shows through."""

    width: int
    height: int
    transparent: bool


def examine(file: IO[bytes], name: str) -> Facts:
    """
    Look a picture through that is called `name`. All of it is read: a second for 24 megapixels.

    Raises ValidationError with a sentence for what cannot be used.
    """
    image = pixels(file, name)
    return Facts(image.width, image.height, image.mode == "RGBA")


def pixels(file: IO[bytes], name: str) -> Image.Image:
    """
    Return what a picture shows, the right way up, in sRGB of eight bits, as RGB or, where
    something shows through, RGBA. Nothing else of the file is left: no place, no camera, no name.

    Raises ValidationError as `examine()`.
    """
    image = _opened(file, name)
    try:
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
        return _plain(image)
    except DAMAGE as error:
        raise ValidationError(DAMAGED) from error


def _opened(file: IO[bytes], name: str) -> Image.Image:
    """Open a picture, of which no more than its beginning is read."""
    file.seek(0, 2)
    if file.tell() > MOST_BYTES:
        raise ValidationError(TOO_HEAVY, params={"most": MOST_BYTES // 1_000_000})
    file.seek(0)
    _refuse_by_beginning(file.read(1024))
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=[*ACCEPTED, "GIF"])
    except Image.DecompressionBombError as error:
        raise ValidationError(TOO_LARGE, params={"most": MOST_PIXELS // 1_000_000}) from error
    except UnidentifiedImageError as error:
        raise ValidationError(UNKNOWN) from error
    except DAMAGE as error:
        raise ValidationError(DAMAGED) from error
    if image.width * image.height > MOST_PIXELS:
        raise ValidationError(TOO_LARGE, params={"most": MOST_PIXELS // 1_000_000})
    # A JPEG with another picture behind the first, such as one in depth: the first is shown.
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    if kind == image.format and getattr(image, "n_frames", 1) > 1:
        raise ValidationError(MOVING)
    if kind not in ACCEPTED:
        raise ValidationError(UNKNOWN)
    suffix = PurePath(name).suffix
    if suffix.lower() not in ACCEPTED[kind]:
        raise ValidationError(OTHER_SUFFIX, params={"suffix": suffix, "format": kind})
    if image.mode == "CMYK" and not image.info.get("icc_profile"):
        raise ValidationError(NO_PROFILE)
    return image


def _refuse_by_beginning(beginning: bytes) -> None:
    """Name what is handed in most often of all that cannot be used."""
    if b"<svg" in beginning.lower():
        raise ValidationError(DRAWING)
    # Some AVIF files begin like HEIC, and name what they are after that.
    is_heic = beginning[4:8] == b"ftyp" and beginning[8:12] in HEIC_BRANDS
    if is_heic and b"avif" not in beginning[:64]:
        raise ValidationError(HEIC)


def _plain(image: Image.Image) -> Image.Image:
    alpha = _alpha(image)
    shown = _in_srgb(image)
    if alpha is not None:
        shown.putalpha(alpha)
    # What stood beside the pixels goes on with every copy.
    shown.info = {}
    return shown


def _alpha(image: Image.Image) -> Image.Image | None:
    """Return how much shows through each pixel; None where nothing does."""
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return a copy, which is no longer an image of a file: Pillow keeps what that held with it."""
    if image.mode.startswith(("I", "F")):  # shades of grey in more than eight bits
        image = image.convert("F").point(lambda value: value / 257).convert("L")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGBA").convert("RGB")
    profile = image.info.get("icc_profile")
    if not profile:
        return image.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        if ImageCms.getProfileDescription(own).startswith("sRGB"):
            return image.convert("RGB")
        converted: Any = ImageCms.profileToProfile(image, own, SRGB, outputMode="RGB")
    except ImageCms.PyCMSError:  # a profile of other colours than the picture's
        if image.mode == "CMYK":
            raise ValidationError(NO_PROFILE) from None
        return image.convert("RGB")
    return converted
