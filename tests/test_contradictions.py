"""Two answers of one form that cannot both be meant: it says which, and keeps what was typed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from releases.models import Document, Edition, EmbargoAccess, Intake, Meeting
from tests.builders import (
    approve,
    begin_correction,
    instant,
    keys,
    make_access,
    make_appointment,
    make_edition,
    make_intake,
    make_meeting,
    make_organisation,
    make_staff,
    submit,
)
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
EVENING = instant(2031, 5, 6, 18)
LINE = "Embargo until 6 May 2031, 18:00"
PLANNED = "The release is planned for 6 May 2031, 18:00. It would be public before that."


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def editor(client):
    user = make_staff("Editor", "editor")
    client.force_login(user)
    return user


def said(response):
    return " ".join(response.content.decode().split())


# When a release goes public


@pytest.fixture
def approval(client, editor):
    """The page to approve a text on, with every warning ticked."""

    def page(edition):
        form = form_on(client, f"/admin/releases/edition/{edition.pk}/approve/")
        return ticked(form)

    return page


def ticked(form):
    return form.change({name: True for name in form.controls if name.startswith("warning-")})


def planned(**values):
    """A text in review whose release has been planned for the evening."""
    release = make_edition(draft=True, **values).release
    release.publish_at = EVENING
    release.save()
    return submit(release.editions.get())


def is_approved(edition):
    return Edition.objects.get(pk=edition.pk).is_approved


def test_a_time_that_is_typed_is_the_answer(approval):
    edition = submit(make_edition(draft=True))

    approval(edition).post(at="2031-05-06T18:00")

    edition.refresh_from_db()
    assert (edition.is_approved, edition.release.publish_at) == (True, EVENING)


def test_a_time_and_publish_now_are_refused_together(client, approval):
    edition = submit(make_edition(draft=True))

    answer = approval(edition).post(when="now", at="2031-05-06T18:00")

    assert "You gave a time, 6 May 2031, 18:00" in said(answer)
    form = form_in(client, answer)
    assert (form["when"], form["at"]) == ("now", "2031-05-06T18:00")
    assert not is_approved(edition)


def test_a_planned_time_is_chosen_and_has_to_be_removed_to_publish_now(client, approval):
    edition = planned()
    form = approval(edition)
    assert (form["when"], form["at"]) == ("later", "2031-05-06T18:00")

    assert "You gave a time" in said(form.post(when="now"))
    answer = form.post(when="now", at="")

    assert PLANNED in said(answer)
    assert not is_approved(edition)
    answer = form_in(client, answer).post(button="Approve", follow=True)
    assert "Confirm each of the warnings" in said(answer)
    answer = ticked(form_in(client, answer)).post(button="Approve", follow=True)
    assert "Approved and public." in said(answer)
    assert PLANNED in edition.steps.last().accepted


def test_nothing_chosen_and_nothing_typed_is_no_answer(approval):
    answer = approval(submit(make_edition(draft=True))).post()

    assert "Say when it goes public." in said(answer)


def test_at_this_time_without_a_time_is_no_answer(approval):
    answer = approval(submit(make_edition(draft=True))).post(when="later")

    assert "Give the day and the hour." in said(answer)


def test_publishing_now_against_an_embargo_is_asked_a_second_time(client, approval):
    edition = submit(make_edition(draft=True))
    make_intake(f"{LINE}\n\nMinisters agree\n\nThey agreed.", release=edition.release)
    form = approval(edition)
    assert not [name for name in form.controls if "embargo" in name]

    answer = form.post(when="now")

    sentence = f"The file it was made from says: “{LINE}”. It would be public before that."
    assert sentence in said(answer)
    assert not is_approved(edition)
    ticked(form_in(client, answer)).post()
    assert is_approved(edition)


def test_a_time_before_the_end_of_an_embargo_is_asked_about_too(approval):
    edition = submit(make_edition(draft=True))
    make_intake(f"{LINE}\n\nMinisters agree\n\nThey agreed.", release=edition.release)

    answer = approval(edition).post(at="2031-05-06T17:59")

    assert "It would be public before that." in said(answer)
    assert not is_approved(edition)


def test_a_time_that_ends_the_embargo_is_not_asked_about(approval):
    edition = submit(make_edition(draft=True))
    make_intake(f"{LINE}\n\nMinisters agree\n\nThey agreed.", release=edition.release)

    approval(edition).post(at="2031-05-06T18:00")

    assert is_approved(edition)


def test_nobody_publishes_before_the_planned_time_without_saying_so(editor):
    edition = planned()

    with pytest.raises(ValidationError, match="It would be public before that"):
        edition.approve(editor, accepted=keys(edition))

    edition.approve(editor, accepted=keys(edition, NOON))
    assert is_approved(edition)


def test_what_journalists_were_promised_is_asked_about_without_a_planned_time(client, approval):
    access = make_access()
    release, editor = access.release, make_staff("Editor")
    release.unschedule(editor)
    form = form_on(client, f"/admin/releases/pressrelease/{release.pk}/change/", "_save")
    form.post(wanted="")
    edition = submit(release.editions.get())

    answer = approval(edition).post(when="now")

    assert "Journalists read it under embargo" in said(answer)
    assert not is_approved(edition)


def test_what_was_first_published_elsewhere_is_approved_with_what_it_is_asked(client, approval):
    release = make_edition(draft=True).release
    release.first_published_at = instant(2021, 3, 30)
    release.save()
    make_intake("Under embargo\n\nMinisters agree\n\nThey agreed.", release=release)
    edition = submit(release.editions.get())

    approval(edition).post()

    assert is_approved(edition)


# Corrections and quotes


def test_a_minor_change_with_a_note_is_not_submitted(client):
    writer = make_staff("Writer")
    client.force_login(writer)
    draft = begin_correction(approve(make_edition(draft=True)), writer)
    form = form_on(client, f"/admin/releases/edition/{draft.pk}/change/", "_submit")

    answer = form.post(minor=True, change_note="It was ten.", button="_submit", follow=True)

    assert "A minor change has no note" in said(answer)
    assert form_in(client, answer).buttons[0].get("disabled") is not None
    draft.refresh_from_db()
    assert (draft.minor, draft.change_note) == (True, "It was ten.")


@pytest.mark.parametrize(
    ("field", "value"), [("original_words", "Nous agirons."), ("official", True)]
)
def test_a_translated_quote_has_the_language_it_was_spoken_in(client, editor, field, value):
    office = make_appointment()
    draft = make_edition(draft=True, body="<p>“We will act.”</p>")
    form = form_on(client, f"/admin/releases/edition/{draft.pk}/change/", "_submit")
    form.add_row("quotes", words="We will act.", speaker=office.person_id, **{field: value})

    answer = form.post(button="_continue")

    assert "Say in which other language it was spoken" in said(answer)
    again = form_in(client, answer, "_submit")
    assert again["quotes-0-words"] == "We will act."
    assert again[f"quotes-0-{field}"] == (value if field == "original_words" else "on")


# What a file is made into


def test_an_embargo_and_a_day_in_the_past_are_refused_together(client, editor):
    intake = make_intake("Ministers agree\n\nThey agreed.", by=editor)
    form = form_on(client, f"/admin/releases/intake/{intake.pk}/change/")

    answer = form.post(at="2031-05-06T18:00", first_published_on="2021-03-30")

    assert "It either goes public at a time to come, or was public before." in said(answer)
    again = form_in(client, answer)
    assert (again["at"], again["first_published_on"]) == ("2031-05-06T18:00", "2021-03-30")


def test_a_meeting_that_is_named_and_not_added_is_refused(client, editor):
    intake = make_intake("Ministers agree\n\nThey agreed.", by=editor)
    form = form_on(client, f"/admin/releases/intake/{intake.pk}/change/")

    answer = form.post(meeting="", meeting_name="Council")

    assert "You named a meeting" in said(answer)
    assert form_in(client, answer)["meeting_name"] == "Council"
    assert Intake.objects.get().release is None


def test_a_file_and_a_pasted_text_are_refused_together(client, editor):
    form = form_on(client, "/admin/releases/intake/add/")

    answer = form.post(text="They agreed.", file=SimpleUploadedFile("a.txt", b"They met."))

    assert "Choose a file or paste a text, not both." in said(answer)
    assert form_in(client, answer)["text"] == "They agreed."


# Removal


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"kind": "withdrawn", "url": "https://example.org/"}, "it leads nowhere else"),
        ({"kind": "archived"}, "Give the address of the copy in the archive."),
        ({"kind": "consolidated"}, "Say which release or page holds it now."),
        (
            {"kind": "in_error", "url": "https://example.org/", "moved_to": "other"},
            "Give either a release or another page, not both.",
        ),
    ],
)
def test_a_removal_leads_where_its_kind_says(client, editor, answers, sentence):
    edition, other = make_edition(), make_edition()
    if "moved_to" in answers:
        answers = answers | {"moved_to": other.release_id}
    form = form_on(client, f"/admin/releases/pressrelease/{edition.release_id}/remove/")

    answer = form.post(note_en="It was wrong.", **answers)

    assert sentence in said(answer)
    again = form_in(client, answer)
    assert (again["kind"], again["note_en"]) == (answers["kind"], "It was wrong.")
    assert again["url"] == answers.get("url", "")
    edition.release.refresh_from_db()
    assert edition.release.removal == ""


# Records


def test_a_freeze_that_ends_before_it_begins_is_refused(client, editor):
    form = form_on(client, "/admin/releases/freeze/add/")

    answer = form.post(
        starts_at="2031-05-07T12:00",
        ends_at="2031-05-07T11:00",
        public_reason_en="Mourning",
        internal_reason="By order",
    )

    assert "A freeze cannot end before it begins." in said(answer)
    assert form_in(client, answer)["ends_at"] == "2031-05-07T11:00"


def test_an_access_does_not_expire_after_the_release_is_public(client, editor):
    edition = approve(make_edition(draft=True), at=EVENING)
    form = form_on(client, f"/admin/releases/embargoaccess/add/?release={edition.release_id}")

    answer = form.post(
        name="Nellie Bly",
        outlet="The World",
        email="bly@example.org",
        expires_at="2031-05-06T18:01",
    )

    assert "The release is public before that, on 6 May 2031, 18:00" in said(answer)
    assert form_in(client, answer)["name"] == "Nellie Bly"
    assert not EmbargoAccess.objects.exists()


def test_an_access_that_was_given_before_the_release_was_moved_stays_as_it_is(client, editor):
    access = make_access(expires_at=timezone.now() + timedelta(hours=20))
    release = access.release
    release.unschedule(editor)
    approve(release.editions.get(), at=NOON + timedelta(hours=10))

    answer = form_on(client, f"/admin/releases/embargoaccess/{access.pk}/change/").post()

    assert answer.status_code == 302


def test_a_meeting_to_come_has_not_been_held(client, editor):
    meeting = make_meeting(starts_on=date(2031, 5, 7))
    form = form_on(client, f"/admin/releases/meeting/{meeting.pk}/change/")

    answer = form.post(status="held")

    assert "it cannot have been held yet" in said(answer)
    assert form_in(client, answer)["status"] == "held"
    assert Meeting.objects.get().status == "planned"


def test_a_meeting_has_hours_or_none(client, editor):
    meeting = make_meeting(starts_on=date(2031, 5, 7))
    form = form_on(client, f"/admin/releases/meeting/{meeting.pk}/change/")

    answer = form.post(ends_at="12:00")

    assert "Give the hour it begins, or no hours at all." in said(answer)
    assert form_in(client, answer)["ends_at"] == "12:00"


def test_who_takes_part_is_a_person_or_an_organisation(client, editor):
    meeting = make_meeting(starts_on=date(2031, 5, 7))
    form = form_on(client, f"/admin/releases/meeting/{meeting.pk}/change/")
    both = {"appointment": make_appointment().pk, "organisation": make_organisation().pk}
    form.add_row("participations", both)

    answer = form.post()

    assert "Choose either a person or an organisation." in said(answer)
    again = form_in(client, answer)
    assert again["participations-0-appointment"] == str(both["appointment"])


def test_a_document_is_a_link_or_a_file(client, editor):
    form = form_on(client, "/admin/releases/document/add/")

    answer = form.post(
        title="Plan", url="https://example.org/plan", file=SimpleUploadedFile("a.pdf", b"%PDF-1.4")
    )

    assert "Give either a link or a file." in said(answer)
    assert form_in(client, answer)["url"] == "https://example.org/plan"
    assert not Document.objects.exists()
