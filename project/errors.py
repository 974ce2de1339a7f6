"""
What logs and reports of errors keep to themselves: the links to texts under embargo, and all
that somebody sent or wrote.

A record is cleaned when it is made, before any handler has it. Of an error the kind, the place
in the code and the code itself are told; its own words only where that kind of error never
quotes what it was about.
"""

import logging
import logging.config
import re
import sys
import traceback
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.utils.log import AdminEmailHandler
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

# A slash may be written in the ways of a query, of JSON and of a query in a query.
LINK = re.compile(r"(embargo(?:/|\\/|%(?:25)*2f))[\w-]+", re.IGNORECASE)

# They name parts of the code or of the settings, never what was written.
NAMING_CODE = (AttributeError, ImportError, ImproperlyConfigured, NameError)


def configure(config: dict[str, Any]) -> None:
    """For LOGGING_CONFIG: clean records, whatever handlers `config` or somebody else adds."""
    logging.setLogRecordFactory(record)
    logging.config.dictConfig(config)


def clean(text: str) -> str:
    """Take the secret part out of any link to a text under embargo."""
    return LINK.sub(r"\1…", text)


def record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Make a `logging.LogRecord` with nothing in it that is to be kept."""
    made = logging.LogRecord(*args, **kwargs)
    made.msg, made.args = clean(_message(made)), ()
    if made.exc_info and not settings.DEBUG and (error := _told(made.exc_info[1])):
        made.exc_info = (type(error), error, made.exc_info[2])
        made.exc_text = clean("".join(traceback.format_exception(*made.exc_info)).rstrip())
    return made


def _message(made: logging.LogRecord) -> str:
    """Say what a record says. A refused request's is the words of an error, which may quote it."""
    try:
        message = made.getMessage()
    except (TypeError, ValueError):  # arguments that do not fit: nobody's log breaks a request
        message = str(made.msg)
    kind = str(made.name).partition("django.security.")[2]
    if kind and kind not in {"csrf", "DisallowedHost"}:
        message = f"{kind}: " + re.sub("[\"'].*[\"']", "…", message)
    return message


def _told(
    error: BaseException | None, known: dict[BaseException, Exception] | None = None
) -> Exception | None:
    """Copy an error, and those it came from, with what may be said of each."""
    known = {} if known is None else known
    if error is None:
        return None
    if error in known:
        return known[error]
    kind = type(error)
    told = type(kind.__name__, (Exception,), {"__module__": kind.__module__})(_words(error))
    known[error] = told
    told.__traceback__ = error.__traceback__
    told.__cause__, told.__context__ = (
        _told(earlier, known) for earlier in (error.__cause__, error.__context__)
    )
    told.__suppress_context__ = error.__suppress_context__
    return told


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or ""  # without the name of the file
    if type(error).__name__ == "OperationalError":  # Django's, and the database's own
        return re.sub("[\"'].*[\"']", "…", str(error).partition("\n")[0])
    return str(error) if isinstance(error, NAMING_CODE) else ""


class ReportFilter(SafeExceptionReporterFilter):
    """
    What an error report says of settings and of variables.

    Django hides keys, tokens and passwords by their names; an address such as
    CACHE_URL can carry a password too. Of variables nothing is told: they hold what was
    written, whatever their names.
    """

    hidden_settings = re.compile(
        f"{SafeExceptionReporterFilter.hidden_settings.pattern}|_URL$|^LOCATION$",
        re.IGNORECASE,
    )

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> Any:
        if self.is_active(request):
            return []
        return super().get_traceback_frame_variables(request, tb_frame)


class Report(ExceptionReporter):
    """Django's report of an error; of its request it says the method and the path alone."""

    def __init__(self, request: HttpRequest | None, *args: Any, **kwargs: Any) -> None:
        self.method, self.path = getattr(request, "method", ""), getattr(request, "path", "")
        super().__init__(None if not settings.DEBUG else request, *args, **kwargs)

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        if self.method and self.request is None:
            data["raising_view_name"] = f"{self.method} {clean(self.path)}"
        return data


class MailHandler(AdminEmailHandler):
    """
    Tells ADMINS of an error by mail that waits for its turn like any other, so that no request
    waits for the mail server. Where the database takes nothing, standard error has it alone.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            super().emit(record)
        except Exception:
            self.handleError(record)

    def send_mail(self, subject: Any, message: Any, *args: Any, **kwargs: Any) -> None:
        from releases.models import Mail  # there are no models yet when logging begins

        for _name, mailbox in settings.ADMINS:
            Mail.objects.post_once(mailbox, settings.EMAIL_SUBJECT_PREFIX + subject, message)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Say so without the error's own words, which logging would print."""
        sys.stderr.write("The error above could not be put among the mail for ADMINS.\n")


class Request(WSGIRequest):
    """A request that can be printed: handlers that print all of a record print it too."""

    def __repr__(self) -> str:
        return clean(f"<{type(self).__name__}: {self.method} {self.path!r}>")
