import pytest

from releases.reading.document import Attachment, Block, UnreadableError
from releases.reading.readers import read
from tests.reading.files import docx, mail, paragraph

RELEASE = "The Minister received her counterpart.\n\n" + "They spoke about trade. " * 20
LATER = "On Mon, 2 May 2022 at 10:00, Anna <anna@example.be> wrote:\n> Could you send it?"


def texts(document):
    return [block.text for block in document.blocks]


def test_subject_is_the_title_and_the_text_is_read():
    document = read(mail("A text.\n\nMore – naïve.", subject="Réunion à Liège", cte="base64"))

    assert document.title == "Réunion à Liège"
    assert texts(document) == ["A text.", "More – naïve."]


def test_markup_is_preferred_where_it_has_structure():
    assert texts(read(mail("Plain.", "<p>A <b>text</b>.</p>"))) == ["A text."]
    assert texts(read(mail("Plain.\n\nMore.", "Plain.<br>More."))) == ["Plain.", "More."]


def test_signature_and_answered_mail_are_left_out():
    document = read(mail(f"{RELEASE}\n\n-- \nAnna\nPress office\n\n{LATER}"))

    assert texts(document) == [part.strip() for part in RELEASE.split("\n\n")]
    assert document.left_out == [
        "Could you send it?",
        "On Mon, 2 May 2022 at 10:00, Anna <anna@example.be> wrote:",
        "--\nAnna\nPress office",
    ]


def test_answered_mail_is_known_by_its_head_in_any_language():
    head = "<p><b>Van:</b> Anna &lt;anna@example.be&gt;<br><b>Verzonden:</b> 2 mei 2022 10:00<br>"

    document = read(mail(html=f"<p>{RELEASE}</p><hr>{head}<b>Aan:</b> Bert</p><p>Older words.</p>"))

    assert len(document.blocks) == 1
    assert document.left_out[0].startswith("Van: Anna")
    assert document.left_out[0].endswith("Older words.")


def test_mail_that_is_passed_on_is_the_release():
    head = "De : Anna <anna@example.be>\nEnvoyé : 2 mai 2022 10:00\nÀ : Bert"

    document = read(mail(f"FYI\n\n{head}\n\n{RELEASE}"))

    assert texts(document)[0] == "The Minister received her counterpart."
    assert document.left_out == [f"FYI\n{head}"]
    assert document.notes == ["The mail passes on another, which was read."]


def test_contact_block_is_no_head_of_a_mail():
    contact = "Contact: Anna\nMail: anna@example.be\nPhone: 02 555 00 00"

    assert texts(read(mail(f"{RELEASE}\n\n{contact}")))[-1] == contact


def test_disclaimer_is_left_out():
    disclaimer = (
        "Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde. "
        "Wie het per vergissing ontving, verwijdert het."
    )

    document = read(mail(f"{RELEASE}\n\n{disclaimer}"))

    assert len(document.blocks) == 2
    assert document.left_out == [disclaimer]


def test_flowed_lines_are_joined():
    message = mail("One two \nthree.\n\nFour.").replace(
        b"text/plain;", b"text/plain; format=flowed;"
    )

    assert texts(read(message)) == ["One two three.", "Four."]


def test_covering_note_gives_way_to_the_one_document():
    release = docx(paragraph("The Minister received her counterpart in Brussels."))

    document = read(mail("See attachment.", files=[("rélease.docx", release), ("a.png", b"x")]))

    assert texts(document) == ["The Minister received her counterpart in Brussels."]
    assert document.left_out == ["See attachment."]
    assert document.notes == ["The mail only covers “rélease.docx”, which was read as the release."]
    assert document.attachments == [Attachment("rélease.docx", release), Attachment("a.png", b"x")]


def test_mail_that_says_it_all_is_read_itself():
    release = docx(paragraph("Another text. " * 100))

    document = read(mail(RELEASE * 2, files=[("release.docx", release)]))

    assert texts(document)[0] == "The Minister received her counterpart."
    assert [file.name for file in document.attachments] == ["release.docx"]


def test_document_that_cannot_be_read_is_told():
    document = read(mail("See attachment.", files=[("release.docx", b"PK\x03\x04")]))

    assert texts(document) == ["See attachment."]
    assert document.notes[0].startswith("release.docx: The file is damaged")


def test_mail_in_a_mail_is_read_to_a_depth():
    message = mail("See the mail below.", files=[("release.txt", RELEASE.encode())])
    for _ in range(2):
        message = mail("FYI", files=[("mail.eml", message)])

    assert texts(read(message))[0] == "The Minister received her counterpart."
    assert "mails within mails" in str(read(mail("FYI", files=[("mail.eml", message)])).notes)


@pytest.mark.parametrize("charset", ["unknown-8bit", "x-none", "unicode_escape", "zlib"])
def test_encoding_nobody_knows_is_guessed(charset):
    message = f'From: a@b\nMessage-ID: <1>\nContent-Type: text/plain; charset="{charset}"\n\nWilmès'

    document = read(message.encode("cp1252"))

    assert document.blocks == [Block("Wilmès")]
    assert document.notes == [
        "The encoding of the file was guessed: look whether its accents are right."
    ]


def test_mail_without_text_is_refused():
    with pytest.raises(UnreadableError, match="No text was found"):
        read(mail(files=[("a.png", b"x")]))
