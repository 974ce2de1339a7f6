"""The instant of every request, and the headers of its answer."""

import base64
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control

from releases.text.instants import to_the_minute

from .identity import identity_of, is_known_to
from .requests import ReaderRequest, View

PERMISSIONS = ", ".join(
    f"{feature}=()" for feature in ("camera", "geolocation", "microphone", "payment", "usb")
)

# What LocaleMiddleware takes for an answer in the reader's language, having no language in
# its address: a cache would keep a copy of it for every list of languages a browser sends.
SAME_IN_EVERY_LANGUAGE = (
    "/robots.txt",
    "/sitemap",
    "/documents/",
    "/pictures/",
    "/recordings/",
    "/emblem/",
    "/icon/",
    "/.well-known/",
)


# An address below it is a secret, also where its link is closed: nobody keeps it, none is told.
EMBARGO = re.compile(r"/(?:[\w-]+/)?embargo(?:/|$)")
SECRET = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> View:
    """
    Let caches keep public answers to the end of the minute they tell of, and nothing else.

    The instant is taken once, as `request.at`: all that is public is asked for as it is
    then, however long the answer takes. Everything goes public on a whole minute, so no
    answer outlives the next instant at which something may change, and the time left says
    nothing of what is coming. Pages of the admin and of signing in are never stored, nor
    are errors of ours. Nothing below `/embargo/` is, whatever the answer. Who asks with HEAD
    gets the headers alone.
    """

    def middleware(request: ReaderRequest) -> HttpResponse:
        request.at = timezone.now()
        response = get_response(request)
        if request.method == "HEAD":
            _leave_out_body(response)
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            # Django says 0, and caches take it for the length of what they have.
            response.headers.pop("Content-Length", None)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        same = request.path_info.startswith(SAME_IN_EVERY_LANGUAGE)
        if same and response.status_code in (200, 206, 302, 304, 416):
            response.headers.pop("Vary", None)
        if EMBARGO.match(request.path_info):
            for name, value in SECRET.items():
                response[name] = value
        if not response.has_header("Cache-Control"):
            _tell_caches(request, response)
        return response

    return middleware


class Policy(CSPMiddleware):
    """Sends the policy of the settings, which allows one inline style more: the accent colour."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if is_known_to(request) and not report_only:
            parts.update = {"style-src": [_source_of(identity_of(request).style)]}
        return parts


@lru_cache(maxsize=10)
def _source_of(text: str) -> str:
    """Return the source expression that allows this inline text and no other."""
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _tell_caches(request: ReaderRequest, response: HttpResponse) -> None:
    """Let caches keep what is public to the end of its minute, and nothing else at all."""
    if request.method in ("GET", "HEAD") and response.status_code < 500 and _is_public(request):
        patch_cache_control(response, public=True, max_age=seconds_left(request.at))
    else:
        patch_cache_control(response, private=True, no_store=True)


def _leave_out_body(response: HttpResponse | StreamingHttpResponse) -> None:
    """Empty an answer. It keeps its length; a file is closed with the answer, as always."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
        return
    response.headers.setdefault("Content-Length", str(len(response.content)))
    response.content = b""


def seconds_left(at: datetime) -> int:
    """Count the whole seconds until the minute of `at` is over; 0 if it is."""
    end = to_the_minute(at) + timedelta(minutes=1)
    return max(0, int((end - timezone.now()).total_seconds()))


def _is_public(request: HttpRequest) -> bool:
    return not request.path_info.startswith(("/admin/", "/account/"))
