"""What the public leans on changes by two people: one proposes or makes it, another decides."""

from datetime import date, time

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from releases.models import Appointment, Meeting, Person, PressContact, Proposal
from releases.review import emergency_stop, proposals
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    approve,
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_freeze,
    make_meeting,
    make_organisation,
    make_person,
    make_proposal,
    make_quote,
    make_staff,
    make_topic,
    print_again,
)
from tests.forms import NotOnPageError, form_in, form_on
from tests.pages import page_of

pytestmark = pytest.mark.django_db

PROPOSE, WHY = "Propose this change", "The name was misspelt"


def signed_in(client, role, name=None):
    user = make_staff(role, name)
    client.force_login(user)
    return user


@pytest.fixture
def writer(client):
    return signed_in(client, "Writer", "wanda")


@pytest.fixture
def editor(client):
    return signed_in(client, "Editor", "edith")


def stop():
    return emergency_stop.stop(get_user_model().objects.create_superuser("boss"), "A test")


def freeze():
    made = make_freeze(TOMORROW, TOMORROW + timezone.timedelta(days=1))
    type(made).objects.update(starts_at=YESTERDAY, holds_after=YESTERDAY)
    return made


def make_contact(**values):
    values = {"name": "Press desk", "email": "press@example.org"} | values
    return PressContact.objects.create(**values)


def quoted(**values):
    """Somebody whom a public text quotes."""
    return make_quote(speaker=make_person("Sofie Wilmès", **values)).speaker


def public(kind):
    """A record of each kind that the public reads, and what somebody changes in its form."""
    meeting = make_meeting("Summit", announced_at=YESTERDAY)
    release = make_edition(meetings=[meeting]).release
    if kind == "person":
        return quoted(), {"name": "Sophie Wilmès"}
    if kind == "appointment":
        office = make_appointment()
        meeting.participations.create(appointment=office)
        return office, {"titles_en": "Minister of Ports"}
    if kind == "organisation":
        organisation = make_organisation("League of Ports")
        meeting.participations.create(organisation=organisation)
        return organisation, {"names_en": "League of Towns"}
    if kind == "document":
        document = make_document()
        make_edition(documents=[document])
        return document, {"title": "The plan"}
    beside, make, changes = {
        "topic": ("topics", make_topic, {"names_en": "Fisheries"}),
        "presscontact": ("contacts", make_contact, {"email": "desk@example.org"}),
        "meeting": ("meetings", lambda: meeting, {"place_en": "Ghent"}),
    }[kind]
    record = make()
    getattr(release, beside).add(record)
    print_again(release)
    return record, changes


KINDS = ["person", "appointment", "organisation", "topic", "meeting", "document", "presscontact"]


def address(record):
    return f"/admin/releases/{record._meta.model_name}/{record.pk}/change/"


def form_of(client, record):
    return form_on(client, address(record), "_save")


def held(client, record, changes):
    """What the form of a record holds now of what was changed."""
    form = form_of(client, record)
    return {name: form[name] for name in changes}


def decide(client, proposal, step, **values):
    return form_on(client, address(proposal), f"_{step}").post(values, follow=True)


def words(answer):
    return page_of(answer).words


# A writer


@pytest.mark.parametrize("kind", KINDS)
def test_a_writers_change_of_what_is_public_waits_until_an_editor_accepts_it(client, writer, kind):
    record, changes = public(kind)
    before = held(client, record, changes)
    form = form_of(client, record)
    assert form.has_button(PROPOSE)
    assert "waits as a proposal until an editor accepts it" in words(client.get(address(record)))

    said = words(form.post(changes, button=PROPOSE, follow=True))

    assert "Proposed. Nothing has changed yet" in said
    assert held(client, record, changes) == before
    proposal = Proposal.objects.get()
    assert (proposal.by, proposal.is_waiting) == (writer, True)
    signed_in(client, "Editor")
    assert "Accepted: the record is as proposed now." in words(decide(client, proposal, "accept"))
    assert held(client, record, changes) == changes


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("document", "meeting")])
def test_what_the_public_does_not_lean_on_a_writer_changes(client, writer, kind):
    record, changes = {
        "person": lambda: (make_person(), {"name": "Ada"}),
        "appointment": lambda: (make_appointment(), {"titles_en": "Chair"}),
        "organisation": lambda: (make_organisation(), {"names_en": "League"}),
        "topic": lambda: (make_topic(), {"names_en": "Peace"}),
        "presscontact": lambda: (make_contact(), {"name": "Desk"}),
    }[kind]()
    assert not form_of(client, record).has_button(PROPOSE)

    assert form_of(client, record).post(changes).status_code == 302

    assert held(client, record, changes) == changes
    assert not Proposal.objects.exists()


