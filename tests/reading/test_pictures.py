"""Pictures as they come in: what is taken, what is refused, and what the public gets of them."""

import struct
import zlib
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, IptcImagePlugin

from releases.reading.pictures import Said, opening, widths, with_words
from releases.reading.pictures.opening import examine, pixels
from releases.reading.pictures.renditions import make

PLAIN = [("PNG", "a.png"), ("WEBP", "a.webp")]
GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B


def a_picture(size=(60, 40), mode="RGB", colour=None):
    """Another colour on the left than on the right, as what turns it shows then."""
    image = Image.new(mode, size, colour or 0)
    if mode == "RGB" and colour is None:
        image.paste((200, 30, 30), (0, 0, size[0] // 2, size[1]))
    return image


def file_of(image, kind="JPEG", **options):
    file = BytesIO()
    image.save(file, kind, **options)
    return file


def refused(file, name="picture.jpg"):
    with pytest.raises(ValidationError) as refusal:
        examine(file, name)
    return refusal.value.messages[0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("JPEG", "a.JPG"),
        ("JPEG", "a.jpeg"),
        ("PNG", "a.png"),
        ("WEBP", "a.webp"),
        ("AVIF", "a.avif"),
    ],
)
def test_the_formats_of_press_pictures_are_taken(kind, name):
    assert examine(file_of(a_picture(), kind), name) == (60, 40, False)


def test_a_picture_is_turned_the_right_way_up():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    turned = pixels(file_of(a_picture(), exif=exif), "a.jpg")

    assert turned.size == (40, 60)
    assert turned.getpixel((20, 5))[0] > 150 > turned.getpixel((20, 55))[0]


def test_nothing_but_what_it_shows_is_left_of_a_picture():
    exif = Image.Exif()
    exif[ARTIST] = "Secret Name"
    exif.get_ifd(GPS)[2] = (50.0, 50.0, 0.0)
    options = {"exif": exif, "comment": b"Secret comment", "xmp": b"<x>Secret</x>"}
    image = pixels(file_of(a_picture((900, 600)), **options), "a.jpg")

    made = dict(make(image))

    assert image.info == {}
    for name, content in made.items():
        assert b"Secret" not in content, name
        assert not Image.open(BytesIO(content)).getexif(), name


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_other_formats_lose_their_place_too(kind):
    exif = Image.Exif()
    exif[ARTIST] = "Secret Name"
    image = pixels(file_of(a_picture(), kind, exif=exif), f"a.{kind.lower()}")

    assert all(b"Secret" not in content for __, content in make(image))


def test_colours_of_another_profile_become_those_of_the_web():
    """A profile with red and green exchanged: whoever leaves it out shows green for red."""
    odd = file_of(a_picture(colour=(255, 0, 0)), icc_profile=swapped_profile())

    red, green, __ = pixels(odd, "a.jpg").getpixel((5, 5))

    assert green > 200 > red


def swapped_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Its parts are found by their names in a table: exchanging two of these exchanges the colours.
    for old, new in ((b"rXYZ", b"?XYZ"), (b"gXYZ", b"rXYZ"), (b"?XYZ", b"gXYZ")):
        profile = profile.replace(old, new)
    return profile.replace("sRGB".encode("utf-16-be"), "odds".encode("utf-16-be"))


def test_colours_of_print_are_refused_where_nobody_can_know_them():
    assert "CMYK" in refused(file_of(a_picture(mode="CMYK")))


def test_a_profile_of_other_colours_than_the_picture_has_is_passed_over():
    grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()

    assert pixels(file_of(a_picture(colour=(255, 0, 0)), icc_profile=grey), "a.jpg").mode == "RGB"


def test_sixteen_bits_become_eight():
    deep = Image.new("I;16", (4, 4), 65535)

    assert pixels(file_of(deep, "PNG"), "a.png").getpixel((1, 1)) == (255, 255, 255)
    half = Image.new("I;16", (4, 4), 128 * 257)
    assert pixels(file_of(half, "PNG"), "a.png").getpixel((1, 1)) == (128, 128, 128)


def test_what_shows_through_a_picture_goes_on_showing_through():
    logo = Image.new("RGBA", (600, 200), (10, 20, 30, 0))

    assert examine(file_of(logo, "PNG"), "logo.png").transparent
    made = dict(make(pixels(file_of(logo, "PNG"), "logo.png")))
    assert sorted(made) == [
        *("480.avif", "480.png", "480.webp"),
        *("600.avif", "600.png", "600.webp", "full.png"),
    ]
    assert Image.open(BytesIO(made["480.png"])).getpixel((5, 5))[3] == 0


def test_a_table_of_colours_with_a_hole_in_it_is_taken():
    table = Image.new("P", (20, 20), 1)
    table.putpalette([255, 0, 0, 0, 255, 0])

    assert examine(file_of(table, "PNG", transparency=1), "a.png").transparent
    assert pixels(file_of(table, "PNG"), "a.png").getpixel((1, 1)) == (0, 255, 0)


def test_opaque_layers_need_no_transparency():
    assert not examine(file_of(Image.new("RGBA", (9, 9), "red"), "PNG"), "a.png").transparent


@pytest.mark.parametrize(("kind", "name"), [("GIF", "a.gif"), ("WEBP", "a.webp"), ("PNG", "a.png")])
def test_what_moves_is_refused(kind, name):
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]

    file = file_of(frames[0], kind, save_all=True, append_images=frames[1:])

    assert "moves" in refused(file, name)


