"""What differs between two texts: by paragraph, then by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from typing import Any

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from . import html
from .verbatim import fold, folded_parts

FEW = 3  # equal words between two changes that are read on their own
SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"

Run = tuple[str, str]  # of words: a kind, and the words
Spoken = tuple[str, str, str]  # a run, and the language of the passage it is in, or ""
Stretch = tuple[bool, tuple[int, int], tuple[int, int]]


@dataclass
class Change:
    """
    A paragraph of two texts. `kind` is same, changed, added or removed; `words` are pairs of
    a kind (same, added, removed) and a run of words; `before` and `after` number the paragraph
    in either text from 0, None where it is not there.
    """

    kind: str
    words: list[Run]
    before: int | None
    after: int | None


def paragraphs(body: str) -> list[str]:
    """Split clean HTML into its paragraphs, as plain texts."""
    return html.plain(body).splitlines()


def compare(old: list[str], new: list[str]) -> list[Change]:
    """Compare two lists of plain texts, paragraph by paragraph."""
    found = []
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for before, after in zip_longest(range(a, a_end), range(b, b_end)):
            if tag == "equal":
                found.append(Change(SAME, [(SAME, old[before])], before, after))
            elif after is None:
                found.append(Change(REMOVED, [(REMOVED, old[before])], before, after))
            elif before is None:
                found.append(Change(ADDED, [(ADDED, new[after])], before, after))
            else:
                words = compare_words(old[before], new[after])
                found.append(Change(CHANGED, words, before, after))
    return found


def compare_words(old: str, new: str) -> list[Run]:
    """
    Find the runs of words that are the same, removed or added, in order.

    Words that stay between two changes are told as changed with them if they are fewer than
    three: whoever reads a change reads words, not a puzzle of them.
    """
    ours, theirs = _words(old), _words(new)
    runs = []
    for same, (a, a_end), (b, b_end) in _stretches(ours, theirs):
        if same:
            runs.append((SAME, "".join(ours[a:a_end])))
            continue
        if removed := "".join(ours[a:a_end]):
            runs.append((REMOVED, removed))
        if added := "".join(theirs[b:b_end]):
            runs.append((ADDED, added))
    return runs


def _stretches(ours: list[str], theirs: list[str]) -> list[Stretch]:
    """Tell of each stretch of two lists of words whether it is the same, and where it stands."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    stretches: list[Stretch] = []
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        few = sum(word[0].isalnum() for word in ours[a:a_end]) < FEW
        between = stretches and a_end < len(ours) and b_end < len(theirs)
        same = tag == "equal" and not (few and between)
        if not same and stretches and not stretches[-1][0]:
            _, (a, _), (b, _) = stretches.pop()
        stretches.append((same, (a, a_end), (b, b_end)))
    return stretches


def in_languages(change: Change, old: list[list[str]], new: list[list[str]]) -> list[Spoken]:
    """
    Part the runs of a paragraph where another language begins. `old` and `new` say of either
    text which language its characters are in (see `html.languages_of()`).
    """
    before = iter([] if change.before is None else old[change.before])
    after = iter([] if change.after is None else new[change.after])
    spoken = []
    for kind, words in change.words:
        languages = [] if kind == ADDED else list(islice(before, len(words)))
        if kind != REMOVED:
            languages = list(islice(after, len(words)))
        spoken += [(kind, run, code) for code, run in html.by_language(words, languages)]
    return spoken


def touched(old: list[str], new: list[str]) -> set[int]:
    """Number the paragraphs of `old` (plain texts) that `new` has changed or dropped."""
    changes = compare(old, new)
    return {
        change.before
        for change in changes
        if change.kind in (CHANGED, REMOVED) and change.before is not None
    }


def reasons_not_minor(old: Any, new: Any) -> Iterator[Promise]:
    """
    Say why the step from edition `old` to `new` is no minor change, a sentence a reason.

    Titles, words of a quote, names, numbers and dates never are: whoever cites the
    release has cited those. Two queries.
    """
    if old.title != new.title:
        yield _("the title has changed")
    if _quoted(old) != _quoted(new):
        yield _("a quote has changed")
    changed = _changed_words(old, new)
    if any(re.search(r"\d", word) for word in changed):
        yield _("a number or a date has changed")
    elif {word.casefold() for word in changed} & _calendar(new.language):
        yield _("a date has changed")
    # A word that only became a capital or lost it is still a name to whoever reads it as one.
    if any(word[0].isupper() for word in changed):
        yield _("a name, or a word with a capital, has changed")


def _quoted(edition: Any) -> tuple[dict[str, list[Any]], list[str]]:
    """Read what is on record as said, and what stands between quotation marks in the text."""
    words = ("words", "original_words")
    names = ("speaker", "appointment", "title_as_printed", "language")
    record = {
        quote["key"]: [folded_parts(quote[name]) for name in words] + [quote[n] for n in names]
        for quote in edition.quotes.values("key", *words, *names)
    }
    text = fold(f"{edition.summary}\n{html.plain(edition.body)}").text
    return record, re.findall('"[^"]*"', text)


def _changed_words(old: Any, new: Any) -> set[str]:
    """Find the words that were taken, added, or have changed places."""
    before, after = (
        re.findall(r"\w+(?:[.,:’'\-]\w+)*", f"{text.summary}\n{html.plain(text.body)}")
        for text in (old, new)
    )
    changed = set()
    for tag, a, a_end, b, b_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            changed |= {*before[a:a_end], *after[b:b_end]}
    return changed


def _calendar(language: str) -> set[str]:
    with override(language):
        return {str(name).casefold() for name in [*MONTHS.values(), *WEEKDAYS.values()]}


def _words(text: str) -> list[str]:
    """Split a text into words, with the white space and marks that follow them."""
    return re.findall(r"\w+|\W", text)
