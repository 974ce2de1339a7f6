"""Decides which of the marked words somebody said, who did, and which words are one quote."""

from dataclasses import dataclass
from string import digits

from releases.reading.document import Span

from .clauses import ENDS, STATEMENT, Clauses
from .speakers import Attribution

_DASHES = ("–", "—", "-")
_FILLING = " \u00a0\n\t.,;–—-*•·‣▪◦"


@dataclass
class Statement:
    """
    Somebody's words, how sure that is, and who is told to have spoken them.

    `end` is the character of the last block at which the words and their attribution end.
    """

    spans: list[Span]
    sure: float
    attribution: Attribution | None
    end: int
    is_attributed_after: bool = False


class Statements:
    """Judges the marked words of a document, one after the other."""

    def __init__(self, blocks, numbers, marked, speakers):
        self.blocks, self.marked, self.speakers = blocks, marked, speakers
        self.numbers = set(numbers)
        self.clauses = Clauses(blocks, speakers.facts)

    def found(self):
        """All Statements, in order; words broken by their attribution are one."""
        statements: list[Statement] = []
        last = None
        for at, one in enumerate(self.marked):
            told = statements[-1] if statements else None
            statement = self._judged(at, one, told)
            if last and self._goes_on(last, one, statement):
                last.spans = [*last.spans, *one.spans]
                last.end = one.end
                continue
            if statement:
                statements.append(statement)
            last = statement
        return statements

    def _judged(self, at, one, last):
        """The Statement that marked words are after the `last` one, or None."""
        lead = self._lead(at, one)
        before = self._before(at, one, last)
        if before and before.is_clear:
            self._add_office(before, at, one)
            return Statement(one.spans, 0.95, before, one.end)
        after = self._after(at, one, lead)
        if after:
            return Statement(one.spans, 0.95, after, after.end, is_attributed_after=True)
        inside = self._inside(one)
        if inside:
            return inside
        if before and (self.clauses.is_clause(one, lead) or self.clauses.is_announced(one)):
            return Statement(one.spans, 0.75, before, one.end)
        if lead and not self.clauses.leads_further(one, lead):
            return None
        return self._standing_alone(at, one, lead)

    def _goes_on(self, last, one, statement):
        """Tells whether words go on with the ones before, which only their attribution broke."""
        block = one.spans[0].block
        if last.spans[-1].block != block or (statement and statement.is_attributed_after):
            return False
        between = self.blocks[block].text[last.end : one.start].strip(_FILLING + digits)
        goes_on = not between or (between == ":" and self.speakers.leads_on(block, last))
        return one.start >= last.end and goes_on

    def _lead(self, at, one):
        """The words of its sentence that stand before marked words."""
        text = self.blocks[one.spans[0].block].text[self._begin(at) : one.start]
        lead = text.rstrip()
        ended = lead.rstrip("”\"»“’'")[-1:] in ENDS
        if not lead.strip(_FILLING) or ended or lead[-1] in _DASHES:
            return []
        ends = max(text.rfind(sign + " ") for sign in ENDS)
        return text[ends + 1 :].split()

    def _begin(self, at):
        """The character at which the marked words before these end in the same block, or 0."""
        if at and self.marked[at - 1].spans[-1].block == self.marked[at].spans[0].block:
            return self.marked[at - 1].end
        return 0

    def _limit(self, at, one):
        """The character at which the next marked words begin in the same block, or its end."""
        block = one.spans[-1].block
        if self._is_last(at, block):
            return len(self.blocks[block].text)
        return self.marked[at + 1].start

    def _is_last(self, at, block):
        return at + 1 == len(self.marked) or self.marked[at + 1].spans[0].block != block

    def _before(self, at, one, last):
        """The Attribution that leads to marked words; mere terms may stand in its sentence."""
        block = one.spans[0].block
        begin = last.end if last and last.spans[-1].block == block else 0
        if self._begin(at) or self.blocks[block].text[: one.start].strip(_FILLING):
            return self.speakers.before(block, one.start, begin)
        above = block - 1
        if above in self.numbers and self.blocks[above].text.endswith(":"):
            return self.speakers.before(above, len(self.blocks[above].text))
        return None

    def _after(self, at, one, lead):
        if len(lead) > 2 and not self.clauses.is_told_of(one, lead):
            return None
        if lead and len(self.clauses.words_of(one)) < STATEMENT:
            return None
        block = one.spans[-1].block
        return self.speakers.after(block, one.end, self._limit(at, one), self.clauses.is_whole(one))

    def _add_office(self, told, at, one):
        """Give a speaker without an office the one told behind the words: "so die Ministerin"."""
        voice, after = told.subject.voices[0], None
        if voice.person is not None and not voice.role:
            after = self._after(at, one, [])
        if after and after.subject.voices[0].person is None:
            voice.role = after.subject.voices[0].role

    def _inside(self, one):
        """The Statement of words that hold their attribution themselves, between commas."""
        for index, span in enumerate(one.spans):
            told, comma = self.speakers.inside(span)
            if told:
                first = Span(span.block, span.start, comma.start)
                second = self._trimmed(span.block, told.end, span.end)
                spans = [*one.spans[:index], first, *second, *one.spans[index + 1 :]]
                return Statement(spans, 0.9, told, one.end)
        return None

    def _trimmed(self, block, start, end):
        text = self.blocks[block].text[start:end]
        start += len(text) - len(text.lstrip())
        return [Span(block, start, end)] if text.strip() else []

    def _standing_alone(self, at, one, lead):
        """A Statement that has no attribution in its sentence: that of a signature or the topic."""
        first, last = one.spans[0].block, one.spans[-1].block
        rest = self.blocks[last].text[one.end : self._limit(at, one)]
        ends_block = not rest.strip(_FILLING) and self._is_last(at, last)
        is_told = self.speakers.tells(last, one.end)
        if not is_told and not self.clauses.is_statement(one):
            return None
        if ends_block and last + 1 in self.numbers:
            below = self.speakers.below(last + 1)
            if below:
                return Statement(one.spans, 0.9, below, one.end)
        ends = self.clauses.is_whole(one) or rest.startswith(".") or len(one.spans) > 1
        if not is_told and not ends:
            return None
        topic = self.speakers.topic(first, one.start) if self.clauses.tells_of_topic(lead) else None
        return Statement(one.spans, 0.7 if topic else 0.5, topic, one.end)
