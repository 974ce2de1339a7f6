"""The public pages: what they hold, what they cost, what they tell machines."""

from datetime import date

import extruct
import feedparser
import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from lxml import etree

from releases.public.pages.home import FEW
from releases.public.views import server_error
from tests.builders import (
    instant,
    load_first_release,
    make_appointment,
    make_edition,
    make_full_identity,
    make_meeting,
    make_person,
    make_quote,
    make_topic,
)
from tests.pages import Part, page_of, valid_page_of

pytestmark = pytest.mark.django_db

RELEASE = (
    "/en/releases/2021/03/30/"
    "sophie-wilmes-chairs-the-ministerial-meeting-of-the-international-coalition/"
)
QUOTE = "/en/quotes/w7m3kd9xqe/"
MEETING = "/en/meetings/ministerial-meeting-of-the-international-coalition-against-daesh/"
PAGES = [
    "/en/",
    "/en/releases/",
    RELEASE,
    RELEASE.replace("/en/", "/fr/"),
    "/en/quotes/",
    QUOTE,
    "/nl/quotes/w7m3kd9xqe/",
    "/en/meetings/",
    MEETING,
    "/en/people/",
    "/en/people/sophie-wilmes/",
    "/en/people/antony-blinken/",
    "/en/topics/",
    "/en/topics/iraq/",
    "/en/organisations/belgium/",
    "/de/accessibility/",
    "/en/legal-notice/",
    "/fr/privacy/",
]


