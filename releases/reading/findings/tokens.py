"""A text as words and punctuation, each with its place: what the findings walk along."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from releases.reading.languages import names, words

# So many words apart is still close by.
NEAR = 8

# At the end of whose something is: "the charity's director".
POSSESSIVE = ("'s", "’s")

# Around a nickname.
_OPENING = ("“", "„", "«", "‘", "‚", '"', "'")
_CLOSING = ("”", "“", "»", "’", "‘", '"', "'")

_TOKEN = re.compile(
    rf"""
    (?-i:\b[ai]\.\s?[DR]\.)(?=[\s,;:)]|$)         # out of office, in German: a. D., i. R.
    | (?:[^\W\d_]\.-?)+(?=[\s,;:)]|$)               # initials and abbreviations: R., U.S.
    | \b(?:{"|".join(sorted(words(names.ABBREVIATIONS), reverse=True))})\.
    | \b\d{{1,2}}\.(?=\s)                         # ordinals
    | \b(?:[cdjlmnst]|qu)['’](?=\w)               # what French leaves out a vowel of
    | ['’]s\b
    | \w+(?:[-‐‑'’&/](?!s\b)\w+|\.(?=\w)\w+)*
    | \S
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Token(NamedTuple):
    """
    A word or a sign; characters `start` to `end` of the text, and `low`, in lower case.

    `breaks` if a new line begins with it.
    """

    text: str
    start: int
    end: int
    low: str
    breaks: bool

    @property
    def is_capital(self):
        """Tells whether it begins as a name does."""
        return self.text[0].isupper()


@lru_cache(maxsize=2048)
def tokens_of(text):
    """All tokens of a text, in order."""
    tokens = []
    end = 0
    for match in _TOKEN.finditer(text):
        breaks = "\n" in text[end : match.start()]
        end = match.end()
        low = "".join(match[0].lower().split())
        tokens.append(Token(match[0], match.start(), end, low, breaks))
    return tokens


def is_initial(token):
    """Tells whether it is one letter, or letters, of a given name: "R.", "J.-P."."""
    return token.text.endswith(".") and len(token.text) <= 5 and token.text[1:2] == "."


def ends_sentence(tokens, at):
    """
    Tells whether a sentence ends with a token: a full stop that no word in lower case follows.
    """
    if tokens[at].text not in {".", "!", "?", "…"} and not _ends_age(tokens, at):
        return False
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    return not (after[0].islower() or after in {",", ";", ":", ")"})


def _ends_age(tokens, at):
    """Tells whether a number and a full stop are an age, "Jane Roe, 58.", and no day of a month."""
    number, stop = tokens[at].text[:-1], tokens[at].text[-1]
    return stop == "." and number.isdigit() and int(number) > 31 and text_at(tokens, at - 1) == ","


def token_at(tokens, character):
    """The number of the first token at or after a character."""
    return bisect_left(tokens, character, key=lambda token: token.start)


def text_at(tokens, at):
    """The text of a token, "" for a number that there is none of."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def past_brackets(tokens, first, stop):
    """The token after brackets that open at `first`; `first` if none do, or none close."""
    if text_at(tokens, first) != "(":
        return first
    return next((at + 1 for at in range(first, stop) if tokens[at].text == ")"), first)


def past_nickname(tokens, at):
    """The token after one quoted word, as in 'William "Billy" Roe'; `at` if none is there."""
    is_quoted = text_at(tokens, at) in _OPENING and text_at(tokens, at + 2) in _CLOSING
    return at + 3 if is_quoted and text_at(tokens, at + 1)[0].isupper() else at
