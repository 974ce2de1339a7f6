"""What is refused at the desk is told at its head, with links to the fields it is about."""

import pytest

from tests.builders import (
    make_appointment,
    make_edition,
    make_meeting,
    make_staff,
    submit,
)
from tests.forms import form_on
from tests.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_staff("Editor", "editor")
    client.force_login(user)
    return user


def summary(response):
    """The links at the head of the page; each leads to something that is there."""
    page = page_of(response)
    ids = {part.get("id") for part in page.all(id=True)}
    links = [link for head in page.all("div", class_="desk-faults") for link in head.all("a")]
    assert {link.get("href")[1:] for link in links} <= ids
    return {link.get("href"): link.words for link in links}


def test_a_record_says_at_its_head_what_is_wrong(client, editor):
    form = form_on(client, "/admin/releases/meeting/add/")

    assert summary(form.post()) == {
        "#id_names_0": "Name: Give it in one language at least.",
        "#id_starts_on": "First day: This field is required.",
    }


def test_what_is_wrong_in_a_row_names_the_row(client, editor):
    meeting = make_meeting()
    form = form_on(client, f"/admin/releases/meeting/{meeting.pk}/change/")
    form.add_row("participations", appointment=make_appointment().pk)
    form.add_row("participations", capacity="chair", position="2")

    assert summary(form.post()) == {
        "#participations-1": "Participation 2: Choose either a person or an organisation."
    }


def test_a_text_says_at_its_head_what_is_wrong_in_it_and_in_its_quotes(client, editor):
    draft = make_edition(draft=True, body="<p>“We will act.”</p>")
    form = form_on(client, f"/admin/releases/edition/{draft.pk}/change/", "_submit")
    form.add_row("quotes", words="We will act.")

    answer = form.post(title="", button="_submit")

    assert list(summary(answer)) == ["#id_title", "#id_quotes-0-speaker"]


def test_a_step_says_at_its_head_what_is_wrong(client, editor):
    edition = submit(make_edition(draft=True))

    answer = form_on(client, f"/admin/releases/edition/{edition.pk}/approve/").post()
    assert summary(answer) == {"#id_when_0": "When: Say when it goes public."}

    answer = form_on(client, f"/admin/releases/edition/{edition.pk}/send-back/").post()
    assert summary(answer) == {"#id_reason": "What has to change: Say what has to change."}


def test_the_pages_of_the_desk_say_at_their_head_what_is_wrong(client, editor):
    public = make_edition().release_id

    answer = form_on(client, f"/admin/releases/pressrelease/{public}/remove/").post()
    assert list(summary(answer)) == ["#id_kind_0"]

    answer = form_on(client, "/admin/releases/freeze/stop/").post()
    assert list(summary(answer)) == ["#id_reason"]
