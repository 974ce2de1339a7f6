"""Which passages of a file are in another language than the rest of it, by what it says itself."""

import re
from collections import Counter
from dataclasses import replace

from releases.text.language_codes import main_language

_words = re.compile(r"[^\W\d_].*[^\w'’-].*[^\W\d_]", re.DOTALL)


def told_apart(blocks):
    """
    The blocks without the marks of languages that tell nothing.

    A program gives a language to every run, right or wrong: of these the one that most of the
    text is in says nothing, and a single word is no passage.
    """
    letters: Counter[str] = Counter()
    for block in blocks:
        letters[""] += _letters(block.text)
        for mark in block.marks:
            if mark.lang:
                count = _letters(block.text[mark.start : mark.end])
                letters[main_language(mark.lang)] += count
                letters[""] -= count
    most = letters.most_common(1)[0][0] if letters else ""
    return [
        replace(
            block,
            marks=[
                mark
                for mark in block.marks
                if not mark.lang
                or (
                    main_language(mark.lang) != most
                    and _words.search(block.text[mark.start : mark.end])
                )
            ],
        )
        for block in blocks
    ]


def _letters(text):
    return sum(map(str.isalpha, text))
