"""The address a release had on another site leads to it once it is public."""

from io import StringIO

import pytest
from django.core.management import call_command

from releases.models import Edition
from tests.builders import approve
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


def test_old_address_of_a_draft_is_as_if_it_had_never_been(client, edition):
    kept, none = client.get(OLD), client.get("/news/lock-8?lang=en")

    assert kept.status_code == none.status_code == 404
    assert kept.content == none.content
    assert dict(kept.headers) == dict(none.headers)


def test_another_query_is_another_address(client, edition):
    approve(edition)

    assert client.get("/news/lock-7").status_code == 404
    assert client.get("/news/lock-7?lang=fr").status_code == 404
