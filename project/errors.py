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
