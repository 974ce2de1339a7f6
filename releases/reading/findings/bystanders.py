"""Knows who is named beside a verb of saying, and is not the one who speaks."""

from itertools import takewhile

from releases.reading.languages import words

from .tokens import POSSESSIVE, text_at

# So many words may stand between "told" and the last word of who listens.
_LISTENER = 3


def listens(tokens, at, facts):
    """Tells whether somebody is but spoken to: "told officers", "told the Minister"."""
    telling, that = words(facts.TELLING), words(facts.THAT)
    near = reversed(tokens[max(at - _LISTENER, 0) : at])
    clause = takewhile(lambda token: token.text[0].isalnum() and token.low not in that, near)
    return any(token.low in telling for token in clause)


def owns(tokens, after, facts):
    """Tells whether it is somebody else who speaks: "Jane's sister", but not "Jane's statement"."""
    if text_at(tokens, after) not in POSSESSIVE:
        return False
    near = {token.low for token in tokens[after + 1 : after + 3]}
    return near.isdisjoint(words(facts.STATEMENTS, facts.VIEWS))


def is_one_of(tokens, at, facts):
    """Tells whether an "of" makes a pronoun a part of who speaks: "l'une d'elles"."""
    of = words(facts.OF) - words(facts.ARTICLES)
    return at > 0 and tokens[at - 1].low in of
