"""Which text a reader gets: the own language's, or the one that stands in for it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from releases.models import Edition
from releases.models.edition import EditionQuerySet
from releases.public.pagination import ListPage, list_page
from releases.text.languages import active_language, in_language_or_first, languages


def changed_at(text: Edition) -> datetime:
    """Say when a public text was last corrected; else, when it became public in its language."""
    return cast("datetime", text.corrected_at or text.public_since)


@dataclass
class Entry:
    """
    A text in a list.

    `also_in` are the codes of the other languages in which its release can be read; they are
    told where the text is not in the language of the page.
    """

    edition: Edition
    also_in: list[str]


def for_reader(texts: list[Edition]) -> Edition:
    """Choose the text in the active language, else the first in the newsroom's order."""
    return in_language_or_first(texts, active_language(), lambda text: text.language)


def entries(editions: list[Edition], at: datetime) -> list[Entry]:
    """Make the entries of a list, in its order. One query where a text stands in for another."""
    standing_in = [edition for edition in editions if edition.language != active_language()]
    also_in = _other_languages(standing_in, at) if standing_in else {}
    return [Entry(edition, also_in.get(edition.pk, [])) for edition in editions]


def page_of_entries(editions: EditionQuerySet, number: int, at: datetime) -> ListPage[Entry]:
    """Fetch a page of such a list. Two queries at most; Http404 as for `list_page()`."""
    listed = list_page(editions.select_related("release"), number)
    return replace(listed, items=entries(listed.items, at))


def _other_languages(editions: list[Edition], at: datetime) -> dict[int, list[str]]:
    """Find the other languages of their releases, in the newsroom's order, by edition's key."""
    found: dict[int, set[str]] = {edition.release_id: set() for edition in editions}
    texts = Edition.objects.live(at).filter(release__in=found).order_by()
    for release, language in texts.values_list("release", "language"):
        found[release].add(language)
    place = {code: number for number, (code, name) in enumerate(languages())}
    return {
        edition.pk: sorted(
            found[edition.release_id] - {edition.language},
            key=lambda code: place.get(code, len(place)),
        )
        for edition in editions
    }
