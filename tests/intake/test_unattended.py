"""What is chosen of a proposal when nobody can be asked, and what becomes a doubt."""

from datetime import date

import pytest

from releases.intake.draft import make_release
from releases.intake.proposal import propose
from releases.intake.unattended import draft_of
from releases.models import Intake, Meeting, Person, PressContact, Quote
from releases.reading.document import (
    BODY,
    SUMMARY,
    TITLE,
    Attachment,
    Block,
    Document,
    Findings,
    Found,
    FoundContact,
    FoundMeeting,
    FoundPerson,
    FoundQuote,
    Span,
)
from tests.builders import (
    instant,
    make_appointment,
    make_document,
    make_meeting,
    make_person,
)

pytestmark = pytest.mark.django_db

NOW = instant(2031, 5, 10, 12)
DAY = date(2031, 5, 3)
BLOCKS = [
    Block("Lock opens again"),
    Block("“Ships pass again,” said Anna Peeters, Minister of Ports."),
    Block("The work took two years."),
]
PLACES = [TITLE, BODY, BODY]
SPAN = Span(1, 1, 18)
QUOTE = FoundQuote([SPAN], 0.9, Found("Anna Peeters", 0.9), Found("Minister of Ports", 0.9))
SUMMIT = {"name": "Harbour summit", "sure": 0.9, "day": DAY, "place": "Lier"}


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


def intake_of(blocks=BLOCKS, attachments=(), **values):
    values = {
        "language": Found("en", 0.9),
        "places": list(PLACES),
        "title": Found("Lock opens again", 0.9, [Span(0, 0, 16)]),
        "day": Found(DAY, 0.9),
    } | values
    document = Document(blocks, attachments=list(attachments))
    proposal = propose(blocks, Findings(**values))
    return Intake(digest="0", document=document.as_json(), proposal=proposal)


def minister(name="Anna Peeters", title="Minister of Ports"):
    return make_appointment(make_person(name), titles={"en": title})


def test_what_is_certain_is_taken_and_nothing_is_saved():
    office = minister()
    intake = intake_of(quotes=[QUOTE], place=Found("Lier", 0.9))

    draft, doubts = draft_of(intake)

    assert doubts == []
    assert (draft.title, draft.language, draft.place) == ("Lock opens again", "en", "Lier")
    assert draft.body.startswith("<p>“Ships pass again,” said Anna Peeters")
    assert [(said.words, said.speaker.person, said.speaker.role) for said in draft.quotes] == [
        ("Ships pass again,", office.person, "Minister of Ports")
    ]
    assert (Intake.objects.count(), Quote.objects.count()) == (0, 0)


def test_quote_of_somebody_not_on_record_is_left_out_and_said():
    draft, doubts = draft_of(intake_of(quotes=[QUOTE]))

    assert draft.quotes == []
    assert doubts == [
        "A quote was left out, as Anna Peeters is not on record: “Ships pass again,”."
    ]


def test_somebody_not_on_record_is_added_if_that_is_asked_for():
    intake = intake_of(quotes=[QUOTE, QUOTE])

    draft, _ = draft_of(intake, add_people=True)
    assert Person.objects.count() == 0
    make_release(draft, intake)

    assert [person.name for person in Person.objects.all()] == ["Anna Peeters"]
    assert [quote.title_as_printed for quote in Quote.objects.all()] == ["Minister of Ports"] * 2


def test_an_office_is_never_added_as_a_person():
    quote = FoundQuote([SPAN], 0.9, Found("the Minister", 0.9))

    draft, doubts = draft_of(intake_of(quotes=[quote]), add_people=True)

    assert draft.quotes == []
    assert doubts == [
        "A quote was left out, as the Minister is not on record: “Ships pass again,”."
    ]


