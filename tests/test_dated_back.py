"""A release that was public elsewhere before it came here keeps its date."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from releases.models import Moment
from tests.builders import (
    TOMORROW,
    approve,
    instant,
    keys,
    make_edition,
    make_staff,
    standing,
    submit,
)
from tests.forms import step_form

pytestmark = pytest.mark.django_db

FIRST = instant(2014, 5, 12, 9, 30)


def make_old(**values):
    return make_edition(
        draft=True, release__first_published_at=FIRST, release__publish_at=None, **values
    )


def test_it_is_dated_by_the_day_it_was_first_published_and_public_once_approved(client):
    edition = make_old(title="Bridge opens")
    before = timezone.now()

    approve(edition)

    assert edition.release.reference == "2014/0001"
    assert edition.get_absolute_url() == "/en/releases/2014/05/12/bridge-opens/"
    assert edition.public_since == edition.release.publish_at == FIRST
    assert edition.visible_from >= before
    assert not standing(Moment.of(before)).filter(pk=edition.pk).exists()
    page = client.get(edition.get_absolute_url()).content.decode()
    assert "12 May 2014" in page
    assert "First published elsewhere; in this newsroom since" in page


def test_it_stands_in_the_lists_where_its_date_is(client):
    make_edition(title="Newer")
    approve(make_old(title="Older"))

    page = client.get("/en/releases/").content.decode()

    assert page.index("Newer") < page.index("Older")


def test_there_is_no_time_to_wait_for():
    edition = submit(make_old())

    with pytest.raises(ValidationError, match="public as soon as it is approved"):
        edition.approve(make_staff("Editor"), at=TOMORROW, accepted=keys(edition, TOMORROW))


def test_the_desk_asks_for_no_time(client):
    edition = submit(make_old())
    client.force_login(make_staff("Editor"))

    address = f"/admin/releases/edition/{edition.pk}/approve/"
    page = client.get(address).content.decode()
    assert "First published elsewhere, on 12 May 2014" in page
    assert 'name="when"' not in page
    step_form(client, edition, "approve").post()
    edition.refresh_from_db()
    assert edition.is_approved
    assert edition.release.day.year == 2014
