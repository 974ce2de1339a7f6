"""Nothing goes public in a freeze or a stop, what is public stays, and what waited comes after."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releases.models import Edition, Freeze, Moment, PressRelease, StaleError
from releases.models.freeze import holding
from releases.review import emergency_stop
from tests.builders import (
    approve,
    begin_correction,
    instant,
    make_edition,
    make_freeze,
    make_staff,
    standing,
)

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def clock(time_machine):
    """Noon, standing still until moved."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def editor():
    return make_staff("Editor")


def due(at, **values):
    return approve(make_edition(draft=True, **values), at=at)


def live(at=None):
    return list(standing(Moment.of(at) if at else None).order_by("pk"))


def refused_at(field, sentence):
    """A refusal that stands beside the field it is about."""
    return pytest.raises(
        ValidationError, match=sentence, check=lambda error: list(error.error_dict) == [field]
    )


def decide(**by_answer):
    """Decisions as `lift()` takes them: decide(out=[...], draft=[...])."""
    out = {edition.pk: True for edition in by_answer.get("out", ())}
    return out | {edition.pk: False for edition in by_answer.get("draft", ())}


# Freezes


def test_what_comes_due_in_a_freeze_waits_and_goes_out_when_it_ends_in_the_order_it_was_due(clock):
    start, end = NOON + HOUR, NOON + 3 * HOUR
    make_freeze(start, end)
    late = due(start + 2 * MINUTE)
    early = due(start + MINUTE)

    assert live(start + HOUR) == []
    assert live(end - timedelta(microseconds=1)) == []
    assert set(live(end)) == {early, late}
    assert list(standing(Moment.of(end)).order_by("-public_since")) == [late, early]


def test_what_was_due_before_a_freeze_stays_public_and_what_is_due_at_its_beginning_waits(clock):
    start = NOON + HOUR
    make_freeze(start, start + HOUR)
    before, at = due(start - MINUTE), due(start)

    assert live(start - SECOND) == [before]
    assert live(start) == [before]
    assert live(start + HOUR) == [before, at]


def test_what_is_approved_now_in_the_minute_before_a_freeze_is_public_and_stays_so(clock):
    start = NOON + MINUTE
    make_freeze(start, start + HOUR)
    clock.move_to(start - SECOND)
    edition = due(None)

    assert live() == [edition]
    clock.move_to(start + SECOND)
    assert live() == [edition]
    assert due(None).is_waiting


def test_a_correction_that_comes_due_in_a_freeze_leaves_the_standing_version(clock):
    first = due(None)
    make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    clock.move_to(NOON + MINUTE)
    second = approve(begin_correction(first), at=NOON + HOUR)

    assert live(NOON + 2 * HOUR - SECOND) == [first]
    assert live(NOON + 2 * HOUR) == [second]
    assert [e.pk for e in emergency_stop.waiting()] == [second.pk]


def test_a_release_removed_in_a_freeze_is_gone_at_once(clock, editor):
    due(None)
    make_freeze(NOON + MINUTE, NOON + HOUR)
    clock.move_to(NOON + 2 * MINUTE)

    PressRelease.objects.get().remove(editor, "in_error", {"en": "A mistake."})

    assert live() == []


@pytest.mark.parametrize(
    ("starts", "ends"), [(-30, 0), (-30, 30), (10, 20), (59, 61), (60, 90), (-30, 90)]
)
def test_freezes_do_not_overlap_or_touch(clock, starts, ends):
    base = NOON + HOUR
    make_freeze(base, base + HOUR)

    with pytest.raises(ValidationError, match="overlaps or touches the freeze “Election”"):
        make_freeze(base + starts * MINUTE, base + ends * MINUTE)
    assert make_freeze(base - 2 * MINUTE, base - MINUTE).pk
    assert make_freeze(base + HOUR + MINUTE, base + 2 * HOUR).pk


@pytest.mark.parametrize("starts", [-HOUR, timedelta(0), 30 * SECOND])
def test_a_freeze_does_not_begin_in_the_past_or_in_the_running_minute(clock, starts):
    freeze = Freeze(internal_reason="x", starts_at=NOON + starts, ends_at=NOON + HOUR)

    with refused_at("starts_at", "begins later than now"):
        freeze.full_clean(exclude=["holds_after"])
    with refused_at("starts_at", "begins later than now"):
        freeze.save()


