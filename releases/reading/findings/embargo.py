"""Until when a text is not to be published, as its embargo line says."""

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from django.utils import timezone as django_timezone

from releases.reading.document import DATELINE, LABEL, TITLE, Found, Span
from releases.reading.languages import facts

from . import furniture
from .dateline import is_dateline
from .dates import weekdays_in, written_dates
from .sentences import sentences
from .wording import any_of, codes

HEAD = 10  # blocks at the top, among which such a line stands whatever its place
NEAR = timedelta(days=300)  # of a day without a year
LONGEST = 400  # characters: of a sentence of a note that covers a text

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
    The end of the embargo as Found: an aware datetime, a date if no hour is given, or None where
    a line says so and its end is not understood, or two say different ones. None if none does.

    An hour without a zone is in the newsroom's own. A day without a year is the next such day
    after `day`, the date of the release as Found, or after `now`.
    """
    today = day.value if day else (now or django_timezone.now()).date()
    texts = [block.text for block in blocks]
    seen = [n < HEAD or place in (LABEL, DATELINE, TITLE) for n, place in enumerate(places)]
    found = [
        Found(value, sure, [span])
        for span, value, sure in embargo_lines(texts, today)
        if seen[span.block] and (value or span.block < HEAD)
    ]
    instants = {one.value for one in found if isinstance(one.value, datetime)}
    if len(instants) > 1:
        return Found(None, 0.0, [span for one in found for span in one.spans])
    return max(found, key=lambda one: one.sure, default=None)


def embargo_lines(texts, today):
    """
    The passages of paragraphs that say until when all is kept, as (span, value, sure): an aware
    datetime, a date without its hour, or None where that is not understood.

    A line of its own says so in any paragraph, and a sentence that begins like one; another
    sentence that asks for it, in one of the first. A day without a year is the next such day
    after `today`, a date.
    """
    for n, text in enumerate(texts):
        for start, end in _passages(text, n < HEAD):
            words = text[start:end]
            if not written_dates(words):
                words += "\n" + _day_below(text[end:], texts[n + 1 : n + 2])
            yield Span(n, start, end), *_moment(words, today)


def _passages(text, in_head):
    """The places of the lines that are an embargo, and of the sentences that say so in others."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        if furniture.is_embargo(line[0]):
            yield line.span()
        elif (in_head and furniture.asks_to_wait(line[0])) or furniture.EMBARGO.search(line[0]):
            for start, end in sentences(line[0]):
                if end - start <= LONGEST and _says_so(line[0][start:end], in_head):
                    yield line.start() + start, line.start() + end


def _says_so(sentence, in_head):
    asks = in_head and furniture.asks_to_wait(sentence)
    return asks or furniture.opens_an_embargo(sentence)


def _day_below(rest, following):
    """The line with a day and its hour below an embargo that names none; "" if none is."""
    lines = "\n".join([rest, *following]).split("\n")
    below = next((line for line in lines if line.strip()), "")
    return below if is_dateline(below) else ""


def _moment(line, today):
    """
    The value and how sure it is. Without its hour a day is but half understood; a day that is
    not of its weekday, an hour that the clocks skip or show twice, and two days are not at all.
    """
    days = written_dates(line)
    if not days or len({(day.day, day.month) for day in days}) > 1:
        return None, 0.0
    day = _day(line, days[0], today)
    if day is None:
        return None, 0.0
    sure = 0.95 if days[0].year else 0.7
    for written in reversed(days):
        line = line[: written.start] + " " * (written.end - written.start) + line[written.end :]
    time = _time(line)
    if time is None:
        return day, sure / 2
    day += timedelta(days=time[0] // 24)
    zone = _zone(line) or django_timezone.get_default_timezone()
    moment = datetime(day.year, day.month, day.day, time[0] % 24, time[1], tzinfo=zone)
    return (moment, sure) if _is_once(moment) else (None, 0.0)


def _day(line, written, today):
    """The date of a written day, in the year that its weekday has it if it names none; or None."""
    weekdays = weekdays_in(line[written.start : written.end]) or weekdays_in(line)
    if written.year or not weekdays:
        day = written.date(today.year)
        if not written.year and day and day < today:
            day = written.date(today.year + 1)
        return day if day and (not weekdays or day.weekday() in weekdays) else None
    days = filter(None, (written.date(today.year + years) for years in (-1, 0, 1)))
    fitting = [day for day in days if day.weekday() in weekdays and abs(day - today) < NEAR]
    return min(fitting, key=lambda day: abs(day - today), default=None)


def _is_once(moment):
    """Tells whether the clocks of its zone show that hour, and only once."""
    other = moment.replace(fold=1)
    return moment.utcoffset() == other.utcoffset()


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
