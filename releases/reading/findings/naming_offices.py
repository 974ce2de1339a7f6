"""The office told beside a name, where the name itself has to be told from it."""

from releases.reading.languages import names, words

from .appositions import role_after
from .name_words import may_name
from .roles import is_role, role_before, role_phrase
from .tokens import NEAR, POSSESSIVE, text_at


def cut_occupation(tokens, naming, facts):
    """Of "Lockkeeper Jane Roe" make the name Jane Roe, and give the place of the word before."""
    first = naming.first
    ends = tuple(words(facts.AGENT_ENDS, facts.FIELD_ENDS, facts.PLACE_ENDS))
    word = tokens[first].low
    long = [token for token in tokens[first : naming.end] if token.is_capital]
    if len(long) < 3 or not ends or not word.endswith(ends) or word in words(names.GIVEN):
        return None
    naming.first += 1
    return first, naming.first


def cut_portfolio(tokens, naming, facts):
    """Of "Minister of Fisheries Jane Roe" make the name Jane Roe, and give the office before."""
    role = role_before(tokens, naming.first + 1, facts)
    if not role:
        return None
    known = words(names.PARTICLES, names.LATER_PARTICLES)
    long = [at for at in range(naming.first, naming.end) if tokens[at].low not in known]
    keep = long[-2:] if len(long) > 2 else long[1:]
    after = tokens[naming.end : naming.end + 2]
    name_follows = len(after) == 2 and after[0].text == "," and may_name(after[1], facts)
    naming.first = keep[0] if keep and not name_follows else naming.end
    return role[0], naming.first


def apposition(tokens, naming, facts):
    """The office told after a name, and not the next clause: "After Exampleton, directors met"."""
    office = role_after(tokens, naming.end, facts) or _office_of_body(tokens, naming.end, facts)
    before = text_at(tokens, naming.first - 1).lower()
    if office and _is_relative(tokens, naming.end + 1, facts):
        return None
    if not office or before not in words(facts.OPENINGS, facts.BESIDE):
        return office
    noun = next(at for at in range(*office) if is_role(tokens[at].low, facts))
    ends = text_at(tokens, office[1]) in {",", ")"} or tokens[office[0]].is_capital
    return office if ends or role_phrase(tokens, noun, facts)[1] >= office[1] else None


def _office_of_body(tokens, comma, facts):
    """The place of "Chair Exampletrust" before a colon: what speaks there is named already."""
    end = next(
        (at for at in range(comma, min(comma + NEAR, len(tokens))) if tokens[at].text == ":"), 0
    )
    is_office = end > comma + 2 and is_role(tokens[comma + 1].low, facts)
    saying = words(facts.SAYING)
    told = [t for t in tokens[comma + 2 : end] if not t.text[0].isalnum() or t.low in saying]
    return (comma + 1, end) if is_office and tokens[comma].text == "," and not told else None


def _is_relative(tokens, at, facts):
    """
    Tells whether a clause begins there with two articles, as in German: "der den Minister vertrat".
    """
    return {token.low for token in tokens[at : at + 2]} <= words(facts.ARTICLES)


def fuller(before, after):
    """Returns the first of the offices before and after a name that is more than "Senator"."""
    if before and after and before[1] - before[0] == 1 and after[1] - after[0] > 1:
        return after
    return before or after


def occupation(tokens, end, facts):
    """The place of a word that stands for an office in "said the baker Jane Roe", or None."""
    if end < 3 or tokens[end - 1].is_capital or not tokens[end - 1].text.isalpha():
        return None
    article, verb = tokens[end - 2].low, tokens[end - 3].low
    told = article in words(facts.ARTICLES) and verb in words(facts.SAYING)
    return (end - 1, end) if told else None


def is_opened(tokens, first, facts):
    """
    Tells whether an article, also one in "du", or the start of the text stands before an office.
    """
    before = words(facts.ARTICLES, facts.OF, facts.BESIDE, facts.ALSO) | set(POSSESSIVE)
    return first == 0 or tokens[first - 1].low in before or tokens[first].is_capital


def office_before_title(tokens, title, earlier, facts):
    """The office before a comma and a mere title: "Minister of Trade, Senator", or None."""
    comma = title[0] - 1
    comma -= comma > 0 and tokens[comma].low in words(facts.ARTICLES)
    if title[1] - title[0] > 1 or text_at(tokens, comma) != ",":
        return None
    office = role_before(tokens, comma, facts)
    named = earlier and earlier[-1].certain and office and earlier[-1].end > office[0]
    is_listed = office and text_at(tokens, office[0] - 1) in {",", "("}
    is_free = office and not named and not is_listed and is_opened(tokens, office[0], facts)
    return office if is_free and office[1] - office[0] > 1 else None
