"""Sentences that more than one reader has to say of a file that it cannot read."""

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from releases.reading.document import UnreadableError
from releases.reading.faults import OURS


def damaged():
    return UnreadableError(
        _("The file is damaged or incomplete. Open it where it was written, save it again.")
    )


def ours():
    return UnreadableError(OURS)


def too_many_parts():
    sentence = _("The mail holds more than %(limit)s parts. Save the release alone.")
    return UnreadableError(sentence % {"limit": _number(settings.INTAKE_MAX_PARTS)})


def too_many_blocks():
    sentence = _("The text has more than %(limit)s paragraphs. Choose the release alone.")
    return UnreadableError(sentence % {"limit": _number(settings.INTAKE_MAX_BLOCKS)})


def _number(limit):
    return number_format(limit, force_grouping=True)


def too_large():
    return UnreadableError(
        _("The file is too large to be read. Choose one that holds the release alone.")
    )
