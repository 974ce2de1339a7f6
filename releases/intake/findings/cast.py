"""Who may be meant by a name, an office or a pronoun at a place in the document."""

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass

from ..languages import words
from .roles import is_role, role_phrase
from .tokens import ends_sentence, tokens_of

# So many sentences back a pronoun may look for its person.
_REACH = 8


@dataclass(frozen=True)
class Mention:
    """Person number `person` named at characters `start` to `end` of a block, and the office."""

    block: int
    start: int
    end: int
    person: int
    role: str

    @property
    def place(self):
        return self.block, self.start


class Cast:
    """All persons of a document, and where each is named outside of what is quoted."""

    def __init__(self, blocks, people, facts, marked):
        self.blocks, self.people, self.facts = blocks, people, facts
        self.mentions = {}
        for index, person in enumerate(people):
            roles = person.roles or [person.role] * len(person.spans)
            for span, role in zip(person.spans, roles, strict=True):
                mention = Mention(span.block, span.start, span.end, index, role)
                self.mentions[mention.place] = mention
        self.places = sorted(self.mentions)
        self.offices = self._offices()
        self.women = [self._is_woman(person) for person in people]
        quoted = _quoted(blocks, marked)
        self.topics = [
            topic
            for number in range(len(blocks))
            for topic in self._topics(number, quoted.get(number, []))
        ]

    def holder(self, tokens, noun, number):
        """
        The person meant by the office of which token `noun` is the noun, or None.

        Of several who hold it, the one named last before, or else first after.
        """
        places = self.offices.get(tokens[noun].low, [])
        if not places:
            return None
        first, end = role_phrase(tokens, noun, self.facts)
        phrase = {token.low for token in tokens[first:end] if token.is_capital}
        at = bisect_left(places, (number, tokens[noun].start))
        order = [*reversed(places[max(at - _REACH, 0) : at]), *places[at : at + _REACH]]
        fit = [place for place in order if phrase <= self._titles(place[2])]
        return (fit or order)[0][2]

    def holders(self, nouns):
        """All who hold the office of which `nouns` is the plural, in the order of their names."""
        forms = {nouns, *(nouns.removesuffix(ending) for ending in words(self.facts.ENDINGS))}
        places = sorted(place for form in forms for place in self.offices.get(form, []))
        people = list(dict.fromkeys(person for *_, person in places))
        return people if 1 < len(people) <= _REACH // 2 else []

    def topic_before(self, number, start, woman=None):
        """
        The Mention of whom the sentences before a place are about, or None.

        `woman` is True or False to pass over those of whom the opposite is known.
        """
        at = bisect_left(self.topics, (number, start), key=lambda topic: topic.place)
        for topic in reversed(self.topics[max(at - _REACH, 0) : at]):
            if woman is None or self.women[topic.person] in {woman, None}:
                return topic
            first = bisect_left(self.places, topic.place)
            for place in self.places[first : first + _REACH]:
                other = self.mentions[place]
                if place < (number, start) and self.women[other.person] is woman:
                    return other
        return None

    def topic_after(self, number, start):
        """The Mention of whom the text is about from a place on, in the next paragraph at most."""
        at = bisect_left(self.topics, (number, start), key=lambda topic: topic.place)
        topic = next(iter(self.topics[at : at + 1]), None)
        return topic if topic and topic.block <= number + 1 else None

    def _offices(self):
        """For each noun of an office, the places of those who hold it: (block, start, person)."""
        offices = {}
        for mention in self.mentions.values():
            for role in {mention.role, self.people[mention.person].role}:
                for noun in {token.low for token in tokens_of(role)}:
                    if is_role(noun, self.facts):
                        offices.setdefault(noun, []).append((*mention.place, mention.person))
        return {noun: sorted(set(places)) for noun, places in offices.items()}

    def _titles(self, person):
        roles = {self.people[person].role, *self.people[person].roles}
        return {token.low for role in roles for token in tokens_of(role)}

    def _is_woman(self, person):
        """True, False, or None if nothing beside the name tells."""
        said = {token.low for role in {person.role, *person.roles} for token in tokens_of(role)}
        for span in person.spans:
            before = self.blocks[span.block].text[max(span.start - 14, 0) : span.start]
            said |= {word.lower() for word in before.split()[-2:]}
        endings = tuple(words(self.facts.FEMININE))
        if said & words(self.facts.FEMALE):
            return True
        if endings and any(w.endswith(endings) and is_role(w, self.facts) for w in said):
            return True
        return False if said & words(self.facts.MALE) else None

    def _topics(self, number, quoted):
        """Of each sentence of a block that is not quoted, the first Mention of somebody."""
        tokens = tokens_of(self.blocks[number].text)
        fresh = True
        quoted = deque(quoted)
        for at, token in enumerate(tokens):
            while quoted and quoted[0][1] <= token.start:
                quoted.popleft()
                fresh = True
            if quoted and quoted[0][0] <= token.start:
                continue
            topic = self._meant(tokens, at, number) if fresh else None
            if topic:
                yield topic
            fresh = (fresh and not topic) or ends_sentence(tokens, at)

    def _meant(self, tokens, at, number):
        mention = self.mentions.get((number, tokens[at].start))
        definite = at and tokens[at - 1].low in words(self.facts.ARTICLES)
        if mention or not definite or not is_role(tokens[at].low, self.facts):
            return mention
        person = self.holder(tokens, at, number)
        if person is None:
            return None
        return Mention(number, tokens[at].start, tokens[at].end, person, "")


def _quoted(blocks, marked):
    """For each block, the characters that stand between marks, in order."""
    quoted = {}
    for one in marked:
        for span in one.spans:
            quoted.setdefault(span.block, []).append((span.start, span.end))
    return quoted
