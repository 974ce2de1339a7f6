"""manage.py intake_archive: its sources, what it saves, and what it passes over."""

import csv
import json
import zipfile
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from releases.intake.archive import keep, zipped
from releases.models import Edition, Intake, Person, PressRelease
from releases.reading.faults import OURS
from tests.builders import approve, instant, standing

pytestmark = pytest.mark.django_db

ADDRESS = "https://old.example/news/lock-7?lang=en"


def text(number, date_line="Lier, 3 May 2021 – "):
    """A release that shares no run of words with that of another number."""
    sentence = f"Lock {number} opened after {number} months, and {number} ships passed it"
    lines = [f"{sentence} on day {number} plus {day}." for day in range(4)]
    return f"Lock {number} opens again\n\n{date_line}{lines[0]}\n\n" + "\n\n".join(lines[1:])


def run(source, *arguments):
    """What is printed, and what the command raises last."""
    out, raised = StringIO(), None
    try:
        call_command("intake_archive", source, *arguments, stdout=out, stderr=StringIO())
    except CommandError as error:
        raised = str(error)
    return out.getvalue().splitlines(), raised


def titles():
    return [edition.title for edition in Edition.objects.order_by("pk")]


def folder_of(path, count):
    path.mkdir()
    for number in range(1, count + 1):
        (path / f"{number:02}.txt").write_text(text(number))
    return path


def write_csv(path, *rows):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_lines(path, *values):
    path.write_text("\n".join(map(json.dumps, values)))
    return path


def sum_up(**counts):
    return [f"{name.replace('_', ' ')}: {count}" for name, count in counts.items()]


LOOKED = "Nothing was saved: this was a look. Run it again with --save."


# Looking and saving


def test_a_look_reports_and_changes_nothing(tmp_path, settings):
    source = folder_of(tmp_path / "archive", 3)
    before = {model: model.objects.count() for model in apps.get_models()}

    lines, raised = run(source, "--add-people")

    assert (lines, raised) == (["found: 3", LOOKED], None)
    assert {model: model.objects.count() for model in apps.get_models()} == before
    assert not settings.MEDIA_ROOT.exists()


def test_save_makes_drafts_and_keeps_the_files(tmp_path):
    lines, raised = run(folder_of(tmp_path / "archive", 2), "--save")

    assert (lines, raised) == (["saved: 2"], None)
    assert titles() == ["Lock 1 opens again", "Lock 2 opens again"]
    assert [release.status for release in PressRelease.objects.all()] == ["draft", "draft"]
    assert [release.day for release in PressRelease.objects.all()] == [date(2021, 5, 3)] * 2
    files = {intake.name: intake.file.read().decode() for intake in Intake.objects.all()}
    assert files == {"01.txt": text(1), "02.txt": text(2)}


def test_doubts_are_told_and_saved_all_the_same(tmp_path):
    source = tmp_path / "archive"
    source.mkdir()
    (source / "a.txt").write_text(text(1, date_line=""))

    lines, raised = run(source, "--save")

    assert lines == [
        "a.txt: doubtful. No date was found.",
        "saved: 1",
        "of these with doubts: 1",
    ]
    assert raised is None


def test_people_are_added_only_if_that_is_asked_for(tmp_path):
    said = "\n\n“We waited two years for this day,” said Anna Peeters, Minister of Ports."
    first, second = tmp_path / "first", tmp_path / "second"
    for number, source in enumerate((first, second)):
        source.mkdir()
        (source / "a.txt").write_text(text(number) + said)

    run(first, "--save")
    assert Person.objects.count() == 0
    run(second, "--save", "--add-people")
    assert [person.name for person in Person.objects.all()] == ["Anna Peeters"]


def test_one_bad_file_stops_no_other(tmp_path):
    source = folder_of(tmp_path / "archive", 3)
    (source / "02.txt").write_text("")

    lines, raised = run(source, "--save")

    assert lines == ["02.txt: failed. The file is empty.", "saved: 2", "failed: 1"]
    assert raised == "1 failed."
    assert titles() == ["Lock 1 opens again", "Lock 3 opens again"]


