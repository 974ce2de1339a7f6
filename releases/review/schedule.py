"""
What waits for its time is moved to another one, held back, and let go.

The texts stay approved: an instant is decided anew, and what follows from it is written with it.
"""

from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import (
    Address,
    Edition,
    EmbargoAccess,
    Freeze,
    PressRelease,
    PublicState,
    Step,
    printed,
)
from releases.models.edition import refuse_if_come
from releases.models.preflight import Finding, error, require_accepted
from releases.text.instants import to_the_minute

from .checks import embargoes_on, is_free_of_freezes

NOT_THAT_DAY = _(
    "What stands beside the text (%(language)s) is printed otherwise on that day, as an office "
    "begins or ends before it: take it off the schedule, and approve it again."
)


def waiting(release: PressRelease) -> list[Edition]:
    """Return the approved texts that are not public yet, as they are due. Two queries."""
    texts = list(release.editions.waiting())
    for text in texts:
        text.release = release
    return sorted(texts, key=lambda text: (text.due, text.pk))


def findings(
    release: PressRelease, at: datetime | None = None, only: Collection[int] | None = None
) -> list[Finding]:
    """
    Return what speaks against moving what waits of a release to `at`, an aware datetime, or now,
    and did not speak against its time: what preflight finds, and the embargoes that stand on it.

    `only` are the keys of the texts that move, where not all do. Some forty queries a text.
    """
    at, planned = at or timezone.now(), _planned(release)
    found: dict[str, Finding] = {}
    for text in _moving(release, waiting(release), only):
        known = {finding.key for finding in _judge(release, text, planned, text.due)}
        for finding in _judge(release, text, at, _instant(release, text, at)):
            # That it would wait for the end of a freeze is said each time.
            if finding.key not in known or finding.key.startswith(is_free_of_freezes.__name__):
                about = finding.key if finding.field == "at" else f"{text.language} {finding.key}"
                found.setdefault(about, replace(finding, key=about))
    return sorted(found.values(), key=lambda finding: not finding.blocks)


@transaction.atomic
def move(
    release: PressRelease,
    by: User,
    reason: str,
    at: datetime | None = None,
    accepted: Collection[str] = (),
    only: Collection[int] | None = None,
) -> None:
    """
    Give what waits of a release another time, `at`, an aware datetime; now if not given. What
    is held back is let go with it.

    Of a release that is not public, what is due with it moves along; a text with a later instant
    of its own keeps that, and is never public before the others. Of one that is public, what
    waits moves: its corrections and late languages, or those of them whose keys are in `only`.
    `accepted` are the keys of the warnings `by` confirms (see `findings()`). Journalists with
    access are told. Under a freeze or a stop it waits on. Raises PermissionDenied, StaleError,
    or ValidationError, and changes nothing.
    """
    if at is None:
        PublicState.objects.lock_numbering()  # numbers follow the instants
    stored, texts = _begin(release, by, "schedule_pressrelease", reason)
    now = timezone.now()  # once it is our turn: a stop that began meanwhile counts
    if stored.is_scheduled and stored.first_published_at and not stored.held_at:
        raise ValidationError(
            _("It was first published elsewhere: it has no embargo that could be moved.")
        )
    if at and at < now:
        raise ValidationError({"at": _("This time has passed. Leave it empty to publish now.")})
    at = max(to_the_minute(at), now) if at else now
    kept = require_accepted(findings(stored, at, only), accepted)
    dues = [text.visible_from for text in texts]
    moving = _moving(stored, texts, only)
    kind = Step.Kind.LET_GO if stored.held_at else Step.Kind.MOVED
    was_scheduled, planned = stored.is_scheduled, _planned(stored)
    instants = [(text, _instant(stored, text, at)) for text in moving]
    if stored.held_at:
        stored.end_hold()
    if was_scheduled and not stored.first_published_at:
        _be_dated(stored, at)
    for text, instant in instants:
        text.reschedule(instant)
        text.steps.create(kind=kind, by=by, reason=reason.strip(), accepted=kept, due=text.due)
    stored.show_again()
    if was_scheduled:
        _tell_journalists(stored, kind, planned)
    _end(release, moving, dues)


