"""The documents that a page lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from releases.models import Document, Moment


@dataclass
class Listed:
    """
    A document as it was printed. The rest is as it is now: `alternative` is its accessible
    version, which may come later, and `replaced_by` what has taken its place in public; or None.
    """

    document: Document
    alternative: Document | None
    replaced_by: Document | None


def listed(documents: Iterable[Document], moment: Moment) -> list[Listed]:
    """
    Fetch what is told of documents that a page lists. One query where there are any, and one
    more where something has taken the place of one of them: what waits to do so costs nothing
    that could be noticed.
    """
    printed = list(documents)
    if not printed:
        return []
    rows = Document.objects.filter(pk__in=[document.pk for document in printed])
    rows = rows.select_related("alternative").with_newest(moment)
    now: dict[int, Any] = {row.pk: row for row in rows}
    later = Document.objects.in_bulk({row.newest for row in now.values() if row.newest})
    return [
        Listed(
            document,
            document.alternative or now[document.pk].alternative,
            later.get(now[document.pk].newest),
        )
        for document in printed
    ]
