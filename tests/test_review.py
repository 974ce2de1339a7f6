"""Who takes a text from draft to public, in which order, and what is refused on the way."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from releases.models import Address, Edition, Moment, PressRelease, StaleError, Step, copies
from releases.review import emergency_stop
from tests.builders import (
    TOMORROW,
    approve,
    begin_correction,
    instant,
    keys,
    make_access,
    make_appointment,
    make_edition,
    make_freeze,
    make_person,
    make_quote,
    make_release,
    make_staff,
    standing,
    submit,
)

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def draft():
    return make_edition(draft=True, title="Council meets", body="<p>“We will act.” He left.</p>")


@pytest.fixture
def clock(time_machine):
    """Noon, standing still until moved."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


def stored(record):
    return type(record).objects.get(pk=record.pk)


def staff_by_name():
    return {
        "writer": make_staff("Writer"),
        "French translator": make_staff("Translator", languages=["fr"]),
        "English translator": make_staff("Translator", languages=["en", "de"]),
        "editor": make_staff("Editor"),
        "administrator": make_staff("Administrator"),
        "stranger": make_staff(),
    }


def allowed(step):
    """The names of those who can take a step, each on a record of their own."""
    may = []
    for name, user in staff_by_name().items():
        try:
            step(user)
        except PermissionDenied:
            continue
        may.append(name)
    return may


# Submit, send back, approve


def test_a_draft_handed_in_waits_for_somebody_to_approve_it(draft):
    writer = make_staff("Writer")

    submit(draft, by=writer)

    assert draft.submitted_by == writer
    assert abs(draft.submitted_at - timezone.now()) < MINUTE
    assert stored(draft.release).status == PressRelease.Status.IN_REVIEW
    assert [(s.kind, s.by) for s in draft.steps.all()] == [(Step.Kind.SUBMITTED, writer)]


def test_a_text_is_submitted_once(draft):
    submit(draft)

    with pytest.raises(ValidationError, match="submitted already"):
        submit(draft)
    approve(draft)
    with pytest.raises(ValidationError, match="submitted already"):
        submit(draft)


def test_a_text_sent_back_is_a_draft_again_and_says_why(draft):
    editor = make_staff("Editor")
    submit(draft)

    draft.send_back(editor, "  The date is wrong. ")

    assert draft.submitted_at is None
    assert draft.submitted_by is None
    assert stored(draft.release).status == PressRelease.Status.DRAFT
    step = draft.steps.last()
    assert (step.kind, step.by, step.reason) == (
        Step.Kind.SENT_BACK,
        editor,
        "The date is wrong.",
    )
    submit(draft)
    assert draft.submitted_at


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_text_is_not_sent_back_without_a_reason(draft, reason):
    submit(draft)

    with pytest.raises(ValidationError, match="Say what has to change"):
        draft.send_back(make_staff("Editor"), reason)
    assert stored(draft).submitted_at


def test_only_a_text_in_review_is_sent_back(draft):
    editor = make_staff("Editor")

    with pytest.raises(ValidationError, match="not in review"):
        draft.send_back(editor, "Why not")
    approve(draft)
    with pytest.raises(ValidationError, match="not in review"):
        draft.send_back(editor, "Why not")


def test_a_release_stays_in_review_while_another_of_its_texts_is(draft):
    french = make_edition(draft.release, draft=True, language="fr")
    submit(draft)
    submit(french)

    draft.send_back(make_staff("Editor"), "Too long.")

    assert stored(draft.release).status == PressRelease.Status.IN_REVIEW


def test_an_approved_text_is_not_approved_again(draft):
    approve(draft)

    with pytest.raises(ValidationError, match="approved already"):
        approve(draft)


def test_a_removed_release_takes_no_new_text(draft):
    approve(draft)
    editor = make_staff("Editor")
    french = submit(make_edition(draft.release, draft=True, language="fr"))
    stored(draft.release).remove(editor, "withdrawn", {"en": "Old."})

    with pytest.raises(ValidationError, match="Put it back first"):
        approve(stored(french))


# Two persons


