"""Texts that print a misspelt record are printed anew, in one act, and approved in another."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from releases.models import Edition, Reprint
from releases.review import emergency_stop, reprints
from tests.builders import (
    TOMORROW,
    YESTERDAY,
    approve,
    begin_correction,
    correct,
    instant,
    make_appointment,
    make_edition,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_staff,
    make_topic,
    print_again,
    submit,
)
from tests.forms import NotOnPageError, form_on
from tests.pages import page_of

pytestmark = pytest.mark.django_db

SAID = "<p>The minister said: “We will act.”</p>"
NOTE = {"en": "The name is spelt Sophie.", "fr": "Le nom s'écrit Sophie."}


@pytest.fixture
def editor(client):
    user = make_staff("Editor", "edith")
    client.force_login(user)
    return user


def misspelt(count=1, **values):
    """Somebody whom public texts quote under a name that has been corrected since."""
    person = make_person("Sofie Wilmès")
    for __ in range(count):
        make_quote(speaker=person, **values)
    return corrected(person)


def corrected(person):
    person.name = "Sophie Wilmès"
    person.save()
    return person


def page_to_print(record):
    return f"/admin/releases/{record._meta.model_name}/{record.pk}/print-anew/"


def words(answer):
    return page_of(answer).words


def titles(texts):
    return [text.edition.title for text in texts]


def test_all_texts_that_print_the_old_name_are_submitted_and_approved_each_in_one_act(
    client, editor
):
    person = misspelt(3)
    old = Edition.objects.first()
    assert "Sofie Wilmès" in words(client.get(old.get_absolute_url()))

    form_on(client, page_to_print(person)).post(follow=True)

    drafts = Edition.objects.in_review()
    assert drafts.count() == 3
    assert all((draft.minor, draft.version) == (True, 2) for draft in drafts)
    assert [draft.body for draft in drafts.order_by("pk")] == [
        text.body for text in Edition.objects.approved().order_by("pk")
    ]
    assert "Sofie Wilmès" in words(client.get(old.get_absolute_url()))
    client.force_login(make_staff("Editor"))
    [reprint] = Reprint.objects.waiting()
    page = f"/admin/releases/reprint/{reprint.pk}/change/"
    assert "Approved: the texts print it as it is now." in words(
        form_on(client, page, "_approve").post(follow=True)
    )
    shown = words(client.get(old.get_absolute_url()))
    assert "Sophie Wilmès" in shown
    assert "Sofie Wilmès" not in shown
    assert "small change, The name is spelt “Sophie Wilmès”." in shown
    assert "Sofie Wilmès" in words(client.get(old.get_version_url()))
    assert reprints.outdated(person) == []


def test_so_many_texts_are_looked_through_at_once_and_older_ones_next(client, editor, monkeypatch):
    monkeypatch.setattr(reprints, "AT_ONCE", 2)
    person = make_person("Sofie Wilmès")
    for year in range(2017, 2022):
        text = make_edition(body=SAID, release__publish_at=instant(year, 3, 30, 12))
        make_quote(text, speaker=person)
        if year == 2020:
            make_quote(make_edition(text.release, language="fr", body=SAID), speaker=person)
    corrected(person)

    found, address = [], page_to_print(person)
    while True:
        page = page_of(client.get(address))
        found.append([item.words for item in page.all("li") if "version 1" in item.words])
        links = [a for a in page.all("a", href=True) if "older" in a.words]
        if not links:
            break
        address = f"{page_to_print(person)}{links[0].get('href')}"

    assert [len(texts) for texts in found] == [3, 2, 1]  # both languages of 2020 together
    form_on(client, address).post(follow=True)
    assert [draft.release.day.year for draft in Edition.objects.in_review()] == [2017]


def test_who_began_it_does_not_approve_the_list(client, editor):
    person = misspelt()
    reprint, left = reprints.begin(person, editor, NOTE)

    assert left == []
    with pytest.raises(NotOnPageError):
        form_on(client, f"/admin/releases/reprint/{reprint.pk}/change/", "_approve")
    for who in (editor, make_staff("Writer"), make_staff("Administrator")):
        with pytest.raises(PermissionDenied):
            reprints.approve(reprint, who)


@pytest.mark.parametrize("role", ["Writer", "Translator", "Administrator"])
def test_nobody_but_an_editor_prints_anew(client, role):
    person, who = misspelt(), make_staff(role)
    client.force_login(who)

    assert client.get(page_to_print(person)).status_code == 403
    assert "Print anew" not in words(client.get(f"/admin/releases/person/{person.pk}/change/"))
    with pytest.raises(PermissionDenied):
        reprints.begin(person, who, NOTE)


def test_texts_with_an_open_draft_or_a_version_that_waits_are_named_and_left(client, editor):
    person = make_person("Sofie Wilmès")
    free, being_written, waiting = (make_quote(speaker=person).edition for _ in range(3))
    begin_correction(being_written)
    correct(waiting, at=TOMORROW)
    corrected(person)

    page = words(client.get(page_to_print(person)))

    assert f"{being_written.title} (English, version 1) – A draft of its next version is" in page
    assert "– Its next version waits for its time." in page
    __, left = reprints.begin(person, editor, NOTE)
    assert set(titles(left)) == {being_written.title, waiting.title}
    assert Reprint.objects.get().editions.get().release == free.release


def test_a_text_beside_which_something_was_put_since_is_left(editor):
    person = misspelt()
    edition = Edition.objects.get()
    edition.release.topics.add(make_topic("Secret"))

    [text] = reprints.outdated(person)

    assert "Something was put beside it since" in text.obstacle
    with pytest.raises(ValidationError, match="no text to print anew"):
        reprints.begin(person, editor, NOTE)
    assert not Reprint.objects.exists()


def test_a_text_of_a_release_that_is_removed_is_left_alone(editor):
    person = misspelt()
    release = Edition.objects.get().release
    release.remove(editor, "in_error", note={"en": "Wrong."})

    assert reprints.outdated(person) == []


def test_a_text_that_prints_what_is_on_record_is_not_printed_anew():
    person = make_quote().speaker
    person.slug = "another-address"
    person.save()

    assert reprints.outdated(person) == []


def test_the_public_is_told_in_the_language_of_each_text(client, editor):
    person = make_person("Sofie Wilmès")
    english = make_quote(speaker=person).edition
    french = make_edition(english.release, language="fr", body="<p>« Nous agirons. »</p>")
    make_quote(french, "Nous agirons.", speaker=person)
    corrected(person)
    form = form_on(client, page_to_print(person))
    assert form["note_fr"]

    refused = form.post(note_fr="")

    assert "in each language of the texts: French" in words(refused)
    reprint, __ = reprints.begin(person, editor, NOTE)
    assert {draft.language: draft.change_note for draft in reprint.editions.all()} == NOTE


def office():
    """An office whose title is corrected, of somebody who is quoted under it."""
    held = make_appointment(titles={"en": "Minster of Works"})
    make_quote(appointment=held)
    held.titles = {"en": "Minister of Works"}
    held.save()
    return held.person


def organisation():
    one = make_organisation("Leage of Ports")
    meeting = make_meeting()
    meeting.participations.create(organisation=one)
    make_edition(meetings=[meeting])
    one.names = {"en": "League of Ports"}
    one.save()
    return one


def meeting():
    one = make_meeting("Sumit")
    make_edition(meetings=[one])
    one.names = {"en": "Summit"}
    one.save()
    return one


def topic():
    one = make_topic("Fishry")
    make_edition(topics=[one])
    one.names = {"en": "Fishery"}
    one.save()
    return one


def contact():
    edition = make_edition()
    one = edition.release.contacts.create(name="Pres desk", phone="+32 2 501 00 00")
    print_again(edition.release)
    one.name = "Press desk"
    one.save()
    return one


@pytest.mark.parametrize("make", [office, organisation, meeting, topic, contact])
def test_each_kind_of_record_is_printed_anew(client, editor, make):
    record = make()
    assert len(reprints.outdated(record)) == 1

    form_on(client, page_to_print(record)).post()
    reprints.approve(Reprint.objects.get(), make_staff("Editor"))

    assert reprints.outdated(record) == []
    assert Edition.objects.standing().get().version == 2


def test_an_office_that_was_corrected_is_printed_anew_from_its_own_form_too(client, editor):
    appointment = office().appointments.get()

    form_on(client, page_to_print(appointment)).post()

    assert Reprint.objects.get().record == appointment.person


def test_a_coming_end_of_an_office_is_no_other_form_before_its_day(editor):
    held = make_appointment()
    make_quote(appointment=held)
    held.until = date(2099, 1, 1)
    held.save()

    assert reprints.outdated(held.person) == []


def test_what_was_sent_back_or_changed_meanwhile_is_left_when_the_list_is_approved(editor):
    person = misspelt(2)
    reprint, __ = reprints.begin(person, editor, NOTE)
    first, second = reprint.editions.all()
    second_editor = make_staff("Editor")
    first.send_back(second_editor, "The name stands in the words too")

    left = reprints.approve(reprint, second_editor)

    assert titles(left) == [first.title]
    assert Edition.objects.get(pk=second.pk).is_approved
    with pytest.raises(ValidationError, match="approved already"):
        reprints.approve(reprint, second_editor)


def test_what_was_found_is_told_once_and_confirmed_with_the_list(client, editor):
    reprint, __ = reprints.begin(misspelt(3), editor, NOTE)
    client.force_login(make_staff("Editor"))

    page = words(client.get(f"/admin/releases/reprint/{reprint.pk}/change/"))

    assert "lists and feeds show the first words. (3 texts)" in page


def test_under_a_stop_the_texts_are_approved_and_the_public_reads_the_old_ones(client, editor):
    person = misspelt()
    edition = Edition.objects.get()
    reprint, __ = reprints.begin(person, editor, NOTE)
    second = make_staff("Editor")
    emergency_stop.stop(second, "A test")

    reprints.approve(reprint, second)

    assert "Sofie Wilmès" in words(client.get(edition.get_absolute_url()))


def test_a_list_that_waits_stands_on_the_start_page_and_above_the_record(client, editor):
    person = misspelt()
    reprints.begin(person, editor, NOTE)
    client.force_login(make_staff("Editor"))

    assert "1 lists of texts printed anew" in words(client.get("/admin/"))
    page = words(client.get(f"/admin/releases/person/{person.pk}/change/"))
    assert "Texts that edith had printed anew on" in page
    assert "wait for a second person" in page
    assert client.get("/admin/releases/reprint/?state=waiting").status_code == 200


def test_a_minor_correction_by_hand_still_has_no_note(editor):
    draft = begin_correction(approve(make_edition(draft=True)), minor=True, change_note="Why")

    with pytest.raises(ValidationError, match="A minor change has no note"):
        submit(draft, editor)


def test_a_meeting_that_moved_is_printed_anew_where_it_is_announced(editor):
    one = make_meeting(announced_at=YESTERDAY)
    make_edition(meetings=[one])
    one.starts_on = date(2021, 4, 1)
    one.save()

    assert len(reprints.outdated(one)) == 1


def test_a_meeting_in_which_another_organisation_takes_part_is_printed_otherwise():
    meeting = make_meeting()
    seat = meeting.participations.create(organisation=make_organisation("Ports"))
    edition = make_edition(meetings=[meeting])
    assert reprints.outdated(meeting) == []

    seat.organisation = make_organisation("Harbours")
    seat.save()

    assert titles(reprints.outdated(meeting)) == [edition.title]
