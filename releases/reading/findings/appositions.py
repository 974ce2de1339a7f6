"""The office that is told after a name: "Jane Roe, Minister of Trade"."""

from releases.reading.languages import words

from .roles import LONGEST, is_role


def role_after(tokens, start, facts):
    """
    The place (first, after last) of the office told after a comma at token `start`, or None.

    A new line does for the comma. It lasts until the next sign of punctuation, verb of saying
    or end of the line.
    """
    if _is_age(tokens, start):
        start += 2
    if start >= len(tokens):
        return None
    signed = tokens[start].text in {",", "(", "–", "-", "—"}
    if not signed and not tokens[start].breaks:
        return None
    first = start + signed
    while first < len(tokens) and tokens[first].low in words(facts.ARTICLES):
        first += 1
    end = first
    while end < min(len(tokens), first + LONGEST) and _goes_on(tokens[end], facts):
        end += 1
        if end < len(tokens) and tokens[end].breaks:
            break
    nouns = [at for at in range(first, min(end, first + 6)) if is_role(tokens[at].low, facts)]
    if not nouns or _names_the_next(tokens, nouns[-1], facts):
        return None
    return first, _with_body(tokens, end, facts)


def _with_body(tokens, end, facts):
    """The token after "Director, Association of Ports", if nothing else stands in that line."""
    if end >= len(tokens) or tokens[end].text != ",":
        return end
    line = tokens[end + 1 : end + LONGEST]
    broken = next((at for at, token in enumerate(line) if token.breaks and at), len(line))
    line = line[:broken]
    small = words(facts.OF, facts.BESIDE, facts.ARTICLES, facts.AND)
    is_name = all(token.is_capital or token.low in small | {",", "-"} for token in line)
    is_body = any(token.low in words(facts.NOT_NAMES) for token in line if token.is_capital)
    return end + 1 + len(line) if is_name and is_body and len(line) > 1 else end


def _is_age(tokens, at):
    """Tells whether an age stands there between commas: "Jane Roe, 34, a baker"."""
    return [token.text.isdigit() or token.text for token in tokens[at : at + 3]] == [",", True, ","]


def _goes_on(token, facts):
    is_word = token.text[0].isalnum() or token.text[0] in "'’&/-"
    stops = words(facts.AUXILIARIES, facts.SAYING, facts.THAT)
    return is_word and (token.low not in stops or token.is_capital)


def _names_the_next(tokens, noun, facts):
    """Tells whether a name follows the noun: then the office is that person's."""
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    known = words(facts.NOT_NAMES)
    return bool(
        after and after.is_capital and after.low not in known and not is_role(after.low, facts)
    )
