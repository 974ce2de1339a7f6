"""
A press office that does one thing after another, on several releases, by a clock of its own.

What it does is drawn by hypothesis (`histories()`). While a freeze or a stop is on, more is
removed than on any other day: where the two meet, an answer that looks right goes wrong.
"""

from contextlib import suppress
from datetime import timedelta
from operator import add
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import strategies as st

from releases.models import Edition, Freeze, PressContact, PressRelease, copies
from releases.review import emergency_stop, schedule
from releases.text.languages import languages
from tests.builders import (
    Everything,
    approve,
    begin_correction,
    instant,
    make_appointment,
    make_document,
    make_edition,
    make_freeze,
    make_meeting,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_recording,
    make_staff,
    make_topic,
    submit,
)

NOON = instant(2031, 5, 6, 12)
MINUTE, SECOND, DAY = timedelta(minutes=1), timedelta(seconds=1), timedelta(days=1)
SAID = "<p>The minister said: “We will act.”</p>"
BOTH_SAID = "<p>The minister said: “We will act.” The other said: “So will we.”</p>"
EVERY_LANGUAGE = ["fr", "nl", "de"]  # English comes first, or is late

CALM = ["publish"] * 4 + ["correct"] * 4 + ["late"] * 3 + ["freeze"] * 3 + ["stop"] * 3
CALM += ["move", "hold", "let_go"] * 2 + ["remove", "restore", "reapprove", "unschedule"]
CALM += ["publish_what_was_out_elsewhere"]
FROZEN = ["remove"] * 6 + ["publish"] * 2 + ["correct"] * 2 + ["lift"] * 2 + ["restore", "end"]
FROZEN += ["publish_what_was_out_elsewhere", "reapprove", "late", "unschedule", "stop", "freeze"]
FROZEN += ["move", "hold", "let_go"]


class Act(NamedTuple):
    """One thing that is done, the first of those named that the newsroom does not refuse."""

    calm: tuple[str, ...]
    frozen: tuple[str, ...]  # while a freeze or a stop is on
    wait: int = 1  # minutes after the act before
    seconds: int = 0
    which: int = 0  # of the records it can be done to
    after: int | None = None  # minutes until it shall come into force; None for at once
    way: int = 0  # of the ways to do it

    @classmethod
    def always(cls, name, **values):
        return cls((name,), (name,), **values)


def acts(calm, frozen):
    return st.builds(
        Act,
        calm=st.tuples(*[st.sampled_from(calm)] * 3),
        frozen=st.tuples(*[st.sampled_from(frozen)] * 3),
        wait=st.sampled_from([0, 1, 2, 30, 60, 90]),
        seconds=st.sampled_from([0, 1, 59]),
        which=st.integers(0, 5),
        after=st.sampled_from([None, None, None, None, 0, 1, 3, 30, 90, 500]),
        way=st.integers(0, 11),
    )


# Nothing can be corrected or removed before something is there.
OPENINGS = st.lists(acts(["publish"], ["publish"]), min_size=2, max_size=3)


def histories(longest):
    return st.builds(add, OPENINGS, st.lists(acts(CALM, FROZEN), min_size=4, max_size=longest))


