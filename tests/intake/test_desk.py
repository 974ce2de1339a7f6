"""The desk takes a release in: choose or paste, check, make the draft."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from releases.intake.draft import Draft, make_release
from releases.models import (
    Appointment,
    Edition,
    Intake,
    Meeting,
    Person,
    PressContact,
    PressRelease,
    Proposal,
    Quote,
)
from releases.review import proposals
from tests.builders import (
    make_appointment,
    make_edition,
    make_meeting,
    make_person,
    make_quote,
    make_staff,
)
from tests.forms import form_in, form_on
from tests.reading.files import mail

pytestmark = pytest.mark.django_db

ADD = "/admin/releases/intake/add/"

TEXT = """Bridge over the Lys opens

Ghent, 12 May 2014 – Minister of Works Ann Bryn presented the new bridge over the Lys today.

“The bridge joins two towns,” said Ann Bryn. “It took nine years.”

The mayor, Tom Roe, said: “We have waited long for this day.”

See https://bridge.example.org/plans for the plans."""

MET = """Ministers meet

Ghent, 12 May 2014 – Minister of Works Ann Bryn chaired a meeting of ministers in Ghent today.

It went well."""


@pytest.fixture
def writer(client):
    writer = make_staff("Writer")
    client.force_login(writer)
    return writer


@pytest.fixture
def minister():
    return make_appointment(make_person("Ann Bryn"), titles={"en": "Minister of Works"})


def take_in(client, text=TEXT, **values):
    response = form_on(client, ADD).change(values).post(text=text)
    assert response.status_code == 302, response.content.decode()
    return Intake.objects.first()


def address(intake):
    return f"/admin/releases/intake/{intake.pk}/change/"


def filled(client, intake, **changes):
    """The form of the check as it is filled in, with changes."""
    return form_on(client, address(intake), "Make the draft").change(changes)


def errors(response):
    form = response.context["form"]
    rows = [row.errors for rows in form.rows.values() for row in rows]
    return str([form.errors, *rows])


def test_a_new_release_begins_with_a_file_or_a_text(client, writer):
    response = client.get("/admin/releases/pressrelease/add/", follow=True)

    page = response.content.decode()
    assert "Choose the file your release is in, or paste its text." in page
    assert 'href="/admin/releases/edition/add/"' in page


def test_what_was_found_is_shown_with_the_words_it_was_taken_from(client, writer, minister):
    intake = take_in(client)

    page = " ".join(client.get(address(intake)).content.decode().split())

    assert 'value="Bridge over the Lys opens"' in page
    assert 'value="2014-05-12"' in page
    assert re.search('href="#found-day">“12 May 2014”', page)
    assert re.search('id="found-quotes-0" href="#field-quotes-0">.*?</a><mark class="found-q', page)
    assert "On record: Ann Bryn, Minister of Works" in page
    assert "Not on record" in page
    assert PressRelease.objects.count() == Edition.objects.count() == 0


def test_a_draft_is_made_of_what_is_chosen(client, writer, minister):
    intake = take_in(client)
    roe = {"unknown-0-take": True, "unknown-0-since": "2012-01-01", "meeting": ""}

    response = filled(client, intake, **roe).post()

    edition = Edition.objects.get()
    assert response["Location"] == f"/admin/releases/edition/{edition.pk}/change/"
    assert (edition.title, edition.language, edition.written_by) == (
        "Bridge over the Lys opens",
        "en",
        writer,
    )
    assert edition.release.day == date(2014, 5, 12)
    assert str(edition.release.place) == "Ghent"
    assert "Bridge over the Lys opens" not in edition.body
    first, second = edition.quotes.all()
    assert first.words == "The bridge joins two towns,\n\nIt took nine years."
    assert (first.speaker, first.appointment) == (minister.person, minister)
    assert str(second.speaker) == "Tom Roe"
    assert str(second.appointment.titles) == "mayor"
    intake.refresh_from_db()
    assert intake.release == edition.release


