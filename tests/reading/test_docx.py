import pytest

from releases.reading.document import Block, Mark, UnreadableError
from releases.reading.readers import read
from tests.reading.files import docx, item, paragraph, run

TRACKED = paragraph(
    run("We will ")
    + '<w:ins w:id="1" w:author="A">' + run("not ") + "</w:ins>"
    + '<w:del w:id="2" w:author="A"><w:r><w:delText>surely </w:delText></w:r></w:del>'
    + run("yield.")
)  # fmt: skip


def texts(document):
    return [block.text for block in document.blocks]


def test_runs_of_a_paragraph_are_one_text_and_one_mark():
    bold = run("The Mini", "<w:b/>") + run("ster", "<w:b/>") + run(" said.")

    assert read(docx(paragraph(bold))).blocks == [
        Block("The Minister said.", marks=[Mark(0, 12, "strong")])
    ]


def test_headings_lists_and_quotations_keep_their_kind():
    document = read(
        docx(
            paragraph("A title", '<w:pStyle w:val="Titre1"/>'),
            item("First"),
            item("Below it", level=1),
            item("Second"),
            paragraph("As she said.", '<w:pStyle w:val="Citation"/>'),
        )
    )

    assert document.blocks == [
        Block("A title", "h", 1),
        Block("First", "ul", 1),
        Block("Below it", "ol", 2),
        Block("Second", "ul", 1),
        Block("As she said.", "blockquote"),
    ]


def test_links_lead_to_the_web_and_nowhere_else():
    links = {"a": "https://example.org/", "b": "file:///etc/passwd", "c": "mailto:a@example.org"}
    body = "".join(
        f'<w:hyperlink r:id="{number}">{run(words)}</w:hyperlink>'
        for number, words in [("a", "web "), ("b", "file "), ("c", "mail "), ("d", "nothing")]
    )

    [block] = read(docx(paragraph(body), links=links)).blocks

    assert block.text == "web file mail nothing"
    assert block.marks == [
        Mark(0, 3, "a", "https://example.org/"),
        Mark(9, 13, "a", "mailto:a@example.org"),
    ]


def test_link_written_as_a_field_is_one():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/" \\o "A tip"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("here")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert read(docx(paragraph(field))).blocks == [
        Block("here", marks=[Mark(0, 4, "a", "https://example.org/")])
    ]


def test_table_is_read_by_rows():
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Anna", "02 555 00 00"))

    document = read(docx(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"))

    assert document.blocks == [Block("Anna\t02 555 00 00", "tr")] * 2


def test_footnotes_stand_at_the_end():
    reference = (
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
    )
    notes = f'<w:footnote w:id="2">{paragraph("The note.")}</w:footnote>'

    document = read(docx(paragraph(run("A text") + reference), paragraph("More."), footnotes=notes))

    assert texts(document) == ["A text[1]", "More.", "The note."]


def test_text_box_follows_its_paragraph_and_is_read_once():
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    document = read(docx(paragraph(run("Before.") + shape), paragraph("After.")))

    assert texts(document) == ["Before.", "In the box.", "After."]


def test_fields_formulas_and_unknown_elements_keep_their_words():
    body = (
        f'<w:fldSimple w:instr="DATE">{run("3 May ")}</w:fldSimple>'
        f'<w:smartTag w:element="place">{run("Brussels ")}</w:smartTag>'
        f"<w:new>{run('and more')}</w:new>"
    )

    assert texts(read(docx(paragraph(body)))) == ["3 May Brussels and more"]


def test_accepted_changes_take_what_was_inserted():
    document = read(docx(TRACKED))

    assert texts(document) == ["We will not yield."]
    assert document.left_out == ["surely"]
    assert document.notes == [
        "1 tracked insertion was taken.",
        "1 tracked deletion was left out.",
    ]


def test_rejected_changes_keep_what_was_deleted():
    document = read(docx(TRACKED), tracked="reject")

    assert texts(document) == ["We will surely yield."]
    assert document.left_out == ["not"]
    assert document.notes == [
        "1 tracked deletion was undone.",
        "1 tracked insertion was left out.",
    ]


def test_refused_changes_are_a_sentence():
    with pytest.raises(UnreadableError, match="Accept or reject them in Word"):
        read(docx(TRACKED), tracked="refuse")


@pytest.mark.parametrize(("tracked", "mark"), [("accept", "del"), ("reject", "ins")])
def test_paragraphs_whose_end_is_gone_are_one(tracked, mark):
    end = f'<w:rPr><w:{mark} w:id="1" w:author="A"/></w:rPr>'

    document = read(docx(paragraph("One, ", end), paragraph("two.")), tracked=tracked)

    assert texts(document) == ["One, two."]


@pytest.mark.parametrize(("tracked", "left"), [("accept", ["Old"]), ("reject", ["New"])])
def test_rows_that_are_gone_are_left_out(tracked, left):
    rows = "".join(
        f"<w:tr><w:trPr><w:{mark} w:id='1'/></w:trPr><w:tc>{paragraph(words)}</w:tc></w:tr>"
        for mark, words in [("del", "Old"), ("ins", "New")]
    )

    assert read(docx(f"<w:tbl>{rows}</w:tbl>"), tracked=tracked).left_out == left


def test_comments_headers_and_hidden_words_are_left_out():
    document = read(
        docx(
            paragraph(run("Said.") + run("Hidden.", "<w:vanish/>")),
            comments=f'<w:comment w:id="1">{paragraph("Is that so?")}</w:comment>',
            header1=paragraph("Press service"),
            footer1=paragraph("Page 1"),
            footer2=paragraph("Page 1"),
        )
    )

    assert texts(document) == ["Said."]
    assert document.left_out == ["Hidden.", "Is that so?", "Page 1", "Press service"]
    assert document.notes == ["1 comment was left out."]


def test_images_are_dropped_with_a_note_and_never_fetched():
    links = {"i": "https://example.org/spy.png"}
    image = '<w:r><w:drawing><a:blip r:link="i"/></w:drawing></w:r>'

    document = read(docx(paragraph(image + run("A text.")), links=links))

    assert texts(document) == ["A text."]
    assert document.notes == ["1 image was left out."]


def test_strict_dialect_is_read_as_well():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    document = read(docx(paragraph(run("A text.", "<w:i/>")), item("An item"), word=strict))

    assert document.blocks == [
        Block("A text.", marks=[Mark(0, 7, "em")]),
        Block("An item", "ul", 1),
    ]
