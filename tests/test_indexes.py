"""The lists of people and of topics."""

from datetime import date

import pytest

from releases.models import prepared
from releases.public.pages import index
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    make_appointment,
    make_edition,
    make_meeting,
    make_person,
    make_quote,
    make_topic,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db


def named(page):
    """What the page lists, below each letter."""
    parts = page.one("main").all("section", class_="part")
    return {part.one("h2").words: [li.words for li in part.all("li")] for part in parts}


def test_people_stand_under_their_letter_with_the_office_they_hold_now(client):
    minister = make_appointment(make_person("Ada Byron"))
    make_appointment(minister.person, titles={"en": "Mayor"}, until=date(2010, 1, 1))
    for speaker in (minister.person, make_person("Émile Zola"), make_person("Anna Roe")):
        make_quote(speaker=speaker)
    make_person("Nobody knows")

    page = page_of(client.get("/en/people/"))

    assert named(page) == {"A": ["Ada Byron Minister of Works", "Anna Roe"], "E": ["Émile Zola"]}
    assert page.one("main").one("a", words="Ada Byron").get("href") == "/en/people/ada-byron/"


def test_topics_are_listed_once_something_public_is_about_them(client):
    make_edition(topics=[make_topic("Fisheries"), make_topic("Forests")])
    make_edition(topics=[make_topic("Secret")], release__publish_at=TOMORROW)

    assert named(page_of(client.get("/en/topics/"))) == {"F": ["Fisheries", "Forests"]}


def test_whoever_takes_part_in_an_announced_meeting_is_among_the_people(client):
    office = make_appointment(make_person("Ada Byron"))
    make_meeting(announced_at=TOMORROW).participations.create(appointment=make_appointment())
    make_meeting(announced_at=YESTERDAY).participations.create(appointment=office)

    assert named(page_of(client.get("/en/people/"))) == {"A": ["Ada Byron Minister of Works"]}


@pytest.mark.parametrize("address", ["/en/people/", "/en/topics/"])
def test_an_index_goes_on_from_page_to_page(client, monkeypatch, address):
    monkeypatch.setattr(index, "MOST", 2)
    monkeypatch.setattr(prepared, "MADE", {})
    names = [f"Name {letter}" for letter in "ABCDE"]
    for name in names:
        make_quote(make_edition(topics=[make_topic(name)]), speaker=make_person(name))

    listed, asked = [], address
    while asked:
        page = page_of(client.get(asked))
        listed += [name for below in named(page).values() for name in below]
        following = page.all("a", rel="next")
        asked = following[0].get("href") if following else None

    assert listed == names
    assert client.get(f"{address}?after=name-e").status_code == 404


def test_an_empty_index_says_so(client):
    assert "Nobody is named here" in page_of(client.get("/en/people/")).words
    assert "No topic is named here" in page_of(client.get("/en/topics/")).words
