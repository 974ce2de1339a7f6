"""Datelines: where a text says when and where it was given out."""

import re

from releases.reading.languages import facts
from releases.reading.languages import words as words_of

from .dates import written_dates
from .wording import codes, pattern, phrases

LONGEST = 200  # characters: no line of furniture is longer
TIME = re.compile(
    r"\d{1,2}\s?(?:[:.h]\s?\d\d|h|hrs?|uur|uhr|u|am|pm)\b\.?(?:\s?[ap]\.?m\.?)?", re.I
)
REFERENCE = re.compile(r"(?<!\w)(?:[A-Z]{1,6}[-/ ]?)?(?:[Nn][°ºro]\.?\s?)?\(?\d[\w./-]*\)?")
WORD = r"(?:[’'‘]s-)?[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
PLACE = re.compile(
    rf"{WORD}(?:(?:,\s|\s?/\s?|[ -])(?:{WORD}|de|du|des|la|le|les|sur|sous|lez|en|an|der|den|am|im"
    rf"|aan|ob|upon|on|of|the)){{0,5}}"
)
AGENCY = re.compile(
    rf"(?P<place>{PLACE.pattern})\s\([a-z]{{2,5}}\)"
)  # as wires begin: "Ghent (xyz)"
BEFORE_DAY = r"[\s,;|(–—-]*(?:(?:le|den|the|de|am|on|op|ce)\s+)?"
AFTER_DAY = re.compile(r"[\s,;|()–—-]*")
OPENED = re.compile(
    r"(?:\s?\([^)\n]{1,40}\)|,?\s\d\d?[:.h]\d\d)?(?:[^\w\n]{0,3}[–—:|/-]|[^\w\n]*(?:\n|$)|\s?\)|\.\s)"
)


def is_dateline(line):
    """
    Tells whether a line holds but a day with its year, and perhaps its place and number; the
    place and a day without a year; or the place and the sign of a news agency.
    """
    if len(line) > LONGEST:
        return False
    return bool(AGENCY.fullmatch(line) or dateline(line, whole=True) or _lacks_year(line))


def _lacks_year(line):
    """Tells whether a line is a place, a comma and a day, with no year and nothing else."""
    place, _, rest = line.partition(", ")
    days = written_dates(rest)
    return len(days) == 1 and not without_furniture(rest) and bool(_place_at(place, 0))


def dateline(text, whole=False):
    """
    The day (Written) and the place ((start, end), or None) with which a text begins, or None.

    With `whole`, nothing else may stand in the text.
    """
    head = text[:LONGEST]
    for day in written_dates(head)[:1]:
        if not day.year:
            return None
        place = _place_before(head[: day.start])
        if place is None:
            return None
        after, rest = _rest(head, day, place)
        if whole and not without_furniture(rest):
            return day, place or after
        if not whole and OPENED.match(rest):
            return day, place or None
    return None


def without_furniture(text):
    """Returns a line without its days, hours and numbers, and the words beside them."""
    for day in reversed(written_dates(text)):
        text = text[: day.start] + " " + text[day.end :]
    text = TIME.sub(" ", text)
    text = REFERENCE.sub(" ", text)
    text = re.sub(pattern("PUBLISHED"), " ", text, flags=re.IGNORECASE)
    return re.sub(r"[\W_]+", "", text)


def opens_with_day(text):
    """Tells whether a day stands at the beginning of a text, after a word or two at most."""
    days = written_dates(text[:LONGEST])
    return bool(days) and len(text[: days[0].start].split()) <= 2


def _place_before(text):
    """The span of the place before a day, () if nothing stands there; None if it is no dateline."""
    text = re.sub(rf"{BEFORE_DAY}$", "", text, flags=re.IGNORECASE)
    form = rf"[\W_]*(?P<word>{pattern('PUBLISHED')})[\s:.]*"
    while match := re.match(form, text, re.IGNORECASE):
        if match["word"].casefold() in _articles() and text[match.end() :].strip():
            break
        text = " " * match.end() + text[match.end() :]
    start = len(text) - len(text.lstrip(" (*–—-\n|"))
    words = text[start:].rstrip(" ,;|")
    if not words or re.search(rf"{pattern('RELEASE_LABELS')}\W*$", words, re.IGNORECASE):
        return ()
    return _place_at(words, start)


def _place_at(words, start):
    """The span of these words if they can be a place, else None."""
    if not PLACE.fullmatch(words) or len(words) > 60:
        return None
    first, *others = words.casefold().replace(",", " ").split()
    if first in _no_places():
        return None
    if re.search(pattern("RELEASE_LABELS"), words, re.IGNORECASE):
        return None
    if first in common_words() and not (others and first in _articles()):
        return None
    return start, start + len(words)


def _no_places():
    names = ("TODAY", "YESTERDAY", "THIS", "PUBLISHED")
    return frozenset().union(*map(phrases, names)) - _articles()


def _articles():
    return words_of(*(facts(code).ARTICLES for code in codes()))


def _rest(text, day, place):
    """The span of a place after the day (or None), and what else follows."""
    rest = text[day.end :]
    if place:
        return None, rest
    after_day = AFTER_DAY.match(rest)
    gap = after_day.end() if after_day else 0
    words = re.split(r"\s[–—|-]\s|[.;:)\n]", rest[gap:])[0].strip(" ,")
    if gap and words and (span := _place_at(words, day.end + gap)):
        return span, text[span[1] :]
    return None, rest


def common_words():
    """The common words of all the newsroom's languages."""
    return words_of(*(facts(code).FUNCTION_WORDS for code in codes()))
