"""
The settings of production, for measurements: with an address more, /en/bare/, which answers with
a word after the same middleware. The environment is that of this file, but for DATABASE_URL.
"""

import os

from benchmarks.archive import FOLDER

EMPTY = [
    "ADMINS",
    "CACHE_URL",
    "EMAIL_URL",
    "LANGUAGES",
    "MEDIA_ROOT",
    "TIME_ZONE",
]
os.environ |= dict.fromkeys(EMPTY, "") | {
    "ALLOWED_HOSTS": "localhost",
    "DEBUG": "off",
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "only-for-benchmarks-" * 3,
}

from project.settings import *  # noqa: E402, F403 (these settings, after the environment)

ROOT_URLCONF = "benchmarks.urls"
STATIC_ROOT = FOLDER / "static"
