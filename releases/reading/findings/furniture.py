"""The lines around a text: labels, embargoes, datelines and headings, known by their form."""

import re
from functools import cache

from releases.reading.languages import facts, words

from .dateline import LONGEST, TIME, is_dateline, opens_with_day, without_furniture
from .dates import written_dates
from .letterhead import is_letterhead
from .wording import any_of, codes, pattern, phrases

CLOSING = re.compile(r"\W*(?:#(?:\s*#)+|-+\s*30\s*-+|[-–—_=*~+.•·\s]{3,}|o{3,})\W*", re.I)
EMAIL = re.compile(
    r"[\w.+-]+(?:@|\s?(?:\(at\)|\[at\]|\bAT\b)\s?)[\w-]+(?:(?:\.|\s(?:DOT|dot)\s)\w+)+"
)
SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[–—/-]+\s+|,\s+")
PHONE = re.compile(
    r"(?<![\w/.,-])(?:\+|00|\(0|0)[\d\s()/.–-]{6,22}\d"
    r"|(?<!\d)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}"
)


# The word in all the languages, alone or at the end of another: "Persembargo".
EMBARGO = re.compile(r"embargo|sperrfrist|sperrvermerk", re.IGNORECASE)
APART = re.compile(r"(?:[.!|]|\s[–—-])\s+")


def is_closing(line):
    """Tells whether a line marks the end of the text: "ENDS", "-- FIN --", "###"."""
    return bool(CLOSING.fullmatch(line) or _form("ends").fullmatch(line))


def is_end(line):
    """Tells whether such a line ends the text, and does not merely divide it."""
    return "#" in line or bool(re.search(r"\w", line))


def is_embargo(line):
    """
    Tells whether a line says until when the text is kept, in words that may not be understood.
    """
    return len(line) <= LONGEST and _keeps(line) and not _is_free(line)


def _keeps(line):
    if match := _form("embargo").match(line):
        rest = line[match.end() :].lstrip(" :,.–—-*()")
        if not rest or rest[0].isdigit() or opens_with_day(rest):
            return True
    parts = APART.split(line)
    if any(_form("embargo until").match(part) for part in parts) or asks_to_wait(line):
        return True
    return _names_hour(line) or bool(EMBARGO.search(line) and _has_hour(line))


def asks_to_wait(sentence):
    """Tells whether somewhere in a sentence the press is asked to keep to an embargo."""
    return bool(_form("asked").search(sentence)) and not _is_free(sentence)


def opens_an_embargo(sentence):
    """Tells whether a sentence of a longer paragraph begins as an embargo line does."""
    return bool(_form("embargo until").match(sentence)) and not _is_free(sentence)


def _is_free(line):
    """Tells whether a line says that there is no embargo, or that it is over."""
    words = " ".join(re.findall(r"[\w'’]+", line))
    return bool(_form("no embargo").match(words)) and not re.search(r"\d", words)


def _names_hour(line):
    """
    Tells whether a line is "For release:" and a day with its hour; the day alone dates the text.
    """
    match = _form("released at").match(line)
    rest = line[match.end() :].lstrip(" :,.–—-*()") if match else ""
    if not rest or not (rest[0].isdigit() or opens_with_day(rest)) or without_furniture(rest):
        return False
    return _has_hour(rest)


def _has_hour(line):
    """Tells whether a line names a day and an hour; news of an embargo names no hour."""
    return any(TIME.search(line[: day.start] + line[day.end :]) for day in written_dates(line))


def greets_editors(line):
    """Tells whether a line is the beginning of a note to those who publish: "Dear editors,"."""
    return bool(_form("greeting").fullmatch(line))


def covers(sentence):
    """Tells whether a sentence hands over what stands below it: "Please find below …"."""
    return bool(_form("covering").match(sentence))


def is_label(line):
    """
    Tells whether a line only says what the text is, with or without its day, place and number.
    """
    if len(line) > LONGEST:
        return False
    if re.search(r"\S\s[>›]\s\S", line):  # where in its site a page is
        return True
    if (issue := _form("issue").match(line)) and is_dateline(line[issue.end() :].strip(" ,|–—-()")):
        return True
    rest, labels = _form("label").subn(" ", line)
    rest = _form("and").sub(" ", rest)
    if labels and (not without_furniture(rest) or is_dateline(rest.strip(" |:·•–—-,()"))):
        return True
    if _form("label of").match(line) and not _form("meeting").search(line):
        return len(line.split()) <= 14
    return _is_list([part for part in SEPARATOR.split(line) if part.strip()])


def _is_list(parts):
    """Tells whether the parts of a line are a label or a body, and their day, place or subject."""
    named = [part for part in parts if without_furniture(part) and not is_embargo(part)]
    others = [part for part in named if not _form("labelled").fullmatch(part)]
    if len(parts) == 1 or not named:
        return False
    dated = any(written.year for written in written_dates(", ".join(parts)))
    bodies = [part for part in others if is_letterhead(part)]
    if len(others) == len(named) and not (bodies and dated):
        return False
    return all(part in bodies or (dated and len(part.split()) <= 3) for part in others)


