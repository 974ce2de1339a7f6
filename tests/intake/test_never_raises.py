"""No text crashes its reading: a finder that fails costs what it would have found, alone."""

import importlib.machinery
import json
import logging
import os
import random
import sys
import time
import types
from contextlib import suppress
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.urls import reverse

from releases.intake.draft import make_release
from releases.intake.unattended import draft_of
from releases.models import Edition, Intake
from releases.reading import readers
from releases.reading.document import Block, Document, UnreadableError
from releases.reading.faults import OURS
from releases.reading.find import find
from releases.reading.languages import facts
from releases.review import embargoes
from tests.builders import make_appointment, make_intake, make_person, make_staff
from tests.forms import form_on
from tests.reading import fuzz
from tests.reading.texts import blocks_of, names

MISSED = "By a fault of ours, this could not be looked for in the text: Quotes. Look yourself."
SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))  # more than a few texts: as CI asks for


def chances(examples):
    """Pairs of a seed and a random.Random of it: so many, or for as long as FUZZ_SECONDS says."""
    begun, first = time.monotonic(), random.randrange(10**9) if SECONDS else 0
    number = 0
    while number < examples or time.monotonic() - begun < SECONDS:
        number += 1
        yield first + number, random.Random(first + number)


@pytest.fixture
def broken(monkeypatch):
    """A function that makes a finder fail, with words of the text in what it says."""

    def fail(name):
        def finder(blocks, *given):
            raise KeyError(blocks[0].text)

        monkeypatch.setattr(f"releases.reading.find.{name}", finder)

    return fail


@pytest.mark.parametrize("language", [None, "en", "fr", "nl", "de"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Annexes II and III to the agreement on river ports were published today.",
        "L’annexe III et le chapitre II entrent en vigueur.",
        "De bijlagen II en III zijn gepubliceerd, en ook bijlage III.",
        "Kapitel III und die Artikel II und IV treten in Kraft.",
        "“Ports unite us”, said IV. Minister III agreed with Jr. and Sr.",
        "The Rome II and Brussels II regulations, points II and III, phase III.",
    ],
)
def test_a_roman_numeral_is_nobody(sentence, language):
    found = find(blocks_of(f"Annexes published\n\n{sentence}"), language)

    assert found.missed == []
    assert set(names(found.people)) & {"II", "III", "IV", "Jr.", "Sr."} == set()


def test_an_office_that_holds_a_mere_ending_is_read():
    found = find(blocks_of("Premier en minister Quist sprak."), "de")

    assert found.missed == []


def test_a_line_of_spaces_within_a_block_is_read():
    found = find([Block("Ministers agree\n \nPorts"), Block("They agreed.")], "en")

    assert found.missed == []


@pytest.mark.slow
def test_no_words_in_any_order_crash_a_finder(caplog):
    for seed, chance in chances(25):
        blocks = fuzz.blocks(chance)

        found = find(blocks, chance.choice([None, *fuzz.LANGUAGES]), Document(blocks))

        assert found.missed == [], (seed, caplog.text)
        assert len(found.places) == len(blocks)


def test_no_text_crashes_the_readers(caplog):
    for seed, chance in chances(40):
        source = fuzz.text(chance)
        for read in (readers.read_text, readers.read_html):
            with suppress(UnreadableError):
                read(source)
            assert caplog.text == "", seed


@pytest.mark.slow
@pytest.mark.django_db
def test_no_text_crashes_taking_it_in(client, caplog):
    client.force_login(editor := make_staff("Editor"))
    for name in ("Ada Quist", "Lena Moor", "Els D’hondt"):
        make_appointment(make_person(name))
    for seed, chance in chances(4):
        text = "\n\n".join(block.text for block in fuzz.blocks(chance))
        intake = make_intake(f"II\n\n{text}", by=editor)

        draft, _doubts = draft_of(intake)
        form = form_on(client, reverse("admin:releases_intake_change", args=[intake.pk]))
        answer = form.post()
        with suppress(ValidationError):
            edition = make_release(draft, intake)
            edition.findings()
            embargoes.of_release(edition.release)

        assert answer.status_code in (200, 302), seed
        assert caplog.text == "", seed


def test_a_broken_finder_costs_its_own_result_alone(broken):
    text = blocks_of(
        "Ministers agree\n\nDinant, 4 May 2023\n\n“We agree”, said Minister Ada Quist."
    )
    whole = find(text)

    broken("find_quotes")
    found = find(text)

    assert (found.quotes, found.missed) == ([], ["quotes"])
    assert (found.title, found.day, found.people) == (whole.title, whole.day, whole.people)


@pytest.mark.parametrize(
    "name",
    ["find_language", "find_places", "find_title", "find_summary", "find_day", "find_embargo",
     "find_people", "find_quotes", "find_meeting", "find_links", "find_contacts"],
)  # fmt: skip
@pytest.mark.django_db
def test_with_any_finder_broken_a_draft_can_be_made(name, broken):
    broken(name)

    intake = make_intake("Ministers agree\n\nDinant, 4 May 2023\n\n“We agree”, said Ada Quist.")
    draft, doubts = draft_of(intake)

    assert draft.body
    assert doubts[0].startswith("By a fault of ours, this could not be looked for in the text: ")