def test_nobody_is_added_to_the_records_without_being_asked_for(client, writer, minister):
    intake = take_in(client)

    response = filled(client, intake, meeting="").post()

    assert "Tom Roe is not on record." in errors(response)
    assert Person.objects.count() == 1
    assert Edition.objects.count() == 0


def test_a_quote_that_is_dropped_need_not_be_right(client, writer, minister):
    intake = take_in(client)
    dropped = {"quotes-1-take": False, "meeting": ""}

    filled(client, intake, **dropped).post()

    assert [quote.speaker for quote in Quote.objects.all()] == [minister.person]


def test_words_that_are_not_those_of_the_text_are_refused_and_nothing_typed_is_lost(
    client, writer, minister
):
    intake = take_in(client)
    changed = {"quotes-0-words": "The bridge joins three towns,", "meeting": ""}
    changed |= {"quotes-1-take": False, "title": "My own title"}

    response = filled(client, intake, **changed).post()

    assert "These words do not stand in the text" in errors(response)
    page = response.content.decode()
    assert "joins three towns" in page
    assert "My own title" in page
    assert Edition.objects.count() == 0


def test_a_person_on_record_without_an_office_that_day_can_be_given_one(client, writer):
    person = make_person("Ann Bryn")
    intake = take_in(client, text=TEXT.replace("The mayor, Tom Roe, said: “We", "“We"))
    since = {"unknown-0-take": True, "unknown-0-since": "2011-10-06", "meeting": ""}
    since |= {"quotes-1-take": False}

    filled(client, intake, **since).post()

    office = Appointment.objects.get()
    assert (office.person, str(office.titles)) == (person, "Minister of Works")
    assert Person.objects.count() == 1


def test_an_office_of_somebody_the_public_leans_on_waits_as_a_proposal(client, writer):
    person = make_quote(speaker=make_person("Ann Bryn")).speaker
    intake = take_in(client, text=TEXT.replace("The mayor, Tom Roe, said: “We", "“We"))
    since = {"unknown-0-take": True, "unknown-0-since": "2011-10-06", "meeting": ""}

    filled(client, intake, **since, **{"quotes-1-take": False}).post()

    assert not Appointment.objects.exists()
    proposal = Proposal.objects.waiting().get()
    assert proposal.record == person
    proposals.accept(proposal, make_staff("Editor"), person.revision)
    assert str(person.appointments.get().titles) == "Minister of Works"


def test_a_meeting_is_added_with_who_took_part(client, writer, minister):
    intake = take_in(client, text=MET)

    filled(client, intake, meeting_name="Ministers in Ghent").post()

    meeting = Meeting.objects.get()
    assert (str(meeting.names), meeting.starts_on) == ("Ministers in Ghent", date(2014, 5, 12))
    assert [(p.appointment, p.capacity) for p in meeting.participations.all()] == [
        (minister, "chair")
    ]
    assert Edition.objects.get().release.meetings.get() == meeting


def test_who_took_part_needs_an_office(client, writer):
    make_person("Ann Bryn")
    intake = take_in(client, text=MET)

    response = filled(client, intake).post()

    assert "No office is on record for Ann Bryn on the day of the meeting" in errors(response)


def test_leaving_and_coming_back_finds_it_as_it_was(client, writer, minister):
    intake = take_in(client)
    form = filled(client, intake, title="Half checked", **{"quotes-0-take": False})

    form.post(button="_keep")

    form = client.get(address(intake)).context["form"]
    assert form["title"].value() == "Half checked"
    assert form.rows["quotes"][0]["take"].value() is False
    assert form.rows["quotes"][1]["take"].value() is True
    assert Edition.objects.count() == 0
    page = client.get("/admin/releases/intake/add/").content.decode()
    assert address(intake) in page


def test_a_page_that_keeps_by_itself_is_answered_without_a_page(client, writer):
    intake = take_in(client)

    form = filled(client, intake, title="Kept")
    response = form.craft({"_keep": "1"}, headers={"Accept": "application/json"})

    assert (response.status_code, response.content) == (204, b"")
    assert client.get(address(intake)).context["form"]["title"].value() == "Kept"


