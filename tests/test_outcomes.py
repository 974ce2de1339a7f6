"""What came of a meeting: documents that are public from an instant an editor gives."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from releases.models import Outcome, Proposal
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    instant,
    make_document,
    make_edition,
    make_editor,
    make_freeze,
    make_meeting,
    make_outcome,
    make_staff,
)
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12, 0)
THREE = instant(2031, 5, 6, 15, 0)
EARLIER = "2031-05-06T11:00"


def typed(at):
    return f"{at:%Y-%m-%dT%H:%M}"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def meeting():
    return make_meeting("Summit of ports", announced_at=YESTERDAY)


@pytest.fixture
def communique():
    return make_document("Joint communiqué", file=ContentFile(b"agreed", "communique.pdf"))


@pytest.fixture
def writer(client):
    client.force_login(make_staff("Writer"))
    return client


@pytest.fixture
def editor(client):
    client.force_login(make_staff("Editor"))
    return client


def form_of(client, meeting):
    return form_on(client, f"/admin/releases/meeting/{meeting.pk}/change/", "_save")


def words(answer):
    text = re.sub(r"<[^>]*>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text)


def test_an_outcome_is_public_from_its_instant(client, clock, meeting, communique):
    make_outcome(meeting, communique, public_from=THREE)
    page, file = meeting.get_absolute_url(), communique.get_absolute_url()

    clock.move_to(THREE - timedelta(seconds=1), tick=False)
    assert "Joint communiqué" not in words(client.get(page))
    assert client.get(file).status_code == 404
    clock.move_to(THREE, tick=False)
    assert "Outcome documents Joint communiqué" in words(client.get(page))
    assert client.get(file).status_code == 200


def test_an_outcome_without_an_instant_is_nowhere(client, meeting, communique):
    meeting.outcomes.create(document=communique)

    assert "Joint communiqué" not in words(client.get(meeting.get_absolute_url()))
    assert client.get(communique.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("announced", [None, THREE])
def test_an_outcome_is_never_public_before_its_meeting_is_announced(clock, communique, announced):
    meeting = make_meeting(announced_at=announced)

    with pytest.raises(ValidationError, match="Not before the meeting is announced"):
        make_outcome(meeting, communique, public_from=THREE - timedelta(minutes=1))


def test_a_meeting_is_not_announced_after_its_outcome(clock, communique):
    meeting = make_meeting(announced_at=THREE)
    outcome = make_outcome(meeting, communique, public_from=THREE)

    for instead in (None, THREE + timedelta(hours=1)):
        meeting.announced_at = instead
        with pytest.raises(ValidationError, match="would be public earlier"):
            meeting.save()
    outcome.public_from = None
    outcome.save()
    meeting.refresh_from_db()
    meeting.announced_at = None
    meeting.save()


def test_what_is_prepared_of_a_public_meeting_moves_no_etag(client, clock, meeting, communique):
    page = meeting.get_absolute_url()
    before = client.get(page)["ETag"]

    outcome = meeting.outcomes.create(document=communique)
    assert client.get(page)["ETag"] == before
    outcome.public_from = THREE
    outcome.save()
    assert client.get(page)["ETag"] == before
    outcome.public_from = NOON
    outcome.save()

    assert client.get(page)["ETag"] != before


def test_the_instant_of_an_outcome_is_a_whole_minute(meeting, communique):
    outcome = make_outcome(meeting, communique, public_from=THREE + timedelta(seconds=42))

    assert Outcome.objects.get().public_from == outcome.public_from == THREE


def test_what_is_public_stays(meeting, communique):
    outcome = make_outcome(meeting, communique)

    outcome.public_from = TOMORROW
    with pytest.raises(ValidationError, match="public and stays"):
        outcome.save()
    outcome.refresh_from_db()
    outcome.document = make_document("Another")
    with pytest.raises(ValidationError, match="public and stays"):
        outcome.save()
    with pytest.raises(ValidationError, match="public and stays"):
        outcome.delete()
    with pytest.raises(ValidationError, match="public and stays"):
        Outcome.objects.all().delete()
    with pytest.raises(ValidationError, match="public and stays"):
        Outcome.objects.update(public_from=None)

    assert Outcome.objects.public().get().document == communique


def test_the_page_tells_what_replaced_an_outcome(client, meeting, communique):
    make_outcome(meeting, communique)
    new = make_document("As signed", replaces=communique, why="A name was missing.")
    page = meeting.get_absolute_url()
    assert "Replaced by" not in words(client.get(page))

    make_outcome(meeting, new)

    assert "Replaced by As signed" in words(client.get(page))


def test_a_release_about_the_meeting_lists_only_its_own_documents(client, meeting, communique):
    make_outcome(meeting, communique)
    edition = make_edition(meetings=[meeting], documents=[make_document("Background")])

    page = words(client.get(edition.get_absolute_url()))

    assert "Background" in page
    assert "Joint communiqué" not in page


# Freezes and stops


def test_a_stop_holds_an_outcome_and_lets_it_go(client, clock, meeting, communique):
    make_outcome(meeting, communique, public_from=THREE)
    boss = make_editor()
    stop = emergency_stop.stop(boss, "A test")

    clock.move_to(THREE + timedelta(hours=1), tick=False)
    assert client.get(communique.get_absolute_url()).status_code == 404
    emergency_stop.lift(stop, boss, {})
    assert client.get(communique.get_absolute_url()).status_code == 200


def test_nothing_comes_of_a_meeting_at_once_under_a_freeze(clock, meeting, communique):
    make_freeze(NOON + timedelta(minutes=1), NOON + timedelta(hours=1))
    clock.move_to(NOON + timedelta(minutes=2), tick=False)

    with pytest.raises(ValidationError, match="A freeze is on"):
        make_outcome(meeting, communique, public_from=NOON + timedelta(minutes=2))
    with pytest.raises(ValidationError, match="A freeze is on"):
        make_outcome(meeting, communique, public_from=NOON - timedelta(days=1))
    make_outcome(meeting, communique, public_from=THREE)


# At the desk


def test_a_writer_prepares_an_outcome_of_a_meeting_that_is_hidden(writer, communique):
    meeting = make_meeting()
    form = form_of(writer, meeting)
    form.add_row("outcomes", document=communique.pk)

    assert form.post().status_code == 302
    assert meeting.outcomes.get().document == communique


@pytest.mark.parametrize("at", ["", typed(THREE), EARLIER])
def test_what_a_writer_adds_to_a_meeting_waits(clock, client, meeting, communique, at):
    client.force_login(make_staff("Writer"))
    form = form_of(client, meeting)
    form.add_row("outcomes", document=communique.pk, public_from=at)

    form.post()

    assert not meeting.outcomes.exists()
    proposal = Proposal.objects.waiting().get()
    client.force_login(make_staff("Editor"))
    page = f"/admin/releases/proposal/{proposal.pk}/change/"
    answer = form_on(client, page, "_accept").post()
    if at == EARLIER:
        assert "This becomes public at once" in words(answer)
        answer = form_in(client, answer, "_accept").post(at_once=True)
    assert answer.status_code == 302
    assert meeting.outcomes.get().document == communique


def test_an_editor_gives_the_instant_and_says_why(clock, editor, meeting, communique):
    meeting.outcomes.create(document=communique)
    form = form_of(editor, meeting).change({"outcomes-0-public_from": typed(THREE)})

    assert "say why it changes" in words(form.post())
    assert form.post(reason="It was signed").status_code == 302
    assert meeting.outcomes.get().public_from == THREE
    assert Proposal.objects.unconfirmed().get().record == meeting


def test_an_outcome_that_is_public_at_once_is_asked_about(clock, editor, meeting, communique):
    form = form_of(editor, meeting)
    form.add_row("outcomes", document=communique.pk, public_from=typed(NOON))

    asked = form.post(reason="It was signed")

    assert "This becomes public at once" in words(asked)
    assert "communique.pdf" in words(asked)
    assert not meeting.outcomes.exists()
    assert form_in(editor, asked, "_save").post(at_once=True).status_code == 302
    assert meeting.outcomes.public().get().document == communique


def test_an_instant_that_is_refused_is_told(clock, editor, meeting, communique):
    emergency_stop.stop(make_editor(), "A test")
    form = form_of(editor, meeting)
    form.add_row("outcomes", document=communique.pk, public_from=typed(NOON))

    refused = form.post(reason="It was signed")

    assert "A freeze is on" in words(refused)
    assert not meeting.outcomes.exists()


def test_a_public_outcome_cannot_be_taken_away_at_the_desk(editor, meeting, communique):
    make_outcome(meeting, communique)

    refused = form_of(editor, meeting).post({"outcomes-0-DELETE": True, "reason": "A mistake"})

    assert "This outcome is public and stays" in words(refused)
    assert meeting.outcomes.exists()
