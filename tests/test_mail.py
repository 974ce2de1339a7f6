"""Mail waits in a table, and is handed over once, whatever the mail server does meanwhile."""

import os
import smtplib
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.core.management import call_command
from django.db import connection

from releases.models import EmbargoAccess, Mail
from tests.builders import approve, instant, make_access, make_edition, make_mail, make_staff
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


class Post:
    """A mail server: what it took, and what it answers."""

    def __init__(self):
        self.taken, self.answer = [], "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if "nobody" in address:
            return "550 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 (aiosmtpd's name)
        if self.answer.startswith("250"):
            self.taken.append(envelope)
        return self.answer


@pytest.fixture
def post(settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    use_server(settings, port)
    post = Post()
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    yield post
    controller.stop()


@pytest.fixture
def silent(settings):
    """A mail server that takes every call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        use_server(settings, server.getsockname()[1])
        settings.EMAIL_TIMEOUT = 0.2
        yield server


def use_server(settings, port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port


def stored(record):
    return type(record).objects.get(pk=record.pk)


def test_a_mail_is_handed_over_once_and_its_text_is_gone_then(clock, post):
    letter = make_mail(body="The link")

    call_command("send_mail")
    call_command("send_mail")

    assert [envelope.rcpt_tos for envelope in post.taken] == [[letter.to]]
    assert b"The link" in post.taken[0].content
    letter = stored(letter)
    assert (letter.handed_over_at, letter.due_at, letter.body) == (NOON, None, "")


def test_a_mail_is_tried_again_after_growing_pauses_for_two_days(clock, settings):
    use_server(settings, 1)
    letter = make_mail()
    pauses, at = [], NOON

    while stored(letter).due_at:
        clock.move_to(at, tick=False)
        call_command("send_mail")
        if due := stored(letter).due_at:
            pauses.append(round((due - at) / MINUTE))
            at = due

    assert pauses[:8] == [1, 2, 5, 10, 20, 30, 60, 60]
    assert NOON + timedelta(days=2) < at < NOON + timedelta(days=2, hours=2)
    assert "refused" in stored(letter).error
    assert (stored(letter).body, stored(letter).handed_over_at) == ("", None)


def test_an_address_that_the_server_refuses_for_ever_is_not_tried_again(clock, post):
    refused, other = make_mail(to="nobody@world.example"), make_mail()

    call_command("send_mail")

    assert "No such user" in stored(refused).error
    assert (stored(refused).due_at, stored(refused).body) == (None, "")
    assert stored(other).handed_over_at == NOON


def test_what_the_server_refuses_for_now_is_tried_again(clock, post):
    letter = make_mail()
    post.answer = "451 Later, please"
    call_command("send_mail")
    assert stored(letter).due_at == NOON + MINUTE

    post.answer = "250 OK"
    clock.move_to(NOON + MINUTE, tick=False)
    call_command("send_mail")

    assert stored(letter).handed_over_at == NOON + MINUTE
    assert stored(letter).error == ""


def test_a_silent_server_is_asked_once_and_the_others_wait(clock, silent):
    for _ in range(12):
        make_mail()

    call_command("send_mail")

    assert Mail.objects.filter(attempts=1).count() == 1
    assert Mail.objects.due().count() == 11
    assert Mail.objects.waiting().count() == 12


def test_twelve_links_are_on_their_way_at_once_with_a_silent_server(client, silent, settings):
    settings.EMAIL_TIMEOUT = 60
    release = approve(make_edition(draft=True), at=instant(2041, 1, 1, 12)).release
    accesses = [make_access(release) for _ in range(12)]
    client.force_login(make_staff("Editor"))

    listed = form_on(client, "/admin/releases/embargoaccess/", button="index")
    chosen = {"action": "send_several", "_selected_action": [str(one.pk) for one in accesses]}
    asked = listed.post(chosen, button="index")
    form_in(client, asked, button="Send a new link").post()

    silent.setblocking(False)
    with pytest.raises(BlockingIOError):  # nobody has called it
        silent.accept()
    assert Mail.objects.due().count() == 12
    assert not EmbargoAccess.objects.filter(next_digest="").exists()


def test_what_a_process_that_died_had_claimed_goes_later(clock, post):
    letter = make_mail()
    assert letter.claim()
    call_command("send_mail")
    assert post.taken == []

    clock.move_to(NOON + timedelta(minutes=10), tick=False)
    call_command("send_mail")

    assert len(post.taken) == 1


def test_two_who_look_after_the_mail_at_once_send_none_twice(transactional_db, post):
    for number in range(20):
        make_mail(to=f"journalist{number}@world.example")
    start = threading.Barrier(4)

    def send():
        start.wait()
        call_command("send_mail")
        connection.close()

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(send) for _ in range(4)]:
            done.result()

    assert len(post.taken) == 20
    assert len({envelope.rcpt_tos[0] for envelope in post.taken}) == 20


def test_the_same_error_is_told_once_in_ten_minutes(clock):
    for _ in range(3):
        Mail.objects.post_once("web@press.example", "Error", "Trace")
    Mail.objects.post_once("other@press.example", "Error", "Trace")
    assert Mail.objects.count() == 2

    call_command("send_mail")
    clock.move_to(NOON + 11 * MINUTE, tick=False)
    Mail.objects.post_once("web@press.example", "Error", "Trace")

    assert Mail.objects.count() == 3


def test_a_subject_is_one_line_that_fits(clock):
    letter = make_mail(subject="Error\nBcc: all@world.example " + "x" * 300)

    call_command("send_mail")

    assert mail.outbox[0].subject.startswith("Error Bcc: all@world.example x")
    assert len(stored(letter).subject) == 200


def test_what_was_mailed_is_forgotten_after_a_month(clock):
    old = make_mail(created_at=NOON - timedelta(days=31), due_at=None, handed_over_at=NOON)
    waits = make_mail(created_at=NOON - timedelta(days=31), due_at=NOON + MINUTE)
    young = make_mail()
    assert old in Mail.objects.all()

    call_command("send_mail")

    assert list(Mail.objects.all()) == [waits, young]


@pytest.mark.parametrize("error", [smtplib.SMTPAuthenticationError, smtplib.SMTPSenderRefused])
def test_a_server_that_refuses_the_newsroom_itself_costs_no_mail(clock, monkeypatch, error):
    def refuse(*args, **kwargs):
        raise error(535, b"Who are you?", *(["newsroom"] * (error is smtplib.SMTPSenderRefused)))

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    letter, other = make_mail(), make_mail()

    call_command("send_mail")

    assert stored(letter).due_at == NOON + MINUTE
    assert stored(other).attempts == 0


SERVE = """
from io import BytesIO
from time import sleep

from django.core.management import call_command

from project.wsgi import application
from releases.models import Mail

call_command("migrate", verbosity=0)
Mail.objects.create(to="nellie@world.example", subject="A link", body="The link")
environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/robots.txt", "HTTP_HOST": "testserver"}
environ |= {"wsgi.input": BytesIO(), "wsgi.url_scheme": "https", "SERVER_NAME": "testserver"}
environ |= {"SERVER_PORT": "443"}
list(application(environ, lambda status, headers: print(status)))
for _ in range(600):
    if Mail.objects.filter(due_at=None).exists():
        break
    sleep(0.05)
print(Mail.objects.get().handed_over_at is not None)
print(repr(application.request_class(environ | {"PATH_INFO": "/en/embargo/Secret-1/"})))
"""


@pytest.mark.slow
def test_what_serves_the_newsroom_looks_after_the_mail_too(tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "project.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "CACHE_URL": "",
        "EMAIL_URL": "consolemail://",
    }

    served = subprocess.run(  # noqa: S603 (what runs is written above)
        [sys.executable, "-c", SERVE],
        cwd=Path(__file__).parent.parent,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert "Traceback" not in served.stderr
    assert "200 OK" in served.stdout
    assert "The link" in served.stdout
    assert served.stdout.splitlines()[-2:] == ["True", "<Request: GET '/en/embargo/…/'>"]