def after_label(line):
    """Returns where the title begins in a line such as "Press release: …"."""
    match = _form("prefix").match(line)
    return match.end() if match else 0


def joins(word):
    """Tells whether a word is an "and"."""
    return bool(_form("and").fullmatch(word))


def heading_of(line, name):
    """
    The match of a line that begins with a heading of that name (NOTES, CONTACTS), or None.

    Group "rest" is what follows a colon or a dash, if anything does.
    """
    return _form(name).fullmatch(line.strip()) if len(line) <= 20 * LONGEST else None


def reach(line):
    """Tells whether a line begins as a way to reach somebody does: "Tel …", "E-mail: …"."""
    return bool(_form("reach").match(line)) and len(line) <= LONGEST and has_address(line)


def names_columns(row):
    """Counts the cells of a row that head a list of contacts: "Contact | Phone | E-mail"."""
    first, *cells = row.split("\t")
    columns = sum(bool(_form("column").fullmatch(cell.strip())) for cell in cells)
    return columns and columns + bool(heading_of(first, "CONTACTS"))


def has_address(text):
    """Tells whether an address of mail or a telephone number stands in the text."""
    return bool(EMAIL.search(text) or PHONE.search(text))


def _form(name):
    return _forms(codes())[name]


@cache
def _forms(codes):
    label = f"(?:{pattern('RELEASE_LABELS')}|{pattern('LABELS')})"
    release = pattern("RELEASE_LABELS")
    kept = any_of({name for name in phrases("EMBARGO") if re.search("embargo|sperr", name)})
    number = rf"(?:\s*(?:{pattern('PUBLISHED')})?[\s.]{{0,2}}\(?\d[\w./-]*\)?)?"
    forms = {
        "and": any_of(words(*(facts(code).AND for code in codes))),
        "ends": rf"[\W_]*{pattern('ENDS')}[\W_]*",
        "embargo": rf"\W*(?:{release}\W+)*"
        rf"(?:{pattern('EMBARGO')}\W*(?:{pattern('UNTIL')}[\s:]*)*)+",
        "embargo until": rf"\W*(?:{release}\W+)*(?:{pattern('EMBARGO_UNTIL')}|{kept}\s*[:–—])",
        "asked": pattern("EMBARGO_ASKED"),
        "no embargo": rf"(?:{release}\s)*{pattern('NO_EMBARGO')}",
        "released at": rf"\W*{pattern('RELEASED_AT')}",
        "greeting": rf"\W*{pattern('GREETINGS')}[^.!?]{{0,60}}\W*",
        "covering": rf"\W*(?:{pattern('GREETINGS')}\W+)?{pattern('COVERING')}",
        "label": label,
        "label of": rf"\W*{release}\s+(?:of|by|from|de|du|des|par|van|door|der|vom|von)\b",
        "issue": rf"(?:[^\W\d_][\w’,-]*\s+){{0,8}}(?:n[°º]|{pattern('ISSUES')})\.?\s?\d[\d/.-]*\s?",
        "meeting": pattern("MEETINGS"),
        "labelled": rf"\W*{label}{number}(?:\s+[^\W\d_][\w’'-]*){{0,3}}\W*",
        "prefix": rf"(?:[\W_]*(?:{release}{number}|{pattern('HEADLINES')})"
        r"(?:\s*[:|]\s*|\s+[–—-]+\s+|\s*[–—]\s*)"
        rf"|{pattern('DESKS')}-\w{{1,5}}:\s*)(?=\w|[“\"«„‘'])",
        "NOTES": rf"(?:\d+\.\s*)?[\W_]*{pattern('NOTES')}\s*(?:[:–—-]\s*(?P<rest>.+)|[\W_]*)",
        "ABOUT": rf"{pattern('ABOUT')}\s+(?P<rest>[^.!?]+)",
        "CONTACTS": rf"(?:\d+\.\s*)?[\W_]*{pattern('CONTACTS')}\s*"
        r"(?:[^\w\n]*[:–—\n-]\s*(?P<rest>.+)|[\W_]*)",
        "WHEN": rf"\W*{pattern('WHEN')}\s*[:\t].*",
        "WHERE": rf"\W*{pattern('WHERE')}\s*[:\t].*",
        "contact last": rf"(?:[\w’'-]+\s+){{1,5}}{pattern('CONTACTS')}[\W_]*",
        "column": rf"(?:{pattern('PHONE')}|{pattern('EMAIL')})\.?",
        "reach": rf"[\W_]*(?:{pattern('PHONE')}|{pattern('EMAIL')})\b.*",
    }
    return {name: re.compile(form, re.IGNORECASE | re.DOTALL) for name, form in forms.items()}
