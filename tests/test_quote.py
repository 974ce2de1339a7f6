"""A quote is evidence: its words stand in the text, its speaker held the office."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from releases.models import Quote
from tests.builders import instant, make_appointment, make_edition, make_person, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    body = "<p>Minister <strong>Ada Byron</strong>: “We will act, <em>and soon</em>.”</p>"
    draft = make_edition(draft=True, body=body)
    draft.release.publish_at = instant(2021, 3, 30, 12)
    draft.release.save()
    return draft


def quote(edition, **values):
    values.setdefault(
        "speaker", values["appointment"].person if "appointment" in values else make_person()
    )
    return Quote(edition=edition, **{"words": "We will act, and soon."} | values)


def test_words_that_stand_in_the_text_are_taken(edition):
    quote(edition).full_clean()


def test_other_words_are_refused_and_the_first_difference_shown(edition):
    with pytest.raises(ValidationError) as refused:
        quote(edition, words="We will act, but soon.").full_clean()
    [sentence] = refused.value.messages
    assert "They agree up to “We will act,”" in sentence
    assert "the quote has “but soon.” where the text has “and soon.”" in sentence


# Words in several parts


@pytest.fixture
def broken(edition):
    edition.body = "<p>“We must act,” she said. “And we will.”</p><p>“Never doubt it.”</p>"
    return edition


def test_a_quote_broken_by_its_attribution_is_one_quote(broken):
    quote(broken, words="We must act,\r\n\r\nAnd we will.\r\n\r\nNever doubt it.").full_clean()


@pytest.mark.parametrize(
    ("words", "beginning", "end"),
    [
        (
            "We must act,\n\nAnd we shall.",
            "Part 2, “And we shall.”: These words do not stand in the text.",
            "then the quote has “shall.” where the text has “will.””.",
        ),
        (
            "We must wait,\n\nAnd we will.",
            "Part 1, “We must wait,”: These words do not stand in the text.",
            "then the quote has “wait,” where the text has “act,””.",
        ),
        (
            "We must act,\n\nHello there",
            "Part 2, “Hello there”: These words do not stand in the text.",
            "Copy the quote from the text.",
        ),
        (
            "Never doubt it.\n\nWe must act,",
            "These parts stand in another order in the text:",
            "part 2, “We must act,”, comes before part 1.",
        ),
        (
            "We must act,\n\nmust act",
            "Part 2, “must act”, stands in the text only",
            "where it overlaps part 1.",
        ),
    ],
)
def test_the_part_that_does_not_stand_is_named(broken, words, beginning, end):
    [sentence] = quote(broken, words=words).problems(broken.body, date.min)

    assert sentence.startswith(beginning)
    assert sentence.endswith(end)


def test_a_quote_in_parts_is_named_without_making_them_contiguous(broken):
    person = make_person("Ada Byron")

    assert str(quote(broken, words="We act.\n\nAnd soon.", speaker=person)) == (
        "Ada Byron: We act. […] And soon."
    )


def test_lines_end_in_one_way_whatever_the_browser_sends(edition):
    """Else what a browser sends back untouched would count as a change."""
    sent = {"words": "We will act,\r\nand soon.", "original_words": "a\r\n\r\nb"}
    new = quote(edition, language="nl", **sent)

    new.full_clean()

    assert (new.words, new.original_words) == ("We will act,\nand soon.", "a\n\nb")


def test_the_office_of_the_day_is_filled_in(edition):
    then = make_appointment(since=date(2020, 10, 1), until=date(2022, 7, 14))
    make_appointment(then.person, since=date(2022, 7, 15))
    new = quote(edition, speaker=then.person)

    new.full_clean()

    assert new.appointment == then


def test_of_two_offices_none_is_chosen(edition):
    office = make_appointment()
    make_appointment(office.person)
    new = quote(edition, speaker=office.person)

    new.full_clean()

    assert new.appointment is None


@pytest.mark.parametrize(
    ("since", "until"), [(date(2021, 3, 31), None), (date(2020, 1, 1), date(2021, 3, 29))]
)
def test_an_office_not_held_that_day_is_refused(edition, since, until):
    with pytest.raises(ValidationError, match="this office was not held on 30 March 2021"):
        quote(edition, appointment=make_appointment(since=since, until=until)).full_clean()


def test_an_office_of_somebody_else_is_refused(edition):
    with pytest.raises(ValidationError, match="is not an office of"):
        quote(edition, appointment=make_appointment(), speaker=make_person()).full_clean()


def test_covers_says_what_on_asks():
    office = make_appointment(since=date(2021, 1, 1), until=date(2021, 12, 31))
    for day in (date(2020, 12, 31), date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1)):
        assert office.covers(day) == office.person.appointments.on(day).exists()


def test_an_office_a_quote_uses_cannot_be_deleted():
    office = make_quote(appointment=make_appointment()).appointment
    with pytest.raises(ProtectedError):
        office.delete()
