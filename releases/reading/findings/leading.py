"""The sentence that tells before somebody's words who speaks: "The Minister said:"."""

from releases.reading.languages import words

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
        if tokens[stop - 1].low not in saying:
            view, sure = self._view(number, tokens, first, stop)
            if view:
                return view, sure
        subject = self._beside(number, tokens, first, stop)
        subject = subject or self.subjects.within(number, self._clause(tokens, first, stop), stop)
        if not subject:
            return None, 0
        if tokens[stop - 1].low in saying:
            return subject, 0.9
        return subject, 0.75 if self._speaks(tokens, first, stop, subject) else 0

    def _speaks(self, tokens, first, stop, subject):
        """Tells whether a verb of saying is a subject's: behind it, or right or first before it."""
        saying = words(self.facts.SAYING)
        verbs = [at for at in range(first, stop) if tokens[at].low in saying]
        if not verbs or verbs[-1] >= subject.end:
            return bool(verbs)
        between = {token.low for token in tokens[verbs[-1] : subject.first]}
        if between & words(self.facts.THAT):
            return False
        return verbs[0] <= first + 1 or subject.first - verbs[-1] < NEAR // 2

    def _view(self, number, tokens, first, stop):
        """The Subject behind "according to", surest if nothing else leads to the words."""
        views = words(self.facts.VIEWS)
        at = next((at for at in range(stop - 2, first, -1) if tokens[at].low in views), first)
        subject = self._viewer(number, tokens, at + 1, stop) if tokens[at].low in views else None
        if not subject or subject.first - at > NEAR // 2:
            return None, 0
        if subject.end == stop:
            return subject, 0.85
        opens = at - first < NEAR // 2 and subject.voices[0].person is not None
        return (subject, 0.75) if opens else (None, 0)

    def _viewer(self, number, tokens, first, stop):
        """The Subject behind "according", also "to him"."""
        for at in range(first, min(first + 2, stop)):
            if tokens[at].low in words(self.facts.HIM, self.facts.HER):
                return self.subjects.pronoun(number, tokens, at, tokens[at].low)
        return self.subjects.within(number, first, stop)

    def _beside(self, number, tokens, first, stop):
        """The Subject right before or right behind the last verb of saying, or None."""
        saying = words(self.facts.SAYING)
        verb = next((at for at in range(stop - 1, first - 1, -1) if tokens[at].low in saying), None)
        if verb is None:
            return None
        return self._ahead(number, tokens, first, verb) or self._behind(
            number, tokens, verb + 1, stop
        )

    def _ahead(self, number, tokens, first, verb):
        """The Subject that ends at a verb, if it is not yet in what the sentence opens with."""
        while verb > first and tokens[verb - 1].low in words(self.facts.AUXILIARIES):
            verb -= 1
        commas = [at for at in range(first, verb) if tokens[at].text == ","]
        if not commas and self._opens(tokens[first]):
            return None
        at = max(verb - NEAR * 2, first)
        subject = self.subjects.within(number, at, verb)
        while subject and subject.end != verb:
            at = max(at, subject.first) + 1
            subject = self.subjects.within(number, at, verb)
        return subject

    def _behind(self, number, tokens, first, stop):
        """The Subject that begins there, and not somebody who is spoken to: "to the Minister"."""
        subject = self.subjects.within(number, first, min(first + NEAR // 2, stop))
        spoken_to = words(self.facts.OF, self.facts.BESIDE) - words(self.facts.ARTICLES)
        if not subject or any(token.low in spoken_to for token in tokens[first : subject.first]):
            return None
        return subject

    def _of_sentence(self, number, tokens, first, told, stop):
        """The Subject of a sentence with its verb at `told`; behind it after "On this day"."""
        clause = self._clause(tokens, first, stop)
        if self._opens(tokens[first]):
            subject = self._beside(number, tokens, first, stop)
            if subject:
                return subject
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
        """Tells whether a sentence that begins so tells of its circumstances first."""
        facts = self.facts
        opening = words(facts.OF, facts.BESIDE, facts.THAT) - words(facts.ARTICLES)
        return token.low in opening | words(facts.OPENINGS)
