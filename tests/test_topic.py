"""The page of a topic: what is near it, and the meetings under it."""

from datetime import timedelta

import pytest

from releases.public.pages import subjects
from releases.public.pagination import PAGE_SIZE
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    approve,
    instant,
    make_edition,
    make_editor,
    make_meeting,
    make_release,
    make_topic,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ports():
    return make_topic("Ports")


def linked(client, topic, section, **asked):
    """What a section of the page of a topic links to; None where it is not there."""
    main = page_of(client.get(topic.get_absolute_url(), asked)).one("main")
    found = main.all("section", **{"aria-labelledby": section})
    return [link.words for link in found[0].all("a")] if found else None


def test_topics_that_stand_on_the_same_releases_are_near_the_most_frequent_first(client, ports):
    fish, trade, war = make_topic("Fish"), make_topic("Trade"), make_topic("War")
    for topics in ([ports, fish, trade], [ports, trade], [ports, trade, fish], [war, fish]):
        make_edition(topics=topics)

    assert linked(client, ports, "near") == ["Trade", "Fish"]
    assert linked(client, war, "near") == ["Fish"]


def test_those_that_stand_there_as_often_come_by_their_names(client, ports):
    make_edition(topics=[make_topic("Trade"), ports, make_topic("Fish"), make_topic("Iron")])

    assert linked(client, ports, "near") == ["Fish", "Iron", "Trade"]


def test_a_topic_that_stands_alone_is_near_to_none(client, ports):
    make_edition(topics=[ports])

    assert linked(client, ports, "near") is None
    assert linked(client, ports, "meetings") is None


def test_a_text_counts_once_in_whatever_versions_and_languages_it_stands(client, ports):
    fish, trade = make_topic("Fish"), make_topic("Trade")
    release = make_edition(topics=[ports, fish]).release
    make_edition(release, language="fr")
    for _number in range(2):
        make_edition(topics=[ports, trade])

    assert linked(client, ports, "near") == ["Trade", "Fish"]


def test_the_meetings_that_its_releases_name_stand_under_it_the_latest_first(client, ports):
    day = YESTERDAY.date()
    met, coming, other = (
        make_meeting("Talks", starts_on=day - timedelta(days=3)),
        make_meeting("Council", starts_on=day + timedelta(days=9)),
        make_meeting("Fair", starts_on=day),
    )
    make_edition(topics=[ports], meetings=[met])
    make_edition(topics=[ports], meetings=[coming, met])
    make_edition(topics=[make_topic()], meetings=[other])

    assert linked(client, ports, "meetings") == ["Council", "Talks"]


def test_what_is_hidden_or_withdrawn_makes_nothing_near(client, ports):
    make_edition(topics=[ports])
    for name in ("Draft", "Waiting", "Withdrawn"):
        release = make_release()
        release.topics.set([ports, make_topic(name)])
        release.meetings.set([make_meeting(name)])
        edition = make_edition(release, draft=True)
        if name == "Waiting":
            approve(edition, at=TOMORROW)
        elif name == "Withdrawn":
            approve(edition)
            assert linked(client, ports, "near") == ["Withdrawn"]
            release.refresh_from_db()
            release.remove(make_editor(), "withdrawn", {"en": "It was a draft."})

    assert linked(client, ports, "near") is None
    assert linked(client, ports, "meetings") is None


def test_the_latest_releases_alone_say_what_is_near(client, ports, monkeypatch):
    monkeypatch.setattr(subjects, "LATEST", 2)
    monkeypatch.setattr("releases.models.prepared.MADE", {})
    for day, name in enumerate(("Fish", "Trade", "War"), start=1):
        at = instant(2021, 3, day, 12)
        make_edition(topics=[ports, make_topic(name)], release__publish_at=at)

    assert linked(client, ports, "near") == ["Trade", "War"]


def test_what_is_near_is_told_once_and_not_on_each_page_of_the_list(client, ports):
    fish, talks = make_topic("Fish"), make_meeting("Talks")
    for _number in range(PAGE_SIZE + 1):
        make_edition(topics=[ports, fish], meetings=[talks])
    page = page_of(client.get(ports.get_absolute_url()))
    older = page.one("a", rel="next").get("href").partition("after=")[2]

    assert linked(client, ports, "near") == ["Fish"]
    assert linked(client, ports, "near", after=older) is None
    assert linked(client, ports, "meetings", after=older) is None
