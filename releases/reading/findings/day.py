"""The day of a release and the place of its dateline, as the text states them."""

import re
from datetime import timedelta
from functools import cache

from releases.reading.document import BODY, DATELINE, LABEL, SUMMARY, TITLE, Found, Span

from .dateline import AGENCY, LONGEST, dateline
from .dates import written_dates
from .furniture import after_label, is_embargo
from .sentences import sentences
from .wording import codes, pattern

OPENING = 8  # paragraphs in which a day may stand beside "today"
BEGINNING = 3  # paragraphs that may open with a dateline: further down, days head a chronology
CAPITALS = re.compile(  # four letters may be initials
    r"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’/-]{4,40}?)(?:,[^–—\n]{2,20})?\s*(?:\([\w ]{2,12}\)\s*)?[–—-]+\s"
    r"|([A-ZÀ-ÖØ-Þ][\w’/-]{2,30})\s\([A-Za-z]\w{1,11}\)\s*[–—-]+\s"
    r"|([A-Z][\w’.-]{1,20}(?:\s[A-Z][\w’.-]{1,20}){0,2}),\s(?:[A-Z]{2}|(?:[A-Z][a-z]{0,4}\.){1,2})\s*[–—-]+\s"
)


def find_day(blocks, places):
    """
    The date of the release and its place, each as Found or None: (day, place).

    A line of its own comes first, then the dateline of a paragraph, then "today" beside a date.
    Days without a year, and days of events or laws, are not taken.
    """
    for finder in (_from_line, _from_dateline, _from_relative, _from_opening):
        if day := finder(blocks, places):
            break
    return day, find_place(blocks, places)


def find_place(blocks, places):
    """The town of the dateline, as Found, or None."""
    for n, start, text in _datelines(blocks, places):
        found = dateline(text, whole=places[n] in (DATELINE, LABEL))
        if found and found[1]:
            return _place(n, start, text, found[1])
        if agency := AGENCY.fullmatch(text):
            return _place(n, start, text, agency.span("place"))
    for n in _opening(places)[:2]:
        if match := CAPITALS.match(blocks[n].text):
            town = match[match.lastindex or 0]
            return _place(n, 0, town, (0, len(town)), sure=0.7)
    return None


def _place(block, offset, text, span, sure=0.95):
    words = text[span[0] : span[1]].rstrip()
    name = words.title() if words.isupper() and len(words) > 3 else words
    return Found(name, sure, [Span(block, offset + span[0], offset + span[0] + len(words))])


def _datelines(blocks, places):
    """Texts that may be or begin with a dateline, as (block, offset, text), best first."""
    opening = {
        *_opening(places)[:BEGINNING],
        *(n for n, place in enumerate(places) if place == TITLE),
    }
    for wanted in (DATELINE, LABEL, None):
        for n, block in enumerate(blocks):
            if is_embargo(block.text):
                continue
            if places[n] == wanted or (wanted is None and n in opening):
                yield from _lines(n, block.text)


def _lines(n, text):
    at = 0
    for line in text[: 5 * LONGEST].split("\n"):
        start = after_label(line)
        yield n, at + start, line[start:]
        at += len(line) + 1


def _opening(places):
    return [n for n, place in enumerate(places) if place in (BODY, SUMMARY)][:OPENING]


def _from_line(blocks, places):
    """From a line of its own; of several days the first that is not of the last change."""
    for wanted, sure in ((DATELINE, 0.97), (LABEL, 0.9)):
        lines = [n for n, place in enumerate(places) if place == wanted]
        days = [
            (_beside("UPDATED", blocks[n].text[: written.start], ""), n, written)
            for n in lines
            if not is_embargo(blocks[n].text)
            for written in written_dates(blocks[n].text)
            if written.year
        ]
        if days:
            _, n, written = min(days, key=lambda day: day[0])
            return _found(n, written, written.date(), sure)
    return None


def _from_dateline(blocks, places):
    for n, start, text in _datelines(blocks, places):
        found = dateline(text)
        if found:
            return _found(n, found[0], found[0].date(), 0.95, start)
    return None


def _from_relative(blocks, places):
    """
    From "today (27 March 2014)", "ce lundi 11 octobre 2021" or "yesterday, 2 May 2022".

    In an invitation, "ce vendredi" is the day of what is to come.
    """
    invites = _invites(blocks, places)
    for n in _opening(places):
        text = blocks[n].text
        for written in written_dates(text):
            before, after = text[: written.start], text[written.end : written.end + 40]
            for name, days in (("TODAY", 0), ("YESTERDAY", 1), ("TOMORROW", -1)):
                if written.year and _beside(name, before[-40:], after):
                    return _found(n, written, written.date() + timedelta(days), 0.9 - abs(days) / 5)
            if written.year and not invites and _beside("THIS", before[-20:], ""):
                return _found(n, written, written.date(), 0.85)
    return None


def _invites(blocks, places):
    """Tells whether the text is an invitation, as its label or its first paragraph says."""
    labels = [n for n, place in enumerate(places) if place == LABEL]
    heads = (blocks[n].text[:500] for n in labels + _opening(places)[:1])
    return any(re.search(pattern("INVITING"), head, re.IGNORECASE) for head in heads)


def _from_opening(blocks, places):
    """From the only day of the first sentence, where "today" is said soon after."""
    opening = _opening(places)[:3]
    if not opening:
        return None
    text = blocks[opening[0]].text
    end = sentences(text[:2000])[0][1]
    days = [written for written in written_dates(text[:end]) if written.year]
    later = "\n".join([text[end:], *(blocks[n].text for n in opening[1:])])
    if len(days) != 1 or not _today(codes()).search(text[:end] + later):
        return None
    return _found(opening[0], days[0], days[0].date(), 0.7)


def _found(block, written, day, sure, offset=0):
    return Found(day, sure, [Span(block, offset + written.start, offset + written.end)])


def _beside(name, before, after):
    form_before, form_after = _neighbours(name, codes())
    return bool(form_before.search(before) or form_after.match(after))


@cache
def _neighbours(name, codes):
    """Patterns for the words right before a day, and right after it."""
    words = pattern(name)
    link = r"[\s,:(–—-]*(?:(?:on|the|le|den|de|dem|am|op|is|est|ist)\s+)?"
    if name == "THIS":
        link = r"\s+"
    return (
        re.compile(rf"{words}{link}$", re.IGNORECASE),
        re.compile(rf"[\s,)(–—-]*{words}", re.IGNORECASE),
    )


@cache
def _today(codes):
    return re.compile(pattern("TODAY"), re.IGNORECASE)
