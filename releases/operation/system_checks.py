"""What `manage.py check` says of the newsroom's own settings, and `migrate` of its colour."""

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from releases.models import Identity


@checks.register(checks.Tags.security, deploy=True)
def second_factor_is_asked_for(app_configs: object, **kwargs: object) -> list[checks.CheckMessage]:
    """Warn whoever runs the desk with passwords alone."""
    if settings.SECOND_FACTOR or settings.DEBUG:
        return []
    return [
        checks.Warning(
            "SECOND_FACTOR is off: a password alone opens the desk.",
            hint="Take SECOND_FACTOR=off out of the environment and of .env.",
            id="releases.W001",
        )
    ]


@checks.register(checks.Tags.database)
def accent_can_be_read(app_configs: object, **kwargs: object) -> list[checks.CheckMessage]:
    """
    Warn of an accent colour, however it was saved, in which nothing can be read in light or in
    dark. Asked by `migrate`, by `check --database default` and by the desk.
    """
    try:
        Identity.objects.current().clean_accent()
    except DatabaseError:
        return []  # the tables are not there yet
    except ValidationError as fault:
        return [
            checks.Warning(
                f"The accent colour cannot be used. {' '.join(fault.messages)}",
                hint="Choose another one at the desk, in the identity of the newsroom.",
                id="releases.W002",
            )
        ]
    return []
