"""Which of the marked words are somebody's, whose, and which belong together."""

from dataclasses import dataclass

from ..document import Span
from ..languages import words
from .speakers import Attribution

# So many quoted words in the middle of a sentence are a clause of somebody's; fewer are a term.
_CLAUSE = 5
# So many words that nobody is said to have spoken are a statement of whom the text is about.
_STATEMENT = 5
_ENDS = (".", "!", "?", "…")
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
        self.facts = speakers.facts

    def found(self):
        """All Statements, in order; words broken by their attribution are one."""
        statements = []
        last = None
        for at, one in enumerate(self.marked):
            statement = self._judged(at, one)
            if last and self._goes_on(last, one, statement):
                last.spans = [*last.spans, *one.spans]
                last.end = one.end
                continue
            if statement:
                statements.append(statement)
            last = statement
        return statements

    def _judged(self, at, one):
        """The Statement that marked words are, or None."""
        lead = self._lead(at, one)
        before = self._before(at, one)
        if before and before.is_clear:
            return Statement(one.spans, 0.95, before, one.end)
        after = self._after(at, one, lead)
        if after:
            return Statement(one.spans, 0.95, after, after.end, is_attributed_after=True)
        inside = self._inside(one)
        if inside:
            return inside
        if before and (self._is_clause(one, lead) or self._is_announced(one)):
            return Statement(one.spans, 0.75, before, one.end)
        if lead and not self._leads_further(one, lead):
            return None
        return self._standing_alone(at, one)

    def _goes_on(self, last, one, statement):
        """Whether words go on with the ones before, which only their attribution broke."""
        block = one.spans[0].block
        if last.spans[-1].block != block or (statement and statement.is_attributed_after):
            return False
        between = self.blocks[block].text[last.end : one.start]
        return one.start >= last.end and not between.strip(_FILLING)

    def _lead(self, at, one):
        """The words of its sentence that stand before marked words."""
        text = self.blocks[one.spans[0].block].text[self._begin(at) : one.start]
        lead = text.rstrip()
        ended = lead.rstrip("”\"»“’'")[-1:] in _ENDS
        if not lead.strip(_FILLING) or ended or lead[-1] in _DASHES:
            return []
        ends = max(text.rfind(sign + " ") for sign in _ENDS)
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

    def _is_whole(self, one):
        last = one.spans[-1]
        return self.blocks[last.block].text[last.start : last.end].endswith(_ENDS)

    def _words(self, one):
        return [
            word
            for span in one.spans
            for word in self.blocks[span.block].text[span.start : span.end].split()
        ]

    def _before(self, at, one):
        block = one.spans[0].block
        begin = self._begin(at)
        if begin or self.blocks[block].text[: one.start].strip(_FILLING):
            return self.speakers.before(block, one.start, begin)
        above = block - 1
        if above in self.numbers and self.blocks[above].text.endswith(":"):
            return self.speakers.before(above, len(self.blocks[above].text))
        return None

    def _after(self, at, one, lead):
        if len(lead) > 2 or (lead and len(self._words(one)) < _STATEMENT):
            return None
        block = one.spans[-1].block
        return self.speakers.after(block, one.end, self._limit(at, one), self._is_whole(one))

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

    def _leads_further(self, one, lead):
        """Whether a few words and a colon lead on from what was said: "And further:"."""
        terms = words(self.facts.TERMS)
        told = [word.lower().strip(":") for word in lead if word != ":"]
        own = len(told) <= 3 and terms.isdisjoint(told)
        return own and self._is_announced(one)

    def _is_announced(self, one):
        """Whether words are a whole sentence after a colon."""
        before = self.blocks[one.spans[0].block].text[max(one.start - 3, 0) : one.start]
        after = self.blocks[one.spans[-1].block].text[one.end : one.end + 1]
        return before.rstrip().endswith(":") and (self._is_whole(one) or after in _ENDS)

    def _is_clause(self, one, lead):
        """Whether words in the middle of a sentence are more than a term or a name."""
        said = self._words(one)
        if lead and self._belongs_to_sentence(lead, said[0].lower()):
            return False
        mine = {word.lower().strip(",.") for word in said} & words(self.facts.FIRST_PERSON)
        return len(said) >= _CLAUSE or (mine and len(said) > _CLAUSE // 2)

    def _belongs_to_sentence(self, lead, word):
        """Whether the last word before the marks is an article or "of" of what they hold."""
        *_, before, last = ["", *(word.lower() for word in lead)]
        articles = words(self.facts.ARTICLES)
        spoken_of = before in words(self.facts.SAYING)
        of = last in words(self.facts.OF) and not spoken_of
        return of or (last in articles and word not in articles)

    def _standing_alone(self, at, one):
        """A Statement that has no attribution in its sentence: that of a signature or the topic."""
        first, last = one.spans[0].block, one.spans[-1].block
        rest = self.blocks[last].text[one.end : self._limit(at, one)]
        ends_block = not rest.strip(_FILLING) and self._is_last(at, last)
        if len(self._words(one)) < _STATEMENT and not self._is_announced(one):
            return None
        if ends_block and last + 1 in self.numbers:
            below = self.speakers.below(last + 1)
            if below:
                return Statement(one.spans, 0.9, below, one.end)
        ends = self._is_whole(one) or rest.startswith(".") or len(one.spans) > 1
        if not ends:
            return None
        topic = self.speakers.topic(first, one.start)
        return Statement(one.spans, 0.7 if topic else 0.5, topic, one.end)
