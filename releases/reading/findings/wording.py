"""The words of the newsroom's languages, as sets and as patterns."""

import re
from functools import cache

from django.conf import settings

from releases.reading.languages import facts

GAP = r"\s(?:(?:[^.!?;]|(?<=\d)\.){1,160}?\s)?"


def codes(language=""):
    """The code `language` alone; all of the newsroom's where none is known."""
    return (language,) if language else tuple(code for code, _ in settings.LANGUAGES)


def phrases(name, language=""):
    """The phrases of that name (such as "LABELS") as a frozenset, in one language or in all."""
    return _phrases(name, codes(language))


def pattern(name, language=""):
    """
    A regular expression, as text, that matches one of the phrases as whole words, longest first.

    It is to be compiled with re.IGNORECASE. Spaces match any white space, apostrophes any kind,
    "…" between two words what stands between them in a sentence.
    """
    return _pattern(name, codes(language))


def any_of(words):
    """A regular expression, as text, that matches one of these words or phrases."""
    if not words:
        return r"(?!)"
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    choices = "|".join(map(re.escape, longest_first))
    choices = choices.replace(r"\ …\ ", GAP).replace(r"\ ", r"\s+").replace("'", "['’]")
    return rf"(?<!\w)(?>(?:{choices})(?:(?!\w)|(?<=['’])))"


@cache
def _phrases(name, codes):
    found = (phrase for code in codes for phrase in getattr(facts(code), name).split(";"))
    return frozenset(" ".join(phrase.split()) for phrase in found) - {""}


@cache
def _pattern(name, codes):
    return any_of(_phrases(name, codes))
