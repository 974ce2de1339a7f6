"""The pictures that a page shows."""

from typing import Any

from django.db.models import QuerySet

from releases.models import Edition, Moment, Picture
from releases.models.prepared import prepared
from releases.models.printed import as_kept

from .rights import standing


def leading(edition: int, moment: Moment) -> Picture | None:
    """
    Fetch the first of the pictures printed with a text that may be shown. A query, or two where
    it has any.
    """
    [printed] = _printed(edition)
    shown = (as_kept("picture", kept) for kept in printed or [])
    return next(iter(standing(shown, moment)), None)


@prepared
def _printed(edition: int) -> QuerySet[Any]:
    return Edition.objects.filter(pk=edition).values_list("printed__pictures", flat=True)


@prepared
def of_meeting(moment: Moment, meeting: int) -> QuerySet[Picture]:
    """Fetch the pictures of a meeting that may be shown, in their order. One query."""
    rows = Picture.objects.standing(moment).filter(sights__meeting=meeting)
    return rows.order_by("sights__position", "sights__pk")
