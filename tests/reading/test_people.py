import pytest

from releases.reading.document import text_at
from releases.reading.findings.people import find_people
from releases.reading.languages import facts
from tests.reading.said import said
from tests.reading.texts import blocks_of


def named(text, language):
    """Names and offices of the people in a text."""
    return [(person.name, person.role) for person in find_people(blocks_of(text), facts(language))]


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        (
            "en",
            "Deputy Prime Minister and Minister of Foreign Affairs Zoë Maes met Mr Okoro.",
            [("Zoë Maes", "Deputy Prime Minister and Minister of Foreign Affairs"), ("Okoro", "")],
        ),
        (
            "en",
            "Senators Jo Hale (R-Neb.), Bo Marsh (D-Del.) and Li Chan spoke.",
            [("Jo Hale", "Senators"), ("Bo Marsh", ""), ("Li Chan", "")],
        ),
        (
            "en",
            "John R. Mac Guffin, Jr., chair of the Rural Action Council, spoke.",
            [("John R. Mac Guffin, Jr.", "chair of the Rural Action Council")],
        ),
        (
            "fr",
            "La vice-première ministre et ministre des Affaires sociales, Anne d’Arcy, préside.",
            [("Anne d’Arcy", "vice-première ministre et ministre des Affaires sociales")],
        ),
        (
            "nl",
            "Minister van Binnenlandse Zaken Jan van den Berg ontving Simon Smit, directeur.",
            [
                ("Jan van den Berg", "Minister van Binnenlandse Zaken"),
                ("Simon Smit", "directeur"),
            ],
        ),
        (
            "de",
            "Bundesaußenministerin Ute von der Mark traf Prof. Dr. Max ÖZDEMIR-KLEIN.",
            [("Ute von der Mark", "Bundesaußenministerin"), ("Max ÖZDEMIR-KLEIN", "")],
        ),
    ],
)
def test_people_have_their_full_name_and_office(language, text, people):
    assert named(text, language) == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Rural Action Council of New Holland met the European Commission in Paris."),
        ("fr", "La Commission européenne et la Banque centrale se réunissent à Paris."),
        ("nl", "De Raad Algemene Zaken kwam bijeen in het Kursaal van Oostende."),
        ("de", "Der Deutsche Bundestag hat das Gesetz zur Stärkung der Pflege beschlossen."),
    ],
)
def test_bodies_and_places_are_nobody(language, text):
    assert named(text, language) == []


def test_a_surname_alone_belongs_to_the_person_named_in_full():
    blocks = blocks_of("Minister Roe-Vega left.\n\nMinister Ana Roe-Vega spoke. Roe-Vega sat down.")

    [person] = find_people(blocks, facts("en"))

    assert person.name == "Ana Roe-Vega"
    assert text_at(blocks, person.spans).split("\n\n") == ["Roe-Vega", "Ana Roe-Vega", "Roe-Vega"]


def test_a_new_line_ends_a_name_and_its_office():
    text = "Jan Smit\nMinister of Trade\nRoom 5\n\n“We begin,” said Jan Smit."

    assert named(text, "en") == [("Jan Smit", "Minister of Trade")]


def test_namesakes_are_told_apart():
    assert named("Minister Ana Roe met Ambassador Ben Roe.", "en") == [
        ("Ana Roe", "Minister"),
        ("Ben Roe", "Ambassador"),
    ]


def test_a_language_without_facts_is_read_as_english():
    assert facts("fi") is facts("en")
    assert facts("fr-be") is facts("fr")
    assert facts("") is facts("en")


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("nl", "Oesterkweekster Wanda Roest moest lachen.", [("Wanda Roest", "Oesterkweekster")]),
        ("nl", "Zo zegt Kristel (44), die voor haar broer zorgt, niets.", [("Kristel", "")]),
        ("fr", "Ainsi, Karim (44 ans), qui aide son frère, sourit.", [("Karim", "")]),
        ("de", "Stellenbosch Lankau, 44, pflegt seinen Bruder.", [("Stellenbosch Lankau", "")]),
        ("de", "Quinta Lankau kennt den Weg. „Ja“, sagt Lankau.", [("Quinta Lankau", "")]),
        ("en", "Peter Lankau runs the bakery.", [("Peter Lankau", "")]),
        ("en", "Members came from Lankau (44) and Stellenbosch (12), the two towns.", []),
    ],
)
def test_an_occupation_an_age_or_a_later_word_shows_a_name(language, text, people):
    assert named(text, language) == people


def test_a_nickname_belongs_to_the_name_and_is_no_quote():
    text = "“They know me,” said Quentin “Goat” Roe KC, who keeps them."

    assert named(text, "en") == [("Quentin “Goat” Roe", "")]
    assert said(text, "en") == [("Quentin “Goat” Roe", "They know me,")]


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("nl", "Marcel, 84, woont er graag.", [("Marcel", "")]),
        ("de", "Hannelore ist 71 und hält Schafe.", [("Hannelore", "")]),
        ("fr", "L’un d’eux, Simon, 17 ans, n’en dort plus.", [("Simon", "")]),
        ("nl", "Minister Van der Velde sprak.", [("Van der Velde", "Minister")]),
        ("nl", "Wethouder Marijn Dokter opende het pad.", [("Marijn Dokter", "Wethouder")]),
        ("en", "“It is warm,” said passenger Wren Pike.", [("Wren Pike", "")]),
        ("en", "King Leopold came.", [("Leopold", "King")]),
        ("en", "His teacher, Miss Okafor, believes him.", [("Okafor", "teacher")]),
        ("en", "We met the agency's director, Owen Pratt.", [("Owen Pratt", "director")]),
        ("de", "Messechef Axel Rau kam.", [("Axel Rau", "Messechef")]),
        (
            "de",
            "Staatssekretär Emil Radtke, der den Minister vertrat, sprach.",
            [("Emil Radtke", "Staatssekretär")],
        ),
        ("de", "Ganz anders Wiebka Ohm (ÖGP): „Nein.“", [("Wiebka Ohm", "")]),
        ("de", "Anders das Institut Grüne Wiese (GW): „Nein.“", []),
        ("en", "In the weeks after Dunmore Junction, inspectors went out.", []),
        ("en", "Ada, 74, who lives there, came.", [("Ada", "")]),
        ("en", "PC Ada Roe came.", [("Ada Roe", "PC")]),
        ("fr", "Puis Luc Roe, maire, est venu.", [("Luc Roe", "maire")]),
        ("fr", "Région Vallonne : 01 23 45 67 89", []),
        ("de", "Dazu Ada Roe, Richterin: „Nein.“", [("Ada Roe", "Richterin")]),
    ],
)
def test_what_stands_beside_a_name_shows_it(language, text, people):
    assert named(text, language) == people


def test_the_fuller_of_two_titles_is_the_office():
    text = "Ministerin Amelung kam. Umweltministerin Birgit Amelung sprach."

    assert named(text, "de") == [("Birgit Amelung", "Umweltministerin")]
