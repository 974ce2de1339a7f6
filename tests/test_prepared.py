"""What is compiled once is asked with the values of each time, as if it were made anew."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from releases.models import Meeting, Moment
from releases.models.meeting import over_before
from releases.public.page_cache import Answers
from releases.public.pages import home, meeting, quote, release_list, subjects
from tests.builders import (
    instant,
    make_appointment,
    make_edition,
    make_meeting,
    make_organisation,
    make_quote,
    make_topic,
)

pytestmark = pytest.mark.django_db

FIRST, SECOND = instant(2031, 5, 6, 12), instant(2031, 5, 7, 12)


@pytest.fixture
def questions():
    """What lists ask, with the keys of records that are named on two days."""
    body, topic = make_organisation(), make_topic()
    office = make_appointment(organisation=body)
    talks = make_meeting(organiser=body, announced_at=FIRST)
    talks.participations.create(appointment=office)
    for due in (FIRST, SECOND):
        text = make_edition(
            release__publish_at=due, body="<p>“We act.”</p>", topics=[topic], meetings=[talks]
        )
        make_quote(text, "We act.", appointment=office, meeting=talks)
    person, now = office.person_id, over_before(SECOND)
    return [
        (home._texts, ("en",)),
        (home._quotes, ("fr",)),
        (home._meetings, (0,)),
        (meeting._past, (now,)),
        (meeting._texts, ("en", talks.pk)),
        (quote._listed, ("en",)),
        (release_list._newest, ("en",)),
        (release_list._narrowed, ("en", None), {"kind": "press_release", "topic": topic.pk}),
        (release_list._narrowed, ("en", None), {"person": person}),
        (subjects._quotes, ("en", person)),
        (subjects._texts, ("en", topic.pk)),
        (meeting._with_person, (person,)),
        (meeting._organised_by, (body.pk,)),
    ]


def test_what_is_prepared_finds_what_the_queryset_finds_at_each_moment(questions):
    before = FIRST - timedelta(seconds=1)
    found = {}
    for at in (before, FIRST, SECOND):
        moment = Moment.of(at)
        for number, (ask, values, *more) in enumerate(questions):
            named = more[0] if more else {}
            rows = ask(moment, *values, **named)
            assert rows == list(ask.ask(moment, *values, **named)), ask.ask
            found.setdefault(number, []).append(len(rows))
    for number, numbers in found.items():
        assert numbers[0] == 0, questions[number]
        assert numbers[-1] >= 1, questions[number]


def test_records_that_are_read_with_others_ask_for_nothing_more(questions):
    moment = Moment.of(SECOND)
    rows = release_list._newest(moment, "en")

    with CaptureQueriesContext(connection) as counted:
        said = [(row.edition.title, row.edition.lead, row.release.day) for row in rows]
    assert len(said) == 2
    assert len(counted) == 0


def test_an_unknown_value_is_no_question_of_the_database():
    with pytest.raises(TypeError):
        home._meetings(Moment.now(), nothing=1)
    assert not Meeting.objects.exists()


def test_answers_are_kept_within_bounds_and_those_not_asked_for_go_first(monkeypatch):
    monkeypatch.setattr("releases.public.page_cache.MOST_BYTES", 10)
    answers = Answers()
    for key in "abc":
        answers.put(key, (b"1234", {}))
        answers.get("a")

    assert answers.get("a") == (b"1234", {})
    assert answers.get("b") is None
    assert answers.size == 8


def test_of_many_choices_those_that_find_any_are_found_in_one_statement(questions):
    moment = Moment.of(SECOND)
    choices = [
        (reader, kind) for reader in ("en", "fr", "xx") for kind in ("press_release", "speech")
    ]
    alone = [choice for choice in choices if release_list._last(moment, choice[0], kind=choice[1])]

    with CaptureQueriesContext(connection) as counted:
        found = release_list._last.finds_any(["reader", "kind"], choices, moment)
    assert sorted(found) == sorted(alone) == [("en", "press_release"), ("fr", "press_release")]
    assert len(counted) == 1
    assert release_list._last.finds_any(["kind"], [], moment, "en") == []