def test_what_nobody_thought_of_fails_one_release_and_leaves_nothing_of_it(
    tmp_path, settings, monkeypatch
):
    source = folder_of(tmp_path / "archive", 2)
    make = keep.make_release

    def fail_at_the_end(draft, intake):
        make(draft, intake)
        if draft.title == "Lock 1 opens again":
            raise RuntimeError("Out of ink")

    monkeypatch.setattr(keep, "make_release", fail_at_the_end)

    assert run(source, "--save") == (
        [f"01.txt: failed. {OURS}", "saved: 1", "failed: 1"],
        "1 failed.",
    )
    assert titles() == ["Lock 2 opens again"]
    assert len([path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]) == 1


def test_run_after_a_kill_does_the_rest_and_nothing_twice(tmp_path, monkeypatch):
    source = folder_of(tmp_path / "archive", 4)
    make, made = keep.make_release, Counter()

    def killed_at_the_third(draft, intake):
        made.update(["release"])
        edition = make(draft, intake)
        if made["release"] == 3:
            raise KeyboardInterrupt
        return edition

    monkeypatch.setattr(keep, "make_release", killed_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        run(source, "--save")
    assert titles() == ["Lock 1 opens again", "Lock 2 opens again"]
    monkeypatch.undo()

    lines, raised = run(source, "--save")

    assert (lines, raised) == (["saved: 2", "done before: 2"], None)
    assert titles() == [f"Lock {number} opens again" for number in range(1, 5)]
    assert run(source, "--save") == (["done before: 4"], None)
    assert len(titles()) == 4


# What is there already


def test_same_file_twice_in_an_archive_is_a_duplicate(tmp_path):
    source = folder_of(tmp_path / "archive", 1)
    (source / "copy.txt").write_text(text(1))

    told = "copy.txt: duplicate. The same file came before, in this archive."
    assert run(source) == ([told, *sum_up(found=1, duplicate=1), LOOKED], None)
    assert run(source, "--save") == ([told, *sum_up(saved=1, duplicate=1)], None)
    assert run(source, "--save") == ([told, "done before: 1", "duplicate: 1"], None)
    assert len(titles()) == 1


def test_nearly_the_same_text_is_a_duplicate_with_or_without_saving(tmp_path):
    source = folder_of(tmp_path / "archive", 1)
    longer = "\n\n".join(f"{n} gates were mended in the year {n} by {n} smiths." for n in range(30))
    (source / "01.txt").write_text(f"{text(1)}\n\n{longer}")
    (source / "later.txt").write_text(f"{text(1)}\n\n{longer}\n\nCorrected on Monday.")

    told = "later.txt: duplicate. Nearly the same text came before, in this archive: 01.txt."
    assert run(source) == ([told, *sum_up(found=1, duplicate=1), LOOKED], None)
    assert run(source, "--save") == ([told, *sum_up(saved=1, duplicate=1)], None)
    assert run(source, "--save")[0] == [told, "done before: 1", "duplicate: 1"]
    assert len(titles()) == 1


def test_text_that_is_in_the_newsroom_already_is_a_duplicate(tmp_path):
    first, second = folder_of(tmp_path / "first", 1), tmp_path / "second"
    run(first, "--save")
    second.mkdir()
    (second / "a.txt").write_text(text(1) + "\n\nEnds.")

    lines, _ = run(second, "--save")

    assert lines == [
        "a.txt: duplicate. Nearly the same text is in the newsroom: “Lock 1 opens again”.",
        "duplicate: 1",
    ]


# Folder


def test_folder_is_walked_by_name_without_hidden_files_and_links(tmp_path):
    outside = tmp_path / "secret.txt"
    outside.write_text(text(9))
    source = folder_of(tmp_path / "archive", 1)
    folder_of(source / "2020", 0)
    (source / "2020" / "b.txt").write_text(text(2))
    (source / "2020" / "a.txt").write_text(text(3))
    (source / ".hidden.txt").write_text(text(4))
    folder_of(source / ".git", 1)
    (source / "link.txt").symlink_to(outside)
    (source / "linked").symlink_to(tmp_path)

    run(source, "--save")

    assert titles() == ["Lock 1 opens again", "Lock 3 opens again", "Lock 2 opens again"]


def test_what_is_no_archive_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Text.")

    assert run(tmp_path / "a.txt")[1].startswith(f"“{tmp_path}/a.txt” is no archive")
    assert run(tmp_path / "none.zip")[1].startswith(f"“{tmp_path}/none.zip” is no archive")


# Zip


def write_zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_zip_is_read_without_unpacking(tmp_path):
    members = {
        "2021/b.txt": text(1),
        "2021/a.txt": text(2),
        "../../escaped.txt": text(3),
        "__MACOSX/2021/._a.txt": "resource",
        ".hidden/c.txt": text(4),
    }
    source = write_zip(tmp_path / "archive.zip", members)

    lines, _ = run(source, "--save")

    assert lines == ["saved: 3"]
    assert titles() == [f"Lock {number} opens again" for number in (3, 2, 1)]
    assert sorted(intake.name for intake in Intake.objects.all()) == [
        "a.txt",
        "b.txt",
        "escaped.txt",
    ]
    assert not list(tmp_path.parent.glob("escaped*"))


def test_member_that_swells_beyond_the_limit_fails_alone(tmp_path, settings):
    settings.INTAKE_MAX_BYTES = 100_000
    source = write_zip(tmp_path / "a.zip", {"bomb.txt": "0" * 10_000_000, "good.txt": text(1)})

    lines, _ = run(source)

    assert lines[0].startswith("bomb.txt: failed. The file is larger than")
    assert lines[1:] == [*sum_up(found=1, failed=1), LOOKED]


def test_zip_with_too_many_members_or_damaged_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(zipped, "MEMBERS", 1)
    source = write_zip(tmp_path / "a.zip", {"a.txt": text(1), "b.txt": text(2)})
    assert run(source)[1] == "The archive holds more than 1 files: divide it."

    source.write_bytes(source.read_bytes()[:100])
    assert "damaged" in run(source)[1]


# Tables


def test_csv_states_title_date_language_and_address(tmp_path):
    head = ["title", "date", "language", "text", "address"]
    row = ["Sluis 7 weer open", "2019-02-01", "nl-BE", text(7), ADDRESS]

    lines, raised = run(write_csv(tmp_path / "a.csv", head, row), "--save")

    edition = Edition.objects.get()
    assert (lines, raised) == (["saved: 1"], None)
    assert (edition.title, edition.language) == ("Sluis 7 weer open", "nl")
    assert edition.release.first_published_at == instant(2019, 2, 1)
    assert "Lock 7 opens again" in edition.body
    intake = Intake.objects.get()
    assert (intake.address, intake.name) == (ADDRESS, "sluis-7-weer-open.txt")
    assert intake.file.read().decode() == text(7)


def test_stated_title_takes_no_words_from_the_text(tmp_path):
    rows = [["title", "text"], ["Lock 7 opens again", text(7)], ["Quite another", text(8)]]

    run(write_csv(tmp_path / "a.csv", *rows), "--save")

    same, other = Edition.objects.order_by("pk")
    assert "Lock 7 opens again" not in same.body
    assert "Lock 8 opens again" in other.body


def test_csv_of_a_european_spreadsheet_is_read(tmp_path):
    source = tmp_path / "a.csv"
    source.write_text(f'title;text\r\nSchleuse 7;"{text(7)}"\r\n', encoding="utf-8-sig")

    run(source, "--save")

    assert titles() == ["Schleuse 7"]


def test_csv_names_files_of_its_own_folder_and_no_others(tmp_path):
    source = folder_of(tmp_path / "archive", 2)
    (tmp_path / "secret.txt").write_text(text(9))
    (source / "link.txt").symlink_to(tmp_path / "secret.txt")
    rows = [["file"], ["01.txt"], ["../secret.txt"], ["link.txt"], ["/etc/passwd"], ["none.txt"]]

    lines, raised = run(write_csv(source / "a.csv", *rows), "--save")

    assert lines == [
        "a.csv, line 3: failed. “../secret.txt” lies outside the folder of the archive.",
        "a.csv, line 4: failed. “link.txt” lies outside the folder of the archive.",
        "a.csv, line 5: failed. “/etc/passwd” lies outside the folder of the archive.",
        "a.csv, line 6: failed. The file cannot be opened: No such file or directory.",
        *sum_up(saved=1, failed=4),
    ]
    assert titles() == ["Lock 1 opens again"]
    assert raised == "4 failed."


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (["titel", "text"], "The column “titel” is unknown. There are: title, date, language, "),
        (["text", "text"], "A column stands there twice."),
        (["title", "date"], "One of the columns text, html and file is needed."),
    ],
)
def test_wrong_columns_are_refused_and_the_line_named(tmp_path, head, sentence):
    _, raised = run(write_csv(tmp_path / "a.csv", head, ["x", "y"]))

    assert raised.startswith(f"a.csv, line 1: {sentence}")


