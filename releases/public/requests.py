"""What a request of the public is, and what answers it."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from releases.models import Identity, Moment


class ReaderRequest(HttpRequest):
    """
    A request as the views of the public get it, for annotations alone.

    `at` is the instant it came in (see `middleware`), `moment` what is public then (see
    `answers`), `asked` what its address asks of the page (see `parameters`), `identity` who
    publishes here, once somebody has asked (see `identity`).
    """

    at: datetime
    moment: Moment
    identity: Identity
    asked: dict[str, str]


View = Callable[..., HttpResponseBase]  # of a request, and of what its address holds
