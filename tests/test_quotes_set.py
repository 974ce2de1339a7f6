"""How what people said is set: its marks, where lists cut it, and the line of the office."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.builders import (
    instant,
    make_appointment,
    make_edition,
    make_meeting,
    make_quote,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

TWENTY = "We have come here to say that " + "very " * 12 + "much remains."
SHORT = "That is all."


def quoted(words, language="en", **values):
    edition = make_edition(language=language, body=f"<p>“{words}”</p>", **values)
    return make_quote(edition, words, appointment=make_appointment())


def listed(client, address="/en/quotes/"):
    return page_of(client.get(address)).one("main").one("figure", class_="quote")


def test_a_list_cuts_a_long_quote_at_the_end_of_a_sentence_and_says_so(client):
    quote = quoted(f"{TWENTY} {TWENTY} {SHORT} {TWENTY}")

    figure = listed(client)

    assert figure.one("blockquote").words == f"“{TWENTY} {TWENTY} {SHORT} […]”"
    [link] = figure.all("a", href=quote.get_absolute_url())
    assert link.words.startswith("Read the quote in full")
    whole = page_of(client.get(quote.get_absolute_url())).one("main")
    assert whole.all("blockquote")[0].words == f"“{quote.words}”"


@pytest.mark.parametrize("words", [f"{TWENTY} {TWENTY}", "We say " + "very " * 60 + "much."])
def test_what_is_short_or_one_sentence_is_never_cut(client, words):
    quoted(words)

    figure = listed(client)

    assert figure.one("blockquote").words == f"“{words}”"
    assert "The quote on its own page" in figure.one("figcaption").words


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", f"“{SHORT}”"), ("fr", f"«\u00a0{SHORT}\u00a0»"), ("de", f"„{SHORT}“")],
)
def test_a_quote_has_the_marks_of_its_language_whatever_that_of_the_page(client, language, shown):
    quoted(SHORT, language)

    paragraph = listed(client).one("blockquote").one("p").element

    assert "".join(paragraph.itertext()) == shown


def test_a_list_shows_an_office_open_where_its_end_was_not_known_that_day(client):
    office = make_appointment(since=date(2020, 10, 1), until=date(2022, 7, 14))
    edition = make_edition(body=f"<p>“{SHORT}”</p>", release__publish_at=instant(2021, 3, 30))
    quote = make_quote(edition, SHORT, appointment=office)

    caption = listed(client).one("figcaption")
    assert caption.one("span", class_="held-from").words == "since 1 October 2020 2020"
    assert caption.one(class_="held").get("x2") == caption.one(cx=True).get("cx")
    assert "2022" not in caption.words

    page = page_of(client.get(quote.get_absolute_url())).one("main").words
    assert "1 October 2020 – 14 July 2022" in page
    assert "Office now None on record" in page


@pytest.mark.parametrize("words", [SHORT, TWENTY])
def test_what_a_link_says_of_a_quote_is_marked_with_its_language(client, words):
    quote = quoted(words)
    for address in ("/fr/quotes/", f"/fr{quote.edition.get_absolute_url()[3:]}"):
        links = page_of(client.get(address)).all("a", href=quote.get_absolute_url())
        assert links
        for link in links:
            assert words.startswith(link.one("span", lang="en").words.removesuffix(" …"))


def test_the_first_page_leads_with_a_release_and_repeats_none_of_its_quotes(client):
    others = [make_quote(words=f"Word {number}.") for number in range(2)]
    last = {"release__publish_at": timezone.now() - timedelta(hours=1)}
    lead = make_edition(title="Today", body="<p>“One.” “Two.”</p>", **last)
    for words in ("One.", "Two."):
        make_quote(lead, words)

    page = page_of(client.get("/en/")).one("main")

    first = page.one("article", class_="lead")
    assert first.one("h2").words == "Today"
    assert [part.words for part in first.all("blockquote")] == ["“One.”"]
    said = [part.words for part in page.one("div", class_="voices").all("blockquote")]
    assert sorted(said) == [f"“{quote.words}”" for quote in others]


def test_what_was_published_before_a_meeting_stands_before_it(client):
    talks = make_meeting("Talks", starts_on=date(2021, 3, 30))
    for title, day in (("Talks announced", 1), ("Talks held", 31)):
        make_edition(title=title, meetings=[talks], release__publish_at=instant(2021, 3, day, 12))

    page = page_of(client.get(talks.get_absolute_url())).one("main")

    stages = {part.one("h2").words: part for part in page.all("section", class_="part")}
    assert [*stages] == ["Before", "Held", "After"]
    assert [h.words for h in stages["Before"].all("h3")] == ["Talks announced"]
    assert [h.words for h in stages["After"].all("h3")] == ["Talks held"]