def test_name_of_several_people_is_nobody_even_where_people_are_added():
    make_person("Anna Peeters")
    make_person("Anna Peeters")

    draft, doubts = draft_of(intake_of(quotes=[QUOTE]), add_people=True)

    assert draft.quotes == []
    assert doubts == [
        "A quote was left out, as Anna Peeters may be several people: “Ships pass again,”."
    ]


def test_quote_whose_words_are_not_in_the_text_does_not_stop_the_release():
    minister()
    intake = intake_of(quotes=[QUOTE])
    intake.proposal["quotes"][0]["words"] = "Ships pass once more,"

    draft, doubts = draft_of(intake)
    edition = make_release(draft, intake)

    assert edition.quotes.count() == 0
    assert doubts == [
        "A quote was left out, as its words do not stand in the text: “Ships pass once more,”."
    ]


def test_quote_that_stands_in_the_summary_comes_into_the_text():
    minister()
    intake = intake_of(quotes=[QUOTE], places=[TITLE, SUMMARY, BODY])

    draft, doubts = draft_of(intake)

    assert make_release(draft, intake).quotes.count() == 1
    assert doubts == []


def test_joint_quote_and_one_of_nobody_are_left_out():
    minister()
    joint = FoundQuote([SPAN], 0.9, Found(["Anna Peeters", "Jan Smit"], 0.9))
    nobody = FoundQuote([SPAN], 0.9)

    draft, doubts = draft_of(intake_of(quotes=[joint, nobody]))

    assert draft.quotes == []
    assert doubts == [
        "A quote of several people was left out: “Ships pass again,”.",
        "A quote was left out, as nobody is named who said it: “Ships pass again,”.",
    ]


def test_unsure_speaker_is_taken_and_is_a_doubt():
    minister()
    quote = FoundQuote([SPAN], 0.3, Found("Anna Peeters", 0.9))

    draft, doubts = draft_of(intake_of(quotes=[quote]))

    assert len(draft.quotes) == 1
    assert doubts == ["Look who said this: “Ships pass again,” (Anna Peeters)."]


def test_day_in_the_past_is_when_it_was_first_published():
    draft, _ = draft_of(intake_of())

    assert (draft.first_published_at, draft.publish_at) == (instant(2031, 5, 3), None)


def test_instant_that_an_archive_states_is_kept():
    intake = intake_of(embargo=Found(instant(2031, 5, 12, 10), 0.9))
    intake.proposal["day"]["value"] = "2031-05-10T09:30:00+02:00"

    draft, _ = draft_of(intake)

    at = instant(2031, 5, 10, 9, 30)
    assert (draft.first_published_at, draft.publish_at) == (at, None)


def test_embargo_to_come_is_the_planned_time():
    draft, doubts = draft_of(intake_of(embargo=Found(instant(2031, 5, 12, 10), 0.9)))

    assert (draft.first_published_at, draft.publish_at) == (None, instant(2031, 5, 12, 10))
    assert doubts == []


def test_embargo_that_is_over_dates_a_release_without_a_day():
    embargo = Found(instant(2031, 5, 2, 10), 0.9)

    draft, _ = draft_of(intake_of(day=None, embargo=embargo))

    assert draft.first_published_at == instant(2031, 5, 2, 10)


def test_day_to_come_and_no_day_are_doubts():
    coming, doubts = draft_of(intake_of(day=Found(date(2031, 5, 20), 0.9)))
    assert (coming.first_published_at, coming.publish_at) == (None, None)
    assert doubts == ["It is dated 20 May 2031, which is still to come: say when it goes public."]

    undated, doubts = draft_of(intake_of(day=None))
    assert (undated.first_published_at, undated.publish_at) == (None, None)
    assert doubts == ["No date was found."]


def test_release_of_today_is_an_ordinary_draft():
    draft, doubts = draft_of(intake_of(day=Found(date(2031, 5, 10), 0.9)))

    assert (draft.first_published_at, draft.publish_at, doubts) == (None, None, [])