@transaction.atomic
def hold(release: PressRelease, by: User, reason: str) -> None:
    """
    Hold back what is not public yet of a release, whatever the clock, until somebody lets it go.
    What is public stays, a version that would be corrected too.

    Journalists with access are told. Raises PermissionDenied, StaleError, or ValidationError.
    """
    stored, texts = _begin(release, by, "hold_pressrelease", reason)
    if stored.held_at:
        raise ValidationError(_("It is held back already."))
    dues = [text.visible_from for text in texts]
    was_scheduled = stored.is_scheduled
    stored.held_at, stored.held_by, stored.held_reason = timezone.now(), by, reason.strip()
    stored.save()
    for text in texts:
        text.reschedule(text.due)
        text.steps.create(kind=Step.Kind.HELD, by=by, reason=reason.strip())
    stored.show_again()
    if was_scheduled:
        _tell_journalists(stored, Step.Kind.HELD, _planned(stored))
    _end(release, [], dues)


@transaction.atomic
def let_go(release: PressRelease, by: User, reason: str) -> None:
    """
    Let what is held back of a release go out at the time that was planned.

    Once that has come, `move()` gives it another one. Journalists with access are told. Raises
    PermissionDenied, StaleError, or ValidationError.
    """
    stored, texts = _begin(release, by, "schedule_pressrelease", reason)
    if not stored.held_at:
        raise ValidationError(_("It is not held back."))
    if texts[0].due <= timezone.now():
        raise ValidationError(
            {"when": _("Its time has come while it was held back: say when it goes out.")}
        )
    stored.end_hold()
    for text in texts:
        text.reschedule(text.due)
        text.steps.create(kind=Step.Kind.LET_GO, by=by, reason=reason.strip(), due=text.due)
    stored.show_again()
    if stored.is_scheduled:
        _tell_journalists(stored, Step.Kind.LET_GO, _planned(stored))
    _end(release, texts, [])


def _begin(
    release: PressRelease, by: User, right: str, reason: str
) -> tuple[PressRelease, list[Edition]]:
    """Lock the release, and return it as stored with what waits of it."""
    if not by.has_perm(f"releases.{right}"):
        raise PermissionDenied
    stored = release.lock_as_read()
    texts = waiting(stored)
    if not texts:
        approved = stored.editions.approved().order_by("-visible_from")
        refuse_if_come(approved.values_list("visible_from", flat=True).first())
        raise ValidationError(_("Nothing of this release waits to go out."))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")})
    return stored, texts


def _end(release: PressRelease, moved: list[Edition], dues: list[datetime | None]) -> None:
    """Look at the clock last: what was due has come while all was done, or is public by it."""
    for due in dues:
        refuse_if_come(due)
    for text in moved:
        text.tell_the_public()
    release.refresh_from_db()


def _moving(
    release: PressRelease, texts: list[Edition], only: Collection[int] | None
) -> list[Edition]:
    """Return those of the texts that move: all, unless each is one of a public release."""
    if only is None or release.held_at or not release.was_public:
        return texts
    return [text for text in texts if text.pk in only]


def _planned(release: PressRelease) -> datetime:
    """Return the time of a release, which an approved one has."""
    return cast("datetime", release.publish_at)


def _instant(release: PressRelease, text: Edition, at: datetime) -> datetime:
    """Return when a text goes public if what waits of its release is moved to `at`."""
    with_it = to_the_minute(text.due) <= _planned(release)
    return at if release.was_public or with_it else max(text.due, at)


def _judge(
    release: PressRelease, text: Edition, at: datetime, instant: datetime
) -> Iterator[Finding]:
    """Find what speaks against a text at `instant`, as its release would be dated by `at`."""
    text.release = copy(release)
    if release.is_scheduled and not release.first_published_at:
        text.release.publish_at = to_the_minute(at)
        for finding in embargoes_on(release, at):
            yield replace(finding, key=f"embargo:{finding.about}")
        if printed.prints_otherwise(text, release.day, text.release.day):
            sentence = NOT_THAT_DAY % {"language": text.language_name}
            yield replace(error("body", sentence), key="prints_otherwise:")
    yield from text.findings(instant)


def _be_dated(release: PressRelease, at: datetime) -> None:
    """Date a release by `at`, with the place of all its texts in lists, and its addresses."""
    day = release.day
    release.be_moved(at)
    printed.order_again(release)
    if release.day != day:
        # Nobody has read it there: its addresses are free for another release of the day.
        Address.objects.filter(scope=day.isoformat(), owner=release.pk).delete()


def _tell_journalists(release: PressRelease, what: str, planned: datetime) -> None:
    """Mail those with access that a release is `what`, and when it is public now."""
    if release.was_public:
        what = "public"
    elif Freeze.objects.on().filter(emergency=True).exists():
        what = "held"
    EmbargoAccess.objects.open().filter(release=release).tell(what, planned)
