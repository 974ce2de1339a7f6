"""
What goes wrong is told to the log and to ADMINS, by mail that waits for its turn: where it
happened, and nothing of what was written, sent or secret.
"""

import io
import json
import logging
import socket
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import DatabaseError, OperationalError
from django.test import Client
from django.utils.log import AdminEmailHandler

from releases.models import Document, EmbargoAccess, Mail, Topic
from tests.builders import make_access, make_editor, make_topic
from tests.forms import craft, form_on

pytestmark = pytest.mark.django_db

WORDS = ["Zebrahidden", "zebrahidden", "Quaggaword", "Okapifile", "Bongocookie", "Kudureferrer"]


class Everything(logging.Formatter):
    """What a log in JSON holds: the formatted record, and all that is on it."""

    def format(self, record):
        whole = {name: repr(value) for name, value in vars(record).items() if name != "request"}
        return super().format(record) + json.dumps(whole, ensure_ascii=False)

    def formatException(self, exc_info):  # noqa: N802 (logging's name)
        return super().formatException(exc_info)


@pytest.fixture
def told(settings):
    """All that is told of errors: the log, the mail, and what an operator's own handlers hold."""
    settings.ADMINS = [("web", "web@press.example")]
    log, own = logging.StreamHandler(io.StringIO()), AdminEmailHandler(include_html=True)
    log.setFormatter(Everything("%(levelname)s %(name)s: %(message)s"))
    own.setLevel("ERROR")
    root, django = logging.getLogger(), logging.getLogger("django")
    root.addHandler(log)
    django.addHandler(own)

    def read():
        call_command("send_mail")
        mails = [str(one.message()) for one in mail.outbox]
        bodies = [one.body + str(getattr(one, "alternatives", "")) for one in mail.outbox]
        return "\n".join([log.stream.getvalue(), *mails, *bodies])

    yield SimpleNamespace(read=read, log=log.stream)
    root.removeHandler(log)
    django.removeHandler(own)


@pytest.fixture
def failing(monkeypatch, client):
    """Let a method fail, with an error that repeats what it was given."""
    client.raise_request_exception = False

    def fail(owner, name, error=ValueError):
        def broken(self, *args, **kwargs):
            secret = f"{vars(self)} {args} {kwargs}"
            try:
                raise KeyError(secret)
            except KeyError as first:
                raise error(f"This could not be saved: {secret}") from first

        monkeypatch.setattr(owner, name, broken)

    return fail


def said(told, *absent):
    """What was told, once it is seen to be of use and to hold none of the words."""
    text = told.read()
    assert len(mail.outbox) == 2  # ours, and that of the operator's own handler
    assert "Traceback (most recent call last)" in text
    assert "test_errors.py" in text
    assert [word for word in (*WORDS, *absent) if word in text] == []
    return text


@pytest.mark.parametrize("error", [ValueError, DatabaseError, LookupError])
def test_an_error_at_the_desk_tells_nothing_that_was_typed(client, told, failing, error):
    client.force_login(make_editor())
    topic = make_topic()
    client.cookies["Bongocookie"] = "Bongocookie"
    failing(Topic, "save", error)
    form = form_on(client, f"/admin/releases/topic/{topic.pk}/change/?from=Quaggaword")

    answer = form.post(
        names_en="Zebrahidden", headers={"Referer": "https://testserver/?q=Kudureferrer"}
    )

    assert answer.status_code == 500
    text = said(told, client.cookies["sessionid"].value)
    assert f"/admin/releases/topic/{topic.pk}/change/" in text
    assert error.__name__ in text
    assert "KeyError" in text


