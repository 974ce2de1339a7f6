"""Finds who chaired a meeting, and who else took part in it."""

import re
from functools import cache

from releases.reading.document import FoundPerson
from releases.reading.languages import facts, words

from .names import namings
from .scene import Mention
from .tokens import tokens_of
from .wording import any_of, codes, pattern

FAR = 160  # characters between a verb and the person it speaks of
SAME_LIST = 130  # characters between two persons of one list, offices included


def find_chairs(scene, language, about):
    """
    The persons said to chair, co-chair or preside, in order; `about` are the sentences on the
    meeting, where "she chaired" is understood as well.
    """
    forms = _forms(codes(language))
    chairs = []
    for n, sentence in enumerate(scene):
        by = list(forms["by"].finditer(sentence.text))
        for end in (match.end() for match in by):
            chairs += _listed(sentence, _named_after(sentence, end, language), end, forms)
        for match in forms["chair"].finditer(sentence.text):
            if sentence in about and not _is_noun(sentence, match, language, by):
                chairs += _subjects(scene, n, match, language, forms)
    return _each_once(chairs)


def find_participants(scene, language, about, chairs, others):
    """
    The other persons named as taking part: in the sentences on the meeting, beside words such
    as "attended" or "counterpart"; and `others`, who are known to.
    """
    forms = _forms(codes(language))
    present = [
        mention.person
        for sentence in scene
        if sentence in about or forms["joined"].search(sentence.text)
        for mention in sentence.mentions
    ]
    known = {chair.name for chair in chairs} | _absent(scene, forms)
    return [person for person in _each_once(present + others) if person.name not in known]


def _absent(scene, forms):
    """The names of those said to be away: right before such words, else right after them."""
    names: set[str] = set()
    for sentence in scene:
        for match in forms["absent"].finditer(sentence.text):
            before = [m for m in sentence.before(match.start()) if match.start() - m.end <= FAR]
            nearest = before[-1:] or sentence.after(match.end())[:1]
            names.update(mention.person.name for mention in nearest)
    return names


def _named_after(sentence, at, language):
    """Those named after "chaired by", where a name needs no office beside it to be known as one."""
    tokens = tokens_of(sentence.text[at : at + 2 * FAR])
    names = [name for name in namings(tokens, facts(language)) if name.end - name.first > 1]
    if not names or names[0].first > 0:
        return sentence.after(at)
    spans = [(at + tokens[n.first].start, at + tokens[n.end - 1].end) for n in names]
    return [Mention(*span, _person(sentence, *span)) for span in spans]


def _person(sentence, start, end):
    known = (m.person for m in sentence.mentions if m.start < end and start < m.end)
    return next(known, FoundPerson(sentence.text[start:end], spans=[sentence.span(start, end)]))


def _subjects(scene, n, match, language, forms):
    """Who does what the verb says: named before it, else after it, else in the sentence above."""
    sentence = scene[n]
    before = [m for m in sentence.before(match.start()) if match.start() - m.end <= FAR]
    found = _listed_back(sentence, before, forms) if before else []
    if not found:
        pronoun = re.match(r"\W*([\w-]+)", sentence.text)
        persons = words(facts(language).HE, facts(language).SHE)
        if pronoun and pronoun[1].lower() in persons and n and scene[n - 1].mentions:
            return [scene[n - 1].mentions[0].person]
        found = _listed(sentence, sentence.after(match.start()), match.start(), forms)
    return found + _alongside(sentence, match, forms)


def _alongside(sentence, match, forms):
    """Those with whom somebody co-chairs."""
    jointly = re.match(r"(?:co|ko)\W?\w|jointly", match[0].split()[-1], re.IGNORECASE)
    form = forms["with"] if jointly else forms["alongside"]
    found = form.search(sentence.text, match.start())
    return _listed(sentence, sentence.after(found.end()), found.end(), forms) if found else []


def _listed(sentence, mentions, at, forms):
    """The persons of the list that begins at `at`: "A, B and C"."""
    found: list[FoundPerson] = []
    pending: list[FoundPerson] = []
    end = at
    for mention in mentions:
        gap = sentence.text[end : mention.start]
        if len(gap) > (SAME_LIST if found else FAR) or forms["held"].search(gap):
            break
        if not found:
            found.append(mention.person)
        elif forms["and"].search(gap):
            found += [*pending, mention.person]
            pending = []
        elif "," in gap and not forms["with"].search(gap):
            pending.append(mention.person)
        else:
            break
        end = mention.end
    return found


def _listed_back(sentence, mentions, forms):
    """The persons of the list that ends before a verb: all of "A and B", but only B of "A. B"."""
    found: list[FoundPerson] = []
    start, joined = None, False
    for mention in reversed(mentions):
        gap = sentence.text[mention.end : start] if start else ""
        joined = joined or bool(forms["and"].search(gap))
        if start and (
            not joined
            or len(gap) > SAME_LIST
            or forms["held"].search(gap)
            or forms["with"].search(gap)
        ):
            break
        found.insert(0, mention.person)
        start = mention.start
    return found


def _is_noun(sentence, match, language, by):
    """Tells whether a word such as "chairs" stands for persons here, or is part of "chaired by"."""
    before = sentence.text[: match.start()].split()
    if before and before[-1].lower() in words(facts(language).ARTICLES):
        return not re.search(r"\s", match[0])
    return any(match.start() < other.end() and other.start() < match.end() for other in by)


def _each_once(people):
    return list({person.name: person for person in people}.values())


@cache
def _forms(codes):
    language = codes[0] if len(codes) == 1 else ""
    conjunctions = words(*(facts(code).AND for code in codes))
    forms = {
        "by": pattern("CHAIRED_BY", language),
        "chair": pattern("CHAIR", language),
        "with": pattern("WITH", language),
        "alongside": pattern("CHAIR_WITH", language),
        "joined": pattern("JOINED", language),
        "absent": pattern("ABSENT", language),
        "held": pattern("HELD", language),
        "and": any_of(conjunctions),
    }
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}
