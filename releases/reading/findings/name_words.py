"""Knows which words a person's name is made of, and where it ends."""

from releases.reading.languages import facts as language_facts
from releases.reading.languages import names, words

from .roles import is_role
from .tokens import is_initial, past_nickname

# English names of bodies stand in releases of every language.
ENGLISH = language_facts("en")
_LONGEST = 6


def may_name(token, facts):
    """Tells whether a token may be a word of a name."""
    return (
        token.is_capital
        and len(token.text) > 1
        and (is_initial(token) or not token.text.endswith("."))
        and token.low not in words(facts.NOT_NAMES, ENGLISH.NOT_NAMES)
        and token.low not in words(facts.HONORIFICS, names.HONOURS, names.SUFFIXES)
        and not is_role(token.low, facts)
    )


def is_addressed(tokens, at, facts):
    """Tells whether a surname that is or begins with a word stands after "Mr" or an office."""
    if not at or not tokens[at].is_capital:
        return False
    honoured = tokens[at - 1].low in words(facts.HONORIFICS)
    if honoured and tokens[at].low in words(names.ALSO_SURNAMES):
        return True
    titled = honoured or is_role(tokens[at - 1].low, facts)
    return titled and tokens[at].low in words(names.PARTICLES) and touches(tokens, at)


def name_end(tokens, first, facts):
    """The token after a name that starts at `first`: names, initials, and particles between."""
    end = first + 1
    while end < len(tokens) and end - first < _LONGEST * 2:
        small = past_nickname(tokens, end)
        while small < len(tokens) and _is_particle(tokens, small, end) and touches(tokens, small):
            small += 1
        is_particle = small > end and tokens[end].text[0].isalpha()
        if is_particle and not _particle_fits(tokens, first, end, small):
            break
        if small >= len(tokens) or not _goes_on(tokens, small, facts):
            break
        end = small + 1
    while end > first + 1 and is_initial(tokens[end - 1]):
        end -= 1
    return _with_suffix(tokens, end)


def _goes_on(tokens, at, facts):
    """Tells whether a name goes on with a token, which may be a surname after a given name only."""
    token = tokens[at]
    surname = token.is_capital and token.low in words(names.ALSO_SURNAMES)
    surname = surname or _is_surname(tokens, at, facts)
    return touches(tokens, at) and (surname or may_name(token, facts))


def _is_surname(tokens, at, facts):
    """
    Tells whether an office is but a surname: a given name before it, and no other name behind.
    """
    # Where nouns are written together, an office is one word: what follows it is no part of it.
    titled = facts.COMPOUNDS and at > 1 and is_role(tokens[at - 2].low, facts)
    given = (titled and touches(tokens, at - 1)) or tokens[at - 1].low in words(names.GIVEN)
    if not (given and tokens[at].is_capital) or not is_role(tokens[at].low, facts):
        return False
    return at + 1 == len(tokens) or not (tokens[at + 1].is_capital and touches(tokens, at + 1))


def _is_particle(tokens, at, first):
    known = words(names.PARTICLES)
    if at > first or tokens[at - 1].low in known:
        known = words(names.PARTICLES, names.LATER_PARTICLES)
    return tokens[at].low in known


def _particle_fits(tokens, first, end, small):
    """Jan van Dijk, but not Jan Smit van Example: what follows a full name is where they work."""
    if tokens[end].is_capital:
        return True
    given = [token for token in tokens[first:end] if not token.text.endswith(".")]
    return len(given) == 1 or tokens[small - 1].low in words(names.MIDDLE_PARTICLES)


def touches(tokens, at):
    """Tells whether nothing but a space stands before a token."""
    return tokens[at].start - tokens[at - 1].end <= 1 and not tokens[at].breaks


def _with_suffix(tokens, end):
    comma = end < len(tokens) and tokens[end].text == ","
    after = end + comma
    if after < len(tokens) and tokens[after].low in words(names.SUFFIXES):
        return after + 1
    return end
