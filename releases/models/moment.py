"""An instant, and how far what is public has come by then."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Self

from django.db import connection
from django.utils import timezone

TICK = 15  # minutes

# What somebody holds back is due then: no clock comes so far.
HELD_BACK = datetime(9999, 12, 31, tzinfo=UTC)

# One statement, read at each request of the public: building it anew would cost more than asking.
QUERY = """
WITH reach (instant) AS (SELECT COALESCE((
    SELECT MIN(holds_after) FROM releases_freeze
    WHERE starts_at <= %(at)s AND (ends_at IS NULL OR ends_at > %(at)s)), %(at)s))
SELECT reach.instant,
    (SELECT number FROM releases_publicstate WHERE id = 1),
    (SELECT MAX(visible_from) FROM releases_showing WHERE visible_from <= reach.instant),
    (SELECT MAX(announced_at) FROM releases_meeting WHERE announced_at <= reach.instant),
    (SELECT MAX(public_from) FROM releases_outcome WHERE public_from <= reach.instant),
    (SELECT MIN(id) FROM releases_freeze
        WHERE NOT emergency AND starts_at <= %(at)s AND ends_at > %(at)s),
    EXISTS (SELECT 1 FROM releases_pressrelease
        WHERE number IS NULL AND public_from <= reach.instant)
FROM reach
"""


@dataclass(frozen=True)
class Moment:
    """
    What is public at an instant, an aware datetime.

    It is taken once a request and passed on. `limit` is the last instant whose releases are
    out: that one, unless a freeze or a stop holds what came due since it began. What ages by the
    clock alone, such as a meeting that is over, is asked at `tick`, a whole quarter of an hour.
    Offices that have begun by `day`, in the newsroom's time zone, are known: a freeze holds a
    reshuffle too; rights have ended by `today`, the day of `tick` there, whatever is held.
    `state` changes with what is public and with nothing else; `freeze` is the
    key of one that the public is told of; `unnumbered` says that a release is out that has no
    reference yet.
    """

    limit: datetime
    tick: datetime
    day: date
    today: date
    state: tuple[Any, ...]
    freeze: int | None
    unnumbered: bool

    @classmethod
    def of(cls, at: datetime) -> Self:
        """Take the moment of an instant. One query."""
        with connection.cursor() as cursor:
            cursor.execute(QUERY, {"at": connection.ops.adapt_datetimefield_value(at)})
            limit, number, newest, announced, outcome, freeze, unnumbered = cursor.fetchone()
        limit = _aware(limit)
        tick = at.replace(minute=at.minute - at.minute % TICK, second=0, microsecond=0)
        return cls(
            limit=limit,
            tick=tick,
            day=timezone.localdate(min(tick, limit)),
            today=timezone.localdate(tick),
            state=(number, str(newest), str(announced), str(outcome), freeze),
            freeze=freeze,
            unnumbered=bool(unnumbered),
        )

    @classmethod
    def now(cls) -> Self:
        return cls.of(timezone.now())


def _aware(instant: datetime | str) -> datetime:
    """Read an instant as SQLite stores it, in UTC; PostgreSQL gives it as it is."""
    if isinstance(instant, str):
        return datetime.fromisoformat(instant).replace(tzinfo=UTC)
    return instant