@pytest.mark.parametrize("reason", ["", "  "])
def test_who_submitted_a_text_does_not_approve_it_without_a_reason(draft, reason):
    editor = make_staff("Editor")
    submit(draft, by=editor)

    with pytest.raises(ValidationError, match="say why nobody else"):
        approve(draft, by=editor, reason=reason)
    assert not stored(draft).is_approved


def test_an_approval_given_alone_is_kept_until_a_second_person_confirms_it(draft):
    alone, second = make_staff("Editor"), make_staff("Editor")
    submit(draft, by=alone)

    approve(draft, by=alone, reason=" Sunday night. ")

    step = Step.objects.unconfirmed().get()
    assert (step.edition, step.by, step.reason) == (draft, alone, "Sunday night.")
    step.confirm(second)
    step.refresh_from_db()
    assert step.confirmed_by == second
    assert abs(step.confirmed_at - timezone.now()) < MINUTE
    assert not Step.objects.unconfirmed().exists()


@pytest.mark.parametrize("role", ["Writer", "Translator", None])
def test_an_approval_is_not_confirmed_by_who_gave_it_or_may_give_none(draft, role):
    alone = make_staff("Editor")
    submit(draft, by=alone)
    approve(draft, by=alone, reason="Sunday night.")
    step = Step.objects.unconfirmed().get()

    for user in (alone, make_staff(role)):
        with pytest.raises(PermissionDenied):
            step.confirm(user)
        with pytest.raises(PermissionDenied):
            draft.confirm(user)
    assert Step.objects.unconfirmed().exists()


def test_an_approval_is_confirmed_once(draft):
    alone, second, third = (make_staff("Editor") for _ in range(3))
    submit(draft, by=alone)
    approve(draft, by=alone, reason="Sunday night.")
    step = Step.objects.unconfirmed().get()
    draft.confirm(second)

    with pytest.raises(ValidationError, match="confirmed already"):
        step.confirm(third)
    with pytest.raises(ValidationError, match="no approval to confirm"):
        draft.confirm(third)
    assert stored(step).confirmed_by == second


def test_an_approval_by_a_second_person_needs_no_reason_and_keeps_none(draft):
    approve(draft, reason="Not asked for.")

    step = draft.steps.last()
    assert (step.kind, step.alone, step.reason) == (Step.Kind.APPROVED, False, "")
    with pytest.raises(ValidationError):
        step.confirm(make_staff("Editor"))


# Who may


def test_who_writes_in_a_language_submits_texts_in_it():
    may = allowed(lambda user: submit(make_edition(draft=True), by=user))

    assert may == ["writer", "English translator", "editor"]


@pytest.mark.slow
def test_editors_alone_send_back_approve_and_take_off_the_schedule():
    def send_back(user):
        submit(make_edition(draft=True)).send_back(user, "Why not")

    def give(user):
        approve(submit(make_edition(draft=True)), by=user)

    def take_back(user):
        approve(make_edition(draft=True), at=TOMORROW).unschedule(user)

    def take_all_back(user):
        approve(make_edition(draft=True), at=TOMORROW).release.unschedule(user)

    for step in (send_back, give, take_back, take_all_back):
        assert allowed(step) == ["editor"], step.__name__


def test_who_writes_in_a_language_begins_versions_and_translations_in_it():
    def to_german(user):
        copies.translate(make_edition(), user, "de")

    assert allowed(lambda user: copies.next_version(make_edition(), user)) == [
        "writer",
        "English translator",
        "editor",
    ]
    assert allowed(to_german) == ["writer", "English translator", "editor"]


def test_somebody_who_left_may_do_nothing():
    editor = make_staff("Editor")
    editor.is_active = False
    editor.save()
    edition = submit(make_edition(draft=True))

    with pytest.raises(PermissionDenied):
        approve(edition, by=editor)


# Copies that are no longer the newest


