"""manage.py intake: what it prints, saves and refuses."""

import io
import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from releases.management.commands import intake as command
from releases.models import Edition, Intake, Person, PressRelease
from releases.reading.document import UnreadableError
from tests.builders import make_appointment, make_person

TEXT = """Press release

Lock in Lier opens again

Lier, 3 May 2021 – The lock in Lier has opened again after two years of work on its gates.

“Ships pass again, and they will pass for a hundred years,” said Anna Peeters, Minister of Ports.

The work has cost four million euros and was done by people of the town.
"""
WORDS = "Ships pass again, and they will pass for a hundred years,"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lock.txt"
    path.write_text(TEXT)
    return path


def run(*arguments):
    """What is printed on standard output and standard error, and what the command raises last."""
    out, err, raised = StringIO(), StringIO(), None
    try:
        call_command("intake", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        raised = str(error)
    return out.getvalue(), err.getvalue(), raised


def test_json_of_one_file_is_one_object_and_asks_no_database(file):
    out, err, raised = run(file, "--json")

    values = json.loads(out)
    assert (values["file"], values["title"]) == (str(file), "Lock in Lier opens again")
    assert (values["date"], values["language"]) == ("2021-05-03", "en")
    assert [(one["text"], one["speaker"]) for one in values["quotes"]] == [(WORDS, "Anna Peeters")]
    assert (err, raised) == ("", None)


@pytest.mark.slow
def test_json_works_before_any_migration(file, tmp_path):
    path = tmp_path / "none.sqlite3"
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{path}"}

    # Newer Djangos ask the database in their checks whether it knows JSON, before any command.
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", "intake", file, "--json", "--skip-checks"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout)["title"] == "Lock in Lier opens again"
    assert not path.exists()


def test_json_of_several_files_is_a_line_each(file, tmp_path):
    other = tmp_path / "other.html"
    other.write_text("<html><body><h1>Bridge closes</h1><p>It closes on Monday.</p></body></html>")

    out, _, _ = run(file, other, "--json")

    assert [json.loads(line)["title"] for line in out.splitlines()] == [
        "Lock in Lier opens again",
        "Bridge closes",
    ]


def test_hyphen_is_standard_input_of_any_kind(monkeypatch):
    page = b"<html><body><h1>Bridge closes</h1><p>It closes on Monday.</p></body></html>"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page)))

    out, _, _ = run("-", "--json")

    values = json.loads(out)
    assert (values["file"], values["title"]) == ("-", "Bridge closes")


def test_without_json_a_person_can_read_it(file):
    out, _, _ = run(file)

    assert out.splitlines()[:2] == [str(file), "  Title: Lock in Lier opens again"]
    assert f"  Quote: “{WORDS}” – Anna Peeters (Minister of Ports)" in out.splitlines()


def test_wrong_files_are_named_and_the_others_go_on(file, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")

    out, err, raised = run(tmp_path / "none.txt", empty, file, "--json")

    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(file)]
    assert err.splitlines() == [
        f"{tmp_path}/none.txt: The file cannot be opened: No such file or directory.",
        f"{empty}: The file is empty.",
    ]
    assert raised == "2 of 3 files failed."


def test_no_more_of_a_file_is_read_than_is_allowed(file, settings):
    settings.INTAKE_MAX_BYTES = 100

    out, err, raised = run(file)

    assert out == ""
    assert "larger than" in err
    assert raised == "1 of 1 file failed."


def test_tracked_changes_and_the_language_are_as_asked_for(file, monkeypatch):
    asked = []

    def read(data, name="", tracked=""):
        asked.append(tracked)
        raise UnreadableError("No.")

    monkeypatch.setattr(command, "read", read)
    run(file, "--tracked", "refuse")
    monkeypatch.undo()

    assert asked == ["refuse"]
    assert json.loads(run(file, "--json", "--language", "fr")[0])["language"] == "fr"


@pytest.mark.django_db
def test_save_makes_a_draft_and_keeps_the_original(file):
    make_appointment(make_person("Anna Peeters"), titles={"en": "Minister of Ports"})

    out, _, raised = run(file, "--save")

    release = PressRelease.objects.get()
    assert out == f"lock.txt: saved as draft {release.pk}, “Lock in Lier opens again”.\n"
    assert raised is None
    assert (release.status, release.day.isoformat()) == ("draft", "2021-05-03")
    assert [quote.words for quote in release.editions.get().quotes.all()] == [WORDS]
    assert release.intakes.get().file.read().decode() == TEXT


@pytest.mark.django_db
def test_save_says_what_was_left_out_and_why(file):
    out, _, _ = run(file, "--save")

    assert "  A quote was left out, as Anna Peeters is not on record: “Ships pass" in out
    assert Edition.objects.get().quotes.count() == 0


@pytest.mark.django_db
def test_people_are_added_if_that_is_asked_for(file):
    run(file, "--save", "--add-people")

    assert [person.name for person in Person.objects.all()] == ["Anna Peeters"]
    assert [quote.office for quote in Edition.objects.get().quotes.all()] == ["Minister of Ports"]


@pytest.mark.django_db
def test_json_and_save_print_the_object_alone(file):
    out, _, _ = run(file, "--save", "--json")

    assert json.loads(out)["title"] == Edition.objects.get().title


@pytest.mark.django_db
def test_file_that_cannot_be_saved_leaves_nothing_behind(file, tmp_path, settings, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("lock", "bridge").replace("Lock", "Bridge"))
    make = command.make_release

    def fail_once(draft, intake):
        monkeypatch.setattr(command, "make_release", make)
        return make(draft.__class__(title="", language="en", body=""), intake)

    monkeypatch.setattr(command, "make_release", fail_once)

    _, err, raised = run(file, other, "--save")

    assert [intake.name for intake in Intake.objects.all()] == ["other.txt"]
    assert len([path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]) == 1
    assert err.startswith(f"{file}: ")
    assert raised == "1 of 2 files failed."
