"""Offices in public: what begins or ends later is nowhere before its day."""

import re
from datetime import date
from hashlib import sha256

import pytest

from releases.models import Participation
from tests.builders import (
    approve,
    instant,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    print_again,
)

pytestmark = pytest.mark.django_db

NOW = instant(2031, 5, 6, 12)
SECRETS = ("2097", "2098", "COMING")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def newsroom():
    """Somebody whose office ends in 2097, and somebody whose next one begins in 2098."""
    organisation = make_organisation("Ministry")
    leaving = make_appointment(
        make_person("Anna Roe"), until=date(2097, 3, 4), organisation=organisation
    )
    coming = make_appointment(
        make_person("Bert Poe"),
        titles={"en": "COMING minister"},
        since=date(2098, 3, 4),
        organisation=organisation,
    )
    meeting = make_meeting(
        "Summit", starts_on=date(2031, 6, 1), announced_at=NOW, organiser=organisation
    )
    for office in (leaving, coming):
        Participation.objects.create(meeting=meeting, appointment=office)
    edition = make_edition(
        meetings=[meeting],
        release__publish_at=NOW,
        body="<p>Anna Roe: “We will act.” Bert Poe: “So will I.”</p>",
        documents=[make_document()],
    )
    make_quote(edition, "We will act.", appointment=leaving)
    make_quote(edition, "So will I.", appointment=coming)
    return edition


def crawl(client, start="/en/", languages="en|fr"):
    """Every page of the site in these languages that links lead to, by its address."""
    pages, ahead = {}, [start, "/sitemap.xml"]
    while ahead:
        address = ahead.pop()
        if address in pages:
            continue
        response = client.get(address, follow=True)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        pages[address] = body.decode()
        links = re.findall(r'(?:href|src|<loc)[=>]"?([^"<#?]*)', pages[address])
        links = [link.removeprefix("http://testserver") for link in links]
        ahead += [link for link in links if re.match(rf"/({languages}|sitemap|2031|doc)", link)]
    return pages


@pytest.mark.slow
def test_no_page_tells_of_an_office_that_begins_or_ends_later(client, newsroom):
    pages = crawl(client) | crawl(client, f"{newsroom.get_absolute_url()}versions/1/")

    kinds = {address.split("/")[2] for address in pages if address.startswith("/en/")}
    assert {"releases", "quotes", "meetings", "people", "organisations", "feeds"} <= kinds
    told = {address: word for address, page in pages.items() for word in SECRETS if word in page}
    assert told == {}


@pytest.mark.slow
def test_the_etags_of_pages_do_not_move_when_an_end_is_set(client, newsroom):
    def tags():
        return {address: client.get(address).headers.get("ETag") for address in pages}

    pages = [page for page in crawl(client, languages="en") if page.startswith("/en/")]
    before = tags()
    office = newsroom.quotes.first().appointment
    office.until = date(2099, 1, 1)
    office.save()

    assert tags() == before


def test_an_office_that_ends_later_is_held_since_its_beginning(client, newsroom):
    for address in (
        "/en/people/anna-roe/",
        "/en/organisations/ministry/",
        newsroom.quotes.first().get_absolute_url(),
        newsroom.get_absolute_url(),
    ):
        assert "since 1 January 2000" in client.get(address).content.decode()


def test_whoever_takes_part_under_a_coming_office_has_the_one_of_today(client, newsroom):
    assert "Bert Poe</a>" in client.get("/en/meetings/summit/").content.decode()

    make_appointment(newsroom.quotes.last().speaker, titles={"en": "Mayor"}, until=date(2098, 3, 3))
    print_again(newsroom.release)
    for address in ("/en/meetings/summit/", newsroom.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "<span>Mayor</span>" in page
        assert not [word for word in SECRETS if word in page]


def test_the_day_after_its_last_an_office_is_told_with_its_end(client, newsroom, clock):
    clock.move_to(instant(2097, 3, 5, 0), tick=False)

    assert "4 March 2097" in client.get("/en/people/anna-roe/").content.decode()


def test_a_page_under_embargo_knows_the_offices_of_its_instant(client):
    office = make_appointment(titles={"en": "COMING minister"}, since=date(2031, 5, 7))
    meeting = make_meeting("Summit")
    Participation.objects.create(meeting=meeting, appointment=office)
    edition = make_edition(draft=True)
    edition.release.meetings.add(meeting)
    approve(edition, at=instant(2031, 5, 7, 9))
    digest = sha256(b"token").hexdigest()
    make_access(edition.release, digest=digest, accepted_at=NOW)

    assert "COMING minister" in client.get("/en/embargo/token/").content.decode()
