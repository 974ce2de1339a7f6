"""Two texts beside each other: a translation and its source, or what two people wrote."""

from dataclasses import dataclass
from itertools import zip_longest

from django.forms.utils import flatatt
from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from releases.models import Edition, copies
from releases.text import changes, html

from .conflict import Difference

LABELS = {
    "title": _("title"),
    "slug": _("address"),
    "summary": _("summary"),
    "body": _("text"),
    "change_note": _("what was corrected"),
}


@dataclass
class Row:
    """A paragraph of the source, the one at its place, and what is to be said of them."""

    source: str
    own: str
    behind: list[tuple[str, str]]
    untranslated: bool


def beside(edition: Edition) -> list[Row]:
    """
    List the paragraphs of an edition and of its source as `Row`s, in order.

    Where the source has been corrected since, `behind` holds the marked words of the change.
    """
    newest = copies.newest_source(edition)
    if newest is None:
        return []
    old = changes.paragraphs(edition.source_body)
    new = changes.paragraphs(newest.body)
    steps = {
        change.before: change.words
        for change in changes.compare(old, new)
        if change.kind in (changes.CHANGED, changes.REMOVED)
    }
    untranslated = copies.untranslated(edition)
    return [
        Row(source or "", text or "", steps.get(number, []), number in untranslated)
        for number, (source, text) in enumerate(
            zip_longest(_spoken(edition.source_body), _spoken(edition.body))
        )
    ]


def _spoken(body: str) -> list[str]:
    """List the paragraphs of a text, with the passages in another language marked."""
    lines = zip(changes.paragraphs(body), html.languages_of(body), strict=True)
    return [
        format_html_join(
            "",
            "<span{}>{}</span>",
            (
                (flatatt({"lang": code} if code else {}), run)
                for code, run in html.by_language(line, languages)
            ),
        )
        for line, languages in lines
    ]


def differences(edition: Edition, typed: QueryDict) -> list[Difference]:
    """
    List what `typed`, the data of a form, has otherwise than the stored edition: pairs of a
    field's name and its paragraphs as `changes.Change`.
    """
    found: list[Difference] = []
    for name, label in LABELS.items():
        stored = getattr(edition, name)
        lines = [_lines(name, text) for text in (stored, typed.get(name, stored))]
        if lines[0] != lines[1]:
            found.append((label, changes.compare(*lines)))
    stored, written = _stored_quotes(edition), _typed_quotes(typed)
    if stored != written:
        found.append((_("quotes"), changes.compare(stored, written)))
    return found


def _lines(name, text):
    """Split a field into lines as they are compared: a body without its markup."""
    text = _plain(text)
    return (html.plain(html.clean(text)) if name == "body" else text).splitlines()


def _stored_quotes(edition):
    return [
        line
        for quote in edition.quotes.all()
        for line in (quote.words, quote.title_as_printed, quote.original_words)
        if line
    ]


def _typed_quotes(typed):
    """Collect the lines of the quotes in the data of a form, as many as there are and no more."""
    names = ("words", "title_as_printed", "original_words")
    numbers = sorted(
        int(key.split("-")[1])
        for key in typed
        if key.startswith("quotes-") and key.endswith("-words") and key.split("-")[1].isdecimal()
    )
    lines = [_plain(typed.get(f"quotes-{n}-{name}", "")) for n in numbers for name in names]
    return [line for line in lines if line]


def _plain(text):
    return text.replace("\r\n", "\n")