def test_what_is_to_become_public_is_guarded_like_what_is(client, writer):
    topic = make_topic("Fishery")
    approve(make_edition(draft=True, topics=[topic]), at=TOMORROW)

    form_of(client, topic).post(names_en="Fisheries")

    topic.refresh_from_db()
    assert str(topic) == "Fishery"
    assert Proposal.objects.waiting().get().record == topic


def test_the_public_sees_nothing_of_a_proposal_before_it_is_accepted(client, writer):
    person = quoted()
    where = person.get_absolute_url()
    form_of(client, person).post(name="Sophie Wilmès")

    assert "Sofie" in words(client.get(where))
    signed_in(client, "Editor")
    decide(client, Proposal.objects.get(), "accept")
    assert "Sophie" in words(client.get(where))


def test_an_office_that_is_added_waits_whichever_form_it_comes_from(client, writer):
    person = quoted()
    form = form_of(client, person)
    form.add_row("appointments", titles_en="Chair", since="2020-01-01")
    form.post()
    own = form_on(client, "/admin/releases/appointment/add/", "_save")
    own.post(person=person.pk, titles_en="Minister", since="2021-01-01")
    assert not Appointment.objects.exists()

    for proposal in Proposal.objects.all():
        assert proposal.record == person
        signed_in(client, "Editor")
        answer = decide(client, proposal, "accept")
        if "changed since" in words(answer):  # the other one was accepted meanwhile
            form_in(client, answer, "_accept").post()

    assert {str(office.titles) for office in Appointment.objects.all()} == {"Chair", "Minister"}


def test_rows_that_are_changed_added_and_taken_away_wait_together(client, writer):
    meeting, harbours = make_meeting(announced_at=YESTERDAY), make_organisation("Harbours")
    meeting.participations.create(organisation=make_organisation("Ports"), position=1)
    meeting.participations.create(organisation=make_organisation("Towns"), position=2)
    form = form_of(client, meeting)
    form.change({"participations-0-capacity": "chair", "participations-1-DELETE": True})
    form.add_row("participations", organisation=harbours.pk, position=3)
    form.post()
    assert [str(one.organisation) for one in meeting.participations.all()] == ["Ports", "Towns"]

    signed_in(client, "Editor")
    page = client.get(address(Proposal.objects.get()))
    assert "Organisation: Harbours" in words(page)
    asked = decide(client, Proposal.objects.get(), "accept")
    assert "This becomes public at once" in words(asked)
    form_in(client, asked, "_accept").post(at_once=True)

    assert [(str(one.organisation), one.capacity) for one in meeting.participations.all()] == [
        ("Ports", "chair"),
        ("Harbours", "participant"),
    ]


def test_an_outcome_that_is_proposed_is_public_when_it_is_accepted(client, writer):
    meeting, plan = make_meeting(announced_at=YESTERDAY), make_document()
    form = form_of(client, meeting)
    form.add_row("outcomes", document=plan.pk, public_from=f"{timezone.localtime():%Y-%m-%dT%H:%M}")
    form.post()
    assert not meeting.outcomes.exists()

    signed_in(client, "Editor")
    asked = decide(client, Proposal.objects.get(), "accept")
    form_in(client, asked, "_accept").post(at_once=True)

    assert [one.document for one in meeting.outcomes.public()] == [plan]


def test_who_proposed_it_decides_nothing_and_may_take_it_back(client, writer):
    person = quoted()
    form_of(client, person).post(name="Sophie Wilmès")
    proposal = Proposal.objects.get()
    with pytest.raises(NotOnPageError):
        form_on(client, address(proposal), "_accept")

    assert "Taken back" in words(decide(client, proposal, "withdraw"))

    person.refresh_from_db()
    assert person.name == "Sofie Wilmès"
    with pytest.raises(PermissionDenied):
        proposals.accept(proposal, writer, person.revision)


