"""What monitors ask: whether the newsroom is well, and whom to tell of a hole in it."""

import shutil
from datetime import datetime, timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone

from releases.models import Mail
from tests.builders import make_edition, make_editor, make_mail, make_staff

pytestmark = pytest.mark.django_db

NAMES = ["database", "clock", "stored", "space", "mail", "readers"]


@pytest.fixture(autouse=True)
def room(monkeypatch):
    """Plenty of it, whatever the machine of the tests has."""
    disk = SimpleNamespace(free=5_000_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: disk)
    return disk


def said(client, status, **headers):
    answer = client.get("/healthz", headers=headers)
    assert answer.status_code == status
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return answer.content.decode()


def late():
    make_mail(created_at=timezone.now() - timedelta(minutes=16))


def test_a_stranger_is_told_whether_all_is_well_and_no_more(client):
    assert said(client, 200) == "ok\n"
    late()
    assert said(client, 503) == "not ok\n"
    head = client.head("/healthz")
    assert (head.status_code, head.content) == (503, b"")


def test_what_a_monitor_is_told_is_no_error_of_its_own(client, settings, caplog):
    settings.ADMINS = [("web", "web@press.example")]
    late()

    assert said(client, 503) == "not ok\n"

    assert caplog.records == []
    assert Mail.objects.count() == 1


def test_nobody_else_is_told_more(client, settings):
    settings.HEALTH_TOKEN = "a-token-of-twenty-characters"
    for wrong in ("Bearer", "Bearer x", "Bearer ", "Basic a-token-of-twenty-characters"):
        assert said(client, 200, authorization=wrong) == "ok\n"
    for role in ("Writer", "Editor", None):
        client.force_login(make_staff(role))
        assert said(client, 200) == "ok\n"
    settings.HEALTH_TOKEN = ""
    client.logout()
    assert said(client, 200, authorization="Bearer ") == "ok\n"


def test_an_administrator_reads_what_is_not_well(client):
    client.force_login(make_staff("Administrator"))
    late()

    lines = said(client, 503).splitlines()

    assert lines[0] == "not ok"
    assert [line.split(":")[0].split()[-1] for line in lines[1:]] == NAMES
    assert "ok database: It answers." in lines
    assert lines[5].startswith("NOT OK mail: 1 wait, the oldest since ")


def test_somebody_with_the_password_alone_is_told_no_more(client, settings):
    settings.SECOND_FACTOR = True
    client.force_login(make_editor())

    assert said(client, 200) == "ok\n"


def test_a_monitor_with_the_token_reads_what_is_not_well(client, settings):
    settings.HEALTH_TOKEN = "a-token-of-twenty-characters"

    told = said(client, 200, authorization="Bearer a-token-of-twenty-characters")

    assert "ok mail: 0 wait." in told


def test_little_room_is_not_well(client, room):
    room.free = 100_000_000
    assert said(client, 503) == "not ok\n"

    with pytest.raises(CommandError):
        call_command("health")


@pytest.mark.parametrize(("apart", "status"), [(-0.5, 200), (0.5, 200), (-30, 503), (30, 503)])
def test_a_clock_that_is_not_the_databases_is_not_well(client, time_machine, apart, status):
    time_machine.move_to(timezone.now() + timedelta(seconds=apart), tick=True)

    assert client.get("/healthz").status_code == status


def test_a_cache_that_does_not_answer_is_not_well(client, monkeypatch, capsys):
    def fail(*args, **kwargs):
        raise ConnectionError("redis://:hunter2@cache:6379/0")

    monkeypatch.setattr(type(cache._connections[cache._alias]), "get", fail)

    assert said(client, 503) == "not ok\n"
    with pytest.raises(CommandError):
        call_command("health")
    told = capsys.readouterr().out
    assert "NOT OK stored: It does not answer (ConnectionError)." in told
    assert "hunter2" not in told


def test_the_command_says_the_same(capsys):
    call_command("health")

    assert capsys.readouterr().out.splitlines()[0] == "ok database: It answers."
    assert Mail.objects.count() == 0


def test_whom_to_tell_of_a_hole_is_said_where_the_settings_name_somebody(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@press.example"

    answer = client.get("/.well-known/security.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert list(fields) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    assert fields["Contact"] == "mailto:security@press.example"
    left = datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert timedelta(days=179) < left < timedelta(days=365)
    assert fields["Preferred-Languages"] == "en, fr, nl, de"
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"


def test_a_language_that_nothing_was_written_for_is_told_with_what_mends_it(client, settings):
    make_edition()
    assert said(client, 200) == "ok\n"

    settings.LANGUAGES = [*settings.LANGUAGES, ("es", "español")]
    assert said(client, 503) == "not ok\n"
    call_command("show_again", stdout=StringIO())
    assert said(client, 200) == "ok\n"
