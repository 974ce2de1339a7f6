"""
Mails (.eml) to blocks: the words of the sender, or the release that they only cover.

What mail programs add (signatures, mails answered to, disclaimers) is left out and listed.
"""

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Policy, compat32
from itertools import count

from django.conf import settings
from django.utils.translation import gettext as _

from releases.reading.document import Attachment, Document, UnreadableError

from . import html, text, thread
from .encoding import GUESSED, decoded
from .kinds import said
from .refusals import too_many_parts

DEPTH = 3  # mails in mails
COVER = 800  # characters: a mail with more in it is more than a note that covers a document

_structure = re.compile(r"<(?:blockquote|h[1-6]|li|p|table)\b", re.IGNORECASE)
_flowed = re.compile(r"(?<!^--) \n(?!>)", re.MULTILINE)


def read(data, depth, opened):
    """
    The `Document` of a mail that came in `depth` other mails.

    `opened(data, name, content_type)` gives the document of a file that came with it.
    """
    if depth >= DEPTH:
        raise UnreadableError(_("The mail holds mails within mails. Save the innermost one."))
    message = _parsed(data)
    document = _body(message)
    document.title = _header(message, "subject") or document.title
    document.attachments = [_attachment(part) for part in _parts(message) if _is_file(part)]
    return _covered(document, opened) or document


def _parsed(data):
    """The mail, unless it has more parts than any: these are counted while they are told apart."""
    parts = count()

    def part(policy: Policy = compat32) -> Message:
        if next(parts) > settings.INTAKE_MAX_PARTS:
            raise too_many_parts()
        return Message(policy)

    return message_from_bytes(data, part)


def _body(message):
    """What the mail itself says, as one document."""
    whole = Document([])
    for part in _shown(message):
        source, guessed = _text(part)
        if part.get_content_subtype() == "html":
            document = html.read(source)
        else:
            own, quoted = thread.own_words(_unflowed(part, source))
            document = text.read(own)
            document.left_out += [quoted] if quoted else []
        document.notes += [str(GUESSED)] if guessed else []
        thread.leave_out(document)
        whole.blocks += document.blocks
        whole.left_out += document.left_out
        whole.notes += document.notes
        for name in ("title", "address", "language"):
            setattr(whole, name, getattr(whole, name) or getattr(document, name))
    return whole


def _shown(part):
    """The parts with text that a mail program shows; of alternatives, the one with structure."""
    if part.is_multipart() and part.get_content_maintype() == "multipart":
        shown = [list(_shown(below)) for below in part.get_payload()]
        if part.get_content_subtype() == "alternative":
            shown = sorted(filter(None, shown), key=_rank)[-1:]
        return [below for several in shown for below in several]
    is_text = part.get_content_maintype() == "text" and not part.is_multipart()
    return [part] if is_text and not _is_file(part) else []


def _rank(parts):
    """Markup with structure before plain text, and that before markup without."""
    pages = [part for part in parts if part.get_content_subtype() == "html"]
    if not pages:
        return 1
    return 2 if any(_structure.search(_text(page)[0]) for page in pages) else 0


def _text(part):
    """The text of a part, and whether its encoding was guessed."""
    data = part.get_payload(decode=True) or b""
    source, guessed = decoded(data, part.get_content_charset(""))
    return source.replace("\r\n", "\n"), guessed


def _unflowed(part, source):
    """The lines that format=flowed (RFC 3676) broke, as they were."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return source
    return _flowed.sub("" if str(part.get_param("delsp", "")).lower() == "yes" else " ", source)


def _parts(part):
    """The parts of a mail, in order; not those of the mails that came with it."""
    yield part
    if part.is_multipart() and part.get_content_maintype() == "multipart":
        for below in part.get_payload():
            yield from _parts(below)


def _is_file(part):
    is_mail = part.get_content_type() == "message/rfc822"
    return is_mail or part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _attachment(part):
    if part.get_content_type() == "message/rfc822":
        mail = part.get_payload(0)
        return Attachment(_header(mail, "subject") + ".eml", mail.as_bytes())
    name = _readable(part.get_filename(""))
    return Attachment(name, part.get_payload(decode=True) or b"")


def _header(message, name):
    return _readable(str(message.get(name, "")))


def _readable(header):
    """A header as a text; one in no encoding that is known, as it stands."""
    with suppress(LookupError, MessageError, ValueError):
        header = str(make_header(decode_header(header)))
    return " ".join(header.split())


def _covered(mail, opened):
    """The document that came with a mail of few words, as the release; None if there is none."""
    files = [file for file in mail.attachments if said(file.name)]
    words = "\n".join(block.text for block in mail.blocks)
    if len(files) != 1 or len(words) > COVER:
        return None
    try:
        release = opened(files[0].data, files[0].name, "")
    except UnreadableError as error:
        if not words:
            raise
        mail.notes.append(f"{files[0].name}: {error}")
        return None
    if sum(len(block.text) for block in release.blocks) < len(words):
        return None
    sentence = _("The mail only covers “%(name)s”, which was read as the release.")
    release.notes[:0] = [*mail.notes, sentence % {"name": files[0].name}]
    release.left_out = [*filter(None, [words]), *mail.left_out, *release.left_out]
    release.title = release.title or mail.title
    release.attachments = mail.attachments + release.attachments
    return release
