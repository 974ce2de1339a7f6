"""Lists, and what may be asked of a page in its address."""

from datetime import timedelta
from urllib.parse import urlsplit

import html5lib
import pytest

from releases.models import Person, prepared
from releases.models.showing import order_of
from releases.public import page_cache
from releases.public.pages import release_list
from releases.public.pagination import in_digits
from tests.builders import (
    TOMORROW,
    approve,
    instant,
    make_appointment,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_topic,
    print_again,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
SAID = "<p>The minister said: “We will act.”</p>"
QUESTIONS = [
    "q",
    "person",
    "topic",
    "organisation",
    "meeting",
    "kind",
    "from",
    "to",
    "after",
    "page",
    "p",
    "language",
]
TAKEN = {
    "/en/releases/": {"person", "topic", "meeting", "kind", "from", "to", "after"},
    "/en/quotes/": {"after"},
    "/en/meetings/": {"person", "organisation", "after"},
    "/en/people/ada-byron/": {"after"},
    "/en/topics/fisheries/": {"after"},
    "/sitemap-pages.xml": {"p"},
}


def text(response):
    return response.content.decode()


def tree(response):
    return html5lib.parse(text(response), namespaceHTMLElements=False)


def title(response):
    return tree(response).find(".//title").text


def head(response):
    """Canonical address, og:url, og:title, and the address of each language."""
    links = tree(response).findall(".//link")
    metas = {meta.get("property"): meta.get("content") for meta in tree(response).iter("meta")}
    [canonical] = [link.get("href") for link in links if link.get("rel") == "canonical"]
    languages = {
        link.get("hreflang"): link.get("href")
        for link in links
        if link.get("rel") == "alternate" and link.get("type") is None
    }
    return canonical, metas["og:url"], metas["og:title"], languages


@pytest.fixture
def archive():
    """A release of May 2019 on fisheries, in which Ada Byron speaks at a council; its pages."""
    office = make_appointment(make_person("Ada Byron"), organisation=make_organisation("Works"))
    council = make_meeting("Council", organiser=office.organisation)
    edition = make_edition(
        title="Fish",
        body=SAID,
        topics=[make_topic("Fisheries")],
        meetings=[council],
        release__publish_at=instant(2019, 5, 1, 12),
        release__kind="statement",
    )
    quote = make_quote(edition, appointment=office)
    records = [edition, edition.release, quote, office.person, council, office.organisation]
    pages = ["/", "/en/", "/en/feeds/releases.atom", "/robots.txt"]
    pages += ["/sitemap.xml", edition.get_version_url()]
    return [*TAKEN, *pages, *(record.get_absolute_url() for record in records)]


# What is asked


@pytest.mark.slow
def test_a_page_refuses_what_it_cannot_be_asked(client, archive):
    for address in archive:
        for name in QUESTIONS:
            status = client.get(address, {name: "x"}).status_code
            known = name in TAKEN.get(address, ())
            assert status in ((200, 404) if known else (400,)), (address, name)


def test_the_refusal_says_what_was_not_understood(client, archive):
    response = client.get("/en/quotes/?topic=%3Cb%3Efisheries")

    assert response.status_code == 400
    assert "This page cannot be narrowed by “topic”." in text(response)
    assert "“&lt;b&gt;”" in text(client.get("/en/?%3Cb%3E=1"))
    assert "x" * 100 not in text(client.get("/en/?" + "x" * 200))


@pytest.mark.slow
def test_what_other_sites_add_is_ignored_and_left_out_of_every_address(client, archive):
    added = "utm_source=mail&utm_source=web&fbclid=a&gclid=b&mc_cid=c&mc_eid=d&msclkid=e&_ga=f"
    make_edition(release__publish_at=instant(2020, 5, 1, 12))
    for address in archive:
        plain = client.get(address)
        response = client.get(f"{address}?{added}")
        assert response.status_code == plain.status_code, address
        assert b"".join(response) == b"".join(plain), address

    page = text(client.get(f"/en/releases/?from=2019&to=2019&{added}"))
    assert "fbclid" not in page
    assert "utm_" not in page


def test_what_is_asked_twice_is_refused_and_what_is_empty_is_not_asked(client, archive):
    assert client.get("/en/releases/?kind=statement&kind=statement").status_code == 400
    assert client.get("/en/releases/?kind=").content == client.get("/en/releases/").content


# How a list is called


# Of the second release of 1 May 2024: pages go on from where the one before ended.
PLACE = in_digits(order_of(instant(2024, 5, 1, 12, 1)))

CALLED = {
    "": "Releases",
    f"?after={PLACE}": "Releases – up to 1 May 2024",
    "?from=2024&to=2024": "Releases of 2024",
    f"?from=2024&to=2024&after={PLACE}": "Releases of 2024 – up to 1 May 2024",
    "?from=2024-05&to=2024-05": "Releases of May 2024",
    "?from=2024-05-01&to=2024-05-01": "Releases of 1 May 2024",
    "?from=2019": "Releases – from 2019",
    "?to=2024-05-01": "Releases – until 1 May 2024",
    "?from=2019&to=2024-05": "Releases – from 2019 – until May 2024",
    "?kind=statement": "Releases – Statement",
}


@pytest.mark.slow
def test_each_page_of_a_list_has_its_own_name_and_address(client):
    for number in range(41):
        make_edition(release__publish_at=instant(2024, 5, 1, 12, number))
    make_edition(release__kind="statement", release__publish_at=instant(2019, 5, 1, 12))

    for asked, called in CALLED.items():
        expect_called(client.get(f"/en/releases/{asked}"), asked, called)


def expect_called(response, asked, called):
    own = "http://testserver/en/releases/" + asked
    assert title(response) == f"{called} – Newsroom"
    canonical, url, shared, languages = head(response)
    assert (canonical, url, shared) == (own, own, called)
    assert languages == {
        code: own.replace("/en/", f"/{code}/") for code in ("en", "fr", "nl", "de")
    }
    offered = [a.get("href") for a in tree(response).findall(".//nav[@class='languages']//a")]
    assert offered == [
        own.removeprefix("http://testserver").replace("/en/", f"/{code}/")
        for code in ("fr", "nl", "de")
    ]


@pytest.mark.slow
def test_other_lists_are_called_by_their_page_too(client):
    speaker, topic = make_person("Ada Byron"), make_topic("Fisheries")
    for _ in range(21):
        make_quote(make_edition(body=SAID, topics=[topic]), speaker=speaker)
        make_meeting(announced_at=instant(2021, 3, 1))

    for address, called in (
        ("/en/quotes/", "Quotes"),
        ("/en/meetings/", "Meetings"),
        ("/en/people/ada-byron/", "Ada Byron"),
        ("/en/topics/fisheries/", "Fisheries"),
    ):
        older = page_of(client.get(address)).one("a", rel="next").get("href")
        response = client.get(older)
        assert title(response).startswith(f"{called} – up to ")
        assert head(response)[0] == f"http://testserver{older}"
        assert f"{head(response)[2]} – Newsroom" == title(response)


# What is offered


def offered(response):
    """The links of the list that ask something of it, by their words."""
    links = tree(response).find(".//main").iter("a")
    return {
        " ".join("".join(a.itertext()).replace("×", "").split()): a.get("href")
        for a in links
        if urlsplit(a.get("href")).path == "/en/releases/"
    }


@pytest.mark.slow
def test_no_choice_leads_to_nothing(client, archive):
    make_edition(release__publish_at=instant(2022, 5, 1, 12))
    make_edition(release__publish_at=instant(2022, 6, 1, 12), release__kind="speech")
    make_edition(release__publish_at=instant(2041, 5, 1, 12), release__kind="media_advisory")
    gone = make_edition(release__publish_at=instant(2016, 5, 1, 12), release__kind="media_advisory")
    type(gone.release).objects.filter(pk=gone.release.pk).update(
        removal="in_error", removed_at=instant(2016, 6, 1)
    )
    gone.release.refresh_from_db()
    print_again(gone.release)
    seen, waiting = set(), ["/en/releases/", "/en/releases/?topic=fisheries"]
    waiting += ["/en/releases/?person=ada-byron", "/en/releases/?meeting=council"]

    while waiting:
        address = waiting.pop()
        if address not in seen:
            seen.add(address)
            response = client.get(address)
            assert page_of(response).all("li", class_="entry"), address
            waiting += offered(response).values()

    first = offered(client.get("/en/releases/"))
    assert first.keys() == {"2022", "2019", "Press release", "Speech", "Statement"}
    assert offered(client.get("/en/releases/?kind=speech")).keys() == {
        "2022", "Press release", "Speech", "Statement", "Remove: Speech", "Show all",
    }  # fmt: skip


def test_each_choice_is_shown_and_can_be_taken_away_by_itself(client, archive):
    asked = "topic=fisheries&person=ada-byron&meeting=council&kind=statement"
    links = offered(client.get(f"/en/releases/?{asked}&from=2019&to=2019-05"))

    whole = f"{asked}&from=2019&to=2019-05"
    for label, without in (
        ("Fisheries", "topic=fisheries&"),
        ("Ada Byron", "person=ada-byron&"),
        ("Council", "meeting=council&"),
        ("Statement", "kind=statement&"),
        ("from 2019", "from=2019&"),
        ("until May 2019", "&to=2019-05"),
    ):
        assert links[f"Remove: {label}"] == f"/en/releases/?{whole.replace(without, '')}"
    assert links["Show all"] == "/en/releases/"
    of_year = offered(client.get("/en/releases/?from=2019&to=2019"))
    assert of_year["Remove: 2019"] == "/en/releases/"


@pytest.fixture
def looked_through(monkeypatch):
    """Let three texts that name a record be looked through for a page."""
    monkeypatch.setattr(release_list, "WALKED", 3)
    monkeypatch.setattr(prepared, "MADE", {})


def pages_of(client, address):
    """The titles of each page of a list, and what it says of what it did not look through."""
    while address:
        page = page_of(client.get(address))
        said = page.all("p", words=None)
        notes = [p.words for p in said if "looked through" in p.words]
        yield [entry.words for entry in page.all("h3") if "Release" in entry.words], notes
        older = page.all("a", rel="next")
        address = older[0].get("href") if older else None


@pytest.mark.parametrize("asked", ["person=ada&topic=ports", "kind=speech&topic=works"])
def test_what_two_choices_have_in_common_is_found_though_a_page_looks_through_few(
    client, looked_through, asked
):
    office = make_appointment(make_person("Ada", slug="ada"))
    ports, works = make_topic(slug="ports"), make_topic(slug="works")
    for day in range(1, 9):
        matches = day in (1, 5)
        edition = make_edition(
            title=f"Release {day}",
            body=SAID,
            topics=[ports, works] if matches else [works],
            release__publish_at=instant(2019, 5, day, 12),
            release__kind="speech" if matches else "statement",
        )
        make_quote(edition, appointment=office)

    found = list(pages_of(client, f"/en/releases/?{asked}"))
    older = "Releases were looked through back to {} May 2019: older ones may match too."
    assert found == [
        ([], [older.format(6)]),
        (["Release 5"], [older.format(3)]),
        (["Release 1"], []),
    ]

    in_time = list(pages_of(client, f"/en/releases/?{asked}&from=2019-05-02&to=2019-05-05"))
    assert in_time == [(["Release 5"], [older.format(3)]), ([], [])]
    assert client.get(f"/en/releases/?{asked}&after=1").status_code == 404


def test_how_far_a_page_looks_back_tells_nothing_of_what_is_hidden(client, looked_through):
    office, ports = make_appointment(make_person("Ada", slug="ada")), make_topic(slug="ports")
    for day in range(1, 9):
        due = instant(2019, 5, day, 12)
        make_quote(make_edition(body=SAID, release__publish_at=due), appointment=office)
    make_edition(topics=[ports])
    address = "/en/releases/?person=ada&topic=ports"
    before = client.get(address)
    assert "looked through back to 6 May 2019" in page_of(before).words

    hidden = make_edition(draft=True, body=SAID)
    make_quote(hidden, appointment=office)
    approve(hidden, at=TOMORROW)
    page_cache.ANSWERS.held.clear()

    assert client.get(address).content == before.content


# Lists for those who hear them


def test_lists_are_lists_to_those_who_hear_them(client, archive):
    for address, class_ in (
        ("/en/", "agenda"),
        ("/en/releases/", None),
        ("/en/quotes/", "said"),
        ("/en/topics/fisheries/", None),
        ("/en/meetings/", "line"),
        ("/en/organisations/works/", "line dated"),
    ):
        listed = tree(client.get(address)).findall(".//main//ol")
        items = [item for one in listed if one.get("class") == class_ for item in one.findall("li")]
        assert len(items) == 1, address
        assert all(item.find(".//a") is not None for item in items)


def test_a_list_says_who_speaks_in_a_release_as_it_was_printed(client, archive):
    speaker = Person.objects.get(slug="ada-byron")
    speaker.name = "Ada Lovelace"
    speaker.save()

    for address in ("/en/releases/", "/en/topics/fisheries/"):
        entry = page_of(client.get(address)).one("li", class_="entry")
        assert entry.one("div", class_="who").words == "Statement Ada Byron"


def test_each_quote_of_the_list_has_a_heading(client, archive):
    page = tree(client.get("/en/quotes/"))

    headings = ["".join(h.itertext()).split() for h in page.findall(".//main//h3")]
    assert [" ".join(words) for words in headings] == ["Ada Byron, 1 May 2019"]


def test_all_of_a_list_stands_in_a_landmark_with_a_name(client):
    make_edition()

    page = tree(client.get("/en/releases/"))

    skip = page.find(".//body/a[@class='skip']")
    assert skip.get("href") == f"#{page.find('.//main').get('id')}"
    named = [part.get("aria-label") for part in page.iter("section") if part.get("aria-label")]
    assert named == ["Narrow the list"]


def test_a_release_keeps_its_place_among_those_of_its_minute_in_each_list():
    first = make_edition(release__publish_at=instant(2021, 3, 1, 12, 1))
    late = instant(2021, 3, 2, 12, 0)
    make_edition(first.release, language="fr", visible_from=late)

    english, french = (first.release.showings.get(reader=r, own=True) for r in ("en", "fr"))

    assert english.newest == english.order == french.order
    minutes = 24 * 60 - 1
    assert french.newest - french.order == order_of(late) - order_of(late - minutes * MINUTE)


def test_a_late_language_is_new_to_its_own_readers_alone(client):
    first = make_edition(title="Council meets", release__publish_at=instant(2021, 3, 1))
    second = make_edition(title="Ports open", release__publish_at=instant(2021, 3, 2))
    make_edition(second.release, language="fr", title="Les ports ouvrent")
    late = instant(2021, 3, 3)
    make_edition(first.release, language="fr", title="Le Conseil", visible_from=late)

    for address in ("/en/", "/en/releases/", "/de/releases/"):
        page = text(client.get(address))
        assert 0 < page.index("Ports open") < page.index("Council meets"), address
    for address in ("/fr/", "/fr/releases/"):
        page = text(client.get(address))
        assert 0 < page.index("Le Conseil") < page.index("Les ports ouvrent"), address


def test_a_late_language_is_no_news_to_those_who_read_it_for_want_of_their_own(client):
    first = make_edition(language="fr", title="Le Conseil", release__publish_at=instant(2021, 3, 1))
    make_edition(title="Ports open", release__publish_at=instant(2021, 3, 2))
    make_edition(first.release, title="Council meets", visible_from=instant(2021, 3, 3))

    english, dutch = (text(client.get(f"/{code}/releases/")) for code in ("en", "nl"))

    assert 0 < english.index("Council meets") < english.index("Ports open")
    assert 0 < dutch.index("Ports open") < dutch.index("Council meets")
