"""The pictures that other sites show with a link to a release or to a quote."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from releases.public.cards import EDGE, Card, draw
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    instant,
    make_appointment,
    make_edition,
    make_editor,
    make_identity,
    make_person,
    make_quote,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

SAID = "<p>The minister said: “We will act.”</p>"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def card_of(client, record):
    """The picture that the page of a record names, with what it is called."""
    page = page_of(client.get(record.get_absolute_url()))
    address = page.one("meta", property="og:image").get("content")
    answer = client.get(address.removeprefix("http://testserver"))
    assert answer.headers["Content-Type"] == "image/png"
    return b"".join(answer), page.one("meta", property="og:image:alt").get("content")


def test_a_release_has_a_card_of_its_title(client):
    one, other = make_edition(title="Ports agree"), make_edition(title="Ports disagree")
    drawn, called = card_of(client, one)

    assert Image.open(BytesIO(drawn)).size == (1200, 630)
    assert called == "Ports agree"
    assert drawn != card_of(client, other)[0]


def test_a_card_is_drawn_once(client, monkeypatch, media):
    edition = make_edition()
    drawn, _called = card_of(client, edition)
    monkeypatch.setattr("releases.public.cards.draw", None)
    monkeypatch.setattr("releases.public.page_cache.ANSWERS.held", {})

    assert card_of(client, edition)[0] == drawn
    assert len(list(media.rglob("*.png"))) == 1


def test_a_correction_has_another_card(client):
    edition = make_edition(title="Ports agree")
    first, _called = card_of(client, edition)
    corrected = begin_correction(edition, title="Ports and cities agree", change_note="Cities")
    approve(corrected)

    assert card_of(client, corrected)[0] != first


def test_a_quote_has_a_card_in_the_colour_of_what_is_said(client):
    office = make_appointment(make_person("Ada Byron"))
    quote = make_quote(make_edition(body=SAID), appointment=office)
    drawn, called = card_of(client, quote)

    colours = Image.open(BytesIO(drawn)).convert("RGB").crop((0, 200, 1200, 480)).getcolors()
    assert max(colours, key=lambda pair: pair[0] if pair[1] != (255, 255, 255) else 0)[1] == (
        0x1D, 0x4F, 0x91,
    )  # fmt: skip
    assert called == "Ada Byron"


def test_a_page_without_a_picture_has_the_card_of_the_site(client):
    make_identity(names={"en": "News"}, publishers={"en": "Ministry of Works"}, accent="#7a1f2b")
    page = page_of(client.get("/en/topics/"))
    address = page.one("meta", property="og:image").get("content")
    drawn = client.get(address).content

    assert address == "http://testserver/en/card.png"
    assert Image.open(BytesIO(drawn)).convert("RGB").getpixel((2, 2)) == (0x7A, 0x1F, 0x2B)
    assert page.one("meta", property="og:image:alt").get("content") == "News, Ministry of Works"
    make_identity(publishers={"en": "Ministry of Labour"})
    assert client.get(address).content != drawn


def test_a_card_says_once_that_a_quote_goes_on_where_it_was_broken_off(client, monkeypatch):
    said = []
    monkeypatch.setattr("releases.public.cards.png_of", lambda card: said.append(card.words) or b"")
    first, more = "We act " + "now and " * 20 + "soon.", "And we go on " + "and on " * 20 + "still."
    edition = make_edition(body=f"<p>“{first}” she said. “{more}”</p>")

    client.get(make_quote(edition, f"{first}\n\n{more}").get_card_url())

    assert said == [f"“{first} […]”"]


def test_nothing_of_a_card_is_there_before_its_time_or_once_the_release_is_gone(client):
    hidden = approve(make_edition(draft=True, body=SAID), at=TOMORROW)
    quote = make_quote(make_edition(draft=True, body=SAID))
    gone = make_edition(release__publish_at=instant(2019, 5, 1, 12))
    address = gone.get_card_url()
    assert client.get(address).status_code == 200
    gone.release.refresh_from_db()
    gone.release.remove(make_editor(), "in_error", {"en": "It named the wrong day."})

    assert client.get(hidden.get_card_url()).status_code == 404
    assert client.get(quote.get_card_url()).status_code == 404
    assert client.get(address).status_code == 410


def test_the_address_of_another_language_leads_to_the_card_of_the_reader(client):
    english = make_edition(title="Ports agree")
    french = make_edition(english.release, title="Les ports d’accord", language="fr")

    answer = client.get(french.get_card_url())
    assert answer.headers["Location"] == english.get_card_url()


def test_where_the_disk_takes_nothing_a_card_is_drawn_all_the_same(client, monkeypatch):
    def refuse(*args):
        raise OSError

    monkeypatch.setattr(default_storage, "save", refuse)
    assert card_of(client, make_edition())[0]


@pytest.mark.parametrize(
    "words",
    [
        "Short",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung " * 4,
        "Łódź, Țara și İstanbul: " * 40,
        "",
    ],
)
def test_whatever_it_says_stays_within_the_edges_of_the_card(words):
    card = Card("Site " * 20, "Authority " * 30, "#1d4f91", "h" * 90, "Kind " * 60, words, ())
    drawn = Image.open(BytesIO(draw(card))).convert("RGB")

    right = drawn.crop((1200 - EDGE + 4, 93, 1200, 630)).getcolors()
    below = drawn.crop((0, 600, 1200, 630)).getcolors()
    assert [colour for _number, colour in right] == [(255, 255, 255)]
    assert [colour for _number, colour in below] == [(255, 255, 255)]