def test_wrong_rows_are_named_and_the_others_go_on(tmp_path):
    head = ["title", "date", "language", "text", "html", "url"]
    source = write_csv(
        tmp_path / "a.csv",
        head,
        ["A", "3.5.2021", "", text(1), "", ""],
        ["B", "", "xx", text(2), "", ""],
        ["C", "", "", text(3), "<p>Too</p>", ""],
        ["D", "", "", "", "", ""],
        ["E", "", "", text(5), "", "news/5"],
        ["F"],
        ["G", "2021-05-03", "", text(7), "", ""],
    )

    lines, _ = run(source)

    failed = [line.partition(": failed. ")[2] for line in lines[:6]]
    assert failed == [
        "“3.5.2021” is no date. Write it like 2021-03-30 or 2021-03-30T10:15+02:00.",
        "The newsroom does not write in the language “xx”.",
        "Give one of text, html and file, and not more.",
        "Give one of text, html and file, and not more.",
        "“news/5” is no web address. Write it like https://www.example.org/news/1.",
        "Each column needs its cell. Columns: 6; cells: 1.",
    ]
    assert lines[6:] == [*sum_up(found=1, failed=6), LOOKED]


def test_csv_in_another_encoding_is_refused(tmp_path):
    source = tmp_path / "a.csv"
    source.write_bytes("title,text\nÉcluse,Texte\n".encode("cp1252"))

    assert run(source)[1] == "a.csv, line 1: This is not UTF-8. Save the table as “CSV UTF-8”."