def test_each_sees_only_what_they_took_in_themselves(client, writer):
    intake = take_in(client, text="Secret plan\n\nNot yet.")
    client.force_login(make_staff("Editor"))

    assert client.get(address(intake)).status_code == 404
    assert client.get(f"/admin/releases/intake/{intake.pk}/original/").status_code == 403
    assert "Secret plan" not in client.get("/admin/releases/intake/").content.decode()


def test_an_address_that_is_no_number_is_not_found(client, writer):
    assert client.get("/admin/releases/intake/add/other.css/change/").status_code == 404
    assert client.get("/admin/releases/intake/999/change/").status_code == 404


def test_the_original_stays_with_the_release(client, writer):
    intake = take_in(client, text="A plan\n\nIt is made.")
    filled(client, intake, meeting="").post()
    release = PressRelease.objects.get()

    page = client.get(f"/admin/releases/pressrelease/{release.pk}/change/").content.decode()

    original = f"/admin/releases/intake/{intake.pk}/original/"
    assert original in page
    response = client.get(original)
    assert b"".join(response.streaming_content).decode() == "A plan\r\n\r\nIt is made."
    assert response["Content-Disposition"].startswith("attachment")


def test_a_release_that_is_there_already_is_shown(client, writer):
    there = make_edition(title="Bridge over the Lys opens", body=f"<p>{TEXT}</p>")
    intake = take_in(client)

    page = client.get(address(intake)).content.decode()

    assert "is in the newsroom already" in page
    assert f"/admin/releases/edition/{there.pk}/change/" in page


def test_what_stands_around_the_text_can_be_put_back(client, writer):
    intake = take_in(client, text=f"Press release\n\n{TEXT}")
    labels = [n for n, place in enumerate(intake.proposal["places"]) if place == "label"]
    dropped = {f"quotes-{n}-take": False for n in range(2)} | {"meeting": ""}

    filled(client, intake, put_back=labels, **dropped).post()

    assert Edition.objects.get().body.startswith("<p>Press release</p>")


def test_a_contact_is_listed_if_it_is_taken(client, writer):
    text = f"{TEXT}\n\nPress contact:\nJane Poe\n+32 2 501 00 01\njane.poe@example.org"
    intake = take_in(client, text=text)
    dropped = {f"quotes-{n}-take": False for n in range(2)} | {"meeting": ""}

    filled(client, intake, **dropped, **{"contacts-0-take": True}).post()

    contact = PressContact.objects.get()
    assert (contact.name, contact.email) == ("Jane Poe", "jane.poe@example.org")
    assert PressRelease.objects.get().contacts.get() == contact


def test_a_time_that_has_passed_is_no_embargo(client, writer):
    intake = take_in(client)
    wrong = {"at": "2014-05-12T10:00", "first_published_on": ""}

    response = filled(client, intake, **wrong).post()

    assert "This time has passed." in errors(response)


def test_the_day_it_was_first_published_is_not_to_come(client, writer):
    intake = take_in(client)
    later = (timezone.localdate() + timezone.timedelta(days=3)).isoformat()

    response = filled(client, intake, first_published_on=later).post()

    assert "This day is still to come." in errors(response)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose a file, or paste the text."),
        ({"text": "  "}, "Choose a file, or paste the text."),
        (
            {"text": "Pasted words", "file": SimpleUploadedFile("a.txt", b"B")},
            "Choose a file or paste a text, not both.",
        ),
        ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04rubbish")}, "damaged or incomplete"),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_pasted_stays(client, writer, sent, sentence):
    response = form_on(client, ADD).post(sent)

    assert response.status_code == 200
    page = response.content.decode()
    assert sentence in page
    assert sent.get("text", "") in page
    assert Intake.objects.count() == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "tampered",
    [
        {"put_back": ["²"]},
        {"put_back": ["9" * 5000]},
        {"quotes-INITIAL_FORMS": "0", "quotes-0-take": None},
        {"meeting": "999"},
        {"meeting": "new", "meeting_name": "A", "meeting_day": "0001-01-01"},
        {"first_published_on": "0001-01-01"},
        {"first_published_on": "2021-13-45"},
        {"first_published_on": "", "at": "0001-01-01T00:00"},
        {"unknown-0-take": "on", "unknown-0-since": "9999-12-31"},
        {"address": "http://[::"},
        {"address": "https://example.org/" + "é" * 900},
        {"language": "xx"},
    ],
)
def test_nonsense_is_answered_with_the_page_and_makes_nothing(client, writer, minister, tampered):
    intake = take_in(client)
    form = filled(client, intake, meeting="", title="Typed")

    response = form.craft(tampered)

    assert response.status_code == 200
    assert "No draft was made." in response.content.decode()
    assert 'value="Typed"' in response.content.decode()
    assert Edition.objects.count() == 0
    form.craft(tampered | {"_keep": "1"})
    assert client.get(address(intake)).status_code == 200