@pytest.fixture
def first_release(db):
    load_first_release()
    make_full_identity()


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_valid_html_without_cookie_and_varies_on_nothing(client, first_release, address):
    response = client.get(address)

    assert response.status_code == 200
    valid_page_of(response)
    assert not response.cookies
    assert "Vary" not in response
    policy = response["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "nonce" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("address", [*PAGES, "/en/feeds/releases.atom"])
def test_a_page_costs_eight_queries_at_most_and_304_before_rendering(
    client, first_release, address, django_assert_max_num_queries
):
    client.get("/fr/meetings/")  # who publishes here is read once, for all pages
    with django_assert_max_num_queries(8):
        response = client.get(address)
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert again["ETag"] == response["ETag"], "caches keep the name of what they have"
    assert "Content-Length" not in again, "it would be taken for the length of the page"
    assert not again.templates


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/en/", "/en/releases/", "/en/quotes/", "/en/meetings/"])
def test_a_list_costs_the_same_for_one_and_for_thirty(client, address):
    def one_more():
        meeting = make_meeting(starts_on=date(2021, 3, 30))
        edition = make_edition(body="<p>“We will act.”</p>", meetings=[meeting])
        make_quote(edition, appointment=make_appointment())

    for _ in range(FEW):
        one_more()
    with CaptureQueriesContext(connection) as counted:
        client.get(address)
    for _ in range(29):
        one_more()
    with CaptureQueriesContext(connection) as again:
        client.get(address)
    assert len(again) == len(counted)


def test_the_release_shows_its_parts(client, first_release):
    page = text(client.get(RELEASE))

    for words in (
        "Sophie Wilmès chairs the ministerial meeting of the International Coalition against Daesh",
        "30 March 2021",
        (
            '<a href="https://theglobalcoalition.org/en/foreign-ministers-global-coalition-small-group/">'
            "joint communiqué</a>"
        ),
        "Virtual, in restricted format",
        "32 States and international organizations",
        "co-chair",
        "United States Secretary of State",
        "since 1 October 2020",
        "http://testserver/2021/0001",
    ):
        assert words in page
    assert page.count('id="quote-w7m3kd9xqe"') == 1
    assert f'href="{QUOTE}"' in page


def test_no_hour_is_shown_that_is_not_known(client, first_release):
    """The first release stands at noon, as somebody had to say when."""
    assert "12:00" not in page_of(client.get(RELEASE)).words


def test_a_text_in_another_language_is_marked_and_says_so(client, first_release):
    page = text(client.get(RELEASE.replace("/en/", "/de/")))

    assert '<html lang="de">' in page
    assert '<h1 lang="en">' in page
    assert '<div class="text" lang="en">' in page
    assert '<link rel="canonical" href="http://testserver/en/' in page


def test_the_address_of_another_language_leads_to_the_readers_own(client):
    english = make_edition(title="Council meets")
    make_edition(english.release, language="fr", title="Le Conseil se réunit")

    response = client.get(english.get_absolute_url().replace("/en/", "/fr/"))

    assert response.status_code == 302
    assert response["Location"].endswith("/le-conseil-se-reunit/")


def test_the_permanent_address_leads_to_the_readers_language(client, first_release):
    response = client.get("/2021/0001", headers={"Accept-Language": "fr"})

    assert response["Location"] == RELEASE.replace("/en/", "/fr/")


def test_the_quote_page_says_then_and_now(client, first_release):
    page = text(client.get(QUOTE))

    assert "Deputy Prime Minister and Minister of Foreign Affairs of Belgium" in page
    assert "since 1 October 2020" in page
    assert "None on record" in page
    assert "We must remain cautious: Daesh has not been defeated." in page


# A quote in several parts

LONG = "And we will go on, day by day, whatever it costs, until the very last of us is home again."
PARTS = f"We must act,\r\n\r\n{LONG}\r\n\r\nNever doubt it."
ONE_LINE = f"We must act, […] {LONG} […] Never doubt it."


@pytest.fixture
def broken():
    body = f"<p>“We must act,” she said.</p><p>“{LONG}</p><p>“Never doubt it.” So she spoke.</p>"
    return make_quote(make_edition(body=body), PARTS, speaker=make_person("Ada Byron"))


def test_every_part_is_marked_in_the_text_with_one_anchor_and_one_link(client, broken):
    address = broken.get_absolute_url()

    page = valid_page_of(client.get(broken.edition.get_absolute_url()))

    parts = page.all("q", "blockquote")
    assert [part.element.attrib for part in parts] == [
        {"class": "said", "id": f"quote-{broken.key}", "cite": address},
        {"cite": address},
        {"class": "said", "cite": address},
    ]
    assert [part.words for part in parts] == ["“We must act,”", f"“{LONG}", "“Never doubt it.”"]
    assert parts[2].element.tail == " So she spoke."
    assert page.one("main").one("figure").one("b").words == "Ada Byron"


def test_a_last_part_that_is_set_apart_is_a_figure_with_its_speaker_office_and_page(client):
    body = f"<p>“We must act,” she said. “{LONG}”</p><p>So it ended.</p>"
    office = make_appointment(make_person("Ada Byron"))
    quote = make_quote(make_edition(body=body), f"We must act,\n\n{LONG}", appointment=office)

    text = page_of(client.get(quote.edition.get_absolute_url())).one("div", class_="text")

    before, figure, after = (Part(element) for element in text.element)
    assert (before.words, after.words) == ("“We must act,” she said.", "So it ended.")
    assert figure.one("blockquote").words == f"“{LONG}”"
    said = figure.one("figcaption").words
    assert said.startswith("Ada Byron Minister of Works since 1 January 2000")
    assert figure.all("a", href=quote.get_absolute_url())


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<blockquote><p>“{LONG}</p><p>“Never doubt it.”</p></blockquote>", "figure"),
        (f"<p>She said:</p><p>“{LONG}</p><p>“Never doubt it.”</p>", "figure"),
        (f"<ul><li><p>“{LONG}</p></li></ul><p>“Never doubt it.”</p>", "q"),
        (f"<p><strong>Ada: “{LONG}</strong></p><p>“Never doubt it.”</p>", "q"),
        (f"<blockquote><p>So: “{LONG}</p><p>“Never doubt it.”</p></blockquote>", "q"),
    ],
)
def test_a_quote_is_a_figure_only_where_it_stands_by_itself(client, body, shown):
    """Set apart in a list, in bold or among other words it stays where it is, and is named."""
    quote = make_quote(make_edition(body=body), f"{LONG}\n\nNever doubt it.")

    page = valid_page_of(client.get(quote.edition.get_absolute_url()))

    assert page.one(id=f"quote-{quote.key}").element.tag == shown
    assert len(page.one("article").all("figure")) == (shown == "figure")
    assert bool(page.all("h2", words="Who speaks")) == (shown == "q")
    assert page.one("article").words.count(LONG) == 1


def test_quotes_in_parts_may_take_turns_and_one_that_overlaps_is_left_out(client):
    edition = make_edition(body="<p>“Yes,” A said. “No,” B said. “But why?” A asked.</p>")
    one = make_quote(edition, "Yes,\n\nBut why?", position=1)
    two = make_quote(edition, "No,", position=2)
    make_quote(edition, "Yes,” A said", position=3)

    parts = page_of(client.get(edition.get_absolute_url())).all("q")

    assert [part.words for part in parts] == ["“Yes,”", "“No,”", "“But why?”"]
    ids = [part.get("id") for part in parts if part.get("id")]
    assert ids == [f"quote-{one.key}", f"quote-{two.key}"]