def test_a_freeze_does_not_end_before_it_begins(clock):
    with refused_at("ends_at", "cannot end before it begins"):
        make_freeze(NOON + HOUR, NOON + HOUR - MINUTE)


def test_a_freeze_says_when_it_ends(clock):
    freeze = Freeze(internal_reason="x", starts_at=NOON + HOUR)

    with refused_at("ends_at", "Say when the freeze ends"):
        freeze.full_clean(exclude=["holds_after"])


def test_a_freeze_says_to_the_public_why(clock):
    with refused_at("public_reason", "Say to the public why"):
        make_freeze(NOON + HOUR, NOON + 2 * HOUR, public_reason={})


def test_a_freeze_that_has_not_begun_can_be_moved_and_deleted(clock):
    freeze = make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    edition = due(NOON + HOUR + MINUTE)

    freeze.starts_at = NOON + 3 * HOUR
    freeze.ends_at = NOON + 4 * HOUR
    freeze.save()
    assert live(NOON + 2 * HOUR) == [edition]
    begun = make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    clock.move_to(NOON + HOUR)
    freeze.delete()
    assert list(Freeze.objects.all()) == [begun]


@pytest.mark.parametrize("now", [NOON + HOUR, NOON + 2 * HOUR])
def test_a_freeze_that_has_begun_keeps_its_beginning(clock, now):
    freeze = make_freeze(NOON + HOUR, NOON + 3 * HOUR)
    clock.move_to(now)

    for start in (NOON + HOUR + MINUTE, NOON + 2 * HOUR + MINUTE):
        freeze.starts_at = start
        with refused_at("starts_at", "its beginning is fixed"):
            freeze.save()


def test_a_freeze_that_has_begun_is_ended_and_never_deleted(clock):
    freeze = make_freeze(NOON + HOUR, NOON + 3 * HOUR)
    edition = due(NOON + HOUR)
    clock.move_to(NOON + 2 * HOUR)

    moved = Freeze.objects.get()
    moved.starts_at = NOON + 9 * HOUR
    for records in (freeze, moved, Freeze.objects.all()):
        with pytest.raises(ValidationError, match="end it instead of deleting it"):
            records.delete()
    freeze.ends_at = NOON + 2 * HOUR
    freeze.save()
    assert live() == [edition]


def test_a_freeze_announced_during_another_hides_nothing_that_comes_out_between_them(clock):
    make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    edition = due(NOON + HOUR)
    clock.move_to(NOON + HOUR + MINUTE)

    make_freeze(NOON + 3 * HOUR, NOON + 4 * HOUR)

    assert live(NOON + 3 * HOUR) == [edition]


def test_a_freeze_can_be_ended_in_its_first_minute(clock):
    freeze = make_freeze(NOON + HOUR, NOON + 3 * HOUR)
    edition = due(NOON + HOUR)
    clock.move_to(NOON + HOUR + 30 * SECOND)

    freeze.ends_at = NOON + HOUR
    freeze.save()

    assert live() == [edition]


def test_a_freeze_that_is_on_can_last_longer(clock):
    freeze = make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    edition = due(NOON + HOUR)
    clock.move_to(NOON + 2 * HOUR - MINUTE)

    freeze.ends_at = NOON + 4 * HOUR
    freeze.save()

    assert live(NOON + 4 * HOUR - SECOND) == []
    assert live(NOON + 4 * HOUR) == [edition]


@pytest.mark.parametrize("after", [timedelta(0), 30 * SECOND, HOUR])
def test_a_freeze_that_is_over_does_not_last_longer_after_all(clock, after):
    freeze = make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    edition = due(NOON + HOUR)
    clock.move_to(NOON + 2 * HOUR + after)

    freeze.ends_at = NOON + 4 * HOUR
    with refused_at("ends_at", "What is over stays as it was"):
        freeze.save()
    assert live() == [edition]


def test_a_freeze_does_not_end_before_the_running_minute(clock):
    freeze = make_freeze(NOON + HOUR, NOON + 3 * HOUR)
    clock.move_to(NOON + 2 * HOUR)

    freeze.ends_at = NOON + 2 * HOUR - MINUTE
    with refused_at("ends_at", "What is over stays as it was"):
        freeze.save()


def test_the_reasons_of_a_freeze_that_is_over_can_be_written_better(clock):
    freeze = make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    clock.move_to(NOON + 3 * HOUR)

    freeze.public_reason = {"en": "The election of 2031"}
    freeze.save()

    assert str(Freeze.objects.get()) == "The election of 2031"


