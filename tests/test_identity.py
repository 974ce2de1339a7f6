"""Who the newsroom is: said at the desk by an administrator, shown on every page."""

import struct
import zlib
from base64 import b64encode
from datetime import date, timedelta

import pytest
from auditlog.models import LogEntry
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from releases.models import Freeze, Identity, Proposal
from releases.models.accent import contrast_of
from releases.operation.system_checks import accent_can_be_read
from releases.reading.emblem import read_emblem
from releases.review import emergency_stop
from tests.builders import (
    load_first_release,
    make_edition,
    make_editor,
    make_identity,
    make_staff,
)
from tests.forms import form_in, form_on
from tests.pages import page_of, valid_page_of

pytestmark = pytest.mark.django_db

DESK = "/admin/releases/identity/1/change/"
DRAWING = '<path d="M0 0h3v2z"/>'


def svg(content=DRAWING, attributes='viewBox="0 0 3 2"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{content}</svg>'.encode()


def png(width=30, height=20, *more):
    head = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = (b"IDAT", zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height))))
    chunks = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (head, *more, pixels, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.fixture
def desk():
    """An administrator at the desk, who has opened the identity once: then it is there."""
    client = Client()
    client.force_login(make_staff("Administrator"))
    client.get("/admin/releases/identity/", follow=True)
    return client


def change(desk, **values):
    values.setdefault("reason", "The ministry has a new name.")
    return form_on(desk, DESK, "_save").post(values)


def faults(response):
    return [part.words for part in page_of(response).all("ul", class_="errorlist")]


# What the public reads


def test_a_change_at_the_desk_shows_at_once_and_moves_the_name_of_each_page(client, desk):
    load_first_release()
    pages = ("/en/", "/en/releases/", "/en/feeds/releases.atom")
    before = {page: client.get(page) for page in pages}

    assert change(desk, names_en="News desk", publishers_en="Ministry of Works").status_code == 302

    for page in pages:
        again = client.get(page, headers={"If-None-Match": before[page]["ETag"]})
        assert again.status_code == 200, page
        for said in ("News desk", "Ministry of Works"):
            assert said in again.content.decode(), page
            assert said not in before[page].content.decode(), page


def test_each_language_has_its_own_name(client):
    make_identity(publishers={"en": "Ministry of Works", "fr": "Ministère des Travaux"})

    assert "Ministère des Travaux" in client.get("/fr/").content.decode()
    assert "Ministry of Works" in client.get("/en/").content.decode()


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_an_office_that_sets_nothing_names_nothing_it_does_not_have(client, language):
    load_first_release()

    page = valid_page_of(client.get(f"/{language}/"))

    footer = page.one("footer")
    targets = [link.get("href") for link in footer.all("a")]
    assert targets == [f"/{language}/feeds/releases.atom", "/sitemap.xml"]
    assert not page.all("img", class_="emblem")
    for name in ("legal-notice", "privacy", "accessibility"):
        assert client.get(f"/{language}/{name}/").status_code == 404
        assert f"/{name}/" not in client.get("/sitemap-pages.xml").getvalue().decode()


def test_what_is_set_stands_at_the_foot_of_every_page_and_has_its_page(client):
    make_identity(
        addresses={"en": "Works Street 1\n1000 Brussels"},
        desk_email="press@example.org",
        desk_phone="+32 2 501 00 01",
        desk_hours={"en": "Weekdays 9:00–18:00"},
        desk_phone_out_of_hours="+32 2 501 00 02",
        accounts="Mastodon https://social.example/@press",
        legal_notice={"en": "Answers for this site: <the minister>.\n\nhttps://example.org/"},
        privacy={"en": "Nothing is kept."},
        licence={"en": "Texts may be used freely."},
        licence_url="https://example.org/licence",
        compliance="full",
    )

    footer = page_of(client.get("/en/nothing/")).one("footer")

    assert [link.get("href") for link in footer.all("a")] == [
        "mailto:press@example.org",
        "tel:+3225010001",
        "tel:+3225010002",
        "/en/feeds/releases.atom",
        "https://social.example/@press",
        "/en/legal-notice/",
        "/en/privacy/",
        "/en/accessibility/",
        "/sitemap.xml",
        "https://example.org/licence",
    ]
    for said in ("Works Street 1 1000 Brussels", "Weekdays 9:00–18:00", "used freely"):
        assert said in footer.words
    notice = valid_page_of(client.get("/en/legal-notice/"))
    assert "Answers for this site: <the minister>." in notice.one("main").words
    assert "Nothing is kept." in valid_page_of(client.get("/fr/privacy/")).one("main").words
    listed = client.get("/sitemap-pages.xml").getvalue().decode()
    for name in ("legal-notice", "privacy", "accessibility"):
        assert f"/en/{name}/" in listed


def test_the_accessibility_statement_says_as_much_as_is_known(client):
    make_identity(compliance="partial")
    short = valid_page_of(client.get("/en/accessibility/")).one("main").words
    assert "partially compliant with the harmonised standard EN 301 549" in short
    assert "Feedback" not in short
    assert "Enforcement" not in short

    make_identity(
        compliance_on=date(2031, 5, 6),
        compliance_gaps={"en": "Films have no captions yet."},
        desk_email="press@example.org",
        enforcement={"en": "The Ombudsman"},
        enforcement_url="https://ombudsman.example/",
    )
    full = valid_page_of(client.get("/en/accessibility/")).one("main")
    for said in ("6 May 2031", "no captions yet", "press@example.org", "The Ombudsman"):
        assert said in full.words
    make_identity(compliance_email="access@example.org")
    assert "access@example.org" in client.get("/en/accessibility/").content.decode()


def test_machines_are_told_who_publishes(client):
    make_identity(
        names={"en": "News desk"},
        publishers={"en": "Ministry of Works"},
        emblem=SimpleUploadedFile("emblem.svg", svg()),
        accounts="Mastodon https://social.example/@press",
    )
    edition = make_edition()
    logo = "http://testserver" + Identity.objects.current().emblem.url

    page = client.get(edition.get_absolute_url()).content.decode()

    assert f'"logo": "{logo}"' in page
    assert '"sameAs": ["https://social.example/@press"]' in page
    assert '"name": "Ministry of Works"' in page
    assert '<meta property="og:site_name" content="News desk">' in page
    feed = client.get("/en/feeds/releases.atom").content.decode()
    assert "<title>News desk</title>" in feed
    assert "<name>Ministry of Works</name>" in feed


def test_it_costs_no_query_while_nothing_else_is_public(client):
    make_edition()
    client.get("/en/")

    with CaptureQueriesContext(connection) as counted:
        client.get("/en/releases/")

    assert not [query for query in counted.captured_queries if "identity" in query["sql"]]


def test_a_page_of_an_error_that_the_database_made_is_shown(client, monkeypatch):
    from django.db import OperationalError

    from releases.models.identity import IdentityQuerySet

    def fail(*args):
        raise OperationalError

    monkeypatch.setattr(IdentityQuerySet, "current", fail)
    client.raise_request_exception = False

    response = client.get("/en/")

    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()


# The accent


def test_the_accent_is_in_the_page_and_the_policy_allows_that_style_and_no_other(client):
    before = client.get("/en/")["Content-Security-Policy"]

    make_identity(accent="#7a1f2b")

    for response in (client.get("/en/"), client.get("/en/"), client.get("/en/nothing/")):
        assert "<style>:root{--accent:#7a1f2b}</style>" in response.content.decode()
        policy = response["Content-Security-Policy"]
        assert "'sha256-8N/nH9PQ5ckOqnNk/QMvUGfcP8JpEUQ/57NWUPH1OXk='" in policy
        assert "unsafe" not in policy
        assert policy != before


@pytest.mark.parametrize(
    ("accent", "sentence"),
    [
        ("#ffcc00", "its contrast with white is 1.51, below the 4.5"),
        ("#777777", "its contrast with white is 4.47, below the 4.5"),
        ("navy", "Write the colour as #rrggbb, such as #1d4f91."),
    ],
)
def test_an_accent_that_cannot_be_read_is_refused_with_its_ratio(desk, accent, sentence):
    answer = change(desk, accent=accent)

    assert answer.status_code == 200
    assert sentence in " ".join(faults(answer))
    assert Identity.objects.current().accent == ""


def test_the_form_says_the_contrast_in_both_schemes(desk):
    change(desk, accent="#1d4f91")

    assert "8.1 on light paper, 9.6 on dark; 4.5 is asked for." in desk.get(DESK).content.decode()


@pytest.mark.parametrize("accent", ["#000000", "#0000ff", "#b30000", "#006400", "#5a00b3"])
def test_what_is_dark_enough_in_light_is_light_enough_in_the_dark(accent):
    light, dark = contrast_of(accent)

    assert light >= 4.5
    assert dark >= 7


def test_an_accent_that_came_in_another_way_is_told_when_the_tables_are_made():
    make_identity()
    assert accent_can_be_read(None) == []

    Identity.objects.update(accent="#ffcc00")

    [warning] = accent_can_be_read(None)
    assert "its contrast with white is 1.51" in warning.msg


# The emblem


@pytest.mark.parametrize(("data", "kind"), [(svg(), "image/svg+xml"), (png(), "image/png")])
def test_an_emblem_stands_in_the_head_and_is_sent_as_a_picture_alone(client, desk, data, kind):
    change(desk, emblem=SimpleUploadedFile("seal of state", data))

    picture = page_of(client.get("/en/")).one("img", class_="emblem")
    assert (picture.get("width"), picture.get("height"), picture.get("alt")) == ("84", "56", "")
    response = client.get(picture.get("src"))
    assert response.getvalue() == data
    assert response["Content-Type"] == kind
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none';")
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_another_emblem_has_another_address_and_the_old_one_is_gone(client, desk):
    change(desk, emblem=SimpleUploadedFile("a.svg", svg()))
    old = Identity.objects.current().emblem.url

    change(desk, emblem=SimpleUploadedFile("a.svg", svg('<path d="M1 1h1v1z"/>')))

    assert Identity.objects.current().emblem.url != old
    assert client.get(old).status_code == 404
    change(desk, **{"emblem-clear": True})
    assert not page_of(client.get("/en/")).all("img", class_="emblem")


def icon(client, address="/en/"):
    """Where a page has the icon of its tab, and what is drawn there."""
    link = page_of(client.get(address)).one("link", rel="icon").get("href")
    return link, client.get(link)


def test_the_icon_of_a_tab_is_of_the_accent_and_of_the_emblem_if_there_is_one(client, desk):
    first, drawn = icon(client)
    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn["Cache-Control"] == "public, max-age=31536000, immutable"
    assert 'fill="#1d4f91"' in drawn.content.decode()

    change(desk, accent="#7a1f2b")
    second, drawn = icon(client)
    assert 'fill="#7a1f2b"' in drawn.content.decode()
    change(desk, emblem=SimpleUploadedFile("a.png", png()))
    third, drawn = icon(client)

    data = b64encode(png()).decode()
    assert f'href="data:image/png;base64,{data}"' in drawn.content.decode()
    assert "img-src data:" in drawn["Content-Security-Policy"]
    assert len({first, second, third}) == 3
    assert client.get(first).status_code == 404
    assert icon(desk, "/admin/")[0] == third


def test_the_emblem_for_dark_colours_is_shown_in_them(client, desk):
    change(
        desk,
        emblem=SimpleUploadedFile("a.svg", svg()),
        emblem_dark=SimpleUploadedFile("b.png", png(20, 20)),
    )

    source = valid_page_of(client.get("/en/")).one("source")
    assert source.get("media") == "(prefers-color-scheme: dark)"
    assert source.get("width") == "56"
    assert client.get(source.get("srcset"))["Content-Type"] == "image/png"


HTML = '<b xmlns="http://www.w3.org/1999/xhtml">x</b>'
LINKED = 'xmlns:l="http://www.w3.org/1999/xlink" viewBox="0 0 3 2"'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (svg("<script>alert(1)</script>"), "“script”"),
        (svg('<path onload="alert(1)" d="M0 0"/>'), "“onload”"),
        (svg('<a href="https://example.org/"><path d="M0 0"/></a>'), "“a”"),
        (svg('<image href="https://example.org/x.png"/>'), "“href”"),
        (svg('<use l:href="//example.org/x.svg#y"/>', LINKED), "“href”"),
        (svg("<foreignObject/>"), "“foreignObject”"),
        (svg(HTML), "“b”"),
        (svg('<animate attributeName="x"/>'), "“animate”"),
        (svg("<style>@import 'https://example.org/x.css';</style>"), "“style”"),
        (svg("<style>path{fill:url(https://example.org/x)}</style>"), "“style”"),
        (svg('<path style="fill:url(//example.org/x)" d="M0 0"/>'), "“style”"),
        (b'<!DOCTYPE svg [<!ENTITY x "y">]>' + svg("&x;"), "“!DOCTYPE”"),
        (b'<?xml-stylesheet href="https://example.org/x.css"?>' + svg(), "“?xml-stylesheet”"),
        (svg(attributes='width="100%"'), "give it a viewBox"),
        (svg()[:-4], "an SVG or a PNG file, whole and without damage"),
        (b"<html><script>alert(1)</script></html>", "an SVG or a PNG file"),
        (b"GIF89a\x01\x00\x01\x00", "an SVG or a PNG file"),
        (b"\xff\xd8\xff\xe0", "an SVG or a PNG file"),
        (png()[:-9], "an SVG or a PNG file, whole and without damage"),
        (png().replace(b"\x08\x00\x00\x00\x00", b"\x08\x02\x00\x00\x00", 1), "without damage"),
        (png(30, 20, (b"acTL", b"\0" * 8)), "one still picture"),
        (png(5000, 2), "4096 pixels"),
        (svg("<!--" + "x" * 200_000 + "-->"), "200 kB at most"),
    ],
)
def test_a_file_that_is_no_emblem_is_refused_with_a_sentence(desk, data, sentence):
    answer = change(desk, emblem=SimpleUploadedFile("emblem.svg", data))

    assert answer.status_code == 200
    assert sentence in " ".join(faults(answer))
    assert not Identity.objects.current().emblem


