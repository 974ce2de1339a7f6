import pytest

from releases.reading.document import Block
from releases.reading.findings.contacts import find_contacts
from releases.reading.findings.sections import find_places
from releases.reading.languages import facts
from tests.reading.texts import blocks_of

TEXT = """
Heat network opens in the north

The Minister of Energy opened the first heat network of the region on Friday together with the
mayor. Some four hundred homes will be connected before the winter, and as many again next year.
"""


def contacts_of(blocks, language="en"):
    found = find_contacts(blocks, find_places(blocks), facts(language))
    return [(contact.name, contact.role, contact.email, contact.phone) for contact in found]


@pytest.mark.parametrize(
    ("language", "text", "contacts"),
    [
        ("en", "Press contact: Maud Ferrand, spokesperson, +32 2 555 01 02, maud@press.example",
         [("Maud Ferrand", "spokesperson", "maud@press.example", "+32 2 555 01 02")]),
        ("en", ("Media enquiries\n\nMaud Ferrand\n\nHead of Press\n\nTel: +32 2 555 01 02\n\n"
                "Email: maud@press.example"),
         [("Maud Ferrand", "Head of Press", "maud@press.example", "+32 2 555 01 02")]),
        ("fr", ("Contacts presse :\n\nMaud Ferrand – porte-parole – 0470 55 01 02\n\n"
                "Luc Anselme – attaché de presse – luc@presse.example"),
         [("Maud Ferrand", "porte-parole", "", "0470 55 01 02"),
          ("Luc Anselme", "attaché de presse", "luc@presse.example", "")]),
        ("nl", "Perscontact:\nwoordvoerster Maud Ferrand\nGSM: 0470 55 01 02\nmaud@pers.example",
         [("Maud Ferrand", "woordvoerster", "maud@pers.example", "0470 55 01 02")]),
        ("de", "Pressekontakt: Maud Ferrand, Tel. 030 / 555 01-02, E-Mail: maud@presse.example",
         [("Maud Ferrand", "", "maud@presse.example", "030 / 555 01-02")]),
        ("de", "Rückfragehinweis:\n\nEnergiebehörde\n\nTelefon: 01 555 0102",
         [("Energiebehörde", "", "", "01 555 0102")]),
        ("en", "-- ENDS --\n\nContact\n\nPress Office\n\npress@office.example",
         [("Press Office", "", "press@office.example", "")]),
    ],
)  # fmt: skip
def test_contact_blocks_give_names_offices_and_ways_to_reach_them(language, text, contacts):
    assert contacts_of(blocks_of(TEXT + "\n\n" + text), language) == contacts


def test_each_row_of_a_table_is_a_contact():
    rows = [
        Block("Maud Ferrand\tspokesperson\tmaud@press.example\t+32 2 555 01 02", "tr"),
        Block("Luc Anselme\tpress officer\tluc@press.example", "tr"),
    ]

    assert contacts_of([*blocks_of(TEXT), Block("Press contacts", "h", 2), *rows]) == [
        ("Maud Ferrand", "spokesperson", "maud@press.example", "+32 2 555 01 02"),
        ("Luc Anselme", "press officer", "luc@press.example", ""),
    ]


def test_desks_in_one_paragraph_are_told_apart():
    text = TEXT + "\n\nMedia contacts: Harbour: a@h.example, Tel. 030 555 0101 Lock: b@l.example"

    assert contacts_of(blocks_of(text)) == [
        ("Harbour", "", "a@h.example", "030 555 0101"),
        ("Lock", "", "b@l.example", ""),
    ]


def test_an_address_in_the_text_is_no_contact():
    text = TEXT + "\n\nSend your application to jobs@network.example before the end of the month."

    assert contacts_of(blocks_of(text)) == []