# Stops


def test_a_stop_holds_what_is_not_public_yet_and_nothing_else(clock, editor):
    public, later, coming = due(None), due(NOON + 3 * HOUR), due(NOON + HOUR)
    correction = approve(begin_correction(public), at=NOON + 2 * HOUR)
    clock.move_to(NOON + MINUTE)

    stop = emergency_stop.stop(editor, "  The wrong version. ")

    assert (stop.internal_reason, stop.by, stop.is_on) == ("The wrong version.", editor, True)
    assert live() == [public]
    assert live(NOON + 9 * HOUR) == [public]
    assert [e.pk for e in emergency_stop.waiting()] == [coming.pk, correction.pk, later.pk]


def test_what_was_approved_seconds_before_a_stop_stays_public(clock, editor):
    clock.move_to(NOON + 40 * SECOND)
    edition = due(None)
    assert live() == [edition]

    clock.move_to(NOON + 42 * SECOND)
    emergency_stop.stop(editor, "A mistake.")

    assert live() == [edition]
    assert edition.release.was_public
    clock.move_to(NOON + 44 * SECOND)
    assert due(None).is_waiting
    assert live() == [edition]


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_stop_asks_why(clock, editor, reason):
    with pytest.raises(ValidationError, match="Say why everything has to stop"):
        emergency_stop.stop(editor, reason)
    assert not Freeze.objects.exists()


def test_everything_is_stopped_once(clock, editor):
    emergency_stop.stop(editor, "A mistake.")

    with pytest.raises(ValidationError, match="stopped already"):
        emergency_stop.stop(editor, "Another.")


@pytest.mark.parametrize("role", ["Writer", "Translator", None])
def test_who_does_not_approve_neither_stops_nor_lifts(clock, editor, role):
    user = make_staff(role)
    with pytest.raises(PermissionDenied):
        emergency_stop.stop(user, "A mistake.")
    stop = emergency_stop.stop(editor, "A mistake.")
    with pytest.raises(PermissionDenied):
        emergency_stop.lift(stop, user, {})
    assert Freeze.objects.on().exists()


def test_a_stop_is_lifted_with_a_decision_on_each_text_that_waits(clock, editor):
    late, early, dropped = due(NOON + 2 * HOUR), due(NOON + HOUR), due(NOON + HOUR)
    stop = emergency_stop.stop(editor, "A mistake.")
    clock.move_to(NOON + HOUR + MINUTE)

    with pytest.raises(StaleError):
        emergency_stop.lift(stop, editor, decide(out=[late, early]))
    assert Freeze.objects.on().exists()
    assert Edition.objects.get(pk=dropped.pk).is_approved
    emergency_stop.lift(stop, editor, decide(out=[late, early], draft=[dropped]))

    assert live() == [early]
    assert live(NOON + 2 * HOUR) == [late, early]
    dropped.refresh_from_db()
    assert not dropped.is_approved
    assert dropped.release.status == PressRelease.Status.DRAFT
    assert dropped.steps.last().by == editor
    assert not Freeze.objects.on().exists()


def test_a_stop_is_not_lifted_past_a_text_approved_while_somebody_decided(clock, editor):
    first = due(NOON + HOUR)
    stop = emergency_stop.stop(editor, "A mistake.")
    second = due(NOON + HOUR)

    with pytest.raises(StaleError):
        emergency_stop.lift(stop, editor, decide(out=[first]))
    emergency_stop.lift(stop, editor, decide(out=[first, second]))


def test_a_decision_on_a_text_that_waits_no_more_does_nothing(clock, editor):
    edition, other = due(NOON + HOUR), due(None)
    stop = emergency_stop.stop(editor, "A mistake.")
    edition.unschedule(editor)

    emergency_stop.lift(stop, editor, decide(draft=[edition, other]))

    assert live() == [other]
    assert edition.steps.filter(kind="unscheduled").count() == 1


def test_one_language_can_be_held_back_while_the_others_go_out(clock, editor):
    english = due(NOON + HOUR)
    french = approve(make_edition(english.release, draft=True, language="fr"))
    stop = emergency_stop.stop(editor, "The French is wrong.")

    emergency_stop.lift(stop, editor, decide(out=[english], draft=[french]))

    assert live(NOON + HOUR) == [english]
    french.refresh_from_db()
    assert not french.is_approved
    assert french.steps.last().kind == "unscheduled"


