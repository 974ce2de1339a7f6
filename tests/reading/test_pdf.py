import io

import pytest
from pypdf import PdfWriter

from releases.reading.document import Block, UnreadableError
from releases.reading.readers import read
from tests.reading.files import pdf, stream

FIRST = [
    (780, "Press service"),
    (700, "A meeting in Brussels on the trade", 20),
    (676, "between the two countries", 20),
    (640, "The Minister received her counterpart in Brussels on Tuesday. They spoke at length"),
    (626, "about the co-operation between the two countries, and signed a declaration on inter-"),
    (612, "national trade."),
    (584, "“We have waited for this since the spring of last year, and we are glad that it could"),
    (570, "be signed,” she said, and that was what her counterpart had come to Brussels for, with"),
    (40, "Page 1 of 2"),
]
SECOND = [
    (780, "Press service"),
    (740, "all of his delegation."),
    (712, "• A first item"),
    (684, "Anna Peeters"),
    (670, "02 555 00 00"),
    (40, "Page 2 of 2"),
]


def texts(document):
    return [block.text for block in document.blocks]


def test_paragraphs_are_rebuilt_from_lines():
    document = read(pdf(FIRST, SECOND))

    assert document.blocks[0] == Block(
        "A meeting in Brussels on the trade between the two countries", "h", 1
    )
    assert texts(document)[1].endswith("and signed a declaration on international trade.")
    assert texts(document)[2].endswith("come to Brussels for, with all of his delegation.")
    assert document.blocks[3:] == [
        Block("A first item", "ul", 1),
        Block("Anna Peeters\n02 555 00 00"),
    ]


def test_running_heads_and_page_numbers_are_left_out():
    document = read(pdf(FIRST, SECOND))

    assert document.left_out == ["Press service", "Page 1 of 2", "Page 2 of 2"]


def test_joined_words_are_counted():
    assert read(pdf(FIRST, SECOND)).notes == [
        "1 word that was hyphenated at the end of a line was joined."
    ]


def test_hyphen_of_a_word_that_has_one_elsewhere_stays():
    lines = [
        (640, "The Minister spoke of co-operation between the two countries and of more to co-"),
        (626, "operation of the kind that is co-"),
    ]

    assert "more to co-operation of" in texts(read(pdf(lines)))[0]


def test_single_page_keeps_all_but_its_number():
    document = read(pdf([(780, "Press service"), (640, "A text."), (40, "- 1 -")]))

    assert texts(document) == ["Press service", "A text."]
    assert document.left_out == ["- 1 -"]


def test_locked_file_is_told():
    writer = PdfWriter(clone_from=io.BytesIO(pdf(FIRST)))
    writer.encrypt("secret", algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)

    with pytest.raises(UnreadableError, match="protected by a password"):
        read(locked.getvalue())


def test_scan_is_told_from_a_text():
    with pytest.raises(UnreadableError, match="shows images of pages"):
        read(pdf([], []))


def test_too_many_pages_are_refused(settings):
    settings.INTAKE_MAX_PAGES = 2

    with pytest.raises(UnreadableError, match="too large"):
        read(pdf(*[[(640, "A text.")]] * 3))


def test_stream_that_swells_is_refused():
    page = pdf([(640, "A text.")])
    start, end = page.index(b"<< /Length"), page.index(b"endstream") + len(b"endstream")

    with pytest.raises(UnreadableError, match="too large"):
        read(page[:start] + stream(b"0 0 m " * 5_000_000) + page[end:])


def test_a_page_whose_letters_are_turned_is_read():
    lines = [(700, "Ministers agree", 18), (660, "They met in Dinant."), (620, "Ports open.")]

    document = read(pdf(lines, turned=True))

    words = " ".join(block.text for block in document.blocks)
    assert words == "Ministers agree They met in Dinant. Ports open."
