"""Of two people on one record, whatever it is, the second one sees both before anything is lost."""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from releases.models import Meeting, PressContact, StaleError
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    instant,
    make_access,
    make_appointment,
    make_document,
    make_edition,
    make_freeze,
    make_identity,
    make_meeting,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_recording,
    make_staff,
    make_topic,
)
from tests.forms import form_in, form_on
from tests.pages import page_of

pytestmark = pytest.mark.django_db

# Of each form of the desk a field, and what the first and the second person write in it.
FIELDS = {
    "auth.Group": ("name", "Stagiaires", "Trainees"),
    "auth.User": ("last_name", "Woolf", "Weil"),
    "releases.Appointment": ("titles_en", "Minister of Ports", "Minister of Roads"),
    "releases.Document": ("title", "The plan", "A plan"),
    "releases.Edition": ("title", "Talks held", "Talks go on"),
    "releases.EmbargoAccess": ("expires_at", "2031-05-06T07:00", "2032-05-06T07:00"),
    "releases.Freeze": ("internal_reason", "By the palace", "By the cabinet"),
    "releases.Identity": ("names_en", "News of Works", "News of Ports"),
    "releases.Meeting": ("names_en", "Summit of March", "Summit of spring"),
    "releases.Organisation": ("names_en", "League of Ports", "League of Towns"),
    "releases.Person": ("name", "Ada Byron", "Ada Lovelace"),
    "releases.Picture": ("name", "A blue flag", "A flag"),
    "releases.PressContact": ("name", "Press desk", "News desk"),
    "releases.PressRelease": ("place_en", "Ghent", "Liège"),
    "releases.Recording": ("title_en", "The briefing", "A briefing"),
    "releases.Topic": ("names_en", "Peace", "Security"),
}
SAVE = "_save"
# What came in belongs to one person, whose two windows its own form keeps apart; the log of
# changes is read alone; of a proposal, or of a printing
# anew, nothing is changed, see tests/test_proposals.py and tests/test_reprints.py.
OF_ONE = {"releases.Intake", "releases.Proposal", "releases.Reprint", "auditlog.LogEntry"}


def make(label):
    return {
        "auth.Group": lambda: Group.objects.create(name="Interns"),
        "auth.User": lambda: make_staff("Writer"),
        "releases.Appointment": make_appointment,
        "releases.Document": make_document,
        "releases.Edition": lambda: make_edition(draft=True),
        "releases.EmbargoAccess": lambda: make_access(
            approve(make_edition(draft=True), at=instant(2040, 1, 1)).release
        ),
        "releases.Freeze": lambda: make_freeze(TOMORROW, TOMORROW + timezone.timedelta(days=1)),
        "releases.Identity": make_identity,
        "releases.Meeting": make_meeting,
        "releases.Organisation": make_organisation,
        "releases.Person": make_person,
        "releases.Picture": make_picture,
        "releases.PressContact": lambda: PressContact.objects.create(name="Desk", phone="+32 2"),
        "releases.PressRelease": lambda: make_edition(draft=True).release,
        "releases.Recording": make_recording,
        "releases.Topic": make_topic,
    }[label]()


def address(record):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"


@pytest.fixture
def two(django_user_model):
    """The browsers of two people, Wanda and Eric."""
    clients = Client(), Client()
    for client, name in zip(clients, ("wanda", "eric"), strict=True):
        client.force_login(django_user_model.objects.create_superuser(name))
    return clients


def test_every_form_of_the_desk_is_tried():
    assert {model._meta.label for model in admin.site._registry} == {*FIELDS} | OF_ONE


@pytest.mark.parametrize("label", FIELDS)
def test_the_second_of_two_sees_both_and_may_save_again(label, two):
    record = make(label)
    name, first, second = FIELDS[label]
    mine, yours = (form_on(client, address(record), SAVE) for client in two)
    assert mine.post({name: first} | why(mine)).status_code == 302

    refused = yours.post({name: second} | why(yours))

    assert refused.status_code == 200
    form = form_in(two[1], refused, SAVE)
    assert form[name] == second
    assert form_on(two[0], address(record), SAVE)[name] == first
    page = refused.content.decode()
    assert "wanda" in page
    assert shown(first) in without_markup(page)
    assert form.post().status_code == 302
    assert form_on(two[0], address(record), SAVE)[name] == second


@pytest.mark.parametrize("label", FIELDS)
def test_one_who_saves_twice_is_not_refused(label, two):
    record = make(label)
    name, first, second = FIELDS[label]
    for value in (first, second):
        form = form_on(two[0], address(record), SAVE)
        assert form.post({name: value} | why(form)).status_code == 302

    assert form_on(two[0], address(record), SAVE)[name] == second


def why(form):
    """A reason, where the form asks for one: the public sees what it changes."""
    return {"reason": "So it is"} if "reason" in form else {}


