"""A .zip with a release a file. Nothing is unpacked to the disk: names are only names."""

import zipfile
from functools import partial
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError
from releases.reading.readers.package import DAMAGED, damaged

from .folder import data_of, is_hidden
from .item import Item

MEMBERS = 100_000
OF_MACINTOSH = "__MACOSX"


def items(path):
    """Its files by name, but for hidden ones."""
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise damaged() from error
    with archive:
        members = [member for member in archive.infolist() if _is_release(member)]
        if len(members) > MEMBERS:
            sentence = _("The archive holds more than %(limit)d files: divide it.")
            raise UnreadableError(sentence % {"limit": MEMBERS})
        for member in sorted(members, key=lambda member: member.filename):
            name = PurePosixPath(member.filename).name
            yield Item(member.filename, partial(_data_of_member, archive, member), name)


def _is_release(member):
    parts = PurePosixPath(member.filename).parts
    hidden = any(is_hidden(part) and part != ".." for part in parts) or OF_MACINTOSH in parts
    return not (member.is_dir() or hidden)


def _data_of_member(archive, member):
    if member.flag_bits & 1:
        raise UnreadableError(_("The file is protected by a password."))
    try:
        with archive.open(member) as file:
            return data_of(file)
    except DAMAGED as error:
        raise damaged() from error
