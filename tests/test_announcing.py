"""Nobody but an editor puts something before the public at once, and not without having seen it."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone

from releases.models import Meeting, Moment, PressContact, Proposal
from releases.review import emergency_stop, proposals
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    approve,
    correct,
    make_appointment,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_staff,
    make_topic,
)
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

PAST = (timezone.localtime() - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
COMING = (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def writer(client):
    client.force_login(make_staff("Writer"))
    return client


@pytest.fixture
def editor(client):
    client.force_login(make_staff("Editor"))
    return client


@pytest.fixture
def stopped():
    """Everything is stopped, after what is public went public."""
    return lambda: emergency_stop.stop(get_user_model().objects.create_superuser("boss"), "A test")


def address_of(record):
    return f"/admin/releases/{record._meta.model_name}/{record.pk}/change/"


def form_of(client, record):
    return form_on(client, address_of(record), "_save")


def text_of(answer):
    return answer.content.decode()


def ticked(client, answer):
    """The page that asks, with its tick, sent once more."""
    form = form_in(client, answer, "_save")
    return form.post(at_once=True)


def public_meeting(**values):
    return make_meeting("Summit of ports", announced_at=YESTERDAY, **values)


# A writer


@pytest.mark.parametrize("at", [PAST, COMING])
def test_a_writer_proposes_the_announcement_of_a_meeting(writer, at):
    meeting = make_meeting()

    answer = form_of(writer, meeting).post({"announced_at": at}, follow=True)

    assert "Proposed. Nothing has changed yet" in text_of(answer)
    assert not Meeting.objects.settled().exists()
    assert Proposal.objects.waiting().get().record == meeting


def test_whoever_adds_a_meeting_announces_it_by_a_proposal(client):
    for role in ("Writer", "Editor"):
        client.force_login(make_staff(role))
        form = form_on(client, "/admin/releases/meeting/add/")
        assert "A meeting is announced by an editor who did not write it" in text_of(
            client.get("/admin/releases/meeting/add/")
        )

        answer = form.post(names_en=role, starts_on="2026-12-05", announced_at=PAST, follow=True)

        assert "it waits as a proposal" in text_of(answer)
        assert str(Proposal.objects.waiting().first().record) == role
    assert Meeting.objects.count() == 2
    assert not Meeting.objects.settled().exists()
    proposal = Proposal.objects.waiting().first()
    proposals.accept(proposal, make_staff("Editor"), proposal.record.revision)
    assert [str(meeting) for meeting in Meeting.objects.settled()] == [str(proposal.record)]


def test_a_writer_prepares_a_meeting_that_is_hidden(writer):
    meeting = make_meeting()
    form = form_of(writer, meeting)
    form.add_row("participations", organisation=make_organisation().pk)

    assert form.post().status_code == 302
    assert meeting.participations.count() == 1


@pytest.mark.parametrize("kind", ["public", "announced for later", "of a scheduled release"])
def test_what_a_writer_adds_to_a_meeting_that_no_review_follows_waits(writer, kind):
    meeting = make_meeting(
        announced_at={"public": YESTERDAY, "announced for later": TOMORROW}.get(kind)
    )
    if kind == "of a scheduled release":
        approve(make_edition(draft=True, meetings=[meeting]), at=TOMORROW)
    form = form_of(writer, meeting)
    form.add_row("participations", organisation=make_organisation().pk)

    form.post()

    assert Proposal.objects.waiting().get().record == meeting
    assert not meeting.participations.exists()


def test_what_a_writer_sends_from_a_form_drawn_before_the_announcement_changes_nothing(writer):
    meeting = make_meeting()
    form = form_of(writer, meeting)
    meeting.announced_at = YESTERDAY
    meeting.save()

    assert form.post(status="cancelled").status_code == 200
    assert Meeting.objects.get().status == "planned"


@pytest.mark.parametrize("field", ["topics", "meetings", "contacts"])
def test_what_a_writer_attaches_to_a_public_release_comes_with_its_next_version(writer, field):
    edition = make_edition(title="Talks held")
    record, words = attachments()[field]
    assert "comes with the next version" in text_of(writer.get(address_of(edition.release)))

    assert form_of(writer, edition.release).post({field: [record.pk]}).status_code == 302

    assert words not in text_of(writer.get(edition.get_absolute_url()))
    assert not type(record).objects.public().exists()
    correct(edition)
    assert words in text_of(writer.get(edition.get_absolute_url()))


def attachments():
    contact = PressContact.objects.create(name="Nellie Press", phone="+32 2 000 00 00")
    return {
        "topics": (make_topic("Fisheries"), "Fisheries"),
        "meetings": (make_meeting("Hidden summit"), "Hidden summit"),
        "contacts": (contact, "Nellie Press"),
    }


# An editor


def test_an_editor_sees_what_an_announcement_makes_public_before_it_is_made(client, editor):
    ada = make_appointment(make_person("Ada Byron"), titles={"en": "Minister of Ports"})
    meeting = make_meeting("Summit of ports", organiser=make_organisation("League of Ports"))
    meeting.participations.create(appointment=ada)

    asked = form_of(editor, meeting).post({"announced_at": PAST})

    page = text_of(asked)
    assert asked.status_code == 200
    for words in ("This becomes public at once", "Summit of ports", "/meetings/summit-of-ports/"):
        assert words in page
    for words in ("Ada Byron, Minister of Ports", "League of Ports"):
        assert words in page
    assert not Meeting.objects.public().exists()
    client.logout()
    assert client.get(meeting.get_absolute_url()).status_code == 404


def test_an_announcement_goes_through_once_it_is_ticked(editor):
    meeting = make_meeting("Summit of ports")
    asked = form_of(editor, meeting).post({"announced_at": PAST})

    assert form_in(editor, asked, "_save").post().status_code == 200
    assert not Meeting.objects.public().exists()
    assert ticked(editor, asked).status_code == 302
    assert Meeting.objects.public().get() == meeting


def test_an_editor_who_changes_more_of_a_meeting_proposes_its_announcement(editor):
    meeting = make_meeting("Summit")

    form_of(editor, meeting).post({"announced_at": PAST, "names_en": "Summit of ports"})

    assert Proposal.objects.waiting().get().record == meeting
    assert str(Meeting.objects.get()) == "Summit"


def test_an_editor_who_wrote_a_meeting_proposes_its_announcement(client, editor):
    form = form_on(editor, "/admin/releases/meeting/add/")
    form.post(names_en="Summit", starts_on="2026-12-05")
    meeting = Meeting.objects.get()

    form_of(editor, meeting).post({"announced_at": PAST})

    assert not Meeting.objects.public().exists()
    proposal = Proposal.objects.waiting().get()
    client.force_login(make_staff("Editor"))
    page = f"/admin/releases/proposal/{proposal.pk}/change/"
    asked = form_on(client, page, "_accept").post()
    assert "This becomes public at once" in text_of(asked)
    assert not Meeting.objects.public().exists()
    assert form_in(client, asked, "_accept").post(at_once=True).status_code == 302
    assert Meeting.objects.public().get() == meeting


def test_what_was_not_on_the_list_is_asked_about_again(editor):
    """A tick stands for what it stood under."""
    meeting = public_meeting()
    form = form_of(editor, meeting)
    form.add_row("participations", organisation=make_organisation("League of Ports").pk)
    asked = form_in(editor, form.post(reason="It came"), "_save")
    other = make_organisation("Secret league")

    again = asked.post({"participations-0-organisation": other.pk, "at_once": True})

    assert again.status_code == 200
    assert "Secret league" in text_of(again)
    assert not meeting.participations.exists()


def test_a_meeting_announced_for_later_is_not_asked_about(editor):
    meeting = make_meeting()

    assert form_of(editor, meeting).post({"announced_at": COMING}).status_code == 302
    assert not Meeting.objects.public().exists()


def test_who_is_added_to_a_public_meeting_is_asked_about(editor):
    meeting = public_meeting()
    ada = make_appointment(make_person("Ada Byron"))
    form = form_of(editor, meeting)
    form.add_row("participations", appointment=ada.pk)

    asked = form.post(reason="She came")

    assert asked.status_code == 200
    assert "Ada Byron" in text_of(asked)
    assert not meeting.participations.exists()
    assert ticked(editor, asked).status_code == 302
    assert meeting.participations.get().appointment == ada


def test_nothing_is_asked_where_nothing_new_is_shown(editor):
    meeting = public_meeting(place={"en": "Ghent"})

    answer = form_of(editor, meeting).post(place_en="Antwerp", reason="A new place")

    assert answer.status_code == 302


# Under a freeze or a stop


def test_nobody_is_added_to_what_is_public_while_everything_is_stopped(editor, stopped):
    meeting = public_meeting()
    stopped()
    form = form_of(editor, meeting)
    form.add_row("participations", organisation=make_organisation().pk)

    refused = form.post(reason="It came")

    assert refused.status_code == 200
    assert "everything is stopped" in text_of(refused)
    assert not meeting.participations.exists()


def test_no_meeting_is_announced_while_everything_is_stopped(editor, stopped):
    meeting = make_meeting()
    stopped()

    refused = form_of(editor, meeting).post({"announced_at": PAST})

    assert refused.status_code == 200
    assert "A freeze is on" in text_of(refused)
    assert not Meeting.objects.public().exists()


def test_a_meeting_announced_for_later_waits_for_the_end_of_a_freeze(editor, stopped):
    stopped()
    meeting = make_meeting()

    assert form_of(editor, meeting).post({"announced_at": COMING}).status_code == 302
    later = timezone.now() + timedelta(days=3)
    assert not Meeting.objects.public(Moment.of(later)).exists()


def test_no_other_way_announces_a_meeting_during_a_freeze_either(stopped):
    meeting = make_meeting()
    stopped()
    meeting.announced_at = YESTERDAY

    with pytest.raises(ValidationError, match="A freeze is on"):
        meeting.save()


def test_a_public_meeting_can_be_cancelled_while_everything_is_stopped(editor, stopped):
    meeting = public_meeting()
    stopped()

    answer = form_of(editor, meeting).post(status="cancelled", reason="The host is ill")

    assert answer.status_code == 302
    assert Meeting.objects.get().status == "cancelled"


@pytest.mark.parametrize("instead", ["", COMING])
def test_an_announced_meeting_stays_announced(client, editor, instead):
    meeting = public_meeting()

    refused = form_of(editor, meeting).post({"announced_at": instead, "reason": "By mistake"})

    assert refused.status_code == 200
    assert "It is public since then. Say that it is cancelled or postponed instead." in text_of(
        refused
    )
    assert client.get(meeting.get_absolute_url()).status_code == 200


def test_a_save_that_is_refused_draws_the_page_that_django_draws_for_a_wrong_form(editor):
    """What its templates find on the page; where Django adds to that, `form_page()` has to."""
    page = f"/admin/releases/meeting/{public_meeting().pk}/change/?_popup=1"
    form = form_on(editor, page, "_save").change(names_en="Summit")

    wrong = form.post({"ends_on": "2020-01-01"}).context_data
    refused = form.post({"ends_on": ""}).context_data

    assert set(wrong) <= set(refused)
    for name in ("title", "object_id", "original", "is_popup", "to_field", "preserved_filters"):
        assert wrong[name] == refused[name], name
    assert str(wrong["media"]) == str(refused["media"])
