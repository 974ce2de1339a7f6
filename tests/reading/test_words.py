"""Every word arrives, in order; and bad bytes raise UnreadableError or nothing."""

import random
import re
import textwrap
from contextlib import suppress
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releases.reading.document import UnreadableError
from releases.reading.readers import read, read_html, read_text
from tests.reading.files import docx, item, mail, paragraph, pdf, run

letters = st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)
words = st.text(letters, min_size=1, max_size=12) | st.sampled_from(
    ["“Yes”,", "« Non »", "l’été", "co-operation", "2021", "–", "a:", "(b)", "H2O.", "&", "<b"]
)
sentences = st.lists(words, min_size=1, max_size=30).map(" ".join)
documents = st.lists(
    st.tuples(st.sampled_from(["p", "h2", "li", "blockquote", "row", "br"]), sentences),
    min_size=1,
    max_size=8,
).filter(lambda blocks: any(re.search(r"\w", text) for _, text in blocks))


def words_in(*texts):
    return re.findall(r"\w+", " ".join(texts))


def words_of(document):
    return words_in(*(block.text for block in document.blocks))


def as_html(kind, text):
    half = len(text.split()) // 2
    first, rest = (" ".join(part) for part in (text.split()[:half], text.split()[half:]))
    first, rest = escape(first), escape(rest)
    return {
        "row": f"<table><tr><td>{first}<td>{rest}</table>",
        "br": f"<div>{first}<br>{rest}</div>",
        "li": f"<ul><li><b>{first}</b> {rest}</ul>",
    }.get(kind, f"<{kind}><i>{first}</i> {rest}</{kind}>")


def as_docx(kind, text):
    if kind == "row":
        return f"<w:tbl><w:tr><w:tc>{paragraph(run(text))}</w:tc></w:tr></w:tbl>"
    if kind == "li":
        return item(text)
    half = len(text) // 2
    return paragraph(run(text[:half], "<w:b/>") + run(text[half:]))


def wrapped(text, width):
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


@given(documents)
def test_words_of_a_page_arrive(blocks):
    page = "".join(as_html(kind, text) for kind, text in blocks)

    assert words_of(read_html(page)) == words_in(*(text for _, text in blocks))


@given(documents)
def test_words_of_a_word_document_arrive(blocks):
    document = read(docx(*(as_docx(kind, text) for kind, text in blocks)))

    assert words_of(document) == words_in(*(text for _, text in blocks))


@given(documents, st.integers(20, 90))
def test_words_of_a_text_arrive(blocks, width):
    text = "\n\n".join(wrapped(text, width) for _, text in blocks)

    assert words_of(read_text(text)) == words_in(text)


@given(documents)
def test_words_of_a_mail_arrive(blocks):
    document = read(mail("\n\n".join(text for _, text in blocks)))

    assert words_of(document) == words_in(*(text for _, text in blocks))


@given(st.lists(st.lists(st.sampled_from(["press", "meeting", "of", "Liège", "trade"]), min_size=1,
                         max_size=9), min_size=1, max_size=20))  # fmt: skip
def test_words_of_a_pdf_arrive(lines):
    lines = [" ".join(line) for line in lines]
    page = [(780 - 14 * number, line) for number, line in enumerate(lines)]

    assert words_of(read(pdf(page))) == words_in(*lines)


@given(st.text(st.sampled_from("ab \n\t-1.“”«»\"'\u00a0\u202f\u00adﬁ<>&:@/"), max_size=300))
def test_no_text_is_lost_but_what_nobody_sees(text):
    with suppress(UnreadableError):
        arrived = words_of(read_text(text))
        seen = text.replace("\u00ad", "").replace("ﬁ", "fi")
        numbered = {"1"} if any(block.tag == "ol" for block in read_text(text).blocks) else set()
        assert [w.replace("ﬁ", "fi") for w in arrived if w not in numbered] == [
            w for w in words_in(seen) if w not in numbered
        ]


@given(st.text(max_size=500))
def test_any_markup_is_read(source):
    with suppress(UnreadableError):
        read_html(f"<p>{source}<b>{source}</p>")


@given(st.binary(max_size=500), st.sampled_from(["a.docx", "a.html", "a.eml", "a.pdf", "a.txt"]))
def test_any_bytes_are_read_or_refused(data, name):
    with suppress(UnreadableError):
        read(data, name)


FILES = {
    "release.docx": docx(paragraph("A text."), item("An item"), "<w:tbl></w:tbl>"),
    "release.html": b"<!DOCTYPE html><main><h1>A title</h1><p>A <b>text</b>.</p></main>",
    "release.eml": mail("A text.", "<p>A text.</p>", files=[("a.docx", docx(paragraph("A.")))]),
    "release.pdf": pdf([(700, "A title", 20), (640, "A text."), (626, "More.")]),
    "release.txt": "“Réunion” – texte".encode("cp1252"),
}


@pytest.mark.parametrize("name", FILES)
@given(seed=st.integers(0, 2**32))
def test_spoiled_files_are_read_or_refused(name, seed):
    chance = random.Random(seed)
    data = bytearray(FILES[name])
    for _ in range(chance.randrange(20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    end = chance.choice([len(data), chance.randrange(len(data))])

    with suppress(UnreadableError):
        read(bytes(data[:end]), name)
