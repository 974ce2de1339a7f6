"""The sentences of a text outside its quotes, with who is named in each."""

import re
from dataclasses import dataclass, field

from releases.reading.document import BODY, SUMMARY, TITLE, FoundPerson, Span

from .dateline import dateline
from .sentences import sentences

PARAGRAPHS = 12  # what a release is about stands in its first paragraphs
LONGEST = 4000  # characters of a paragraph that are looked at


@dataclass
class Mention:
    """A person, named at characters `start` to `end` of the sentence."""

    start: int
    end: int
    person: FoundPerson


@dataclass(eq=False)
class Sentence:
    """
    A sentence at `start` of block number `block`; `order` counts paragraphs, the title being -1.

    Of quotes that stand in it, and of a dateline, `text` has only the spaces.
    """

    block: int
    start: int
    text: str
    order: int
    mentions: list[Mention] = field(default_factory=list)

    def span(self, start, end):
        """The span of characters `start` to `end` of this sentence."""
        return Span(self.block, self.start + start, self.start + end)

    def before(self, at):
        return [mention for mention in self.mentions if mention.end <= at]

    def after(self, at):
        return [mention for mention in self.mentions if mention.start >= at]


def find_scene(blocks, places, people, quotes):
    """The sentences of the title and the first paragraphs, the title first."""
    quoted: dict[int, list[Span]] = {}
    named: dict[int, list[tuple[Span, FoundPerson]]] = {}
    names = {person.name for person in people}
    for quote in quotes:
        if quote.speaker and str(quote.speaker.value) not in names:
            continue  # what a body "announces:" may be the release itself
        for span in quote.spans:
            quoted.setdefault(span.block, []).append(span)
    for person in people:
        for span in person.spans:
            named.setdefault(span.block, []).append((span, person))
    scene = []
    paragraphs = sorted(_paragraphs(blocks, places), key=lambda n: places[n] != TITLE)
    first = -1 if paragraphs and places[paragraphs[0]] == TITLE else 0
    for order, n in enumerate(paragraphs, first):
        parts = sentences(blocks[n].text[:LONGEST])
        text = _without(blocks[n].text, [*quoted.get(n, ()), *_dateline(n, blocks[n].text)])
        scene += [_sentence(n, text, start, end, order, named.get(n, ())) for start, end in parts]
    return scene


def _paragraphs(blocks, places):
    spoken = [n for n, place in enumerate(places) if place in (TITLE, SUMMARY, BODY)]
    return [n for n in spoken if blocks[n].tag != "blockquote"][:PARAGRAPHS]


def _dateline(n, text):
    """The span of the day that opens a text: it is that of the release, not of a meeting."""
    opening = dateline(text)
    return [Span(n, opening[0].start, opening[0].end)] if opening else []


def _without(text, spans):
    for span in spans:
        gap = re.sub(r"\S", " ", text[span.start : span.end])
        text = text[: span.start] + gap + text[span.end :]
    return text


def _sentence(block, text, start, end, order, named):
    mentions = [
        Mention(span.start - start, span.end - start, person)
        for span, person in named
        if start <= span.start and span.end <= end
    ]
    mentions.sort(key=lambda mention: mention.start)
    return Sentence(block, start, text[start:end], order, mentions)