def test_the_page_of_a_quote_shows_its_parts_as_paragraphs_with_a_mark_between(client, broken):
    page = valid_page_of(client.get(broken.get_absolute_url()))

    shown = page.one("blockquote")
    assert [part.words for part in shown.all("p")] == [
        "“We must act,",
        "[…]",
        LONG,
        "[…]",
        "Never doubt it.”",
    ]
    assert page.one("meta", name="description").get("content") == ONE_LINE
    title = page.one("head").one("title").element.text
    assert title.startswith("Ada Byron: We must act, […] And we will go on,")
    [data] = page.data()
    assert data["text"] == ONE_LINE


@pytest.mark.parametrize("address", ["/en/", "/en/quotes/", "/en/people/ada-byron/"])
def test_a_list_shows_parts_in_one_line_with_a_mark_between(client, broken, address):
    page = page_of(client.get(address))
    [quoted] = [part for part in page.all("blockquote") if part.words == f"“{ONE_LINE}”"]
    assert len(quoted.all("p")) == 1


def test_a_release_shows_parts_in_one_line_to_machines_and_to_those_who_hear_it(client, broken):
    page = page_of(client.get(broken.edition.get_absolute_url()))

    assert page.all("span", class_="unseen", words=": We must act, […] And we will go …")
    [data] = page.data()
    assert data["hasPart"][0]["text"] == ONE_LINE


def test_words_as_spoken_may_have_parts_too(client):
    quote = make_quote(language="fr", original_words="Il faut agir,\n\nEt nous agirons.")

    for address in (quote.edition.get_absolute_url(), quote.get_absolute_url()):
        page = valid_page_of(client.get(address))
        said = [part.words for part in page.all("p")]
        first = said.index("As spoken: Il faut agir,")
        assert said[first + 1 : first + 3] == ["[…]", "Et nous agirons."]
        spoken = [part.words for part in page.all("q", lang="fr")]
        assert spoken == ["Il faut agir,", "Et nous agirons."]
    [data] = page.data()
    assert data["translationOfWork"]["text"] == "Il faut agir, […] Et nous agirons."


def test_a_quote_only_another_language_holds_keeps_its_address(client):
    english = make_edition(body="<p>“We will act.”</p>")
    quote = make_quote(english)
    make_edition(english.release, language="fr")

    assert client.get(f"/fr/quotes/{quote.key}/").status_code == 200


def test_lists_can_be_narrowed(client):
    topic, person = make_topic("Fisheries"), make_person("Ada Byron")
    named = make_edition(
        title="Fish",
        body="<p>“We will act.”</p>",
        topics=[topic],
        release__publish_at=instant(2019, 5, 1, 12),
        release__kind="statement",
    )
    make_quote(named, speaker=person)
    make_edition(title="Other", release__publish_at=instant(2020, 5, 1, 12))

    for narrowed in (
        "topic=fisheries",
        "person=ada-byron",
        "kind=statement",
        "from=2019&to=2019",
        "to=2019-05",
        "from=2019-05-01&to=2019-05-01",
    ):
        shown = client.get(f"/en/releases/?{narrowed}").context["listed"].items
        assert [entry.edition.title for entry in shown] == ["Fish"], narrowed


@pytest.mark.slow
def test_lists_are_paged_by_twelve(client):
    for _ in range(21):
        make_edition()

    first = client.get("/en/releases/")
    second = client.get(page_of(first).one("a", rel="next").get("href"))
    assert len(first.context["listed"].items) == 12
    assert len(second.context["listed"].items) == 9
    assert not page_of(second).all("a", rel="next")
    assert client.get("/en/releases/?after=1").status_code == 404


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (RELEASE, "NewsArticle"),
        (QUOTE, "Quotation"),
        (MEETING, "Event"),
        ("/en/people/sophie-wilmes/", "Person"),
    ],
)
def test_machines_read_what_people_read(client, first_release, address, kind):
    found = extruct.extract(text(client.get(address)), syntaxes=["json-ld", "opengraph"])

    [data] = found["json-ld"]
    assert data["@type"] == kind
    properties = dict(found["opengraph"][0]["properties"])
    assert properties["og:url"] == f"http://testserver{address}"
    if kind == "NewsArticle":
        assert data["datePublished"] == "2021-03-30"
        assert data["hasPart"][0]["creator"]["name"] == "Sophie Wilmès"
    if kind == "Event":
        assert {person["name"] for person in data["attendee"]} == {
            "Sophie Wilmès",
            "Antony Blinken",
        }


