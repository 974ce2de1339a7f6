"""Versions of a text in public: corrections, old texts, old addresses, translations."""

from datetime import timedelta

import feedparser
import pytest

from releases.models import copies
from tests.builders import (
    approve,
    begin_correction,
    correct,
    instant,
    make_appointment,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_staff,
    make_topic,
    print_again,
)
from tests.pages import page_of, valid_page_of

pytestmark = pytest.mark.django_db

FIRST = instant(2031, 5, 3, 10)
SECOND = instant(2031, 5, 5, 12)
THIRD = instant(2031, 5, 8, 9)
AFTER = instant(2031, 5, 20, 9)
BODY = "<p>Ten ministers met in Ghent.</p><p>They agreed.</p>"
QUOTED = "<p>“Ten ministers met,” said Anna Roe. “They agreed.”</p>"
ADDRESS = "/en/releases/2031/05/03/ministers-meet/"


@pytest.fixture
def first(time_machine):
    time_machine.move_to(FIRST, tick=False)
    return make_edition(title="Ministers meet", body=BODY, release__publish_at=FIRST)


@pytest.fixture
def second(first, time_machine):
    """Corrected from the second instant on; the clock stands after it."""
    time_machine.move_to(SECOND, tick=False)
    body = BODY.replace("Ten", "Twelve")
    second = correct(first, body=body, change_note="Twelve ministers met, not ten.")
    time_machine.move_to(AFTER, tick=False)
    return second


def words(response):
    return page_of(response).words


def json_ld(response):
    [data] = page_of(response).data()
    return data


def test_an_old_version_shows_its_text_under_a_notice(client, second):
    response = client.get(f"{ADDRESS}versions/1/")

    assert response.status_code == 200
    page = valid_page_of(response)
    assert page.one("div", class_="text").words == "Ten ministers met in Ghent. They agreed."
    assert "This is version 1, which has been replaced." in page.words
    assert "from 3 May 2031, 10:00 (UTC+2) to 5 May 2031, 12:00 (UTC+2)" in page.words
    assert page.one("a", words="Read the current version, 2").get("href") == ADDRESS


def test_what_the_next_version_changed_is_marked_and_said(client, second):
    page = page_of(client.get(f"{ADDRESS}versions/1/"))

    removed, added = page.one("del"), page.one("ins")
    assert (removed.words, added.words) == ("[removed: Ten]", "[added: Twelve]")
    for mark in (removed, added):
        assert [part.get("class") for part in mark.all("span")] == ["unseen", "unseen"]
    assert page.words.count("They agreed.") == 1
    assert "Twelve ministers met, not ten." in page.words


def test_a_changed_title_and_summary_are_shown_too(client, first, time_machine):
    correct(first, title="Envoys meet", summary="In Ghent.")

    page = page_of(client.get(f"{ADDRESS}versions/1/"))

    assert [part.words for part in page.one("main").all("h3")] == ["Title", "Summary"]


def test_an_old_version_marks_every_part_of_its_quotes(client, time_machine):
    time_machine.move_to(FIRST, tick=False)
    first = make_edition(title="Ministers meet", body=QUOTED, release__publish_at=FIRST)
    quote = make_quote(first, "Ten ministers\n\nThey agreed.")
    time_machine.move_to(SECOND, tick=False)
    correct(first, change_note="A word.")

    page = page_of(client.get(f"{ADDRESS}versions/1/"))

    assert [part.words for part in page.all("q")] == ["“Ten ministers", "“They agreed.”"]
    assert page.one(id=f"quote-{quote.key}").words == "“Ten ministers"


def test_the_current_version_has_an_address_that_lasts(client, second):
    page = page_of(client.get(f"{ADDRESS}versions/2/"))

    assert "This is version 2, the current one." in page.words
    assert page.all("del", "ins") == []


def test_versions_are_not_indexed_and_point_to_the_current_page(client, second):
    for number in (1, 2):
        response = client.get(f"{ADDRESS}versions/{number}/")
        assert response["X-Robots-Tag"] == "noindex"
        page = page_of(response)
        assert page.one("meta", name="robots").get("content") == "noindex"
        assert page.one("link", rel="canonical").get("href") == f"http://testserver{ADDRESS}"
    assert "X-Robots-Tag" not in client.get(ADDRESS)
    assert page_of(client.get(ADDRESS)).all("meta", name="robots") == []