def test_what_drawing_programs_keep_and_refer_to_inside_is_taken():
    drawn = svg(
        '<defs><linearGradient id="g"/><style>path{fill:url(#g)}</style></defs>'
        '<s:view xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" s:zoom="1"/>'
        '<path style="fill:url( \'#g\')" d="M0 0"/><use href="#g"/>',
        'width="30mm" height="20mm"',
    )

    assert read_emblem(drawn).proportion == pytest.approx(1.5)


# At the desk


@pytest.mark.parametrize("role", ["Writer", "Translator"])
def test_who_writes_cannot_open_it(client, role):
    make_identity()
    client.force_login(make_staff(role))

    assert client.get(DESK).status_code == 403
    assert client.get("/admin/releases/identity/").status_code == 403
    assert "/admin/releases/identity/" not in client.get("/admin/").content.decode()


def test_an_editor_reads_it_and_confirms_what_an_administrator_changed(client, desk):
    change(
        desk,
        names_en="News desk",
        emblem=SimpleUploadedFile("a.svg", svg()),
        legal_notice_en="One line.\nAnother.",
        compliance="partial",
        compliance_on="2031-05-06",
        reason="We moved.",
    )
    client.force_login(make_staff("Editor"))
    page = client.get(DESK).content.decode()
    assert "“We moved.”" in page
    assert "_save" not in page
    [noted] = Proposal.objects.unconfirmed()

    address = reverse("admin:releases_proposal_change", args=[noted.pk])
    decision = page_of(client.get(address)).words
    for said in ("News desk", "Another.", "Partially compliant", "6 May 2031", "emblems/"):
        assert said in decision
    answer = form_on(client, address).post(button="_confirm")

    assert answer.status_code == 302
    assert not Proposal.objects.unconfirmed()


