"""Whoever may read a draft opens its files; nobody else does."""

import re

import pytest
from django.core.files.base import ContentFile

from tests.builders import TOMORROW, approve, make_document, make_edition, make_intake, make_staff

pytestmark = pytest.mark.django_db

ROLES = ["Writer", "Translator", "Editor", "Administrator"]


@pytest.fixture
def annex():
    """A file that nothing public refers to."""
    return make_document("Annex", url="", file=ContentFile(b"numbers", "annex.html"))


def body(response):
    return b"".join(response.streaming_content)


def links(response, words):
    """Where the links of a page lead whose address holds some words."""
    return re.findall(rf'href="([^"]*{words}[^"]*)"', response.content.decode())


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_staff_open_the_file_of_a_document_from_its_page(client, annex, role):
    client.force_login(make_staff(role))

    [address] = links(client.get(f"/admin/releases/document/{annex.pk}/change/"), "/file/")
    answer = client.get(address)

    assert body(answer) == b"numbers"
    assert answer["Content-Disposition"] == 'attachment; filename="annex.html"'
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("is_approved", [False, True])
def test_staff_open_the_annexes_of_a_text_from_its_preview(client, annex, role, is_approved):
    edition = make_edition(draft=True)
    accessible = make_document("Plain", url="", file=ContentFile(b"plain", "plain.txt"))
    annex.alternative = accessible
    annex.save()
    edition.documents.add(annex)
    if is_approved:
        approve(edition, at=TOMORROW)
    client.force_login(make_staff(role))

    addresses = links(client.get(f"/admin/releases/edition/{edition.pk}/preview/"), "/file/")

    assert [body(client.get(address)) for address in addresses] == [b"numbers", b"plain"]


def test_a_link_leads_where_it_leads_in_the_preview(client):
    edition = make_edition(draft=True)
    edition.documents.add(make_document(url="https://example.org/plan"))
    client.force_login(make_staff("Editor"))

    preview = client.get(f"/admin/releases/edition/{edition.pk}/preview/")

    assert links(preview, "example.org/plan") == ["https://example.org/plan"]


def test_nobody_else_opens_a_file_of_the_desk(client, annex):
    address = f"/admin/releases/document/{annex.pk}/file/"

    assert client.get(address)["Location"].startswith("/admin/login/")
    client.force_login(make_staff(None))
    assert client.get(address).status_code == 403
    assert client.get(annex.get_absolute_url()).status_code == 404


def test_a_file_that_is_lost_is_not_found(client, annex):
    annex.file.storage.delete(annex.file.name)
    client.force_login(make_staff("Editor"))

    assert client.get(f"/admin/releases/document/{annex.pk}/file/").status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_staff_open_the_file_a_draft_was_made_from(client, role):
    release = make_edition(draft=True).release
    make_intake("A plan\n\nIt is made.", release=release)
    client.force_login(make_staff(role))

    [address] = links(
        client.get(f"/admin/releases/pressrelease/{release.pk}/change/"), "/original/"
    )
    answer = client.get(address)

    assert body(answer) == b"A plan\n\nIt is made."
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["X-Content-Type-Options"] == "nosniff"