def test_a_refusal_says_why_and_who_proposed_it_reads_that(client, writer):
    person = quoted()
    form_of(client, person).post(name="Sophie Wilmès", reason="So she writes it")
    proposal = Proposal.objects.get()
    client.force_login(make_staff("Editor", "edith"))
    assert "So she writes it" in words(client.get(address(proposal)))
    assert "Say why it is refused." in words(decide(client, proposal, "refuse"))

    decide(client, proposal, "refuse", answer="Her passport says Sofie")

    client.force_login(writer)
    said = "edith refused the change you proposed: “Her passport says Sofie”."
    assert said in words(client.get(address(person)))
    person.refresh_from_db()
    assert person.name == "Sofie Wilmès"


def test_a_proposal_shows_old_and_new_its_pages_and_the_texts_that_print_the_old(client, writer):
    edition = make_quote(speaker=make_person("Sofie Wilmès")).edition
    person = edition.quotes.get().speaker
    form_of(client, person).post(name="Sophie Wilmès")

    page = page_of(client.get(address(Proposal.objects.get())))

    differences = page.one("section", class_="desk-differences")
    assert [cell.words for cell in differences.all("td")] == ["Sofie Wilmès", "Sophie Wilmès"]
    leaning = page.one("section", class_="desk-leaning").words
    assert person.get_absolute_url() in leaning
    assert edition.title in leaning


def test_of_many_texts_some_twenty_are_named_and_the_rest_counted(client, writer):
    person = make_person()
    for _ in range(23):
        make_quote(speaker=person)

    leaning = page_of(client.get(address(person))).one("section", class_="desk-leaning")

    texts = leaning.all("ul")[-1].all("li")
    assert len(texts) == 21
    assert texts[-1].words == "and 3 more"


def test_the_latest_texts_that_print_a_record_are_named_first(client, writer):
    person = make_person()
    days = {"Harvest": date(2021, 9, 1), "Seeds": date(2021, 4, 1), "Summer": date(2021, 6, 1)}
    for title, day in days.items():
        at = instant(day.year, day.month, day.day)
        make_quote(
            make_edition(title=title, body="<p>“We will act.”</p>", release__publish_at=at),
            speaker=person,
        )

    leaning = page_of(client.get(address(person))).one("section", class_="desk-leaning").words

    assert leaning.index("Harvest") < leaning.index("Summer") < leaning.index("Seeds")


def test_a_text_that_names_another_record_of_the_kind_or_of_the_key_is_not_among_them(
    client, writer
):
    person = make_quote(speaker=make_person(pk=4711)).speaker
    make_edition(title="Fish and ships", topics=[make_topic(pk=4711)])
    make_quote(make_edition(title="Somebody else", body="<p>“We will act.”</p>"))

    leaning = page_of(client.get(address(person))).one("section", class_="desk-leaning")

    assert "Release number" in leaning.words
    assert "Fish and ships" not in leaning.words
    assert "Somebody else" not in leaning.words


# A translator


@pytest.fixture
def translator(client):
    user = make_staff("Translator", "tina", languages=["fr"])
    client.force_login(user)
    return user


def test_a_translator_proposes_a_name_in_the_own_languages(client, translator):
    topic = make_topic("Fisheries")
    make_edition(topics=[topic])
    form = form_of(client, topic)
    assert form.has_button(PROPOSE)

    form.post(names_fr="Pêche")

    topic.refresh_from_db()
    assert topic.names == {"en": "Fisheries"}
    proposal = Proposal.objects.waiting().get()
    assert proposal.changes == {
        "fields": {"names": [{"en": "Fisheries"}, {"en": "Fisheries", "fr": "Pêche"}]}
    }
    signed_in(client, "Editor")
    decide(client, proposal, "accept")
    topic.refresh_from_db()
    assert topic.names == {"en": "Fisheries", "fr": "Pêche"}


def test_a_translator_gives_names_that_nobody_leans_on_at_once(client, translator):
    office = make_appointment()

    assert form_of(client, office).post(titles_fr="Ministre").status_code == 302

    office.refresh_from_db()
    assert office.titles == {"en": "Minister of Works", "fr": "Ministre"}


@pytest.mark.parametrize("make", [make_topic, make_meeting, make_organisation, make_appointment])
def test_a_translator_changes_nothing_else_of_a_record(client, translator, make):
    record = make()

    form = form_of(client, record)

    seen = [name for name in form.controls if form.kind(name) not in ("hidden", "submit")]
    assert {name.rpartition("_")[2] for name in seen} == {"fr"}
    assert client.get(address(make_person())).status_code == 200
    assert "name" not in form_text(client.get(address(make_person())))


