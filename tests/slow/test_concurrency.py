"""Of two who do at once what only one can do, one does it and the other is told so."""

import threading
import time
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from releases.intake.draft import Draft
from releases.intake.draft import make_release as make_draft
from releases.models import Edition, Freeze, PressRelease, StaleError, Topic
from releases.models.copies import next_version, translate
from releases.review import emergency_stop, schedule
from tests.builders import (
    TOMORROW,
    Everything,
    approve,
    correct,
    instant,
    keys,
    make_access,
    make_edition,
    make_intake,
    make_person,
    make_quote,
    make_staff,
    standing,
    submit,
)

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5
DAY = timedelta(days=1)


@pytest.fixture
def editors():
    return [make_staff("Editor"), make_staff("Editor")]


def at_once(*steps):
    """Take all steps at the same time. What each raised in their order, None for success."""
    start = threading.Barrier(len(steps))
    raised = [None] * len(steps)

    def take(number, step):
        try:
            start.wait()
            step()
        except Exception as error:
            raised[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=pair) for pair in enumerate(steps)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def one_of(*steps):
    """The number of the one step that succeeded; the others were refused with a sentence."""
    raised = at_once(*steps)
    assert [type(error) for error in raised].count(type(None)) == 1, raised
    for error in filter(None, raised):
        assert isinstance(error, ValidationError), repr(error)
        assert all(error.messages)
    return raised.index(None)


def copies(record, number=2):
    return [type(record).objects.get(pk=record.pk) for _ in range(number)]


def test_a_text_approved_by_two_at_once_is_approved_by_one(editors):
    for _ in range(ROUNDS):
        edition = submit(make_edition(draft=True))
        accepted = keys(edition)
        mine, yours = copies(edition)

        winner = one_of(
            partial(mine.approve, editors[0], accepted=accepted),
            partial(yours.approve, editors[1], accepted=accepted),
        )

        edition.refresh_from_db()
        assert edition.approved_by == editors[winner]
        assert [step.kind for step in edition.steps.all()] == ["submitted", "approved"]


def test_a_text_is_approved_or_sent_back(editors):
    for _ in range(ROUNDS):
        edition = submit(make_edition(draft=True))
        accepted = keys(edition)
        mine, yours = copies(edition)

        winner = one_of(
            partial(mine.approve, editors[0], accepted=accepted),
            partial(yours.send_back, editors[1], "Why not"),
        )

        assert Edition.objects.get(pk=edition.pk).is_approved == (winner == 0)


def test_a_text_is_approved_as_it_was_read_or_changed_and_a_draft(editors):
    for number in range(ROUNDS):
        edition = submit(make_edition(draft=True, title="As read", slug=f"text-{number}"))
        accepted = keys(edition)
        mine, yours = copies(edition)
        yours.title = "Changed"

        winner = one_of(partial(mine.approve, editors[0], accepted=accepted), yours.save)

        edition.refresh_from_db()
        after = (edition.is_approved, edition.title, bool(edition.submitted_at))
        assert after == ((True, "As read", True), (False, "Changed", False))[winner]
        assert edition.release.status == ("approved", "draft")[winner]


def change(quote):
    quote.words = "We will"
    quote.save()


def delete(quote):
    quote.delete()


def add(quote):
    quote.edition.quotes.create(words="We must.", speaker=make_person())


def delete_all(quote):
    quote.edition.quotes.all().delete()


@pytest.mark.parametrize("step", [change, delete, add, delete_all], ids=lambda step: step.__name__)
def test_a_text_is_approved_with_the_quotes_that_were_read_or_is_a_draft(editors, step):
    for _ in range(ROUNDS):
        edition = make_edition(draft=True, body="<p>“We will act.” “We must.”</p>")
        quote = make_quote(edition, "We will act.")
        submit(edition)
        accepted = keys(edition)
        mine, yours = copies(edition)
        quote = yours.quotes.get()

        winner = one_of(partial(mine.approve, editors[0], accepted=accepted), partial(step, quote))

        edition.refresh_from_db()
        assert edition.is_approved == (winner == 0)
        assert bool(edition.submitted_at) == edition.is_approved
        words = list(edition.quotes.order_by("pk").values_list("words", flat=True))
        assert (words == ["We will act."]) == edition.is_approved


