"""Who the newsroom is, for every answer: read once for each state of what is public."""

from django.db import DatabaseError
from django.http import HttpRequest

from releases.models import Identity, Moment

# The latest that was read, under the number that the public state had then.
KEPT: dict[int | None, Identity] = {}


def identity_of(request: HttpRequest) -> Identity:
    """
    Return who publishes here, as it is at the moment of a request. Nobody changes it.

    Where a request has no moment (signing in, the desk, some errors) it costs one query.
    """
    if not hasattr(request, "identity"):
        request.identity = _identity_at(getattr(request, "moment", None))  # type: ignore[attr-defined]
    return request.identity  # type: ignore[attr-defined]


def identity_at_an_error(request: HttpRequest) -> Identity:
    """Return the same; where the database does not answer, what was known before."""
    try:
        return identity_of(request)
    except DatabaseError:
        request.identity = next(iter(KEPT.values()), Identity())  # type: ignore[attr-defined]
        return request.identity  # type: ignore[attr-defined]


def is_known_to(request: HttpRequest) -> bool:
    """Whether an answer to the request may show it."""
    return hasattr(request, "identity") or hasattr(request, "moment")


def _identity_at(moment: Moment | None) -> Identity:
    if moment is None:
        return Identity.objects.current()
    # The number was read first: what is read now is what it stands for, or newer.
    number = moment.state[0]
    known = KEPT.get(number)
    if known is None:
        known = Identity.objects.current()
        KEPT.clear()
        KEPT[number] = known
    return known
