"""The meeting, visit, hearing, ceremony or conference that a release is about."""

import re
from datetime import timedelta

from releases.reading.document import FoundMeeting

from . import venue
from .attendance import find_chairs, find_participants
from .dates import weekdays, written_dates
from .occasions import are_alike, choose, find_mentions, forms_in
from .programme import find_programme
from .scene import find_scene
from .wording import codes

NAME = 14  # words of a name at most


def find_meeting(blocks, release):
    """
    The meeting as FoundMeeting, or None; `release` is the Findings so far, people and quotes too.

    Its first day is taken from its sentences, from "today" or "yesterday" where the release has
    a date, or from a line such as "When: …".
    """
    language = release.language.value
    forms = forms_in(language)
    scene = find_scene(blocks, release.places, release.people, release.quotes)
    programme = find_programme(blocks, release.places, release.people)
    mentions = find_mentions(scene, language, programme, release.day)
    best = choose(mentions)
    if best is None:
        return None
    about = _about(scene, best, mentions, forms)
    near = about + [s for s in scene if s.block == best.sentence.block and s not in about]
    held = [s for s in scene if s in about or forms["meeting"].search(s.text)]
    held += [s for s in near if s not in held and forms["chaired"].match(s.text)]
    chairs = find_chairs(scene, language, held)
    name, spans = _name(best, release.title, forms)
    meeting = FoundMeeting(name, round(min(0.95, best.points / 7), 2), spans)
    meeting.day = programme.day or _day(best, about, release.day and release.day.value, forms)
    online = programme.virtual or venue.is_online(about, forms)
    meeting.virtual = online or venue.is_joined_online(near, forms)
    meeting.restricted = any(forms["restricted"].search(sentence.text) for sentence in held)
    meeting.place = programme.place or venue.find(near, language, forms)
    meeting.place = meeting.place or venue.find_site(about, language)
    meeting.place = meeting.place or ("" if online else _town(release, meeting))
    present = programme.people + _speakers(release, meeting)
    meeting.chairs = chairs
    meeting.participants = find_participants(scene, language, about, chairs, present)
    return meeting


def _is_ahead(release, meeting):
    return bool(release.day and meeting.day and meeting.day > release.day.value)


def _town(release, meeting):
    """The town of the dateline: that of a meeting too, if it has been held."""
    if not release.place or _is_ahead(release, meeting):
        return ""
    return release.place.value


def _speakers(release, meeting):
    """Those quoted: they spoke there, unless the meeting is still to come."""
    if _is_ahead(release, meeting):
        return []
    said = [quote.speaker.value for quote in release.quotes if quote.speaker]
    names = {name for value in said for name in (value if isinstance(value, list) else [value])}
    return [person for person in release.people if person.name in names]


def _about(scene, best, mentions, forms):
    """
    The sentences on the meeting: that of the best mention, those that name it again, and those
    that open the text by telling of it.
    """
    again = [m.sentence for m in mentions if are_alike(m, best)]
    named_below = best.sentence.order >= 0 and best.match.re is forms["meeting"]
    opening = "deed" if named_below else "done"
    again += [s for s in scene if s.order == 0 and forms[opening].search(s.text)]
    return [sentence for sentence in scene if sentence is best.sentence or sentence in again]


def _name(best, title, forms):
    """
    The name as written, and its spans. What was only done ("met today with …") has the name of
    the release.
    """
    text, start, end = best.sentence.text, best.match.start(), best.match.end()
    if best.match.re is not forms["meeting"]:
        if title:
            return title.value, title.spans
        end = max([end, *(mention.end for mention in best.sentence.mentions)])
    while before := re.search(r"(?:^|\s)([^\W\d_][\w&’'-]*)\s$", text[:start]):
        if not before[1][0].isupper() or forms["article"].fullmatch(before[1]):
            break
        start = before.start(1)
    end += forms["titled"].match(text[end:]).end()
    if (of := forms["followed"].match(text[end:])) and not forms["done"].search(of[0]):
        phrase = _phrase(text[end + of.end() :], forms)
        end += of.end() + phrase if phrase else 0
    return " ".join(text[start:end].split()), [best.sentence.span(start, end)]


def _phrase(text, forms):
    """How many characters of a text still belong to the name that goes on with it."""
    stop = min(
        [found.start() for form in ("stop", "held", "now") if (found := forms[form].search(text))]
        + [written.start for written in written_dates(text[:200])]
        + [len(text)]
    )
    parts = list(re.finditer(r"\S+", text[:stop]))[:NAME]
    while parts and forms["small"].fullmatch(parts[-1][0]):
        parts.pop()
    return len(text[: parts[-1].end()].rstrip(" .,;:")) if parts else 0


def _day(best, about, released, forms):
    """The first day of the meeting, from its best sentence, the others, or the release itself."""
    ordered = [best.sentence, *(sentence for sentence in about if sentence is not best.sentence)]
    for sentence in ordered:
        written = written_dates(sentence.text)
        dated = [day for day in written if day.year] or (written if released else [])
        if dated:
            near = min(dated, key=lambda day: abs(day.start - best.match.start()))
            return near.date(_nearest_year(near, released))
        if released and forms["yesterday"].search(sentence.text):
            return released - timedelta(1)
        if released and forms["tomorrow"].search(sentence.text):
            return released + timedelta(1)
        if released and _is_on(sentence.text, released, forms):
            return released
    return None if forms["another day"].search(best.sentence.text) else released


def _is_on(text, day, forms):
    """Tells whether a text says "today", or names the weekday of that day."""
    numbers = weekdays(codes())
    named = (numbers.get(match[0].casefold()) for match in forms["weekday"].finditer(text))
    return bool(forms["today"].search(text)) or day.weekday() in named


def _nearest_year(written, released):
    """The year in which a day without one is nearest to the day of the release."""
    if not released:
        return None
    years = (released.year - 1, released.year, released.year + 1)
    known = [year for year in years if written.date(year)]
    return min(known, key=lambda year: abs(written.date(year) - released), default=None)
