"""The line of the offices of a person, on which is marked when something was said."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.builders import (
    approve,
    instant,
    make_appointment,
    make_edition,
    make_editor,
    make_quote,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

SAID = "<p>The minister said: “We will act.”</p>"
NOW = instant(2031, 5, 6, 12)
BEGIN = date(2021, 5, 6)
LENGTH = NOW.date() - BEGIN


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def office():
    """One that Ada Byron has held for ten years."""
    return make_appointment(since=BEGIN)


def said(office, day, **values):
    at = instant(day.year, day.month, day.day, 9)
    edition = make_edition(release__publish_at=at, body=SAID, **values)
    return make_quote(edition, speaker=office.person, appointment=office)


def line(client, office, language="en"):
    page = page_of(client.get(f"/{language}/people/{office.person.slug}/"))
    return page.one("section", aria_labelledby="offices")


def marked(client, office, language="en"):
    """Where the line is marked, in hundredths of it."""
    marks = line(client, office, language).all(class_="count")
    return [float(mark.get("x1").rstrip("%")) for mark in marks]


@pytest.mark.parametrize("hundredths", [0, 25, 63, 100])
def test_a_quote_is_marked_where_its_day_is_on_the_line(client, office, hundredths):
    said(office, BEGIN + LENGTH * hundredths / 100)

    [mark] = marked(client, office)
    assert abs(mark - hundredths) <= 1


def test_many_quotes_of_a_time_are_one_mark_and_those_of_other_times_others(client, office):
    middle = BEGIN + LENGTH / 2
    for day in (middle, middle, middle + timedelta(days=1), BEGIN + timedelta(days=400)):
        said(office, day)

    assert len(marked(client, office)) == 2


def test_a_line_of_a_few_days_marks_each_of_them(client):
    today = timezone.localdate()
    office = make_appointment(since=today - timedelta(days=2))
    for days in (0, 1, 2):
        said(office, today - timedelta(days=days))

    assert len(marked(client, office)) == 3


def test_nothing_is_marked_where_nothing_was_said(client, office):
    said(make_appointment(since=BEGIN), BEGIN)
    talks = said(office, BEGIN)
    talks.edition.release.remove(make_editor(), "withdrawn", {"en": "It was a draft."})

    assert marked(client, office) == []
    assert "Quotes" not in line(client, office).words


def test_what_is_hidden_marks_nothing_and_moves_no_etag(client, office):
    said(office, BEGIN)
    address = office.person.get_absolute_url()
    before = client.get(address)
    hidden = make_quote(make_edition(draft=True, body=SAID), speaker=office.person)
    approve(hidden.edition, at=NOW + timedelta(days=1))

    after = client.get(address)
    assert (after.content, after.headers["ETag"]) == (before.content, before.headers["ETag"])


def test_what_was_said_before_the_first_office_on_record_is_not_on_its_line(client, office):
    said(office, BEGIN - timedelta(days=1))

    assert marked(client, office) == []


def test_a_text_in_two_languages_is_marked_for_readers_of_both_and_of_a_third(client, office):
    quote = said(office, BEGIN + LENGTH / 2, title="Ports agree")
    french = make_edition(quote.edition.release, language="fr", body="<p>« Agissons. »</p>")
    make_quote(french, "Agissons.", key=quote.key, speaker=office.person, appointment=office)

    for language in ("en", "fr", "nl"):
        assert len(marked(client, office, language)) == 1
