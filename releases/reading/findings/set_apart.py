"""Quotations without marks: set apart as such, or below a line that says who speaks."""

from releases.reading.document import Span
from releases.reading.languages import words

from .statements import Statement
from .tokens import ends_sentence, tokens_of

# A paragraph that goes on with somebody's words without an "I" or "we" has so many words at most.
_SHORT = 40


def find_set_apart(blocks, free, speakers):
    """
    Statements of whole blocks without marks, in order.

    They are block quotations, and paragraphs below "X said:" for as long as somebody seems to
    speak in them. `free` are the numbers of blocks that are not quoted between marks.
    """
    found = []
    end = 0
    for number in sorted(free):
        if number < end:
            continue
        if blocks[number].tag == "blockquote":
            run = _quotation(blocks, number, free)
            statement = _statement(blocks, run, 0.9, _around(blocks, run, speakers))
        else:
            attribution = speakers.above(number - 1) if _leads(blocks, number - 1) else None
            run = _spoken(blocks, number, free, speakers.facts) if attribution else []
            statement = _statement(blocks, run, 0.75, attribution) if run else None
        if statement:
            found.append(statement)
            end = run[-1] + 1
    return found


def find_unmarked(blocks, free, speakers):
    """
    Statements in the first person without marks, in order.

    "…, dit Jeanne Roe.", "Jeanne Roe: …", or with name and office in the block below. Turns of
    a dialogue may do without it if one of them has it, or asks something.
    """
    found = []
    turns = _turns(blocks, free, speakers)
    for number in sorted(free):
        if _is_first_person(blocks[number], speakers.facts):
            found += (
                _closed(number, speakers)
                or _opened(blocks[number], number, turns)
                or _signed(blocks, number, free, speakers)
            )
        elif _is_in_dialogue(blocks, number, turns, speakers.facts):
            found += _opened(blocks[number], number, turns)
    return found


def _turns(blocks, free, speakers):
    """
    By their numbers, the Attributions of paragraphs that begin with a name and a colon.

    Items of a list are turns if an office stands beside the name.
    """
    told = {number: speakers.opening(number) for number in free if _is_told(blocks[number])}
    return {
        number: attribution
        for number, attribution in told.items()
        if attribution and (_is_prose(blocks[number]) or attribution.subject.voices[0].role)
    }


def _is_in_dialogue(blocks, number, turns, facts):
    """
    Tells whether a turn answers a question, or in it or one beside it somebody speaks or asks.
    """
    if number not in turns:
        return False
    asked = number > 0 and blocks[number - 1].text.endswith("?")
    near = [at for at in (number - 1, number, number + 1) if at in turns]
    speech = any(_is_first_person(blocks[at], facts) or blocks[at].text[-1] == "?" for at in near)
    return asked or (len(near) > 1 and speech)


def _signed(blocks, number, free, speakers):
    """The Statement that a paragraph above a name and an office is, as a list of one or none."""
    below = number + 1
    if below not in free or blocks[below].tag != "p" or not _is_prose(blocks[number]):
        return []
    signature = speakers.below(below)
    voice = signature.subject.voices[0] if signature else None
    if not voice or not (voice.is_named and voice.role) or ":" in blocks[below].text:
        return []
    return [_statement(blocks, [number], 0.6, signature)]


def _closed(number, speakers):
    """The Statement that a paragraph is up to its attribution, as a list of one or none."""
    attribution, comma = speakers.closing(number)
    if not attribution:
        return []
    return [Statement([Span(number, 0, comma.start)], 0.6, attribution, comma.start)]


def _opened(block, number, turns):
    """The Statement after a name and a colon at the head of a paragraph, as a list."""
    attribution = turns.get(number)
    if not attribution:
        return []
    start = block.text.index(": ") + 2
    return [Statement([Span(number, start, len(block.text))], 0.6, attribution, len(block.text))]


def _statement(blocks, run, sure, attribution):
    spans = [Span(number, 0, len(blocks[number].text)) for number in run]
    return Statement(spans, sure, attribution, spans[-1].end)


def _quotation(blocks, first, free):
    """The numbers of the block quotations one after the other from this one."""
    run = [first]
    while run[-1] + 1 in free and blocks[run[-1] + 1].tag == "blockquote":
        run.append(run[-1] + 1)
    return run


def _around(blocks, run, speakers):
    """Who is told to speak above a block quotation, or else below it."""
    above, below = run[0] - 1, run[-1] + 1
    if above >= 0:
        told = speakers.before(above, len(blocks[above].text))
        if told and told.is_clear:
            return told
    signed = speakers.below(below) if below < len(blocks) else None
    return signed or speakers.topic(run[0], 0)


def _leads(blocks, number):
    return number >= 0 and blocks[number].tag == "p" and blocks[number].text.endswith(":")


def _spoken(blocks, first, free, facts):
    """
    The numbers of the paragraphs, from this one, in which somebody seems to speak.

    They last to the last one with an "I" or "we", and one more if it is short and general.
    """
    number = last = first
    while number in free and _is_prose(blocks[number]) and number <= last + 2:
        if _is_first_person(blocks[number], facts):
            last = number
        number += 1
    goes_on = last + 1 < number and _may_go_on(blocks[last + 1], facts)
    return list(range(first, min(last + 1 + goes_on, number)))


def _is_prose(block):
    return block.tag in {"p", "blockquote"} and _is_told(block)


def _is_told(block):
    """Tells whether a block ends as a sentence does, and is no row of a table."""
    tokens = tokens_of(block.text)
    return block.tag != "tr" and ends_sentence(tokens, len(tokens) - 1)


def _is_first_person(block, facts):
    mine = words(facts.FIRST_PERSON)
    return any(token.low in mine for token in tokens_of(block.text))


def _may_go_on(block, facts):
    """
    Tells whether a paragraph may still be somebody's: short, and without figures or attributions.
    """
    tokens = tokens_of(block.text)
    telling = words(facts.SAYING)
    return len(tokens) <= _SHORT and not any(
        token.text[0].isdigit() or token.low in telling for token in tokens
    )
