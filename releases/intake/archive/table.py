"""A .csv or JSON lines (.jsonl) with a release a row, in the columns of COLUMNS."""

import csv
import json
from functools import partial
from pathlib import PurePath

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError
from releases.text.characters import in_lines
from releases.text.slugs import slug_from

from .folder import data_of_file
from .item import Item, broken, instant, newsroom_language, original_address

TYPES = {"text": "text/plain; charset=utf-8", "html": "text/html; charset=utf-8"}
SUFFIXES = {"text": ".txt", "html": ".html"}
CONTENTS = ["text", "html", "file"]
COLUMNS = ["title", "date", "language", *CONTENTS, "address", "url"]
DELIMITERS = ",;\t"


def items_of_csv(path):
    """
    The rows of a file in UTF-8 whose first line names the columns, parted by commas, semicolons
    or tabs. Raises UnreadableError, naming the line, where the file itself is wrong.
    """
    csv.field_size_limit(settings.INTAKE_MAX_BYTES)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = _rows(path, file)
        line, columns = next(rows, (1, []))
        if sentence := _what_is_wrong(columns):
            raise UnreadableError(f"{_where(path, line)}: {sentence}")
        for line, cells in rows:
            where = _where(path, line)
            if len(cells) == len(columns):
                yield _item(where, dict(zip(columns, cells, strict=True)), path.parent)
            elif cells:
                sentence = _("Each column needs its cell. Columns: %(columns)d; cells: %(cells)d.")
                values = {"cells": len(cells), "columns": len(columns)}
                yield broken(where, sentence % values)


def items_of_json_lines(path):
    """A JSON object with these columns as names a line; an empty line is passed over."""
    with path.open("rb") as file:
        for line, data in enumerate(_lines(file), start=1):
            if len(data) > settings.INTAKE_MAX_BYTES:
                yield broken(_where(path, line), _too_long())
            elif data.strip():
                yield _item_of_json(_where(path, line), data, path.parent)


def _lines(file):
    """The lines of an open file; of one that is too long no more than its beginning."""
    longest = settings.INTAKE_MAX_BYTES + 1
    while line := file.readline(longest):
        yield line
        while len(line) == longest and line[-1:] not in ("\n", b"\n"):
            line = file.readline(longest)


def _too_long():
    limit = filesizeformat(settings.INTAKE_MAX_BYTES)
    return _("The line is longer than %(limit)s.") % {"limit": limit}


def _rows(path, file):
    """Pairs of the number of a line and its cells; it is the last one of a row of several."""
    line = 0
    try:
        head = file.readline(settings.INTAKE_MAX_BYTES)
        file.seek(0)
        rows = csv.reader(_short(file), delimiter=max(DELIMITERS, key=head.count))
        for cells in rows:
            line = rows.line_num
            yield line, cells
    except UnicodeDecodeError as error:
        sentence = _("This is not UTF-8. Save the table as “CSV UTF-8”.")
        raise UnreadableError(f"{_where(path, line + 1)}: {sentence}") from error
    except csv.Error as error:
        sentence = _("A cell that begins here has no end. Look at its quotation marks.")
        raise UnreadableError(f"{_where(path, line + 1)}: {sentence}") from error


def _short(file):
    """The lines of a table; one that is too long is as wrong as a cell without an end."""
    for line in _lines(file):
        if len(line) > settings.INTAKE_MAX_BYTES:
            raise csv.Error
        yield line


def _what_is_wrong(columns):
    """A sentence on the names of the columns; None if they are right."""
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        sentence = _("The column “%(name)s” is unknown. There are: %(columns)s.")
        return sentence % {"name": unknown[0], "columns": ", ".join(COLUMNS)}
    if len(set(columns)) < len(columns):
        return _("A column stands there twice.")
    if not set(columns) & set(CONTENTS):
        return _("One of the columns text, html and file is needed.")
    return None


def _item_of_json(where, data, folder):
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return broken(where, _("This is no JSON."))
    if not isinstance(values, dict):
        return broken(where, _("This is no JSON object, as in {…}."))
    if sentence := _what_is_wrong(list(values)):
        return broken(where, sentence)
    if not all(isinstance(value, str | None) for value in values.values()):
        return broken(where, _("Each value has to be a text, in quotation marks."))
    return _item(where, values, folder)


def _item(where, values, folder):
    values = {name: in_lines(value or "").strip() for name, value in values.items()}
    values = {name: value for name, value in values.items() if value}
    given = [name for name in CONTENTS if name in values]
    if len(given) != 1:
        return broken(where, _("Give one of text, html and file, and not more."))
    try:
        stated = {
            "title": " ".join(values.get("title", "").split()),
            "at": instant(values.get("date")),
            "language": newsroom_language(values.get("language", "")),
            "address": original_address(values.get("address") or values.get("url", "")),
        }
    except UnreadableError as error:
        return broken(where, str(error))
    content = values[given[0]]
    if given == ["file"]:
        return Item(where, partial(_data, folder, content), PurePath(content).name, **stated)
    name = slug_from(stated["title"], "release") + SUFFIXES[given[0]]
    return Item(where, partial(content.encode, errors="replace"), name, TYPES[given[0]], **stated)


def _data(folder, name):
    """The bytes of a file in the folder, named relative to it; no way leads out of it."""
    folder = folder.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        sentence = _("“%(name)s” lies outside the folder of the archive.")
        raise UnreadableError(sentence % {"name": name})
    return data_of_file(path)


def _where(path, line):
    return _("%(file)s, line %(line)d") % {"file": path.name, "line": line}
