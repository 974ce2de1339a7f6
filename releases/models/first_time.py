from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo


class FirstTime(NamedTuple):
    """A meeting was to begin on this day, at this hour if it was known, by the clocks of a zone."""

    day: date
    hour: time | None
    zone: str

    @property
    def begins(self) -> datetime | str:
        """It is this instant, an aware datetime in the zone, or the day as in 2021-03-30."""
        if self.hour is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.hour, ZoneInfo(self.zone))

    def differs_from(self, other: "FirstTime") -> bool:
        """Whether it is another time: an hour that is only now known moves no meeting."""
        if self.day != other.day:
            return True
        if self.hour is None or other.hour is None:
            return False
        return (self.hour, self.zone) != (other.hour, other.zone)
