"""Offices and occupations: what counts as one, and the whole statement of it before a name."""

from functools import cache

from releases.reading.languages import words

from .tokens import POSSESSIVE

# The shortest noun that is looked for at the end of a compound ("Außenministerin").
_SHORTEST_END = 6
_LONGEST_NOUN = 40
LONGEST = 20
# Also what the Bakers' Union has instead of an s.
_OWNING = (*POSSESSIVE, "'", "’")


@cache
def is_role(word, facts):
    """Tells whether a word, in lower case, names an office or an occupation."""
    roles = words(facts.ROLES)
    forms = [
        word,
        word.rpartition("-")[2],
        word.partition("-in-")[0],
        *([word.partition("-")[2]] if word[:1].isdigit() else []),
    ]
    for ending in words(facts.ENDINGS):
        forms += [form.removesuffix(ending) for form in forms[:2] if form.endswith(ending)]
    if any(form in roles for form in forms):
        return True
    if not facts.COMPOUNDS:
        return False
    return any(end in roles for form in forms for end in ends_of(form))


def ends_of(noun):
    """The ends of a compound that may be nouns themselves, the longest first."""
    noun = noun[-_LONGEST_NOUN:]
    return [noun[at:] for at in range(len(noun) - _SHORTEST_END + 1)]


def role_before(tokens, end, facts):
    """
    The place (first, after last) of the office that ends right before token `end`, or None.

    Both "Minister of Trade" and "Minister" are one; articles stay out of it.
    """
    noun = _noun_before(tokens, end, facts)
    if noun is None:
        return None
    first = _of_another(tokens, _with_modifiers(tokens, noun, facts), facts)
    if first >= 2 and tokens[first - 1].low in words(facts.AND):
        other = _noun_before(tokens, first - 1, facts)
        if other is not None and not _holds_name(tokens, other, first - 1, facts):
            first = _with_modifiers(tokens, other, facts)
    return first, end


def _holds_name(tokens, noun, end, facts):
    """Tells whether somebody's name stands behind an office: "Minister of Trade Jane Roe"."""
    charge = [token for token in tokens[noun + 1 : end] if token.is_capital]
    return len([token for token in charge if token.low not in words(facts.NOT_NAMES)]) > 1


def _of_another(tokens, first, facts):
    """The first token of "adviser to the King" if `first` is that of "King"."""
    at = first
    links = words(facts.OF, facts.BESIDE, facts.ARTICLES)
    while at > max(first - 4, 0) and tokens[at - 1].low in links:
        at -= 1
    before = tokens[first - 1].low if first else ""
    contracted = before in words(facts.BESIDE)
    if (
        before in words(facts.ARTICLES)
        and (contracted or at < first - 1)
        and _is_role_at(tokens, at - 1, facts)
    ):
        return _with_modifiers(tokens, at - 1, facts)
    return first


def _noun_before(tokens, end, facts):
    """The last noun for an office before `end`, if only what it is in charge of stands between."""
    links = words(facts.OF, facts.BESIDE, facts.ARTICLES, facts.AND)
    tail = words(facts.ROLE_TAIL)
    is_apart = end < len(tokens) and tokens[end].text == ","
    if tokens[end - 1].low in links:
        return None
    for at in range(end - 1, max(end - LONGEST, -1), -1):
        token = tokens[at]
        if is_role(token.low, facts):
            goes_on = at + 1 == end or tokens[at + 1].low in words(
                facts.OF, facts.BESIDE, facts.ROLE_TAIL
            )
            if not goes_on and not (at + 2 == end and _is_field(tokens[at + 1], facts)):
                return None
            # "Chargée" is an office, and stands between one and its charge.
            earlier = _noun_before(tokens, at, facts) if at and token.low in links else None
            return at if earlier is None else earlier
        known = token.is_capital or token.low in links | tail or (is_apart and token.text == ",")
        known = known or (at + 1 == end and _is_field(token, facts))
        if not known and not _follows(tokens, at, is_apart, facts):
            return None
    return None