def test_an_error_with_a_file_tells_neither_its_name_nor_its_text(client, told, failing):
    client.force_login(make_editor())
    failing(Document, "save")
    form = form_on(client, "/admin/releases/document/add/")
    file = ContentFile(b"Zebrahidden", name="Okapifile.pdf")

    answer = form.post({"title": "Quaggaword", "file": file})

    assert answer.status_code == 500
    said(told)


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_error_at_an_embargoed_text_tells_no_link(client, told, monkeypatch, method):
    access, tokens = make_access(), []
    access.send(make_editor(), lambda token: tokens.append(token) or f"/en/embargo/{token}/")
    call_command("send_mail")
    mail.outbox.clear()
    access.refresh_from_db()
    (token,) = tokens
    link = f"/en/embargo/{token}/"
    client.raise_request_exception = False

    def broken(*args, **kwargs):
        raise LookupError(f"{link} {args} {kwargs}")

    monkeypatch.setattr(EmbargoAccess, "freeze", broken)
    monkeypatch.setattr(EmbargoAccess, "accept", broken)
    headers = {"Referer": f"https://testserver{link}"}
    ask = craft if method == "post" else Client.get
    answer = ask(client, f"{link}?back={link}", headers=headers)

    assert answer.status_code == 500
    text = said(told, token, access.email)
    assert "/en/embargo/…/" in text


def test_a_log_line_keeps_no_link_whatever_its_form(told):
    for form in ("/en/embargo/Se-cret_1/", "%2Fen%2Fembargo%2FSe-cret_1%2F", "embargo\\/Se-cret_1"):
        logging.getLogger("anybody").warning("Asked for %s", form)
    logging.getLogger("anybody").warning("Arguments that do not fit: %s %s", "/embargo/Se-cret_1")

    assert "Se-cret_1" not in told.log.getvalue()
    assert told.log.getvalue().count("embargo") >= 3


def test_what_a_refused_request_sent_is_not_in_the_log(client, told):
    client.raise_request_exception = False

    client.get("/en/", {"q": "x"}, headers={"host": "testserver"})
    logging.getLogger("django.security.SuspiciousFileOperation").error(
        "Detected path traversal attempt in 'Zebrahidden' via save()"
    )

    assert "Zebrahidden" not in told.read()
    assert "SuspiciousFileOperation: Detected path traversal attempt in …" in told.log.getvalue()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OperationalError("database or disk is full"), "database or disk is full"),
        (OSError(28, "No space left on device", "/media/Okapifile.pdf"), "No space left on device"),
        (AttributeError("'str' object has no attribute 'get'"), "has no attribute"),
        (OperationalError('syntax error near "Zebrahidden"\nLINE 1: Quaggaword'), "syntax error"),
        (ValueError("Zebrahidden"), "ValueError"),
    ],
)
def test_an_errors_own_words_are_told_where_they_quote_nothing(told, error, words):
    try:
        raise error
    except Exception:
        logging.getLogger("django.request").exception("Something failed")

    assert words in told.log.getvalue()
    assert words in said(told)


def test_an_error_is_mailed_while_nobody_waits_for_the_mail_server(client, settings, failing):
    settings.ADMINS = [("web", "web@press.example")]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    client.force_login(make_editor())
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        form = form_on(client, "/admin/releases/topic/add/")
        failing(Topic, "save")

        assert form.post(names_en="Zebrahidden").status_code == 500

        silent.setblocking(False)
        with pytest.raises(BlockingIOError):  # nobody has called it
            silent.accept()
    waits = Mail.objects.get()
    assert (waits.to, waits.due_at is not None) == ("web@press.example", True)


def test_an_error_that_the_database_cannot_take_is_in_the_log(told, monkeypatch, capsys):
    def full(*args, **kwargs):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(Mail, "save", full)
    logging.getLogger("django.request").error("Something failed")

    assert "Something failed" in told.log.getvalue()
    assert "could not be put among the mail for ADMINS" in capsys.readouterr().err


def test_what_robots_ask_for_in_vain_is_no_line_in_the_log(client, told):
    assert client.get("/wp-login.php").status_code == 404
    assert client.get("/en/nothing/").status_code == 404

    assert told.log.getvalue() == ""
