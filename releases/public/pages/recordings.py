"""The recordings that a page plays."""

from collections.abc import Iterable

from releases.models import Moment, Recording

from .rights import standing


def playable(printed: Iterable[Recording], moment: Moment) -> list[Recording]:
    """
    Return those of the recordings printed with a text that may be played at a moment, each with
    the captions it has now, and with its poster while that may be shown. One query where there
    are any, and one more for posters.
    """
    recordings = standing(printed, moment)
    posters = standing([one.poster for one in recordings if one.poster], moment)
    shown = {poster.pk for poster in posters}
    for one in recordings:
        if one.poster and one.poster.pk not in shown:
            one.poster = None
    return recordings
