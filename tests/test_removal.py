"""What the public sees of a release that was removed, on every surface."""

import feedparser
import pytest
from django.db import transaction

from releases.models import PressRelease
from tests.builders import (
    correct,
    instant,
    make_appointment,
    make_edition,
    make_meeting,
    make_quote,
    make_staff,
    make_topic,
)
from tests.pages import page_of, valid_page_of

pytestmark = pytest.mark.django_db

OUT = instant(2031, 5, 3, 10)
REMOVED = instant(2031, 5, 6, 15)
BACK = instant(2031, 5, 8, 9)
AFTER = instant(2031, 5, 20, 9)
SECRET = "Zanzibar"
WHY = {"en": "It was sent by mistake.", "fr": "Envoyé par erreur."}
COPY = "https://archive.example.org/2031/1"


@pytest.fixture
def edition(time_machine):
    """A release with a quote, a meeting and a topic, in two versions; the clock stands after it."""
    time_machine.move_to(OUT, tick=False)
    first = make_edition(
        title=f"{SECRET} meets",
        body=f"<p>“We will act in {SECRET}.”</p>",
        topics=[make_topic("Islands")],
        meetings=[make_meeting("Summit")],
        release__publish_at=OUT,
    )
    make_quote(first, f"We will act in {SECRET}.", appointment=make_appointment())
    second = correct(first, summary="In short.", change_note="A summary.")
    make_edition(
        first.release,
        language="fr",
        title="Rencontre",
    )
    time_machine.move_to(REMOVED, tick=False)
    return second


@pytest.fixture
def other():
    """Another release, out for long, in English and French."""
    other = make_edition(title="Council meets", release__publish_at=instant(2031, 1, 5, 12))
    make_edition(other.release, language="fr", title="Le Conseil se réunit")
    return other


def remove(edition, kind, **values):
    release = PressRelease.objects.get(pk=edition.release_id)
    release.remove(make_staff("Editor"), kind, values.pop("note", WHY), **values)
    return release


def addresses(edition):
    """Where the release itself can be asked for."""
    page = edition.get_absolute_url()
    return [page, f"{page}versions/1/", f"{page}versions/2/", f"{page}versions/9/", "/2031/0001"]


def lists():
    return [
        "/en/",
        "/fr/",
        "/en/releases/",
        "/en/releases/?topic=islands",
        "/en/releases/?meeting=summit",
        "/en/quotes/",
        "/en/feeds/releases.atom",
        "/sitemap-releases-2031-05.xml",
        "/sitemap-quotes-2031-05.xml",
    ]


def text(response):
    return response.getvalue().decode()


@pytest.mark.slow
def test_a_removed_release_is_in_no_list(client, edition, other):
    quote = edition.quotes.get()
    for address in lists():
        page = text(client.get(address))
        assert SECRET in page or "rencontre" in page or quote.key in page, address

    leads = {"consolidated": {"moved_to": other.release}, "archived": {"url": COPY}}
    for kind in PressRelease.Removal.values:
        with transaction.atomic():
            remove(edition, kind, **leads.get(kind, {}))
            expect_in_no_list(client, quote, kind)
            transaction.set_rollback(True)


def expect_in_no_list(client, quote, kind):
    for address in lists():
        response = client.get(address)
        # A part of the sitemap that has nothing left is not there.
        if not address.startswith("/sitemap-") and (kind == "withdrawn" or "?" not in address):
            assert response.status_code == 200, (kind, address)
        page = text(response)
        assert SECRET.lower() not in page.lower(), (kind, address)
        assert "rencontre" not in page.lower(), (kind, address)
        assert quote.key not in page, (kind, address)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "note"), [("consolidated", None), ("in_error", WHY)], ids=["consolidated", "in_error"]
)
def test_what_has_another_place_leads_there_in_one_hop_in_the_readers_language(
    client, edition, other, kind, note
):
    remove(edition, kind, note=note, moved_to=other.release)

    for address in addresses(edition):
        response = client.get(address)
        assert response.status_code == 301, address
        assert response["Location"] == other.get_absolute_url(), address
        french = client.get(address.replace("/en/", "/fr/"), headers={"Accept-Language": "fr"})
        assert french["Location"] == "/fr/releases/2031/01/05/le-conseil-se-reunit/", address


