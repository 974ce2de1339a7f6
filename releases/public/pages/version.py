"""The page of a text as it stood at one version, and what the next one changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from releases.models import Edition, Moment, Picture, Quote, Recording
from releases.models.printed import Kept, beside
from releases.text import changes, html
from releases.text.names import Names

from .documents import Listed, listed
from .recordings import playable
from .release import quotes_of
from .rights import standing

# Words in runs: what became of them (`changes.SAME` and so on), the text, and the language of the
# passage they are in, "" for that of the text.
Paragraph = list[changes.Spoken]


@dataclass
class VersionPage:
    """
    One version of a text.

    `current` is the one that stands now, `following` the one after this, None where this one
    stands. `changes` is what that one changed, by part: "title", "summary", "text",
    "documents", "pictures", "recordings".
    """

    edition: Edition
    current: Edition
    following: Edition | None
    stood_from: datetime
    stood_until: datetime | None
    changes: dict[str, list[Paragraph]]
    quotes: list[Quote]
    documents: list[Listed]
    pictures: list[Picture]
    recordings: list[Recording]
    translations: dict[str, str]


def version_page(
    edition: Edition,
    following: Edition | None,
    current: Edition,
    texts: list[Edition],
    moment: Moment,
) -> VersionPage:
    """
    Fetch the page of `edition`; readers choose from `texts`, one a language. One query, and
    another where it lists documents, or pictures, or recordings, and one for their posters.
    """
    with override(edition.language):
        own_address = edition.get_version_url()
    shown = beside(edition.printed)
    translations = {text.language: text.canonical_url for text in texts}
    return VersionPage(
        edition=edition,
        current=current,
        following=following,
        stood_from=edition.due,
        stood_until=edition.visible_until if following else None,
        changes=_changes(edition, following) if following else {},
        quotes=quotes_of(edition),
        documents=listed(shown.documents, moment),
        pictures=standing(shown.pictures, moment),
        recordings=playable(shown.recordings, moment),
        translations=translations | {edition.language: own_address},
    )


def _changes(old: Edition, new: Edition) -> dict[str, list[Paragraph]]:
    parts = {}
    for name in ("title", "summary"):
        if getattr(old, name) != getattr(new, name):
            runs = changes.compare_words(getattr(old, name), getattr(new, name))
            parts[name] = [[(*run, "") for run in runs]]
    compared = changes.compare(changes.paragraphs(old.body), changes.paragraphs(new.body))
    if texts := [change for change in compared if change.kind != changes.SAME]:
        languages = html.languages_of(old.body), html.languages_of(new.body)
        parts["text"] = [changes.in_languages(change, *languages) for change in texts]
    for name, called in BESIDE.items():
        if listed := _changed_list(old.printed[name], new.printed[name], called):
            parts[name] = listed
    return parts


def _title(document: Kept) -> str:
    return str(document["title"])


def _what_it_shows(picture: Kept) -> str:
    """Tell a picture by its alternative text; one that says nothing by its credit."""
    return str(Names(picture["alternative"])) or picture["credit"] or str(_("a picture"))


def _what_is_heard(recording: Kept) -> str:
    return str(Names(recording["title"]))


# What is listed beside a text, and what one of it is called.
BESIDE: dict[str, Callable[[Kept], str]] = {
    "documents": _title,
    "pictures": _what_it_shows,
    "recordings": _what_is_heard,
}


def _changed_list(
    old: list[Kept], new: list[Kept], called: Callable[[Kept], str]
) -> list[Paragraph]:
    """Name what was taken away, and what came."""
    before, after = ({one["id"]: called(one) for one in listed} for listed in (old, new))
    removed = [(changes.REMOVED, before[key], "") for key in before if key not in after]
    added = [(changes.ADDED, after[key], "") for key in after if key not in before]
    return [[line] for line in removed + added]
