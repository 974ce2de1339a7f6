"""What is found to be said in a small pasted text."""

from releases.reading.document import BODY, text_at
from releases.reading.findings.people import find_people
from releases.reading.findings.quotes import find_quotes
from releases.reading.languages import facts
from tests.reading.texts import blocks_of


def quotes_in(text, language, blocks=None):
    """The FoundQuotes of a text, and its blocks."""
    blocks = blocks or blocks_of(text)
    people = find_people(blocks, facts(language))
    return find_quotes(blocks, [BODY] * len(blocks), facts(language), people), blocks


def said(text, language):
    """Who says what in a text: pairs of speaker and words, parts separated by " / "."""
    quotes, blocks = quotes_in(text, language)
    return [
        (quote.speaker and quote.speaker.value, text_at(blocks, quote.spans).replace("\n\n", " / "))
        for quote in quotes
    ]


def roles_in(text, language):
    """The offices of the speakers in a text, in the order of what they say."""
    quotes, _ = quotes_in(text, language)
    return [quote.role and quote.role.value for quote in quotes]
