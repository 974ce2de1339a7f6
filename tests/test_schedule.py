"""What waits for its time is moved, held back and let go; what follows from that moves with it."""

import hashlib
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from releases.models import (
    Address,
    Mail,
    Mention,
    Moment,
    PressRelease,
    PublicState,
    Quote,
    Showing,
    StaleError,
    Step,
)
from releases.models.moment import HELD_BACK
from releases.models.showing import order_of, rows_of, tie_of
from releases.review import emergency_stop, schedule
from tests.builders import (
    Everything,
    approve,
    begin_correction,
    correct,
    instant,
    make_access,
    make_appointment,
    make_edition,
    make_freeze,
    make_intake,
    make_meeting,
    make_person,
    make_quote,
    make_staff,
    make_topic,
    standing,
)

pytestmark = pytest.mark.django_db

NOON = instant(2031, 5, 6, 12)
EMBARGO = instant(2031, 5, 6, 15)
LATER = instant(2031, 5, 7, 9, 30)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
WHY = "The minister is late."


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


@pytest.fixture
def editor():
    return make_staff("Editor")


@pytest.fixture
def edition():
    """Approved for the embargo, with a topic that it names."""
    draft = make_edition(draft=True, title="Ports open")
    draft.release.topics.add(make_topic("Ports"))
    return approve(draft, at=EMBARGO)


@pytest.fixture
def release(edition):
    return stored(edition.release)


def stored(record):
    return type(record).objects.get(pk=record.pk)


def move(release, by, at=None, reason=WHY, **values):
    schedule.move(release, by, reason, at=at, **{"accepted": Everything()} | values)
    expect_rows_that_follow(release)


def expect_rows_that_follow(release):
    """The rows that say who is shown what are those that follow from texts and removal."""
    release = stored(release)
    names = [field.name for field in Showing._meta.fields if field.name != "id"]
    made = rows_of(release, list(release.editions.approved()))

    def told(rows):
        return sorted([getattr(row, name) for name in names] for row in rows)

    assert [told_of(row, names) for row in Showing.objects.filter(release=release)] == [
        told_of(row, names) for row in made
    ]


def told_of(row, names):
    return {name: str(getattr(row, name)) for name in names}


def public(at=None):
    return list(standing(Moment.of(at) if at else None))


def state():
    """How often what is public has changed by somebody's act."""
    return sum(PublicState.objects.filter(pk=1).values_list("number", flat=True))


# Moving


def test_a_moved_release_goes_out_at_its_new_time_and_not_before(edition, release, editor):
    move(release, editor, at=LATER)

    edition = stored(edition)
    assert (edition.visible_from, edition.public_since) == (LATER, LATER)
    assert edition.is_approved
    assert edition.release.publish_at == edition.release.public_from == LATER
    assert public(EMBARGO) == public(LATER - SECOND) == []
    assert public(LATER) == [edition]
    step = edition.steps.last()
    assert (step.kind, step.by, step.reason, step.due) == (Step.Kind.MOVED, editor, WHY, LATER)


def test_lists_and_subjects_sort_it_by_its_new_date(release, editor):
    edition = release.editions.get()
    quote = make_quote(edition, "We spoke.")
    release = stored(release)

    move(release, editor, at=LATER)

    release = stored(release)
    assert release.order == order_of(LATER, tie_of(release.order))
    assert set(Mention.objects.values_list("order", flat=True)) == {release.order}
    assert Quote.objects.get(pk=quote.pk).order == release.order


def test_its_address_is_of_its_new_day_and_the_old_one_is_free(edition, release, editor):
    move(release, editor, at=LATER)

    own = Address.objects.filter(owner=release.pk).exclude(scope="topic")
    assert list(own.values_list("scope", "slug", "owner")) == [
        ("2031-05-07", "ports-open", release.pk)
    ]
    other = approve(make_edition(draft=True, title="Ports open"), at=EMBARGO)
    assert other.get_absolute_url() == "/en/releases/2031/05/06/ports-open/"


