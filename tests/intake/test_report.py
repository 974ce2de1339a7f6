"""What was found, as plain values and as lines for a person."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

from releases.intake.report import as_lines, as_values
from releases.reading.document import (
    BODY,
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

WORDS = "“We opened the lock,” said Anna Peeters. “Ships pass again.”"
BLOCKS = [Block("Lock opens again"), Block(WORDS)]
PARTS = [Span(1, 1, 20), Span(1, 42, 59)]


def findings(**values):
    return Findings(language=Found("en", 0.9), places=[BODY] * len(BLOCKS), **values)


def document(**values):
    return Document(BLOCKS, **values)


def test_nothing_found_has_every_key_and_no_value():
    assert as_values("a.txt", document(), findings()) == {
        "file": "a.txt",
        "title": None,
        "date": None,
        "place": None,
        "language": "en",
        "embargo": None,
        "summary": None,
        "quotes": [],
        "meeting": None,
        "links": [],
        "contacts": [],
        "doubts": [],
        "left_out": [],
        "notes": [],
    }


def test_parts_of_a_quote_stand_in_its_text_and_one_by_one():
    speaker, role = Found("Anna Peeters", 0.9), Found("Minister of Ports", 0.9)
    found = findings(quotes=[FoundQuote(PARTS, 0.876, speaker, role)])

    assert as_values("", document(), found)["quotes"] == [
        {
            "text": "We opened the lock, Ships pass again.",
            "parts": ["We opened the lock,", "Ships pass again."],
            "speaker": "Anna Peeters",
            "role": "Minister of Ports",
            "sure": 0.88,
        }
    ]


def test_quote_of_one_piece_has_no_parts_and_nobody_named_is_null():
    found = findings(quotes=[FoundQuote(PARTS[:1], 0.5)])

    assert as_values("", document(), found)["quotes"] == [
        {"text": "We opened the lock,", "speaker": None, "role": None, "sure": 0.5}
    ]


def test_joint_statement_names_all_its_speakers():
    found = findings(quotes=[FoundQuote(PARTS, 0.9, Found(["Anna Peeters", "Jan Smit"], 0.9))])

    values = as_values("", document(), found)

    assert values["quotes"][0]["speaker"] == ["Anna Peeters", "Jan Smit"]
    assert "“We opened the lock, Ships pass again.” – Anna Peeters, Jan Smit" in "".join(
        as_lines(values)
    )


def test_days_and_instants_are_written_as_in_iso_8601():
    at = datetime(2031, 5, 4, 10, tzinfo=ZoneInfo("Europe/Brussels"))
    meeting = FoundMeeting(
        "Harbour summit", 0.9, day=date(2031, 5, 3), chairs=[FoundPerson("Anna Peeters")]
    )
    found = findings(day=Found(date(2031, 5, 3), 0.9), embargo=Found(at, 0.9), meeting=meeting)

    values = json.loads(json.dumps(as_values("", document(), found)))

    assert values["date"] == "2031-05-03"
    assert values["embargo"] == "2031-05-04T10:00:00+02:00"
    assert values["meeting"] == {
        "name": "Harbour summit",
        "date": "2031-05-03",
        "place": "",
        "virtual": False,
        "chairs": ["Anna Peeters"],
        "participants": [],
    }


def test_lines_say_what_was_found_left_out_and_mended():
    found = findings(
        title=Found("Lock opens again", 0.9),
        quotes=[FoundQuote(PARTS[:1], 0.5)],
        meeting=FoundMeeting("Harbour summit", 0.9, participants=[FoundPerson("Jan Smit")]),
        links=[Found("https://port.example/", 1.0)],
        contacts=[FoundContact("Press desk", email="press@port.example")],
    )
    values = as_values("a.txt", document(left_out=["Menu"], notes=["Mended."]), found)

    assert list(as_lines(values)) == [
        "a.txt",
        "  Title: Lock opens again",
        "  Language: en",
        "  Quote: “We opened the lock,” – nobody is named",
        "  Meeting: Harbour summit",
        "  Participant: Jan Smit",
        "  Press contact: Press desk, press@port.example",
        "  Link: https://port.example/",
        "  Left out: Menu",
        "  Note: Mended.",
    ]
