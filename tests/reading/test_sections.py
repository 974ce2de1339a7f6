import pytest

from releases.reading.document import Block
from releases.reading.findings.sections import find_places
from tests.reading.texts import blocks_of

TEXT = (
    "The Minister of Energy opened the first heat network of the region on Friday together with "
    "the mayor. Some four hundred homes will be connected before the winter, and more next year."
)


def places_of(text):
    return find_places(blocks_of(text))


@pytest.mark.parametrize(
    "label",
    [
        "Press release",
        "PRESS RELEASE 12/2023",
        "For immediate release",
        "News release – for immediate release – 4 May 2023",
        "Media advisory",
        "Communiqué de presse",
        "COMMUNIQUE DE PRESSE",
        "Pour diffusion immédiate",
        "Invitation à la presse",
        "Persbericht",
        "Persbericht van het kabinet van de minister",
        "Uitnodiging aan de pers",
        "Pressemitteilung Nr. 17/2023",
        "Presseeinladung und Terminhinweis",
        "Zur sofortigen Veröffentlichung",
        "Communiqué de presse / Persbericht",
        "Embargo until 10:00 on 4 May 2023",
        "Sperrfrist: 4. Mai 2023, 10 Uhr",
        "***",
    ],
)
def test_lines_above_the_text_that_only_say_what_it_is_are_labels(label):
    assert places_of(f"{label}\n\nHeat network opens\n\n{TEXT}") == ["label", "body", "body"]


@pytest.mark.parametrize("line", ["Brussels, 4 May 2023", "le 4 mai 2023", "Wien (xyz)"])
def test_a_line_with_nothing_but_place_and_day_is_a_dateline(line):
    assert places_of(f"Heat network opens\n\n{line}\n\n{TEXT}") == ["body", "dateline", "body"]


def test_a_dateline_that_opens_a_paragraph_stays_in_the_text():
    assert places_of(f"Heat network opens\n\nBRUSSELS, 4 May 2023 – {TEXT}") == ["body", "body"]


@pytest.mark.parametrize("end", ["ENDS", "-- FIN --", "(einde)", "### Ende ###", "###", "- 30 -"])
def test_below_the_end_stand_notes(end):
    places = places_of(f"Heat network opens\n\n{TEXT}\n\n{end}\n\nThe network is 12 km long.")

    assert places == ["body", "body", "label", "notes"]


@pytest.mark.parametrize(
    "heading",
    [
        "Notes to editors",
        "NOTES TO EDITORS:",
        "Note aux rédactions",
        "Pour en savoir plus",
        "Noot voor de redactie",
        "Hinweis an die Redaktionen",
        "Hintergrund:",
        "About the heat network",
        "À propos du réseau de chaleur",
        "Über die Energiebehörde",
    ],
)
def test_a_heading_below_the_text_opens_the_notes(heading):
    places = places_of(f"Heat network opens\n\n{TEXT}\n\n{heading}\n\nThe network is 12 km long.")

    assert places == ["body", "body", "notes", "notes"]


@pytest.mark.parametrize(
    "heading",
    ["Press contact", "Media enquiries:", "Contact presse", "Perscontact", "Pressekontakt:"],
)
def test_a_contact_block_goes_on_as_long_as_its_lines_are_contacts(heading):
    places = places_of(
        f"Heat network opens\n\n{TEXT}\n\n{heading}\n\nMaud Ferrand\n\n0470 55 01 02\n\n"
        "Notes to editors\n\nThe network is 12 km long."
    )

    assert places == ["body", "body", "contact", "contact", "contact", "notes", "notes"]


@pytest.mark.parametrize("text", ["A short text.", TEXT])
def test_the_head_of_a_table_of_contacts_belongs_to_it(text):
    rows = ["Press contact\tPhone\tE-mail", "Maud Ferrand\t0470 55 01 02\tmaud@press.example"]
    blocks = [Block("Heat network opens", "h", 1), Block(text)]

    assert find_places([*blocks, *(Block(row, "tr") for row in rows)]) == [
        "body",
        "body",
        "contact",
        "contact",
    ]


def test_a_contact_above_the_title_leaves_title_and_text_alone():
    places = places_of(f"Contact: Maud Ferrand, 202-555-0143\n\nHeat network opens\n\n{TEXT}")

    assert places == ["contact", "body", "body"]


def test_a_heading_that_is_no_note_goes_back_to_the_text():
    blocks = [
        Block("Heat network opens", "h", 1),
        Block(TEXT),
        Block("Background", "h", 2),
        Block("The network is 12 km long."),
        Block("Next steps", "h", 2),
        Block("Works begin in May."),
    ]

    assert find_places(blocks) == ["body", "body", "notes", "notes", "body", "body"]


@pytest.mark.parametrize(
    "line",
    ["News", "Termin: Montag, 4. Mai 2023", "Statement", "Contact between the two went well."],
)
def test_lines_amid_the_text_stay_there(line):
    assert places_of(f"Heat network opens\n\n{TEXT}\n\n{line}\n\n{TEXT}\n\n{TEXT}") == ["body"] * 5


def test_every_block_of_an_invitation_has_a_place():
    places = places_of(
        f"Invitation\n\nOpening\n\nDate: 4 May 2023\n\nVenue: Town hall, Dinant\n\n{TEXT}"
    )

    assert places == ["label", "body", "body", "body", "body"]


def test_the_text_goes_on_below_a_contact_in_its_midst():
    contact = "Contact:\nPress service of the Chamber\nMaud Ferrand 0470 55 01 02"

    assert places_of(f"Heat network opens\n\n{TEXT}\n\n{contact}\n\n{TEXT}\n\n{TEXT}") == [
        "body",
        "body",
        "contact",
        "body",
        "body",
    ]