def test_an_address_of_another_release_of_that_day_is_refused(edition, release, editor):
    make_edition(title="Ports open", release__publish_at=LATER)

    with pytest.raises(ValidationError, match="Another release of that day has the address"):
        move(release, editor, at=LATER)

    assert stored(edition).visible_from == stored(release).publish_at == EMBARGO
    assert Address.objects.filter(scope="2031-05-06", owner=release.pk).exists()


def test_two_seconds_before_its_time_it_is_too_late_to_move_a_text(edition, release, editor, clock):
    clock.move_to(EMBARGO - 2 * SECOND, tick=False)

    with pytest.raises(ValidationError, match="It went public at 15:00: remove it"):
        move(stored(release), editor, at=LATER)


def test_what_went_public_on_an_earlier_day_is_not_moved(edition, release, editor, clock):
    clock.move_to(LATER, tick=False)

    with pytest.raises(ValidationError, match="It went public on 6 May 2031, 15:00: remove it"):
        move(stored(release), editor, at=LATER + HOUR)


def test_an_office_that_is_over_by_then_is_refused(editor):
    office = make_appointment(until=date(2031, 5, 6))
    draft = make_edition(draft=True, body="<p>“We will act”, she said.</p>")
    make_quote(draft, "We will act", appointment=office)
    release = approve(draft, at=EMBARGO).release

    with pytest.raises(ValidationError) as refused:
        move(stored(release), editor, at=LATER)

    assert any("7 May 2031" in sentence for sentence in refused.value.messages)
    move(stored(release), editor, at=EMBARGO + HOUR)


def test_who_takes_part_in_an_office_that_begins_meanwhile_is_approved_again(editor):
    office = make_appointment(since=date(2031, 5, 7), person=make_person("Ann Bee"))
    meeting = make_meeting("Summit", starts_on=date(2031, 5, 10))
    meeting.participations.create(appointment=office)
    draft = make_edition(draft=True)
    draft.release.meetings.add(meeting)
    release = approve(draft, at=LATER).release

    with pytest.raises(ValidationError, match="printed otherwise on that day"):
        move(stored(release), editor, at=EMBARGO)

    move(stored(release), editor, at=LATER + HOUR)


def test_who_is_quoted_on_the_last_day_in_an_office_is_approved_again(editor):
    draft = make_edition(draft=True, body="<p>“We will act”, she said.</p>")
    make_quote(draft, "We will act", appointment=make_appointment(until=date(2031, 5, 7)))
    release = approve(draft, at=EMBARGO).release

    with pytest.raises(ValidationError, match="printed otherwise on that day"):
        move(stored(release), editor, at=LATER)

    move(stored(release), editor, at=EMBARGO + HOUR)


def test_a_text_with_a_later_instant_of_its_own_keeps_it_but_never_comes_first(
    edition, release, editor
):
    late = make_edition(
        release, language="fr", visible_from=EMBARGO + 2 * HOUR, public_since=EMBARGO + 2 * HOUR
    )

    move(stored(release), editor, at=EMBARGO + HOUR)
    assert stored(late).visible_from == EMBARGO + 2 * HOUR
    assert stored(edition).visible_from == EMBARGO + HOUR

    move(stored(release), editor, at=LATER)
    assert stored(late).visible_from == stored(edition).visible_from == LATER


def test_lifting_publishes_at_once_and_gives_the_number(
    edition, release, editor, django_capture_on_commit_callbacks
):
    before = state()

    with django_capture_on_commit_callbacks(execute=True):
        move(release, editor)

    assert public() == [edition]
    release = stored(release)
    assert release.publish_at == NOON
    assert release.reference == "2031/0001"
    assert release.came_out_at is None
    assert state() > before


def test_moving_what_stays_hidden_does_not_move_the_public_state(release, editor):
    before = Moment.now().state

    move(release, editor, at=LATER)

    assert Moment.now().state == before


