"""A file that holds more than any release is refused with a sentence, or cut and said."""

import csv
import json
from email.mime.multipart import MIMEMultipart
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from releases.intake.unattended import draft_of
from releases.reading.document import UnreadableError
from releases.reading.find import find
from releases.reading.readers import read, read_html, read_text
from tests.builders import make_intake, make_staff
from tests.reading.files import docx, paragraph
from tests.reading.texts import blocks_of

PART = "--b\nContent-Type: text/plain\n\nword\n"


def mail(parts):
    head = "From: a@b.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\n"
    head += "Content-Type: multipart/mixed; boundary=b\n\n"
    return f"{head}{PART * parts}--b--\n".encode()


def refusal(read, *given):
    with pytest.raises(UnreadableError) as refused:
        read(*given)
    return str(refused.value)


def test_a_mail_of_a_hundred_thousand_parts_is_refused_at_the_first_too_many(monkeypatch):
    told_apart = []
    attach = MIMEMultipart.attach
    monkeypatch.setattr(
        "email.message.Message.attach",
        lambda part, below: (told_apart.append(part), attach(part, below)),
    )

    sentence = refusal(read, mail(100_000), "a.eml")

    assert sentence == "The mail holds more than 500 parts. Save the release alone."
    assert len(told_apart) <= 500


def test_a_mail_of_many_parts_is_read(settings):
    settings.INTAKE_MAX_PARTS = 5

    assert len(read(mail(4), "a.eml").blocks) == 4
    assert refusal(read, mail(5), "a.eml").startswith("The mail holds more than 5 parts.")


@pytest.mark.parametrize(
    ("reader", "given"),
    [
        (read_text, "word\n\n" * 6),
        (read_text, "- word\n" * 6),
        (read_html, "<p>word</p>" * 6),
        (read_html, "<table>" + "<tr><td>word" * 6),
        (read_html, "<ul>" + "<li>word" * 6),
        (read, docx(paragraph("word") * 6)),
        (read, mail(6)),
    ],
)
def test_more_paragraphs_items_and_rows_than_any_release_are_refused(reader, given, settings):
    settings.INTAKE_MAX_BLOCKS = 5

    sentence = refusal(reader, given)

    assert sentence == "The text has more than 5 paragraphs. Choose the release alone."


@pytest.fixture
def text(settings):
    settings.INTAKE_MAX_FOUND = 2
    people = "".join(
        f"“We agree on {n}”, said Minister Ada Quist{n * 'a'}. See https://p{n}.example/.\n\n"
        for n in range(1, 5)
    )
    contacts = "".join(
        f"Press contact: Maud Ferrand{n * 'a'}, maud{n}@ports.example\n\n" for n in range(1, 4)
    )
    return f"Ports agree\n\n{people}ENDS\n\n{contacts}"


CUT = (
    "Of these there are more than 2, and the rest is left out: Quotes, People, Links, Press "
    "contacts."
)


def test_what_nobody_could_look_through_is_cut(text):
    found = find(blocks_of(text), "en")

    assert [len(found.quotes), len(found.people), len(found.links), len(found.contacts)] == [2] * 4
    assert found.cut == ["quotes", "people", "links", "contacts"]


@pytest.mark.django_db
def test_what_was_cut_is_told(text, client):
    client.force_login(writer := make_staff("Writer"))
    intake = make_intake(text, by=writer)

    _draft, doubts = draft_of(intake)
    page = client.get(reverse("admin:releases_intake_change", args=[intake.pk]))

    assert doubts[0] == CUT
    assert CUT in page.content.decode()


@pytest.mark.django_db
def test_cells_are_mended_before_they_name_a_file(tmp_path):
    (tmp_path / "a.txt").write_text("Ports agree\n\nThey agreed.")
    row = {"file": "a\x00.t\ud800xt", "title": "Ports\x0b agree\u202e"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    report = tmp_path / "report.csv"

    call_command("intake_archive", tmp_path / "a.jsonl", report=report, stdout=StringIO())

    assert "found,Ports agree,," in report.read_text(encoding="utf-8-sig")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_line_of_an_archive_that_is_too_long_is_named(name, tmp_path, settings):
    settings.INTAKE_MAX_BYTES = 200
    rows = [{"title": "A", "text": "word " * 60}, {"title": "B", "text": "B\n\nShort."}]
    with (tmp_path / name).open("w", newline="") as file:
        if name == "a.csv":
            table = csv.DictWriter(file, ["title", "text"])
            table.writeheader()
            table.writerows(rows)
        else:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    out = StringIO()

    with pytest.raises(CommandError) as failed:
        call_command("intake_archive", tmp_path / name, stdout=out)

    told = out.getvalue() + str(failed.value)
    assert f"{name}, line {1 if name == 'a.jsonl' else 2}" in told
    assert ("longer than 200" in told) == (name == "a.jsonl")
    assert ("found: 1" in told) == (name == "a.jsonl")