class Office:
    """It begins at noon, with records that its texts name and nothing public."""

    def __init__(self, clock):
        self.clock = clock
        self.at(NOON)
        self.writer, self.editor = make_staff("Writer"), make_staff("Editor")
        self.topics = [make_topic() for __ in range(2)]
        self.people = [make_person() for __ in range(3)]
        self.meetings = [make_meeting(organiser=make_organisation()), make_meeting()]
        self.meetings[0].participations.create(appointment=make_appointment(self.people[0]))
        announced = make_meeting(announced_at=NOON + 60 * MINUTE)
        announced.sights.create(picture=make_picture())
        self.plan = make_document()
        self.picture = make_picture(rights_until=NOON.date())
        self.recording = make_recording(rights_until=NOON.date())
        self.people[0].portrait = make_picture()
        self.people[0].save()
        self.contact = PressContact.objects.create(name="Jane Poe", phone="+32 2 501 81 11")

    def go_to(self, act):
        """Wait until its time has come."""
        due = self.now.replace(second=0) + act.wait * MINUTE + act.seconds * SECOND
        self.at(max(due, self.now))

    def at(self, instant):
        self.now = instant
        self.clock.move_to(instant, tick=False)

    def do(self, act):
        """Do it, and say what was done: nothing where the newsroom refused all of it."""
        frozen = Freeze.objects.on().exists()
        for name in act.frozen if frozen else act.calm:
            with suppress(ValidationError), transaction.atomic():
                getattr(self, name)(act)
                return f"{name}, frozen" if frozen else name
        return ""

    # Texts

    def publish(self, act):
        self._publish(act, at=self._later(act))

    def publish_what_was_out_elsewhere(self, act):
        self._publish(act, at=None, release__first_published_at=self.now - (1 + act.way) * DAY)

    def late(self, act):
        """A language that its release does not have yet, translated or written anew."""
        text = _one(Edition.objects.approved(), act.which)
        language = EVERY_LANGUAGE[act.way % 3] if act.way % 4 else "en"
        self._approve(copies.translate(text, self.writer, language), self._later(act))

    def correct(self, act):
        text = _one(Edition.objects.standing(), act.which)
        if act.way % 3 == 0:
            draft = begin_correction(text, self.writer, minor=True)
        else:
            draft = begin_correction(text, self.writer, body=BOTH_SAID)
            if act.way % 3 == 1 and not draft.quotes.filter(words="So will we.").exists():
                make_quote(draft, "So will we.", speaker=self.people[2], meeting=self.meetings[1])
        self._approve(draft, self._later(act))

    def reapprove(self, act):
        """What went back to its draft goes out after all."""
        self._approve(_one(Edition.objects.open(), act.which), self._later(act))

    def unschedule(self, act):
        _one(Edition.objects.waiting(), act.which).unschedule(self.editor)

    # Releases

    def remove(self, act):
        kinds = PressRelease.Removal
        kind = kinds.values[act.way % len(kinds.values)]
        leads = {kinds.CONSOLIDATED: "https://example.org/", kinds.ARCHIVED: "https://example.net/"}
        due = PressRelease.objects.approved().filter(removal="", publish_at__lte=self.now)
        release = _one(due, act.which)
        release.remove(self.editor, kind, {"en": "A mistake."}, url=leads.get(kind, ""))

    def restore(self, act):
        _one(PressRelease.objects.exclude(removal=""), act.which).restore(self.editor)

    def hold(self, act):
        schedule.hold(_one(self._waiting(), act.which), self.editor, "It is early.")

    def let_go(self, act):
        held = PressRelease.objects.exclude(held_at=None)
        schedule.let_go(_one(held, act.which), self.editor, "It is time.")

    def move(self, act):
        """To another time, or now; of a public release, all that waits or the first of it."""
        release = _one(self._waiting(), act.which)
        only = None if act.way % 2 else {schedule.waiting(release)[0].pk}
        at, everything = self._later(act), Everything()
        schedule.move(release, self.editor, "It is time.", at, everything, only)

    # Everything

    def freeze(self, act):
        starts_at = self.now + (act.after or 1) * MINUTE
        make_freeze(starts_at, starts_at + (1 + 30 * act.way) * MINUTE)

    def end(self, act):
        freeze = _one(Freeze.objects.filter(emergency=False), act.which)
        freeze.ends_at = self.now + (act.after or 0) * MINUTE
        freeze.save()

    def stop(self, act):
        emergency_stop.stop(self.editor, "A mistake.")

    def lift(self, act):
        stop = _one(Freeze.objects.filter(emergency=True, ends_at=None), 0)
        waiting = enumerate(emergency_stop.waiting(), start=act.way)
        emergency_stop.lift(stop, self.editor, {e.pk: number % 3 > 0 for number, e in waiting})

    def _publish(self, act, at, **values):
        language = languages()[act.way % 2][0]
        draft = make_edition(
            draft=True,
            language=language,
            body=SAID,
            topics=[self.topics[act.way % 2]],
            meetings=self.meetings[: act.way % 3],
            **values,
        )
        draft.documents.set([self.plan] * (act.way % 2))
        if act.way % 3:
            draft.illustrations.create(picture=self.picture)
        if act.way % 4 == 2:
            draft.playbacks.create(recording=self.recording)
        draft.release.contacts.set([self.contact])
        make_quote(draft, speaker=self.people[act.way % 2])
        self._approve(draft, at)

    def _approve(self, draft, at):
        if not draft.submitted_at:
            submit(draft, self.writer)
        approve(draft, self.editor, at)

    def _waiting(self):
        return PressRelease.objects.filter(pk__in=Edition.objects.waiting().values("release"))

    def _later(self, act):
        return None if act.after is None else self.now + act.after * MINUTE


def _one(records, which):
    """One of the records; where there is none, ValidationError, as nothing can be done."""
    records = list(records.order_by("pk"))
    if not records:
        raise ValidationError("There is none.")
    return records[which % len(records)]