def test_each_step_is_refused_to_a_copy_that_is_no_longer_the_newest(draft):
    editor = make_staff("Editor")
    before = stored(draft)
    submit(draft)
    in_review = stored(draft)
    approve(draft, at=TOMORROW)
    waiting = stored(draft)
    draft.unschedule(editor)
    now = Edition.objects.filter(pk=draft.pk).values().get()
    steps = draft.steps.count()

    for stale, step in [
        (before, lambda: submit(before)),
        (in_review, lambda: approve(in_review)),
        (in_review, lambda: in_review.send_back(editor, "Why not")),
        (waiting, lambda: waiting.unschedule(editor)),
        (waiting, waiting.save),
        (before, before.save),
    ]:
        revision = stale.revision
        with pytest.raises(StaleError, match="Somebody changed this"):
            step()
        assert stale.revision == revision
    assert Edition.objects.filter(pk=draft.pk).values().get() == now
    assert draft.steps.count() == steps


def test_of_two_who_edit_one_draft_the_second_is_refused_and_nothing_is_lost(draft):
    mine, theirs = stored(draft), stored(draft)
    theirs.title = "Council met"
    theirs.save()
    mine.title = "Council will meet"

    with pytest.raises(StaleError):
        mine.save()
    assert stored(draft).title == "Council met"
    assert mine.title == "Council will meet"


# A text that changes in review


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Council met"), ("body", "<p>Other.</p>"), ("summary", "Short."), ("slug", "met")],
)
@pytest.mark.parametrize("only", [False, True])
def test_a_text_that_changes_in_review_is_a_draft_again(draft, field, value, only):
    submit(draft)
    in_review = stored(draft)
    setattr(draft, field, value)

    draft.save(**{"update_fields": [field]} if only else {})

    for edition in (draft, stored(draft)):
        assert getattr(edition, field) == value
        assert edition.submitted_at is None
        assert edition.submitted_by is None
    assert stored(draft.release).status == PressRelease.Status.DRAFT
    with pytest.raises(StaleError):
        approve(in_review)


def test_a_text_saved_unchanged_stays_in_review(draft):
    submit(draft)

    draft.save()

    assert stored(draft).submitted_at
    assert stored(draft.release).status == PressRelease.Status.IN_REVIEW


def add(edition):
    edition.quotes.create(words="He left.", speaker=make_person())


def change(edition):
    quote = edition.quotes.first()
    quote.words = "We will"
    quote.save()


def change_alone(edition):
    quote = edition.quotes.first()
    quote.speaker = make_person()
    quote.save(update_fields=["speaker"])


def delete(edition):
    edition.quotes.first().delete()


def delete_all(edition):
    edition.quotes.all().delete()


def update_all(edition):
    edition.quotes.update(words="We will")


@pytest.mark.parametrize(
    "step",
    [add, change, change_alone, delete, delete_all, update_all],
    ids=lambda step: step.__name__,
)
def test_a_text_whose_quotes_change_in_review_is_a_draft_again(draft, step):
    make_quote(draft, "We will act.")
    submit(draft)
    in_review = stored(draft)

    step(stored(draft))

    assert stored(draft).submitted_at is None
    assert stored(draft.release).status == PressRelease.Status.DRAFT
    with pytest.raises(StaleError):
        approve(in_review)


def test_quotes_saved_unchanged_leave_a_text_in_review(draft):
    quote = make_quote(draft, "We will act.")
    submit(draft)

    quote.save()

    assert stored(draft).submitted_at


def test_a_text_deleted_in_review_leaves_no_release_in_review(draft):
    submit(draft)

    draft.delete()

    assert stored(draft.release).status == PressRelease.Status.DRAFT


def test_a_copy_read_before_the_approval_adds_and_moves_no_quote_into_the_text(draft):
    before = stored(draft)
    other = make_edition(draft=True, body="<p>We will act.</p>")
    quote = make_quote(other, "We will act.")
    approve(draft)

    with pytest.raises(ValidationError, match="approved and no longer changes"):
        before.quotes.create(words="We will act.", speaker=make_person())
    quote.edition = before
    with pytest.raises(ValidationError, match="approved and no longer changes"):
        quote.save()
    assert not draft.quotes.exists()


@pytest.mark.parametrize("name", ["release", "source"])
def test_what_an_approved_text_belongs_to_is_not_changed_by_update(name):
    edition = make_edition()
    other = make_edition()

    with pytest.raises(ValidationError, match="approved and no longer changes"):
        Edition.objects.filter(pk=edition.pk).update(
            **{name: other.release if name == "release" else other}
        )


