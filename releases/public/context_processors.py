"""What every template of the newsroom knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def newsroom(request: HttpRequest) -> dict[str, Any]:
    """Tell every template who publishes here. No query."""
    return {
        "site_name": settings.SITE_NAME,
        "publisher": settings.PUBLISHER,
        "contact_email": settings.CONTACT_EMAIL,
        "accent_style": settings.ACCENT_STYLE,
        "second_factor": settings.SECOND_FACTOR,
        "accent_colour": settings.ACCENT_COLOUR,
    }