def test_a_chain_of_releases_is_one_hop(client, edition, other):
    last = make_edition(title="Last")
    remove(edition, "consolidated", note=None, moved_to=other.release)
    remove(other, "consolidated", note=None, moved_to=last.release)

    assert client.get(edition.get_absolute_url())["Location"] == last.get_absolute_url()


def test_what_moved_to_another_site_leads_there(client, edition):
    remove(edition, "consolidated", note=None, url="https://example.org/page")

    for address in addresses(edition):
        assert client.get(address)["Location"] == "https://example.org/page"


def test_what_leads_to_a_release_that_was_removed_ends_at_its_explanation(client, edition, other):
    remove(edition, "consolidated", note=None, moved_to=other.release)
    remove(other, "in_error")

    response = client.get(edition.get_absolute_url(), follow=True)

    assert response.redirect_chain == [("/2031/0002", 301)]
    assert response.status_code == 410


def test_what_was_published_in_error_is_gone_with_an_explanation(
    client, edition, django_assert_max_num_queries
):
    remove(edition, "in_error")

    for address in addresses(edition):
        with django_assert_max_num_queries(5):
            response = client.get(address)
        assert response.status_code == 410, address
        page = valid_page_of(response)
        assert "Release 2031/0001 of 3 May 2031 was here." in page.words
        assert "It had been published in error, and was removed on 6 May 2031." in page.words
        assert "It was sent by mistake." in page.words
        assert f"{SECRET} meets" not in text(response)
        assert response["X-Robots-Tag"] == "noindex"
        assert page.one("meta", name="robots").get("content") == "noindex"
    french = client.get(edition.get_absolute_url().replace("/en/", "/fr/"))
    assert french.status_code == 410
    assert "Envoyé par erreur." in page_of(french).words


def test_the_reference_of_a_gone_release_tells_no_title_by_its_links(client, edition):
    remove(edition, "in_error")

    response = client.get("/2031/0001")

    assert SECRET.lower() not in text(response).lower()
    languages = page_of(response).one("nav", class_="languages")
    assert languages.one("a", lang="fr", hreflang="fr").get("href") == "/fr/"


def test_an_explanation_in_another_language_is_marked(client, edition):
    remove(edition, "in_error", note={"fr": "Envoyé par erreur."})

    page = page_of(client.get(edition.get_absolute_url()))

    assert page.one("span", words="Envoyé par erreur.").get("lang") == "fr"


def test_what_was_archived_is_gone_and_names_its_copy(client, edition):
    remove(edition, "archived", url=COPY)

    response = client.get(edition.get_absolute_url())

    assert response.status_code == 410
    page = page_of(response)
    assert page.one("a", href=COPY)
    assert page.one("cite").words == f"{SECRET} meets"


def test_a_withdrawn_text_stays_under_a_dated_notice(
    client, edition, django_assert_max_num_queries
):
    remove(edition, "withdrawn")

    page = edition.get_absolute_url()
    for address in (page, f"{page}versions/1/", f"{page}versions/2/"):
        with django_assert_max_num_queries(8):
            response = client.get(address)
        assert response.status_code == 200
        said = valid_page_of(response).words
        assert f"We will act in {SECRET}." in said
        assert "Withdrawn on 6 May 2031. It was sent by mistake." in said
        assert response["X-Robots-Tag"] == "noindex"
    assert client.get("/2031/0001")["Location"] == page
    [data] = page_of(client.get(page)).data()
    assert data["creativeWorkStatus"] == "Withdrawn"


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("fr", "Retiré le 6 mai 2031."),
        ("nl", "Ingetrokken op 6 mei 2031."),
        ("de", "Zurückgezogen am 6. Mai 2031."),
    ],
)
def test_a_withdrawn_release_says_so_in_the_words_of_the_press(client, edition, language, notice):
    remove(edition, "withdrawn")

    page = client.get(edition.get_absolute_url().replace("/en/", f"/{language}/"), follow=True)

    assert notice in page_of(page).words


def test_the_etag_of_a_release_follows_its_removal_and_its_return(client, edition):
    address = edition.get_absolute_url()
    before = client.get(address)["ETag"]
    release = remove(edition, "withdrawn")
    withdrawn = client.get(address)["ETag"]
    release.restore(make_staff("Editor"))

    assert withdrawn != before
    assert client.get(address, headers={"If-None-Match": withdrawn}).status_code == 200
    assert "Withdrawn on" not in text(client.get(address))


