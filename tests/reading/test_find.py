from datetime import UTC, date, datetime

import pytest

from releases.reading.document import Document
from releases.reading.find import find
from tests.reading.texts import blocks_of

ENGLISH = """
PRESS RELEASE

Embargoed until 4 May 2023, 18:00 CEST

Ministers agree on night trains

Turku, 4 May 2023

Transport Minister Petra Lindholm today chaired a meeting of the Baltic transport ministers in
Turku. Her Slovene counterpart, Minister Janez Kovač, took part as a guest.

“Night trains bring Europe together”, said Minister Lindholm. More at www.trains.example/night.

ENDS

Notes to editors

The ministers meet twice a year.

Press contact: Maud Ferrand, spokesperson, maud@trains.example
"""


def test_everything_in_a_release_is_found_and_has_its_place():
    found = find(blocks_of(ENGLISH))

    assert found.language.value == "en"
    assert found.places == [
        "label",
        "label",
        "title",
        "dateline",
        "body",
        "body",
        "label",
        "notes",
        "notes",
        "contact",
    ]
    assert found.title.value == "Ministers agree on night trains"
    assert (found.day.value, found.place.value) == (date(2023, 5, 4), "Turku")
    assert found.embargo.value == datetime(2023, 5, 4, 16, tzinfo=UTC)
    assert [quote.speaker.value for quote in found.quotes] == ["Petra Lindholm"]
    assert found.meeting.name == "meeting of the Baltic transport ministers in Turku"
    assert [chair.name for chair in found.meeting.chairs] == ["Petra Lindholm"]
    assert [person.name for person in found.meeting.participants] == ["Janez Kovač"]
    assert [link.value for link in found.links] == ["www.trains.example/night"]
    assert [contact.name for contact in found.contacts] == ["Maud Ferrand"]


def test_an_empty_document_has_nothing():
    found = find([])

    assert (found.places, found.title, found.day, found.meeting) == ([], None, None, None)


def test_the_language_somebody_chose_is_kept():
    assert find(blocks_of(ENGLISH), language="nl").language.value == "nl"


@pytest.mark.parametrize("said", ["de-AT", "de"])
def test_what_the_file_says_of_itself_helps_where_the_text_does_not(said):
    document = Document([], title="Wärmenetz", language=said)

    found = find(blocks_of("12:30 – 14:00"), document=document)

    assert (found.language.value, found.title.value) == ("de", "Wärmenetz")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Die Konferenz der Häfen\n\n„Wir handeln“, sagte Ministerin Anna Vale zum Abschluss "
            "der Hafenkonferenz am 3. Mai 2031. Den Vorsitz führte Jan Roe."
        ),
        (
            "Conseil des ministres du 3 mai 2031\n\nLe Conseil des ministres s’est réuni le samedi "
            "3 mai 2031 sous la présidence de la Première ministre Anna Vale.\n\nIl a approuvé le "
            "plan."
        ),
    ],
)
def test_a_text_without_a_day_is_of_the_day_of_its_meeting_with_a_doubt(text):
    found = find(blocks_of(text))

    assert (found.day.value, found.day.sure) == (date(2031, 5, 3), 0.5)