def test_lifting_asks_once_more_of_each_embargo(release, editor):
    make_intake("Embargo until 6 May 2031, 15:00\n\nPorts\n\nOpen.", release=release)
    found = [finding.sentence for finding in schedule.findings(release, NOON + HOUR)]
    assert [sentence.partition("It would")[0] for sentence in found] == [
        "The release is planned for 6 May 2031, 15:00. ",
        "The file it was made from says: “Embargo until 6 May 2031, 15:00”. ",
    ]

    with pytest.raises(ValidationError, match="The release is planned for"):
        move(release, editor, accepted=())

    assert public() == []
    assert schedule.findings(release, LATER) == []
    keys = [finding.key for finding in schedule.findings(release)]
    move(release, editor, accepted=keys)
    assert Step.objects.last().accepted


def test_today_is_asked_about_where_the_day_changes(editor):
    draft = make_edition(draft=True, body="<p>Ministers met today.</p>")
    release = stored(approve(draft, at=EMBARGO).release)

    assert schedule.findings(release, EMBARGO + HOUR) == []
    assert [finding.sentence for finding in schedule.findings(release, LATER)] == [
        "The text says “today” and goes out on 7 May 2031: is it written for that day?"
    ]


@pytest.mark.parametrize("how", ["freeze", "stop"])
def test_now_is_held_by_a_freeze_or_a_stop_and_said_to_be(release, editor, clock, how):
    if how == "stop":
        emergency_stop.stop(editor, "An error.")
        clock.move_to(NOON + MINUTE, tick=False)
    else:
        make_freeze(NOON + MINUTE, NOON + 2 * HOUR)
        clock.move_to(NOON + 2 * MINUTE, tick=False)

    said = " ".join(finding.sentence for finding in schedule.findings(release))
    assert "will wait until" in said
    before = state()
    move(release, editor)

    assert public() == []
    assert stored(release).is_scheduled
    assert state() == before


def test_what_cannot_be_moved_is_refused_with_a_sentence(edition, release, editor, clock):
    elsewhere = make_edition(draft=True, release__first_published_at=instant(2020, 1, 2))
    emergency_stop.stop(editor, "An error.")
    clock.move_to(NOON + SECOND, tick=False)
    approve(elsewhere)
    for about, at, sentence in [
        (release, NOON - MINUTE, "This time has passed"),
        (stored(elsewhere.release), LATER, "first published elsewhere"),
        (make_edition(draft=True).release, LATER, "Nothing of this release waits"),
    ]:
        with pytest.raises(ValidationError, match=sentence):
            move(about, editor, at=at)
    with pytest.raises(ValidationError, match="Say why") as refused:
        move(release, editor, at=LATER, reason=" ")
    assert list(refused.value.error_dict) == ["reason"]
    assert stored(edition).visible_from == EMBARGO


def test_what_has_gone_public_is_not_moved(release, editor, clock):
    clock.move_to(EMBARGO, tick=False)

    with pytest.raises(ValidationError, match="It went public at 15:00: remove it"):
        move(release, editor, at=LATER)


def test_a_waiting_correction_and_a_late_language_move_and_the_public_version_stays(editor):
    first = approve(make_edition(draft=True, title="Ports"))
    second = correct(first, at=EMBARGO)
    french = approve(make_edition(first.release, draft=True, language="fr"), at=EMBARGO)

    move(stored(first.release), editor, at=LATER, only=[second.pk])

    first, second, french = stored(first), stored(second), stored(french)
    assert second.visible_from == second.corrected_at == first.visible_until == LATER
    assert (second.public_since, french.visible_from) == (NOON, EMBARGO)
    assert first.release.publish_at == NOON
    assert set(public(EMBARGO)) == {first, french}
    assert set(public(LATER)) == {second, french}
    assert not Mail.objects.exists()


