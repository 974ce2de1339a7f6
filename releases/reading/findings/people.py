"""Finds who is named in a document: one person for all the ways they are named in it."""

from dataclasses import dataclass, field

from releases.reading.document import FoundPerson, Span
from releases.reading.languages import names, words

from .names import namings
from .roles import is_role
from .tokens import tokens_of

# So many of one surname are told apart; a list of voters' names stays fast.
_NAMESAKES = 20


def find_people(blocks, facts):
    """
    Everybody named, in the order of first mention, as FoundPerson.

    `name` is the fullest form without honorifics, `role` the office first told beside it, and
    `spans` are all mentions: the full name as well as the surname alone.
    """
    mentions = [
        _mention(number, blocks[number], naming, facts)
        for number, naming in _all_namings(blocks, facts)
    ]
    # Once what stands before a name is cut off, no more than "III" may be left.
    mentions = [mention for mention in mentions if mention.words]
    heard = {mention.words[-1] for mention in mentions if mention.heard}
    namesakes: dict[str, list[_Person]] = {}
    for mention in sorted(mentions, key=lambda mention: -len(mention.words)):
        known = mention.certain or (mention.is_free and mention.words[-1] in heard)
        if known and not _bearer(mention, namesakes):
            namesakes.setdefault(mention.words[-1], []).append(_Person(mention.words))
    for mention in mentions:
        person = _bearer(mention, namesakes)
        if person:
            person.mentions.append(mention)
            namesakes[mention.words[-1]].remove(person)
            namesakes[mention.words[-1]].insert(0, person)
    known = [person for group in namesakes.values() for person in group if person.mentions]
    return [person.found() for person in sorted(known, key=lambda person: person.mentions[0].place)]


def _all_namings(blocks, facts):
    """All namings with the number of their block; what is set in capitals throughout has none."""
    found = [
        (number, naming)
        for number, block in enumerate(blocks)
        if not block.text.isupper()
        for naming in namings(tokens_of(block.text), facts)
    ]
    full = {_said(blocks[number], naming) for number, naming in found}
    for number, naming in found:
        if naming.end - naming.first > 2 and _said(blocks[number], naming, 1) in full:
            naming.end -= 1
    return found


def _said(block, naming, without=0):
    """The words of a naming in lower case; a noun behind it may be left out."""
    tokens = tokens_of(block.text)[naming.first : naming.end - without]
    return tuple(token.low for token in tokens)


@dataclass
class _Mention:
    """
    One naming: its words in lower case, and the office beside it, which may be a mere title.

    It is free if it is of several words, and no "the" or "of" stands before it.
    """

    span: Span
    text: str
    words: list[str]
    certain: bool
    heard: bool
    is_free: bool
    role: str = ""
    is_title: bool = False

    @property
    def place(self):
        return self.span.block, self.span.start


@dataclass
class _Person:
    """Somebody, by the words of the fullest name there is."""

    words: list[str]
    mentions: list[_Mention] = field(default_factory=list)

    def found(self):
        fullest = max(self.mentions, key=lambda mention: len(mention.words))
        return FoundPerson(
            name=" ".join(fullest.text.split()),
            role=self._role(),
            spans=[mention.span for mention in self.mentions],
            roles=[" ".join(mention.role.split()) for mention in self.mentions],
        )

    def _role(self):
        """The office first told, and more than a title if there is: "Trade Minister"."""
        told = [mention for mention in self.mentions if mention.role]
        told.sort(key=lambda mention: mention.is_title)
        roles = [" ".join(mention.role.split()) for mention in told]
        fuller = (role for role in roles if role.lower().endswith(roles[0].lower()))
        return max(fuller, key=len, default="")


def _mention(number, block, naming, facts):
    tokens = tokens_of(block.text)
    part = tokens[naming.first : naming.end]
    span = Span(number, part[0].start, part[-1].end)
    plain = [t.low for t in part if t.text[0].isalpha() and t.low not in words(names.SUFFIXES)]
    small = words(facts.ARTICLES, facts.OF, facts.BESIDE)
    is_free = len(plain) > 1 and not (naming.first and tokens[naming.first - 1].low in small)
    text = block.text[span.start : span.end]
    mention = _Mention(span, text, plain, naming.certain, naming.heard, is_free)
    if naming.role:
        first, end = naming.role
        mention.role = block.text[tokens[first].start : tokens[end - 1].end]
        mention.is_title = all(is_role(token.low, facts) for token in tokens[first:end])
    return mention


def _bearer(mention, namesakes):
    """The person a mention means: of those with that surname, the one mentioned last."""
    for person in namesakes.get(mention.words[-1], [])[:_NAMESAKES]:
        if _fits(mention.words, person.words):
            return person
    return None


def _fits(short, full):
    """
    Tells whether one name may be a shorter form of the other, initials standing for given names.
    """
    if len(short) > len(full):
        short, full = full, short
    same_start = short[0][0] == full[0][0] and "." in short[0] + full[0]
    return set(short) <= set(full) or same_start
