"""
The settings of the tests: those of production, but for what needs HTTPS or a build.

DATABASE_URL and CACHE_URL stay as they come, so that the same tests can be run on
PostgreSQL and Redis; everything else is set here, and no .env is read.
"""

import os
import tempfile
from pathlib import Path

OWN = {
    "DEBUG": "off",
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "only-for-tests-" * 4,
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "SECOND_FACTOR": "off",  # switched on by the tests of signing in
}
DEFAULT = [
    "ADMINS",
    "BUCKET_URL",
    "CSRF_TRUSTED_ORIGINS",
    "EMAIL_URL",
    "FROM_EMAIL",
    "HEALTH_TOKEN",
    "INTAKE_MAX_BLOCKS",
    "INTAKE_MAX_BYTES",
    "INTAKE_MAX_CHARACTERS",
    "INTAKE_MAX_FOUND",
    "INTAKE_MAX_PAGES",
    "INTAKE_MAX_PARTS",
    "LANGUAGES",
    "MEDIA_ROOT",
    "PROXY_COUNT",
    "RECORDING_MAX_BYTES",
    "SECURITY_CONTACT",
    "TIME_ZONE",
]
os.environ |= OWN | dict.fromkeys(DEFAULT, "")

# Playwright runs an event loop in the thread of the tests, where Django would refuse
# to reach its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "on"

from project.settings import *  # noqa: E402, F403 (these settings, after the environment)
from project.settings import DATABASES, STORAGES  # noqa: E402

SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"

# The production hasher is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A database in memory would not make one writer wait for the other, as a file does. Each
# process has its own, so that two runs at once do not meet.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    file = Path(tempfile.gettempdir()) / f"newsroom-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": file}