def test_a_public_meeting_is_not_changed_by_a_draft(client, writer, minister):
    meeting = make_meeting("Meeting of ministers in Ghent", starts_on=date(2014, 5, 12))
    make_edition(meetings=[meeting])
    intake = take_in(client, text=MET)
    assert intake.proposal["meeting"]["match"] == meeting.pk
    assert [found["name"] for found in intake.proposal["people"]] == ["Ann Bryn"]

    filled(client, intake).post()

    assert Edition.objects.latest("pk").release.meetings.get() == meeting
    assert meeting.participations.count() == 0


def test_a_meeting_that_is_gone_is_no_longer_offered(client, writer, minister):
    meeting = make_meeting("Meeting of ministers in Ghent", starts_on=date(2014, 5, 12))
    intake = take_in(client, text=MET)
    form = filled(client, intake)
    meeting.delete()

    response = form.post()

    assert "Select a valid choice" in errors(response)


def test_offices_are_those_of_the_day_the_release_will_have(client, writer):
    person = make_person("Ann Bryn")
    make_appointment(person, titles={"en": "Minister of Works"}, until=date(2015, 1, 1))
    intake = take_in(client)

    answer = filled(client, intake, first_published_on="", meeting="").post()
    page = answer.content.decode()

    assert "On record: Ann Bryn – no office that day" in page


def test_of_two_people_of_one_name_one_is_chosen_by_the_address(client, writer):
    make_person("Ann Bryn")
    other = make_person("Ann Bryn")
    intake = take_in(client)
    response = filled(client, intake, meeting="", **{"quotes-1-take": False}).post()
    assert f"Ann Bryn (ann-bryn), Ann Bryn ({other.slug})" in errors(response)
    form_in(client, response, "Make the draft").post({"quotes-0-name": other.slug})

    assert Quote.objects.get().speaker == other


def test_a_person_who_is_to_be_added_is_not_taken_for_another_of_that_surname(client, writer):
    make_appointment(make_person("Mary Roe"))
    intake = take_in(client)
    added = {"unknown-1-take": True, "quotes-1-name": "Roe", "quotes-0-take": False, "meeting": ""}

    filled(client, intake, **added).post()

    assert str(Quote.objects.get().speaker) == "Tom Roe"


def test_who_is_added_and_says_nothing_is_pointed_at(client, writer, minister):
    intake = take_in(client)
    added = {"unknown-0-take": True, "quotes-1-take": False, "meeting": ""}

    response = filled(client, intake, **added).post()

    assert "No quote and nobody at the meeting has this name." in errors(response)


def test_reading_anew_keeps_what_was_typed_and_looks_at_the_records_again(client, writer):
    intake = take_in(client)
    form = filled(client, intake, title="My title")
    make_appointment(make_person("Ann Bryn"), titles={"en": "Minister of Works"})

    form.post(button="_anew")

    page = client.get(address(intake)).content.decode()
    assert 'value="My title"' in page
    assert "On record: Ann Bryn, Minister of Works" in page
    stale = form.post(follow=True).content.decode()
    assert "The file has been read anew since that page was opened" in stale
    assert Edition.objects.count() == 0


