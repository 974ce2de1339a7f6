"""
What the environment says, read strictly: a value that cannot be right stops the start with a
sentence that names its variable. Nothing else of the newsroom reads the environment.
"""

import re
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.text import capfirst
from django.utils.translation import get_language_info

ENV = environ.Env()

SQLITE_OPTIONS = {
    # Readers never wait for a writer, and a writer waits for the other one instead
    # of failing halfway. 8 MB hold what leads to each row of a large archive.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds
}


def read_file(path: Path) -> None:
    """Add the variables of a file, ENV_FILE or `path`; those that are set already count more."""
    ENV.read_env(ENV("ENV_FILE", default=path))


def text(variable: str, default: str = "", *, form: str = "", must: str = "") -> str:
    """
    Read a variable without the space around it; an empty one counts as one that is not set.

    A value that does not match the pattern `form` is refused: `must` ends the sentence.
    """
    value = ENV.str(variable, default="").strip() or default
    if form and not re.fullmatch(form, value):
        raise ImproperlyConfigured(f"{variable} must {must}")
    return value


def words(variable: str, default: str = "", *, form: str = "", must: str = "") -> list[str]:
    """Read what a variable lists, separated by commas; each word as for `text()`."""
    found = [word.strip() for word in text(variable, default).split(",") if word.strip()]
    if form and not all(re.fullmatch(form, word) for word in found):
        raise ImproperlyConfigured(f"{variable} must {must}")
    return found


def switch(variable: str, default: str = "off") -> bool:
    """Read a variable that is on or off, in one of the usual words for it."""
    value = text(variable, default).lower()
    if value not in {"on", "true", "yes", "1", "off", "false", "no", "0"}:
        raise ImproperlyConfigured(f"{variable} must be on or off.")
    return value in {"on", "true", "yes", "1"}


def number(variable: str, default: str) -> int:
    """Read a whole number above 0, of twelve digits at most."""
    must = f"be a number above 0, such as {default}."
    return int(text(variable, default, form="[1-9][0-9]{0,11}", must=must))


def secret_key() -> str:
    """Read the key that sessions and links are signed with: 50 characters at least."""
    # Not read through ENV(): there a value that starts with $ names another variable.
    key = ENV.ENVIRON.get("SECRET_KEY", "")
    if len(key) < 50:
        raise ImproperlyConfigured(
            "SECRET_KEY must be set, in the environment or in .env, to at least 50 random "
            "characters, such as those printed by: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return key


def hosts(variable: str, default: str) -> list[str]:
    """Read the site's own host names, one at least."""
    must = (
        "list the site's host names, separated by commas, without "
        "https://, port or path: press.example.org,www.press.example.org."
    )
    form = r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:]+\]"
    if found := words(variable, default, form=form, must=must):
        return found
    raise ImproperlyConfigured(f"{variable} must {must}")


def time_zone(variable: str, default: str) -> str:
    """Read the name of a time zone from the IANA list."""
    zone = text(variable, default)
    if zone not in zoneinfo.available_timezones():
        raise ImproperlyConfigured(
            f"{variable} must be a name from the IANA list, such as Europe/Brussels."
        )
    return zone


def languages(variable: str, default: str) -> list[tuple[str, str]]:
    """Read codes, one at least; name each language in itself, as on a label: ("fr", "Français")."""
    try:
        named = {code: get_language_info(code)["name_local"] for code in words(variable, default)}
    except KeyError:
        named = {}
    found = [(code, capfirst(name)) for code, name in named.items()]
    if not found:
        raise ImproperlyConfigured(
            f"{variable} must list codes that Django knows, separated by commas: en,fr,nl,de."
        )
    return found


def database(variable: str, default: str, *, beside: Path) -> dict[str, Any]:
    """Read a database, for Django's DATABASES; a file with a relative path lies in `beside`."""

    def read(url: str) -> dict[str, Any]:
        config = ENV.db_url_config(url)
        if config["NAME"] in {"", ":memory:"}:
            raise ValueError("no database named")
        if config["ENGINE"] == "django.db.backends.sqlite3":
            path = beside / config["NAME"]
            options = SQLITE_OPTIONS | config.get("OPTIONS", {})
            # Kept open: a full disk has no room for what opening it anew would write.
            return {"CONN_MAX_AGE": None} | config | {"NAME": path, "OPTIONS": options}
        if config["ENGINE"] == "django.db.backends.postgresql":
            return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | config
        raise ValueError("another kind of database")

    example = "sqlite:////srv/newsroom/db.sqlite3 or postgres://user:password@host/name"
    return _address(variable, default, read, example)


def cache(variable: str, default: str) -> dict[str, Any]:
    """Read a cache, for Django's CACHES."""
    return _address(variable, default, ENV.cache_url_config, "redis://host:6379/0")


def email(variable: str, default: str) -> dict[str, Any]:
    """Read a mail server, as Django's settings by their names: EMAIL_HOST and so on."""
    example = "smtp+tls://user:password@host:587"
    return _address(variable, default, ENV.email_url_config, example)


def bucket(variable: str) -> dict[str, Any]:
    """Read a bucket of object storage, as options of its storage; empty where none is named."""

    def read(url: str) -> dict[str, Any]:
        parts, scheme = urlsplit(url), {"s3": "https", "s3+http": "http"}
        name = parts.path.strip("/")
        if not (parts.hostname and parts.username and parts.password) or not name or "/" in name:
            raise ValueError("something is missing")
        if parts.scheme not in scheme:
            raise ValueError("another kind of address")
        return {
            "bucket_name": name,
            "endpoint_url": f"{scheme[parts.scheme]}://{parts.netloc.rpartition('@')[2]}",
            "access_key": unquote(parts.username),
            "secret_key": unquote(parts.password),
            "region_name": parse_qs(parts.query).get("region", [None])[0],
            "addressing_style": "path",
            "signature_version": "s3v4",
            "querystring_auth": True,
            "default_acl": None,  # what the bucket is: private
            "file_overwrite": False,
        }

    example = "s3://key:secret@s3.eu-west-1.amazonaws.com/bucket?region=eu-west-1"
    return _address(variable, "", read, example) if text(variable) else {}


def _address(
    variable: str, default: str, read: Callable[[str], dict[str, Any]], example: str
) -> dict[str, Any]:
    """Read the service at an address. Messages never repeat it: it may hold a password."""
    value = text(variable, default)
    try:
        if "://" not in value:
            raise ValueError("not an address")
        for host in urlsplit(value).netloc.split(","):
            _ = urlsplit(f"//{host}").port  # raises ValueError if not a number
        return read(value)
    except (ImproperlyConfigured, ValueError):
        message = f"{variable} must be an address such as {example}."
        raise ImproperlyConfigured(message) from None
