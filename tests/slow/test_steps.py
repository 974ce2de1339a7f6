"""
The work of a page does not grow with the archive: counted in the steps of SQLite's own machine,
which no noise moves.
"""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection

from releases.desk.release_list import MOST
from releases.management.bulk import Item, Said, Text, load
from releases.models import Edition, Meeting, Quote
from releases.public import page_cache
from releases.public.pages.release_list import WALKED
from tests.builders import (
    instant,
    make_appointment,
    make_document,
    make_editor,
    make_organisation,
    make_topic,
)
from tests.slow.leaks import CLOSED, routes

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="counts the steps of SQLite"),
]

FEW, MANY = 200, 2000
BEGIN = instant(2024, 1, 1, 8)

UNKNOWN = {
    "/nonsense",
    "/en/nothing/here/",
    "/2026/99999",
    "/en/releases/2021/03/30/never/",
    "/en/releases/2021/03/30/never/versions/1/",
    "/en/quotes/never/",
    "/en/meetings/never/",
    "/en/people/never/",
    "/en/topics/never/",
    "/en/organisations/never/",
    f"/documents/{'0' * 64}/plan.pdf",
    "/en/releases/?topic=never",
    "/en/embargo/never/",
    "/sitemap-releases-1900-01.xml",
}


class Archive:
    """
    Releases one after the other, two hours apart: half of them name one topic and one person,
    each of the others one of a few. Every second one reports on a meeting.
    """

    def __init__(self, every=timedelta(hours=2)):
        self.every, body = every, make_organisation("Coalition")
        self.common = make_appointment(organisation=body), make_topic("Common")
        self.rare = [(make_appointment(organisation=body), make_topic()) for _ in range(20)]
        self.plan = make_document()

    def release(self, number):
        office, topic = self.rare[number % 20] if number % 2 else self.common
        at = BEGIN + number * self.every
        words = f"We act for the {number}th time."
        said = Said(words, office, f"k{number}")
        text = Text("en", f"Release {number}", f"<p>“{words}”</p>", at, quotes=[said])
        item = Item(at, [text], topics=[topic], documents=[self.plan])
        if number % 2 == 0:
            item.meeting = Meeting(names={"en": f"Talks {number}"}, starts_on=at.date())
            item.meeting.announced_at = at
            item.took_part = [office]
        return item

    def fill(self, wanted):
        for _there in load("steps", wanted, self.release):
            pass


def addresses(archive):
    """Every kind of page the public has, of what is in the middle of the archive."""
    office, topic = archive.common
    edition = Edition.objects.get(title=f"Release {FEW // 2}")
    meeting = Meeting.objects.get(names__en=f"Talks {FEW // 2}")
    quote = Quote.objects.get(edition=edition)
    own = (edition, quote, meeting, office.person, topic, office.organisation)
    found = {record.get_absolute_url() for record in own}
    found |= {edition.get_version_url(), edition.release.get_absolute_url()}
    month = f"{edition.release.day:%Y-%m}"
    found |= {f"/sitemap-{kind}-{month}.xml" for kind in ("releases", "quotes", "meetings")}
    found |= {"/en/", "/en/quotes/", "/en/meetings/", "/en/feeds/releases.atom", "/de/"}
    found |= {f"/en/releases/{asked}" for asked in ("", f"?topic={topic.slug}", "?from=2024")}
    found |= {f"/en/releases/?person={office.person.slug}", f"/en/releases/?meeting={meeting.slug}"}
    found |= {f"/en/meetings/?person={office.person.slug}"}
    found |= {"/sitemap.xml", "/sitemap-people.xml", "/robots.txt", "/healthz", "/"}
    return found | {"/en/accessibility/", "/en/releases/?kind=press_release"}


@contextmanager
def steps():
    """Count the steps of SQLite's virtual machine, as the one item of a list."""
    done = [0]

    def one_more():
        done[0] += 1

    connection.ensure_connection()
    connection.connection.set_progress_handler(one_more, 1)
    try:
        yield done
    finally:
        connection.connection.set_progress_handler(None, 0)


def cost(client, address):
    """How many steps an address takes whose page nobody has, for each row that a list has."""
    page_cache.ANSWERS.held.clear()
    with steps() as done:
        response = client.get(address)
        body = b"".join(response)
    assert response.status_code < 500, address
    listed = body.count(b"<loc>") if address.startswith("/sitemap") else 1
    return done[0] / max(1, listed)


def grown(client, found, before):
    """Name the addresses that take more than half as many steps again as before."""
    now = {address: cost(client, address) for address in found}
    return {
        address: (before[address], now[address])
        for address in found
        if now[address] > 1.5 * before[address] + 30
    }


def test_every_kind_of_page_is_measured():
    """A route that is new has to be among the addresses, or say here why it is not."""
    archive = Archive()
    archive.fill(FEW)
    asked = {address.partition("?")[0] for address in addresses(archive) | UNKNOWN}
    without = {"/.well-known/security.txt"}  # says what a setting does
    for route in routes():
        form = f"/{route.form}"
        foreign = re.match("/(fr|nl|de)/", form)
        if form.startswith(CLOSED) or form in without or foreign:
            continue
        begin = form.partition("%")[0]
        assert any(address.startswith(begin) for address in asked), form


def test_no_page_takes_more_steps_in_a_long_archive(client):
    archive = Archive()
    archive.fill(FEW)
    found = addresses(archive) | UNKNOWN
    before = {address: cost(client, address) for address in found}

    archive.fill(MANY)

    assert grown(client, found, before) == {}


def test_what_two_choices_have_in_common_takes_no_more_steps_in_a_long_archive(client):
    archive = Archive()
    archive.fill(2 * WALKED)  # so far all that name the common ones are looked through
    (office, topic), (_other_office, other) = archive.common, archive.rare[1]
    both = f"?person={office.person.slug}"
    found = {
        f"/en/releases/{both}&topic={topic.slug}",
        f"/en/releases/{both}&topic={other.slug}",
        f"/en/releases/{both}&kind=speech",
    }
    before = {address: cost(client, address) for address in found}

    archive.fill(8 * WALKED)

    assert grown(client, found, before) == {}


def test_the_map_takes_no_more_steps_for_each_month_of_a_long_archive(client):
    archive = Archive(every=timedelta(hours=12))
    archive.fill(FEW)
    before = {"/sitemap.xml": cost(client, "/sitemap.xml")}

    archive.fill(MANY)

    assert grown(client, before, before) == {}


def test_no_list_of_the_desk_takes_more_steps_in_a_long_archive(client):
    archive = Archive()
    client.force_login(make_editor())
    archive.fill(MOST)  # so far rows are counted
    edition = Edition.objects.get(title=f"Release {FEW // 2}")
    found = {
        "/admin/",
        f"/admin/releases/edition/{edition.pk}/change/",
        f"/admin/releases/pressrelease/{edition.release_id}/change/",
        *(f"/admin/releases/{name}/" for name in ("pressrelease", "edition", "meeting", "person")),
    }
    before = {address: cost(client, address) for address in found}

    archive.fill(2 * MANY)

    assert grown(client, found, before) == {}
