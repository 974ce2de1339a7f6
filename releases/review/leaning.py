"""Which records the public leans on, and which texts print them."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from releases.models import Edition, Freeze, Meeting, Mention, PressContact

# What an editor may change of what is public while a freeze or a stop is on: readers who come to
# a meeting that is not held, or call a number that nobody answers, cannot wait for its end.
CANNOT_WAIT: dict[type, set[str] | None] = {
    Meeting: {
        "status", "starts_on", "starts_at", "ends_on", "ends_at", "time_zone", "announced_at",
    },
    PressContact: None,
}  # fmt: skip


def leaned_on(record: Any) -> bool:
    """Whether the public reads a record, or will without another review. One query."""
    return type(record).objects.settled().filter(pk=record.pk).exists()


def texts_printing(record: Any) -> QuerySet[Edition]:
    """Return the approved texts that name a record and that no later version replaces."""
    names = Mention.objects.of(record).filter(edition=OuterRef("pk"))
    standing = Edition.objects.standing().filter(Exists(names))
    return standing.select_related("release").order_by("-pk")


def is_held(record: Any, changes: dict[str, Any]) -> bool:
    """Whether a freeze or a stop is on that keeps these changes of a record from being made."""
    if not Freeze.objects.on().exists():
        return False
    if type(record) not in CANNOT_WAIT:
        return True
    allowed = CANNOT_WAIT[type(record)]
    if allowed is None:
        return False
    return "rows" in changes or not set(changes.get("fields", {})) <= allowed
