"""What the public is told of a time in which nothing is published."""

from datetime import timedelta

import feedparser
import html5lib
import pytest
from django.core.exceptions import ValidationError

from releases.models import Freeze
from releases.review import emergency_stop
from tests.builders import approve, correct, instant, make_edition, make_staff, make_topic
from tests.pages import page_of

pytestmark = pytest.mark.django_db

BEFORE = instant(2031, 5, 1, 9)
BEGINS = instant(2031, 5, 5, 0)
DURING = instant(2031, 5, 6, 12)
ENDS = instant(2031, 5, 9, 18)
REASON = "Period of national mourning"
NOTICE = "Until 9 May 2031, 18:00 nothing new is published:"
PAGES = ["/en/", "/en/releases/"]


@pytest.fixture
def freeze(time_machine):
    time_machine.move_to(BEFORE, tick=False)
    return Freeze.objects.create(
        starts_at=BEGINS,
        ends_at=ENDS,
        public_reason={"en": REASON, "fr": "Deuil national"},
        internal_reason="The king, hush.",
    )


def text(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_freeze_is_told_from_its_beginning_to_its_end(client, freeze, time_machine, address):
    second = timedelta(seconds=1)
    for at, told in (
        (BEFORE, False),
        (BEGINS - second, False),
        (BEGINS, True),
        (ENDS - second, True),
        (ENDS, False),
    ):
        time_machine.move_to(at, tick=False)
        page = text(client, address)
        html5lib.HTMLParser(strict=True).parse(page)
        assert (NOTICE in page, REASON in page) == (told, told), at
        assert "hush" not in page


def test_the_reason_is_given_in_the_readers_language_or_marked(client, freeze, time_machine):
    time_machine.move_to(DURING, tick=False)

    assert "Deuil national" in text(client, "/fr/")
    assert f'<span lang="en">{REASON}</span>' in text(client, "/de/")


@pytest.mark.slow
@pytest.mark.parametrize("address", PAGES)
def test_the_etag_follows_the_freeze_and_nothing_the_press_office_keeps(
    client, freeze, time_machine, address
):
    def etag(at):
        time_machine.move_to(at, tick=False)
        return client.get(address)["ETag"]

    on = etag(DURING)
    assert on not in (etag(BEFORE), etag(ENDS))
    freeze.internal_reason = "Another"
    freeze.save()
    assert etag(DURING) == on
    freeze.public_reason = {"en": "Another"}
    freeze.save()
    assert etag(DURING) != on


def test_nothing_is_told_of_what_waits(client, freeze, time_machine):
    topic = make_topic("Zanzibar")
    make_edition(release__publish_at=DURING, title="Zanzibar", topics=[topic])
    time_machine.move_to(DURING + timedelta(days=1), tick=False)

    for address in [*PAGES, "/en/feeds/releases.atom"]:
        assert "Zanzibar" not in text(client, address)
    assert client.get(topic.get_absolute_url()).status_code == 404
    assert client.get("/en/releases/2031/05/06/zanzibar/").status_code == 404
    assert client.get("/2031/0001").status_code == 404


def test_a_correction_that_a_freeze_holds_is_not_told(client, freeze, time_machine):
    first = make_edition(release__publish_at=BEFORE)
    correct(first, at=DURING, title="Zanzibar", slug="zanzibar")
    time_machine.move_to(DURING + timedelta(hours=1), tick=False)

    assert [v.version for v in client.get(first.get_absolute_url()).context["versions"]] == [1]
    assert client.get("/en/releases/2031/05/01/zanzibar/").status_code == 404
    response = client.get(f"{first.get_absolute_url()}versions/2/")
    assert response["Location"] == first.get_absolute_url()
    assert "the current one" in text(client, f"{first.get_absolute_url()}versions/1/")


def test_an_emergency_stop_is_told_to_nobody(client, time_machine):
    time_machine.move_to(BEFORE, tick=False)
    before = [(text(client, a), client.get(a)["ETag"]) for a in PAGES]

    emergency_stop.stop(make_staff("Editor"), "Something leaked.")
    Freeze.objects.update(public_reason={"en": REASON})

    assert [(text(client, a), client.get(a)["ETag"]) for a in PAGES] == before


def test_a_freeze_gives_the_public_a_reason():
    with pytest.raises(ValidationError, match="Say to the public why"):
        Freeze.objects.create(starts_at=BEGINS, ends_at=ENDS, internal_reason="Hush.")


def test_what_a_freeze_held_says_when_it_was_public_and_for_when_it_had_been_planned(
    client, freeze, time_machine
):
    edition = approve(make_edition(draft=True), at=DURING)
    time_machine.move_to(ENDS + timedelta(hours=1), tick=False)

    page = page_of(client.get(edition.get_absolute_url()))

    assert (
        "Public since 9 May 2031, 18:00 (UTC+2); "
        "it had been planned for 6 May 2031, 12:00 (UTC+2)." in page.words
    )
    [data] = page.data()
    assert data["datePublished"] == "2031-05-09T16:00:00Z"
    assert data["publication"]["startDate"] == "2031-05-09T16:00:00Z"
    assert data["publication"]["previousStartDate"] == "2031-05-06T10:00:00Z"
    [entry] = feedparser.parse(client.get("/en/feeds/releases.atom").content).entries
    assert entry.published == entry.updated == "2031-05-09T16:00:00+00:00"
    assert "Public since 9 May 2031, 18:00" in entry.content[0].value


def test_what_was_not_held_says_nothing_of_a_plan(client, freeze):
    edition = make_edition(release__publish_at=BEFORE - timedelta(days=1))

    page = page_of(client.get(edition.get_absolute_url()))

    assert "planned" not in page.words
    [data] = page.data()
    assert data["datePublished"] == "2031-04-30"
    assert "publication" not in data