def test_who_said_the_words_of_an_approved_text_is_not_changed_by_update():
    quote = make_quote()

    with pytest.raises(ValidationError, match="approved and no longer changes"):
        type(quote).objects.update(speaker=make_person())


# Warnings and errors


def test_each_warning_is_accepted_on_its_own_and_kept_with_the_step(draft):
    writer, editor = make_staff("Writer"), make_staff("Editor")
    found = draft.findings()
    assert len(found) > 2
    assert len({finding.key for finding in found}) == len(found)

    for left in found:
        others = [finding.key for finding in found if finding is not left]
        with pytest.raises(ValidationError) as refused:
            draft.submit(writer, accepted=others)
        assert refused.value.messages == [left.sentence]
        assert [error.code for error in refused.value.error_list] == ["unconfirmed"]
    assert stored(draft).submitted_at is None
    draft.submit(writer, accepted=keys(draft))

    with pytest.raises(ValidationError) as refused:
        draft.approve(editor)
    assert refused.value.messages == [finding.sentence for finding in draft.findings()]
    approve(draft, by=editor)
    for step in draft.steps.all():
        assert step.accepted == [finding.sentence for finding in found], step


def test_two_warnings_about_one_quote_are_accepted_one_by_one(draft):
    make_quote(draft, "We will act.", language="fr")
    about = [f for f in draft.findings() if f.field.startswith("quotes-0")]

    assert len(about) == 2
    assert about[0].key != about[1].key


def test_errors_block_whatever_is_accepted():
    draft = make_edition(draft=True, body="<p></p>")

    with pytest.raises(ValidationError) as refused:
        draft.submit(make_staff("Writer"), accepted=keys(draft))
    assert refused.value.messages == ["The text is empty."]
    assert refused.value.error_list[0].code == "blocked"
    assert stored(draft.release).status == PressRelease.Status.DRAFT


# The time


def test_several_releases_share_one_instant(clock):
    at = NOON + HOUR
    editions = [approve(make_edition(draft=True, language=lang), at=at) for lang in ("en", "fr")]

    assert not standing(Moment.of(at - timedelta(microseconds=1))).exists()
    assert set(standing(Moment.of(at))) == set(editions)
    assert {edition.public_since for edition in editions} == {at}


def test_languages_that_are_ready_go_out_with_the_release_and_a_late_one_when_approved(clock):
    english = make_edition(draft=True, language="en")
    french = make_edition(english.release, draft=True, language="fr")
    late = make_edition(english.release, draft=True, language="nl")
    at = NOON + HOUR
    approve(english, at=at)
    approve(stored(french))
    assert not standing().exists()

    clock.move_to(at)
    assert list(standing().order_by("pk")) == [english, french]
    clock.move_to(at + HOUR)
    approve(stored(late))

    assert list(standing().order_by("pk")) == [english, french, late]
    assert [e.public_since for e in Edition.objects.order_by("pk")] == [at, at, at + HOUR]
    assert list(standing().order_by("-public_since", "-pk")) == [late, french, english]


def test_a_late_language_can_wait_for_a_time_of_its_own(clock):
    english = approve(make_edition(draft=True))
    french = make_edition(english.release, draft=True, language="fr")
    at = NOON + HOUR

    approve(french, at=at)

    assert french.is_waiting
    assert list(standing()) == [english]
    assert list(standing(Moment.of(at)).order_by("pk")) == [english, french]
    assert stored(english.release).publish_at == NOON
    assert french.public_since == at


def test_a_language_given_an_earlier_time_does_not_go_out_before_the_release(clock):
    at = NOON + HOUR
    english = approve(make_edition(draft=True), at=at)
    french = make_edition(english.release, draft=True, language="fr")

    approve(french, at=NOON + MINUTE)

    assert not standing(Moment.of(at - timedelta(seconds=1))).exists()
    assert set(standing(Moment.of(at))) == {english, french}
    assert french.public_since == at


