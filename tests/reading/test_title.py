import pytest

from releases.reading.document import Block, Mark
from releases.reading.findings.sections import find_places
from releases.reading.findings.title import find_summary, find_title
from tests.reading.texts import blocks_of

PARAGRAPH = (
    "The Minister of Energy, Petra Lindholm, opened the first heat network of the region on Friday "
    "together with the mayor. Some four hundred homes will be connected before the winter."
)


def title_of(text):
    blocks = blocks_of(text)
    found = find_title(blocks, find_places(blocks))
    return found and found.value


def test_title_is_the_line_above_the_first_paragraph():
    assert title_of(f"Heat network opens in the north\n\n{PARAGRAPH}") == (
        "Heat network opens in the north"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PRESS RELEASE\n\nHeat network opens", "Heat network opens"),
        ("Press release no. 12/2023\n\n4 May 2023\n\nHeat network opens", "Heat network opens"),
        ("FOR IMMEDIATE RELEASE\n\nContact: Ann Roe, 202-555-0143\n\nHEAT NETWORK OPENS",
         "HEAT NETWORK OPENS"),
        ("Communiqué de presse – Namur, le 4 mai 2023\n\nUn réseau de chaleur ouvre à Dinant",
         "Un réseau de chaleur ouvre à Dinant"),
        ("PERSBERICHT\n\nBrussel, 4 mei 2023\n\nEerste warmtenet opent", "Eerste warmtenet opent"),
        ("Presse- und Informationsamt\nder Stadt Trier\n\n4. Mai 2023\n\nErstes Wärmenetz eröffnet",
         "Erstes Wärmenetz eröffnet"),
        ("Rechtbank Oost\n\nGorinchem, 4 mei\n\nEerste warmtenet opent", "Eerste warmtenet opent"),
        ("Energiekurier Nr. 57 vom 4.5.2023\n\nErstes Wärmenetz eröffnet",
         "Erstes Wärmenetz eröffnet"),
        ("Medienmitteilung\n\nBern, 04.05.2023\n\nErstes Wärmenetz eröffnet",
         "Erstes Wärmenetz eröffnet"),
        ("Persbericht: Eerste warmtenet opent in Hasselt", "Eerste warmtenet opent in Hasselt"),
        ("Pressemitteilung | Erstes Wärmenetz eröffnet", "Erstes Wärmenetz eröffnet"),
        ("Communiqué de presse : un réseau de chaleur ouvre", "un réseau de chaleur ouvre"),
        ("Embargoed until 10:00 on 4 May 2023\n\nHeat network opens", "Heat network opens"),
        ("Ministry of Energy and Climate\n\nHeat network opens in the north",
         "Heat network opens in the north"),
        ("Ministère de la Transition écologique\n\nCommuniqué\n\nUn réseau ouvre à Dinant",
         "Un réseau ouvre à Dinant"),
        ("FOD Economie\n\nEerste warmtenet opent in Hasselt", "Eerste warmtenet opent in Hasselt"),
        ("Energy\n\nHeat network opens in the north", "Heat network opens in the north"),
        ("“No more gas”: heat network opens", "“No more gas”: heat network opens"),
        ("Heat network opens in the north.", "Heat network opens in the north."),
        ("HEAT NETWORK OPENS\nIN THE NORTH", "HEAT NETWORK OPENS IN THE NORTH"),
        ("PRESS RELEASE\nHeat network opens\nNamur, 4 May 2023", "Heat network opens"),
        ("Office of the Spokesperson\n\nMedia Note\n\nMay 4, 2023\n\nA heat network for Turku",
         "A heat network for Turku"),
        ("Council of the Lakes\n\nPRESS\n\nPRESS RELEASE\n12/23\n4/5/2023\n\nEnergy: new rules",
         "Energy: new rules"),
        ("Home > News > 2023\n\nHeat network opens", "Heat network opens"),
        ("Paris, le 4 mai 2023\nN° 123\n\nCOMMUNIQUÉ DE PRESSE\n\nUn réseau ouvre à Dinant",
         "Un réseau ouvre à Dinant"),
        ("Cabinet de la ministre de l’Énergie\n\nMardi 4 mai 2023\n\nUn réseau ouvre à Dinant",
         "Un réseau ouvre à Dinant"),
        ("Nieuwsbericht | 04-05-2023 | 10:00\n\nEerste warmtenet opent", "Eerste warmtenet opent"),
        ("Kabinet van vice-eersteminister Petra Lindholm\n\nEerste warmtenet opent in Hasselt",
         "Eerste warmtenet opent in Hasselt"),
        ("Sperrfrist: 4. Mai 2023, 18 Uhr\n\nEs gilt das gesprochene Wort\n\nRede zur Eröffnung",
         "Rede zur Eröffnung"),
        ("Gezamenlijk persbericht van de ministers van Energie\n\nEerste warmtenet opent",
         "Eerste warmtenet opent"),
        ("Stadt Niederau – Pressestelle\n\n04.05.2023\n\nErstes Wärmenetz der Region eröffnet",
         "Erstes Wärmenetz der Region eröffnet"),
        ("POL-ND: Dieb nach Einbruch gefasst\n\nNiederau (ots)\n\n04.05.2023 – 11:42",
         "Dieb nach Einbruch gefasst"),
        ("Pressemitteilung Nr. 45/2023: Erstes Wärmenetz eröffnet", "Erstes Wärmenetz eröffnet"),
        ("Betreff: Erstes Wärmenetz eröffnet", "Erstes Wärmenetz eröffnet"),
        ("Bund der Heizer e. V.\n\nNiederau, 4. Mai 2023\n\nHeizer fordern mehr Lohn bei Nacht",
         "Heizer fordern mehr Lohn bei Nacht"),
        ("Département fédéral de l’énergie\n\nLe gouvernement adopte le plan chaleur",
         "Le gouvernement adopte le plan chaleur"),
        ("Communiqué de presse régional – Dinant – 4 mai 2023\n\nUn réseau est-il rentable ?",
         "Un réseau est-il rentable ?"),
        ("Union des Lacs\n\nSecrétariat général\n\nCOMMUNIQUÉ FINAL\n\nDouzième session du Conseil",
         "Douzième session du Conseil"),
        ("Énergie – Climat\n\nUn réseau de chaleur ouvre à Dinant",
         "Un réseau de chaleur ouvre à Dinant"),
        ("Nieuwsbericht | 04-05-2023 | 10:00 | Energie\n\nEerste warmtenet opent",
         "Eerste warmtenet opent"),
        ("Zorgnet vzw\n\nPersbericht – embargo tot 6 uur, 4 mei 2023\n\nHELFT STOOKT NOG GAS",
         "HELFT STOOKT NOG GAS"),
        ("Department of Energy\n1 Heat Street, London SW1H 0ET\n\nHeat network opens",
         "Heat network opens"),
        ("Department of Energy Announces Heat Grants\n\nFour towns to share three million",
         "Department of Energy Announces Heat Grants"),
        ("Energy\nHeat network opens in the north", "Heat network opens in the north"),
        ("Communiqué of the Lakes Summit\n\nTurku, 4 May 2023", "Communiqué of the Lakes Summit"),
    ],
)  # fmt: skip
def test_title_is_found_among_labels_days_and_letterheads(text, title):
    assert title_of(f"{text}\n\n{PARAGRAPH}") == title


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH,
        f"PRESS RELEASE\n\n{PARAGRAPH}",
        f"NAMUR, 4 May 2023 – {PARAGRAPH}",
        f"Brussel, 4 mei 2023\n\n{PARAGRAPH}",
        f"PARQUET DE NAMUR\n\nLe procureur du Roi\n\n{PARAGRAPH}",
        f"Minister Petra Lindholm said:\n\n{PARAGRAPH}",
    ],
)
def test_a_text_without_a_title_has_none(text):
    assert title_of(text) is None