def form_text(answer):
    return {control.get("name") for control in page_of(answer).all("input", "textarea")}


def test_what_a_translator_sends_in_another_language_all_the_same_changes_nothing(
    client, translator
):
    topic = make_topic("Fisheries")
    form = form_of(client, topic)

    form.craft({"names_en": "Forged", "names_fr": "Pêche", "slug": "forged"})

    topic.refresh_from_db()
    assert (topic.names, topic.slug) == ({"en": "Fisheries", "fr": "Pêche"}, "fisheries")


# An editor


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_says_why_and_a_second_one_confirms(client, editor, kind):
    record, changes = public(kind)
    refused = form_of(client, record).post(changes)
    assert "The public reads this: say why it changes." in words(refused)
    again = form_in(client, refused, "_save")
    assert {name: again[name] for name in changes} == changes

    assert again.post(reason=WHY).status_code == 302

    assert held(client, record, changes) == changes
    said = f"edith changed this on {timezone.localdate():%-d}"
    assert said in words(client.get(address(record)))
    proposal = Proposal.objects.unconfirmed().get()
    with pytest.raises(NotOnPageError):
        form_on(client, address(proposal), "_confirm")
    signed_in(client, "Editor")
    assert "two people stand by this change" in words(decide(client, proposal, "confirm"))
    assert said not in words(client.get(address(record)))
    proposal.refresh_from_db()
    assert proposal.decided_by not in (None, editor)


def test_an_editor_may_propose_and_accepts_nothing_of_the_own(client, editor):
    person = quoted()
    form_of(client, person).post(name="Sophie Wilmès", button=PROPOSE)

    person.refresh_from_db()
    assert person.name == "Sofie Wilmès"
    proposal = Proposal.objects.waiting().get()
    with pytest.raises(NotOnPageError):
        form_on(client, address(proposal), "_accept")
    with pytest.raises(PermissionDenied):
        proposals.accept(proposal, editor, person.revision)


def test_what_waits_stands_on_the_start_page(client, editor):
    form_of(client, quoted()).post(name="Sophie Wilmès", reason=WHY)
    client.force_login(make_staff("Writer"))
    form_of(client, quoted()).post(name="Ada Byron")
    signed_in(client, "Editor")

    page = page_of(client.get("/admin/"))

    numbers = page.one("ul", class_="desk-numbers").words
    assert "1 proposed changes" in numbers
    assert "1 changes made by one person alone" in numbers
    for link in page.one("ul", class_="desk-numbers").all("a"):
        if "proposal" in link.get("href"):
            assert "wanda" not in words(client.get(link.get("href")))
            assert len(page_of(client.get(link.get("href"))).all("th", class_="field-subject")) == 1


def test_an_office_stays_with_the_person_who_holds_it(client, editor):
    assert "person" not in form_of(client, make_appointment())


def test_an_office_or_a_contact_of_the_public_is_not_deleted_by_itself(client, editor):
    for record in (public("appointment")[0], public("presscontact")[0]):
        where = address(record).replace("change", "delete")
        assert client.get(where).status_code == 403
        assert type(record).objects.filter(pk=record.pk).exists()
    for model in ("appointment", "presscontact"):
        assert "delete_selected" not in client.get(f"/admin/releases/{model}/").text
    with pytest.raises(ValidationError, match="cannot be deleted"):
        PressContact.objects.get().delete()
    with pytest.raises(ValidationError, match="cannot be deleted"):
        PressContact.objects.all().delete()


# An administrator


def test_an_administrator_reads_proposals_and_decides_nothing(client):
    proposal, keeper = make_proposal(), signed_in(client, "Administrator")

    assert "Ada Lovelace" in words(client.get(address(proposal)))
    with pytest.raises(NotOnPageError):
        form_on(client, address(proposal), "_accept")
    for step in (proposals.refuse, proposals.withdraw):
        with pytest.raises(PermissionDenied):
            step(proposal, keeper, *(["No"] if step is proposals.refuse else []))


# Under a freeze or a stop


