"""One release of an archive, and what the archive states of it beside its text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from releases.intake.address import checked_address
from releases.reading.document import UnreadableError
from releases.text.languages import languages


@dataclass
class Item:
    """
    `where` it stands in the archive, and `load`, which gives its bytes, or raises OSError or
    UnreadableError. `content_type` is given where these are a text of the archive and no file.

    `title`, `at` (an aware datetime), `language` (a code of the newsroom) and `address` are what
    the archive states, empty where it does not: that wins over what is found in the text.
    """

    where: str
    load: Callable[[], bytes]
    name: str = ""
    content_type: str = ""
    title: str = ""
    at: datetime | None = None
    language: str = ""
    address: str = ""


def broken(where, sentence):
    """An item that cannot be read, and why."""

    def load():
        raise UnreadableError(sentence)

    return Item(where, load)


def instant(text):
    """
    The aware datetime of a date or an instant in ISO 8601, or None for "". In the newsroom's
    zone where it names none; a day begins at midnight. Raises UnreadableError.
    """
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
        return timezone.make_aware(at) if timezone.is_naive(at) else at
    except (ValueError, OverflowError) as error:
        sentence = _("“%(text)s” is no date. Write it like 2021-03-30 or 2021-03-30T10:15+02:00.")
        raise UnreadableError(sentence % {"text": text}) from error


def newsroom_language(text):
    """The newsroom's code for one such as fr or fr-BE; "" for "". Raises UnreadableError."""
    wanted = text.lower().replace("_", "-")
    codes = [code for code, name in languages()]
    for code in (wanted, wanted.partition("-")[0]):
        if code in codes or not code:
            return code
    sentence = _("The newsroom does not write in the language “%(code)s”.")
    raise UnreadableError(sentence % {"code": text})


def original_address(text):
    """The web address, or "" for "". Raises UnreadableError where it is none, or too long."""
    try:
        return checked_address(text)
    except ValidationError as error:
        raise UnreadableError(error.messages[0]) from error