def test_a_version_that_waits_cannot_be_told_from_one_that_is_not_there(
    client, first, time_machine
):
    absent = client.get(f"{ADDRESS}versions/2/")
    correct(first, at=SECOND, title="Envoys meet")
    time_machine.move_to(FIRST, tick=False)

    waiting = client.get(f"{ADDRESS}versions/2/")

    assert waiting.status_code == 302
    assert waiting["Location"] == ADDRESS
    assert dict(waiting.items()) == dict(absent.items())
    assert client.get(f"{ADDRESS}versions/99999999999999999999/")["Location"] == ADDRESS


@pytest.mark.slow
def test_a_correction_that_waits_leaves_no_trace(client, first, time_machine):
    make_quote(first, "They agreed")
    quote = first.quotes.get().get_absolute_url()
    addresses = [ADDRESS, f"{ADDRESS}versions/1/", quote, "/en/", "/en/releases/", "/en/quotes/"]
    addresses.append("/en/feeds/releases.atom")
    time_machine.move_to(SECOND - timedelta(seconds=1), tick=False)
    before = [(client.get(a)["ETag"], client.get(a).content) for a in addresses]

    correct(first, at=SECOND, title="Envoys meet", body="<p>Zanzibar.</p><p>They agreed.</p>")

    assert [(client.get(a)["ETag"], client.get(a).content) for a in addresses] == before
    new = ADDRESS.replace("ministers", "envoys")
    assert client.get(new).status_code == 404


def test_a_version_page_costs_five_queries_at_most_and_304(
    client, second, django_assert_max_num_queries
):
    address = f"{ADDRESS}versions/1/"
    with django_assert_max_num_queries(5):
        etag = client.get(address)["ETag"]

    again = client.get(address, headers={"If-None-Match": etag})

    assert again.status_code == 304


def test_each_correction_keeps_its_dated_notice(client, first, time_machine):
    for at, minor, note in (
        (SECOND, False, "Twelve."),
        (THIRD, True, ""),
        (AFTER, False, "Bruges."),
    ):
        time_machine.move_to(at, tick=False)
        first = correct(first, minor=minor, change_note=note, body=f"{first.body}<p>and so on</p>")
        first.refresh_from_db()

    page = words(client.get(ADDRESS))

    assert page.index("Corrected on 20 May 2031: Bruges.") < page.index(
        "Corrected on 5 May 2031: Twelve."
    )
    assert page.count("Corrected on") == 2
    assert "8 May 2031 Version 3: small change 5 May 2031 Version 2: Twelve." in page
    assert "3 May 2031 Version 1: first published" in page
    comments = json_ld(client.get(ADDRESS))["correction"]
    assert [comment["text"] for comment in comments] == ["Bruges.", "Twelve."]
    assert comments[1]["datePublished"] == "2031-05-05T10:00:00Z"


def test_a_release_with_one_version_lists_none(client, first):
    assert "Versions" not in words(client.get(ADDRESS))


def test_a_text_approved_ahead_is_dated_by_its_release(client, time_machine):
    time_machine.move_to(FIRST, tick=False)
    first = approve(make_edition(draft=True, title="Ministers meet"), at=SECOND)
    time_machine.move_to(THIRD, tick=False)
    correct(first)

    assert "5 May 2031 Version 1: first published" in words(
        client.get("/en/releases/2031/05/05/ministers-meet/")
    )


def test_the_release_page_costs_four_queries_with_all_it_can_show_and_five_as_a_translation(
    client, second, django_assert_num_queries
):
    french = copies.translate(second, make_staff("Translator", languages=["fr"]), "fr")
    approve(french)
    second.release.topics.add(make_topic())
    second.release.meetings.add(make_meeting())
    print_again(second.release)
    client.get("/en/")  # who publishes here is read once, for all pages
    for address, number in ((ADDRESS, 4), (french.canonical_url, 5)):
        with django_assert_num_queries(number):
            assert client.get(address).status_code == 200