def shown(text):
    """An instant is shown by the newsroom's clocks, with words about it."""
    return "6 May 2031, 07:00" if text == "2031-05-06T07:00" else text


def without_markup(page):
    return page.replace("<del>", "").replace("</del>", "").replace("<ins>", "")


def test_a_participant_added_meanwhile_counts_as_a_change_of_the_meeting(two):
    meeting, appointment = make_meeting(), make_appointment(make_person("Ada Byron"))
    mine, yours = (form_on(client, address(meeting)) for client in two)
    mine.add_row("participations", organisation=make_organisation("League of Ports").pk)
    assert mine.post().status_code == 302

    yours.add_row("participations", appointment=appointment.pk)
    refused = yours.post(names_en="Summit of spring")

    assert refused.status_code == 200
    assert "League of Ports" in without_markup(refused.content.decode())
    form = form_in(two[1], refused, SAVE)
    assert form["participations-0-appointment"] == str(appointment.pk)
    assert form.post().status_code == 302
    assert {str(p.appointment or p.organisation) for p in meeting.participations.all()} == {
        "League of Ports",
        str(appointment),
    }


def test_of_a_text_every_field_and_every_part_of_a_quote_is_compared(two):
    said = make_quote(speaker=make_person("Ada Byron"))
    draft = begin_correction(said.edition)
    other = make_person("Simone Weil")
    mine, yours = (form_on(two[n], address(draft)) for n in (0, 1))
    assert mine.post(title="Talks held").status_code == 302

    refused = yours.post({"quotes-0-speaker": other.pk, "minor": True})

    differences = page_of(refused).one("section", class_="desk-differences")
    assert "Speaker: Simone Weil" in differences.words
    assert [head.words for head in differences.all("th", scope="rowgroup")] == [
        "Title",
        "Minor change",
        "Quotes",
    ]


def test_who_was_taken_out_meanwhile_can_be_put_back(two):
    meeting, organisation = make_meeting(), make_organisation("League of Ports")
    meeting.participations.create(organisation=organisation)
    mine, yours = (form_on(client, address(meeting)) for client in two)
    assert mine.remove_row("participations", 0).post().status_code == 302

    refused = yours.post({"participations-0-capacity": "chair"})

    assert refused.status_code == 200
    assert meeting.participations.count() == 0
    assert form_in(two[1], refused, SAVE).post().status_code == 302
    assert [p.capacity for p in meeting.participations.all()] == ["chair"]


def test_an_office_changed_by_itself_is_not_written_over_from_the_form_of_the_person(two):
    appointment = make_appointment()
    mine, yours = (
        form_on(two[0], address(appointment)),
        form_on(two[1], address(appointment.person)),
    )
    assert mine.post(titles_en="Minister of Ports").status_code == 302

    refused = yours.post({"appointments-0-titles_en": "Minister of Roads"})

    appointment.refresh_from_db()
    assert refused.status_code == 200
    assert appointment.titles == {"en": "Minister of Ports"}
    assert "Minister of Ports" in without_markup(refused.content.decode())


def test_an_office_changed_with_the_person_is_not_written_over_from_its_own_form(two):
    appointment = make_appointment()
    mine, yours = (
        form_on(two[0], address(appointment.person)),
        form_on(two[1], address(appointment)),
    )
    assert mine.post({"appointments-0-titles_en": "Minister of Ports"}).status_code == 302

    assert yours.post(titles_en="Minister of Roads").status_code == 200
    appointment.refresh_from_db()
    assert appointment.titles == {"en": "Minister of Ports"}


def test_what_the_second_did_not_get_right_is_said_beside_what_was_saved(two):
    """An error in the form does not hide that somebody was faster."""
    meeting = make_meeting()
    mine, yours = (form_on(client, address(meeting)) for client in two)
    assert mine.post(starts_on=date(2021, 3, 31)).status_code == 302

    refused = yours.post(ends_on="2020-01-01")

    page = refused.content.decode()
    assert "wanda" in page
    assert "31 March 2021" in without_markup(page)
    assert (
        "The last day cannot come before the first." in form_in(two[1], refused, SAVE).post().text
    )


def test_a_stale_copy_of_a_record_is_not_saved_in_a_shell_either():
    meeting = make_meeting()
    mine, yours = (Meeting.objects.get(pk=meeting.pk) for _ in range(2))
    mine.save()

    with pytest.raises(StaleError):
        yours.save()


def test_what_was_changed_since_the_question_was_put_is_not_deleted(two):
    meeting = make_meeting()
    question = f"/admin/releases/meeting/{meeting.pk}/delete/"
    asked = form_on(two[1], question)
    assert form_on(two[0], address(meeting)).post(names_en="Summit").status_code == 302

    again = asked.post(follow=True)

    assert "Somebody changed this in the meantime." in again.text
    assert Meeting.objects.filter(pk=meeting.pk).exists()
    form_in(two[1], again).post()
    assert not Meeting.objects.filter(pk=meeting.pk).exists()
