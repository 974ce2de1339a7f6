"""
Bytes to blocks: a module for each format, and one way in.

Nothing in a file is run or fetched, and no other file is opened. What cannot be read raises
UnreadableError, with a sentence that says what to do, and nothing else.
"""

import re
import traceback
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError
from releases.reading.faults import log_fault
from releases.reading.mend import mended, notes
from releases.text.characters import in_a_line, in_lines

from . import docx, html, mail, pdf, text
from .encoding import GUESSED, decoded
from .kinds import NAMES, kind_of, said
from .refusals import damaged, ours, too_large, too_many_blocks

LIBRARIES = {"cobble", "email", "mammoth", "pypdf", "xml", "zipfile"}

_charset_named = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


@contextmanager
def _unreadable():
    try:
        yield
    except UnreadableError:
        raise
    except RecursionError as error:
        raise too_large() from error
    except Exception as error:  # libraries promise nothing about what they raise on bad input
        if _is_of_library(error):
            raise damaged() from error
        log_fault("Reading a file", error)
        raise ours() from error


def _is_of_library(error):
    """Tells whether one of the libraries that take files apart raised it, and no code of ours."""
    frames = [frame for frame, line in traceback.walk_tb(error.__traceback__)]
    return frames[-1].f_globals.get("__name__", "").partition(".")[0] in LIBRARIES


@_unreadable()
def read(data, name="", content_type="", tracked="accept"):
    """
    The `Document` that a file holds, from its bytes.

    `name` and `content_type` are what the file is said to be: its bytes decide. `tracked` is
    what to do with tracked changes: accept, reject, or refuse them.
    """
    return _finished(_opened(data, name, content_type, tracked))


@_unreadable()
def read_text(source):
    """The `Document` of a text as it was pasted."""
    return _finished(_text(source))


@_unreadable()
def read_html(source):
    """The `Document` of markup as it was pasted: a page, or a part of one."""
    _check_length(len(source))
    return _finished(html.read(source))


@_unreadable()
def _opened(data, name, content_type, tracked, depth=0):
    """The `Document` of a file, not yet mended; `depth` counts the mails it came in."""
    _check_size(data)
    kind = kind_of(data, name, content_type)
    if kind == "docx":
        document = docx.read(data, tracked)
    elif kind == "pdf":
        document = pdf.read(data)
    elif kind == "mail":
        document = mail.read(
            data,
            depth,
            lambda part, its_name, its_type: _opened(part, its_name, its_type, tracked, depth + 1),
        )
    else:
        source, guessed = decoded(data, _charset(data, content_type))
        document = html.read(source) if kind == "html" else _text(source)
        if guessed:
            document.notes.append(str(GUESSED))
    if name and said(name) not in {"", kind}:
        sentence = _("“%(name)s” is %(kind)s, and was read as such.")
        document.notes.insert(0, sentence % {"name": name, "kind": NAMES[kind]})
    return document


def _text(source):
    _check_length(len(source))
    return text.read(source)


def _charset(data, content_type):
    """The encoding that a file says it has, in its type or in the head of a page."""
    named = _charset_named.search(content_type.encode(errors="replace") + b"\n" + data[:4096])
    return named[1].decode() if named else ""


def _check_size(data):
    if not data.strip():
        raise UnreadableError(_("The file is empty."))
    if len(data) > settings.INTAKE_MAX_BYTES:
        limit = filesizeformat(settings.INTAKE_MAX_BYTES)
        sentence = _("The file is larger than %(limit)s. Choose one without large images.")
        raise UnreadableError(sentence % {"limit": limit})


def _check_length(characters):
    if characters > settings.INTAKE_MAX_CHARACTERS:
        sentence = _("The text is longer than %(limit)s characters. Choose the release alone.")
        raise UnreadableError(
            sentence % {"limit": number_format(settings.INTAKE_MAX_CHARACTERS, force_grouping=True)}
        )


def _finished(document):
    """The document with its text mended, and with a note on all that was."""
    _check_length(sum(len(block.text) for block in document.blocks))
    if len(document.blocks) > settings.INTAKE_MAX_BLOCKS:
        raise too_many_blocks()
    counts: Counter[str] = Counter()
    blocks = [mended(block, counts) for block in document.blocks]
    document.blocks = [block for block in blocks if block.text.strip()]
    if not document.blocks:
        raise UnreadableError(_("No text was found. Choose another file, or paste the text."))
    document.notes = [in_lines(note) for note in document.notes + notes(counts)]
    document.left_out = list(filter(None, map(in_lines, document.left_out)))
    for name in ("title", "address", "language"):
        setattr(document, name, in_a_line(getattr(document, name)))
    document.attachments = [
        replace(attachment, name=in_a_line(attachment.name)) for attachment in document.attachments
    ]
    return document
