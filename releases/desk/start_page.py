"""Says at a glance what goes out next, and what waits for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from releases.models import Edition, EmbargoAccess, Freeze, PressRelease, Proposal, Reprint, Step
from releases.models.states import DRAFT, IN_REVIEW
from releases.review import proposals
from releases.text.instants import in_newsroom_time

from .words import how_it_waits, out_at

NEXT = 5


@dataclass
class Notice:
    """A freeze that is on or comes next: what is said of it, and the page it leads to, if any."""

    lead: str
    about: str
    is_on: bool
    address: str = ""
    link: str = ""


@dataclass
class NextOut:
    """A text that goes out next: when, in words, and the instant, as far as it is known."""

    edition: Edition
    when: str
    out_at: datetime | None
    address: str


@dataclass
class Number:
    """A number on the desk, what it counts, and the list it leads to."""

    label: str
    count: int
    address: str
    alarming: bool = False


def glance(user: User) -> dict[str, Any]:
    """
    Collect the next texts to go out, the freezes, and the numbers that concern `user`.

    Costs ten queries at most, whatever the newsroom holds.
    """
    ahead = list(Freeze.objects.ahead())
    on = [freeze for freeze in ahead if freeze.is_on]
    coming = [freeze for freeze in ahead if not freeze.has_begun]
    return {
        "stopped": any(freeze.emergency for freeze in on),
        "next_out": list(_next_out(ahead)),
        "notices": [_notice(freeze, user) for freeze in [*on, *coming[:1]]],
        "numbers": list(_numbers(user)),
    }


def _next_out(ahead: list[Freeze]) -> Iterator[NextOut]:
    for edition in Edition.objects.waiting().select_related("release")[:NEXT]:
        address = reverse("admin:releases_pressrelease_change", args=[edition.release_id])
        instant = None if edition.release.held_at else out_at(edition.due, ahead)
        yield NextOut(edition, how_it_waits(edition, ahead), instant, address)


def _notice(freeze: Freeze, user: User) -> Notice:
    return _stop(freeze, user) if freeze.emergency else _freeze(freeze, user)


def _stop(stop: Freeze, user: User) -> Notice:
    """An emergency stop, whose reason is for who may see freezes."""
    reason = stop.internal_reason if user.has_perm("releases.view_freeze") else ""
    notice = Notice(_("Everything is stopped:"), reason, is_on=True)
    if user.has_perm("releases.add_freeze"):
        notice.address = reverse("admin:releases_freeze_lift", args=[stop.pk])
        notice.link = _("Lift the emergency stop")
    return notice


def _freeze(freeze: Freeze, user: User) -> Notice:
    times = {
        "start": in_newsroom_time(freeze.starts_at),
        "end": freeze.ends_at and in_newsroom_time(freeze.ends_at),
    }
    on, coming = _("Frozen until %(end)s:"), _("Coming freeze, from %(start)s to %(end)s:")
    notice = Notice((on if freeze.is_on else coming) % times, str(freeze), freeze.is_on)
    if user.has_perm("releases.view_freeze"):
        notice.address = reverse("admin:releases_freeze_change", args=[freeze.pk])
        notice.link = _("Show it")
    return notice


def _numbers(user: User) -> Iterator[Number]:
    texts = reverse("admin:releases_edition_changelist")
    counts = Edition.objects.open().aggregate(
        corrections=Count("pk", filter=Q(version__gt=1)),
        drafts=Count("pk", filter=DRAFT),
        in_review=Count("pk", filter=IN_REVIEW),
    )
    mine = Edition.objects.waiting_for(user).count()
    yield Number(_("waiting for me"), mine, f"{texts}?todo=mine", alarming=bool(mine))
    yield Number(_("in review"), counts["in_review"], f"{texts}?todo=in_review")
    yield Number(_("drafts"), counts["drafts"], f"{texts}?todo=draft")
    yield Number(_("corrections being written"), counts["corrections"], f"{texts}?todo=correction")
    held = PressRelease.objects.filter(held_at__isnull=False).count()
    releases = reverse("admin:releases_pressrelease_changelist")
    yield Number(_("held back"), held, f"{releases}?state=held", alarming=bool(held))
    behind = Edition.objects.behind().count()
    yield Number(_("behind their source"), behind, f"{texts}?todo=behind", alarming=bool(behind))
    if user.has_perm("releases.approve_edition"):
        alone = Step.objects.unconfirmed().count()
        label = _("approved by one person alone")
        yield Number(label, alone, f"{texts}?todo=unconfirmed", alarming=bool(alone))
    if proposals.may_decide(user):
        yield from _proposals(user)
    if user.has_perm("releases.view_embargoaccess"):
        failed = EmbargoAccess.objects.failed().count()
        address = reverse("admin:releases_embargoaccess_changelist") + "?mail=failed"
        yield Number(_("mails that failed"), failed, address, alarming=bool(failed))
    if user.has_perm("auth.view_user"):
        found = len(run_checks(databases=["default"]))
        yield Number(_("checks of the installation"), found, reverse("admin:checks"), bool(found))


def _proposals(user: User) -> Iterator[Number]:
    """Count the changes that wait for somebody else than who proposed or made them."""
    listed = reverse("admin:releases_proposal_changelist")
    for state, label in (
        (Proposal.State.WAITING, _("proposed changes")),
        (Proposal.State.ALONE, _("changes made by one person alone")),
    ):
        count = Proposal.objects.filter(state=state).exclude(by=user).count()
        yield Number(label, count, f"{listed}?state__exact={state}", alarming=bool(count))
    lists = Reprint.objects.waiting().exclude(by=user).count()
    if lists:
        address = reverse("admin:releases_reprint_changelist") + "?state=waiting"
        yield Number(_("lists of texts printed anew"), lists, address, alarming=True)
