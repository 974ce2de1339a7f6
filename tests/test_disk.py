"""A full disk: what does not fit leaves nothing behind, and what is public can be read."""

import os
import resource
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import FileField
from django.test import Client

from releases.models import Document, Topic
from releases.operation.disk import is_full
from releases.operation.storage import Files
from tests.builders import make_document, make_edition, make_editor
from tests.forms import form_on

pytestmark = pytest.mark.django_db

BIG = b"x" * 1_500_000
ADD = "/admin/releases/document/add/"


@contextmanager
def room_for(size):
    """No file of this process can grow beyond `size` bytes: writing fails as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files():
    return sorted(p.name for p in Path(default_storage.location).rglob("*") if p.is_file())


@pytest.fixture
def desk():
    client = Client(raise_request_exception=False)
    client.force_login(make_editor())
    return client


def test_an_upload_that_does_not_fit_leaves_no_half_file_and_says_so(desk):
    public = make_edition()
    form = form_on(desk, ADD)

    with room_for(1_000_000):
        answer = form.post(title="Plan", file=ContentFile(BIG, name="big.pdf"))
        read = desk.get(public.get_absolute_url())

    assert answer.status_code == 507
    assert "its disk is full" in answer.content.decode()
    assert "What you typed is still in the form" in answer.content.decode()
    assert files() == []
    assert not Document.objects.exists()
    assert read.status_code == 200


def test_the_same_upload_works_once_there_is_room(desk):
    form = form_on(desk, ADD)
    with room_for(1_000_000):
        form.post(title="Plan", file=ContentFile(BIG, name="big.pdf"))

    answer = form.post(title="Plan", file=ContentFile(BIG, name="big.pdf"))

    assert answer.status_code == 302
    assert files() == ["big.pdf"]
    assert Document.objects.get().file.size == len(BIG)


def test_every_file_of_a_record_is_written_whole_or_not_at_all():
    fields = [
        field
        for model in apps.get_app_config("releases").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileField)
    ]

    assert len(fields) >= 2
    assert {type(field.storage._wrapped) for field in fields} == {Files}


def test_two_files_of_one_name_are_both_kept(desk):
    names = [default_storage.save("a/plan.pdf", ContentFile(text)) for text in (b"one", b"two")]

    assert [default_storage.open(name).read() for name in names] == [b"one", b"two"]
    assert names[0] == "a/plan.pdf"
    assert len(files()) == 2


def test_a_file_of_a_transaction_that_came_to_nothing_is_taken_away(transactional_db):
    with transaction.atomic():
        make_document(url="", file=ContentFile(b"x", name="kept.pdf"))
        with transaction.atomic():
            make_document(url="", file=ContentFile(b"x", name="inner.pdf"))
            transaction.set_rollback(True)
        assert files() == ["kept.pdf"]
    with transaction.atomic():
        make_document(url="", file=ContentFile(b"x", name="outer.pdf"))
        transaction.set_rollback(True)

    assert files() == ["kept.pdf"]


def test_a_file_of_a_record_that_could_not_be_saved_is_taken_away(transactional_db, monkeypatch):
    client = Client(raise_request_exception=False)
    client.force_login(make_editor())
    form = form_on(client, ADD)

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("django.contrib.admin.ModelAdmin.log_addition", fail)
    answer = form.post(title="Plan", file=ContentFile(b"x", name="plan.pdf"))

    assert answer.status_code == 500
    assert not Document.objects.exists()
    assert files() == []


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's disk is its server's")
def test_a_database_that_is_full_says_so_and_can_be_read(desk):
    public, form = make_edition(), form_on(desk, "/admin/releases/topic/add/")
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    try:
        answers = []
        # Pages that tests before this one have left are filled first.
        while len(answers) < 400 and [a.status_code for a in answers].count(507) < 3:
            answers.append(form.post(names_en=f"{'Word ' * 39}{len(answers)}"))
        read = desk.get(public.get_absolute_url())
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 4294967294")

    answered = [answer.status_code for answer in answers]
    assert set(answered) == {302, 507}
    assert Topic.objects.count() == answered.count(302)
    assert read.status_code == 200


class DiskFullError(Exception):
    sqlstate = "53100"


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(28, "No space left on device"), True),
        (DiskFullError(), True),
        (OSError(13, "Permission denied"), False),
        (ValueError(), False),
        (None, False),
    ],
)
def test_errors_that_say_that_the_disk_is_full_are_known(error, full):
    assert is_full(error) is full
    later = RuntimeError()
    later.__cause__ = error
    assert is_full(later) is full


READ = """
import resource
from io import BytesIO

import django
django.setup()

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

call_command("migrate", verbosity=0)
from django.db import connection
connection.close()

application = get_wsgi_application()

def read():
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/en/feeds/releases.atom"}
    environ |= {"wsgi.input": BytesIO(), "wsgi.url_scheme": "https", "SERVER_PORT": "443"}
    environ |= {"SERVER_NAME": "testserver"}
    response = application(environ, lambda status, headers: print(status))
    list(response)
    response.close()

read()
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
read()
"""


@pytest.mark.slow
def test_readers_go_on_reading_on_a_disk_without_any_room(tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "project.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "CACHE_URL": "",
    }

    reading = subprocess.run(  # noqa: S603 (what runs is written above)
        [sys.executable, "-c", READ],
        cwd=Path(__file__).parent.parent,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert reading.stdout == "200 OK\n200 OK\n", reading.stderr
