"""Finds what a text calls a meeting, and how much speaks for the release being about it."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from releases.reading.languages import facts, words

from .dates import months, weekdays, written_dates
from .deeds import find_deeds
from .scene import Sentence
from .wording import any_of, codes, pattern

ENOUGH = 3.0  # points from which a mention is taken for what the release is about
FIRST = 3  # paragraphs in which a deed is what the release is about
HEADING = 5  # words of "Invitation to the press" at most
MOST = 6  # nouns of a sentence that are looked at


@dataclass
class Mention:
    """A noun such as "summit" at `match` of a sentence; `points` say how much speaks for it."""

    sentence: Sentence
    match: re.Match
    points: float


def forms_in(language):
    """The patterns by which meetings are found in a language, or in all if it is not known."""
    return _forms(codes(language))


def find_mentions(scene, language, programme, day):
    """Every noun for a meeting in the scene with its points, and every deed that makes one."""
    forms = forms_in(language)
    title = " ".join(s.text for s in scene if s.order < 0).casefold()
    reported = any(_is_reported(s, forms, day) for s in scene if s.order == 0)
    found = []
    for sentence in scene:
        for match in islice(forms["meeting"].finditer(sentence.text), MOST):
            if day and _is_of_another_year(sentence.text, match, day.value.year):
                continue
            points = _points(sentence, match, forms, title) + programme.points
            headline = sentence.order < 0
            points += headline * (reported + 0.5 * (not sentence.text[: match.start()].strip()))
            found.append(Mention(sentence, match, points))
    return [*found, *_deeds(scene, language, day)]


def _is_of_another_year(text, match, year):
    """
    Tells whether the noun has a year far from that of the release beside it: "the 2019 summit".
    """
    before = re.search(r"\b((?:19|20)\d\d)\s$", text[: match.start()])
    after = re.match(r"\s(?:\w{1,3}\s)?((?:19|20)\d\d)\b", text[match.end() :])
    return any(abs(int(found[1]) - year) > 1 for found in (before, after) if found)


def _is_reported(sentence, forms, day):
    """Tells whether a sentence tells of something that is held, and when."""
    dated = day or _is_dated(sentence.text, forms)
    return bool(dated and forms["done"].search(sentence.text))


def _is_dated(text, forms):
    return bool(forms["now"].search(text) or forms["weekday"].search(text) or written_dates(text))


def _deeds(scene, language, day):
    """The deeds of the first paragraphs, and of those below "Invitation to the press"."""
    forms = forms_in(language)
    invited = {s.order + 1 for s in scene if _is_invitation(s, forms)}
    for sentence in scene:
        if 0 <= sentence.order < FIRST or sentence.order in invited:
            now, told = _is_dated(sentence.text, forms), day and sentence.order == 0
            for match in find_deeds(sentence, codes(language), now, told):
                yield Mention(sentence, match, ENOUGH)


def _is_invitation(sentence, forms):
    """Tells whether a line only heads what the press is invited to."""
    short = sentence.order >= 0 and len(sentence.text.split()) <= HEADING
    return short and bool(forms["inviting"].search(sentence.text))


def choose(mentions):
    """The mention with most points; one of the title instead, if that calls it something else."""
    best = max(mentions, key=lambda mention: mention.points, default=None)
    if best is None or best.points < ENOUGH:
        return None
    headlines = [m for m in mentions if m.sentence.order < 0 and m.points >= ENOUGH]
    headlines = [m for m in headlines if m.match["meeting"]]
    if not headlines or any(are_alike(best, headline) for headline in headlines):
        return best
    return max(headlines, key=lambda mention: mention.points)


def are_alike(mention, other):
    """Tells whether two mentions have one noun, or the one a compound of the other's."""
    one, two = (m.match[0].casefold().split()[-1] for m in (mention, other))
    return one.endswith(two) or two.endswith(one)


