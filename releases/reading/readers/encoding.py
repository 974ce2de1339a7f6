"""Bytes to text."""

import codecs

from django.utils.translation import gettext_lazy as _

GUESSED = _("The encoding of the file was guessed: look whether its accents are right.")
MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
ENCODINGS = ("big5", "cp", "euc", "gb", "iso8859", "koi8", "mac", "shift_jis", "utf")


def decoded(data, charset=""):
    """
    The text of bytes, and whether its encoding was guessed.

    A byte order mark decides, then UTF-8, then what the file says (`charset`), then cp1252.
    """
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff"), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    if encoding := _encoding(charset):
        return data.decode(encoding, "replace"), False
    unicode = data.decode("utf-8", "replace")
    bad = unicode.count("\ufffd")
    if bad * 2 < sum(character > "\x7f" for character in unicode):
        return unicode, True  # UTF-8 that was cut off, or spoiled in places
    return data.decode("cp1252", "replace"), True


def _encoding(charset):
    """The encoding of a name; "" if it is unknown, or one of Python's own (unicode_escape)."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""
    if name in {"ascii", "iso8859-1"}:
        return "cp1252"  # as browsers and mail programs have it
    return name if name.startswith(ENCODINGS) else ""
