"""Until when a text is not to be published, as its embargo line says."""

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from django.utils import timezone as django_timezone

from ..document import DATELINE, LABEL, TITLE, Found, Span
from ..languages import facts
from . import furniture
from .dates import written_dates
from .wording import any_of, codes

# Hours ahead of UTC. What "CET" says is winter time, whatever the season.
OFFSETS = {"utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "ist": 1, "cet": 1, "cest": 2}
OFFSETS |= {"eet": 2, "eest": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "pst": -8, "pdt": -7}
REGIONS = {"et": "America/New_York", "ct": "America/Chicago", "pt": "America/Los_Angeles"}
HOUR = re.compile(
    r"(?<![\d.,/:-])(?P<hour>[01]?\d|2[0-4])"
    r"(?:\s?[:.hu]\s?(?P<minute>[0-5]\d)(?!\d)|(?=\s?(?:h|hrs?|hours|heures?|u|uur|uhr|am|pm|[ap]\.m)\b))"
    r"(?:\s?(?:h|hrs?|hours|heures?|u|uur|uhr)\b)?\.?(?:\s?(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)


def find_embargo(blocks, places, day=None, now=None):
    """
    The end of the embargo as Found: an aware datetime, or a date if no hour is given; else None.

    An hour without a zone is in the newsroom's own. A day without a year is the next such day
    after `day`, the date of the release as Found, or after `now`.
    """
    today = day.value if day else (now or django_timezone.now()).date()
    for n, block in enumerate(blocks):
        if places[n] not in (LABEL, DATELINE, TITLE):
            continue
        for match in re.finditer(r"[^\n]+", block.text):
            if furniture.is_embargo(match[0]) and (found := _moment(match[0], today)):
                return Found(*found, [Span(n, match.start(), match.end())])
    return None


def embargo_lines(text, today):
    """
    The lines of a plain text that say until when it is kept, as (start, end, value): an aware
    datetime, a date without its hour, or None where that is not understood. A day without a
    year is the next such day after `today`, a date.
    """
    for match in re.finditer(r"[^\n]+", text):
        if furniture.is_embargo(match[0]):
            found = _moment(match[0], today)
            yield match.start(), match.end(), found and found[0]


def _moment(line, today):
    """The value and how sure it is; None if the line names no day."""
    days = written_dates(line)
    if not days:
        return None
    written = days[0]
    day = written.date(today.year)
    if not written.year and day and day < today:
        day = written.date(today.year + 1)
    if day is None:
        return None
    rest = line[: written.start] + " " * (written.end - written.start) + line[written.end :]
    sure = 0.95 if written.year else 0.7
    time = _time(rest)
    if time is None:
        return day, sure
    hour, minute = time
    zone = _zone(rest) or django_timezone.get_default_timezone()
    moment = datetime(day.year, day.month, day.day, hour % 24, minute, tzinfo=zone)
    return moment + timedelta(days=hour // 24), sure


def _time(text):
    """(hour, minute) of the first time of day; None if there is none."""
    if match := HOUR.search(text):
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + 12 * (match["half"].lower() == "p")
        return hour, int(match["minute"] or 0)
    if match := _names(codes())["hour"].search(text):
        return _named("HOURS")[" ".join(match[0].lower().split())], 0
    return None


def _zone(text):
    """The zone that is named in a text, or None."""
    match = _names(codes())["zone"].search(text)
    if not match:
        return None
    name = " ".join(match[0].lower().split()).replace("’", "'")
    name = _named("ZONES").get(name, name)
    if "/" in name:
        return ZoneInfo(name)
    if name.lower() in REGIONS:
        return ZoneInfo(REGIONS[name.lower()])
    hours = OFFSETS[name.lower()]
    return timezone(timedelta(hours=hours), name.upper())


def _named(table):
    return {key: value for code in codes() for key, value in getattr(facts(code), table).items()}


@cache
def _names(codes):
    short = any_of([name.upper() for name in {*OFFSETS, *REGIONS} if len(name) > 1])
    long = any_of(_named("ZONES"))
    return {
        "hour": re.compile(any_of(_named("HOURS")), re.IGNORECASE),
        "zone": re.compile(rf"(?i:{long})|{short}"),
    }
