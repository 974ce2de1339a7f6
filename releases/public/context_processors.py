"""What every template of the newsroom knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .identity import identity_of


def newsroom(request: HttpRequest) -> dict[str, Any]:
    """
    Tell every template who publishes here. `identity_of()` says what that costs; a template that
    does not ask costs nothing.
    """
    return {
        "identity": SimpleLazyObject(lambda: identity_of(request)),
        "site_name": SimpleLazyObject(lambda: identity_of(request).site_name),
        "publisher": SimpleLazyObject(lambda: identity_of(request).publisher),
        "second_factor": settings.SECOND_FACTOR,
    }
