"""The time a writer wants a release for, which whoever approves it is offered."""

import pytest

from releases.models import PressRelease
from tests.builders import approve, instant, make_edition, make_staff, submit
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
EVENING = instant(2031, 5, 6, 18)
TYPED = "2031-05-06T18:00"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def writer(client):
    user = make_staff("Writer", "writer")
    client.force_login(user)
    return user


def of_release(client, release):
    return form_on(client, f"/admin/releases/pressrelease/{release.pk}/change/", "_save")


def test_a_writer_says_when_a_new_release_is_wanted(client, writer):
    form = form_on(client, "/admin/releases/edition/add/", "_submit")

    form.post(title="Council meets", body="<p>It met.</p>", wanted=TYPED, button="_save")

    assert PressRelease.objects.get().publish_at == EVENING


def test_who_approves_is_offered_the_time_that_was_wanted(client, writer):
    edition = make_edition(draft=True)
    of_release(client, edition.release).post(wanted=TYPED)
    submit(edition)

    client.force_login(make_staff("Editor"))
    form = form_on(client, f"/admin/releases/edition/{edition.pk}/approve/")

    assert (form["when"], form["at"]) == ("later", TYPED)


def test_the_time_that_is_wanted_can_be_taken_back(client, writer):
    release = make_edition(draft=True).release
    of_release(client, release).post(wanted=TYPED)

    form = of_release(client, release)
    assert form["wanted"] == TYPED
    form.post(wanted="")

    release.refresh_from_db()
    assert release.publish_at is None


def test_a_time_that_has_passed_is_not_wanted(client, writer):
    release = make_edition(draft=True).release

    answer = of_release(client, release).post(wanted="2031-05-06T11:00")

    assert "This time has passed." in answer.content.decode()
    assert form_in(client, answer, "_save")["wanted"] == "2031-05-06T11:00"


def test_a_time_that_was_wanted_and_has_passed_stops_nobody(client, writer, clock):
    release = make_edition(draft=True).release
    of_release(client, release).post(wanted=TYPED)
    clock.move_to(instant(2031, 5, 7, 12))
    client.force_login(writer)

    answer = of_release(client, release).post(place_en="Ghent")

    release.refresh_from_db()
    assert answer.status_code == 302
    assert (release.place["en"], release.publish_at) == ("Ghent", EVENING)


def test_of_an_approved_release_the_time_is_its_own(client, writer):
    release = approve(make_edition(draft=True), at=EVENING).release

    assert "wanted" not in of_release(client, release)
