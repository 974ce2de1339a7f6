"""What is found in the blocks of a document: a module for each kind of finding."""

from ..document import Document, Findings, Found
from ..languages import facts
from .contacts import find_contacts
from .day import find_day
from .embargo import find_embargo
from .language import find_language
from .links import find_links
from .meeting import find_meeting
from .people import find_people
from .quotes import find_quotes
from .sections import find_places
from .title import find_summary, find_title

ABOUT_IT = 0.6  # from which certainty on a meeting is surely what a text is about


def find(blocks, language=None, document=None, now=None):
    """
    All that is found in the blocks, as Findings.

    `language` is its code if somebody has chosen one; `document` is the file the blocks are
    from, for what it says of itself; `now`, an aware datetime, dates an embargo without a year.
    """
    spoken = Found(language, 1.0) if language else find_language(blocks, _said(document).language)
    known = facts(spoken.value)
    places = find_places(blocks)
    title = find_title(blocks, places, _said(document).title)
    summary = find_summary(blocks, places, title)
    findings = Findings(language=spoken, places=places, title=title, summary=summary)
    findings.day, findings.place = find_day(blocks, places)
    findings.embargo = find_embargo(blocks, places, findings.day, now)
    findings.people = find_people(blocks, known)
    findings.quotes = find_quotes(blocks, places, known, findings.people)
    findings.meeting = find_meeting(blocks, findings)
    findings.day = findings.day or _day_of(findings.meeting)
    findings.links = find_links(blocks)
    findings.contacts = find_contacts(blocks, places, known)
    return findings


def _day_of(meeting):
    """A text that states no day is of the day of what it reports on, as far as one can tell."""
    if meeting and meeting.day and meeting.sure >= ABOUT_IT:
        return Found(meeting.day, 0.5, meeting.spans)
    return None


def _said(document):
    return document or Document([])
