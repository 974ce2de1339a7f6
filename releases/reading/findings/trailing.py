"""The clause that tells after somebody's words who spoke them: "said the Minister"."""

import re

from releases.reading.languages import words

from .tokens import NEAR, POSSESSIVE, past_brackets, text_at

# French puts the pronoun behind the verb: "ajoute-t-elle", "a-t-il dit".
_INVERTED = re.compile(r"(\w+)-(?:t-)?(ils?|elles?)")


class Trailing:
    """Finds the subject of such a clause, from token `first` up to `stop` of a block."""

    def __init__(self, subjects):
        self.subjects, self.facts = subjects, subjects.facts
        self.saying = words(self.facts.SAYING)

    def subject(self, number, tokens, first, stop, begins_anew):
        """The Subject, or None; a clause that is a new sentence must say nothing more."""
        found = None if begins_anew else self.verb_first(number, tokens, first, stop)
        return found or self._subject_first(number, tokens, first, stop, begins_anew)

    def verb_first(self, number, tokens, first, stop, bodies=True):
        """The Subject of "said the Minister", "a déclaré Jeanne Roe", "ajoute-t-elle", or None."""
        verb = None
        for at in range(first, min(first + NEAR // 2, stop)):
            pronoun = self._inverted(number, tokens, at)
            if pronoun:
                return pronoun
            if tokens[at].low in self.saying:
                verb = at
            elif tokens[at].low not in words(self.facts.AUXILIARIES):
                break
        if verb is None:
            return self._any_verb(number, tokens, first, stop) if bodies else None
        subject = self.subjects.within(number, verb + 1, stop)
        if subject and subject.first - verb <= NEAR:
            return subject
        if bodies and self._is_impersonal(tokens, verb + 1, stop):
            return self.subjects.topic(number, tokens[verb].start)
        return self._body_after(number, tokens, verb + 1, stop) if bodies else None

    def _any_verb(self, number, tokens, first, stop):
        """The Subject of some verb after a comma: "concedes Minister Jane Roe", or None."""
        facts = self.facts
        small = words(facts.OF, facts.BESIDE, facts.ARTICLES, facts.AND, facts.THAT, facts.OPENINGS)
        if text_at(tokens, first - 1) != ",":
            return None
        while first < stop - 1 and tokens[first].low in words(facts.AUXILIARIES):
            first += 1
        word = tokens[first]
        inverted = _INVERTED.fullmatch(word.low)
        if inverted and inverted[1] not in words(facts.AUXILIARIES):
            return self.subjects.pronoun(number, tokens, first, inverted[2])
        if not word.text.isalpha() or not word.text.islower() or word.low in small:
            return None
        subject = self.subjects.within(number, first + 1, min(first + 4, stop))
        known = subject and subject.voices[0].person is not None
        return subject if known else None

    def _inverted(self, number, tokens, at):
        """The Subject of "ajoute-t-elle", "a-t-il dit", "a-t-elle fait valoir", or None."""
        found = _INVERTED.fullmatch(tokens[at].low)
        if not found:
            return None
        helped = found[1] in words(self.facts.AUXILIARIES)
        near = {token.low for token in tokens[at + 1 : at + 4]} if helped else {found[1]}
        return self.subjects.pronoun(number, tokens, at, found[2]) if near & self.saying else None

    def _is_impersonal(self, tokens, first, stop):
        """Tells whether a clause ends with an "it": "klinkt het"."""
        ends = first + 1 >= stop or text_at(tokens, first + 1) == ","
        return ends and text_at(tokens, first).lower() in words(self.facts.IT)

    def _body_after(self, number, tokens, first, stop):
        end = first
        while end < stop and tokens[end].text != "," and tokens[end].low not in self.saying:
            end += 1
        return self.subjects.body(number, first, end, is_named=False)

    def _subject_first(self, number, tokens, first, stop, begins_anew):
        """The Subject of "the Minister said", or None."""
        near = min(first + NEAR * 2, stop)
        subject = self.subjects.within(number, first, near)
        if not subject or not self._leads_up(tokens, first, subject.first):
            verb = next((at for at in range(first, near) if tokens[at].low in self.saying), None)
            subject = self.subjects.body(number, first, verb) if verb and not begins_anew else None
        verb = self._verb_after(tokens, subject.end, stop) if subject else None
        if verb is None:
            return None
        where = words(self.facts.OF, self.facts.BESIDE)
        tells_more = stop - verb > 2 and text_at(tokens, verb + 1) not in where
        return None if begins_anew and tells_more else subject

    def _leads_up(self, tokens, first, stop):
        """Tells whether the words before a subject are but its own: "the new", "the town's"."""
        owned = [at for at in range(first, stop) if tokens[at].text in POSSESSIVE]
        first = owned[-1] + 1 if owned else first
        small = words(self.facts.ARTICLES, self.facts.HONORIFICS)
        own = [t for t in tokens[first:stop] if not t.is_capital and t.low not in small]
        return len(own) <= 1 and not any(t.low in words(self.facts.AUXILIARIES) for t in own)

    def _verb_after(self, tokens, first, stop):
        """The verb of saying near the end of a subject, past brackets and what commas set off."""
        first = past_brackets(tokens, first, stop)
        if text_at(tokens, first) == ",":
            relative = text_at(tokens, first + 1) in words(self.facts.RELATIVE, self.facts.THAT)
            comma = next((at for at in range(first + 1, stop) if tokens[at].text == ","), stop)
            if relative or text_at(tokens, comma + 1) in self.saying:
                first = min(comma, stop)
        near = range(first, min(first + NEAR // 2 + 1, stop))
        return next((at for at in near if tokens[at].low in self.saying), None)
