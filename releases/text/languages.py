"""The languages of the newsroom: which there are, what they are called, which one is shown."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.conf import settings
from django.utils.translation import get_language, get_language_info

# Languages that write the names of languages with a capital inside a sentence.
CAPITALISING = {"en", "de", "nl", "lb"}

# The quotation marks of languages that do not use “ and ”, as the Unicode CLDR has them.
MARKS = {
    "fr": ("«\u00a0", "\u00a0»"),
    **dict.fromkeys(["bg", "cs", "de", "et", "is", "lb", "lt", "sk", "sl"], ("„", "“")),
    **dict.fromkeys(["hr", "hu", "pl", "ro"], ("„", "”")),
    **dict.fromkeys(["el", "es", "it", "nb", "nn", "no", "ru", "uk"], ("«", "»")),
    **dict.fromkeys(["fi", "sv"], ("”", "”")),
}

T = TypeVar("T")


def languages() -> list[tuple[str, str]]:
    """List the newsroom's languages as (code, name) pairs: a setting that no migration names."""
    return settings.LANGUAGES


def default_language() -> str:
    """Name the language that the newsroom writes first, by its code; a setting, too."""
    return settings.LANGUAGE_CODE


def active_language() -> str:
    """Name the language in which this page, form or mail is written, by its code."""
    return get_language() or default_language()


def name_of_language(code: str) -> str:
    """Name a language in the active one, as in a sentence: “French”, “français”."""
    name = str(get_language_info(code)["name_translated"])
    if active_language().partition("-")[0] in CAPITALISING:
        return name
    return name[:1].lower() + name[1:]


def in_language_or_first(records: Iterable[T], language: str, language_of: Callable[[T], str]) -> T:
    """
    Choose the record in `language`; else the first in the order of the newsroom's languages.

    Raises ValueError where there are no records.
    """
    order = [language, *(code for code, name in languages())]
    place = {code: number for number, code in reversed(list(enumerate(order)))}
    return min(records, key=lambda record: place.get(language_of(record), len(order)))


def in_marks(words: str, language: str) -> str:
    """Put words between the quotation marks of the language they are in."""
    opening, closing = MARKS.get(language.partition("-")[0], ("“", "”"))
    return f"{opening}{words}{closing}"
