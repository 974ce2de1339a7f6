"""Which text a reader gets: the own language's, or the one that stands in for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import QuerySet

from releases.models import Edition, Moment, PressRelease, Quote, Showing
from releases.models.prepared import numbered, one_of, prepared
from releases.public.pagination import ListPage
from releases.text.languages import active_language, in_language_or_first, languages

MOST = 50  # withdrawn releases


def changed_at(text: Edition) -> datetime:
    """Say when a public text was last corrected; else, when it became public in its language."""
    return cast("datetime", text.corrected_at or text.public_since)


def published_at(text: Edition) -> datetime:
    """Say when a text became public in its language: later than planned, if a freeze held it."""
    since = cast("datetime", text.public_since)
    return max(since, text.release.came_out_at or since)


def told_at(text: Edition) -> datetime:
    """Say when there was last something new to tell of it: a correction, or that it is back."""
    back = [removal.restored_at for removal in text.release.past_removals]
    return max(changed_at(text), published_at(text), *back)


@dataclass
class Entry:
    """
    A text in a list.

    `also_in` are the codes of the other languages in which its release can be read; they are
    told where the text is not in the language of the page. `speakers` are the names of those it
    quotes, as it printed them, where the list tells them.
    """

    edition: Edition
    also_in: list[str]
    speakers: list[str]


def for_reader(texts: list[Edition]) -> Edition:
    """Choose the text in the active language, else the first in the newsroom's order."""
    return in_language_or_first(texts, active_language(), lambda text: text.language)


def entries(rows: list[Showing], moment: Moment) -> list[Entry]:
    """Make the entries of a list, in its order. One query where a text stands in for another."""
    standing_in = [row for row in rows if row.edition.language != row.reader]
    also_in = _other_languages(standing_in, moment) if standing_in else {}
    for row in rows:
        row.edition.release = row.release
    return [Entry(row.edition, also_in.get(row.release_id, []), []) for row in rows]


def as_entries(listed: ListPage[Showing], moment: Moment) -> ListPage[Entry]:
    """Make the entries of a page of rows, with who speaks in each. One query, or two."""
    found = entries(listed.items, moment)
    by_text = {entry.edition.pk: entry for entry in found}
    for text, printed in _said_in(**numbered(by_text)) if by_text else []:
        speakers, name = by_text[text].speakers, printed["speaker"]["name"]
        if name not in speakers:
            speakers.append(name)
    return ListPage(found, listed.goes_on_from, listed.after)


@prepared
def _said_in(**texts: int) -> QuerySet[Any]:
    said = Quote.objects.filter(one_of("edition", texts)).order_by("position", "pk")
    return said.values_list("edition", "printed")


def withdrawn(record: Any, moment: Moment) -> list[PressRelease]:
    """Fetch the withdrawn releases that name a record, told where nothing else stands."""
    return list(PressRelease.objects.withdrawn(moment).naming(record)[:MOST])


def _other_languages(rows: list[Showing], moment: Moment) -> dict[int, list[str]]:
    """Find the other languages of their releases, in the newsroom's order, by release's key."""
    shown = {row.release_id: row.edition.language for row in rows}
    found: dict[int, set[str]] = {release: set() for release in shown}
    for release, language in _own(moment, **numbered(shown)):
        found[release].add(language)
    return {
        release: [code for code, name in languages() if code in found[release] - {language}]
        for release, language in shown.items()
    }


@prepared
def _own(moment: Moment, **releases: int) -> QuerySet[Any]:
    """Find in which languages each of some releases has a text of its own."""
    shown = Showing.objects.visible(moment).filter(one_of("release", releases), own=True)
    return shown.values_list("release", "reader")
