"""A folder with a release a file, and how files are read: never more of one than is allowed."""

import os
from functools import partial
from pathlib import Path

from django.conf import settings

from releases.intake.report import reason

from .item import Item, broken


def items(path):
    """Its files and those of its folders, by name; hidden ones and links to others are no part."""
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        for name in sorted(names):
            file = Path(folder, name)
            if not is_hidden(name) and file.is_file() and not file.is_symlink():
                yield Item(str(file.relative_to(path)), partial(data_of_file, file), name)
    yield from (broken(error.filename, reason(error)) for error in closed)


def is_hidden(name):
    return name.startswith(".")


def data_of_file(path):
    with path.open("rb") as file:
        return data_of(file)


def data_of(file):
    """The bytes of an open file, one more than allowed at most, which is refused when read."""
    return file.read(settings.INTAKE_MAX_BYTES + 1)
