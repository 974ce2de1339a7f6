"""Finds what somebody did that is a meeting without being called one: "met today with …"."""

import re
from functools import cache

from releases.reading.languages import facts, words

from .venue import CAPITAL
from .wording import any_of, pattern

NEAR = 60  # characters between a verb and its object
AWAY = 120  # characters between a verb and its subject


def find_deeds(sentence, codes, now, told):
    """
    The matches of all such verbs in a sentence.

    It is about `now` if it has a day or "today"; `told` if the day is known from elsewhere.
    """
    forms = _forms(codes)
    persons = len(sentence.mentions)
    found = []
    if (persons and now) or (persons > 1 and told):
        found.append(forms["deed"].search(sentence.text))
    if persons > 1 and (now or told):
        found.append(forms["received"].search(sentence.text))
    if now:
        readings = (_gather, _receive_guests, _open, _was_opened, _sit, _announce)
        found += [read(sentence, forms) for read in readings]
    return [match for match in found if match]


def _gather(sentence, forms):
    """Where those who meet are told by office alone: "the ministers gathered today"."""
    match = forms["gathered"].search(sentence.text)
    return match if match and forms["guest"].search(_before(sentence, match)) else None


def _receive_guests(sentence, forms):
    """Where the object of "received" is named by office alone: "a delegation"."""
    match = forms["guest verb"].search(sentence.text)
    if not match or len(sentence.mentions) != 1:
        return None
    guest = forms["guest"].search(sentence.text, match.start(), match.end() + NEAR)
    if not guest or any(0 <= m.start - guest.end() <= 2 for m in sentence.mentions):
        return None
    return None if forms["of"].search(sentence.text, match.end(), guest.start()) else match


def _open(sentence, forms):
    """Where what somebody opens is a building or the like, not a round of grants for one."""
    match = forms["opens"].search(sentence.text)
    if not match or not sentence.mentions:
        return None
    site = forms["site"].search(sentence.text, match.start(), match.end() + NEAR)
    before = sentence.text[max(0, site.start() - NEAR) : site.start()] if site else ""
    return match if site and not forms["of it"].search(before) else None


def _was_opened(sentence, forms):
    """Where a building or the like "was opened by" somebody."""
    match = forms["opened"].search(sentence.text)
    site = match and forms["site"].search(_before(sentence, match))
    return match if site and sentence.mentions else None


def _sit(sentence, forms):
    """Where a committee, told to have a chair, does what it does when it sits."""
    chaired = forms["chaired"].search(sentence.text)
    return forms["sat"].search(sentence.text) if chaired and sentence.mentions else None


def _announce(sentence, forms):
    """Where several announce a thing together, at a place that is named with the day."""
    told = all(forms[name].search(sentence.text) for name in ("company", "there"))
    several = told and len(sentence.mentions) > 1
    return forms["announced"].search(sentence.text) if several else None


def _before(sentence, match):
    return sentence.text[max(0, match.start() - AWAY) : match.start()]


@cache
def _forms(codes):
    language = codes[0] if len(codes) == 1 else ""
    of = any_of(words(*(facts(code).OF for code in codes)))
    place = rf"{pattern('PLACE_BEFORE', language)}\s+(?-i:{CAPITAL})"
    today = pattern("TODAY", language)
    forms = {  # nouns may be the end of a longer word
        "deed": pattern("MEETING_VERBS", language),
        "received": pattern("RECEIVING_VERBS", language),
        "gathered": pattern("GATHERING_VERBS", language),
        "guest verb": pattern("GUEST_VERBS", language),
        "guest": pattern("VISITORS", language).replace(r"(?<!\w)", "", 1),
        "of": of,
        "opens": pattern("OPENING_VERBS", language),
        "opened": pattern("OPENED", language),
        "site": pattern("BUILDINGS", language).replace(r"(?<!\w)", "", 1),
        "of it": rf"{of}(?:\s[\w-]+){{0,2}}\s[\w-]*$",
        "chaired": pattern("CHAIRED_BY", language),
        "sat": pattern("SITTING_VERBS", language),
        "announced": pattern("ANNOUNCING_VERBS", language),
        "company": pattern("COMPANY", language),
        "there": rf"{today}\s+{place}|{place}(?:\s[^\W\d_][\w-]*)?,?\s+{today}",
    }
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}
