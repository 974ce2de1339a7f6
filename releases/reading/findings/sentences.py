"""Finds where sentences begin and end, with an eye on abbreviations and numbered days."""

import re

END = re.compile(r"[.!?…][\"”“»’)\]]*\s+(?=[\"“„«‘(]*\s?[A-ZÀ-ÖØ-Þ\d])")
SHORTENED = re.compile(
    r"(?:\b[A-Z]|\b[A-Z][a-z]{1,2}|\b\d{1,2}|\b(?:Prof|Sens|Reps|Hon|Mme|Mrs|Dhr|Mevr|Sept|Nr|vgl|bzw"
    r"|etc|resp|ca|zgn|incl|inkl|St|Jan|Feb|Febr|Okt|Oct|Nov|Dez|Dec|Drs|Ing|Dipl|Univ|Corp|Inc))\.$"
)


def sentences(text):
    """The sentences of a text, as (start, end) pairs in order."""
    found, start = [], 0
    for match in END.finditer(text):
        at = match.start() + 1
        if text[match.start()] == "." and SHORTENED.search(text[max(0, at - 8) : at]):
            continue
        found.append((start, match.end()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found
