"""What more than one reader has to say of a file that it cannot read."""

from django.utils.translation import gettext as _

from releases.intake.document import UnreadableError
from releases.intake.faults import OURS


def damaged():
    return UnreadableError(
        _("The file is damaged or incomplete. Open it where it was written, save it again.")
    )


def ours():
    return UnreadableError(OURS)


def too_large():
    return UnreadableError(
        _("The file is too large to be read. Choose one that holds the release alone.")
    )
