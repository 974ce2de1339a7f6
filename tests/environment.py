"""
The environment of the tests, set before Django reads it: an early pytest plugin.

DATABASE_URL and CACHE_URL stay as they come, so that the same tests can be run on
PostgreSQL and Redis. The .env of the developer is not read.
"""

import os

os.environ |= {
    "ENV_FILE": os.devnull,
    "DEBUG": "off",
    "SECRET_KEY": "only-for-tests-" * 4,
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
}

for variable in [
    "ACCENT_COLOUR",
    "ADMINS",
    "CSRF_TRUSTED_ORIGINS",
    "EMAIL_URL",
    "FROM_EMAIL",
    "LANGUAGES",
    "MEDIA_ROOT",
    "PUBLISHER",
    "SITE_NAME",
    "TIME_ZONE",
]:
    os.environ.pop(variable, None)
