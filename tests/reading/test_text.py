import codecs

import pytest

from releases.reading.document import Block
from releases.reading.readers import read, read_text

WRAPPED = """\
The Minister of Foreign Affairs received her counterpart in Brussels on
Tuesday. They spoke about co-operation between the two countries, and
signed a declaration on trade that had been prepared since the spring
of last year.
"""


def texts(document):
    return [block.text for block in document.blocks]


def test_empty_lines_part_paragraphs():
    assert texts(read_text("One.\n\n  Two.\n \t\nThree.\n")) == ["One.", "Two.", "Three."]


def test_text_without_empty_lines_has_a_paragraph_a_line():
    assert texts(read_text("A title\r\nA text.\r\nMore.")) == ["A title", "A text.", "More."]


def test_lines_broken_at_the_width_of_a_mail_are_joined():
    document = read_text(f"A title\n\n{WRAPPED}\n{WRAPPED}")

    assert texts(document) == ["A title", *[WRAPPED.replace("\n", " ").strip()] * 2]


def test_paragraphs_of_broken_lines_end_with_a_short_one():
    assert texts(read_text(WRAPPED * 2)) == [WRAPPED.replace("\n", " ").strip()] * 2


def test_hyphen_at_the_end_of_a_line_stays_where_it_was():
    [block] = read_text(WRAPPED.replace("and\nsigned", "co-\nsigned")).blocks

    assert "the two countries, co-signed a declaration" in block.text


def test_short_lines_stay_lines():
    assert texts(read_text("A text.\n\nAnna Peeters\nPress office\n02 555 00 00")) == [
        "A text.",
        "Anna Peeters\nPress office\n02 555 00 00",
    ]


def test_lists_are_items_with_their_depth():
    document = read_text(
        "They agreed:\n\n- to meet\n  again\n  • in May\n- to write\n\n1. First\n2. Second"
    )

    assert document.blocks == [
        Block("They agreed:"),
        Block("to meet again", "ul", 1),
        Block("in May", "ul", 2),
        Block("to write", "ul", 1),
        Block("First", "ol", 1),
        Block("Second", "ol", 1),
    ]


@pytest.mark.parametrize("line", ["3. Mai 2022", "– ENDS –", "-30-", "* * *", "2022. A year."])
def test_line_that_only_looks_like_an_item_stays_whole(line):
    assert texts(read_text(f"A text.\n\n{line}\n\nMore.")) == ["A text.", line, "More."]


def test_lines_with_tabs_are_rows():
    assert read_text("Name\tPhone\nAnna \t 02").blocks == [
        Block("Name\tPhone", "tr"),
        Block("Anna\t02", "tr"),
    ]


def test_ruled_lines_part_paragraphs():
    assert texts(read_text("One.\n-----\nTwo.\n= = =\nThree.")) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "data",
    [
        "Wilmès".encode(),
        codecs.BOM_UTF8 + "Wilmès".encode(),
        "Wilmès".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Wilmès".encode("utf-16-be"),
    ],
)
def test_unicode_is_read_without_a_word(data):
    document = read(data, "release.txt")

    assert document.blocks == [Block("Wilmès")]
    assert document.notes == []


def test_encoding_that_was_guessed_is_told():
    document = read("“Wilmès”".encode("cp1252"), "release.txt")

    assert document.blocks == [Block("“Wilmès”")]
    assert document.notes == [
        "The encoding of the file was guessed: look whether its accents are right."
    ]


def test_unicode_that_was_cut_off_stays_unicode():
    data = "déjà vu à Liège, où l’été".encode()[:-1]

    assert texts(read(data)) == ["déjà vu à Liège, où l’ét\ufffd"]


def test_text_from_right_to_left_is_read_as_it_is():
    arabic = "قال الوزير: «نعم» في بروكسل"

    assert read_text(arabic).blocks == [Block(arabic)]
