"""What a page may show at a moment of what it has printed, as its rights stand."""

from collections.abc import Iterable
from typing import TypeVar

from releases.models import Moment, Picture
from releases.models.rights import WithRights

_Shown = TypeVar("_Shown", bound=WithRights)


def standing(printed: Iterable[_Shown], moment: Moment) -> list[_Shown]:
    """
    Return those of the pictures or recordings printed with a text that may be shown at a moment,
    with the rights they have now. One query where there are any.
    """
    shown = list(printed)
    if not shown:
        return []
    model = type(shown[0])
    rows = model.objects.standing(moment).filter(pk__in=[one.pk for one in shown])
    now = {row.pk: row for row in rows.only(*model.AS_IT_IS_NOW)}
    for one in shown:
        if row := now.get(one.pk):
            for name in model.AS_IT_IS_NOW:
                setattr(one, name, getattr(row, name))
    return [one for one in shown if one.pk in now]


def if_standing(picture: Picture | None, moment: Moment) -> Picture | None:
    """Return a portrait or a logo, if there is one and it may be shown at a moment."""
    return picture if picture and picture.stands_on(moment.today) else None
