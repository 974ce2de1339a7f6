"""Tells what a file is: its bytes decide, and its name only where they leave it open."""

import re
from pathlib import PurePath

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases.reading.document import UnreadableError

from .encoding import decoded

NAMES = {
    "docx": gettext_lazy("a Word document"),
    "html": gettext_lazy("a web page"),
    "mail": gettext_lazy("a mail"),
    "pdf": gettext_lazy("a PDF file"),
    "text": gettext_lazy("a plain text"),
}
SUFFIXES = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".doc": "docx",
    ".htm": "html", ".html": "html", ".xhtml": "html",
    ".eml": "mail", ".mht": "mail", ".mhtml": "mail",
    ".pdf": "pdf",
    ".txt": "text", ".text": "text", ".md": "text",
}  # fmt: skip
TYPES = {"text/html": "html", "application/xhtml+xml": "html", "message/rfc822": "mail"}
SURELY_MAIL = {"delivered-to", "dkim-signature", "message-id", "mime-version", "received"}

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_page = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_tag = re.compile(r"</?(?:a|b|br|div|h[1-6]|i|li|p|span|table|ul)\b[^<]*>", re.IGNORECASE)
_headers = re.compile(r"(?:From [^\n]*\n)?((?:[!-9;-~]++:[^\n]*\n(?:[ \t][^\n]*\n)*+)+)")
_controls = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def kind_of(data, name="", content_type=""):
    """
    One of the keys of NAMES. Raises UnreadableError, with what to do, for what is none of them.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    head, _guessed = decoded(data[:8192])
    if refusal := _refusal(data, head):
        raise UnreadableError(refusal)
    called = said(name, content_type)
    if _is_mail(head, called):
        return "mail"
    return "html" if _page.match(head) or (called == "html" and _tag.search(head)) else "text"


def said(name, content_type=""):
    """The kind that a file's name or type says it is, or ""."""
    kind = SUFFIXES.get(PurePath(name).suffix.lower())
    return kind or TYPES.get(content_type.partition(";")[0].strip().lower(), "")


def _refusal(data, head):
    """Why a file is not one to read, and what to do; None if it may be."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return _("The document is protected by a password. Save it without one.")
        if "__substg1.0_".encode("utf-16-le") in data:
            return _("Mails saved by Outlook (.msg) cannot be read. Save the mail as .eml or text.")
        return _("Older Word documents (.doc) cannot be read. Open it in Word, save it as .docx.")
    if data.startswith(b"{\\rtf"):
        return _("Rich text (.rtf) cannot be read. Open the file in Word, save it as .docx.")
    if len(_controls.findall(head)) > len(head) / 100:
        return _(
            "The file holds no text that can be read. Choose a Word document (.docx), a PDF, "
            "a web page, a mail (.eml) or a plain text."
        )
    return None


def _is_mail(head, called):
    headers = _headers.match(head.replace("\r\n", "\n"))
    if not headers:
        return False
    names = set(re.findall(r"^([!-9;-~]+):", headers[1].lower(), re.MULTILINE))
    return called == "mail" or (bool(names & SURELY_MAIL) and bool(names & {"from", "subject"}))