def test_what_came_in_since_is_shown_before_a_second_draft_is_made(client, writer, minister):
    first, second = take_in(client), take_in(client)
    dropped = {"quotes-1-take": False, "meeting": ""}
    form = filled(client, first, **dropped)
    filled(client, second, **dropped).post()

    answer = form.post()
    page = answer.content.decode()
    assert "In the meantime a release like this one has come into the newsroom" in page
    form_in(client, answer, "Make the draft").post()

    assert Edition.objects.count() == 2


def test_a_discarded_file_leaves_the_disk(client, writer, django_capture_on_commit_callbacks):
    intake = take_in(client)
    with django_capture_on_commit_callbacks(execute=True):
        form_on(client, f"/admin/releases/intake/{intake.pk}/delete/").post()

    assert Intake.objects.count() == 0
    assert not Path(intake.file.path).exists()


@pytest.mark.parametrize("name", ["!!!", "§§§.docx", "a." + "x" * 150, "../../etc/passwd"])
def test_any_file_name_will_do(client, writer, name):
    form_on(client, ADD).post(file=SimpleUploadedFile(name, TEXT.encode()))

    intake = Intake.objects.get()
    assert intake.file.read().decode() == TEXT
    assert client.get(address(intake)).status_code == 200


def test_an_original_that_is_lost_is_not_found(client, writer):
    intake = take_in(client)
    Path(intake.file.path).unlink()

    assert client.get(f"/admin/releases/intake/{intake.pk}/original/").status_code == 404


def test_rows_nobody_was_shown_are_not_taken(client, writer, minister):
    intake = take_in(client)
    form = filled(client, intake, meeting="", **{"quotes-1-take": False})
    more = {"links-TOTAL_FORMS": "40", "links-39-take": "on", "links-39-title": "Mine"}

    response = form.craft(more)

    assert "Please submit at most 1 form." in response.content.decode()
    assert Edition.objects.count() == 0


def test_a_translator_takes_nothing_in(client):
    client.force_login(make_staff("Translator", languages=["fr"]))

    assert client.get("/admin/releases/intake/add/").status_code == 403
    assert client.get("/admin/releases/intake/").status_code == 403


def test_checking_costs_the_same_for_one_quote_and_for_many_of_one_speaker(
    client, writer, minister
):
    def queries(quotes):
        said = "\n\n".join(f"“Sentence {n} is quite true,” said Ann Bryn." for n in range(quotes))
        intake = take_in(client, text=f"Title of {quotes}\n\n{said}")
        with CaptureQueriesContext(connection) as asked:
            client.get(address(intake))
        return len(asked)

    assert queries(1) == queries(12)


def test_what_came_with_a_mail_can_be_kept_as_a_document(client, writer, minister):
    report = ("Report of the year.pdf", b"%PDF-1.7 a report")
    file = SimpleUploadedFile("mail.eml", mail(TEXT, subject="FYI", files=[report]))
    form_on(client, ADD).post(file=file)
    intake = Intake.objects.get()
    kept = {"attachments-0-take": True, "attachments-0-title": "Report", "meeting": ""}
    kept |= {"quotes-1-take": False}

    filled(client, intake, **kept).post()

    document = Edition.objects.get().documents.get()
    assert document.title == "Report"
    assert document.file.read() == b"%PDF-1.7 a report"


def test_a_draft_is_made_once(client, writer):
    intake = take_in(client, text="A plan\n\nIt is made.")
    form = filled(client, intake)
    form.post()
    release = PressRelease.objects.get()

    again = form.post()

    assert again["Location"] == f"/admin/releases/pressrelease/{release.pk}/change/"
    stale = Intake.objects.get()
    stale.release = None
    with pytest.raises(ValidationError, match="already"):
        make_release(Draft("Again", "en", "<p>It is made.</p>"), stale, writer)
    assert PressRelease.objects.count() == 1


def test_words_of_somebody_that_stand_around_the_text_come_into_it(client, writer, minister):
    intake = take_in(client)
    said = next(n for n, b in enumerate(intake.document["blocks"]) if "two towns" in b["text"])
    intake.proposal["places"][said] = "summary"
    intake.proposal["put_back"] = [said]
    intake.save()

    filled(client, intake, meeting="", **{"quotes-1-take": False}).post()

    assert "It took nine years." in Edition.objects.get().body