def test_a_quote_changed_while_its_text_is_being_submitted_makes_it_a_draft_again(editors):
    edition = make_edition(draft=True, body="<p>“We will act.”</p>")
    quote = make_quote(edition, "We will act.")
    accepted = keys(edition)
    submitted = threading.Event()

    def submit_slowly():
        with transaction.atomic():
            edition.submit(editors[0], accepted=accepted)
            submitted.set()
            time.sleep(0.2)

    def change_meanwhile():
        submitted.wait(10)
        change(quote)

    assert at_once(submit_slowly, change_meanwhile) == [None, None]
    edition.refresh_from_db()
    assert edition.submitted_at is None


def test_a_text_submitted_and_edited_with_its_quotes_at_once_is_what_was_submitted(editors):
    for _ in range(ROUNDS):
        edition = make_edition(draft=True, title="As read", body="<p>“We will act.”</p>")
        make_quote(edition, "We will act.")
        accepted = keys(edition)
        mine, yours = copies(edition)
        yours.title = "Changed"

        raised = at_once(partial(mine.submit, editors[0], accepted=accepted), yours.save)

        edition.refresh_from_db()
        assert [type(error) for error in raised].count(StaleError) == 1, raised
        assert bool(edition.submitted_at) == (edition.title == "As read")


def test_a_text_submitted_by_two_at_once_is_submitted_by_one(editors):
    for _ in range(ROUNDS):
        edition = make_edition(draft=True)
        accepted = keys(edition)
        mine, yours = copies(edition)

        winner = one_of(
            partial(mine.submit, editors[0], accepted=accepted),
            partial(yours.submit, editors[1], accepted=accepted),
        )

        edition.refresh_from_db()
        assert edition.submitted_by == editors[winner]
        assert edition.steps.count() == 1


def test_of_two_saves_of_one_draft_one_is_kept():
    for _ in range(ROUNDS):
        mine, yours = copies(make_edition(draft=True, title="Before"))
        mine.title, yours.title = "Mine", "Yours"

        winner = one_of(mine.save, yours.save)

        assert Edition.objects.get(pk=mine.pk).title == ("Mine", "Yours")[winner]


def test_a_text_taken_off_the_schedule_by_two_at_once_is_so_once(editors):
    for _ in range(ROUNDS):
        edition = approve(make_edition(draft=True), at=TOMORROW)
        mine, yours = copies(edition)

        one_of(partial(mine.unschedule, editors[0]), partial(yours.unschedule, editors[1]))

        assert edition.steps.filter(kind="unscheduled").count() == 1


def test_a_language_begun_by_two_at_once_is_begun_by_one(editors):
    for _ in range(ROUNDS):
        edition = make_edition(draft=True)

        write = partial(Edition.objects.create, language="fr", title="Ici")

        one_of(
            partial(translate, edition, editors[0], "fr"), partial(write, release=edition.release)
        )

        assert edition.release.editions.filter(language="fr").count() == 1


def test_the_next_version_begun_by_two_at_once_is_begun_by_one(editors):
    for _ in range(ROUNDS):
        edition = make_edition()
        mine, yours = copies(edition)

        one_of(partial(next_version, mine, editors[0]), partial(next_version, yours, editors[1]))

        versions = edition.release.editions.order_by("version").values_list("version", flat=True)
        assert list(versions) == [1, 2]


def test_an_address_that_two_releases_of_a_day_want_goes_to_one(editors):
    for number in range(ROUNDS):
        texts = [make_edition(draft=True, title=f"Council {number}") for _ in range(2)]
        for text in texts:
            submit(text)
        accepted = keys(texts[0])
        before = PressRelease.objects.filter(reference__isnull=False).count()

        one_of(
            partial(texts[0].approve, editors[0], accepted=accepted),
            partial(texts[1].approve, editors[1], accepted=accepted),
        )

        given = PressRelease.objects.filter(reference__isnull=False)
        assert given.count() == before + 1
        year = timezone.localdate().year
        assert given.filter(reference=f"{year}/{before + 1:04}").exists()


