"""All that is found in the blocks of a document."""

from django.conf import settings

from .document import BODY, Document, Findings, Found
from .faults import log_fault
from .findings.contacts import find_contacts
from .findings.day import find_day
from .findings.embargo import find_embargo
from .findings.language import find_language
from .findings.links import find_links
from .findings.meeting import find_meeting
from .findings.people import find_people
from .findings.quotes import find_quotes
from .findings.sections import find_places
from .findings.title import find_summary, find_title
from .languages import facts

ABOUT_IT = 0.6  # from which certainty on a meeting is surely what a text is about


def find(blocks, language=None, document=None, now=None):
    """
    All that is found in the blocks, as Findings. Raises nothing, whatever the text.

    `language` is its code if somebody has chosen one; `document` is the file the blocks are
    from, for what it says of itself; `now`, an aware datetime, dates an embargo without a year.
    """
    said, look = document or Document([]), _Look()
    unknown, around = Found("", 0.0), [BODY] * len(blocks)
    spoken = Found(language, 1.0) if language else None
    spoken = spoken or look("language", unknown, find_language, blocks, said.language)
    known = facts(spoken.value)
    places = look("places", around, find_places, blocks)
    title = look("title", None, find_title, blocks, places, said.title)
    summary = look("summary", None, find_summary, blocks, places, title)
    found = Findings(spoken, places, title, summary, missed=look.missed)
    found.day, found.place = look("day", (None, None), find_day, blocks, places)
    # Nobody knows that there is no embargo: somebody has to say so.
    unread = Found(None, 0.0)
    found.embargo = look("embargo", unread, find_embargo, blocks, places, found.day, now)
    found.people = look("people", [], find_people, blocks, known)
    found.quotes = look("quotes", [], find_quotes, blocks, places, known, found.people)
    found.meeting = look("meeting", None, find_meeting, blocks, found)
    found.day = found.day or _day_of(found.meeting)
    found.links = look("links", [], find_links, blocks)
    found.contacts = look("contacts", [], find_contacts, blocks, places, known)
    _cut(found)
    return found


def _cut(found):
    """Leave out what no officer could look through, and say so in `found.cut`."""
    lists = {name: getattr(found, name) for name in ("quotes", "people", "links", "contacts")}
    if found.meeting:
        lists["participants"] = found.meeting.participants
    for name, several in lists.items():
        if len(several) > settings.INTAKE_MAX_FOUND:
            del several[settings.INTAKE_MAX_FOUND :]
            found.cut.append(name)


class _Look:
    """Asks one finder after the other: one that fails costs what it would have found, alone."""

    def __init__(self):
        self.missed = []

    def __call__(self, what, otherwise, finder, *given):
        try:
            return finder(*given)
        except Exception as error:  # a text is worse than anybody thought of
            log_fault(f"Looking for {what}", error)
            self.missed.append(what)
            return otherwise


def _day_of(meeting):
    """A text that states no day is of the day of what it reports on, as far as one can tell."""
    if meeting and meeting.day and meeting.sure >= ABOUT_IT:
        return Found(meeting.day, 0.5, meeting.spans)
    return None