@pytest.mark.parametrize("hold", [stop, freeze])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "presscontact"])
def test_no_change_takes_effect_while_all_is_held_and_nothing_typed_is_lost(
    client, editor, kind, hold
):
    record, changes = public(kind)
    before = held(client, record, changes)
    hold()

    refused = form_of(client, record).post(changes | {"reason": WHY})

    assert "what the public reads stays as it is" in words(refused)
    again = form_in(client, refused, "_save")
    assert {name: again[name] for name in changes} == changes
    assert held(client, record, changes) == before
    again.post(button=PROPOSE)
    assert Proposal.objects.waiting().get().reason == WHY


def test_an_office_that_would_begin_now_does_not_begin_under_a_stop(client, editor):
    person = quoted()
    stop()
    own = form_on(client, "/admin/releases/appointment/add/", "_save")

    refused = own.post(
        person=person.pk, titles_en="Minister", since=timezone.localdate(), reason=WHY
    )

    assert "everything is stopped" in words(refused)
    assert not Appointment.objects.exists()


@pytest.mark.parametrize("hold", [stop, freeze])
def test_a_proposal_waits_for_the_end_of_a_freeze(client, writer, hold):
    person = quoted()
    holding = hold()
    form_of(client, person).post(name="Sophie Wilmès")
    editor = signed_in(client, "Editor")

    refused = decide(client, Proposal.objects.get(), "accept")

    assert "what the public reads stays as it is" in words(refused)
    person.refresh_from_db()
    assert person.name == "Sofie Wilmès"
    assert Proposal.objects.waiting().exists()
    if hold is stop:
        emergency_stop.lift(holding, editor, {})
        decide(client, Proposal.objects.get(), "accept")
        person.refresh_from_db()
        assert person.name == "Sophie Wilmès"


@pytest.mark.parametrize("hold", [stop, freeze])
@pytest.mark.parametrize(
    "changes", [{"status": "cancelled"}, {"starts_on": "2021-04-01", "starts_at": "15:00:00"}]
)
def test_an_editor_cancels_or_moves_a_public_meeting_under_a_freeze(client, editor, hold, changes):
    meeting = make_meeting(announced_at=YESTERDAY)
    hold()
    asked = form_of(client, meeting).post(changes)
    assert "say why it changes" in words(asked)

    assert form_in(client, asked, "_save").post(reason="The host is ill").status_code == 302

    assert held(client, meeting, changes).items() >= changes.items()
    assert Proposal.objects.unconfirmed().get().record == meeting


def test_a_proposal_to_cancel_a_public_meeting_is_accepted_under_a_stop(client, writer):
    meeting = make_meeting(announced_at=YESTERDAY)
    form_of(client, meeting).post(status="cancelled")
    stop()
    editor = signed_in(client, "Editor")

    decide(client, Proposal.objects.get(), "accept")

    meeting.refresh_from_db()
    assert meeting.status == "cancelled"
    assert Proposal.objects.get().decided_by == editor


def test_a_refusal_without_a_reason_is_told_beside_its_field():
    proposal = make_proposal()

    with pytest.raises(ValidationError) as refused:
        proposals.refuse(proposal, make_staff("Editor"), " ")

    assert list(refused.value.error_dict) == ["answer"]


def test_who_announces_a_meeting_and_changes_who_takes_part_decides_nothing_alone():
    meeting, editor = make_meeting(), make_staff("Editor")
    announced = {"fields": {"announced_at": [None, "2021-03-01T12:00:00Z"]}}

    assert not proposals.has_to_propose(editor, meeting, announced)
    assert proposals.has_to_propose(editor, meeting, announced | {"rows": {"participations": []}})


def test_a_proposal_for_a_record_that_is_gone_is_not_accepted():
    proposal = make_proposal(make_person("Ada Byron"))
    Person.objects.all().delete()

    with pytest.raises(ValidationError, match="The record has been deleted"):
        proposals.accept(Proposal.objects.get(pk=proposal.pk), make_staff("Editor"), seen=0)


def test_with_a_move_nothing_else_of_a_meeting_slips_through_a_freeze(client, editor):
    meeting = make_meeting(announced_at=YESTERDAY)
    stop()

    refused = form_of(client, meeting).post(
        status="cancelled", names_en="Off", reason="The host is ill"
    )

    assert "what the public reads stays as it is" in words(refused)
    assert Meeting.objects.get().status == "planned"


