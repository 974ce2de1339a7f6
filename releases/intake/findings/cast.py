"""Who may be meant by a name, an office or a pronoun at a place in the document."""

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass

from ..languages import words
from .holders import Holders
from .roles import is_role, role_phrase
from .tokens import ends_sentence, token_at, tokens_of

# So many sentences back a pronoun may look for its person.
_REACH = 8
# So many words of a sentence are looked at for those whom it names together.
_SENTENCE = 60


@dataclass(frozen=True)
class Mention:
    """
    Person number `person` named at characters `start` to `end` of a block, and the office.

    `person` is None if the office is told, and nobody is named to hold it.
    """

    block: int
    start: int
    end: int
    person: int | None
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
        self.holders = Holders(self)
        self.women = [self._is_woman(person) for person in people]
        quoted = _quoted(blocks, marked)
        # One after the other: an office may be that of whom the text was about before.
        self.topics = []
        for number in range(len(blocks)):
            for topic in self._topics(number, quoted.get(number, [])):
                self.topics.append(topic)

    def topic_before(self, number, start, woman=None):
        """
        The Mention of whom the sentences before a place are about, or None.

        `woman` is True or False to pass over those of whom the opposite is known.
        """
        at = bisect_left(self.topics, (number, start), key=lambda topic: topic.place)
        for topic in reversed(self.topics[max(at - _REACH, 0) : at]):
            if self.may_be(topic.person, woman):
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
        is_near = topic and topic.person is not None and topic.block <= number + 1
        return topic if is_near else None

    def named_with(self, topic):
        """The persons named in a Mention's sentence from there on, each once, in order."""
        tokens = tokens_of(self.blocks[topic.block].text)
        first = token_at(tokens, topic.start)
        found = [topic.person]
        for at in range(first, min(first + _SENTENCE, len(tokens))):
            mention = self.mentions.get((topic.block, tokens[at].start))
            found += [mention.person] if mention else []
            if ends_sentence(tokens, at):
                break
        return [person for person in dict.fromkeys(found) if person is not None]

    def may_be(self, person, woman):
        """Whether somebody may be a woman, True, or a man, False; anybody for None."""
        return person is None or woman is None or self.women[person] in {woman, None}

    def gender(self, tokens, noun):
        """True for an office told to be a woman's, False for a man's, None if nothing tells."""
        return self._told({token.low for token in tokens[max(noun - 1, 0) : noun + 1]})

    def _is_woman(self, person):
        """True, False, or None if nothing beside the name tells."""
        said = {token.low for role in {person.role, *person.roles} for token in tokens_of(role)}
        for span in person.spans:
            before = self.blocks[span.block].text[max(span.start - 14, 0) : span.start]
            said |= {word.lower() for word in before.split()[-2:]}
        return self._told(said)

    def _told(self, said):
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
        return self._held(tokens, at, number)

    def _held(self, tokens, noun, number):
        """The Mention of an office; None if it is nobody's and its sentence does not begin so."""
        person = self.holders.holder(tokens, noun, number)
        if person is None and noun > 1 and not ends_sentence(tokens, noun - 2):
            return None
        first, end = role_phrase(tokens, noun, self.facts)
        role = self.blocks[number].text[tokens[first].start : tokens[end - 1].end]
        return Mention(number, tokens[noun].start, tokens[end - 1].end, person, role)


def _quoted(blocks, marked):
    """For each block, the characters that stand between marks, in order."""
    quoted = {}
    for one in marked:
        for span in one.spans:
            quoted.setdefault(span.block, []).append((span.start, span.end))
    return quoted