def test_meeting_on_record_is_taken_as_it_is():
    minister()
    known = make_meeting("Harbour summit", starts_on=DAY)
    people = [FoundPerson("Anna Peeters")]
    intake = intake_of(meeting=FoundMeeting(**SUMMIT, chairs=people))

    draft, doubts = draft_of(intake)

    assert make_release(draft, intake).release.meetings.get() == known
    assert known.participations.count() == 0
    assert doubts == []


def test_meeting_is_added_with_those_in_office():
    office = minister()
    make_person("Jan Smit")
    people = [FoundPerson(name) for name in ("Anna Peeters", "Jan Smit", "Eva Maes")]
    intake = intake_of(meeting=FoundMeeting(**SUMMIT, chairs=people[:1], participants=people[1:]))

    draft, doubts = draft_of(intake)
    make_release(draft, intake)

    added = Meeting.objects.get()
    assert [(one.appointment, one.capacity) for one in added.participations.all()] == [
        (office, "chair")
    ]
    assert doubts == [
        "Jan Smit was left out of the meeting: no office of that day is on record.",
        "Eva Maes was left out of the meeting: no office of that day is on record.",
    ]


def test_meeting_with_its_name_and_day_is_added():
    intake = intake_of(meeting=FoundMeeting(**SUMMIT, virtual=True))

    make_release(draft_of(intake)[0], intake)

    [meeting] = Meeting.objects.all()
    assert (str(meeting), meeting.starts_on, str(meeting.place)) == ("Harbour summit", DAY, "Lier")
    assert (meeting.format, meeting.status) == ("virtual", "held")


def test_meeting_without_a_day_is_left_out():
    draft, doubts = draft_of(intake_of(meeting=FoundMeeting(**SUMMIT | {"day": None})))

    assert draft.meeting is None
    assert doubts == ["A meeting was left out, as its day was not found: Harbour summit."]


def test_only_contacts_on_record_are_taken():
    known = PressContact.objects.create(name="Press desk", email="press@port.example")
    contacts = [
        FoundContact("Desk", email="press@port.example"),
        FoundContact("Jan Smit", phone="+32 2 000 00 00"),
    ]

    draft, doubts = draft_of(intake_of(contacts=contacts))

    assert draft.contacts == [known]
    assert doubts == ["A press contact was left out, as it is not on record: Jan Smit."]


def test_only_links_on_record_become_documents():
    make_document("Plan", url="https://port.example/plan")
    links = [Found("https://port.example/plan", 1.0), Found("https://port.example/x", 1.0)]

    assert draft_of(intake_of(links=links))[0].links == [("Plan", "https://port.example/plan")]


def test_missing_title_language_and_attachments_are_doubts():
    draft, doubts = draft_of(
        intake_of(
            title=None,
            places=[BODY] * 3,
            language=Found("", 0.3),
            attachments=[Attachment("plan.pdf", b"")],
        )
    )

    assert (draft.title, draft.language) == ("Lock opens again", "en")
    assert sorted(doubts) == [
        "No title was found: the first words of the text stand for it.",
        "The attachment “plan.pdf” was left out.",
        "The language was not recognised: choose it.",
    ]


def test_title_too_long_for_the_newsroom_is_cut_and_said():
    intake = intake_of(title=Found("word " * 80, 0.9))

    draft, doubts = draft_of(intake)
    make_release(draft, intake)

    assert len(draft.title) <= 300
    assert len(doubts) == 1


def test_text_that_is_all_head_and_foot_is_taken_whole():
    draft, doubts = draft_of(intake_of(places=[TITLE, SUMMARY, SUMMARY]))

    assert "Ships pass again" in draft.body
    assert doubts == ["The text has no more than a head or a foot: all of it was taken."]


def test_queries_do_not_grow_with_the_number_of_quotes(django_assert_max_num_queries):
    minister()
    intake = intake_of(quotes=[QUOTE] * 10)

    with django_assert_max_num_queries(5):
        draft_of(intake, add_people=True)
