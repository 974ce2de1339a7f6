"""What the pages of single records say: states, times, names of languages, first sentences."""

import re
from datetime import UTC, date, datetime, time

import feedparser
import pytest
from django.utils.translation import override

from releases.models import Meeting
from releases.reading.opening import opening
from releases.text import changes
from releases.text.instants import offset
from releases.text.languages import name_of_language
from tests.builders import (
    correct,
    instant,
    make_document,
    make_edition,
    make_meeting,
    make_quote,
    make_topic,
    print_again,
)
from tests.pages import page_of

NOON = instant(2031, 5, 6, 12)
Status = Meeting.Status


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


def open_page(client, subject, language="en"):
    with override(language):
        return page_of(client.get(subject.get_absolute_url()))


def status(page):
    """What stands under “Status”; None where nothing does."""
    terms = [part.words for part in page.all("dt", "dd")]
    return terms[terms.index("Status") + 1] if "Status" in terms else None


# The state of a meeting


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("recorded", "day", "said"),
    [
        (Status.PLANNED, date(2031, 5, 5), "Held"),
        (Status.CONFIRMED, date(2031, 5, 5), "Held"),
        (Status.HELD, date(2031, 5, 5), "Held"),
        (Status.CANCELLED, date(2031, 5, 5), "Cancelled"),
        (Status.POSTPONED, date(2031, 5, 5), "Postponed"),
        (Status.PLANNED, date(2031, 5, 6), None),
        (Status.HELD, date(2031, 5, 6), None),
        (Status.PLANNED, date(2031, 5, 7), "Planned"),
        (Status.CONFIRMED, date(2031, 5, 7), "Confirmed"),
        (Status.HELD, date(2031, 5, 7), None),
        (Status.CANCELLED, date(2031, 5, 7), "Cancelled"),
    ],
)
def test_the_status_of_a_meeting_is_what_the_clock_allows(client, clock, recorded, day, said):
    meeting = make_meeting(starts_on=day, status=recorded, announced_at=NOON)

    assert status(open_page(client, meeting)) == said


@pytest.mark.django_db
def test_a_meeting_is_held_from_the_minute_it_is_over(client, clock):
    meeting = make_meeting(
        starts_on=date(2031, 5, 6), starts_at=time(13), ends_at=time(14), announced_at=NOON
    )

    said = []
    for hour, minute in ((12, 59), (13, 0), (13, 59), (14, 0)):
        clock.move_to(instant(2031, 5, 6, hour, minute), tick=False)
        response = client.get(meeting.get_absolute_url(), headers={"if-none-match": "x"})
        said.append((status(page_of(response)), response["ETag"]))

    assert [status for status, etag in said] == ["Planned", None, None, "Held"]
    etags = [etag for status, etag in said]
    assert len({etags[0], etags[1], etags[3]}) == 3


# What was said


@pytest.mark.django_db
def test_only_what_is_recorded_as_said_at_a_meeting_stands_under_said_at_it(client):
    meeting = make_meeting()
    edition = make_edition(meetings=[meeting], body="<p>“There.” “Elsewhere.”</p>")
    make_quote(edition, "There.", meeting=meeting)
    make_quote(edition, "Elsewhere.")

    page = open_page(client, meeting).words

    there, about = page.index("Said at the meeting"), page.index("Said about it")
    assert there < page.index("There.", there) < about < page.index("Elsewhere.", there)
    assert "What was said " not in page


# Places and clocks


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Ghent, in person"),
        ("fr", "Ghent, en présence"),
        ("nl", "Ghent, ter plaatse"),
        ("de", "Ghent, in Präsenz"),
    ],
)
def test_what_stands_behind_the_place_goes_on_in_lower_case(client, language, said):
    meeting = make_meeting(place={"en": "Ghent"}, announced_at=instant(2021, 1, 1))
    nowhere = make_meeting(format="virtual", announced_at=instant(2021, 1, 1))

    assert said in open_page(client, meeting, language).words
    assert "Format Virtual" in open_page(client, nowhere).words