def test_who_takes_part_in_a_public_meeting_stays_as_it_is_under_a_stop(client, editor):
    meeting = make_meeting(announced_at=YESTERDAY)
    meeting.participations.create(organisation=make_organisation("Ports"), position=1)
    stop()
    form = form_of(client, meeting)

    refused = form.post({"participations-0-capacity": "chair", "reason": WHY})

    assert "what the public reads stays as it is" in words(refused)
    assert meeting.participations.get().capacity == "participant"


def test_an_editor_mends_a_press_contact_under_a_stop(client, editor):
    contact, changes = public("presscontact")
    stop()

    assert form_of(client, contact).post(changes | {"reason": WHY}).status_code == 302
    assert held(client, contact, changes) == changes


# Two people at once


def test_a_proposal_for_a_record_changed_since_shows_both_and_goes_on_waiting(client, writer):
    person = quoted()
    form_of(client, person).post(name="Sophie Wilmès")
    proposal = Proposal.objects.get()
    stored = Person.objects.get(pk=person.pk)
    stored.name = "Sofie W."
    stored.save()
    signed_in(client, "Editor")

    refused = decide(client, proposal, "accept")

    said = words(refused)
    assert "The record has been changed since. Nothing was done" in said
    differences = page_of(refused).one("section", class_="desk-differences")
    assert [cell.words for cell in differences.all("td")] == ["Sofie W.", "Sophie Wilmès"]
    assert Person.objects.get(pk=person.pk).name == "Sofie W."
    assert Proposal.objects.waiting().exists()
    form_in(client, refused, "_accept").post()
    assert Person.objects.get(pk=person.pk).name == "Sophie Wilmès"


def test_what_others_changed_since_stays_when_a_proposal_is_accepted(client, writer):
    contact, __ = public("presscontact")
    form_of(client, contact).post(phone="+32 2 501 00 00")
    stored = PressContact.objects.get()
    stored.email = "desk@example.org"
    stored.save()
    signed_in(client, "Editor")

    refused = decide(client, Proposal.objects.get(), "accept")
    form_in(client, refused, "_accept").post()

    stored.refresh_from_db()
    assert (stored.phone, stored.email) == ("+32 2 501 00 00", "desk@example.org")


def test_of_two_editors_one_decides(client, writer):
    person = quoted()
    form_of(client, person).post(name="Sophie Wilmès")
    proposal = Proposal.objects.get()
    signed_in(client, "Editor")
    mine, yours = (form_on(client, address(proposal), "_accept") for _ in range(2))
    mine.post()

    answer = yours.post(button="_refuse", answer="No")

    assert "Somebody has decided on this already." in words(answer)
    proposal.refresh_from_db()
    assert proposal.state == Proposal.State.ACCEPTED


def test_what_can_no_longer_be_so_is_refused_with_a_sentence_and_waits(client, writer):
    meeting = make_meeting(announced_at=YESTERDAY, starts_on=date(2021, 3, 30))
    office = make_appointment(since=date(2021, 1, 1))
    form = form_of(client, meeting)
    form.add_row("participations", appointment=office.pk)
    form.post()
    office.since = date(2022, 1, 1)
    office.save()
    signed_in(client, "Editor")

    refused = decide(client, Proposal.objects.get(), "accept")

    assert "This office was not held on the day of the meeting." in words(refused)
    assert Proposal.objects.waiting().exists()


def test_what_a_proposal_names_may_be_gone(client, writer):
    topic, organisation = make_topic(), make_organisation("League")
    make_edition(topics=[topic])
    person = quoted()
    form = form_of(client, person)
    form.add_row(
        "appointments", titles_en="Chair", since="2020-01-01", organisation=organisation.pk
    )
    form.post()
    organisation.delete()
    signed_in(client, "Editor")

    refused = decide(client, Proposal.objects.get(), "accept")

    assert "has been deleted since" in words(refused)
    assert Proposal.objects.waiting().exists()


def test_hours_dates_and_ticks_come_back_as_they_were_proposed(client, writer):
    meeting = make_meeting(announced_at=YESTERDAY)
    form_of(client, meeting).post(
        starts_on="2021-04-01", starts_at="15:00", restricted=True, format="virtual"
    )
    signed_in(client, "Editor")
    decide(client, Proposal.objects.get(), "accept")

    meeting.refresh_from_db()
    assert (meeting.starts_on, meeting.starts_at) == (date(2021, 4, 1), time(15))
    assert (meeting.restricted, meeting.format) == (True, "virtual")
    assert meeting.moved_from == date(2021, 3, 30)
