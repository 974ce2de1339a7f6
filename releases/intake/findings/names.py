"""Where a text names persons: capitalised words that something beside them shows to be a name."""

from dataclasses import dataclass

from ..languages import facts as language_facts
from ..languages import names, words
from .appositions import role_after
from .evidence import is_aged, is_beside, is_said_to_speak
from .roles import is_role, role_before
from .tokens import is_initial, past_nickname

# English names of bodies stand in releases of every language.
ENGLISH = language_facts("en")
_LONGEST = 6


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
    found = []
    at = 0
    while at < len(tokens):
        if not (_may_name(tokens[at], facts) or _is_addressed(tokens, at, facts)):
            at += 1
            continue
        end = _name_end(tokens, at, facts)
        naming = _weighed(tokens, Naming(at, end), found, facts)
        if naming:
            found.append(naming)
            end = max(end, naming.role[1] if naming.role else end)
        at = end
    return found


def _may_name(token, facts):
    return (
        token.is_capital
        and len(token.text) > 1
        and (is_initial(token) or not token.text.endswith("."))
        and token.low not in words(facts.NOT_NAMES, ENGLISH.NOT_NAMES)
        and token.low not in words(facts.HONORIFICS, names.HONOURS)
        and not is_role(token.low, facts)
    )


def _is_addressed(tokens, at, facts):
    """Whether a surname that is also a word stands after "Mr"."""
    honoured = at and tokens[at - 1].low in words(facts.HONORIFICS)
    return honoured and tokens[at].is_capital and tokens[at].low in words(names.ALSO_SURNAMES)


def _name_end(tokens, first, facts):
    """The token after a name that starts at `first`: names, initials, and particles between."""
    end = first + 1
    while end < len(tokens) and end - first < _LONGEST * 2:
        small = past_nickname(tokens, end)
        while small < len(tokens) and _is_particle(tokens, small, end) and _touches(tokens, small):
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
    """Whether a name goes on with a token, which may be a surname after a given name only."""
    token = tokens[at]
    surname = token.is_capital and token.low in words(names.ALSO_SURNAMES)
    return _touches(tokens, at) and (surname or _may_name(token, facts))


def _is_particle(tokens, at, first):
    known = names.PARTICLES if at == first else names.PARTICLES + " " + names.LATER_PARTICLES
    return tokens[at].low in words(known)


def _particle_fits(tokens, first, end, small):
    """Jan van Dijk, but not Jan Smit van Example: what follows a full name is where they work."""
    if tokens[end].is_capital:
        return True
    given = [token for token in tokens[first:end] if not token.text.endswith(".")]
    return len(given) == 1 or tokens[small - 1].low in words(names.MIDDLE_PARTICLES)


def _touches(tokens, at):
    """Whether nothing but a space stands before a token."""
    return tokens[at].start - tokens[at - 1].end <= 1 and not tokens[at].breaks


def _with_suffix(tokens, end):
    comma = end < len(tokens) and tokens[end].text == ","
    after = end + comma
    if after < len(tokens) and tokens[after].low in words(names.SUFFIXES):
        return after + 1
    return end


def _weighed(tokens, naming, earlier, facts):
    """The naming with what stands around it, or None if it can be nobody's name."""
    occupation = _cut_occupation(tokens, naming, facts)
    before = _skip_honorifics(tokens, naming, facts)
    comma = before and tokens[before - 1].text in {",", ":"}
    role = role_before(tokens, before, facts)
    if before and tokens[before - 1].low in words(facts.OF, facts.BESIDE):
        role = _cut_portfolio(tokens, naming, facts)
    elif comma and not role:
        role = role_before(tokens, before - 1, facts)
        role = role if role and _is_opened(tokens, role[0], facts) else None
    if naming.first >= naming.end or _is_part_of_more(tokens, naming.end, facts):
        return None
    single = naming.end - naming.first == 1
    if role and single and not is_role(tokens[before - 1].low, facts):
        return None
    if role and single and tokens[naming.first].low.endswith(tuple(words(facts.PLACE_ENDS))):
        return None
    role = role or occupation
    shown = bool(role or naming.honorific) or is_aged(tokens, naming, single, facts)
    shown = shown or (not single and tokens[naming.first].low in words(names.GIVEN))
    naming.role = _fuller(role, role_after(tokens, naming.end, facts))
    naming.role = naming.role or _occupation(tokens, before, facts)
    shown = shown or (not single and bool(naming.role or is_beside(tokens, naming, earlier, facts)))
    naming.heard = single and is_said_to_speak(tokens, naming, facts)
    naming.certain = shown and not is_initial(tokens[naming.end - 1])
    return naming


def _cut_occupation(tokens, naming, facts):
    """Of "Lockkeeper Jane Roe" make the name Jane Roe, and give the place of the word before."""
    first = naming.first
    ends = tuple(words(facts.AGENT_ENDS, facts.FIELD_ENDS, facts.PLACE_ENDS))
    word = tokens[first].low
    long = [token for token in tokens[first : naming.end] if token.is_capital]
    if len(long) < 3 or not ends or not word.endswith(ends) or word in words(names.GIVEN):
        return None
    naming.first += 1
    return first, naming.first


def _fuller(before, after):
    """Of the offices told before and after a name, the first that is more than "Senator"."""
    if before and after and before[1] - before[0] == 1 and after[1] - after[0] > 1:
        return after
    return before or after


def _occupation(tokens, end, facts):
    """The place of a word that stands for an office in "said the baker Jane Roe", or None."""
    if end < 3 or tokens[end - 1].is_capital or not tokens[end - 1].text.isalpha():
        return None
    article, verb = tokens[end - 2].low, tokens[end - 3].low
    told = article in words(facts.ARTICLES) and verb in words(facts.SAYING)
    return (end - 1, end) if told else None


def _is_part_of_more(tokens, end, facts):
    """Whether the name goes on as that of a body or an office: "Rural Action Council"."""
    if end >= len(tokens) or not _touches(tokens, end) or not tokens[end].is_capital:
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


def _is_opened(tokens, first, facts):
    """Whether an article, also one in "du", or the start of the text stands before an office."""
    before = words(facts.ARTICLES, facts.OF, facts.BESIDE)
    return first == 0 or tokens[first - 1].low in before or tokens[first].is_capital


def _cut_portfolio(tokens, naming, facts):
    """Of "Minister of Fisheries Jane Roe" make the name Jane Roe, and give the office before."""
    role = role_before(tokens, naming.first + 1, facts)
    if not role:
        return None
    known = words(names.PARTICLES, names.LATER_PARTICLES)
    long = [at for at in range(naming.first, naming.end) if tokens[at].low not in known]
    keep = long[-2:] if len(long) > 2 else long[1:]
    after = tokens[naming.end : naming.end + 2]
    name_follows = len(after) == 2 and after[0].text == "," and _may_name(after[1], facts)
    naming.first = keep[0] if keep and not name_follows else naming.end
    return role[0], naming.first
