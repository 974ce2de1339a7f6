import io
import zipfile

import pytest

from releases.reading.document import UnreadableError
from releases.reading.readers import read, read_html, read_text
from tests.reading.files import archive, docx, mail, paragraph, pdf, word_body

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def refusal(data, name=""):
    with pytest.raises(UnreadableError) as refused:
        read(data, name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\t", "The file is empty."),
        (OLE, "Older Word documents (.doc) cannot be read. Open it in Word, save it as .docx."),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "The document is protected by a password. Save it without one.",
        ),
        (
            OLE + "__substg1.0_".encode("utf-16-le"),
            "Mails saved by Outlook (.msg) cannot be read. Save the mail as .eml or text.",
        ),
        (
            b"{\\rtf1 text}",
            "Rich text (.rtf) cannot be read. Open the file in Word, save it as .docx.",
        ),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
            (
                "The file holds no text that can be read. Choose a Word document (.docx), a PDF, "
                "a web page, a mail (.eml) or a plain text."
            ),
        ),
        (
            docx(paragraph("A text."))[:-60],
            "The file is damaged or incomplete. Open it where it was written, save it again.",
        ),
        (
            archive({"xl/workbook.xml": "<workbook/>"}),
            "The archive holds no Word document. Choose the release itself.",
        ),
        (b"<p></p>", "No text was found. Choose another file, or paste the text."),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data, sentence):
    assert refusal(data, "release.html" if data.startswith(b"<") else "release.doc") == sentence


def test_pasted_nothing_is_refused():
    for read_pasted in (read_text, read_html):
        with pytest.raises(UnreadableError, match="No text was found"):
            read_pasted(" \n ")


def test_file_is_what_its_bytes_say():
    document = read(docx(paragraph("A text.")), "release.txt", "text/plain")

    assert [block.text for block in document.blocks] == ["A text."]
    assert document.notes == ["“release.txt” is a Word document, and was read as such."]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><p>A text.", "release.docx"),
        (mail("A text."), "release.html"),
        (pdf([(640, "A text.")]), "release.txt"),
        (b"A text.", "release.pdf"),
    ],
)
def test_wrong_name_is_told(data, name):
    document = read(data, name)

    assert [block.text for block in document.blocks] == ["A text."]
    assert document.notes[0].startswith(f"“{name}” is a")


def test_large_files_and_long_texts_are_refused(settings):
    settings.INTAKE_MAX_BYTES, settings.INTAKE_MAX_CHARACTERS = 3000, 1000

    assert "larger than 2.9\xa0KB" in refusal(b"a" * 3001)
    assert "longer than 1,000 characters" in refusal(docx(paragraph("word " * 300)))
    with pytest.raises(UnreadableError, match="longer than 1,000 characters"):
        read_text("word " * 300)


def test_archive_that_swells_is_refused():
    bomb = docx(paragraph("A text. " * 4_000_000))

    assert len(bomb) < 200_000
    assert "too large" in refusal(bomb)


def test_archive_that_lies_about_its_size_is_refused():
    honest = docx(paragraph("A text. " * 1000))
    size = zipfile.ZipFile(io.BytesIO(honest)).getinfo("word/document.xml").file_size

    refusal(honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little")))


def test_archive_of_too_many_parts_is_refused():
    assert "too large" in refusal(archive({f"word/{n}.xml": "" for n in range(4000)}))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_entities_are_never_expanded(part):
    body = word_body(paragraph("A text."))

    bomb = archive({"word/document.xml": body, part: f"{ENTITIES}<x>&b;</x>"})

    assert "damaged" in refusal(bomb)


def test_entities_of_another_file_are_never_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    dtd = f'<!DOCTYPE w [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    body = word_body("<w:p><w:r><w:t>&s;</w:t></w:r></w:p>")

    assert "damaged" in refusal(archive({"word/document.xml": dtd + body}))


def test_deeply_nested_xml_is_refused():
    refusal(docx("<w:sdt>" * 5000 + paragraph("A text.") + "</w:sdt>" * 5000))


def test_deeply_nested_markup_is_read():
    document = read_html("<div>" * 5000 + "A text." + "<b>" * 5000 + " More.")

    assert [block.text for block in document.blocks] == ["A text. More."]


def test_deeply_nested_mail_is_refused():
    part = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"

    refusal(("From: a@b\nMessage-ID: <1>\n" + "".join(map(part.format, range(2000)))).encode())


def test_page_with_scripts_and_forms_is_only_read():
    document = read(
        b'<html><body onload="alert(1)"><p>A text.</p><img src=x onerror="alert(1)">'
        b'<form action="https://example.org/"><input value="x"><button>Send</button></form>'
        b"<script>alert(1)</script><iframe src='file:///etc/passwd'></iframe></body></html>"
    )

    assert [block.text for block in document.blocks] == ["A text."]
    assert document.left_out == ["Send"]


def test_number_of_thousands_of_digits_stays_as_it_is():
    assert read_html(f"&#{'9' * 5000};").blocks[0].text.startswith("&#999")
