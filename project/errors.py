import logging
import re

from django.views.debug import SafeExceptionReporterFilter


class ReportFilter(SafeExceptionReporterFilter):
    """
    What an error report keeps to itself.

    Django hides keys, tokens and passwords by their names; an address such as
    CACHE_URL can carry a password too.
    """

    hidden_settings = re.compile(
        f"{SafeExceptionReporterFilter.hidden_settings.pattern}|_URL$|^LOCATION$",
        re.IGNORECASE,
    )


class LinkFilter(logging.Filter):
    """Keeps the secret of a link to a text under embargo out of the log."""

    def filter(self, record):
        record.msg, record.args = re.sub(r"(/embargo/)[\w-]+", r"\1…", record.getMessage()), ()
        return True
