"""The sentence that tells before somebody's words who speaks: "The Minister said:"."""

from ..languages import words
from .tokens import NEAR, past_brackets


class Leading:
    """Finds the subject of such a sentence, from token `first` up to `stop` of a block."""

    def __init__(self, subjects):
        self.subjects, self.facts = subjects, subjects.facts

    def announced(self, number, tokens, first, stop):
        """
        The Subject of what a colon follows, and whether that clearly announces words.

        "The Minister welcomed this:" and "Jane Roe:" do. The Subject is None if there is none.
        """
        facts = self.facts
        telling = words(facts.SAYING, facts.REACTING, facts.STATEMENTS)
        told = next((at for at in range(first, stop) if tokens[at].low in telling), None)
        subject = self._of_sentence(number, tokens, first, told, stop)
        if not subject and told is not None:
            subject = self.subjects.body(number, first, told)
        if not subject:
            return None, False
        ends = past_brackets(tokens, subject.end, stop) >= stop - 1
        return subject, told is not None or (ends and subject.first - first <= NEAR // 2)

    def led(self, number, tokens, first, stop):
        """
        The Subject of a sentence that words are a part of, and how sure it is theirs.

        'She said "…"' is surer than 'The Minister says it was "…"'; 0 if it is none's.
        """
        saying = words(self.facts.SAYING)
        subject = self.subjects.within(number, self._clause(tokens, first, stop), stop)
        if not subject:
            return None, 0
        if tokens[stop - 1].low in saying:
            return subject, 0.9
        if tokens[first].low in words(self.facts.VIEWS) and subject.end == stop:
            return subject, 0.85
        verbs = [at for at in range(first, stop) if tokens[at].low in saying]
        speaks = verbs and (verbs[-1] >= subject.end or verbs[0] <= first + 1)
        return subject, 0.75 if speaks else 0

    def _of_sentence(self, number, tokens, first, told, stop):
        """The Subject of a sentence with its verb at `told`; behind it after "On this day"."""
        clause = self._clause(tokens, first, stop)
        if clause == first and told is not None and self._opens(tokens[first]):
            subject = self.subjects.within(number, told + 1, stop)
            if subject and subject.first - told <= NEAR // 2:
                return subject
        found = self.subjects.within(number, clause, stop)
        return found or self.subjects.within(number, first, stop)

    def _clause(self, tokens, first, stop):
        """Where the main clause begins after "On Monday, …", "As he arrived, …"."""
        if not self._opens(tokens[first]):
            return first
        commas = [at for at in range(first, stop) if tokens[at].text == ","]
        return commas[0] + 1 if commas else first

    def _opens(self, token):
        """Whether a sentence that begins so tells of its circumstances first."""
        facts = self.facts
        opening = words(facts.OF, facts.BESIDE, facts.THAT) - words(facts.ARTICLES)
        return token.low in opening | words(facts.OPENINGS)
