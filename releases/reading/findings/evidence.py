"""Evidence beside capitalised words shows that they name a person."""

from releases.reading.languages import words

from .tokens import text_at

_AGE_ENDS = (")", ",")


def is_beside(tokens, naming, earlier, facts):
    """Tells whether a verb of saying, a colon, a party or a person before it shows a name."""
    after = [token.low for token in tokens[naming.end : naming.end + 2]] + ["", ""]
    before = tokens[naming.first - 1].low if naming.first else ""
    if is_said_to_speak(tokens, naming, facts):
        return True
    if after[0] == ":" and naming.first == 0:
        return True
    if after[0] in words(facts.REACTING) - words(facts.AUXILIARIES):
        return True
    if after[0] == "," and after[1] in words(facts.RELATIVE):
        return True
    if after[0] == "(" and after[1][1:2] == "-":
        return True
    known = earlier and earlier[-1].certain and earlier[-1].end >= naming.first - 2
    return bool(known and before in words(facts.AND))


def is_said_to_speak(tokens, naming, facts):
    """Tells whether a verb of saying stands right before or right behind a naming."""
    saying = words(facts.SAYING)
    before = tokens[naming.first - 1] if naming.first else None
    if before and before.low in saying and not before.is_capital:
        return True
    return _verb_follows(tokens, naming.end, facts)


def is_aged(tokens, naming, single, facts):
    """
    Tells whether an age follows: "Jane Roe (44)", "Jane Roe, 44,".

    After a single word it may be a number of any kind; somebody has to speak beside it too.
    """
    digits = text_at(tokens, naming.end + 1)
    if text_at(tokens, naming.end) not in {"(", ","} or not (digits.isdigit() and len(digits) == 2):
        return False
    near = range(naming.end + 2, min(naming.end + 4, len(tokens)))
    end = next((at for at in near if tokens[at].text in _AGE_ENDS), None)
    if end is None or not single:
        return end is not None
    comma = end + (tokens[end].text == ")")
    relative = words(facts.RELATIVE or facts.ARTICLES)
    tells = text_at(tokens, comma) == "," and text_at(tokens, comma + 1).lower() in relative
    return tells or _verb_follows(tokens, end + 1, facts)


def _verb_follows(tokens, at, facts):
    after = [token.low for token in tokens[at : at + 2]] + ["", ""]
    saying = words(facts.SAYING)
    return after[0] in saying or (after[0] in words(facts.AUXILIARIES) and after[1] in saying)
