"""The freeze that the public is told of."""

from releases.models import Freeze, Moment


def announced(moment: Moment) -> Freeze | None:
    """Fetch the freeze that is on. One query where there is one, else none."""
    if moment.freeze is None:
        return None
    return Freeze.objects.only("ends_at", "public_reason").get(pk=moment.freeze)