def test_a_correction_moved_to_now_stands_at_once(editor, django_capture_on_commit_callbacks):
    first = approve(make_edition(draft=True))
    second = correct(first, at=EMBARGO)
    before = state()

    with django_capture_on_commit_callbacks(execute=True):
        move(stored(first.release), editor)

    assert public() == [second]
    assert state() > before


def test_a_copy_that_is_no_longer_the_newest_is_refused(release, editor):
    for act in (
        lambda copy: schedule.move(copy, editor, WHY, at=LATER),
        lambda copy: schedule.hold(copy, editor, WHY),
    ):
        copy = stored(release)
        move(stored(release), editor, at=EMBARGO + HOUR)
        with pytest.raises(StaleError):
            act(copy)


def test_each_role_may_what_it_may(release):
    writer, translator = make_staff("Writer"), make_staff("Translator", languages=["en"])
    for user in (writer, translator, make_staff("Administrator")):
        with pytest.raises(PermissionDenied):
            schedule.move(release, user, WHY, at=LATER)
        with pytest.raises(PermissionDenied):
            schedule.let_go(release, user, WHY)
    with pytest.raises(PermissionDenied):
        schedule.hold(release, translator, WHY)
    schedule.hold(release, writer, WHY)


# Holding


def test_what_is_held_stays_hidden_whatever_the_clock(edition, release, editor):
    schedule.hold(release, make_staff("Writer"), WHY)

    expect_rows_that_follow(release)
    edition = stored(edition)
    assert edition.due == EMBARGO
    assert edition.is_waiting
    assert public(LATER) == public(instant(2199, 1, 1)) == []
    assert edition.steps.last().kind == Step.Kind.HELD
    with pytest.raises(ValidationError, match="held back already"):
        schedule.hold(release, editor, WHY)


def test_let_go_in_time_it_goes_out_as_planned(edition, release, editor):
    schedule.hold(release, editor, WHY)
    schedule.let_go(release, editor, "All is well.")

    expect_rows_that_follow(release)
    edition, release = stored(edition), stored(release)
    assert (edition.visible_from, edition.public_since) == (EMBARGO, EMBARGO)
    assert (edition.planned_from, release.held_at, release.held_by) == (None, None, None)
    assert release.held_reason == ""
    assert public(EMBARGO - SECOND) == []
    assert public(EMBARGO) == [edition]
    assert edition.steps.last().due == EMBARGO
    with pytest.raises(ValidationError, match="It is not held back"):
        schedule.let_go(release, editor, WHY)


def test_let_go_after_its_time_it_needs_another(edition, release, editor, clock):
    schedule.hold(release, editor, WHY)
    clock.move_to(EMBARGO + HOUR, tick=False)

    with pytest.raises(ValidationError, match="Its time has come while it was held back"):
        schedule.let_go(release, editor, WHY)
    assert public() == []
    move(release, editor)

    edition = stored(edition)
    assert edition.visible_from == EMBARGO + HOUR
    assert public() == [edition]
    assert edition.release.held_at is None
    assert edition.steps.last().kind == Step.Kind.LET_GO


def test_a_held_correction_leaves_the_version_before(editor, clock):
    first = approve(make_edition(draft=True))
    second = correct(first, at=EMBARGO)
    before = Moment.now().state

    schedule.hold(stored(first.release), editor, WHY)
    expect_rows_that_follow(first.release)
    assert Moment.now().state == before
    clock.move_to(EMBARGO + HOUR, tick=False)
    assert public() == [first]

    move(stored(first.release), editor, at=LATER)
    assert public(LATER) == [second]
    assert stored(second).corrected_at == LATER


def test_a_text_approved_while_its_release_is_held_waits_too(release, editor):
    schedule.hold(release, editor, WHY)

    french = approve(make_edition(release, draft=True, language="fr"))

    assert french.is_waiting
    assert (french.visible_from, french.due) == (HELD_BACK, EMBARGO)
    expect_rows_that_follow(release)
    schedule.let_go(stored(release), editor, WHY)
    assert len(public(EMBARGO)) == 2


