"""The desk: a release from its first word to the site, in the stock admin."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from releases.models import Edition, PressRelease, Quote
from tests.builders import (
    TOMORROW,
    approve,
    make_appointment,
    make_edition,
    make_editor,
    make_meeting,
    make_organisation,
    make_person,
    make_quote,
    make_topic,
    submit,
)
from tests.forms import craft, form_on, step_form

pytestmark = pytest.mark.django_db

ADD = "/admin/releases/edition/add/"


@pytest.fixture
def desk(client):
    client.force_login(make_editor())
    return client


def filled(desk, **values):
    """The form of a new release, with a text that quotes somebody."""
    text = {"language": "en", "title": "Council meets", "body": "<p>Ada Byron: “We will act.”</p>"}
    return form_on(desk, ADD, "_save").change(text | values)


def act(client, edition, step, **values):
    """Take a step as its page offers it, accepting every warning; at once if not said when."""
    form = step_form(client, edition, step)
    if "when" in form:
        form.change(when="later" if "at" in values else "now")
    return form.post(values, follow=True)


def test_one_form_makes_a_release_with_its_text_quote_and_facts(desk):
    office, topic, meeting = make_appointment(), make_topic(), make_meeting()

    form = filled(desk, topics=[topic.pk], meetings=[meeting.pk], place_en="Brussels")
    form.add_row("quotes", words="We will act.", speaker=office.person.pk)
    response = form.post()

    assert response.status_code == 302
    edition = Edition.objects.get()
    assert (edition.slug, edition.written_by.username) == ("council-meets", "editor")
    assert str(edition.release.place) == "Brussels"
    assert list(edition.release.topics.all()) == [topic]
    assert list(edition.release.meetings.all()) == [meeting]
    assert edition.quotes.get().appointment == office
    assert edition.release.status == PressRelease.Status.DRAFT


def test_a_wrong_quote_is_refused_and_nothing_typed_is_lost(desk):
    office = make_appointment()

    form = filled(desk, title="My title", place_fr="Bruxelles", summary="My summary")
    form.add_row("quotes", words="We shall act.", speaker=office.person.pk)
    response = form.post()

    page = response.content.decode()
    assert "then the quote has “shall act.” where the text has “will act.”" in page
    for typed in ("My title", "My summary", "We shall act.", "Ada Byron: “We will act.”"):
        assert typed in page
    assert 'value="Bruxelles"' in page
    assert not PressRelease.objects.exists()


def test_a_text_changed_away_from_its_quote_is_refused(desk):
    quote = make_quote(make_edition(draft=True, body="<p>“We will act.”</p>"))
    edition = quote.edition

    address = reverse("admin:releases_edition_change", args=[edition.pk])
    response = form_on(desk, address, "_save").post(body="<p>“We did act.”</p>")

    assert "where the text has “did act.”" in response.content.decode()
    edition.refresh_from_db()
    assert edition.body == "<p>“We will act.”</p>"


def test_submit_and_approve_put_it_on_the_site(desk, client):
    edition = make_edition(draft=True)

    assert "Somebody else can approve it" in act(desk, edition, "submit").content.decode()
    desk.force_login(make_editor("second"))
    response = act(desk, edition, "approve")

    assert "Approved and public" in response.content.decode()
    assert client.get(Edition.objects.get().get_absolute_url()).status_code == 200


def test_a_time_of_publication_is_read_by_the_clocks_of_the_newsroom(desk):
    edition = make_edition(draft=True)
    submit(edition)

    response = act(desk, edition, "approve", at="2031-07-01T15:00")

    said = "1 July 2031, 15:00 CEST (UTC+02:00; 13:00 UTC), in 4\xa0years"
    assert said in response.content.decode()
    assert PressRelease.objects.get().publish_at.isoformat() == "2031-07-01T13:00:00+00:00"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2020-01-01T10:00", "This time has passed"),
        ("2031-03-30T02:30", "there is no 02:30 on that day"),
    ],
)
def test_a_wrong_time_is_refused_and_kept(desk, typed, sentence):
    edition = make_edition(draft=True)
    submit(edition)

    page = act(desk, edition, "approve", at=typed).content.decode()

    assert sentence in page
    assert typed in page
    assert not Edition.objects.get().is_approved


def test_a_time_that_no_browser_sends_is_refused_and_kept(desk):
    edition = make_edition(draft=True)
    submit(edition)

    page = step_form(desk, edition, "approve").craft({"when": "later", "at": "tomorrow"})

    assert "Enter a valid date/time." in page.content.decode()
    assert 'value="tomorrow"' in page.content.decode()
    assert not Edition.objects.get().is_approved


def test_an_approved_text_is_shown_and_not_edited(desk):
    edition = make_edition()
    address = reverse("admin:releases_edition_change", args=[edition.pk])

    page = desk.get(address).content.decode()
    assert "correcting it begins its next version" in page
    assert 'name="title"' not in page
    response = craft(desk, address, {"title": "Other"})
    assert response.status_code == 409
    assert "Other" in response.content.decode()
    edition.refresh_from_db()
    assert edition.title != "Other"


def test_the_next_version_begins_with_the_text_and_quotes_that_stand(desk):
    quote = make_quote(appointment=make_appointment())
    edition = quote.edition

    address = reverse("admin:releases_pressrelease_change", args=[edition.release_id])
    form_on(desk, address, "Write the next version in English").post()

    second = Edition.objects.get(version=2)
    assert (second.release, second.body) == (edition.release, edition.body)
    assert Quote.objects.get(edition=second).key == quote.key


def test_a_translation_joins_the_release(desk):
    edition = make_edition()

    address = reverse("admin:releases_pressrelease_change", args=[edition.release_id])
    response = form_on(desk, address, "Translate it into French").post(follow=True)

    assert "overwrite them" in response.content.decode()
    assert [e.language for e in edition.release.editions.order_by("pk")] == ["en", "fr"]


def test_an_approved_release_shows_its_place_and_what_can_be_written(desk):
    release = make_edition(release__place={"en": "Brussels"}).release

    page = desk.get(
        reverse("admin:releases_pressrelease_change", args=[release.pk])
    ).content.decode()

    assert '<div class="readonly">Brussels</div>' in page
    assert "Write the next version in English" in page
    assert "Translate it into French" in page
    assert 'name="place_en"' not in page


def test_the_desk_leads_to_the_site_only_from_what_is_there(desk):
    for edition, there in ((make_edition(), True), (make_edition(draft=True), False)):
        for name, pk in (("edition", edition.pk), ("pressrelease", edition.release_id)):
            page = desk.get(reverse(f"admin:releases_{name}_change", args=[pk])).content.decode()
            assert ("View on site" in page) == there


@pytest.mark.parametrize("make", [make_topic, make_meeting, make_organisation, make_person])
def test_a_record_leads_to_the_site_once_it_is_there(desk, make):
    record = make()
    address = reverse(f"admin:releases_{record._meta.model_name}_change", args=[record.pk])
    assert "View on site" not in desk.get(address).content.decode()

    meeting = record if make is make_meeting else make_meeting()
    if make is make_organisation:
        meeting.participations.create(organisation=record)
    elif make is make_person:
        meeting.participations.create(appointment=make_appointment(record))
    topics = [record] if make is make_topic else []
    make_edition(topics=topics, meetings=[meeting])

    assert f'href="{record.get_absolute_url()}"' in desk.get(address).content.decode()


def test_a_scheduled_release_is_taken_off_the_schedule(desk):
    edition = make_edition(draft=True)
    approve(edition, at=TOMORROW)

    address = reverse("admin:releases_pressrelease_change", args=[edition.release_id])
    form_on(desk, address, "Take it off the schedule").post()

    edition.refresh_from_db()
    assert not edition.is_approved


def test_the_preview_is_for_staff_and_kept_by_nobody(desk, client):
    edition = make_edition(draft=True, title="Not yet", language="fr")
    address = reverse("admin:releases_edition_preview", args=[edition.pk])

    response = desk.get(address)
    assert "Not yet" in response.content.decode()
    assert '<html lang="fr">' in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    client.logout()
    assert client.get(address).status_code == 302


def test_staff_without_the_right_to_change_can_move_nothing_on(client):
    edition = make_edition(draft=True)
    client.force_login(get_user_model().objects.create_user("visitor", is_staff=True))

    for what in ("submit", "approve"):
        address = reverse(f"admin:releases_edition_{what}", args=[edition.pk])
        assert craft(client, address, {"revision": edition.revision}).status_code == 403
    assert (
        client.get(reverse("admin:releases_edition_preview", args=[edition.pk])).status_code == 403
    )


def test_a_step_that_has_been_taken_is_not_taken_twice(desk):
    edition = make_edition(draft=True)
    form = step_form(desk, edition, "submit")
    form.post()
    assert "Nothing was done" in form.post(follow=True).content.decode()

    desk.force_login(make_editor("second"))
    form = step_form(desk, edition, "approve").change(when="now")
    form.post()
    assert "Nothing was done" in form.post(follow=True).content.decode()
    assert edition.steps.count() == 2
    unschedule = reverse("admin:releases_edition_unschedule", args=[edition.pk])
    assert desk.get(unschedule).status_code == 405


def test_the_list_says_what_is_public_next_and_unfinished(desk):
    make_edition(title="Public one")
    make_edition(
        title="Next one", release__publish_at=timezone.now() + timedelta(hours=3, minutes=1)
    )
    make_edition(title="Unfinished one", draft=True)
    submit(make_edition(title="Submitted one", draft=True))
    make_edition(title="Removed one").release.remove(
        make_editor("remover"), "withdrawn", {"en": "Old."}
    )

    page = desk.get("/admin/releases/pressrelease/").content.decode()
    assert "Public since" in page
    assert "in 3\xa0hours" in page
    titles = {
        "public": "Public one",
        "scheduled": "Next one",
        "draft": "Unfinished one",
        "in_review": "Submitted one",
        "removed": "Removed one",
    }
    for state, title in titles.items():
        page = desk.get(f"/admin/releases/pressrelease/?state={state}").content.decode()
        assert [t for t in titles.values() if t in page] == [title]


@pytest.mark.slow
def test_the_list_costs_the_same_for_one_and_for_thirty(desk):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            assert desk.get("/admin/releases/pressrelease/").status_code == 200
        return len(counted)

    make_edition()
    one = queries()
    for _ in range(29):
        make_edition()
    assert queries() == one


def test_releases_are_found_by_the_words_of_their_titles(desk):
    make_edition(title="Fisheries council")
    make_edition(title="Other")

    page = desk.get("/admin/releases/pressrelease/?q=fisheries").content.decode()
    assert "Fisheries council" in page
    assert ">Other<" not in page


@pytest.mark.parametrize(
    "model",
    [
        "meeting",
        "person",
        "appointment",
        "organisation",
        "topic",
        "document",
        "presscontact",
        "edition",
    ],
)
def test_every_page_of_the_desk_opens(desk, model):
    make_quote(appointment=make_appointment())
    for page in ("changelist", "add"):
        assert desk.get(reverse(f"admin:releases_{model}_{page}")).status_code == 200
    search = reverse(f"admin:releases_{model}_changelist") + "?q=é"
    assert desk.get(search).status_code == 200


def test_no_page_of_the_desk_is_kept(desk):
    assert "no-store" in desk.get("/admin/")["Cache-Control"]