def test_a_jpeg_with_a_second_picture_behind_it_is_taken():
    file = file_of(a_picture(), "MPO", save_all=True, append_images=[a_picture()])

    assert examine(file, "a.jpg") == (60, 40, False)


def test_a_still_gif_is_refused():
    assert "JPEG, PNG" in refused(file_of(a_picture(), "GIF"), "a.gif")


@pytest.mark.parametrize(
    "content", [b"<svg onload='alert(1)'/>", b"<?xml version='1.0'?>\n<!-- --><SVG></SVG>"]
)
def test_a_drawing_is_refused_whatever_it_is_called(content):
    assert "SVG" in refused(BytesIO(content), "a.png")


def test_a_heic_file_is_refused_by_its_name():
    assert "HEIC" in refused(BytesIO(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"))


@pytest.mark.parametrize("content", [b"", b"plain words", b"%PDF-1.7", b"\xff\xd8\xff\xe0"])
def test_what_is_no_picture_is_refused(content):
    assert refused(BytesIO(content)) == (
        "This is no picture that can be used here. Hand in a JPEG, PNG, WebP or AVIF."
    )


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")]
)
def test_a_picture_that_breaks_off_is_refused(kind, name):
    whole = file_of(Image.effect_noise((200, 200), 90).convert("RGB"), kind).getvalue()

    assert "damaged" in refused(BytesIO(whole[: len(whole) // 2]), name)


def test_a_name_that_says_another_format_is_refused():
    assert refused(file_of(a_picture(), "PNG"), "a.jpg") == (
        "The name of the file ends in “.jpg”, but it is a PNG."
    )


@pytest.mark.parametrize("side", [10_001, 60_000])
def test_a_bomb_is_refused_before_it_goes_off(side, monkeypatch):
    """A small file that says it is enormous: nothing of it is unpacked."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\x00" * 100)), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    monkeypatch.setattr(Image.Image, "load", lambda image: pytest.fail("unpacked"))

    assert "100 million pixels" in refused(BytesIO(png), "a.png")


def test_a_file_that_is_too_heavy_is_refused(monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 100)

    assert "megabytes" in refused(file_of(a_picture()))


@pytest.mark.parametrize(
    ("width", "offered"),
    [(100, [100]), (480, [480]), (1000, [480, 800, 1000]), (9000, [480, 800, 1200, 1600, 2400])],
)
def test_no_width_is_above_that_of_the_picture(width, offered):
    assert widths(width) == offered


def test_each_rendition_has_the_size_it_is_called_by():
    made = dict(make(a_picture((1000, 500))))

    sizes = {name: Image.open(BytesIO(content)).size for name, content in made.items()}
    assert sizes["full.jpg"] == (1000, 500)
    for width, height in ((480, 240), (800, 400), (1000, 500)):
        for suffix in ("avif", "webp", "jpg"):
            assert sizes.pop(f"{width}.{suffix}") == (width, height)
    assert list(sizes) == ["full.jpg"]


SAID = Said(
    credit="Jo & Co",
    caption={"en": "A table <laid>", "fr": "Une table"},
    alternative={"en": "Flags"},
    terms={"en": "Free for press use"},
    taken_on=date(2021, 3, 30),
)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_caption_and_credit_are_written_into_the_copy_for_journalists(kind):
    whole = with_words(file_of(a_picture(), kind).getvalue(), SAID)

    image = Image.open(BytesIO(whole))
    image.load()
    xmp = ElementTree.fromstring(image.info["xmp"])  # noqa: S314 (our own)
    dc, photoshop = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/photoshop/1.0/}"
    assert [line.text for line in xmp.find(f".//{dc}description")[0]] == [
        *("A table <laid>", "A table <laid>", "Une table")
    ]
    assert xmp.find(f".//{photoshop}Credit").text == "Jo & Co"
    assert xmp.find(f".//{photoshop}DateCreated").text == "2021-03-30"
    assert image.size == (60, 40)
    if kind == "JPEG":
        iptc = IptcImagePlugin.getiptcinfo(image)
        assert iptc[2, 120] == b"A table <laid>"
        assert iptc[2, 110] == b"Jo & Co"
        assert iptc[2, 55] == b"20210330"


def test_long_words_are_cut_where_the_standard_has_no_room_for_them():
    long = Said(credit="é" * 100, caption={"en": "ü" * 1500})

    iptc = IptcImagePlugin.getiptcinfo(
        Image.open(BytesIO(with_words(file_of(a_picture()).getvalue(), long)))
    )

    assert iptc[2, 120].decode() == "ü" * 1000
    assert iptc[2, 110].decode() == "é" * 16