def test_json_lines_are_read_and_wrong_ones_named(tmp_path):
    values = {"title": "Lock 7", "date": "2019-02-01T09:30:00+01:00", "text": text(7)}
    source = write_lines(tmp_path / "a.jsonl", values | {"url": ADDRESS, "language": None})
    with source.open("a") as file:
        file.write('\n{"title": \n\n[1]\n{"text": 1}\n{"titel": "x", "text": "y"}\n')

    lines, _ = run(source, "--save")

    known = "title, date, language, text, html, file, address, url"
    assert lines[:4] == [
        "a.jsonl, line 2: failed. This is no JSON.",
        "a.jsonl, line 4: failed. This is no JSON object, as in {…}.",
        "a.jsonl, line 5: failed. Each value has to be a text, in quotation marks.",
        f"a.jsonl, line 6: failed. The column “titel” is unknown. There are: {known}.",
    ]
    assert titles() == ["Lock 7"]
    assert PressRelease.objects.get().first_published_at == instant(2019, 2, 1, 9, 30)
    assert Intake.objects.get().address == ADDRESS


# Feeds

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Old site</title><link>https://old.example/</link>
<item><title>Ports &amp;amp; locks</title><link>https://old.example/?p=7</link>
<pubDate>Fri, 01 Feb 2019 09:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{body}</p><p>Anna&#8217;s lock.</p>]]></content:encoded></item>
<item><title>Without text</title></item>
<item><title>Odd</title><pubDate>Yesterday</pubDate><description>Words.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Old site</title>
<entry xml:lang="nl"><title type="html">Sluis &lt;b&gt;7&lt;/b&gt;</title>
<link rel="self" href="https://old.example/feed/7"/><link href="https://old.example/sluis/7"/>
<published>2019-02-01T09:30:00+01:00</published><updated>2020-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{body}</p></div></content>
</entry></feed>"""


def test_rss_is_read_with_what_it_states(tmp_path):
    source = tmp_path / "feed.xml"
    source.write_text(RSS.replace("{body}", text(7).replace("\n\n", "</p><p>")))

    lines, _ = run(source, "--save")

    assert lines == [
        "feed.xml, entry 2: failed. The entry has no text.",
        "feed.xml, entry 3: failed. “Yesterday” is no date.",
        *sum_up(saved=1, failed=2),
    ]
    edition, intake = Edition.objects.get(), Intake.objects.get()
    assert edition.title == "Ports & locks"
    assert "Anna’s lock." in edition.body
    assert edition.release.first_published_at == instant(2019, 2, 1, 9, 30)
    assert (intake.address, intake.path) == ("https://old.example/?p=7", "/?p=7")


def test_atom_is_read_with_what_it_states(tmp_path):
    source = tmp_path / "feed.atom"
    source.write_text(ATOM.replace("{body}", text(7).replace("\n\n", "</p><p>")))

    lines, raised = run(source, "--save")

    edition = Edition.objects.get()
    assert (lines, raised) == (["saved: 1"], None)
    assert (edition.title, edition.language) == ("Sluis 7", "nl")
    assert edition.release.first_published_at == instant(2019, 2, 1, 9, 30)
    assert Intake.objects.get().address == "https://old.example/sluis/7"


def test_plain_text_of_a_feed_keeps_its_paragraphs(tmp_path):
    source = tmp_path / "feed.rss"
    body = text(7).replace("Lock", "Anna&#8217;s lock")
    source.write_text(
        f"<rss><channel><item><title>T</title><description><![CDATA[{body}]]></description>"
        "</item></channel></rss>"
    )

    run(source, "--save")

    assert Edition.objects.get().body.count("<p>") >= 4
    assert "Anna’s lock 7" in Edition.objects.get().body


def test_feed_with_a_document_type_or_broken_is_refused(tmp_path):
    source = tmp_path / "feed.xml"
    source.write_text('<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS.partition("?>")[2])
    assert "document type" in run(source)[1]

    source.write_text("<rss>\n<channel>\n<item></channel>")
    assert run(source)[1] == "feed.xml, line 3: this is no feed, or a broken one."


# Report, terminal, cost


def test_report_has_a_line_for_each_release(tmp_path):
    source, report = folder_of(tmp_path / "archive", 1), tmp_path / "report.csv"
    (source / "=copy.txt").write_text(text(1))

    run(source, "--report", report)

    with report.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["where", "status", "title", "address", "reasons"],
            ["01.txt", "found", "Lock 1 opens again", "", ""],
            ["'=copy.txt", "duplicate", "", "", "The same file came before, in this archive."],
        ]


def test_terminal_shows_a_bar_that_counts_every_item(tmp_path):
    class Terminal(StringIO):
        def isatty(self):
            return True

    source, err = folder_of(tmp_path / "archive", 2), Terminal()
    (source / "02.txt").write_text("")

    with pytest.raises(CommandError):
        call_command("intake_archive", source, stdout=StringIO(), stderr=err)

    assert "] 1/2" in err.getvalue()
    assert f"[{'#' * 40}] 2/2\r\x1b[K" in err.getvalue()


def test_empty_archive_is_no_success(tmp_path):
    assert run(folder_of(tmp_path / "archive", 0))[1] == "There is nothing in this archive."


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [[], ["--save"]])
def test_ten_releases_ask_no_more_than_ten_times_the_queries_of_one(tmp_path, arguments):
    costs = []
    for count in (1, 10):
        source = tmp_path / f"archive-{count}"
        source.mkdir()
        for number in range(count):
            (source / f"{number}.txt").write_text(text(f"{count}0{number}"))
        with CaptureQueriesContext(connection) as queries:
            run(source, *arguments)
        costs.append(len(queries))

    assert costs[0] > 0
    assert costs[1] <= costs[0] * 10


def test_approved_release_of_an_archive_is_public_with_its_old_date(tmp_path):
    run(folder_of(tmp_path / "archive", 1), "--save")

    edition = approve(Edition.objects.get())

    assert [one.pk for one in standing()] == [edition.pk]
    assert edition.release.day == date(2021, 5, 3)
