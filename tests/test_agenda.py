"""What the list of meetings tells of each: who chairs it, and what came of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from releases.public.page_cache import ANSWERS
from tests.builders import (
    TOMORROW,
    approve,
    correct,
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_editor,
    make_meeting,
    make_organisation,
    make_outcome,
    make_person,
    make_release,
)
from tests.pages import page_of

pytestmark = pytest.mark.django_db

ANNOUNCED = instant(2021, 1, 1)
DAY = instant(2021, 3, 30, 18)


@pytest.fixture
def talks():
    """A meeting of 30 March 2021."""
    return make_meeting("Talks", starts_on=DAY.date(), announced_at=ANNOUNCED)


def entry(client, language="en"):
    """The only meeting of the list."""
    [only] = page_of(client.get(f"/{language}/meetings/")).one("main").all("ol")[0].all("li")[:1]
    return only


def came_of_it(client, language="en"):
    """The links behind it, with what they lead to."""
    actions = entry(client, language).all("ul", class_="actions")
    return {link.words: link.get("href") for one in actions for link in one.all("a")}


def about(meeting, at=DAY, **values):
    return make_edition(meetings=[meeting], release__publish_at=at, **values)


@pytest.mark.parametrize("days", [-9, 9])
def test_a_meeting_names_its_chairs_past_or_coming(client, days):
    day = timezone.localdate() + timedelta(days=days)
    talks = make_meeting("Talks", starts_on=day, announced_at=ANNOUNCED)
    for position, (name, capacity) in enumerate(
        [("Ada Byron", "co_chair"), ("Carl Orff", "participant"), ("Eve Fox", "co_chair")]
    ):
        office = make_appointment(make_person(name))
        talks.participations.create(appointment=office, capacity=capacity, position=position)
    [line] = entry(client).all("p", class_="quiet")
    assert line.words == "In person. Chaired by Ada Byron and Eve Fox"

    talks.participations.create(
        organisation=make_organisation("Ports"), capacity="chair", position=9
    )
    [line] = entry(client).all("p", class_="quiet")
    assert line.words == "In person. Chaired by Ada Byron, Eve Fox and Ports"


def test_a_meeting_without_a_chair_says_nothing_of_one(client, talks):
    talks.participations.create(appointment=make_appointment(make_person("Carl Orff")))

    [line] = entry(client).all("p", class_="quiet")
    assert line.words == "In person"


def test_the_first_release_since_its_day_reports_on_a_meeting(client, talks):
    about(talks, DAY - timedelta(days=1), title="Talks tomorrow")
    about(talks, DAY + timedelta(days=9), title="A week after the talks")
    report = about(talks, DAY, title="Ports agree")

    assert came_of_it(client) == {"Press release: Ports agree": report.get_absolute_url()}


def test_a_release_of_the_first_hour_of_the_day_is_one_of_that_day(client, talks):
    about(talks, instant(2021, 3, 29, 23, 59), title="Talks tomorrow")
    assert came_of_it(client) == {}

    report = about(talks, instant(2021, 3, 30, 0, 0), title="Talks today")
    assert came_of_it(client) == {"Press release: Talks today": report.get_absolute_url()}


def test_a_corrected_release_is_named_as_it_stands(client, talks):
    edition = about(talks, title="Ports agree")
    corrected = correct(edition, title="Ports and cities agree", change_note="Cities")

    assert came_of_it(client) == {
        "Press release: Ports and cities agree": corrected.get_absolute_url()
    }


def test_a_release_in_another_language_stands_in_and_says_so(client, talks):
    about(talks, title="Les ports d’accord", language="fr")

    assert list(came_of_it(client, "nl")) == ["Persbericht: Les ports d’accord"]
    [title] = entry(client, "nl").all("span", lang="fr")
    assert title.words == "Les ports d’accord"


def test_a_release_that_is_hidden_or_gone_reports_on_nothing(client, talks):
    draft, waiting, withdrawn = (make_release() for _number in range(3))
    for release in (draft, waiting, withdrawn):
        release.meetings.set([talks])
    make_edition(draft, draft=True)
    approve(make_edition(waiting, draft=True), at=TOMORROW)
    approve(make_edition(withdrawn, draft=True, title="Withdrawn"))
    assert list(came_of_it(client)) == ["Press release: Withdrawn"]
    withdrawn.refresh_from_db()
    withdrawn.remove(make_editor(), "withdrawn", {"en": "It was a draft."})

    assert came_of_it(client) == {}


def test_outcome_documents_are_told_once_they_are_public_but_for_what_was_replaced(client, talks):
    plan = make_document("Plan", url="https://ports.example.org/plan")
    make_outcome(talks, make_document("Secret annex"), public_from=TOMORROW)
    make_outcome(talks, plan)
    assert came_of_it(client) == {"Plan": "https://ports.example.org/plan"}

    new = make_document("As signed", replaces=plan, why="A name.", url="https://p.example.org/")
    assert list(came_of_it(client)) == ["Plan"]
    make_outcome(talks, new)
    assert came_of_it(client) == {"As signed": "https://p.example.org/"}


def test_what_waits_to_be_told_of_a_meeting_moves_no_etag(client, talks):
    before = client.get("/en/meetings/").headers["ETag"]
    make_outcome(talks, public_from=TOMORROW)
    release = make_release()
    release.meetings.set([talks])
    approve(make_edition(release, draft=True), at=TOMORROW)

    assert client.get("/en/meetings/").headers["ETag"] == before


def test_a_list_of_somebodys_meetings_tells_the_same(client, talks):
    ada = make_appointment(make_person("Ada Byron"))
    talks.participations.create(appointment=ada, capacity="chair")
    about(talks, title="Ports agree")

    main = page_of(client.get("/en/meetings/?person=ada-byron")).one("main")
    assert main.one("p", class_="quiet").words == "In person. Chaired by Ada Byron"
    assert main.one("ul", class_="actions").words == "Press release: Ports agree"


def test_telling_it_costs_the_same_for_one_meeting_and_for_ten(client, talks):
    def queries():
        ANSWERS.held.clear()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/en/meetings/")
        return len(asked)

    def meet(meeting):
        office = make_appointment(make_person())
        meeting.participations.create(appointment=office, capacity="chair")
        make_outcome(meeting)
        about(meeting)

    meet(talks)
    one = queries()
    for number in range(9):
        meet(make_meeting(starts_on=DAY.date() - timedelta(number), announced_at=ANNOUNCED))

    assert queries() == one