@pytest.mark.django_db
def test_the_hours_of_a_meeting_say_how_far_its_clocks_are_from_utc(client):
    values = {"starts_at": time(15), "ends_at": time(17), "announced_at": instant(2021, 1, 1)}
    ghent = make_meeting(place={"en": "Ghent"}, **values)
    online = make_meeting(format="virtual", time_zone="America/New_York", **values)

    assert "30 March 2021, 15:00–17:00 (local time, UTC+2)" in open_page(client, ghent).words
    answer = client.get(online.get_absolute_url())
    assert "15:00–17:00 (UTC−4)" in page_of(answer).words
    assert "America/" not in answer.content.decode()


def test_an_offset_is_said_in_hours_and_minutes():
    at = datetime(2031, 1, 1, tzinfo=UTC)

    assert offset(at) == "UTC"
    assert offset(instant(2031, 1, 1)) == "UTC+1"
    assert offset(datetime.fromisoformat("2031-01-01T00:00:00+05:30")) == "UTC+5:30"
    assert offset(datetime.fromisoformat("2031-01-01T00:00:00-03:30")) == "UTC−3:30"


# Names of languages


@pytest.mark.parametrize(
    ("page", "said"),
    [("fr", "anglais"), ("en", "English"), ("nl", "Engels"), ("de", "Englisch"), ("es", "inglés")],
)
def test_the_name_of_a_language_is_written_as_the_page_writes_it_in_a_sentence(page, said):
    with override(page):
        assert name_of_language("en") == said


@pytest.mark.django_db
def test_french_pages_name_languages_in_lower_case(client):
    edition = make_edition(documents=[make_document(language="en", kind="communique")])

    page = open_page(client, edition, "fr")

    assert "Communiqué commun, anglais" in page.words
    assert "Anglais" not in page.words


# Instants


@pytest.mark.django_db
def test_an_instant_is_shown_in_whole_minutes_and_kept_exactly(client, time_machine):
    exact = instant(2031, 5, 6, 12, 0).replace(second=13, microsecond=810988)
    first = make_edition(title="Ministers meet", release__publish_at=instant(2031, 5, 3, 10))
    time_machine.move_to(exact, tick=False)
    second = correct(first)
    assert second.visible_from == exact

    response = client.get(second.get_absolute_url())
    page = page_of(response)
    feed = client.get("/en/feeds/releases.atom").content.decode()

    times = [part.get("datetime") for part in page.all("time")]
    assert "2031-05-06T12:00:00+02:00" in times
    for text in (response.content.decode(), feed, client.get("/sitemap.xml").content.decode()):
        assert not re.search(r":13(?:\.\d+)?(?:Z|[+-])", text)
    [data] = page.data()
    assert data["dateModified"] == "2031-05-06T10:00:00Z"
    assert feedparser.parse(feed).entries[0].updated == "2031-05-06T10:00:00+00:00"


# Months


@pytest.mark.parametrize(
    ("language", "heading", "short"),
    [
        ("en", "December 2021", "7 Dec 2021"),
        ("fr", "Décembre 2021", "7 déc 2021"),
        ("nl", "December 2021", "7 dec 2021"),
        ("de", "Dezember 2021", "7 Dez 2021"),
    ],
)
def test_a_month_is_written_as_its_language_does(client, db, language, heading, short):
    topic = make_topic("Ports")
    make_edition(topics=[topic], release__publish_at=instant(2021, 12, 7, 9))

    page = page_of(client.get(f"/{language}/releases/"))
    assert page.one("main").one("h2").words == heading
    page = page_of(client.get(f"/{language}/topics/{topic.slug}/"))
    assert page.one("main").all("time")[0].words == short


# The first sentences


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("One two. Three four. Five six.", 4, "One two. Three four."),
        ("One two. Three four.", 45, "One two. Three four."),
        ("One two three four, five six.", 4, "One two three four…"),
        ("One two three… four five.", 3, "One two three…"),
        ("One two three. four five six.", 3, "One two three…"),
        ("Mr. Roe met Dr. Poe in Ghent. They spoke.", 8, "Mr. Roe met Dr. Poe in Ghent."),
        ("Mme Roe a dit oui. Le 1er mai.", 6, "Mme Roe a dit oui."),
        ("Am 3. Mai kam Dr. Jansen. Sie sprach.", 7, "Am 3. Mai kam Dr. Jansen."),
        ("She came. She said: “We act. We go on.” Then all left.", 7, "She came."),
        ("No full stop at all", 45, "No full stop at all"),
        ("", 45, ""),
    ],
)
def test_a_lead_ends_where_a_sentence_ends(text, most, expected):
    assert opening(text, most) == expected