def test_a_timed_correction_takes_over_at_its_instant(clock):
    first = approve(make_edition(draft=True))
    at = NOON + HOUR
    clock.move_to(NOON + MINUTE)

    second = approve(begin_correction(first), at=at)

    first.refresh_from_db()
    assert second.is_waiting
    assert list(standing(Moment.of(at - timedelta(seconds=1)))) == [first]
    assert list(standing(Moment.of(at))) == [second]
    assert (first.visible_until, second.corrected_at, second.public_since) == (at, at, NOON)


def test_a_timed_correction_taken_back_leaves_the_old_version_standing(clock):
    first = approve(make_edition(draft=True, title="Council meets"))
    clock.move_to(NOON + MINUTE)
    second = approve(begin_correction(first, slug="council-met"), at=NOON + HOUR)
    day = "2031-05-06"
    assert Address.objects.of(day, "council-met").exists()

    second.unschedule(make_staff("Editor"))

    first.refresh_from_db()
    assert first.visible_until is None
    assert not second.is_approved
    assert second.public_since is second.corrected_at is second.approved_by is None
    assert list(standing(Moment.of(NOON + 2 * HOUR))) == [first]
    assert second.steps.last().kind == Step.Kind.UNSCHEDULED
    assert stored(first.release).status == PressRelease.Status.APPROVED
    assert not Address.objects.of(day, "council-met").exists()
    assert Address.objects.of(day, "council-meets").exists()
    approve(second)
    assert list(standing()) == [second]


def test_a_minor_change_moves_no_date_of_correction(clock):
    first = approve(make_edition(draft=True))
    clock.move_to(NOON + HOUR)
    second = approve(begin_correction(first))
    clock.move_to(NOON + 2 * HOUR)

    third = approve(begin_correction(second, change_note="", minor=True))

    assert (second.corrected_at, third.corrected_at) == (NOON + HOUR, NOON + HOUR)


def test_a_time_in_the_running_minute_is_now(clock):
    clock.move_to(NOON + timedelta(seconds=40))
    first = approve(make_edition(draft=True))
    second = submit(begin_correction(first))
    clock.move_to(NOON + timedelta(seconds=42))

    approve(second, at=NOON + timedelta(seconds=45))

    assert list(standing()) == [second]
    assert second.visible_from == NOON + timedelta(seconds=42)


def test_a_correction_of_an_old_release_is_held_against_the_day_of_the_release(clock):
    office = make_appointment(until=NOON.date())
    first = make_edition(draft=True, body="<p>“We will act.” Tuesday 6 May.</p>")
    make_quote(first, "We will act.", appointment=office)
    approve(first)
    clock.move_to(instant(2032, 9, 1, 12))

    second = approve(begin_correction(first))

    assert list(standing()) == [second]
    assert second.quotes.get().appointment == office


def test_everything_comes_back_when_a_release_is_taken_off_the_schedule(clock):
    english = make_edition(draft=True, title="Council meets")
    french = make_edition(english.release, draft=True, title="Le conseil", language="fr")
    in_review = make_edition(english.release, draft=True, language="nl")
    approve(english, at=NOON + HOUR)
    approve(stored(french))
    submit(stored(in_review))
    release = stored(english.release)

    stored(french).unschedule(make_staff("Editor"))

    after = stored(release)
    assert after.status == PressRelease.Status.IN_REVIEW
    assert (after.reference, after.publish_at) == (None, NOON + HOUR)
    assert not Address.objects.filter(scope="2031-05-06").exists()
    for edition in (stored(english), stored(french)):
        assert edition.visible_from is edition.public_since is edition.approved_by is None
        assert edition.submitted_at is edition.submitted_by is None
        assert edition.steps.last().kind == Step.Kind.UNSCHEDULED
    assert stored(in_review).submitted_at
    assert not Edition.objects.ever_public(Moment.of(NOON + 2 * HOUR)).exists()
    english = stored(english)
    english.title = "Other"
    english.save()
    assert english.slug == "other"


def test_what_is_public_is_not_taken_off_the_schedule(draft):
    approve(draft)
    editor = make_staff("Editor")

    for record in (draft, stored(draft.release)):
        with pytest.raises(ValidationError, match="not waiting to go out"):
            record.unschedule(editor)
    with pytest.raises(ValidationError, match="not waiting to go out"):
        make_edition(draft=True).unschedule(editor)