def test_a_fault_is_logged_with_its_lines_and_without_the_text(broken, caplog):
    broken("find_quotes")

    find(blocks_of("Secret plan\n\nNobody knows."))

    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert "Looking for quotes: KeyError" in record.getMessage()
    assert "in finder" in record.getMessage()
    assert "Secret" not in caplog.text


@pytest.mark.django_db
def test_the_officer_is_told_what_could_not_be_looked_for(broken, client):
    broken("find_quotes")
    client.force_login(writer := make_staff("Writer"))

    intake = make_intake("Ports agree\n\nThey agreed.", by=writer)
    page = client.get(reverse("admin:releases_intake_change", args=[intake.pk]))

    assert MISSED in page.content.decode()


def test_the_command_reports_the_doubt(broken, tmp_path):
    broken("find_quotes")
    (tmp_path / "a.txt").write_text("Ports agree\n\nThey agreed.")

    out = StringIO()
    call_command("intake", str(tmp_path / "a.txt"), as_json=True, stdout=out)
    lines = StringIO()
    call_command("intake", str(tmp_path / "a.txt"), stdout=lines)

    assert json.loads(out.getvalue())["doubts"] == [MISSED]
    assert MISSED in lines.getvalue()


def test_the_command_goes_on_with_the_next_file(monkeypatch, tmp_path, caplog):
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file in files:
        file.write_text(f"Ports agree {file.stem}\n\nThey agreed.")
    read = readers.text.read

    def fails_on_b(source):
        return read(source) if "agree b" not in source else 1 / 0

    monkeypatch.setattr(readers.text, "read", fails_on_b)
    out, err = StringIO(), StringIO()

    with pytest.raises(CommandError, match="1 of 3 files failed"):
        call_command("intake", *map(str, files), stdout=out, stderr=err)

    assert [name for name in ("a.txt", "b.txt", "c.txt") if name in out.getvalue()] == [
        "a.txt",
        "c.txt",
    ]
    assert err.getvalue() == f"{files[1]}: {OURS}\n"
    assert "Reading a file: ZeroDivisionError" in caplog.text


@pytest.mark.django_db
def test_what_fails_while_a_draft_is_made_stops_no_other_file(monkeypatch, tmp_path, caplog):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Ports agree {name}\n\nThey agreed.")
    monkeypatch.setattr("releases.management.commands.intake.draft_of", lambda *given: 1 / 0)
    err = StringIO()

    with pytest.raises(CommandError, match="2 of 2 files failed"):
        call_command("intake", *map(str, sorted(tmp_path.iterdir())), save=True, stderr=err)

    assert err.getvalue().count(str(OURS)) == 2
    assert not Intake.objects.exists()
    assert not Edition.objects.exists()


@pytest.mark.django_db
def test_the_archive_tells_a_fault_of_ours_as_ours(monkeypatch, tmp_path, caplog):
    (tmp_path / "a.txt").write_text("Ports agree\n\nThey agreed.")
    monkeypatch.setattr(readers.text, "read", lambda source: 1 / 0)
    out = StringIO()

    with pytest.raises(CommandError, match="1 failed"):
        call_command("intake_archive", tmp_path, stdout=out)

    assert str(OURS) in out.getvalue()
    assert "division" not in out.getvalue()
    assert "ZeroDivisionError" in caplog.text


def test_all_languages_tell_the_same():
    english = _told(facts("en"))
    for code in ("fr", "nl", "de"):
        assert _told(facts(code)) == english, code


def test_a_language_with_a_constant_missing_costs_no_more_than_what_needs_it(monkeypatch, caplog):
    constants = sorted(_told(facts("en")))
    for seed, chance in chances(3):
        lost = chance.choice(constants)
        code = _without(lost, seed, monkeypatch)
        blocks = fuzz.blocks(chance)

        with override_settings(LANGUAGES=[("en", "English"), (code, "Without")]):
            found = find(blocks, chance.choice([None, code]), Document(blocks))

        assert len(found.places) == len(blocks), (seed, lost)


def _told(module):
    """The names and types of what a language tells; of a table also those of its values."""
    return {
        name: (type(value), {type(v) for v in value.values()} if isinstance(value, dict) else None)
        for name, value in vars(module).items()
        if name.isupper()
    }


def _without(lost, seed, monkeypatch):
    """The code of a language that has all facts of English, and not `lost`."""
    letters = [chr(ord("a") + (seed // 26**n) % 26) for n in range(2)]
    code = "q" + "".join(letters)
    name = f"releases.reading.languages.{code}"
    module = types.ModuleType(name)
    vars(module).update({k: v for k, v in vars(facts("en")).items() if k.isupper() and k != lost})
    module.__spec__ = importlib.machinery.ModuleSpec(name, None)
    monkeypatch.setitem(sys.modules, name, module)
    return code
