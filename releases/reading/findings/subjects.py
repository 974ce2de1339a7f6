"""Finds whom a sentence says something of: named, by office, by pronoun, or as a body."""

from itertools import takewhile

from releases.reading.document import Span
from releases.reading.languages import words

from .appositions import role_after
from .bystanders import is_one_of, listens, owns
from .roles import is_role, role_before, role_phrase
from .tokens import past_brackets, text_at, token_at, tokens_of
from .voices import Subject, Voice

# So many words of a body may stand beside a verb of saying.
_BODY = 8
# So many words back "the latter" may have been named.
_LATELY = 60
_SIGNS_THAT_END = (".", ";", "(", "!", "?", ":")


class Subjects:
    """Finds subjects in the sentences of one document."""

    def __init__(self, cast):
        self.cast, self.facts = cast, cast.facts

    def within(self, number, first, end):
        """The first Subject at tokens `first` to `end` of a block, or None."""
        tokens = tokens_of(self.cast.blocks[number].text)
        for at in range(first, min(end, len(tokens))):
            if tokens[at].text in _SIGNS_THAT_END:
                return None
            subject = self._at(number, tokens, at, end)
            if subject:
                return self._joined(number, tokens, subject, end)
        return None

    def body(self, number, first, end, is_named=True):
        """
        A body as it is written there, "the Commission", as a Subject; None if it is too long.

        Not `is_named`, it may also be somebody without a name: "the neighbours".
        """
        tokens = tokens_of(self.cast.blocks[number].text)[first:end]
        tokens = list(takewhile(lambda token: token.text != ",", tokens))
        while tokens and tokens[-1].low in words(self.facts.AUXILIARIES):
            tokens.pop()
        if not 0 < len(tokens) <= _BODY:
            return None
        start = 1 if tokens[0].low in words(self.facts.ARTICLES) and len(tokens) > 1 else 0
        if not self._may_be_body(tokens, is_named or not start):
            return None
        span = Span(number, tokens[start].start, tokens[-1].end)
        return Subject([Voice(self._text(span), "", span, 0.8)], first, end)

    def _may_be_body(self, tokens, is_named):
        """
        Tells whether words have a capital, or tell of a statement, and are no term and nobody else.
        """
        facts = self.facts
        low = {token.low for token in tokens}
        named = low & words(facts.STATEMENTS) or any(token.is_capital for token in tokens)
        if is_named and not named:
            return False
        small = words(facts.AND, facts.OF) - words(facts.ARTICLES)
        return tokens[0].low not in small and not low & words(facts.HE, facts.SHE, facts.TERMS)

    def topic(self, number, start):
        """The person whom the sentences before a place are about, as a Subject, or None."""
        topic = self.cast.topic_before(number, start)
        sure = 1 if topic else 0.8
        topic = topic or self.cast.topic_after(number, start)
        if topic is None:
            return None
        span = Span(topic.block, topic.start, topic.end)
        return Subject([self._meant(topic, span, sure)], 0)

    def _at(self, number, tokens, at, end):
        token = tokens[at]
        if listens(tokens, at, self.facts):
            return None
        mention = self.cast.mentions.get((number, token.start))
        if mention:
            owner = owns(tokens, token_at(tokens, mention.end), self.facts)
            return None if owner else self._named(number, tokens, at, mention)
        if token.low in words(self.facts.HE, self.facts.SHE, self.facts.THEY):
            part = is_one_of(tokens, at, self.facts)
            return None if part else self.pronoun(number, tokens, at, token.low)
        if f"{text_at(tokens, at - 1).lower()} {token.low}" in self.facts.LATTER.split("; "):
            return self._last_named(number, tokens, at)
        chairs = at and tokens[at - 1].low in words(self.facts.RELATIVE)
        if chairs or not is_role(token.low, self.facts) or owns(tokens, at + 1, self.facts):
            return None
        return self._office(number, tokens, at, end)

    def _named(self, number, tokens, at, mention):
        after = at
        while after < len(tokens) and tokens[after].start < mention.end:
            after += 1
        apposition = role_after(tokens, after, self.facts)
        span = Span(number, mention.start, mention.end)
        voice = self._voice(mention.person, span, 1, mention.role)
        return Subject([voice], at, apposition[1] if apposition else after)

    def pronoun(self, number, tokens, at, low):
        """The person whom the pronoun `low` in token `at` stands for, as a Subject, or None."""
        joint = self._several(number, tokens, at) if low in words(self.facts.THEY) else None
        if joint:
            return joint
        her = words(self.facts.SHE, self.facts.HER)
        woman = low in her if low not in words(self.facts.THEY) else None
        place = number, tokens[at].start
        topic = self.cast.topic_before(*place, woman) or self.cast.topic_after(*place)
        if topic is None:
            return None
        span = Span(number, tokens[at].start, tokens[at].end)
        return Subject([self._meant(topic, span, 0.85)], at, at + 1)

    def _last_named(self, number, tokens, at):
        """Whom "the latter" in token `at` means: the person named last before it, or None."""
        above = tokens_of(self.cast.blocks[number - 1].text) if number else []
        for block, near in ((number, tokens[:at]), (number - 1, above)):
            for token in reversed(near[-_LATELY:]):
                if mention := self.cast.mentions.get((block, token.start)):
                    span = Span(number, tokens[at].start, tokens[at].end)
                    return Subject([self._voice(mention.person, span, 0.8)], at, at + 1)
        return None

    def _several(self, number, tokens, at):
        """Those whom the sentence of the person told of last names together, or None."""
        topic = self.cast.topic_before(number, tokens[at].start)
        named = self.cast.named_with(topic) if topic else []
        if len(named) < 2:
            return None
        span = Span(number, tokens[at].start, tokens[at].end)
        return Subject([self._voice(person, span, 0.85) for person in named], at, at + 1)

    def _office(self, number, tokens, at, end):
        """Whom an office means: the name it stands before, the one who holds it, or itself."""
        for name in range(at + 1, min(at + _BODY * 2, end)):
            mention = self.cast.mentions.get((number, tokens[name].start))
            if mention and self._belongs(tokens, at, name):
                subject = self._named(number, tokens, name, mention)
                subject.first = at
                return subject
            if mention:
                break
        first, after = role_phrase(tokens, at, self.facts)
        span = Span(number, tokens[first].start, tokens[after - 1].end)
        if first and tokens[at - 1].low in words(self.facts.NUMBERS):
            people = self.cast.holders.several(tokens[at].low)
            if people:
                return Subject([self._voice(person, span, 0.85) for person in people], first, after)
        person = self.cast.holders.holder(tokens, at, number)
        text = self._text(span)
        if person is None:
            return Subject([Voice(text, text, span, 0.75)], first, after)
        return Subject([self._holding(person, text, span, 0.9)], first, after)

    def _belongs(self, tokens, at, name):
        """Tells whether an office is that of a name behind it: "the chair, Minister Jane Roe"."""
        before = self._before_small(tokens, name)
        if before <= at:
            return True
        before -= before > at + 1 and tokens[before - 1].text == ","
        role = role_before(tokens, before, self.facts)
        if not role or role[0] <= at:
            return bool(role)
        comma = self._before_small(tokens, role[0]) - 1
        if comma <= at or tokens[comma].text != ",":
            return False
        longer = role_before(tokens, comma, self.facts)
        return role_phrase(tokens, at, self.facts)[1] == comma or bool(longer and longer[0] <= at)

    def _before_small(self, tokens, at):
        small = words(self.facts.HONORIFICS, self.facts.ARTICLES)
        while at and tokens[at - 1].low in small:
            at -= 1
        return at

    def _joined(self, number, tokens, subject, end):
        """The subject with those joined to it by commas and an "and": a joint statement."""
        ands = words(self.facts.AND)
        voices, last, has_and = list(subject.voices), subject.end, False
        while (link := past_brackets(tokens, last, end)) < end:
            if tokens[link].text != "," and tokens[link].low not in ands:
                break
            first = link + 1
            has_and = has_and or tokens[link].low in ands
            if first < end and tokens[first].low in ands:
                first, has_and = first + 1, True
            other = self._next(number, tokens, first, end)
            if not other or other.voices[0].person in {voice.person for voice in voices}:
                break
            voices += other.voices
            last = other.end
        if not has_and or len(voices) == len(subject.voices):
            return subject
        return Subject(voices, subject.first, last)

    def _next(self, number, tokens, first, end):
        """The Subject that begins at a token, after its articles and the like, or None."""
        for at in range(first, min(first + _BODY * 2, end)):
            if not self._may_join(tokens, at):
                return None
            other = self._at(number, tokens, at, end)
            if other:
                return other
        return None

    def _may_join(self, tokens, at):
        """Tells whether a token may stand between "and" and a second subject."""
        small = words(self.facts.ARTICLES, self.facts.HONORIFICS, self.facts.ROLE_TAIL)
        token, before = tokens[at], tokens[at - 1].low
        if token.text in _SIGNS_THAT_END or token.low in words(self.facts.SAYING):
            return False
        known = token.is_capital or token.low in small or is_role(token.low, self.facts)
        return known or before in words(self.facts.ARTICLES)

    def _meant(self, topic, span, sure):
        """The Voice of whom the text is about: somebody named, or an office as written."""
        text = " ".join(topic.role.split())
        if topic.person is None:
            return Voice(text, text, span, 0.75)
        return self._holding(topic.person, text, span, sure)

    def _holding(self, person, office, span, sure):
        """The Voice of somebody called by an office, which may tell more of it than before."""
        voice = self._voice(person, span, sure)
        if voice.role.lower() in office.lower():
            voice.role = office
        return voice

    def _voice(self, person, span, sure, stated=""):
        found = self.cast.people[person]
        is_title = all(is_role(token.low, self.facts) for token in tokens_of(stated))
        return Voice(found.name, found.role if is_title else stated, span, sure, person)

    def _text(self, span):
        text = self.cast.blocks[span.block].text[span.start : span.end]
        return " ".join(text.split())
