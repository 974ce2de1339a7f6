"""The accent of the newsroom is that of its pages, as far as the stylesheet makes more of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from releases.models.accent import DARK_PAPER, _in_the_dark, _light
from tests.builders import load_first_release, make_identity
from tests.test_identity import svg

ACCENT = "#7a1f2b"
COLOUR = """name => {
    const pixel = document.createElement("canvas").getContext("2d");
    const part = document.createElement("i");
    part.style.color = `var(${name})`;
    document.body.append(part);
    pixel.fillStyle = getComputedStyle(part).color;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""


@pytest.fixture
def _newsroom(transactional_db):
    load_first_release()
    make_identity(accent=ACCENT, emblem=SimpleUploadedFile("emblem.svg", svg()))


def channels(light):
    return [
        round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))
        for part in light
    ]


@pytest.mark.usefixtures("_newsroom")
def test_what_is_said_is_set_in_the_accent_and_in_the_dark_in_what_was_checked(page):
    page.goto("/en/")
    assert page.evaluate(COLOUR, "--speech") == channels(_light(ACCENT))
    assert page.evaluate(COLOUR, "--band") == channels(_light(ACCENT))

    page.emulate_media(color_scheme="dark")
    page.goto("/en/quotes/")
    assert page.evaluate(COLOUR, "--paper") == channels(_light(DARK_PAPER))
    shown = page.evaluate(COLOUR, "--speech")
    checked = channels(_in_the_dark(_light(ACCENT)))
    assert max(abs(one - other) for one, other in zip(shown, checked, strict=True)) <= 1


@pytest.mark.usefixtures("_newsroom")
def test_the_emblem_is_seen_as_wide_as_it_is_drawn(page):
    page.goto("/en/")

    box = page.locator("img.emblem").bounding_box()

    assert page.evaluate("document.querySelector('img.emblem').complete")
    assert box["width"] / box["height"] == pytest.approx(1.5)


@pytest.mark.usefixtures("_newsroom")
def test_on_paper_the_head_says_who_and_leads_nowhere(page):
    page.emulate_media(media="print")
    page.goto("/en/")

    assert page.locator("img.emblem").is_visible()
    assert page.locator(".name").is_visible()
    for left_out in ("nav", "footer"):
        assert not any(part.is_visible() for part in page.locator(left_out).all()), left_out