def test_the_feed_moves_with_a_correction_and_stays_with_a_small_change(
    client, first, time_machine
):
    def updated():
        return feedparser.parse(client.get("/en/feeds/releases.atom").content).entries[0].updated

    before = updated()
    time_machine.move_to(SECOND, tick=False)
    second = correct(first, minor=True, body=BODY.replace("agreed", "agree"))
    assert updated() == before
    data = json_ld(client.get(ADDRESS))
    assert (data["version"], "correction" in data) == (2, False)

    time_machine.move_to(THIRD, tick=False)
    correct(second)
    assert updated() == "2031-05-08T07:00:00+00:00"
    assert json_ld(client.get(ADDRESS))["dateModified"] == "2031-05-08T07:00:00Z"


def test_an_address_a_text_had_leads_to_the_one_it_has_from_the_instant_on(
    client, first, time_machine
):
    new = correct(first, at=SECOND, title="Envoys meet", slug="envoys-meet")
    now = ADDRESS.replace("ministers", "envoys")

    time_machine.move_to(SECOND - timedelta(seconds=1), tick=False)
    assert client.get(now).status_code == 404
    assert client.get(ADDRESS).status_code == 200

    time_machine.move_to(SECOND, tick=False)
    assert client.get(now).status_code == 200
    for old, to in (
        (ADDRESS, now),
        (f"{ADDRESS}versions/2/", f"{now}versions/2/"),
        (f"{now}versions/1/", f"{ADDRESS}versions/1/"),
    ):
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (
            301 if old.startswith(ADDRESS) else 302,
            to,
        )
    assert client.get(f"{ADDRESS}versions/1/").status_code == 200
    links = page_of(client.get(f"{ADDRESS}versions/1/")).all("a", href=new.get_absolute_url())
    assert links


def test_an_old_address_leads_a_reader_of_another_language_in_one_hop(client, first):
    french = make_edition(first.release, language="fr", title="Réunion")
    correct(first, slug="envoys-meet")

    response = client.get(ADDRESS.replace("/en/", "/fr/"))

    assert response["Location"] == ADDRESS.replace("/en/", "/fr/").replace(
        "ministers-meet", french.slug
    )


def test_the_other_language_of_a_release_can_be_reached(client, first):
    french = make_edition(first.release, language="fr", title="Réunion")

    links = page_of(client.get(ADDRESS)).one("body").all(hreflang="fr")

    assert {link.get("href") for link in links} == {french.canonical_url}
    assert client.get(links[0].get("href")).context["edition"] == french


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [make_meeting, make_topic, make_person, make_organisation],
    ids=["meeting", "topic", "person", "organisation"],
)
def test_an_address_a_subject_had_leads_to_the_one_it_has(client, make):
    subject = make("Old name")
    hidden = client.get(subject.get_absolute_url())
    meeting = subject if make is make_meeting else make_meeting()
    edition = make_edition(meetings=[meeting])
    if make is make_topic:
        edition.release.topics.add(subject)
    if make is make_person:
        meeting.participations.create(appointment=make_appointment(subject))
    if make is make_organisation:
        meeting.participations.create(organisation=subject)
    print_again(edition.release)
    old = subject.get_absolute_url()
    subject.refresh_from_db()
    subject.slug = "new-name"
    subject.save()

    response = client.get(old)

    assert hidden.status_code == 404
    assert (response.status_code, response["Location"]) == (301, subject.get_absolute_url())
    assert client.get(response["Location"]).status_code == 200


def test_a_list_narrowed_by_an_old_address_is_still_narrowed(client):
    topic = make_topic("Old name")
    make_edition(topics=[topic], title="Fish")
    make_edition()
    topic.slug = "new-name"
    topic.save()

    shown = client.get("/en/releases/?topic=old-name").context["listed"].items

    assert [entry.edition.title for entry in shown] == ["Fish"]


@pytest.fixture
def french(first):
    french = copies.translate(first, make_staff("Translator", languages=["fr"]), "fr")
    french.title, french.body = "Réunion", "<p>Dix ministres.</p>"
    french.save()
    return approve(french)


