"""The map for search engines: it names every page, in parts that stay small."""

from datetime import date

import pytest
from lxml import etree

from releases.public import sitemaps
from tests.builders import (
    instant,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_topic,
)

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def addresses(client, address):
    tree = etree.fromstring(client.get(address).getvalue())
    return [loc.text.removeprefix(SITE) for loc in tree.findall("{*}*/{*}loc")]


def make_subjects(number):
    """A release of today with a meeting in each of as many years."""
    meetings = [
        make_meeting(starts_on=date(2021 - n, 3, 30), organiser=make_organisation())
        for n in range(number)
    ]
    edition = make_edition(meetings=meetings, topics=[make_topic() for _ in range(number)])
    for _ in range(number):
        make_quote(edition, speaker=make_person())


@pytest.mark.slow
def test_the_index_names_every_part_and_the_parts_every_page(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST", 8)
    make_subjects(5)

    sections = addresses(client, "/sitemap.xml")

    assert "/sitemap-people.xml?p=3" in sections
    assert "/sitemap-people.xml?p=4" not in sections
    found = [page for section in sections for page in addresses(client, section)]
    assert len(found) == len(set(found))
    for kind in ("people", "topics", "organisations", "meetings"):
        of_kind = [page for page in found if page.startswith(f"/fr/{kind}/")]
        assert len(of_kind) == 5 + (kind != "organisations")  # the list of all of the others
    assert all(len(addresses(client, section)) <= 8 for section in sections if "?p=" in section)


def test_no_section_is_empty(client):
    make_subjects(1)
    make_edition(meetings=[make_meeting(starts_on=date(2015, 3, 30))])
    make_meeting(starts_on=date(2018, 3, 30))
    make_edition(release__publish_at=instant(2012, 3, 30))

    sections = addresses(client, "/sitemap.xml")

    assert [s for s in sections if "meetings" in s] == [
        "/sitemap-meetings-2021-03.xml",
        "/sitemap-meetings-2015-03.xml",
    ]
    assert all(addresses(client, section) for section in sections)


ABSENT = [
    "pages.xml?p=2",
    "people.xml?p=2",
    "people.xml?p=0",
    "people.xml?p=x",
    "people-2021.xml",
    "releases.xml",
    "meetings-0000.xml",
    "meetings-9999.xml",
    "quotes-9999.xml",
    "subjects.xml",
]


@pytest.mark.parametrize("address", ABSENT)
def test_a_part_that_is_not_there_is_not_found(client, address):
    make_subjects(1)

    assert client.get(f"/sitemap-{address}").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-people.xml"])
def test_a_search_engine_that_has_it_already_is_told_so(client, address):
    make_subjects(1)
    tag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    make_edition(meetings=[make_meeting(starts_on=date(2015, 3, 30))])
    make_subjects(1)
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200
