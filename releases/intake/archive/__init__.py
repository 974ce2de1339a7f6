"""Whole archives of releases: a module for each kind of source, and one way in."""

from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError

from . import feed, folder, table, zipped

SOURCES = {
    ".zip": zipped.items,
    ".csv": table.items_of_csv,
    ".jsonl": table.items_of_json_lines,
    ".ndjson": table.items_of_json_lines,
    ".xml": feed.items,
    ".rss": feed.items,
    ".atom": feed.items,
    ".rdf": feed.items,
}


def items_of(path):
    """
    The `Item`s of a folder or a file, in order, one at a time.

    Nothing is fetched, and no file outside of it is opened. Raises UnreadableError, before or
    between the items, where the source itself is wrong.
    """
    if path.is_dir():
        return folder.items(path)
    source = SOURCES.get(path.suffix.lower())
    if not path.is_file() or source is None:
        sentence = _(
            "“%(path)s” is no archive: choose a folder, a .zip, a feed (.xml, .rss, .atom), "
            "a .csv, or JSON lines (.jsonl)."
        )
        raise UnreadableError(sentence % {"path": path})
    return source(path)