def test_all_languages_of_a_release_can_be_held_back(clock, editor):
    english = due(NOON + HOUR)
    french = approve(make_edition(english.release, draft=True, language="fr"))
    stop = emergency_stop.stop(editor, "A mistake.")

    emergency_stop.lift(stop, editor, decide(draft=[english, french]))

    assert live(NOON + HOUR) == []
    release = PressRelease.objects.get()
    assert release.status == PressRelease.Status.DRAFT
    assert not release.editions.filter(visible_from__isnull=False).exists()


def test_a_correction_that_is_held_back_leaves_the_standing_version(clock, editor):
    first = due(None)
    clock.move_to(NOON + MINUTE)
    second = approve(begin_correction(first), at=NOON + HOUR)
    stop = emergency_stop.stop(editor, "A mistake.")

    emergency_stop.lift(stop, editor, decide(draft=[second]))

    assert live(NOON + 2 * HOUR) == [first]
    first.refresh_from_db()
    assert first.visible_until is None


def test_a_stop_is_lifted_once_and_a_freeze_is_not_lifted(clock, editor):
    stop = emergency_stop.stop(editor, "A mistake.")
    emergency_stop.lift(stop, editor, {})
    freeze = make_freeze(NOON + MINUTE, NOON + HOUR)

    for over in (stop, freeze):
        with pytest.raises(ValidationError, match="lifted already"):
            emergency_stop.lift(over, editor, {})


# Both


def test_a_stop_lifted_in_a_freeze_leaves_the_freeze(clock, editor):
    make_freeze(NOON + HOUR, NOON + 3 * HOUR)
    edition, public = due(NOON + HOUR + MINUTE), due(None)
    clock.move_to(NOON + 2 * HOUR)
    stop = emergency_stop.stop(editor, "A mistake.")
    assert stop.holds_after < NOON + HOUR

    emergency_stop.lift(stop, editor, decide(out=[edition]))

    assert live() == [public]
    assert live(NOON + 3 * HOUR) == [edition, public]


def test_a_stop_that_outlasts_the_freeze_it_began_in_holds_what_the_freeze_held(clock, editor):
    make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    edition = due(NOON + HOUR + MINUTE)
    clock.move_to(NOON + HOUR + 30 * MINUTE)
    stop = emergency_stop.stop(editor, "A mistake.")

    clock.move_to(NOON + 3 * HOUR)
    assert live() == []
    emergency_stop.lift(stop, editor, decide(out=[edition]))
    assert live() == [edition]


def test_a_freeze_that_begins_in_a_stop_holds_what_the_stop_held(clock, editor):
    edition = due(NOON + MINUTE)
    make_freeze(NOON + HOUR, NOON + 3 * HOUR)
    stop = emergency_stop.stop(editor, "A mistake.")

    clock.move_to(NOON + 2 * HOUR)
    emergency_stop.lift(stop, editor, decide(out=[edition]))

    assert live() == []
    assert live(NOON + 3 * HOUR) == [edition]


def test_a_freeze_to_come_forgets_a_stop_that_is_lifted_before_it(clock, editor):
    edition = due(NOON + MINUTE)
    stop = emergency_stop.stop(editor, "A mistake.")
    make_freeze(NOON + HOUR, NOON + 3 * HOUR)

    clock.move_to(NOON + 2 * MINUTE)
    emergency_stop.lift(stop, editor, decide(out=[edition]))

    assert live() == [edition]
    assert live(NOON + HOUR) == [edition]


def test_chains_of_freezes_and_stops_hold_until_the_last_of_them_ends(clock, editor):
    first_due = due(NOON + HOUR + MINUTE)
    make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    make_freeze(NOON + 3 * HOUR, NOON + 4 * HOUR)
    clock.move_to(NOON + HOUR + 30 * MINUTE)
    stop = emergency_stop.stop(editor, "A mistake.")
    clock.move_to(NOON + 3 * HOUR + 30 * MINUTE)
    emergency_stop.lift(stop, editor, decide(out=[first_due]))

    assert live() == []
    assert live(NOON + 4 * HOUR) == [first_due]


ACTS = st.lists(
    st.tuples(
        st.integers(1, 25),  # minutes until it happens
        st.sampled_from(["stop", "lift", "freeze", "end", "approve", "correct", "unschedule"]),
        st.integers(0, 40),  # minutes from then on
        st.integers(1, 40),
        st.integers(0, 59),
    ),
    min_size=4,
    max_size=8,
)