def test_a_text_approved_now_beside_a_held_correction_waits_too(editor):
    first = approve(make_edition(draft=True))
    correct(first, at=EMBARGO)
    schedule.hold(stored(first.release), editor, WHY)
    before = state()

    french = approve(make_edition(first.release, draft=True, language="fr"))

    assert french.is_waiting
    assert public() == [first]
    assert state() == before


def test_what_was_first_published_elsewhere_keeps_its_date_when_it_is_let_go(editor, clock):
    draft = make_edition(draft=True, release__first_published_at=instant(2020, 1, 2))
    stop = emergency_stop.stop(editor, "An error.")
    clock.move_to(NOON + MINUTE, tick=False)
    release = stored(approve(draft).release)
    schedule.hold(release, editor, WHY)
    emergency_stop.lift(stop, editor, {})
    clock.move_to(NOON + HOUR, tick=False)
    assert public() == []

    move(release, editor)

    assert public() == [draft]
    release = stored(release)
    assert release.day == date(2020, 1, 2)
    assert stored(draft).public_since == release.first_published_at


def test_what_has_come_is_not_held(release, editor, clock):
    clock.move_to(EMBARGO, tick=False)

    with pytest.raises(ValidationError, match="It went public at 15:00: remove it"):
        schedule.hold(release, editor, WHY)


@pytest.mark.parametrize("act", ["hold", "move", "unschedule"])
def test_the_last_look_is_at_the_clock(release, editor, clock, monkeypatch, act):
    """The instant comes while all is done, after what was looked at first."""
    show_again = PressRelease.show_again

    def slowly(self):
        show_again(self)
        clock.move_to(EMBARGO, tick=False)

    clock.move_to(EMBARGO - 3 * SECOND, tick=False)
    monkeypatch.setattr(PressRelease, "show_again", slowly)
    acts = {
        "hold": lambda: schedule.hold(release, editor, WHY),
        "move": lambda: schedule.move(release, editor, WHY, at=LATER, accepted=Everything()),
        "unschedule": lambda: release.unschedule(editor),
    }
    with pytest.raises(ValidationError, match="It went public at 15:00: remove it"):
        acts[act]()

    assert len(public()) == 1


@pytest.mark.parametrize("left", [0, 1, 2])
def test_in_the_last_seconds_it_is_too_late_to_hold(release, editor, clock, left):
    clock.move_to(EMBARGO - left * SECOND, tick=False)

    with pytest.raises(ValidationError, match="It went public at 15:00: remove it"):
        schedule.hold(release, editor, WHY)


def test_a_hold_ends_with_the_last_text_that_is_taken_off_the_schedule(edition, release, editor):
    schedule.hold(release, editor, WHY)

    release = stored(release)
    release.unschedule(editor)

    release = stored(release)
    assert (release.held_at, release.status) == (None, PressRelease.Status.DRAFT)
    assert release.publish_at == EMBARGO
    edition = stored(edition)
    assert (edition.visible_from, edition.planned_from) == (None, None)
    approve(edition, at=EMBARGO)
    assert public(EMBARGO) == [edition]


def test_lifting_a_stop_does_not_ask_about_what_is_held_alone(release, editor):
    schedule.hold(release, editor, WHY)
    stop = emergency_stop.stop(editor, "An error.")

    assert list(emergency_stop.waiting()) == []
    emergency_stop.lift(stop, editor, {})

    assert stored(release).held_at
    assert public(LATER) == []


# Journalists