def _points(sentence, match, forms, title):
    """How much speaks for a mention; 0 where nothing says that the meeting is held at all."""
    text, start, end = sentence.text, match.start(), match.end()
    held = _is_held(sentence, match, forms)
    in_title = sentence.order < 0
    chaired = bool(forms["chaired"].search(text)) and not in_title
    dated = bool(forms["now"].search(text) or written_dates(text))
    echoed = not in_title and text[start:end].casefold().split()[-1] in title
    now = bool(forms["now"].match(text[end : end + 40].lstrip()))
    if not (held or in_title or chaired or now or (echoed and match["meeting"])):
        return 0
    points = 1.5 if match["meeting"] else 0.5
    points += 1.5 * held + 1.5 * chaired + dated + 0.5 * bool(sentence.mentions)
    points += 1.0 * in_title + 1.0 * echoed + 0.5 * (sentence.order == 0) + 0.5 * now
    points -= 0.5 * bool(forms["meeting"].search(text[:start]))
    if sentence.start and not echoed and not chaired:
        points -= 0.5 + 2.0 * bool(forms["indefinite"].search(text[:start]))
        points -= 1.0 * bool(forms["some day"].search(text))
    return points - 0.25 * max(0, sentence.order)


def _is_held(sentence, match, forms):
    """Tells whether a verb beside the noun says that somebody holds or attends the meeting."""
    before = sentence.text[max(0, match.start() - 80) : match.start()]
    after = sentence.text[match.end() : match.end() + 120]
    if forms["held"].search(before) or forms["with person"].match(after):
        return True
    verbs = forms["held"].finditer(after)
    return any(not re.search(r"\bto be\s$", after[: verb.start()]) for verb in verbs)


@cache
def _forms(codes):
    language = codes[0] if len(codes) == 1 else ""
    strong, weak = pattern("MEETINGS", language), pattern("OCCASIONS", language)
    tails = pattern("MEETING_TAILS", language).replace(r"(?<!\w)", "", 1)
    days = {name: pattern(name, language) for name in ("TODAY", "YESTERDAY", "TOMORROW")}
    joint = any_of(words(*(facts(code).AND for code in codes)))
    small = any_of(words(*(facts(code).FUNCTION_WORDS for code in codes)))
    forms = {
        "meeting": rf"(?P<meeting>{strong}|(?<!\w)[\w-]{{2,40}}{tails})|{weak}",
        "deed": pattern("MEETING_VERBS", language),
        "inviting": pattern("INVITING", language),
        "joined": pattern("JOINED", language),
        "held": pattern("HELD", language),
        "done": rf"{pattern('HELD', language)}|{pattern('MEETING_VERBS', language)}",
        "chaired": rf"{pattern('CHAIRED_BY', language)}|{pattern('CHAIR', language)}",
        "now": "|".join(days.values()),
        "article": any_of(words(*(facts(code).ARTICLES for code in codes))),
        "indefinite": rf"{pattern('INDEFINITE', language)}\s+(?:[\w-]+\s+)?$",
        "titled": rf"(?-i:(?:\s(?:(?:{joint})\s)?[A-ZÀ-ÖØ-Þ][\w’&-]*)*)",
        "followed": rf"(?:\s+(?!{small})[\w-]+)?\s+{pattern('FOLLOWED_BY', language)}\s*",
        "with person": rf"\s+{pattern('WITH', language)}\s",
        "stop": r"[,;:(–—“”\"„«»]",
        "small": rf"{pattern('FOLLOWED_BY', language)}|{pattern('PLACE_BEFORE', language)}|{small}",
        "restricted": pattern("RESTRICTED", language),
        "virtual": pattern("VIRTUAL", language),
        "online": pattern("ONLINE", language),
        "weekday": any_of(weekdays(codes)),
        "some day": pattern("SOME_DAY", language),
        "another day": rf"{any_of(weekdays(codes))}|{pattern('SOME_DAY', language)}"
        rf"|\b(?:in|en|im)\s+{any_of(months(codes))}",
        **{name.lower(): form for name, form in days.items()},
    }
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}
