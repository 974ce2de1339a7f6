"""The parts of an Office file: a zip archive of XML, read without trusting what it says."""

import io
import zipfile
import zlib
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError

from .refusals import damaged, too_large

ENTRIES = 3000  # parts of one file
PART_BYTES = 24 * 2**20  # of one part, inflated
PART_TAGS = 400_000  # of one part: twice those of a document of 300 pages
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


class Package:
    """A zip archive; `names` lists its entries. Raises UnreadableError if it is damaged."""

    def __init__(self, data):
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise damaged() from error
        self.entries = {entry.filename: entry for entry in self.archive.infolist()}
        self.names = sorted(self.entries)
        if len(self.archive.infolist()) > ENTRIES:
            raise too_large()

    def read(self, name):
        """The bytes of an entry; b"" if there is none. Raises UnreadableError if too large."""
        entry = self.entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & 1:
            raise UnreadableError(
                _("The file is protected by a password. Remove the password and choose it again.")
            )
        try:
            with self.archive.open(entry) as file:
                data = file.read(PART_BYTES + 1)
        except DAMAGED as error:
            raise damaged() from error
        if len(data) > PART_BYTES:
            raise too_large()
        return data

    def xml(self, name):
        """The root element of an entry, or None. Raises UnreadableError if it is no plain XML."""
        data = self.read(name)
        if not data:
            return None
        if data.count(b"<") > PART_TAGS:
            raise too_large()
        parser = ElementTree.XMLParser(target=_Builder())  # noqa: S314 (it refuses a DTD)
        try:
            parser.feed(data)
            return parser.close()
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            raise damaged() from error


class _Builder(ElementTree.TreeBuilder):
    def doctype(self, name, public, system):
        """Entities are declared in a DTD, which no Office file has."""
        raise damaged()
