"""Tells which of the newsroom's languages a text is in, by its commonest words."""

import re
from collections import Counter

from releases.reading.document import Found
from releases.reading.languages import facts, words

from .wording import codes

ENOUGH = 20_000  # characters: more of a text does not say more about its language
KNOWN = 0.11  # share of common words from which a text is taken to be in a language
AHEAD = 0.4  # by how much of that share it has to be ahead of the next: neighbours are alike
WORD = re.compile(r"[^\W\d_]+")


def find_language(blocks, said=""):
    """
    The code of the language most words are from; "" if it is none the newsroom has.

    `said` is what the file says of itself: it decides only where the words do not.
    """
    shares = _shares(_sample(blocks))
    second, best = ("", *sorted(shares, key=shares.get))[-2:]
    share = shares.get(best, 0)
    lead = 1 - shares.get(second, 0) / share if share else 0
    if share < KNOWN or lead < AHEAD:
        return Found(_offered(said), 0.4 if _offered(said) else 0.2)
    return Found(best, round(min(1.0, 0.5 + lead / 2), 2))


def _sample(blocks):
    size, texts = 0, []
    for block in blocks:
        texts.append(block.text[: ENOUGH - size])
        size += len(texts[-1])
        if size >= ENOUGH:
            break
    return "\n".join(texts)


def _shares(text):
    """Which share of its words are common words of each language, less those of its neighbours."""
    counts = Counter(WORD.findall(text.casefold()))
    total = counts.total() or 1
    known = {code: facts(code) for code in codes() if _has_facts(code)}
    return {
        code: (_count(counts, own.FUNCTION_WORDS) - 2 * _count(counts, own.NEIGHBOURS_WORDS))
        / total
        for code, own in known.items()
    }


def _count(counts, text):
    return sum(counts[word] for word in words(text))


def _has_facts(code):
    return facts(code).__name__.rpartition(".")[2] == code.partition("-")[0]


def _offered(said):
    """The code of the newsroom for what a file says, such as "fr-BE"; "" if it has none."""
    short = (said or "").replace("_", "-").partition("-")[0].lower()
    return next((code for code in codes() if code.partition("-")[0] == short), "")
