"""The feed of releases, as a feed reader reads it."""

from datetime import date

import feedparser
import html5lib
import pytest
from django.core.files.base import ContentFile
from django.db import connection
from lxml import etree

from releases.text.languages import languages
from tests.builders import instant, make_document, make_edition, make_picture, make_recording

pytestmark = pytest.mark.django_db

FEED = "/en/feeds/releases.atom"
ATOM = "{http://www.w3.org/2005/Atom}"
SUMMARY = "Less than <5 % of R&D: <b>x</b>"


def entries(client):
    feed = feedparser.parse(client.get(FEED).content)
    assert not feed.bozo
    return feed.entries


def test_a_summary_is_text_and_not_markup(client):
    make_edition(summary=SUMMARY, title="R&D: <i>less</i>")

    tree = etree.fromstring(client.get(FEED).content)

    [summary] = tree.iter(f"{ATOM}summary")
    assert (summary.get("type", "text"), summary.text) == ("text", SUMMARY)
    [entry] = tree.iter(f"{ATOM}entry")
    title = entry.find(f"{ATOM}title")
    assert (title.get("type", "text"), title.text) == ("text", "R&D: <i>less</i>")


@pytest.mark.parametrize("character", ["\x0b", "\x02", "\x1f", "\ufffe", "\uffff"])
def test_no_character_that_was_stored_takes_the_feed_down(client, character):
    edition, other = make_edition(), make_edition(title="Other")
    stored = f"Ports{character} agree"
    body = f'<p>{stored} <a href="/a{character}b">x</a></p>'
    with connection.cursor() as cursor:  # past all that mends what is saved
        cursor.execute(
            "UPDATE releases_edition SET title = %s, lead = %s, body = %s WHERE id = %s",
            [stored, stored, body, edition.pk],
        )
        cursor.execute(
            "UPDATE releases_pressrelease SET kind = %s WHERE id = %s",
            [f"st{character}ump", edition.release_id],
        )

    found = {" ".join(entry.title.split()): entry for entry in entries(client)}

    assert found.keys() == {"Ports agree", other.title}
    entry = found["Ports agree"]
    assert entry.summary.split() == ["Ports", "agree"]
    assert entry.content[0].value.split()[:2] == ["<p>Ports", "agree"]
    assert "".join(entry.tags[0].term.split()) == "stump"


def test_links_in_the_text_lead_to_this_site_from_anywhere(client):
    body = (
        '<p><a href="/en/topics/a/?b=1&amp;c=2">a</a> <a href="#b">b</a> <a href="c/">c</a> '
        '<a href="https://example.org/d">d</a> <a href="mailto:e@example.org">e</a> '
        "says “href=”/f””</p>"
    )
    edition = make_edition(body=body)

    [entry] = etree.fromstring(client.get(FEED).content).iter(f"{ATOM}entry")

    content = entry.find(f"{ATOM}content").text
    own = f"http://testserver{edition.get_absolute_url()}"
    links = [
        a.get("href")
        for a in html5lib.parseFragment(content, namespaceHTMLElements=False).iter("a")
    ]
    assert links == [
        "http://testserver/en/topics/a/?b=1&c=2",
        f"{own}#b",
        f"{own}c/",
        "https://example.org/d",
        "mailto:e@example.org",
    ]
    assert "says “href=”/f””" in content


def test_a_reader_that_keeps_only_the_date_is_promised_nothing(client):
    make_edition()

    response = client.get(FEED)

    assert "Last-Modified" not in response
    assert client.get(FEED, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_a_page_names_the_feed_of_each_language(client):
    make_edition(release__publish_at=instant(2021, 3, 30))

    for address in ("/en/", "/fr/releases/"):
        links = html5lib.parse(client.get(address).content, namespaceHTMLElements=False)
        named = links.findall(".//link[@type='application/atom+xml']")
        assert [(link.get("title").partition(" (")[2], link.get("href")) for link in named] == [
            (f"{name})", f"/{code}/feeds/releases.atom") for code, name in languages()
        ]


# The files with a text


def enclosures(client):
    [entry] = entries(client)
    return [dict(link) for link in entry.links if link.rel == "enclosure"]


def test_an_entry_leads_to_the_files_with_its_text(client):
    lead, other = make_picture(), make_picture()
    plan = make_document(file=ContentFile(b"%PDF-1.7", "plan.pdf"))
    film = make_recording()
    link = make_recording(url="https://video.example.org/1", captions={})
    documents = [plan, make_document()]
    make_edition(pictures=[lead, other], documents=documents, recordings=[film, link])

    found = enclosures(client)

    assert [(one["type"], one.get("length")) for one in found] == [
        ("image/jpeg", None),
        ("application/pdf", "8"),
        ("video/webm", str(film.size)),
    ]
    addresses = [record.get_absolute_url() for record in (lead, plan, film)]
    assert [one["href"] for one in found] == [f"http://testserver{a}" for a in addresses]
    for address in addresses:
        assert client.get(address).status_code == 200


def test_an_entry_leads_to_no_file_whose_rights_have_ended_or_that_is_not_for_reuse(
    client, time_machine
):
    time_machine.move_to(instant(2031, 5, 6, 12), tick=False)
    lent = {"rights_until": date(2031, 5, 6)}
    pictures = [make_picture(rights="none"), make_picture(**lent), make_picture()]
    make_edition(pictures=pictures, recordings=[make_recording(**lent)])
    first = client.get(FEED)

    assert next(one["href"].split("/")[4] for one in enclosures(client)) == pictures[1].key
    time_machine.move_to(instant(2031, 5, 7), tick=False)
    [left] = enclosures(client)
    assert left["href"].split("/")[4] == pictures[2].key
    assert client.get(FEED, headers={"If-None-Match": first["ETag"]}).status_code == 200