def test_a_translation_says_that_its_source_has_been_corrected(client, first, french, time_machine):
    address = french.canonical_url
    correct(first, at=SECOND, body=BODY.replace("Ten", "Twelve"))
    time_machine.move_to(SECOND - timedelta(seconds=1), tick=False)
    before = client.get(address)
    assert before.context["renders"].corrected is None

    time_machine.move_to(SECOND, tick=False)
    after = client.get(address)

    assert after.context["renders"].corrected.version == 2
    assert ADDRESS in [link.get("href") for link in page_of(after).all("a", hreflang="en")]
    assert before["ETag"] != after["ETag"]


def test_a_small_change_of_the_source_is_no_news_for_a_translation(client, first, french):
    correct(first, minor=True, body=BODY.replace("agreed", "agree"))

    assert client.get(french.canonical_url).context["renders"].corrected is None


def test_a_translation_that_has_caught_up_says_nothing(client, first, french):
    second = correct(first, body=BODY.replace("Ten", "Twelve"))
    french.refresh_from_db()
    caught_up = begin_correction(french, body="<p>Douze ministres.</p>")
    copies.catch_up(caught_up, make_staff("Translator", languages=["fr"]))
    approve(caught_up)

    assert caught_up.source == second
    assert client.get(french.canonical_url).context["renders"].corrected is None
    assert json_ld(client.get(french.canonical_url))["translationOfWork"] == {
        "@type": "CreativeWork",
        "@id": f"http://testserver{ADDRESS}",
        "url": f"http://testserver{ADDRESS}",
        "inLanguage": "en",
        "version": 2,
    }


@pytest.mark.parametrize(
    ("official", "sentence"),
    [
        (True, "An official translation of words spoken in Dutch."),
        (False, "A translation of words spoken in Dutch; not an official one."),
    ],
)
def test_a_translated_quote_stands_beside_the_words_as_spoken(client, official, sentence):
    quote = make_quote(language="nl", original_words="Wij handelen.", official=official)

    for address in (quote.get_absolute_url(), quote.edition.get_absolute_url()):
        page = valid_page_of(client.get(address))
        assert sentence in page.words
        assert page.one("q", lang="nl").words == "Wij handelen."
    assert json_ld(client.get(quote.get_absolute_url()))["translationOfWork"] == {
        "@type": "Quotation",
        "inLanguage": "nl",
        "text": "Wij handelen.",
    }


def test_a_quote_that_no_longer_stands_keeps_its_address_under_a_notice(
    client, time_machine, django_assert_max_num_queries
):
    time_machine.move_to(FIRST, tick=False)
    first = make_edition(title="Ministers meet", body=QUOTED, release__publish_at=FIRST)
    quote = make_quote(first, "They agreed")
    time_machine.move_to(SECOND, tick=False)
    draft = copies.next_version(first, make_staff("Writer"))
    draft.quotes.all().delete()
    draft.body, draft.change_note = "<p>Ten ministers met.</p>", "They did not agree."
    draft.save()
    approve(draft, at=THIRD)
    time_machine.move_to(THIRD - timedelta(seconds=1), tick=False)
    assert "no longer" not in words(client.get(quote.get_absolute_url()))

    time_machine.move_to(THIRD, tick=False)
    with django_assert_max_num_queries(5):
        response = client.get(quote.get_absolute_url())

    assert response.status_code == 200
    page = valid_page_of(response)
    assert "no longer stand in the text since version 2 of 8 May 2031." in page.words
    assert page.all("a", href=f"{ADDRESS}versions/1/#quote-{quote.key}")
    assert response["X-Robots-Tag"] == "noindex"
    assert page_of(client.get(f"{ADDRESS}versions/1/")).one("q", id=f"quote-{quote.key}")
    assert not client.get("/en/quotes/").context["listed"].items


def test_a_quote_one_language_still_has_is_shown_in_that_language(client, first, time_machine):
    quote = make_quote(first, "They agreed")
    french = make_edition(
        first.release, language="fr", body="<p>« D’accord »</p>", visible_until=SECOND
    )
    make_quote(french, "D’accord", key=quote.key)
    make_edition(first.release, language="fr", visible_from=SECOND, change_note="x")
    time_machine.move_to(SECOND, tick=False)

    response = client.get(quote.get_absolute_url().replace("/en/", "/fr/"))

    assert response.context["quote"] == quote
    assert response.context["dropped_in"] is None
