"""
A change of what the public leans on takes two people: one proposes it, an editor accepts it; or
an editor makes it at once, says why, and a second one confirms it.
"""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from releases.models import Identity, Meeting, Proposal

from . import record_changes
from .leaning import is_held
from .record_changes import Values

HELD = _(
    "A freeze is on, or everything is stopped, and what the public reads stays as it is. The "
    "change can wait as a proposal, to be accepted when that is over."
)
DECIDED = _("Somebody has decided on this already.")
STATES = Proposal.State


class ChangedSinceError(ValidationError):
    """The record that a proposal changes is not the one that somebody has in sight."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The record has been changed since. Nothing was done: both are below, and what is "
                "proposed takes the place of what is saved if you accept it again."
            ),
            code="stale",
        )


def may_decide(user: User) -> bool:
    """Whether `user` changes at once what the public leans on, and decides what others propose."""
    return user.has_perm("releases.decide_proposal")


def may_change_at_once(user: User, record: Any) -> bool:
    """Whether it is the office of `user`: an editor's, and of the identity an administrator's."""
    if isinstance(record, Identity):
        return user.has_perm("releases.change_identity")
    return may_decide(user)


def has_to_propose(user: User, record: Any, changes: Values) -> bool:
    """
    Whether a change that `user` makes of a record waits for somebody else: everybody's whose
    office it is not to decide, and the announcement of a meeting by who wrote it.
    """
    return not may_decide(user) or (announces(record, changes) and _wrote(user, record, changes))


def announces(record: Any, changes: Values) -> bool:
    """Whether the changes give a meeting that is not announced the time from which it is public."""
    if not isinstance(record, Meeting):
        return False
    before, after = changes.get("fields", {}).get("announced_at", (None, None))
    return before is None and after is not None


def _wrote(user: User, meeting: Meeting, changes: Values) -> bool:
    """Whether `user` added a meeting, or changes more of it than its announcement."""
    more = "rows" in changes or set(changes["fields"]) != {"announced_at"}
    return more or meeting.written_by == user


def propose(record: Any, changes: Values, by: User, reason: str = "") -> Proposal:
    """Keep changes of a record that an editor is to decide on. Nothing else changes."""
    return _keep(record, changes, by, reason, STATES.WAITING)


def note(record: Any, changes: Values, by: User, reason: str) -> Proposal:
    """
    Keep changes that somebody has just made of what the public leans on, so that a second
    person confirms them. Raises ValidationError without a reason, or while a freeze is on.
    """
    if not may_change_at_once(by, record):
        raise PermissionDenied
    if is_held(record, changes):
        raise ValidationError(HELD)
    if not reason.strip():
        raise ValidationError({"reason": _("The public reads this: say why it changes.")})
    return _keep(record, changes, by, reason, STATES.ALONE)


@transaction.atomic
def accept(proposal: Proposal, by: User, seen: int) -> Any:
    """
    Make the changes that somebody proposed. `seen` is the revision of the record that `by` had
    in sight. Returns the record as it is then.

    Raises PermissionDenied to who may not decide, or proposed them; ValidationError where they
    cannot be made or a freeze is on, and ChangedSinceError where the record has been changed:
    then the proposal goes on waiting.
    """
    stored = _to_decide(proposal, by, STATES.WAITING)
    record = _lock(stored)
    if record.revision != seen:
        raise ChangedSinceError
    if is_held(record, stored.changes):
        raise ValidationError(HELD)
    record_changes.apply(stored.changes, record)
    stored.decide(STATES.ACCEPTED, by)
    return record


@transaction.atomic
def refuse(proposal: Proposal, by: User, reason: str) -> None:
    """Leave the record as it is, saying why. Raises as `accept()`, and without a reason."""
    stored = _to_decide(proposal, by, STATES.WAITING)
    if not reason.strip():
        raise ValidationError({"answer": _("Say why it is refused.")})
    stored.decide(STATES.REFUSED, by, reason.strip())


@transaction.atomic
def confirm(proposal: Proposal, by: User) -> None:
    """Stand by a change that an editor made alone. Raises PermissionDenied to that editor."""
    _to_decide(proposal, by, STATES.ALONE).decide(STATES.CONFIRMED, by)


@transaction.atomic
def withdraw(proposal: Proposal, by: User) -> None:
    """Take back what `by` proposed. Raises PermissionDenied to everybody else."""
    if by != proposal.by:
        raise PermissionDenied
    _in_state(proposal, STATES.WAITING).decide(STATES.WITHDRAWN, by)


def _keep(record: Any, changes: Values, by: User, reason: str, state: str) -> Proposal:
    return Proposal.objects.create(
        record=record,
        drawn_from=record.revision,
        changes=changes,
        by=by,
        reason=reason.strip(),
        state=state,
    )


def _to_decide(proposal: Proposal, by: User, state: str) -> Proposal:
    if not may_decide(by) or by == proposal.by:
        raise PermissionDenied
    return _in_state(proposal, state)


def _in_state(proposal: Proposal, state: str) -> Proposal:
    """Lock a proposal until the transaction ends, and return it as stored."""
    stored = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if stored.state != state:
        raise ValidationError(DECIDED)
    return stored


def _lock(proposal: Proposal) -> Any:
    record = proposal.record
    if record is None:
        raise ValidationError(_("The record has been deleted."))
    return record.lock()
