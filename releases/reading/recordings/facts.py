from datetime import timedelta
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

DAMAGED = _("The recording is damaged: it breaks off, or cannot be read. Ask for the file again.")
NO_BROWSER = _(
    "This video is encoded as “%(codec)s”, which not every browser plays. Export it as an MP4 with "
    "H.264."
)

LONGEST = timedelta(days=365).total_seconds()


class Facts(NamedTuple):
    """
    What is in a file: its type, the size of the picture in pixels, 0 for sound alone, and how
    long it is, None where that cannot be told.
    """

    media_type: str
    width: int = 0
    height: int = 0
    duration: timedelta | None = None


def of_seconds(seconds: float) -> timedelta | None:
    """Return a length in whole seconds, one at least; None for none, or for what cannot be."""
    return timedelta(seconds=max(1, round(seconds))) if 0 < seconds < LONGEST else None
