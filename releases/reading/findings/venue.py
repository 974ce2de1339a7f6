"""Finds where a meeting was held: the place its sentences name, and whether it was online."""

import re
from functools import cache

from releases.reading.languages import facts, words

from .dates import written_dates
from .wording import any_of, codes, pattern, phrases

CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-Þ][\w’'-]+)"
BETWEEN = r"of|van|de|du|des|in|à|von|der|upon|sur|la|le|and|et|en|und|am"
PLACE = rf"{CAPITAL}(?:[ -](?:(?:(?:{BETWEEN})[ ])?(?:l['’]|d['’])?{CAPITAL})){{0,5}}"


def find(about, language, forms):
    """The place as the first of the sentences `about` the meeting names it; else empty."""
    return next(filter(None, (_named(sentence, language, forms) for sentence in about)), "")


def find_site(about, language):
    """The town of "the port of …", where no sentence says in or at what place they met."""
    form = _site_form(codes(language))
    found = (form.search(sentence.text) for sentence in about)
    return next((match["place"] for match in found if match), "")


def is_joined_online(near, forms):
    """Tells whether somebody took part online, as the sentences `near` the meeting say."""
    return any(forms["online"].search(s.text) and forms["joined"].search(s.text) for s in near)


def is_online(about, forms):
    """Tells whether the meeting itself was held online."""
    for sentence in about:
        if forms["online"].search(sentence.text):
            return True
        for match in forms["meeting"].finditer(sentence.text):
            if forms["virtual"].search(sentence.text[max(0, match.start() - 25) : match.end()]):
                return True
    return False


def _named(sentence, language, forms):
    taken = [(mention.start, mention.end) for mention in sentence.mentions]
    taken += [(day.start, day.end) for day in written_dates(sentence.text)]
    for match in _place_form(codes(language)).finditer(sentence.text):
        start, end = match.span("place")
        first = match["place"].split()[0].casefold()
        if first in phrases("NOT_PLACES") or forms["meeting"].search(match["place"]):
            continue
        after = sentence.text[end:].lstrip()
        if match["article"] and after[:1].isalpha() and not forms["small"].match(after):
            continue  # "in the West Bank" is a place, "in the West Bank settlements" is not
        if any(a < end and start < b for a, b in taken):
            continue
        return re.sub(r"\s+", " ", match["place"])
    return ""


@cache
def _site_form(codes):
    language = codes[0] if len(codes) == 1 else ""
    link = any_of(words(*(facts(code).OF for code in codes)) - {"d'", "d’"})
    return re.compile(
        rf"(?i:{pattern('SITES', language)})\s+(?i:{link}\s+|d['’])(?P<place>{PLACE})"
    )


@cache
def _place_form(codes):
    language = codes[0] if len(codes) == 1 else ""
    before = pattern("PLACE_BEFORE", language)
    before = rf"(?:{before}|{pattern('TRAVELLING', language)})"
    article = r"(?P<article>(?:the|het|de|l['’])\s*)?"
    return re.compile(rf"(?i:{before})\s+{article}(?P<place>{PLACE})")
