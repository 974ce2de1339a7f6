"""Days as they are written in a text, in any of the newsroom's languages."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.utils import dates, translation

from releases.reading.languages import facts

from .wording import any_of, codes

RANGE = r"(?:-|–|—|/|&|to|and|until|au|et|bis(?:\s+zum)?|und|tot(?:\s+en\s+met)?|t/m|en)"
JOINED = re.compile(rf"[\s,.]*{RANGE}?\s*(?:the|le|de|den|zum)?\s*", re.IGNORECASE)
ORDINAL = r"(?:\.|\s?(?:st|nd|rd|th|er|ère|ste|de|e)\b)?"
YEAR = r"(?:19|20)\d\d(?!\d)"
FORMS = rf"""
    (?:(?<!-)(?:WEEKDAY)\.?,?\s+(?:(?:the|le|den|dem|der|de)\s+)?)?
    (?:
      (?<![\d.,/:-])(?P<d1>\d{{1,2}}){ORDINAL}(?:\s*{RANGE}\s*(?:the\s+|le\s+)?\d{{1,2}}{ORDINAL})?
        \s*(?:of\s+)?(?P<m1>MONTH)\.?(?:,?\s*(?P<y1>{YEAR}))?
    | (?P<m2>MONTH)\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?
        (?:\s*{RANGE}\s*\d{{1,2}}(?:st|nd|rd|th)?)?(?![\d:.]\d|\d)(?:,?\s+(?P<y2>{YEAR}))?
    | (?<![\d-])(?P<y3>{YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)
    | (?<![\d./-])(?P<d4>\d{{1,2}})(?P<sep>[./-])\s?(?P<m4>\d{{1,2}})(?P=sep)\s?
        (?P<y4>(?:20|19)?\d\d)(?![\d/-])
    )
"""


@dataclass(frozen=True)
class Written:
    """Characters `start` to `end` of a text name this day; `year` is None if not written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def date(self, year=None):
        """The date, in `year` if the text has none; None if there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except (TypeError, ValueError):
            return None


def written_dates(text):
    """The days written in a text, in order; of "3 to 5 May 2022" the first."""
    found = [_written(match) for match in _forms(codes()).finditer(text)]
    found = [day for day in found if day.date(year=2000)]
    for n in range(len(found) - 2, -1, -1):
        found[n] = _with_year_of(found[n], found[n + 1], text)
    return found


def _written(match):
    part = match.groupdict()
    form = next(n for n in "1234" if part["d" + n])
    day, month, year = (part[name + form] for name in "dmy")
    if form in "12":
        month = _months(codes())[month.casefold()]
    day, month, year = int(day), int(month), int(year) if year else None
    if month > 12 >= day:  # as Americans write it
        day, month = month, day
    if year is not None and year < 100:
        year += 2000
    return Written(match.start(), match.end(), day, month, year)


def _with_year_of(first, last, text):
    """Of "30 April to 2 May 2022", the first with the year of the last."""
    if first.year or not last.year or not JOINED.fullmatch(text[first.end : last.start]):
        return first
    return replace(first, year=last.year - (first.month > last.month))


@cache
def _forms(codes):
    forms = FORMS.replace("WEEKDAY", any_of(_names(codes, "WEEKDAYS", "WEEKDAYS_ABBR")))
    forms = forms.replace("MONTH", any_of(_months(codes)))
    return re.compile(forms, re.IGNORECASE | re.VERBOSE)


@cache
def _months(codes):
    numbers = _names(codes, "MONTHS", "MONTHS_3", "MONTHS_AP")
    for code in codes:
        numbers = facts(code).MONTH_VARIANTS | numbers
    return numbers | {_unaccented(name): number for name, number in numbers.items()}


def months(codes):
    """The numbers of the months (1 for January) by their full names, in lower case."""
    return _names(codes, "MONTHS")


def weekdays(codes):
    """The numbers of the days of the week (0 for Monday) by their full names, in lower case."""
    return _names(codes, "WEEKDAYS")


def weekdays_in(text):
    """The numbers of the days of the week (0 for Monday) that a text names, as a set."""
    return {number for name, number in weekdays(codes()).items() if _named(name).search(text)}


@cache
def _named(word):
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


@cache
def _names(codes, *tables):
    """The numbers Django gives the names in these of its tables."""
    names: dict[str, int] = {}
    for code in codes:
        with translation.override(code):
            for table in tables:
                names |= {_bare(name): number for number, name in getattr(dates, table).items()}
    return names


def _bare(name):
    return str(name).casefold().rstrip(".")


def _unaccented(name):
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
