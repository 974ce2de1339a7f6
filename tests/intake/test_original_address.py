"""The address a release had on another site leads to it once it is public."""

from io import StringIO

import pytest
from django.core.management import call_command

from releases.models import Edition, copies
from tests.builders import approve, correct, instant, make_edition, make_intake, make_staff
from tests.intake.test_intake_archive import ADDRESS, text, write_csv

pytestmark = pytest.mark.django_db

OLD = "/news/lock-7?lang=en"


@pytest.fixture
def edition(tmp_path):
    source = write_csv(tmp_path / "a.csv", ["text", "address"], [text(7), ADDRESS])
    call_command("intake_archive", source, "--save", stdout=StringIO())
    return Edition.objects.get()


def test_old_address_leads_to_the_release_once_it_is_public(client, edition):
    approve(edition)

    response = client.get(OLD)

    assert (response.status_code, response["Location"]) == (301, edition.canonical_url)
    assert client.get(response["Location"]).status_code == 200


def test_old_address_of_a_draft_is_as_if_it_had_never_been(client, edition, time_machine):
    time_machine.move_to(instant(2031, 5, 3, 10), tick=False)

    kept, none = client.get(OLD), client.get("/news/lock-8?lang=en")

    assert kept.status_code == none.status_code == 404
    assert kept.content == none.content
    assert dict(kept.headers) == dict(none.headers)


def test_another_query_is_another_address(client, edition):
    approve(edition)

    assert client.get("/news/lock-7").status_code == 404
    assert client.get("/news/lock-7?lang=fr").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [
        "/news/a=5;b",
        "/caf%c3%a9/1",
        "/café/2",
        "/it%27s",
        "/n/[12]",
        "/a%2Fb",
        "/archive/?id=12&lang=fr",
        "/?p=123",
        "/old%20news.html",
    ],
)
def test_an_address_is_known_however_it_is_written(client, path):
    edition = approve(make_edition(draft=True))
    make_intake(address=f"https://old.example{path}", release=edition.release)

    assert client.get(path)["Location"] == edition.canonical_url


def test_an_old_address_leads_to_the_language_it_had(client):
    french = approve(make_edition(draft=True, language="fr", title="Vieux titre"))
    english = approve(copies.translate(french, make_staff("Writer"), "en"))
    correct(english)
    make_intake(address="https://old.example/fr/vieux", release=french.release, language="fr")

    assert client.get("/fr/vieux")["Location"] == french.canonical_url
