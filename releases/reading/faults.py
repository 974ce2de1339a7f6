"""Findings that fail, by a fault of ours or of the text's length, are told; faults are logged."""

import logging
import traceback

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

logger = logging.getLogger(__name__)

OURS = gettext_lazy(
    "It could not be read by a fault of ours, which has been noted. Save it in another format, or "
    "paste the text."
)
LABELS = {
    "language": gettext_lazy("Language"),
    "places": gettext_lazy("What stands around the text"),
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("Summary"),
    "day": gettext_lazy("Place and day"),
    "embargo": gettext_lazy("Embargo"),
    "people": gettext_lazy("People"),
    "quotes": gettext_lazy("Quotes"),
    "meeting": gettext_lazy("Meeting"),
    "participants": gettext_lazy("Participants"),
    "links": gettext_lazy("Links"),
    "contacts": gettext_lazy("Press contacts"),
}


def log_fault(what, error):
    """
    Log an exception by its name and the lines of code it came through. What it says of itself,
    and of what it came from, may hold words of a release: that is left out.
    """
    lines = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    logger.error("%s: %s\n%s", what, type(error).__name__, lines)


def doubts(missed, cut):
    """
    Translated sentences on what could not be looked for, and on what there is too much of: both
    are lists of keys of LABELS.
    """
    found = []
    if missed:
        sentence = _(
            "By a fault of ours, this could not be looked for in the text: %(what)s. Look yourself."
        )
        found.append(sentence % {"what": _labels(missed)})
    if cut:
        sentence = _("Of these there are more than %(limit)d, and the rest is left out: %(what)s.")
        found.append(sentence % {"limit": settings.INTAKE_MAX_FOUND, "what": _labels(cut)})
    return found


def _labels(names):
    return ", ".join(str(LABELS[name]) for name in names)