def test_a_heading_goes_before_a_line_above_it():
    blocks = [
        Block("Latest from the region"),
        Block("Heat network opens", "h", 1),
        Block(PARAGRAPH),
    ]

    assert find_title(blocks, find_places(blocks)).value == "Heat network opens"


def test_of_two_headings_the_one_that_only_names_a_body_is_no_title():
    blocks = [
        Block("Ministry of Energy", "h", 1),
        Block("Heat network opens", "h", 2),
        Block(PARAGRAPH),
    ]

    assert find_title(blocks, find_places(blocks)).value == "Heat network opens"


def test_the_subject_of_a_mail_is_offered_where_the_text_has_no_title():
    blocks = blocks_of(PARAGRAPH)

    title = find_title(blocks, find_places(blocks), "FW: Press release: Heat network opens")

    assert (title.value, title.spans) == ("Heat network opens", [])
    assert title.sure < 0.5


def summary_of(*blocks):
    places = find_places(blocks)
    summary = find_summary(blocks, places, find_title(blocks, places))
    return summary and summary.value


def test_a_line_below_the_title_in_its_paragraph_is_the_summary():
    text = "Press release\nHeat network opens\nFour hundred homes heated without gas"

    assert summary_of(Block(text), Block(PARAGRAPH)) == "Four hundred homes heated without gas"


def test_a_bold_lead_below_the_title_is_the_summary():
    lead = "Four hundred homes will be heated without gas from this winter on."
    bold = Block(lead, marks=[Mark(0, len(lead), "strong")])

    assert summary_of(Block("Heat network opens"), bold, Block(PARAGRAPH)) == lead


def test_a_lead_with_a_quote_in_it_stays_in_the_text():
    lead = Block("“A winter without gas”, says the minister of the network")

    assert summary_of(Block("Heat network opens"), lead, Block(PARAGRAPH)) is None


def test_a_first_sentence_that_is_not_set_apart_stays_in_the_text():
    lead = Block("Four hundred homes will be heated without gas.")

    assert summary_of(Block("Heat network opens"), lead, Block(PARAGRAPH)) is None
