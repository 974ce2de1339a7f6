"""
During an emergency stop nothing more goes public, until somebody lifts it.

It is a `Freeze` without an end. Whoever lifts it decides on each text that waits.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, Freeze, Meeting, Moment, Outcome, StaleError


def current() -> Freeze | None:
    """Return the stop that nobody has lifted yet. One query."""
    return Freeze.objects.filter(ends_at=None).first()


def waiting() -> QuerySet[Edition]:
    """
    Return the approved texts that are not public yet, with their releases, as they are due. What
    is held back alone is not among them: that is let go by itself.
    """
    return Edition.objects.waiting().filter(planned_from=None).select_related("release")


def announced() -> list[tuple[Meeting, datetime]]:
    """
    List the meetings that the stop keeps from the public, itself or what came of them, each with
    the instant it is due; in that order. Nobody decides on them with the lift. Two queries.
    """
    limit = Moment.now().limit
    meetings = Meeting.objects.filter(announced_at__gt=limit)
    due = [(meeting, cast("datetime", meeting.announced_at)) for meeting in meetings]
    outcomes = Outcome.objects.filter(public_from__gt=limit, meeting__announced_at__lte=limit)
    for outcome in outcomes.select_related("meeting"):
        due.append((outcome.meeting, cast("datetime", outcome.public_from)))
    return sorted(due, key=lambda one: one[1])


def stop(by: User, reason: str) -> Freeze:
    """
    Hold everything that is not public yet, from now on. Returns the stop.

    Raises PermissionDenied, and ValidationError without a reason or where all is stopped.
    """
    _require(by)
    if not reason.strip():
        raise ValidationError(_("Say why everything has to stop."))
    stopped = ValidationError(_("Everything is stopped already."))
    try:
        with transaction.atomic():
            # Looked at and begun once it is our turn to write: what has gone public while
            # this waited stays public.
            if current():
                raise stopped
            return Freeze.objects.create(emergency=True, by=by, internal_reason=reason.strip())
    except IntegrityError:
        raise stopped from None


@transaction.atomic
def lift(stop: Freeze, by: User, decisions: Mapping[int, bool]) -> None:
    """
    End a stop. `decisions` says for each text of `waiting()`, by its key, whether it goes out
    (True) or back to its draft (False).

    Raises PermissionDenied, ValidationError where it was lifted already, and StaleError where
    a text waits that was not decided on.
    """
    _require(by)
    stored = Freeze.objects.select_for_update().get(pk=stop.pk)
    if not stored.emergency or stored.ends_at:
        raise ValidationError(_("This stop has been lifted already."))
    held = {edition.pk: edition for edition in waiting()}
    if set(held) - set(decisions):
        raise StaleError
    going = {edition.release_id for key, edition in held.items() if decisions[key]}
    for key, edition in held.items():
        if not decisions[key]:
            edition.lock_release()
            # Its release, and all its texts with it, may have gone back with the one before.
            edition.refresh_from_db()
            if edition.release_id in going:
                edition.back_to_draft(by)
            elif edition.is_approved:
                edition.unschedule(by)
    stored.ends_at = timezone.now()
    stored.save()
    stop.refresh_from_db()


def _require(by: User) -> None:
    if not by.has_perm("releases.add_freeze"):
        raise PermissionDenied
