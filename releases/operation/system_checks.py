"""What `manage.py check --deploy` says of the newsroom's own settings."""

from django.conf import settings
from django.core import checks


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