def test_subjects_of_one_name_made_at_once_have_each_an_address_or_a_sentence():
    for number in range(ROUNDS):
        raised = at_once(
            *(partial(Topic.objects.create, names={"en": f"Topic {number}"}) for _ in range(3))
        )

        made = Topic.objects.filter(slug__startswith=f"topic-{number}")
        assert all(isinstance(error, ValidationError) for error in filter(None, raised)), raised
        assert made.count() == raised.count(None) >= 1


def test_of_two_releases_removed_at_once_only_one_leads_to_the_other(editors):
    for _ in range(ROUNDS):
        first, second = make_edition().release, make_edition().release
        to_first, to_second = copies(first)[0], copies(second)[0]

        one_of(
            partial(first.remove, editors[0], "consolidated", moved_to=to_second),
            partial(second.remove, editors[1], "consolidated", moved_to=to_first),
        )

        first.refresh_from_db()
        second.refresh_from_db()
        assert sorted(map(bool, (first.moved_to, second.moved_to))) == [False, True]


def test_releases_published_at_once_have_each_a_number_without_a_gap(editors):
    texts = [submit(make_edition(draft=True)) for _ in range(6)]
    accepted = keys(texts[0])

    raised = at_once(*(partial(text.approve, editors[0], accepted=accepted) for text in texts))

    assert raised == [None] * 6
    assert references() == [f"{timezone.localdate().year}/{number:04}" for number in range(1, 7)]
    assert numbers_in_order() == [1, 2, 3, 4, 5, 6]


def numbers_in_order():
    """The numbers of releases in the order in which they went public."""
    return list(PressRelease.objects.order_by("public_from", "pk").values_list("number", flat=True))


def test_releases_that_come_due_are_numbered_once_by_many_who_look(time_machine):
    at = instant(2031, 5, 6, 12)
    time_machine.move_to(at - timedelta(hours=1), tick=False)
    texts = [approve(make_edition(draft=True), at=at) for _ in range(6)]
    late = approve(make_edition(draft=True), at=at + timedelta(minutes=1))
    assert references() == []

    time_machine.move_to(at, tick=False)
    raised = at_once(*[PressRelease.objects.number_those_out] * 6)

    assert raised == [None] * 6
    assert references() == [f"2031/{number:04}" for number in range(1, 7)]
    given = [PressRelease.objects.get(pk=text.release_id).reference for text in texts]
    assert given == references()
    assert PressRelease.objects.get(pk=late.release_id).reference is None


def references():
    given = PressRelease.objects.filter(reference__isnull=False)
    return sorted(given.values_list("reference", flat=True))


def test_everything_is_stopped_once_by_two_at_once(editors):
    for _ in range(ROUNDS):
        one_of(
            partial(emergency_stop.stop, editors[0], "A mistake."),
            partial(emergency_stop.stop, editors[1], "A mistake."),
        )

        stop = Freeze.objects.on().get()
        mine, yours = copies(stop)
        one_of(
            partial(emergency_stop.lift, mine, editors[0], {}),
            partial(emergency_stop.lift, yours, editors[1], {}),
        )
        assert not Freeze.objects.on().exists()


def test_an_approval_given_alone_is_confirmed_by_one(editors):
    alone = make_staff("Editor")
    for _ in range(ROUNDS):
        edition = approve(submit(make_edition(draft=True), by=alone), by=alone, reason="Night.")
        step = edition.steps.last()
        mine, yours = copies(step)

        winner = one_of(partial(mine.confirm, editors[0]), partial(yours.confirm, editors[1]))

        step.refresh_from_db()
        assert step.confirmed_by == editors[winner]


