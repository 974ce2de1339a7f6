"""
How a release or a quote is cited, in the files that programs for references read.

BibTeX is what LaTeX takes, RIS what reference managers exchange. Both say what the page says
under “Cite this”, in the language of the text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.models import Edition, Identity, PressRelease
from releases.text.languages import in_marks

from .pages.quote import QuotePage

# What LaTeX would take for a command. Braces have names: BibTeX counts those behind a \ as well.
IN_LATEX = str.maketrans(
    {letter: f"\\{letter}" for letter in "#$%&_"}
    | {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Citation:
    """
    What a citation says. Of a quote, the `author` is who spoke, and `within` the title of the
    release that has it; of a release, that is empty. So is a `version` that need not be named.
    `notes` are sentences.
    """

    key: str
    author: str
    title: str
    within: str
    version: str
    notes: list[str]
    publisher: str
    kind: str
    reference: str
    day: date
    language: str
    address: str
    accessed: date


@dataclass(frozen=True)
class Form:
    """A kind of file that citations are written in."""

    name: str
    suffix: str
    content_type: str
    write: Callable[[Citation], str]


def of_release(edition: Edition, address: str, accessed: date, identity: Identity) -> Citation:
    """Cite a text, by the whole `address` at which its release stays."""
    name = edition.release.reference or edition.slug
    with override(edition.language):
        return Citation(
            key=f"release-{name.replace('/', '-')}-{edition.language}",
            author=identity.publisher,
            title=edition.title,
            within="",
            version=str(edition.version) if edition.version > 1 else "",
            notes=_of_its_removal(edition.release),
            **_of_text(edition, identity),
            address=address,
            accessed=accessed,
        )


def of_quote(page: QuotePage, address: str, accessed: date, identity: Identity) -> Citation:
    """Cite a quote by its whole `address`, with the office that its speaker held that day."""
    quote, edition, dropped_in = page.quote, page.quote.edition, page.dropped_in
    with override(edition.language):
        office = [f"{quote.speaker.name}, {quote.office}."] if quote.office else []
        return Citation(
            key=f"quote-{quote.key}-{edition.language}",
            author=quote.speaker.name,
            title=in_marks(quote.in_brief, edition.language),
            within=edition.title,
            version=str(edition.version) if edition.version > 1 or dropped_in else "",
            notes=office + _of_its_end(dropped_in) + _of_its_removal(edition.release),
            **_of_text(edition, identity),
            address=address,
            accessed=accessed,
        )


def bibtex(citation: Citation) -> str:
    """Write a citation as BibTeX: a release as a report, a quote as a part of one."""
    day, within = citation.day, citation.within
    values = {
        "author": _kept(citation.author),
        "title": _kept(citation.title),
        "booktitle": _kept(within),
        "series": _in_latex(f"{citation.kind} {citation.reference}") if within else "",
        "type": "" if within else _in_latex(citation.kind),
        "number": "" if within else citation.reference,
        "version": citation.version,
        "publisher" if within else "institution": _kept(citation.publisher),
        # Old styles know year and month alone, newer ones the whole date.
        "year": str(day.year),
        "date": day.isoformat(),
        "language": citation.language,
        "url": citation.address,
        "urldate": citation.accessed.isoformat(),
        "note": _in_latex(" ".join(citation.notes)),
    }
    fields = [f"  {name} = {{{value}}},\n" for name, value in values.items() if value]
    fields.append(f"  month = {MONTHS[day.month - 1]},\n")
    kind = "incollection" if within else "techreport"
    return f"@{kind}{{{citation.key},\n{''.join(fields)}}}\n"


def ris(citation: Citation) -> str:
    """Write a citation as RIS: a release as a report, a quote as a part of one."""
    within = citation.within
    lines = [
        ("TY", "ECHAP" if within else "RPRT"),
        ("ID", citation.key),
        ("AU", citation.author),
        ("TI", citation.title),
        ("T2", within),
        ("T3", f"{citation.kind} {citation.reference}" if within else ""),
        ("M3", "" if within else citation.kind),
        ("SN", "" if within else citation.reference),
        ("ET", citation.version),
        ("PB", citation.publisher),
        ("PY", str(citation.day.year)),
        ("DA", f"{citation.day:%Y/%m/%d/}"),
        ("LA", citation.language),
        ("UR", citation.address),
        ("Y2", f"{citation.accessed:%Y/%m/%d/}"),
        *(("N1", note) for note in citation.notes),
    ]
    shown = [f"{tag}  - {_in_a_line(value)}\r\n" for tag, value in lines if value]
    return f"{''.join(shown)}ER  - \r\n"


BIBTEX = Form("bibtex", "bib", "application/x-bibtex", bibtex)
RIS = Form("ris", "ris", "application/x-research-info-systems", ris)


def _of_text(edition: Edition, identity: Identity) -> dict[str, Any]:
    release = edition.release
    return {
        "publisher": identity.publisher,
        "kind": release.get_kind_display(),
        "reference": release.reference or "",
        "day": release.day,
        "language": edition.language,
    }


def _of_its_end(dropped_in: Edition | None) -> list[str]:
    """Say since when no text has the words of a quote any more, if that is so."""
    if dropped_in is None or dropped_in.visible_from is None:
        return []
    said = _("These words no longer stand in the text since version %(version)s of %(day)s.")
    return [said % {"version": dropped_in.version, "day": _day(dropped_in.visible_from)}]


def _of_its_removal(release: PressRelease) -> list[str]:
    """Say that a release was withdrawn, if it was: what was removed otherwise is not cited."""
    if release.removed_at is None:
        return []
    return [_("Withdrawn on %(day)s.") % {"day": _day(release.removed_at)}]


def _day(instant: datetime) -> str:
    return date_format(timezone.localdate(instant))


def _kept(text: str) -> str:
    """Write a name or a title, of which no style may divide or change a letter."""
    return f"{{{_in_latex(text)}}}" if text else ""


def _in_latex(text: str) -> str:
    return _in_a_line(text).translate(IN_LATEX)


def _in_a_line(text: str) -> str:
    return " ".join(line.strip(" ") for line in text.splitlines()).strip(" ")
