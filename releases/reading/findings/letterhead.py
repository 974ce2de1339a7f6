"""Lines above a text that only name the body it is from, or say where that is reached."""

import re
from functools import cache
from typing import NamedTuple

from releases.reading.languages import facts, words

from .dateline import LONGEST
from .roles import is_role
from .wording import any_of, codes, pattern, phrases

WORDS = 16  # of the name of a body, at most
BEFORE = 3  # words that may stand before the noun: "Calderbrook City Council"
TOKEN = re.compile(r"\b[ld]['’]|[\w&.-]*\w|[,/–—|·•-]", re.IGNORECASE)
SENTENCE = re.compile(r"[:;?!\d“”„«»\"]")
# A name is made of capitalised words (C) and small ones that link them (O "of", J "the"); another
# (w) stands after such a link, or between a noun and the next "of".
NAME = re.compile(r"(?:[COJ]|(?<=[OJ])w{1,2}(?!w)|(?<![OJw])w(?=O|$))*")
POSTCODE = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{4,5}(?:\s[A-Z]{2})?\s[^\W\d_a-z][^\d,]*"
    r"|.*\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+", re.IGNORECASE)


class _Known(NamedTuple):
    """What the newsroom's languages have of each kind of word."""

    of: frozenset  # and "and"
    links: frozenset  # besides "of"
    common: frozenset  # words that open no name of a body
    verbs: frozenset
    body: re.Pattern
    half: re.Pattern  # of a compound, as in "Presse- und Informationsamt"
    event: re.Pattern  # what is done or said: a title may name a body beside it


def is_letterhead(line):
    """
    Tells whether a line only names a body, nothing in it being a verb, or is a part of an address.
    """
    if len(line) > LONGEST:
        return False
    if ADDRESS.fullmatch(line) or _is_postal(line):
        return True
    known = _known(codes())
    line = known.half.sub("", line)
    if SENTENCE.search(line) or not _names_body(line, known):
        return False
    tokens = TOKEN.findall(known.body.sub(lambda match: _capital(match, known), line))
    if len(tokens) > WORDS:
        return False
    shape = "".join(_shape(*pair, known) for pair in zip(["&", *tokens], tokens, strict=False))
    return bool(NAME.fullmatch(shape))


def _is_postal(line):
    """Tells whether a part of a line is a postal code with its town, beside a street."""
    parts = re.split(r"\s*[,·|–—]\s+", line)
    return len(parts) > 1 and any(map(POSTCODE.fullmatch, parts))


def _names_body(line, known):
    """Tells whether a noun for a body opens a line, after a name at most, or ends it."""
    match = known.body.search(line)
    before = TOKEN.findall(line[: match.start()]) if match else []
    if not match or len(before) > BEFORE or known.event.search(line):
        return False
    others = [word for word in before if word.casefold() not in known.of]
    if any(word[0].islower() for word in others):
        return False
    if not re.search(r"\w", line[match.end() :]):
        return True
    return not before or (others == before and before[0].casefold() not in known.common)


def _capital(match, known):
    """A noun for a body as any other name, but for an "of" that goes with it."""
    last = match[0].split()[-1]
    return f"Body {last}" if last.casefold() in known.of else "Body"


def _shape(before, word, known):
    """The letter of a word in NAME; V for a verb, which no name has."""
    low, above = (text.casefold().replace("’", "'") for text in (word, before))
    if not word[0].isalpha() or low in known.of:
        return "O"
    if low in known.links:
        return "J"
    if low in known.verbs and above not in known.of:
        return "V"
    return "C" if word[0].isupper() or _is_office(low) else "w"


def _is_office(word):
    return any(is_role(word, facts(code)) for code in codes())


@cache
def _known(codes):
    def listed(*names):
        return words(*(getattr(facts(code), name) for code in codes for name in names))

    of, articles = listed("OF", "AND"), listed("ARTICLES")
    tails = any_of(phrases("LETTERHEAD_TAILS")).replace(r"(?<!\w)", r"(?<=\w\w\w)", 1)
    office = rf"{any_of(listed('ROLES'))}\s+{any_of(listed('OF'))}"
    body = rf"{pattern('LETTERHEADS')}|{office}|\b[\w-]{{3,40}}?{tails}"
    event = rf"{pattern('MEETINGS')}|{any_of(listed('STATEMENTS'))}"
    return _Known(
        of=of,
        links=articles | listed("BESIDE"),
        common=listed("FUNCTION_WORDS") - articles,
        verbs=listed("SAYING") | {phrase for phrase in phrases("HELD") if phrase.isalpha()},
        body=re.compile(body, re.IGNORECASE),
        half=re.compile(rf"\b\w+-\s{any_of(listed('AND'))}\s", re.IGNORECASE),
        event=re.compile(event, re.IGNORECASE),
    )
