"""Finds what somebody said, in that person's words: between marks, or set apart after "X said:"."""

from releases.reading.document import BODY, NOTES, SUMMARY, Found, FoundQuote

from .cast import Cast
from .marked import find_marked
from .neighbours import settle
from .set_apart import find_set_apart, find_unmarked
from .speakers import Speakers
from .statements import Statements

# Longer words between marks are hardly a term within somebody's words, in characters.
_TERM = 40


def find_quotes(blocks, places, facts, people):
    """
    All quotations, in order, as FoundQuote with speaker and role.

    `places` says where each block belongs; words in summary, text and notes are looked at.
    Titles, terms and a few quoted words within a sentence are none.
    """
    numbers = [
        number
        for number, place in enumerate(places)
        if place in {SUMMARY, BODY, NOTES} and blocks[number].tag != "h" and blocks[number].text
    ]
    marked = _without_nicknames(find_marked(blocks, numbers), people)
    speakers = Speakers(Cast(blocks, people, facts, marked))
    long = [one for one in marked if one.start == 0 or len(one.spans) > 1 or _is_long(one)]
    found = find_set_apart(blocks, set(numbers) - _taken(long), speakers)
    rest = [one for one in marked if one.spans[0].block not in _taken(found)]
    found += Statements(blocks, numbers, rest, speakers).found()
    found += find_unmarked(blocks, set(numbers) - _taken(found), speakers)
    found.sort(key=lambda statement: (statement.spans[0].block, statement.spans[0].start))
    settle(found, blocks)
    return [_quote(statement) for statement in found]


def _without_nicknames(marked, people):
    """What is marked, but for a word within somebody's name."""
    within = {
        (span.block, at)
        for person in people
        for span in person.spans
        for at in range(span.start + 1, span.end)
    }
    return [one for one in marked if (one.spans[0].block, one.spans[0].start) not in within]


def _is_long(one):
    return one.end - one.start > _TERM


def _taken(found):
    """The numbers of the blocks of which something has been found."""
    return {span.block for one in found for span in one.spans}


def _quote(statement):
    quote = FoundQuote(statement.spans, round(statement.sure, 2))
    if statement.attribution:
        voices = statement.attribution.subject.voices
        names = [voice.name for voice in voices]
        spans = [voice.span for voice in voices]
        sure = round(statement.attribution.sure * min(voice.sure for voice in voices), 2)
        quote.sure = min(quote.sure, max(sure, 0.5))
        quote.speaker = Found(names if len(names) > 1 else names[0], sure, spans)
        role = next((voice.role for voice in voices if voice.role), "")
        quote.role = Found(role, sure, spans) if role else None
    return quote
