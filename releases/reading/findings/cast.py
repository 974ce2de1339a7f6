"""Finds who may be meant by a name, an office or a pronoun at a place in the document."""

from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass

from releases.reading.languages import words

from .holders import Holders
from .roles import is_role, role_phrase
from .tokens import ends_sentence, token_at, tokens_of

# So many sentences back a pronoun may look for its person.
_REACH = 8
# So many characters before a name may hold "Mr" or "the".
_BEFORE = 14
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
            for span, role in zip(person.spans, self._roles(person), strict=True):
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
            other = self._beside(topic, (number, start), woman)
            if other:
                return other
        return None

    def add_topic(self, voice):
        """Let the text be about a Voice that is named within quoted words from there on."""
        mention = self.mentions.get((voice.span.block, voice.span.start))
        if mention:
            insort(self.topics, mention, key=lambda topic: topic.place)

    def _beside(self, topic, end, woman):
        """Of those named right behind a Mention, up to `end`, a woman or man as is sought."""
        first = bisect_left(self.places, topic.place)
        near = [place for place in self.places[first : first + _REACH] if place < end]
        fit = [self.mentions[at] for at in near if self.may_be(self.mentions[at].person, woman)]
        known = (
            mention
            for mention in fit
            if mention.person is not None and self.women[mention.person] is woman
        )
        return next(known, fit[0] if fit else None)

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
        """Tells whether somebody may be a woman, True, or a man, False; anybody for None."""
        return person is None or woman is None or self.women[person] in {woman, None}

    def gender(self, tokens, noun):
        """True for an office told to be a woman's, False for a man's, None if nothing tells."""
        return self._told({token.low for token in tokens[max(noun - 1, 0) : noun + 1]})

    def _is_woman(self, person):
        """True, False, or None if nothing beside the name tells."""
        said = {low for role in {person.role, *person.roles} for low in self._nouns(role)}
        for span, role in zip(person.spans, self._roles(person), strict=True):
            said |= self._words_before(span, role)
        return self._told(said)

    def _roles(self, person):
        """The office told beside each of somebody's spans."""
        return person.roles or [person.role] * len(person.spans)

    def _words_before(self, span, role):
        """The two words before a name, and before the office that leads to it."""
        first = max(span.start - len(role) - _BEFORE, 0)
        before = self.blocks[span.block].text[first : span.start].lower()
        head, office, between = before.rpartition(role.lower()) if role else ("", "", before)
        if office:
            return {*head.split()[-1:], *between.split()}
        return set(between.split()[-2:])

    def _nouns(self, role):
        """The words of an office, in lower case, without what it is in charge of."""
        low = [token.low for token in tokens_of(role)]
        of = words(self.facts.OF) - words(self.facts.ARTICLES)
        return low[: next((at for at, word in enumerate(low) if word in of), None)]

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
        fresh = begins = True
        quoted = deque(quoted)
        for at, token in enumerate(tokens):
            while quoted and quoted[0][1] <= token.start:
                quoted.popleft()
                fresh = True
            if quoted and quoted[0][0] <= token.start:
                continue
            fresh = fresh and not (begins and self._goes_on(number, tokens, at))
            topic = self._meant(tokens, at, number) if fresh else None
            if topic:
                yield topic
            begins = ends_sentence(tokens, at)
            fresh = (fresh and not topic) or begins

    def _goes_on(self, number, tokens, at):
        """
        Tells whether a sentence goes on with whom the one before was about: "She thanked Mr Roe".
        """
        if tokens[at].low not in words(self.facts.HE, self.facts.SHE):
            return False
        clause = words(self.facts.THAT) | {","}
        for after in range(at + 1, min(at + _SENTENCE, len(tokens))):
            if tokens[after].low in clause:
                return False
            if (number, tokens[after].start) in self.mentions or ends_sentence(tokens, after):
                return True
        return False

    def _meant(self, tokens, at, number):
        mention = self.mentions.get((number, tokens[at].start))
        if mention or not is_role(tokens[at].low, self.facts):
            return mention
        first, end = role_phrase(tokens, at, self.facts)
        definite = first and tokens[first - 1].low in words(self.facts.ARTICLES)
        return self._held(tokens, at, (first, end), number) if definite else None

    def _held(self, tokens, noun, phrase, number):
        """The Mention of an office; None if it is nobody's and its sentence does not begin so."""
        first, end = phrase
        person = self.holders.holder(tokens, noun, number)
        if person is None and first > 1 and not ends_sentence(tokens, first - 2):
            return None
        role = self.blocks[number].text[tokens[first].start : tokens[end - 1].end]
        return Mention(number, tokens[noun].start, tokens[end - 1].end, person, role)


def _quoted(blocks, marked):
    """For each block, the characters that stand between marks, in order."""
    quoted: dict[int, list[tuple[int, int]]] = {}
    for one in marked:
        for span in one.spans:
            quoted.setdefault(span.block, []).append((span.start, span.end))
    return quoted
