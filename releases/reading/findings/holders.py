"""Finds who is meant by an office: whoever is told to hold it, or somebody told of before."""

from bisect import bisect_left
from itertools import islice

from releases.reading.languages import names, words

from .roles import ends_of, is_role, role_phrase
from .tokens import tokens_of

# So many of those who hold an office are looked at, before a place and after it.
_REACH = 8
# Of a word that changes its ending, so many letters stay.
_STEM = 5


class Holders:
    """The offices of one document's cast, and the places where those who hold them are named."""

    def __init__(self, cast):
        self.cast, self.facts = cast, cast.facts
        self.titles = [self._titles(person) for person in cast.people]
        # Where each office is held, as block, character and person, by its noun or how that ends.
        self.places: dict[str, list[tuple[int, int, int]]] = {}
        self.ends: dict[str, list[tuple[int, int, int]]] = {}
        self.held: dict[str, dict[int, bool]] = {}  # its persons, in the order of their names
        self.stems: dict[str, set[int]] = {}
        for mention in sorted(cast.mentions.values(), key=lambda mention: mention.place):
            for stem in self._stems(tokens_of(mention.role)):
                self.stems.setdefault(stem, set()).add(mention.person)
            for noun in sorted(self._nouns(mention)):
                self._add(self.places, noun, mention)
                self.held.setdefault(noun, {})[mention.person] = True
                for end in ends_of(noun)[1:] if self.facts.COMPOUNDS else []:
                    self._add(self.ends, end, mention)

    def holder(self, tokens, noun, number):
        """
        The person meant by the office of which token `noun` is the noun, or None.

        Of several who hold it, the one named last before, or else first after; nobody who is
        told to be in charge of something else.
        """
        place, woman = (number, tokens[noun].start), self.cast.gender(tokens, noun)
        places = self._found(tokens[noun].low)
        if not places:
            return self._stood_for(tokens[noun].low, place, woman)
        at = bisect_left(places, place)
        near = [*reversed(places[max(at - _REACH, 0) : at]), *places[at : at + _REACH]]
        known = [person for *_, person in near]
        fit = [person for person in known if self.cast.may_be(person, woman)] or known
        return self._in_charge(tokens, noun, fit, place)

    def several(self, nouns):
        """All who hold the office of which `nouns` is the plural, in the order of their names."""
        forms = [nouns, *(nouns.removesuffix(ending) for ending in words(self.facts.ENDINGS))]
        known = (person for form in dict.fromkeys(forms) for person in self.held.get(form, {}))
        people = list(dict.fromkeys(islice(known, _REACH)))
        return people if 1 < len(people) <= _REACH // 2 else []

    def _nouns(self, mention):
        roles = {mention.role, self.cast.people[mention.person].role}
        found = {token.low for role in roles for token in tokens_of(role)}
        endings = words(self.facts.ENDINGS) - words(self.facts.FEMININE)
        found |= {noun.removesuffix(ending) for noun in found for ending in endings} - {""}
        return {noun for noun in found if is_role(noun, self.facts)}

    def _add(self, offices, noun, mention):
        offices.setdefault(noun, []).append((*mention.place, mention.person))

    def _found(self, noun):
        """The places of an office; of a part or a compound of it where nobody holds it itself."""
        found = self.places.get(noun) or self.ends.get(noun)
        if found or not self.facts.COMPOUNDS or noun.startswith(tuple(words(names.DEPUTIES))):
            return found or []
        return next((self.places[end] for end in ends_of(noun)[1:] if end in self.places), [])

    def _stood_for(self, noun, place, woman):
        """The person whom "the politician", "the 82-year-old" means, or None."""
        general = words(self.facts.STAND_INS)
        if noun not in general and not (noun[0].isdigit() and noun.partition("-")[2] in general):
            return None
        topic = self.cast.topic_before(*place, woman) or self.cast.topic_after(*place)
        return topic.person if topic else None

    def _in_charge(self, tokens, noun, people, place):
        """Of those who hold an office, the one whose charge is the same, or is not told."""
        first, end = role_phrase(tokens, noun, self.facts)
        phrase = {token.low for token in tokens[first:end] if token.is_capital}
        fit = [person for person in people if phrase and phrase <= self.titles[person]]
        fit = fit or self._counterparts(tokens[first:end])
        if fit or not any(token.is_capital for token in tokens[noun + 1 : end]):
            return (fit or people)[0]
        plain = [person for person in people if self._is_plain(person)]
        topic = self.cast.topic_before(*place, self.cast.gender(tokens, noun))
        if not plain and topic and topic.person is not None and topic.block == place[0]:
            plain = [] if self.cast.people[topic.person].role else [topic.person]
        return plain[0] if plain else None

    def _counterparts(self, modifiers):
        """Who alone is told to be Danish, if the Danish minister is meant, as a list."""
        found = [self.stems.get(stem, set()) for stem in self._stems(modifiers)]
        if not found or min(map(len, found)) > _REACH:
            return []
        people = set.intersection(*sorted(found, key=len))
        return list(people) if len(people) == 1 else []

    def _stems(self, tokens):
        """How the words of an office begin, without the nouns: "Danish", "danoise"."""
        tail = words(self.facts.ROLE_TAIL)
        told = [t.low for t in tokens if t.is_capital or t.low in tail]
        return {low[:_STEM] for low in told if len(low) >= _STEM and not is_role(low, self.facts)}

    def _titles(self, person):
        """All words of somebody's offices, in lower case."""
        roles = {person.role, *person.roles}
        return {token.low for role in roles for token in tokens_of(role)}

    def _is_plain(self, person):
        """Tells whether nothing is told of what somebody is in charge of: "Minister"."""
        return all(is_role(title, self.facts) for title in self.titles[person])
