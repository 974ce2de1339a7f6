"""A reference is given once a release is public, in that order, and tells of nothing hidden."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from releases.models import EmbargoAccess, PressRelease
from releases.review import emergency_stop
from tests.builders import (
    approve,
    instant,
    make_access,
    make_edition,
    make_editor,
    make_freeze,
    make_quote,
    make_staff,
)
from tests.slow.test_steps import steps

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def clock(time_machine):
    """Noon, standing still until moved."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


def given(edition):
    return PressRelease.objects.get(pk=edition.release_id).reference


def publish(**values):
    return approve(make_edition(draft=True, **values))


def schedule(at):
    return approve(make_edition(draft=True), at=at)


def test_a_release_on_the_schedule_leaves_no_trace_in_the_numbers(client, clock):
    waits = schedule(NOON + HOUR)
    public = publish()

    assert (given(waits), given(public)) == (None, "2031/0001")
    page = client.get(public.get_absolute_url()).content.decode()
    assert "2031/0001" in page
    assert client.get("/2031/0001").status_code == 302
    assert client.get("/2031/0002").status_code == 404

    clock.move_to(NOON + HOUR, tick=False)
    page = client.get(waits.get_absolute_url()).content.decode()

    assert "2031/0002" in page
    assert given(waits) == "2031/0002"
    assert client.get("/2031/0002")["Location"] == waits.get_absolute_url()


def test_a_reference_is_there_for_the_first_who_asks_for_it(client, clock):
    waits = schedule(NOON + HOUR)
    clock.move_to(NOON + HOUR, tick=False)

    assert client.get("/2031/0001")["Location"] == waits.get_absolute_url()


def test_numbers_follow_the_order_of_going_public(clock):
    second, first = schedule(NOON + 2 * HOUR), schedule(NOON + HOUR)
    clock.move_to(NOON + 3 * HOUR, tick=False)

    third = publish()

    numbers = [given(edition) for edition in (first, second, third)]
    assert numbers == ["2031/0001", "2031/0002", "2031/0003"]


def test_what_was_taken_off_the_schedule_leaves_no_gap(clock):
    off = schedule(NOON + HOUR)
    off.unschedule(make_staff("Editor"))
    clock.move_to(NOON + 2 * HOUR, tick=False)

    assert given(publish()) == "2031/0001"
    assert given(off) is None


def test_a_year_numbers_its_own(clock):
    for year, reference in ((2031, "2031/0001"), (2032, "2032/0001"), (2032, "2032/0002")):
        clock.move_to(instant(year, 6, 1, 12), tick=False)
        assert given(publish()) == reference


def test_a_release_of_before_is_numbered_in_the_year_of_its_day():
    edition = make_edition(draft=True)
    edition.release.first_published_at = instant(2014, 3, 1, 9)
    edition.release.save()

    assert given(approve(edition)) == "2014/0001"
    assert given(publish()) == "2031/0001"


def test_a_number_is_not_given_again_when_its_release_was_removed():
    publish().release.remove(make_staff("Editor"), "in_error", {"en": "A mistake."})

    assert given(publish()) == "2031/0002"


def test_an_approval_that_fails_uses_up_no_number():
    taken = publish(title="Council meets")
    with pytest.raises(ValidationError):
        publish(title="Council meets")

    assert given(taken) == "2031/0001"
    assert given(publish()) == "2031/0002"


def test_a_freeze_holds_numbers_back_too(client, clock):
    make_freeze(NOON + HOUR, NOON + 9 * HOUR)
    waits = schedule(NOON + 2 * HOUR)
    clock.move_to(NOON + 3 * HOUR, tick=False)
    assert client.get("/2031/0001").status_code == 404
    assert given(waits) is None

    clock.move_to(NOON + 9 * HOUR, tick=False)

    assert client.get("/2031/0001").status_code == 302


def test_a_stop_holds_numbers_back_in_its_own_minute(client, clock):
    clock.move_to(NOON + timedelta(seconds=10), tick=False)
    stop = emergency_stop.stop(make_staff("Editor"), "The wrong text.")
    clock.move_to(NOON + timedelta(seconds=20), tick=False)
    held = publish()
    assert given(held) is None
    assert client.get("/2031/0001").status_code == 404

    clock.move_to(NOON + HOUR, tick=False)
    emergency_stop.lift(stop, make_staff("Editor"), {held.pk: True})

    assert client.get("/2031/0001").status_code == 302


def test_pages_of_a_numbered_release_do_not_ask_what_is_due(client):
    edition = publish(body="<p>“We will act.”</p>")
    quote = make_quote(edition)
    pages = [edition.get_absolute_url(), edition.get_version_url(), quote.get_absolute_url()]

    for address in [*pages, "/2031/0001"]:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert [q for q in asked if '"number" IS NULL' in q["sql"]] == [], address


@pytest.mark.skipif(connection.vendor != "sqlite", reason="counts the steps of SQLite")
def test_what_is_due_is_asked_for_without_looking_at_drafts():
    def cost():
        connection.cursor().execute("ANALYZE")
        with steps() as done:
            PressRelease.objects.number_those_out()
        return done[0]

    PressRelease.objects.bulk_create(PressRelease() for _ in range(5))
    few = cost()
    PressRelease.objects.bulk_create(PressRelease() for _ in range(500))

    assert cost() <= 2 * few + 50


def test_a_page_is_read_where_the_database_takes_no_number(client, clock, monkeypatch):
    waits = schedule(NOON + HOUR)
    clock.move_to(NOON + HOUR, tick=False)

    def full(self):
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as disk:
        disk.setattr(PressRelease, "_take_number", full)
        for address in (waits.get_absolute_url(), waits.get_version_url()):
            page = client.get(address)
            assert page.status_code == 200
            assert "2031/0001" not in page.content.decode()
            assert "None" not in page.content.decode()
    assert "2031/0001" in client.get(waits.get_absolute_url()).content.decode()


def test_the_desk_says_that_the_number_comes_later_and_shows_it_then(client, clock):
    client.force_login(make_editor())
    waits = schedule(NOON + HOUR)
    desk = f"/admin/releases/pressrelease/{waits.release_id}/change/"

    assert "Given once the release is public" in client.get(desk).content.decode()
    assert "2031/0001" not in client.get(desk).content.decode()

    clock.move_to(NOON + HOUR, tick=False)
    assert "2031/0001" in client.get("/admin/releases/pressrelease/").content.decode()
    assert "2031/0001" in client.get(desk).content.decode()


def test_a_journalist_is_told_no_number(client):
    access, links = make_access(accepted_at=NOON), []
    access.send(make_staff("Editor"), lambda token: links.append(f"/en/embargo/{token}/"))

    page = client.get(links[0])

    assert page.status_code == 200
    assert "2031/" not in page.content.decode()
    assert EmbargoAccess.objects.get().release.get_absolute_url() == ""
