"""Finds where a text names persons: in capitalised words, by what stands beside them."""

from dataclasses import dataclass

from releases.reading.languages import names, words

from .evidence import is_aged, is_beside, is_said_to_speak
from .name_words import ENGLISH, is_addressed, may_name, name_end, touches
from .naming_offices import (
    apposition,
    cut_occupation,
    cut_portfolio,
    fuller,
    is_opened,
    occupation,
    office_before_title,
)
from .roles import is_role, role_before
from .tokens import NEAR, is_initial, past_brackets, text_at

_BEFORE_SENTENCE = ("", ".", "!", "?", "…", "”", "»", '"', "’", "“")


@dataclass
class Naming:
    """
    Tokens `first` to `end` name somebody; `role` is the place of the office told beside it.

    It is `certain` if something beside it shows it to be a name, and `heard` if it is one word
    that is said to speak, which may be the surname of somebody, but also that of a town.
    """

    first: int
    end: int
    role: tuple[int, int] | None = None
    honorific: str = ""
    certain: bool = False
    heard: bool = False


def namings(tokens, facts):
    """All that may be names in one block's tokens, in order."""
    found: list[Naming] = []
    at = 0
    while at < len(tokens):
        if not (may_name(tokens[at], facts) or is_addressed(tokens, at, facts)):
            at += 1
            continue
        end = name_end(tokens, at, facts)
        naming = _weighed(tokens, Naming(at, end), found, facts)
        if naming:
            found.append(naming)
            end = max(end, naming.role[1] if naming.role else end)
        at = end
    return found


def _weighed(tokens, naming, earlier, facts):
    """The naming with what stands around it, or None if it can be nobody's name."""
    trade = cut_occupation(tokens, naming, facts)
    before = _skip_honorifics(tokens, naming, facts)
    comma = before and tokens[before - 1].text in {",", ":"}
    role = role_before(tokens, before, facts)
    if before and tokens[before - 1].low in words(facts.OF, facts.BESIDE):
        role = cut_portfolio(tokens, naming, facts)
    elif comma and not role:
        role = role_before(tokens, before - 1, facts)
        role = role if role and is_opened(tokens, role[0], facts) else None
    if naming.first >= naming.end or _is_part_of_more(tokens, naming.end, facts):
        return None
    single = naming.end - naming.first == 1
    if role and single and not (naming.honorific or is_role(tokens[before - 1].low, facts)):
        return None
    if role and single and tokens[naming.first].low.endswith(tuple(words(facts.PLACE_ENDS))):
        return None
    if role:
        role = office_before_title(tokens, role, earlier, facts) or role
    role = role or trade
    shown = bool(role or naming.honorific) or is_aged(tokens, naming, single, facts)
    naming.role = fuller(role, apposition(tokens, naming, facts))
    naming.role = naming.role or occupation(tokens, before, facts)
    if not naming.role and is_role(naming.honorific or " ", facts):
        naming.role = (naming.first - 1, naming.first)
    if single:
        naming.heard = is_said_to_speak(tokens, naming, facts)
        shown = shown or _tells_age(tokens, naming, facts)
    else:
        shown = shown or _is_shown(tokens, naming, before, earlier, facts)
    naming.certain = shown and not is_initial(tokens[naming.end - 1])
    return naming


def _is_shown(tokens, naming, before, earlier, facts):
    """
    Tells whether several words are somebody's name, by the first of them or what stands beside.
    """
    return (
        tokens[naming.first].low in words(names.GIVEN)
        or bool(naming.role)
        or is_beside(tokens, naming, earlier, facts)
        or _speaks_for(tokens, naming, facts)
        or _is_told_to_speak(tokens, before, facts)
    )


def _tells_age(tokens, naming, facts):
    """
    Tells whether a given name, or one word at the start, has an age: "Jane, 84,", "Jane is 84".
    """
    age = text_at(tokens, naming.end + 1)
    given = tokens[naming.first].low in words(names.GIVEN)
    begins = given or text_at(tokens, naming.first - 1) in _BEFORE_SENTENCE
    if not begins or not (age.isdigit() and len(age) == 2):
        return False
    if tokens[naming.end].low in words(facts.AUXILIARIES):
        return given
    listed = text_at(tokens, naming.end + 3).isdigit()
    return not listed and is_aged(tokens, naming, False, facts)


def _speaks_for(tokens, naming, facts):
    """Tells whether somebody of a party speaks: "Jane Roe (ABC):", but not "Some Body (SB):"."""
    after = past_brackets(tokens, naming.end, min(naming.end + NEAR, len(tokens)))
    speaks = text_at(tokens, after) == ":" or text_at(tokens, after) in words(facts.SAYING)
    initials = "".join(token.text[0] for token in tokens[naming.first : naming.end])
    return after > naming.end and speaks and tokens[naming.end + 1].text != initials


def _is_told_to_speak(tokens, before, facts):
    """
    Tells whether a verb of saying and one more word lead to a name: "said passenger Jane Roe".
    """
    if before < 2 or not tokens[before - 1].text.islower():
        return False
    linked = tokens[before - 1].low in words(facts.OF, facts.BESIDE, facts.ARTICLES, facts.THAT)
    return tokens[before - 2].low in words(facts.SAYING) and not linked


def _is_part_of_more(tokens, end, facts):
    """Tells whether the name goes on as that of a body or an office: "Rural Action Council"."""
    if end >= len(tokens) or not touches(tokens, end) or not tokens[end].is_capital:
        return False
    if tokens[end].low in words(names.HONOURS):
        return False
    known = words(facts.NOT_NAMES, ENGLISH.NOT_NAMES)
    return tokens[end].low in known or is_role(tokens[end].low, facts)


def _skip_honorifics(tokens, naming, facts):
    before = naming.first
    while before and tokens[before - 1].low in words(facts.HONORIFICS):
        before -= 1
        naming.honorific = tokens[before].low
    if naming.honorific and before and tokens[before - 1].low in words(facts.ARTICLES):
        before -= 1
    return before