def act(kind, now, first, second, editor):
    if kind == "stop":
        emergency_stop.stop(editor, "A mistake.")
    elif kind == "lift" and (stop := Freeze.objects.on().filter(emergency=True).first()):
        waiting = list(emergency_stop.waiting())
        emergency_stop.lift(
            stop, editor, {e.pk: number % 3 > 0 for number, e in enumerate(waiting)}
        )
    elif kind == "freeze":
        starts_at = now + first * MINUTE
        make_freeze(starts_at, starts_at + second * MINUTE)
    elif kind == "end" and (freeze := Freeze.objects.filter(emergency=False).last()):
        freeze.ends_at = now + (first - 10) * MINUTE
        freeze.save()
    elif kind == "approve":
        make_edition(release__publish_at=now + first * MINUTE, visible_from=now)
    elif kind == "correct" and (edition := Edition.objects.filter(visible_until=None).last()):
        approve(begin_correction(edition), at=now + first * MINUTE if first else None)
    elif kind == "unschedule" and (edition := Edition.objects.exclude(visible_from=None).last()):
        edition.unschedule(editor)


@pytest.mark.slow
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_what_is_public_once_stays_so_whatever_is_frozen_stopped_and_lifted(acts, clock, editor):
    with transaction.atomic():
        live_through(acts, clock, editor)
        transaction.set_rollback(True)


def live_through(acts, clock, editor):
    now, seen = NOON, set()
    for wait, kind, first, second, seconds in acts:
        now = now.replace(second=0) + wait * MINUTE + seconds * SECOND
        clock.move_to(now)
        seen |= check_public(now, seen)
        with suppress(ValidationError):
            act(kind, now, first, second, editor)
        seen |= check_public(now, seen)
    before = set()
    for minutes in range(0, 120, 10):
        before = check_public(now + minutes * MINUTE, seen | before)


def check_public(at, seen):
    """The texts that have been public by `at`, among which are those seen so before."""
    public = set(Edition.objects.ever_public(Moment.of(at)).values_list("pk", flat=True))
    assert seen <= public
    releases = set(Edition.objects.filter(pk__in=public).values_list("release", flat=True))
    pairs = list(standing(Moment.of(at)).values_list("release", "language"))
    assert len(set(pairs)) == len(pairs)
    assert {release for release, _language in pairs} == releases
    return public


def test_which_freeze_holds_a_text_is_one_answer_whether_asked_for_or_looked_up(clock, editor):
    make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    make_freeze(NOON + 3 * HOUR, NOON + 4 * HOUR)
    emergency_stop.lift(emergency_stop.stop(editor, "A mistake."), editor, {})

    for hours, held_until in ((0, None), (1, 2), (1.5, 2), (2, None), (3, 4), (4, None)):
        instant = NOON + hours * HOUR
        found = Freeze.objects.holding(instant)
        assert found == holding(list(Freeze.objects.all()), instant)
        assert found is None if held_until is None else found.ends_at == NOON + held_until * HOUR
        clock.move_to(instant)
        assert list(Freeze.objects.on()) == [f for f in Freeze.objects.all() if f.is_on]

    stop = emergency_stop.stop(editor, "Another mistake.")
    assert Freeze.objects.holding(NOON) == holding(list(Freeze.objects.all()), NOON) == stop


@pytest.mark.slow
def test_the_properties_of_a_release_agree_with_the_gate_at_every_instant(clock, editor):
    make_freeze(NOON + HOUR, NOON + 2 * HOUR)
    editions = [due(NOON + minutes * MINUTE) for minutes in (1, 59, 60, 90, 120, 150)]
    clock.move_to(NOON + MINUTE)
    emergency_stop.lift(
        emergency_stop.stop(editor, "A mistake."),
        editor,
        {e.pk: True for e in emergency_stop.waiting()},
    )

    for minutes in (0, 1, 58, 59, 60, 61, 119, 120, 149, 150):
        clock.move_to(NOON + minutes * MINUTE)
        public = {edition.release_id for edition in live()}
        for edition in editions:
            release = PressRelease.objects.get(pk=edition.release_id)
            listed = PressRelease.objects.with_outcome().get(pk=edition.release_id)
            assert release.was_public == listed.was_public == (release.pk in public)
            assert release.is_scheduled == listed.is_scheduled == (release.pk not in public)
            assert edition.is_waiting == (release.pk not in public)
