"""No step and no way out of the form of a text or a release leaves behind what is typed in it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from releases.models import Edition, copies
from tests.builders import (
    TOMORROW,
    approve,
    make_access,
    make_edition,
    make_quote,
    make_staff,
    make_topic,
    submit,
)
from tests.forms import form_in, form_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    user = make_staff("Writer", "writer")
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    user = make_staff("Editor", "editor")
    client.force_login(user)
    return user


def of_text(client, edition):
    """The form of a text; what stands above it belongs to it."""
    return form_on(client, f"/admin/releases/edition/{edition.pk}/change/", "_continue")


def of_release(client, release):
    return form_on(client, f"/admin/releases/pressrelease/{release.pk}/change/", "_continue")


def attach(client, release, topics, button):
    """Choose topics of a public release and press a button."""
    form = of_release(client, release)
    return form.post(topics=[topic.pk for topic in topics], button=button, follow=True)


@pytest.mark.parametrize("way", ["preview", "submit", "release"])
def test_what_leads_on_from_a_text_saves_it_first(client, writer, way):
    draft = make_edition(draft=True)

    answer = of_text(client, draft).post(title="Mended", button=f"_{way}")

    address = f"/admin/releases/edition/{draft.pk}/{way}/"
    if way == "release":
        address = f"/admin/releases/pressrelease/{draft.release_id}/change/"
    assert answer.headers["Location"] == address
    assert Edition.objects.get(pk=draft.pk).title == "Mended"


def test_a_translator_leads_on_to_the_source_with_what_is_typed(client):
    source = make_edition()
    translator = make_staff("Translator", languages=["fr"])
    draft = copies.translate(source, translator, "fr")
    client.force_login(translator)

    answer = of_text(client, draft).post(title="Corrigé", button="_beside", follow=True)

    assert "Corrigé" in answer.content.decode()


def test_the_text_that_is_submitted_is_the_one_that_was_typed(client, writer):
    draft = make_edition(draft=True)

    asked = of_text(client, draft).post(title="Mended", button="_submit", follow=True)
    ticks = {name: True for name in form_in(client, asked).controls if "warning" in name}
    form_in(client, asked).post(ticks)

    draft = Edition.objects.get()
    assert (draft.title, draft.submitted_by) == ("Mended", writer)


def test_a_new_text_can_be_submitted_at_once(client, writer):
    form = form_on(client, "/admin/releases/edition/add/", "_submit")

    answer = form.post(title="Council meets", body="<p>It met.</p>", button="_submit")

    draft = Edition.objects.get()
    assert answer.headers["Location"] == f"/admin/releases/edition/{draft.pk}/submit/"


def test_what_is_refused_leads_nowhere_and_stays_on_the_page(client, writer):
    draft = make_edition(draft=True)

    answer = of_text(client, draft).post(title="", summary="Typed", button="_submit")

    assert answer.status_code == 200
    form = form_in(client, answer, "_submit")
    assert (form["title"], form["summary"]) == ("", "Typed")


def test_a_step_does_not_write_over_what_somebody_else_has_saved(client, writer):
    draft = make_edition(draft=True)
    form = of_text(client, draft)
    other = Edition.objects.get()
    other.title = "Theirs"
    other.save()

    answer = form.post(title="Mine", button="_submit")

    assert answer.status_code == 200
    assert form_in(client, answer, "_submit")["title"] == "Mine"
    assert "Theirs" in answer.content.decode()
    assert Edition.objects.get().title == "Theirs"


def test_to_look_at_a_text_outdates_nobody_elses_copy_of_it(client, editor):
    draft = submit(make_edition(draft=True))

    of_text(client, draft).post(button="_preview")
    answer = of_text(client, draft).post(button="_approve")

    assert answer.headers["Location"] == f"/admin/releases/edition/{draft.pk}/approve/"
    assert Edition.objects.get().revision == draft.revision
    assert Edition.objects.get().submitted_at == draft.submitted_at


def test_two_people_who_change_quotes_of_one_text_are_told(client, writer):
    draft = make_edition(draft=True, body="<p>“We will act.” “We shall see.”</p>")
    quote = make_quote(draft, "We will act.")
    mine, theirs = of_text(client, draft), of_text(client, draft)

    theirs.post({"quotes-0-words": "We shall see."}, button="_preview")
    answer = mine.post({"quotes-0-title_as_printed": "Minister"}, button="_preview")

    assert answer.status_code == 200
    quote.refresh_from_db()
    assert (quote.words, quote.title_as_printed) == ("We shall see.", "")


@pytest.mark.parametrize("step", ["approve", "send_back"])
def test_an_editor_who_changed_a_text_is_told_that_it_is_a_draft_again(client, editor, step):
    draft = submit(make_edition(draft=True))

    answer = of_text(client, draft).post(title="Mended", button=f"_{step}", follow=True)

    assert "You have changed this text, so it is a draft again" in answer.content.decode()
    draft = Edition.objects.get()
    assert (draft.title, draft.submitted_at) == ("Mended", None)


@pytest.mark.slow
def test_what_leads_on_from_a_release_saves_it_first(client, editor):
    release = approve(make_edition(draft=True, title="Council meets"), at=TOMORROW).release
    topics = [make_topic() for _ in range(3)]

    form = of_release(client, release)
    answer = form.post(topics=[topics[0].pk], button="_accesses")
    assert "/embargoaccess/" in answer.headers["Location"]

    form = of_release(client, release)
    form.post(topics=[topic.pk for topic in topics[:2]], button="_translate=fr")
    assert Edition.objects.filter(language="fr").exists()

    form = of_release(client, release)
    form.post(topics=[topic.pk for topic in topics], button="_unschedule")

    release.refresh_from_db()
    assert release.status == "draft"
    assert set(release.topics.all()) == set(topics)


@pytest.mark.slow
def test_a_public_release_is_saved_before_it_is_corrected_removed_or_put_back(client, editor):
    edition = make_edition()
    release = edition.release
    topics = [make_topic() for _ in range(3)]

    attach(client, release, topics[:1], f"_next_version={edition.pk}")
    assert Edition.objects.filter(version=2).exists()

    answer = attach(client, release, topics[:2], "_remove")
    form_in(client, answer).post(kind="withdrawn", note_en="It was wrong.")
    attach(client, release, topics, "_restore")

    release.refresh_from_db()
    assert release.removal == ""
    assert set(release.topics.all()) == set(topics)


def test_a_translator_who_cannot_change_a_release_begins_texts_all_the_same(client):
    edition = make_edition()
    translator = make_staff("Translator", languages=["en", "fr"])
    client.force_login(translator)
    address = f"/admin/releases/pressrelease/{edition.release_id}/change/"

    form_on(client, address, "language=fr").post(button="language=fr")
    form_on(client, address, f"_next_version={edition.pk}").post()

    drafts = Edition.objects.open().values_list("language", "version")
    assert set(drafts) == {("fr", 1), ("en", 2)}


@pytest.mark.parametrize("way", ["send", "revoke", "list"])
def test_what_leads_on_from_an_access_saves_it_first(client, editor, way):
    access = make_access()
    page = f"/admin/releases/embargoaccess/{access.pk}/change/"
    ends = access.release.publish_at - timedelta(hours=1)

    form = form_on(client, page, "_continue")
    answer = form.post(expires_at=f"{timezone.localtime(ends):%Y-%m-%dT%H:%M}", button=f"_{way}")

    access.refresh_from_db()
    assert access.expires_at == ends.replace(second=0, microsecond=0)
    there = {"list": f"/admin/releases/embargoaccess/?release__id__exact={access.release_id}"}
    asks = f"/admin/releases/embargoaccess/{access.pk}/{way}/"
    assert answer.headers["Location"] == there.get(way, asks)