def test_a_lead_is_of_the_text_and_not_of_a_heading_before_it(db):
    edition = make_edition(body="<h2>Ports</h2><p>Ten ports open.</p><h2>Ships</h2><p>All.</p>")

    assert edition.lead == "Ten ports open."


# Changes


def shown(old, new):
    signs = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(signs[kind].format(run) for kind, run in changes.compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Ten ministers met.", "Twelve ministers met.", "[-Ten-][+Twelve+] ministers met."),
        (
            "Demo release 3: This is a text for development.",
            "Demo release 3 with a corrected title",
            "Demo release 3[-: This is a text for development.-][+ with a corrected title+]",
        ),
        ("in 2019 and 2020", "in 2020 and 2021", "in [-2019 and 2020-][+2020 and 2021+]"),
        (
            "One of them said yes to all of it.",
            "Two of them all said no to all of it.",
            "[-One of them said yes-][+Two of them all said no+] to all of it.",
        ),
        (
            "Ten of the ministers met in Ghent.",
            "Six of the ministers met in Liège.",
            "[-Ten-][+Six+] of the ministers met in [-Ghent-][+Liège+].",
        ),
        ("We act.", "We act. We go.", "We act.[+ We go.+]"),
        ("Same.", "Same.", "Same."),
    ],
)
def test_changes_are_told_in_words_that_can_be_read(old, new, said):
    assert shown(old, new) == said


# What machines read


@pytest.mark.django_db
def test_a_meeting_without_a_place_is_told_to_machines_by_its_name_alone(client):
    meeting = make_meeting("Talks", announced_at=instant(2021, 1, 1))
    edition = make_edition(meetings=[meeting], body="<p>“Yes.”</p>")
    quote = make_quote(edition, "Yes.", meeting=meeting)
    address = f"http://testserver{meeting.get_absolute_url()}"
    alone = {"@type": "Thing", "@id": address, "url": address, "name": "Talks"}

    assert open_page(client, meeting).data() == []
    assert open_page(client, edition).data()[0]["about"] == [alone]
    assert "recordedAt" not in open_page(client, quote).data()[0]

    meeting.place = {"en": "Ghent"}
    meeting.save()
    [event] = open_page(client, meeting).data()
    assert event["location"] == {"@type": "Place", "name": "Ghent", "address": "Ghent"}
    assert "recordedAt" not in open_page(client, quote).data()[0]
    print_again(edition.release)
    said_at = open_page(client, quote).data()[0]["recordedAt"]
    assert (said_at["@type"], said_at["location"]) == ("Event", event["location"])


@pytest.mark.django_db
def test_the_article_a_quote_is_part_of_is_described_as_on_its_own_page(client):
    quote = make_quote()

    part_of = open_page(client, quote).data()[0]["isPartOf"]
    article = open_page(client, quote.edition).data()[0]

    assert {"headline", "image", "datePublished", "dateModified", "author"} < set(part_of)
    assert part_of == {name: article[name] for name in part_of}


@pytest.mark.django_db
def test_every_entry_of_a_list_and_every_meeting_has_a_name_of_its_own(client):
    meetings = [make_meeting(name) for name in ("One", "Two")]
    edition = make_edition(meetings=meetings)
    make_edition(edition.release, language="fr")
    make_edition(meetings=meetings[:1])

    for address in ("/en/", "/en/releases/", "/en/meetings/", edition.get_absolute_url()):
        page = page_of(client.get(address))
        parts = page.all("article", "section", aria_labelledby=True)
        named = [part.get("aria-labelledby") for part in parts]
        ids = [part.get("id") for part in page.all(id=True)]
        assert len(ids) == len(set(ids))
        assert len(named) == len(set(named))
        assert all(name in ids for names in named for name in names.split())
        entries = page.all("article", class_="entry")
        assert all(entry.get("aria-labelledby") for entry in entries)
