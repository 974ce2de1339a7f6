"""What the server is handed for HEAD, and how static files are tagged."""

import gzip

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory
from whitenoise import WhiteNoise

from releases.operation.storage import Files
from tests.builders import instant, make_document, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _connection_stays():
    """An answer that is closed closes the connection, but for the client of Django's tests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def ask(application, method, address, **headers):
    """Status, headers and body as the application hands them to the server, and the answer."""
    began = []
    environ = RequestFactory().generic(method, address, headers=headers).environ
    answer = application(environ, lambda status, headers, *__: began.append((status, headers)))
    [(status, found)] = began
    return status, dict(found), b"".join(answer), answer


@pytest.mark.slow
def test_who_asks_with_head_gets_the_headers_alone(time_machine):
    time_machine.move_to(instant(2031, 5, 6, 15), tick=False)
    plan = make_document(file=ContentFile(b"%PDF-1.7", name="plan.pdf"))
    edition = make_edition(documents=[plan])
    application = WSGIHandler()

    for address in (
        *("/", "/en/", "/en/releases/", "/en/feeds/releases.atom", "/sitemap.xml"),
        *("/sitemap-pages.xml", "/robots.txt", "/en/nothing/", "/account/login/"),
        *(record.get_absolute_url() for record in (edition, plan)),
    ):
        status, headers, body, got = ask(application, "GET", address)
        got.close()
        status_of_head, headers_of_head, body_of_head, head = ask(application, "HEAD", address)
        head.close()
        assert (status_of_head, body_of_head) == (status, b""), address
        if address != "/sitemap-pages.xml":  # sent as it is made
            assert headers_of_head["Content-Length"] == str(len(body)), address
        for changing in ("Content-Security-Policy", "Set-Cookie"):
            headers.pop(changing, None)
            headers_of_head.pop(changing, None)
        assert headers_of_head == headers, address
        assert head.closed


def test_a_file_asked_for_with_head_is_closed(monkeypatch):
    plan = make_document(file=ContentFile(b"%PDF-1.7", name="plan.pdf"))
    make_edition(documents=[plan])
    opened = []
    open_file = Files.open
    monkeypatch.setattr(Files, "open", lambda *args: opened.append(open_file(*args)) or opened[-1])

    ask(WSGIHandler(), "HEAD", plan.get_absolute_url())[3].close()

    assert [file.closed for file in opened] == [True]


def test_a_file_and_its_compressed_copy_share_no_strong_tag(tmp_path):
    (tmp_path / "site.css").write_bytes(b"a{}" * 100)
    (tmp_path / "site.css.gz").write_bytes(gzip.compress(b"a{}" * 100))
    own = settings.WHITENOISE_ADD_HEADERS_FUNCTION
    application = WhiteNoise(None, root=tmp_path, add_headers_function=own)

    __, plain, body, __ = ask(application, "GET", "/site.css")
    __, packed, packed_body, __ = ask(application, "GET", "/site.css", accept_encoding="gzip")

    assert body != packed_body
    assert plain["ETag"] == packed["ETag"]
    assert plain["ETag"].startswith('W/"')
    asked = {"if_none_match": plain["ETag"]}
    assert ask(application, "GET", "/site.css", **asked)[0].startswith("304")