def test_an_access_that_is_revoked_while_its_link_is_sent_stays_revoked(editors):
    for _ in range(ROUNDS):
        access = make_access(
            approve(make_edition(draft=True), at=timezone.now() + timedelta(days=1)).release
        )
        mine, yours = copies(access)

        at_once(
            partial(mine.revoke, editors[0]),
            partial(yours.send, editors[1], lambda token: f"https://example.org/{token}"),
        )

        access.refresh_from_db()
        assert access.revoked_at


def test_one_draft_is_made_of_a_file(editors):
    for _ in range(ROUNDS):
        intake = make_intake()
        draft = Draft("A plan", "en", "<p>It is made.</p>")

        one_of(*(partial(make_draft, draft, copy) for copy in copies(intake)))

        intake.refresh_from_db()
        assert intake.release == PressRelease.objects.latest("pk")
    assert PressRelease.objects.count() == ROUNDS


# What waits is moved, held back and let go


def waiting_release():
    edition = approve(make_edition(draft=True), at=TOMORROW)
    return PressRelease.objects.get(pk=edition.release_id)


@pytest.mark.parametrize("others", ["hold", "move", "unschedule", "remove"])
def test_of_two_who_decide_on_what_waits_one_does(editors, others):
    one, other = editors
    acts = {
        "hold": lambda copy: schedule.hold(copy, other, "It is wrong."),
        "move": lambda copy: schedule.move(copy, other, "Late.", TOMORROW + DAY, Everything()),
        "unschedule": lambda copy: copy.unschedule(other),
        "remove": lambda copy: copy.remove(other, "in_error", {"en": "A mistake."}),
    }
    for _ in range(ROUNDS):
        release = waiting_release()
        if others == "remove":
            public = approve(make_edition(draft=True))
            correct(public, at=TOMORROW)
            release = PressRelease.objects.get(pk=public.release_id)
        first, second = copies(release)

        one_of(
            partial(schedule.hold, first, one, "It is early."),
            partial(acts[others], second),
        )


def test_what_is_approved_while_its_release_is_held_back_is_held_with_it(editors):
    for _ in range(ROUNDS):
        release = waiting_release()
        french = submit(make_edition(release, draft=True, language="fr"))
        release = PressRelease.objects.get(pk=release.pk)

        raised = at_once(
            partial(schedule.hold, release, editors[0], "It is early."),
            partial(french.approve, editors[1], accepted=keys(french)),
        )

        assert not any(isinstance(error, OperationalError) for error in raised), raised
        held = PressRelease.objects.get(pk=release.pk).held_at is not None
        planned = release.editions.approved().values_list("planned_from", flat=True)
        assert all((at is not None) == held for at in planned), raised


def test_nobody_who_has_seen_a_text_sees_it_hidden_by_a_hold(editors):
    """It is held back in about the instant in which it goes public."""
    for early in (2.3, 2.1, 2.05, 2.0, 1.9):
        due = timezone.now() + timedelta(seconds=3)
        edition = make_edition(release__publish_at=due.replace(second=0), visible_from=due)
        release = PressRelease.objects.get(pk=edition.release_id)
        seen, over = [], threading.Event()

        def read(edition=edition, seen=seen, over=over):
            while not over.wait(0.01):
                seen.append(standing().filter(pk=edition.pk).exists())

        def hold(release=release, due=due, early=early, over=over):
            time.sleep(max(0, (due - timezone.now()).total_seconds() - early))
            try:
                schedule.hold(release, editors[0], "It is early.")
            finally:
                time.sleep(early + 0.3)
                over.set()

        raised = at_once(read, hold)

        assert raised[0] is None
        assert any(seen) == (raised[1] is not None), (early, raised)
        assert seen == sorted(seen), early


def test_moving_to_now_and_numbering_give_each_release_one_number(editors):
    releases = [waiting_release() for _ in range(4)]
    acts = [
        partial(schedule.move, release, editors[0], "Now.", None, Everything())
        for release in releases
    ]

    raised = at_once(*acts, *[PressRelease.objects.number_those_out] * 2)

    assert raised == [None] * 6
    PressRelease.objects.number_those_out()
    assert numbers_in_order() == [1, 2, 3, 4]