@pytest.mark.parametrize("kind", ["in_error", "withdrawn"])
def test_a_removal_names_the_languages_it_covers(client, edition, kind):
    remove(edition, kind)

    said = page_of(client.get(edition.get_absolute_url())).words
    assert "This concerns all its texts: English, French." in said
    french = edition.get_absolute_url().replace("/en/", "/fr/")
    assert page_of(client.get(french, follow=True)).words.count("anglais, français") == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("in_error", "Removed from 6 May 2031, 15:00 (UTC+2) to 8 May 2031, 09:00 (UTC+2)."),
        ("withdrawn", "Withdrawn from 6 May 2031, 15:00 (UTC+2) to 8 May 2031, 09:00 (UTC+2)."),
    ],
)
def test_that_a_release_was_removed_is_told_once_it_is_back(
    client, edition, time_machine, kind, said
):
    release = remove(edition, kind)
    gone = client.get("/en/feeds/releases.atom")
    time_machine.move_to(BACK, tick=False)
    release.restore(make_staff("Editor"))

    page = edition.get_absolute_url()
    for address in (page, f"{page}versions/1/", f"{page}versions/2/"):
        words = valid_page_of(client.get(address)).words
        assert f"{said} It was sent by mistake." in words
    feed = client.get("/en/feeds/releases.atom")
    assert feed["ETag"] != gone["ETag"]
    [entry] = feedparser.parse(feed.content).entries
    assert said in entry.content[0].value
    assert entry.updated == "2031-05-08T07:00:00+00:00"


def test_what_was_removed_twice_tells_both(client, edition, time_machine):
    release = remove(edition, "in_error")
    release.restore(make_staff("Editor"))
    release.remove(make_staff("Editor"), "withdrawn", {"en": "It is wrong."})
    time_machine.move_to(BACK, tick=False)
    release.restore(make_staff("Editor"))

    said = page_of(client.get(edition.get_absolute_url())).words
    assert said.index("Removed from") < said.index("Withdrawn from") < said.index("It is wrong.")
    assert [past.languages for past in release.past_removals] == [["en", "fr"]] * 2


def test_a_quote_of_a_withdrawn_release_is_shown_under_the_notice(client, edition):
    quote = edition.quotes.get()
    remove(edition, "withdrawn")

    response = client.get(quote.get_absolute_url())

    assert response.status_code == 200
    assert "Withdrawn on 6 May 2031. It was sent by mistake." in page_of(response).words
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("kind", ["in_error", "archived"])
def test_a_quote_of_a_gone_release_is_gone(client, edition, kind):
    quote = edition.quotes.get()
    remove(edition, kind, **({"url": COPY} if kind == "archived" else {}))

    response = client.get(quote.get_absolute_url())

    assert response.status_code == 410
    said = page_of(response).words
    assert "A quote from release 2031/0001 of 3 May 2031 was here." in said
    assert "We will act" not in text(response)
    assert bool(page_of(response).all("a", href=COPY)) == (kind == "archived")


def test_a_quote_of_a_moved_release_is_gone_and_says_where_the_release_is(client, edition, other):
    quote = edition.quotes.get()
    remove(edition, "consolidated", note=None, moved_to=other.release)

    response = client.get(quote.get_absolute_url().replace("/en/", "/fr/"))

    assert response.status_code == 410
    address = "/fr/releases/2031/01/05/le-conseil-se-reunit/"
    assert page_of(response).one("a", href=address).words == "Le Conseil se réunit"


def test_a_release_that_was_never_public_is_not_found_whatever_became_of_it(client, time_machine):
    time_machine.move_to(OUT, tick=False)
    hidden = make_edition(
        release__publish_at=AFTER, release__removal="in_error", release__removed_at=OUT
    )
    make_quote(hidden)

    for address in (
        hidden.get_absolute_url(),
        f"{hidden.get_absolute_url()}versions/1/",
        f"/{hidden.release.day.year}/0002",
        hidden.quotes.get().get_absolute_url(),
    ):
        response = client.get(address)
        absent = client.get("/en/topics/never-been-there/")
        assert response.status_code == 404, address
        if address.startswith("/en/"):
            assert dict(response.items()) == dict(absent.items())
