"""What the desk says at a glance: what goes out next, and what waits for whom."""

from dataclasses import dataclass

from django.core.checks import run_checks
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, EmbargoAccess, Freeze, Step
from releases.models.states import DRAFT, IN_REVIEW

NEXT = 5


@dataclass
class Number:
    """A number on the desk, what it counts, and the list it leads to."""

    label: str
    count: int
    address: str
    alarming: bool = False


def glance(user):
    """
    The next texts to go out, the freezes, and the numbers that concern `user`.

    Costs seven queries at most, whatever the newsroom holds.
    """
    ahead = list(Freeze.objects.ahead())
    on = [freeze for freeze in ahead if freeze.is_on]
    return {
        "stopped": any(freeze.emergency for freeze in on),
        "ahead": ahead,
        "next_out": list(Edition.objects.waiting().select_related("release")[:NEXT]),
        "freezes": [*on, *[freeze for freeze in ahead if not freeze.has_begun][:1]],
        "numbers": list(_numbers(user)),
    }


def _numbers(user):
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
    behind = Edition.objects.behind().count()
    yield Number(_("behind their source"), behind, f"{texts}?todo=behind", alarming=bool(behind))
    if user.has_perm("releases.approve_edition"):
        alone = Step.objects.unconfirmed().count()
        label = _("approved by one person alone")
        yield Number(label, alone, f"{texts}?todo=unconfirmed", alarming=bool(alone))
    if user.has_perm("releases.view_embargoaccess"):
        failed = EmbargoAccess.objects.failed().count()
        address = reverse("admin:releases_embargoaccess_changelist") + "?mail=failed"
        yield Number(_("mails that failed"), failed, address, alarming=bool(failed))
    if user.has_perm("auth.view_user"):
        found = len(run_checks())
        yield Number(_("checks of the installation"), found, reverse("admin:checks"), bool(found))
