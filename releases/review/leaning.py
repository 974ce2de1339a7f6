"""Which records the public leans on, and which texts print them."""

from typing import Any

from django.db.models import QuerySet

from releases.models import Freeze, Identity, Meeting, Mention, Picture, PressContact, Recording
from releases.models.visibility import LIGHT

# What an editor may change of what is public while a freeze or a stop is on: readers who come to
# a meeting that is not held, or call a number that nobody answers, cannot wait for its end, nor
# can who took a picture or a film that may be shown no more.
CANNOT_WAIT: dict[type, set[str] | None] = {
    Meeting: {
        "status", "starts_on", "starts_at", "ends_on", "ends_at", "time_zone", "announced_at",
    },
    PressContact: None,
    Picture: {"rights", "rights_until"},
    Recording: {"rights", "rights_until"},
    Identity: None,
}  # fmt: skip


def leaned_on(record: Any) -> bool:
    """Whether the public reads a record, or will without another review. One query."""
    return type(record).objects.settled().filter(pk=record.pk).exists()


def prints_of(record: Any) -> QuerySet[Mention]:
    """
    Return where a record is named in approved texts that no later version replaces, by date, the
    latest first; the texts are read with it. A walk along one index.
    """
    rows = Mention.objects.of(record).filter(edition__visible_until=None).order_by("-order", "-pk")
    return rows.select_related("edition__release").defer(*(f"edition__{name}" for name in LIGHT))


def is_held(record: Any, changes: dict[str, Any]) -> bool:
    """Whether a freeze or a stop is on that keeps these changes of a record from being made."""
    if not Freeze.objects.on().exists():
        return False
    if type(record) not in CANNOT_WAIT:
        return True
    allowed = CANNOT_WAIT[type(record)]
    if allowed is None:
        return False
    return "rows" in changes or not set(changes["fields"]) <= allowed