def _is_field(token, facts):
    """Tells whether a word tells by its end a field or country, after an office without an "of"."""
    ends = tuple(words(facts.FIELD_ENDS, facts.PLACE_ENDS))
    return bool(ends) and token.low.endswith(ends)


def _follows(tokens, at, is_apart, facts):
    """
    Tells whether a word in lower case belongs to those before: "of trade", "of the upper house,".
    """
    before = tokens[max(at - 2, 0) : at]
    is_word = tokens[at].text[0].isalpha() and tokens[at].low not in _verbs(facts)
    if not is_word or not before:
        return False
    linked = any(token.low in words(facts.OF, facts.BESIDE, facts.ARTICLES) for token in before)
    if is_apart:
        return linked or before[-1].is_capital
    return before[-1].low in words(facts.OF, facts.BESIDE)


def _verbs(facts):
    return words(facts.SAYING, facts.REACTING, facts.AUXILIARIES, facts.THAT)


def _with_modifiers(tokens, noun, facts):
    """The first token of an office: "Road Safety Minister", "Belgian minister"."""
    first = noun
    while first > max(noun - LONGEST, 0) and _modifies(tokens[first - 1], facts):
        first -= 1
    furthest = 2 if facts.COMPOUNDS else 0
    if not tokens[noun].is_capital:
        furthest = 4
    far = first
    while far and first - far < furthest and _may_modify(tokens[far - 1], facts):
        far -= 1
    opened = far == 0 or tokens[far - 1].text in {".", "!", "?", ":", "\n", *POSSESSIVE}
    opened = opened or tokens[far - 1].low in words(facts.ARTICLES, facts.SAYING, facts.ALSO)
    return far if opened else first


def _modifies(token, facts):
    links = words(facts.ARTICLES, facts.OF, facts.BESIDE, facts.AND)
    others = facts.SAYING, facts.ALSO, facts.THAT, facts.OPENINGS
    small = links | words(*others, *_pronouns(facts))
    return (
        (token.is_capital and token.low not in small)
        or is_role(token.low, facts)
        or token.low in words(facts.ROLE_TAIL)
    )


def _may_modify(token, facts):
    small = words(facts.ARTICLES, facts.OF, facts.BESIDE, facts.AND, facts.ALSO)
    is_word = any(sign.isalpha() for sign in token.text)
    is_word = is_word and token.text not in POSSESSIVE
    return is_word and token.low not in small | _verbs(facts)


def _pronouns(facts):
    """The words for him, for her and for them, as three texts of words."""
    return facts.HE, facts.SHE, facts.THEY


def role_phrase(tokens, noun, facts):
    """The place (first, after last) of the whole office of which a token is the noun."""
    links = words(facts.OF, facts.ARTICLES)
    end = noun + 1
    while end < min(len(tokens), noun + LONGEST) and (
        tokens[end].low in words(facts.OF, facts.ROLE_TAIL)
        or (end > noun + 1 and tokens[end].low in links)
        or (end > noun + 1 and _is_charge(tokens, end, facts))
        or (tokens[end].low in words(facts.AND) and _is_role_at(tokens, end + 1, facts))
        or is_role(tokens[end].low, facts)
    ):
        end += 1
    while tokens[end - 1].low in links:
        end -= 1
    return _with_modifiers(tokens, noun, facts), end


def _is_charge(tokens, at, facts):
    """
    Tells whether a word tells what an office is in charge of: "of Trade", "of the Farmers' Union".
    """
    if tokens[at].text in _OWNING:
        return tokens[at - 1].is_capital and tokens[at + 1 : at + 2] and tokens[at + 1].is_capital
    if not tokens[at].text[0].isalpha() or tokens[at].low in _verbs(facts):
        return False
    links = words(facts.OF, facts.ARTICLES)
    if tokens[at - 1].low in links:
        return True
    if tokens[at].is_capital:
        return tokens[at - 1].is_capital or tokens[at - 1].text in _OWNING
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or not after.text[0].isalnum() or after.low in _verbs(facts)
    return ends and tokens[at - 2].low in links


def _is_role_at(tokens, at, facts):
    return 0 <= at < len(tokens) and is_role(tokens[at].low, facts)
