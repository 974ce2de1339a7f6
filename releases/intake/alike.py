"""Tells which texts are nearly the same, by a few numbers for each."""

import unicodedata
from array import array
from collections import defaultdict
from hashlib import blake2b
from heapq import nsmallest

NEARLY = 0.8  # the share of runs of words from which two texts are taken for one
RUN = 5  # words
NUMBERS = 64  # of a text: the smallest of those its runs of words make
LOOKED_AT = 4  # of them, by which texts that may be alike are found
LATEST = 20  # of those that share such a number, as a phrase makes that all of them end with


def folded(text):
    """The words of a name without accents, case and marks, as a list."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return letters.split()


class Alike:
    """The texts met so far, each by what it is called; some 700 bytes a text."""

    def __init__(self):
        self.names: list[str] = []
        self.prints: list[array] = []
        self.sharing: defaultdict[int, array] = defaultdict(lambda: array("L"))

    def find(self, own):
        """Returns what the text most like one with this `fingerprint` is called, or None."""
        sharing = [self.sharing.get(number, ())[-LATEST:] for number in own[:LOOKED_AT]]
        shares = {place: shared(own, self.prints[place]) for places in sharing for place in places}
        best = max(shares, key=lambda place: shares[place], default=None)
        return self.names[best] if best is not None and shares[best] >= NEARLY else None

    def add(self, name, own):
        for number in own[:LOOKED_AT]:
            self.sharing[number].append(len(self.names))
        self.names.append(name)
        self.prints.append(own)


def fingerprint(text):
    """The smallest numbers its runs of words make. Texts that share words share numbers."""
    words = folded(text)
    runs = {" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}
    return array("Q", nsmallest(NUMBERS, {_number(run) for run in runs}))


def _number(run):
    return int.from_bytes(blake2b(run.encode(), digest_size=8).digest())


def shared(one, other):
    """About which share of the runs of both texts together stands in each."""
    smallest = set(nsmallest(NUMBERS, {*one, *other}))
    return len(smallest & set(one) & set(other)) / len(smallest)
