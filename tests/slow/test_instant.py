"""The instant of a request: all of an answer is of it, and no cache keeps it beyond its minute."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile

from tests.builders import (
    correct,
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_meeting,
    make_organisation,
    make_outcome,
    make_quote,
    make_topic,
)

pytestmark = pytest.mark.django_db

EMBARGO = instant(2031, 5, 6, 15, 0)
BEFORE = EMBARGO - timedelta(seconds=0.4)
AFTER = EMBARGO + timedelta(seconds=0.4)
HEADERS = "releases.public.middleware.headers"

clock = None  # what moves the clock of a test that is running


def late_view(get_response):
    """The instant passes once the request has begun: the view comes after it."""

    def middleware(request):
        clock.move_to(AFTER, tick=False)
        return get_response(request)

    return middleware


def late_answer(get_response):
    """The instant passes while the answer is on its way."""

    def middleware(request):
        response = get_response(request)
        clock.move_to(AFTER, tick=False)
        return response

    return middleware


@pytest.fixture(autouse=True)
def _clock(time_machine, monkeypatch):
    monkeypatch.setattr(f"{__name__}.clock", time_machine)
    time_machine.move_to(instant(2031, 5, 5, 9), tick=False)


@pytest.fixture
def addresses():
    """Of everything there is: what is public, what becomes so at EMBARGO, and what changes then."""
    said = "<p>The minister said: “We will act.”</p>"
    found = ["/en/", "/en/releases/", "/en/quotes/", "/en/meetings/", "/en/feeds/releases.atom"]
    found += ["/sitemap.xml", "/sitemap-people.xml", "/sitemap-releases-2031-05.xml"]
    found += ["/sitemap-quotes-2031-05.xml", "/en/nothing/here/"]
    for due in (instant(2031, 5, 4, 9), EMBARGO):
        organisation = make_organisation()
        office = make_appointment(organisation=organisation)
        meeting, topic = make_meeting(organiser=organisation), make_topic()
        plan = make_document(file=ContentFile(f"{due}".encode(), name="plan.pdf"))
        edition = make_edition(
            release__publish_at=due,
            body=said,
            topics=[topic],
            meetings=[meeting],
            documents=[plan],
        )
        quote = make_quote(edition, appointment=office, meeting=meeting)
        records = (edition, edition.release, quote, office.person, meeting, topic, organisation)
        found += [record.get_absolute_url() for record in (*records, plan)]
        found += [f"/en/releases/?topic={topic.slug}", f"/en/releases/?person={office.person.slug}"]
        found.append(edition.get_version_url())
    standing = make_edition(release__publish_at=instant(2031, 5, 3, 9))
    correct(standing, at=EMBARGO, body="<p>Other words.</p>")
    announced = make_meeting(announced_at=EMBARGO, starts_on=EMBARGO.date())
    make_outcome(announced, public_from=EMBARGO)
    return [*found, standing.get_absolute_url(), announced.get_absolute_url()]


def answers(client, addresses, settings, *middleware):
    """Status, headers and content by address, of requests that begin just before EMBARGO."""
    own = list(django_settings.MIDDLEWARE)
    place = own.index(HEADERS) + 1
    settings.MIDDLEWARE = own[:place] + [f"{__name__}.{name}" for name in middleware] + own[place:]
    client.handler._middleware_chain = None
    found = {}
    for address in addresses:
        clock.move_to(BEFORE, tick=False)
        response = client.get(address)
        content = b"".join(response)
        found[address] = (response.status_code, dict(response.headers), content)
    settings.MIDDLEWARE = own
    client.handler._middleware_chain = None
    return found


def seconds(headers):
    return int(re.fullmatch(r"public, max-age=(\d+)", headers["Cache-Control"])[1])


def test_an_answer_is_of_the_instant_its_request_began(client, addresses, settings):
    in_time = answers(client, addresses, settings)

    late = answers(client, addresses, settings, "late_view")

    for address in addresses:
        assert late[address] == in_time[address], address


@pytest.mark.parametrize("late", ["late_view", "late_answer"])
def test_no_cache_keeps_an_answer_that_the_instant_has_overtaken(client, addresses, settings, late):
    found = answers(client, addresses, settings, late)

    assert {address: seconds(headers) for address, (__, headers, __) in found.items()} == (
        dict.fromkeys(addresses, 0)
    )


def test_the_last_part_of_a_second_is_no_second_to_keep_an_answer(client, addresses, settings):
    found = answers(client, addresses, settings)

    assert not any(seconds(headers) for __, headers, __ in found.values())


def test_an_answer_of_after_the_instant_is_kept_to_the_end_of_its_minute(client, addresses):
    clock.move_to(AFTER, tick=False)

    for address in addresses:
        response = client.get(address)
        b"".join(response)
        assert response["Cache-Control"] == "public, max-age=59", address
        assert response.status_code != 404 or address == "/en/nothing/here/", address
