"""The pictures that a page shows."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from releases.models import Edition, Moment, Picture
from releases.models.prepared import prepared
from releases.models.printed import as_kept


def standing(printed: Iterable[Picture], moment: Moment) -> list[Picture]:
    """
    Return those of the pictures printed with a text that may be shown at a moment, with the
    rights they have now. One query where there are any.
    """
    shown = list(printed)
    if not shown:
        return []
    rows = Picture.objects.standing(moment).filter(pk__in=[picture.pk for picture in shown])
    now = {row.pk: row for row in rows.only("rights", "rights_until")}
    for picture in shown:
        if row := now.get(picture.pk):
            picture.rights, picture.rights_until = row.rights, row.rights_until
    return [picture for picture in shown if picture.pk in now]


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


def if_standing(picture: Picture | None, moment: Moment) -> Picture | None:
    """Return a portrait or a logo, if there is one and it may be shown at a moment."""
    return picture if picture and picture.stands_on(moment.today) else None


@prepared
def of_meeting(moment: Moment, meeting: int) -> QuerySet[Picture]:
    """Fetch the pictures of a meeting that may be shown, in their order. One query."""
    rows = Picture.objects.standing(moment).filter(sights__meeting=meeting)
    return rows.order_by("sights__position", "sights__pk")