def test_journalists_with_access_are_told_of_each_change(release, editor):
    make_access(release, email="open@world.example")
    make_access(release, email="over@world.example", expires_at=NOON)
    make_access(release, email="revoked@world.example", revoked_at=NOON)

    move(release, editor, at=LATER)
    schedule.hold(release, editor, WHY)
    schedule.let_go(release, editor, WHY)
    move(release, editor)

    mails = list(Mail.objects.order_by("pk"))
    assert [mail.to for mail in mails] == ["open@world.example"] * 4
    for mail, said in zip(
        mails,
        [
            "The time has changed. The embargo lasts until:",
            "The release is held back for now. The embargo stays",
            "The release is held back no more. The embargo lasts until:",
            "The embargo has been lifted: the release is public now",
        ],
        strict=True,
    ):
        assert said in mail.body
        assert "Ports" not in mail.body + mail.subject
        assert WHY not in mail.body
    assert "7 May 2031, 09:30" in mails[0].body
    assert "was under embargo until 6 May 2031, 15:00" in mails[0].body


def test_a_journalist_is_told_in_the_own_language(release, editor):
    make_access(release, language="fr")

    schedule.hold(release, editor, WHY)

    assert "1500" not in Mail.objects.get().body
    assert "6 mai 2031" in Mail.objects.get().body


def test_the_link_of_a_release_that_is_held_shows_nothing_and_says_so(client, release, editor):
    token = "a-secret-token"
    digest = hashlib.sha256(token.encode()).hexdigest()
    make_access(release, digest=digest, accepted_at=NOON)
    link = f"/en/embargo/{token}/"
    assert "Ports open" in client.get(link).content.decode()

    schedule.hold(release, editor, WHY)
    page = client.get(link).content.decode()
    assert "The release is held back for now." in page
    assert "Ports" not in page
    assert "9999" not in page

    schedule.let_go(release, editor, WHY)
    assert "Ports open" in client.get(link).content.decode()


def test_what_is_lifted_in_a_freeze_can_be_read_by_its_link(client, release, editor, clock):
    access = make_access(release)
    make_freeze(NOON + MINUTE, NOON + 2 * HOUR)
    clock.move_to(NOON + MINUTE + 30 * SECOND, tick=False)

    move(release, editor)

    access = stored(access)
    assert access.text() == release.editions.get()
    assert "6 May 2031, 14:00" in Mail.objects.last().body


def test_a_link_that_is_mailed_while_the_release_is_held_says_so(release, editor):
    access = make_access(release)
    schedule.hold(release, editor, WHY)

    stored(access).send(editor, "https://example.org/{}".format)

    assert "It is held back for now: the embargo stays" in Mail.objects.last().body


# When it came out


@pytest.mark.parametrize("how", ["freeze", "stop", "both", "one after the other"])
def test_what_was_held_notes_when_it_came_out(release, editor, clock, how):
    lifted = EMBARGO + 2 * HOUR + 20 * SECOND
    if how != "stop":
        make_freeze(NOON + HOUR, EMBARGO + HOUR)
    if how != "freeze":
        begins = EMBARGO - MINUTE if how != "one after the other" else EMBARGO + 30 * MINUTE
        clock.move_to(begins, tick=False)
        stop = emergency_stop.stop(editor, "An error.")
        clock.move_to(lifted, tick=False)
        out = {edition.pk: True for edition in emergency_stop.waiting()}
        emergency_stop.lift(stop, editor, out)
    clock.move_to(EMBARGO + 5 * HOUR, tick=False)

    PressRelease.objects.number_those_out()

    expected = EMBARGO + (HOUR if how == "freeze" else 2 * HOUR)
    assert stored(release).came_out_at == expected
    assert stored(release).publish_at == EMBARGO


def test_what_went_out_in_time_notes_nothing(release, clock):
    make_freeze(EMBARGO + MINUTE, EMBARGO + HOUR)
    clock.move_to(EMBARGO + 30 * MINUTE, tick=False)

    PressRelease.objects.number_those_out()

    assert stored(release).reference
    assert stored(release).came_out_at is None


def test_a_correction_of_a_held_release_is_begun_by_nobody(release, editor):
    schedule.hold(release, editor, WHY)

    with pytest.raises(ValidationError):
        begin_correction(release.editions.get())
