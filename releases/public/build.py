"""Which state of the program makes the pages: what it answers holds for this one alone."""

from functools import lru_cache
from hashlib import blake2b

from django.conf import settings

FOLDERS = ("project", "releases", "templates", "locale")
SETTINGS = ("LANGUAGES", "TIME_ZONE")


def build() -> str:
    """Return a digest of the program and its settings, the same on every machine that runs it."""
    return _build() if not settings.DEBUG else _build.__wrapped__()


@lru_cache
def _build() -> str:
    digest = blake2b(digest_size=8)
    for name in FOLDERS:
        for path in sorted((settings.BASE_DIR / name).rglob("*.*")):
            if path.suffix in (".py", ".html", ".txt", ".xml", ".mo", ".css", ".svg"):
                digest.update(path.read_bytes())
    digest.update(repr([getattr(settings, name) for name in SETTINGS]).encode())
    return digest.hexdigest()