def test_a_change_says_why_and_is_kept(desk):
    refused = change(desk, names_en="News desk", reason=" ")
    assert refused.status_code == 200
    assert "say why it changes" in refused.content.decode()
    assert Identity.objects.current().names == {}

    form_in(desk, refused, "_save").post(reason="We moved.")

    assert Identity.objects.current().names == {"en": "News desk"}
    assert Proposal.objects.get().reason == "We moved."
    logged = LogEntry.objects.get_for_object(Identity.objects.current()).first()
    assert "News desk" in str(logged.changes["names"])
    assert "News desk" in desk.get("/admin/releases/identity/1/history/").content.decode()


def test_what_is_sent_back_unchanged_changes_nothing(client, desk):
    before = client.get("/en/")["ETag"]

    assert form_on(desk, DESK, "_save").post().status_code == 302

    assert client.get("/en/")["ETag"] == before
    assert not Proposal.objects.exists()


def test_it_can_be_mended_during_a_freeze_and_a_stop(client, desk):
    emergency_stop.stop(make_editor(), "A leak.")
    assert Freeze.objects.on(timezone.now() + timedelta(seconds=1)).exists()

    assert change(desk, desk_phone="+32 2 501 00 09").status_code == 302

    assert "+32 2 501 00 09" in client.get("/en/").content.decode()


def test_an_account_has_a_name_and_an_address(desk):
    for wrong in ("https://social.example/@press", "Mastodon social.example", "X javascript:a()"):
        assert "Write its name and then its address" in " ".join(
            faults(change(desk, accounts=wrong))
        )

    assert change(desk, accounts="  My  page   https://example.org/\n\n").status_code == 302

    assert Identity.objects.current().account_links == [("My page", "https://example.org/")]


def test_nobody_deletes_it():
    with pytest.raises(ValidationError):
        make_identity().delete()
    with pytest.raises(ValidationError):
        Identity.objects.all().delete()


def test_the_desk_and_signing_in_bear_its_name(desk, client):
    change(desk, names_en="News desk")

    assert page_of(desk.get("/admin/")).one(id="site-name").words == "News desk"
    assert "News desk" in client.get("/account/login/").content.decode()


def test_it_is_carried_over_with_the_data(tmp_path):
    make_identity(names={"en": "News desk"})
    file = tmp_path / "newsroom.json"
    call_command("dumpdata", "releases.identity", output=file)
    Identity.objects.update(names={})

    call_command("loaddata", file, verbosity=0)

    assert Identity.objects.current().names == {"en": "News desk"}