def test_no_next_version_is_begun_while_one_waits(clock):
    first = approve(make_edition(draft=True))
    second = approve(begin_correction(first), at=NOON + HOUR)

    for version in (first, second):
        with pytest.raises(ValidationError, match="off the schedule"):
            copies.next_version(version, make_staff("Writer"))
    clock.move_to(NOON + HOUR)
    assert copies.next_version(second, make_staff("Writer")).version == 3


@pytest.mark.parametrize("stop", [True, False])
def test_what_is_approved_during_a_freeze_or_a_stop_is_confirmed_and_waits(clock, stop):
    if stop:
        freeze = emergency_stop.stop(make_staff("Editor"), "A mistake.")
    else:
        freeze = make_freeze(NOON + MINUTE, NOON + HOUR)
    clock.move_to(NOON + 2 * MINUTE)
    draft = submit(make_edition(draft=True))
    now = [f for f in draft.findings() if f.field == "at"]

    with pytest.raises(ValidationError, match="will wait until"):
        draft.approve(make_staff("Editor"), accepted=[k for k in keys(draft) if k != now[0].key])
    approve(draft)

    assert [finding.key for finding in now] == [f"is_free_of_freezes:{freeze.pk}"]
    assert draft.is_waiting
    assert draft.release.is_scheduled
    assert not standing().exists()
    draft.unschedule(make_staff("Editor"))
    assert not draft.is_approved


def test_a_late_language_is_warned_of_the_freeze_that_is_on_and_not_of_one_that_is_over(clock):
    english = approve(make_edition(draft=True))
    french = make_edition(english.release, draft=True, language="fr")
    freeze = make_freeze(NOON + MINUTE, NOON + HOUR)
    clock.move_to(NOON + 2 * MINUTE)

    assert f"is_free_of_freezes:{freeze.pk}" in keys(french)
    clock.move_to(NOON + HOUR)
    assert f"is_free_of_freezes:{freeze.pk}" not in keys(french)


# What is kept


def test_a_release_that_was_approved_once_cannot_be_deleted(clock):
    first = approve(make_edition(draft=True), at=NOON + HOUR)
    first.unschedule(make_staff("Editor"))
    release = stored(first.release)
    assert (release.status, release.reference) == (PressRelease.Status.DRAFT, None)

    for records in (release, PressRelease.objects.all()):
        with pytest.raises(ValidationError, match="has been approved"):
            records.delete()


def test_a_release_that_was_never_approved_can_be_deleted_with_its_texts():
    release = make_release()
    submit(make_edition(release, draft=True))

    stored(release).delete()

    assert not PressRelease.objects.exists()
    assert not Edition.objects.exists()


def test_unscheduling_closes_the_accesses_under_embargo(clock):
    access = make_access()
    model = type(access).objects

    assert model.open().exists()
    access.release.editions.get().unschedule(make_staff("Editor"))
    assert not model.open().exists()


def test_a_public_release_is_hidden_by_no_change_of_its_status():
    release = make_edition().release
    release.status = PressRelease.Status.DRAFT

    with pytest.raises(ValidationError, match="remove it, and say why"):
        release.save()
    with pytest.raises(ValidationError, match="remove it, and say why"):
        PressRelease.objects.filter(pk=release.pk).update(status=PressRelease.Status.DRAFT)
    assert PressRelease.objects.public().exists()


def test_an_approval_that_was_taken_back_needs_no_second_person():
    editor = make_staff("Editor")
    draft = submit(make_edition(draft=True), editor)
    approve(draft, editor, at=TOMORROW, reason="Nobody else is here.")
    assert Step.objects.unconfirmed().exists()

    draft.unschedule(editor)

    assert not Step.objects.unconfirmed().exists()


def test_what_was_approved_once_is_not_deleted_with_the_record_of_who_approved_it():
    draft = approve(make_edition(draft=True), at=TOMORROW)
    draft.unschedule(make_staff("Editor"))

    for records in (draft, Edition.objects.all()):
        with pytest.raises(ValidationError, match="was approved once"):
            records.delete()
    assert Step.objects.filter(kind=Step.Kind.APPROVED).exists()
