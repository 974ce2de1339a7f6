"""Whom a found name means, and what is in the newsroom already."""

from datetime import date

import pytest

from releases.intake.match import match_contact, match_meeting, match_person, same_release
from releases.models import PressContact
from tests.builders import instant, make_appointment, make_edition, make_meeting, make_person

pytestmark = pytest.mark.django_db

DAY = date(2021, 3, 30)


def make_minister(name="Élise Van Brÿn", title="Minister of Works", **values):
    return make_appointment(make_person(name), titles={"en": title}, **values)


@pytest.mark.parametrize("written", ["Élise Van Brÿn", "Elise van Bryn", "VAN BRYN Elise"])
def test_a_name_is_matched_without_accents_and_in_any_order(written):
    office = make_minister()

    found = match_person(written, "", DAY)

    assert (found.person, found.appointment) == (office.person, office)
    assert found.sure > 0.9


def test_a_surname_alone_is_enough_where_one_person_has_it():
    office = make_minister()

    found = match_person("Van Brÿn", "", DAY)

    assert found.person == office.person
    assert found.sure < 0.9


def test_a_first_name_alone_means_nobody():
    make_minister("Elise Bryn")

    assert match_person("Elise", "", DAY).person is None


def test_two_of_one_surname_are_told_apart_by_the_office_of_the_day():
    first = make_minister("Ann Bryn", "Minister of Works")
    make_minister("Tom Bryn", "Minister of Health")

    assert match_person("Bryn", "Minister of Works", DAY).person == first.person
    doubtful = match_person("Bryn", "", DAY)
    assert doubtful.person is None
    assert {person.name for person in doubtful.others} == {"Ann Bryn", "Tom Bryn"}


def test_a_role_means_who_held_it_that_day():
    before = make_minister("Ann Bryn", until=date(2020, 12, 31))
    after = make_minister("Tom Roe", since=date(2021, 1, 1))

    assert match_person("the Minister of Works", "", date(2020, 6, 1)).person == before.person
    assert match_person("the Minister of Works", "", DAY).person == after.person


def test_the_office_is_the_one_the_text_names():
    person = make_person("Ann Bryn")
    make_appointment(person, titles={"en": "Deputy Prime Minister"})
    works = make_appointment(person, titles={"en": "Minister of Works", "fr": "Ministre"})

    assert match_person("Ann Bryn", "Minister of Works", DAY).appointment == works
    assert match_person("Ann Bryn", "", DAY).appointment is None


def test_somebody_unknown_stays_unknown():
    make_minister("Ann Bryn")

    found = match_person("Jane Roe", "Chief of Protocol", DAY)

    assert (found.person, found.appointment, found.others) == (None, None, [])


def test_a_meeting_is_matched_by_its_day_and_the_words_of_its_name():
    meeting = make_meeting("Ministerial meeting of the Coalition", starts_on=DAY)
    make_meeting("Council on fisheries", starts_on=DAY)

    assert match_meeting("ministerial meeting of the Coalition", DAY) == meeting
    assert match_meeting("ministerial meeting of the Coalition", date(2021, 3, 31)) is None
    meeting.ends_on = date(2021, 4, 20)
    meeting.save()
    assert match_meeting("ministerial meeting of the Coalition", date(2021, 4, 20)) == meeting
    assert match_meeting("Summit", DAY) is None
    assert match_meeting("Ministerial meeting", None) is None


def test_a_contact_is_matched_by_its_address():
    contact = PressContact.objects.create(name="Press desk", email="press@example.org")

    assert match_contact("Somebody", "PRESS@example.org") == contact
    assert match_contact("Press Desk", "") == contact
    assert match_contact("Press desk", "other@example.org") is None


def words(number):
    return " ".join(f"word{n} is said in sentence {n * number}." for n in range(40))


def test_a_release_that_is_there_already_is_recognised_under_another_title():
    there = make_edition(
        title="As published",
        body=f"<p>{words(1)}</p>",
        release__publish_at=instant(2021, 3, 30, 10),
    )
    make_edition(body=f"<p>{words(7)}</p>", release__publish_at=instant(2021, 3, 30, 11))

    nearly = words(1).replace("word3 ", "another word ")
    assert same_release("In the file", nearly, DAY) == [there]
    assert same_release("In the file", words(3), DAY) == []
    assert same_release("As published", words(1), None) == [there]
    assert same_release("", "", None) == []
