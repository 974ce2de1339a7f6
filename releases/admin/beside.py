"""Two texts beside each other: a translation and its source, or what two people wrote."""

from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext_lazy as _

from releases import changes, html


@dataclass
class Row:
    """A paragraph of the source and the one at its place; what is to be said of them."""

    source: str
    own: str
    behind: list
    untranslated: bool


def beside(edition):
    """
    The paragraphs of an edition and of its source as `Row`s, in order.

    Where the source has been corrected since, `behind` holds the marked words of the change.
    """
    if edition.source is None:
        return []
    old = changes.paragraphs(edition.source_body)
    new = changes.paragraphs(edition.newest_source.body)
    own = changes.paragraphs(edition.body)
    steps = {
        change.before: change.words
        for change in changes.compare(old, new)
        if change.kind in (changes.CHANGED, changes.REMOVED)
    }
    untranslated = edition.untranslated
    return [
        Row(source or "", text or "", steps.get(number, []), number in untranslated)
        for number, (source, text) in enumerate(zip_longest(old, own))
    ]


def differences(edition, typed):
    """
    What `typed`, the data of a form, has otherwise than the stored edition.

    A list of a field's name and its paragraphs as `changes.Change`.
    """
    found = []
    for name, label in (("title", _("title")), ("summary", _("summary")), ("body", _("text"))):
        stored, written = (
            html.plain(html.clean(text)) if name == "body" else text
            for text in (getattr(edition, name), typed.get(name, "").replace("\r\n", "\n"))
        )
        if stored != written:
            compared = changes.compare(stored.splitlines(), written.splitlines())
            found.append((label, compared))
    stored = "\n".join(quote.words for quote in edition.quotes.all())
    numbers = range(int(typed.get("quotes-TOTAL_FORMS") or 0))
    written = [typed.get(f"quotes-{n}-words", "") for n in numbers]
    written = "\n".join(words.replace("\r\n", "\n") for words in written if words)
    if stored != written:
        compared = changes.compare(stored.splitlines(), written.splitlines())
        found.append((_("quotes"), compared))
    return found