def test_json_ld_cannot_end_its_script(client):
    edition = make_edition(title="</script><script>alert(1)</script>")

    page = text(client.get(edition.get_absolute_url()))

    assert "<script>alert(1)" not in page
    [data] = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert data["headline"] == edition.title


def test_the_feed_is_read_by_a_feed_reader(client, first_release):
    make_edition(language="fr", title="Autre")

    feed = feedparser.parse(client.get("/en/feeds/releases.atom").content)

    assert not feed.bozo
    [entry] = feed.entries
    assert entry.title.startswith("Sophie Wilmès chairs")
    assert entry.link == f"http://testserver{RELEASE}"
    assert entry.id.startswith("urn:uuid:")
    assert "joint communiqué" in entry.content[0].value


@pytest.mark.slow
def test_the_sitemap_names_each_page_once_with_its_languages(client, first_release):
    index = etree.fromstring(client.get("/sitemap.xml").content)
    sections = [loc.text.removeprefix("http://testserver") for loc in index.iter("{*}loc")]
    found = []
    for section in sections:
        tree = etree.fromstring(client.get(section).getvalue())
        found += [loc.text.removeprefix("http://testserver") for loc in tree.iter("{*}loc")]
    assert len(found) == len(set(found))
    assert RELEASE in found
    assert QUOTE in found
    assert "/fr/people/sophie-wilmes/" in found
    assert RELEASE.replace("/en/", "/fr/") not in found
    for address in found:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    "address", ["/robots.txt", "/sitemap.xml", "/sitemap-releases-2021-03.xml"]
)
def test_what_has_no_language_varies_with_none(client, first_release, address):
    french = client.get(address, headers={"Accept-Language": "fr"})

    assert french.getvalue() == client.get(address).getvalue()
    assert "Vary" not in french


def test_what_leads_to_a_language_varies_with_the_readers(client, first_release):
    for address in ("/", "/2021/0001", "/nonsense"):
        assert client.get(address)["Vary"] == "Accept-Language"


def test_robots_are_shown_the_sitemap_and_not_the_desk(client):
    lines = text(client.get("/robots.txt")).splitlines()

    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nonsense", 404),
        ("/xx/", 404),
        ("/en/releases/?after=-", 404),
        ("/en/releases/?after=-1", 404),
        ("/en/releases/?after=a.b", 404),
        ("/en/releases/?after=zzzzzzzzzz", 404),
        ("/en/releases/?after=1&after=2", 400),
        ("/en/releases/?topic=%00", 400),
        ("/en/releases/?topic=never", 404),
        ("/en/releases/?kind=never", 404),
        ("/en/releases/?from=30-03-2021", 404),
        ("/en/releases/?from=2021-02-30", 404),
        ("/en/releases/?to=9999", 200),
        ("/en/releases/?from=0001", 404),
        ("/en/releases/2021/02/30/x/", 404),
        ("/en/releases/0000/01/01/x/", 404),
        ("/en/releases/9999/12/31/x/", 404),
        ("/en/releases/0001/01/01/x/", 404),
        ("/en/releases/2021/03/30/%00/", 404),
        ("/en/releases/2021/03/30/" + "x" * 4000 + "/", 404),
        ("/en/people/%E2%80%AE/", 404),
        ("/en/quotes/../../etc/passwd/", 404),
        ("/documents/99999999999999999999/x", 404),
        ("/documents/1/%00", 404),
        ("/2021/99999999", 404),
        ("/sitemap-releases-1900-01.xml", 404),
        ("/en/?utm_source=a&utm_source=b", 200),
    ],
)
def test_a_wrong_address_is_answered_with_a_page(client, address, status):
    response = client.get(address)

    assert response.status_code == status
    assert page_of(response).one("h1").words


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/en/",
        "/en/releases/",
        "/en/quotes/aaaaaaaaaa/",
        "/en/feeds/releases.atom",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-pages.xml",
        "/2031/0001",
    ],
)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_public_page_takes_nothing(address, method):
    response = Client(enforce_csrf_checks=True).generic(method.upper(), address)

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert response["Cache-Control"] == "private, no-store"


def test_an_error_of_ours_is_a_page():
    response = server_error(RequestFactory().get("/en/"))
    assert response.status_code == 500
    assert "<h1>" in text(response)
