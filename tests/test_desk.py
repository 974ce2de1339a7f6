"""The desk at work: steps, preflight, two people on one text, freezes, removal, history."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from releases.models import Edition, Freeze, Moment, PressRelease, Quote, Step, copies
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    make_appointment,
    make_edition,
    make_freeze,
    make_meeting,
    make_outcome,
    make_quote,
    make_staff,
    make_topic,
    standing,
    submit,
)
from tests.forms import craft, form_in, form_on, step_form
from tests.pages import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_staff("Editor", "editor")
    client.force_login(user)
    return user


@pytest.fixture
def writer():
    return make_staff("Writer", "writer")


def text(response):
    return response.content.decode()


def change(edition):
    return f"/admin/releases/edition/{edition.pk}/change/"


def text_form(client, edition, button="_save"):
    return form_on(client, change(edition), button)


def release_form(client, release, button="_save"):
    return form_on(client, f"/admin/releases/pressrelease/{release.pk}/change/", button)


def step(client, edition, name, **values):
    """Take a step as its page offers it, with every warning confirmed; at once if not said when."""
    form = step_form(client, edition, name)
    if "when" in form:
        form.change(when="later" if values.get("at") else "now")
    return form.post(values, follow=True)


# Review


def test_only_the_steps_this_person_may_take_are_shown(client, editor, writer):
    def shown(user, edition):
        client.force_login(user)
        page = text(client.get(change(edition)))
        return {n for n in ("submit", "approve", "send_back") if f'name="_{n}"' in page}

    draft = make_edition(draft=True)
    assert shown(writer, draft) == {"submit"}
    submit(draft, writer)
    assert shown(writer, draft) == set()
    assert shown(editor, draft) == {"approve", "send_back"}
    approve(draft, editor)
    assert shown(editor, draft) == set()


def test_a_text_sent_back_tells_its_writer_why(client, editor, writer):
    draft = submit(make_edition(draft=True), writer)

    assert "Say what has to change." in text(step(client, draft, "send-back", reason=" "))
    step(client, draft, "send-back", reason="The second paragraph lacks a source.")

    client.force_login(writer)
    page = text(client.get(change(draft)))
    assert "editor sent it back: “The second paragraph lacks a source.”" in page
    assert "Save and submit…" in page


def test_who_submitted_approves_only_with_a_reason_and_a_second_person_confirms(client, editor):
    draft = submit(make_edition(draft=True), editor)

    page = text(step(client, draft, "approve"))
    assert "You submitted this text: say why nobody else approves it." in page
    reason = "Nobody else is on duty."
    step(client, draft, "approve", reason=reason)
    assert Step.objects.unconfirmed().get().reason == reason
    draft.refresh_from_db()
    assert "This step is not open now" in text(client.get(confirm(draft), follow=True))

    client.force_login(make_staff("Editor", "second"))
    assert "alone, not confirmed yet" in text(client.get(change(draft)))
    assert reason in text(client.get(confirm(draft)))
    step(client, draft, "confirm")
    assert not Step.objects.unconfirmed().exists()
    assert "alone, confirmed by second" in text(client.get(change(draft)))


def confirm(edition):
    return f"/admin/releases/edition/{edition.pk}/confirm/"


def test_a_button_drawn_from_an_older_text_changes_nothing(client, editor, writer):
    draft = submit(make_edition(draft=True), writer)
    form = step_form(client, draft, "approve").change(when="now")
    draft.title = "Another title"
    draft.save()
    submit(draft, writer)

    page = text(form.post(follow=True))

    assert "Somebody changed this in the meantime. Nothing was done" in page
    assert "Another title" in page
    draft.refresh_from_db()
    assert not draft.is_approved


# Preflight


def test_warnings_are_confirmed_one_by_one_and_kept(client, writer):
    client.force_login(writer)
    draft = make_edition(draft=True)
    form = step_form(client, draft, "submit")
    warnings = [name for name in form.controls if name.startswith("warning-")]
    assert len(warnings) > 2

    answer = form.change({warnings[0]: False}).post()
    assert "Confirm each of the warnings" in text(answer)
    form = form_in(client, answer)
    assert [name for name in warnings if form[name]] == warnings[1:]
    form.post({warnings[0]: True})

    kept = Step.objects.get().accepted
    assert "There is no press contact." in kept
    assert kept[0] in text(client.get(change(draft)))


def test_an_error_blocks_and_leads_to_its_field(client, writer):
    client.force_login(writer)
    quote = make_quote(make_edition(draft=True, body="<p>“We will act.”</p>"))
    Edition.objects.filter(pk=quote.edition_id).update(body="<p>“We did act.”</p>")

    page = text(client.get(f"/admin/releases/edition/{quote.edition_id}/submit/"))
    assert "where the text has “did act.”" in page
    assert f'href="{change(quote.edition)}#id_quotes-0-words"' in page
    assert 'value="Submit" disabled' in page


# Time


@pytest.mark.parametrize(("which", "utc"), [("0", "00:30"), ("1", "01:30")])
def test_an_hour_that_comes_twice_is_asked_about(client, editor, writer, which, utc):
    draft = submit(make_edition(draft=True), writer)
    answer = step(client, draft, "approve", at="2031-10-26T02:30")
    assert "show 02:30 twice: say which one you mean" in text(answer)
    form_in(client, answer).post(at_which=which)

    assert f"{PressRelease.objects.get().publish_at:%H:%M}" == utc


def test_a_correction_takes_over_at_its_own_time(client, editor, writer):
    first = make_edition()
    second = copies.next_version(first, writer)
    second.title, second.change_note = "Corrected", "The title."
    second.save()
    submit(second, writer)
    at = timezone.localtime(TOMORROW)

    page = text(step(client, second, "approve", at=f"{at:%Y-%m-%dT%H:%M}"))

    assert "Goes out on" in page
    assert list(standing()) == [first]
    assert [e.pk for e in standing(Moment.of(TOMORROW))] == [second.pk]
    second.refresh_from_db()
    form_on(client, change(second), "Take it off the schedule").post()
    assert [e.pk for e in standing(Moment.of(TOMORROW))] == [first.pk]


# Two people, one text


def test_the_second_save_is_refused_and_both_texts_are_shown(client, editor, writer):
    draft = make_edition(draft=True, title="Title", body="<p>The council met on Monday.</p>")
    client.force_login(writer)
    theirs = text_form(client, draft)
    client.force_login(editor)
    own = text_form(client, draft)
    client.force_login(writer)
    theirs.post(body="<p>The council met on Tuesday.</p>")

    client.force_login(editor)
    mine = "<p>The council met on Monday evening.</p>"
    answer = own.post(body=mine, summary="My summary")
    page = page_of(answer)

    assert "writer has saved this text in the meantime" in page.words
    assert [part.words for part in page.all("del")] == ["Tuesday"]
    assert [part.words for part in page.all("ins")] == ["My summary", "Monday evening"]
    draft.refresh_from_db()
    assert "Tuesday" in draft.body
    form_in(client, answer, "_save").post()
    draft.refresh_from_db()
    assert draft.body == mine


def test_what_was_typed_into_a_text_approved_meanwhile_is_shown(client, editor, writer):
    draft = make_edition(draft=True)
    form = text_form(client, draft).change(body="<p>Hours of work.</p>")
    approve(draft)

    response = form.post()

    assert response.status_code == 409
    assert "Hours of work." in text(response)


def test_the_loser_of_a_race_for_one_draft_is_told(client, editor):
    first = make_edition()
    form = release_form(client, first.release, "Write the next version in English")
    for _ in range(2):
        page = text(form.post(follow=True))

    assert "A draft in this language is open already" in page
    assert first.release.editions.count() == 2


def test_who_else_has_a_text_open_is_shown(client, editor, writer):
    draft = make_edition(draft=True)
    client.get(change(draft))

    client.force_login(writer)
    page = text(client.get(change(draft)))
    assert re.search(r"Also opened by:.*editor", page)
    address = f"/admin/releases/edition/{draft.pk}/presence/"
    assert craft(client, address).json() == {"others": ["editor"], "closed": False}


def test_presence_ends_when_a_page_no_longer_reports(client, editor, writer, time_machine):
    draft = make_edition(draft=True)
    client.get(change(draft))
    time_machine.move_to(timezone.now() + timedelta(minutes=2))

    client.force_login(writer)
    address = f"/admin/releases/edition/{draft.pk}/presence/"
    assert craft(client, address).json() == {"others": [], "closed": False}


def test_an_open_page_hears_that_its_text_was_approved(client, writer):
    draft = make_edition(draft=True)
    client.force_login(writer)
    client.get(change(draft))
    approve(draft)

    answer = craft(client, f"/admin/releases/edition/{draft.pk}/presence/")

    assert (answer.status_code, answer.json()) == (200, {"others": [], "closed": True})


def test_a_text_kept_in_the_browser_comes_back_unsaved(client, editor):
    draft = make_edition(draft=True)

    form = text_form(client, draft).change(title="From the crash")
    page = text(form.craft({"_restore": "1"}))  # as the script of the page adds it

    assert "This is what was typed and not saved yet." in page
    assert "From the crash" in page
    draft.refresh_from_db()
    assert draft.title != "From the crash"


# Languages


def test_a_translation_stands_beside_its_source(client, editor):
    body = "<p>First.</p><p>Second.</p><p>Third.</p>"
    source = make_edition(body=body)
    release_form(client, source.release, "Translate it into French").post()
    draft = Edition.objects.get(language="fr")
    draft.body = "<p>Premier.</p><p>Second.</p><p>Troisième.</p>"
    draft.save()
    beside = f"/admin/releases/edition/{draft.pk}/beside/"
    assert text(client.get(beside)).count("Not translated yet") == 1

    second = copies.next_version(source, editor)
    second.body = body.replace("Third.", "Third and last.")
    second.change_note = "The last."
    second.save()
    approve(second)

    page = page_of(client.get(beside))
    assert page.words.count("Behind its source") == 1
    assert page.one("ins").words == "and last"
    assert "See which paragraphs are behind" in text(client.get(change(draft)))


# Freezes


def test_a_freeze_is_entered_and_what_waits_says_so(client, editor):
    start = timezone.localtime() + timedelta(hours=1)
    end = start + timedelta(days=3)
    edition = approve(make_edition(draft=True), at=start + timedelta(hours=1))
    response = form_on(client, "/admin/releases/freeze/add/", "_save").post(
        starts_at=f"{start:%Y-%m-%dT%H:%M}",
        ends_at=f"{end:%Y-%m-%dT%H:%M}",
        public_reason_en="Mourning",
        internal_reason="By order",
    )
    assert response.status_code == 302
    assert Freeze.objects.get().by == editor
    Freeze.objects.update(
        starts_at=timezone.now(), holds_after=edition.visible_from - timedelta(seconds=1)
    )
    PressRelease.objects.filter(pk=edition.release_id).update(status="draft")
    PressRelease.objects.filter(pk=edition.release_id).update(
        publish_at=timezone.now().replace(second=0), status="approved"
    )

    page = text(client.get("/admin/releases/pressrelease/"))
    assert "waits until the freeze ends" in page
    assert "Mourning" in text(client.get("/admin/"))


@pytest.mark.parametrize(
    ("starts", "ends", "sentence"),
    [
        (-1, 1, "what is public stays public"),
        (2, 1, "cannot end before it begins"),
        (1, None, "Say when the freeze ends"),
    ],
)
def test_a_freeze_that_cannot_be_is_refused_with_a_sentence(client, editor, starts, ends, sentence):
    hours = [
        f"{timezone.localtime() + timedelta(days=days):%Y-%m-%dT%H:%M}" if days else ""
        for days in (starts, ends)
    ]
    form = form_on(client, "/admin/releases/freeze/add/", "_save")

    page = text(form.post(starts_at=hours[0], ends_at=hours[1], internal_reason="Typed"))

    assert sentence in page
    assert "Typed" in page
    assert not Freeze.objects.exists()


def test_lifting_the_stop_asks_about_each_text(client, editor):
    stop_page = "/admin/releases/freeze/stop/"
    out, back = (approve(make_edition(draft=True), at=TOMORROW) for _ in range(2))
    answer = form_on(client, stop_page).post(reason=" ")
    assert "Say why everything has to stop." in text(answer)
    form_in(client, answer).post(reason="A wrong number.")
    stop = Freeze.objects.get()
    assert "A wrong number." in text(client.get("/admin/"))

    lift = f"/admin/releases/freeze/{stop.pk}/lift/"
    answer = form_on(client, lift).post({f"text-{out.pk}": "out"})
    assert "Decide on this text." in text(answer)
    form_in(client, answer).post({f"text-{back.pk}": "draft"})

    assert list(Edition.objects.waiting()) == [out]
    back.refresh_from_db()
    assert not back.is_approved


def test_who_lifts_the_stop_reads_what_goes_public_without_a_decision(client, editor):
    now = timezone.now()
    make_meeting("Known", announced_at=now - timedelta(days=1))
    council = make_meeting("Council", announced_at=now - timedelta(days=1))
    make_outcome(council, public_from=TOMORROW)
    make_meeting("Nobody was told of")
    stop = emergency_stop.stop(editor, "A wrong number.")
    make_meeting("Summit", announced_at=TOMORROW + timedelta(hours=1))

    page = page_of(client.get(f"/admin/releases/freeze/{stop.pk}/lift/"))

    listed = page.one("section", aria_labelledby="meetings").all("li")
    assert [one.words.partition(":")[0] for one in listed] == ["Council", "Summit"]
    assert "waits until the emergency stop is lifted" in listed[0].words


# Removal


def test_a_release_is_removed_and_put_back(client, editor):
    release = make_edition().release
    address = f"/admin/releases/pressrelease/{release.pk}/remove/"

    answer = form_on(client, address).post(kind="withdrawn")
    assert "Say to the public why" in text(answer)
    form_in(client, answer).post(note_en="No longer current.")
    release.refresh_from_db()
    assert release.removal == "withdrawn"
    page = text(client.get(f"/admin/releases/pressrelease/{release.pk}/change/"))
    assert "No longer current." in page

    older = release_form(client, release, "Put it back")
    PressRelease.objects.filter(pk=release.pk).update(revision=release.revision + 1)
    older.post()
    release.refresh_from_db()
    assert release.removal
    release_form(client, release, "Put it back").post()
    release.refresh_from_db()
    assert not release.removal


# History


def test_history_shows_old_and_new_by_paragraph_and_word(client, writer):
    client.force_login(writer)
    quote = make_quote(make_edition(draft=True, body="<p>“We will act.”</p><p>They met.</p>"))
    edition = quote.edition
    form = text_form(client, edition).change(body="<p>“We will act.”</p><p>They met twice.</p>")
    form.post({"quotes-0-title_as_printed": "Minister"})

    page = page_of(client.get(f"/admin/releases/edition/{edition.pk}/history/"))

    assert "[added: twice]" in [part.words for part in page.all("ins")]
    assert page.one("p", class_="same").words == "“We will act.”"
    assert "writer: Edition changed" in page.words
    assert "writer: Quote changed" in page.words
    assert "Minister" in page.words


def test_a_change_from_a_shell_is_kept_too(client, writer):
    client.force_login(writer)
    person = make_appointment().person
    person.name = "Ada Byron"
    person.save()

    page = text(client.get(f"/admin/releases/person/{person.pk}/history/"))
    assert "Ada Byron" in page
    assert "the system" in page


def test_an_office_has_a_history_of_its_own_and_stands_in_that_of_its_holder(client, writer):
    client.force_login(writer)
    office, other = make_appointment(), make_appointment()
    for one, title in ((office, "Minister of Water"), (other, "Minister of Roads")):
        one.titles = {"en": title}
        one.save()

    for address in (f"appointment/{office.pk}", f"person/{office.person_id}"):
        page = page_of(client.get(f"/admin/releases/{address}/history/")).words
        assert "[added: Water]" in page
        assert "Roads" not in page


def test_a_quote_that_was_deleted_stays_in_the_history_of_its_text(client, writer):
    client.force_login(writer)
    quote = make_quote(make_edition(draft=True, body="<p>“We will act.”</p>"))
    Quote.objects.get().delete()

    page = text(client.get(f"/admin/releases/edition/{quote.edition_id}/history/"))
    assert "Quote deleted" in page
    assert "We will act." in page


def test_what_is_chosen_for_a_release_is_in_its_own_history_alone(client, writer):
    client.force_login(writer)
    quote = make_quote(make_edition(draft=True, body="<p>“We will act.”</p>"))
    quote.title_as_printed = "Minister"
    quote.save()
    release = quote.edition.release
    release.topics.add(make_topic("Water"))

    assert "Water" in text(client.get(f"/admin/releases/pressrelease/{release.pk}/history/"))
    assert "Water" not in text(client.get(f"/admin/releases/edition/{quote.edition_id}/history/"))


# The start page


def test_the_desk_says_what_is_next_and_what_waits_and_every_number_leads_to_its_list(
    client, editor, writer
):
    approve(make_edition(draft=True, title="Next one"), at=TOMORROW)
    submit(make_edition(draft=True, title="To approve"), writer)

    page = page_of(client.get("/admin/"))
    assert "Next one" in page.words
    assert re.search(r"in 23 hours|in 1 day", page.words)
    links = [link for link in page.all("a") if link.all("strong")]
    assert "1 waiting for me" in [link.words for link in links]
    for link in links:
        shown = client.get(link.get("href"))
        assert shown.status_code == 200, link
        if "cl" in shown.context:
            number, __ = link.words.split(" ", 1)
            assert shown.context["cl"].result_count == int(number), link
    assert "To approve" in text(client.get("/admin/releases/edition/?todo=mine"))


@pytest.mark.slow
def test_the_start_page_costs_the_same_for_one_and_for_thirty(client, editor, writer):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            client.get("/admin/")
        return len(counted)

    def one_more():
        approve(make_edition(draft=True), at=TOMORROW)
        submit(make_edition(draft=True), writer)

    one_more()
    queries()
    one = queries()
    for _ in range(9):
        one_more()
    assert queries() == one
    assert one <= 25


def test_checks_of_the_installation_are_for_those_who_keep_it(client, editor):
    assert "/admin/checks/" not in text(client.get("/admin/"))
    client.force_login(make_staff("Administrator"))
    assert "/admin/checks/" in text(client.get("/admin/"))
    assert client.get("/admin/checks/").status_code == 200


# What a second look found


def test_a_time_that_is_half_typed_publishes_nothing(client, editor, writer):
    draft = submit(make_edition(draft=True), writer)

    page = text(step(client, draft, "approve", when="later", at=""))
    assert "Give the day and the hour." in page
    page = text(step_form(client, draft, "approve").post())
    assert "Say when it goes public." in page
    assert not Edition.objects.get().is_approved


def test_a_release_taken_off_the_schedule_offers_the_time_it_was_planned_for(client, editor):
    draft = approve(make_edition(draft=True), at=TOMORROW)
    draft.unschedule(editor)
    submit(draft)

    page = text(client.get(f"/admin/releases/edition/{draft.pk}/approve/"))
    assert f'value="{timezone.localtime(TOMORROW):%Y-%m-%dT%H:%M}"' in page
    assert re.search(r'value="later"[^>]*checked', page)


def test_what_was_planned_for_later_is_looked_at_anew_to_go_out_now(client, editor, time_machine):
    draft = approve(make_edition(draft=True), at=TOMORROW)
    draft.unschedule(editor)
    submit(draft)
    soon = timezone.now() + timedelta(minutes=2)
    make_freeze(soon, soon + timedelta(hours=1))
    time_machine.move_to(soon + timedelta(minutes=1))

    answer = step(client, draft, "approve", when="now", at="")
    assert "Confirm each of the warnings" in text(answer)
    form = form_in(client, answer)
    form.post({name: True for name in form.controls if name.startswith("warning-")})

    assert Edition.objects.get().is_approved


def test_a_correction_that_waits_is_not_called_public(client, editor):
    first = make_edition()
    second = approve(begin_correction(first), at=TOMORROW)

    assert "Goes out on" in text(client.get(change(second)))
    page = text(client.get(f"/admin/releases/pressrelease/{first.release_id}/change/"))
    assert "replaced" not in page
    assert "Write the next version" not in page


def test_what_a_freeze_will_hold_says_so_beforehand(client, editor):
    start = timezone.now() + timedelta(hours=12)
    make_freeze(start, start + timedelta(days=2))
    approve(make_edition(draft=True), at=TOMORROW)

    for page in ("/admin/", "/admin/releases/pressrelease/"):
        assert "waits until the freeze ends" in text(client.get(page))


def test_what_is_said_beside_a_text_in_review_makes_it_a_draft_again(client, editor, writer):
    release = submit(make_edition(draft=True), writer).release
    release_form(client, release).post(topics=[make_topic().pk])
    assert Edition.objects.get().submitted_at is None

    submit(Edition.objects.get(), writer)
    release.refresh_from_db()
    release.kind = "speech"
    release.save()
    assert Edition.objects.get().submitted_at is None


def test_a_form_of_absurd_size_is_answered(client, editor):
    edition = make_edition()
    for number in ("30000000", "abc"):
        response = craft(client, change(edition), {"quotes-TOTAL_FORMS": number, "body": "Mine"})
        assert response.status_code == 409


def test_what_differs_beside_the_text_is_shown_too(client, editor, writer):
    draft = make_edition(draft=True)
    form = text_form(client, draft)
    draft.slug = "their-address"
    draft.save()

    page = page_of(form.post())
    assert [part.words for part in page.all("del")] == ["their-address"]


@pytest.mark.parametrize("year", ["0", "10000", "99999999", "abc"])
def test_a_year_that_is_none_filters_nothing(client, editor, year):
    assert client.get(f"/admin/releases/pressrelease/?year={year}").status_code == 200


def test_what_is_removed_is_not_removed_again(client, editor):
    release = make_edition().release
    form = form_on(client, f"/admin/releases/pressrelease/{release.pk}/remove/")
    release.remove(editor, "withdrawn", {"en": "First."})

    page = text(
        form.craft({"revision": release.revision, "kind": "in_error", "note_en": "Second."})
    )
    assert "It is removed already" in page
    release.refresh_from_db()
    assert release.removal == "withdrawn"


def test_the_internal_reason_of_a_stop_is_for_those_who_see_freezes(client, editor, writer):
    emergency_stop.stop(editor, "A secret reason")

    assert "A secret reason" in text(client.get("/admin/"))
    assert client.get("/admin/releases/freeze/stop/").status_code == 302
    client.force_login(writer)
    page = text(client.get("/admin/"))
    assert "Everything is stopped" in page
    assert "A secret reason" not in page


def test_what_two_people_choose_for_a_release_is_not_mixed_unseen(client, editor, writer):
    release = make_edition(draft=True).release
    theirs, mine = make_topic(), make_topic()
    own = release_form(client, release).change(topics=[mine.pk])
    release_form(client, release).post(topics=[theirs.pk])

    client.force_login(writer)
    answer = own.post()
    assert "editor has changed this in the meantime" in text(answer)
    form = form_in(client, answer, "_save")
    assert form["topics"] == [str(mine.pk)]
    assert list(release.topics.all()) == [theirs]
    form.post()
    assert list(release.topics.all()) == [mine]
