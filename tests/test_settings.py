import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured

HOME = Path(__file__).parent.parent
FILE = HOME / "project" / "settings.py"
READERS = HOME / "project" / "env.py"
REQUIRED = {"SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "press.example.org"}


def load(**variables):
    """The settings as they would be in an environment of only these variables."""
    environment = {"ENV_FILE": os.devnull} | variables
    with mock.patch.dict(os.environ, environment, clear=True):
        return runpy.run_path(FILE)


def test_production_is_safe_without_being_told():
    settings = load(**REQUIRED)

    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["press.example.org"]
    assert settings["SECOND_FACTOR"] is True
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert settings["X_FRAME_OPTIONS"] == "DENY"
    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert "Manifest" in settings["STATIC_STORAGE"]


def test_development_needs_only_a_key():
    settings = load(SECRET_KEY="x" * 50, DEBUG="on")

    assert settings["DEBUG"] is True
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SECURE_HSTS_SECONDS"] == 0
    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.console.EmailBackend"


def test_empty_variables_count_as_not_set():
    empty = {"DEBUG": "", "DATABASE_URL": "", "TIME_ZONE": "", "LANGUAGES": "", "ADMINS": ""}

    assert load(**REQUIRED, **empty)["DATABASES"] == load(**REQUIRED)["DATABASES"]


def test_languages_are_named_in_themselves_and_the_first_is_the_default():
    settings = load(**REQUIRED, LANGUAGES="nl, fr")

    assert settings["LANGUAGES"] == [("nl", "Nederlands"), ("fr", "Français")]
    assert settings["LANGUAGE_CODE"] == "nl"


def test_any_sqlite_database_waits_for_its_turn():
    settings = load(**REQUIRED, DATABASE_URL="sqlite:////srv/newsroom/db.sqlite3?timeout=5")

    database = settings["DATABASES"]["default"]
    assert database["NAME"] == Path("/srv/newsroom/db.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 5
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_connections_to_postgresql_are_kept_and_checked():
    settings = load(**REQUIRED, DATABASE_URL="postgres://press:p%40ss@db.example.org/newsroom")

    database = settings["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert database["PASSWORD"] == "p@ss"
    assert database["CONN_MAX_AGE"] == 60
    assert database["CONN_HEALTH_CHECKS"] is True


def test_cache_is_shared_by_all_processes():
    cache = load(**REQUIRED)["CACHES"]["default"]

    assert cache["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert cache["OPTIONS"]["MAX_ENTRIES"] == 100_000


@pytest.mark.slow
def test_table_of_the_cache_comes_with_migrate(tmp_path):
    database = {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "CACHE_URL": ""}
    environment = os.environ | REQUIRED | database | {"ENV_FILE": os.devnull}
    environment["DJANGO_SETTINGS_MODULE"] = "project.settings"

    use = subprocess.run(
        [sys.executable, "manage.py", "shell", "--verbosity", "0"],
        input=(
            "from django.core.cache import cache\n"
            "from django.core.management import call_command\n"
            "call_command('migrate', verbosity=0)\n"
            "call_command('migrate', verbosity=0)\n"
            "cache.set('wrong', 5)\n"
            "print(cache.get('wrong'))\n"
        ),
        cwd=HOME,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert (use.stdout, use.stderr) == ("5\n", "")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "x" * 49),
        ("DEBUG", "ture"),
        ("SECOND_FACTOR", "maybe"),
        ("PROXY_COUNT", "two"),
        ("PROXY_COUNT", "-1"),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "https://press.example.org"),
        ("CSRF_TRUSTED_ORIGINS", "press.example.org"),
        ("TIME_ZONE", "Europe/Bruxelles"),
        ("TIME_ZONE", "../etc/passwd"),
        ("LANGUAGES", "en,klingon"),
        ("LANGUAGES", ","),
        ("DATABASE_URL", "db.sqlite3"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "mysql://press:hunter2@db/newsroom"),
        ("DATABASE_URL", "postgres://press:hunter2@db"),
        ("DATABASE_URL", "postgres://press:hunter2/@db/newsroom"),
        ("DATABASE_URL", "postgres://press:hunter2@[db/newsroom"),
        ("CACHE_URL", "rediss"),
        ("CACHE_URL", "redis://:hunter2@cache:port/0"),
        ("EMAIL_URL", "mail.example.org"),
        ("EMAIL_URL", "smtp://press:hunter2@mail:port"),
        ("ADMINS", "web@example.org,boss"),
        ("HEALTH_TOKEN", "too-short"),
        ("SECURITY_CONTACT", "security@example.org"),
        ("INTAKE_MAX_BYTES", "20 MB"),
        ("INTAKE_MAX_CHARACTERS", "0"),
        ("INTAKE_MAX_PAGES", "-1"),
        ("RECORDING_MAX_BYTES", "500 MB"),
    ],
)
def test_wrong_value_stops_the_start_with_its_name(variable, value):
    with pytest.raises(ImproperlyConfigured) as stop:
        load(**REQUIRED | {variable: value})

    message = str(stop.value)
    assert message.startswith(f"{variable} must ")
    assert message.endswith((".", "token_urlsafe(50))'"))
    assert "hunter2" not in message
    assert stop.value.__suppress_context__ or stop.value.__context__ is None


def test_sentence_is_the_last_line_of_a_failed_start():
    environment = os.environ | REQUIRED | {"ENV_FILE": os.devnull, "TIME_ZONE": "Mars"}
    environment["DJANGO_SETTINGS_MODULE"] = "project.settings"

    start = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=HOME,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert start.returncode != 0
    assert start.stderr.splitlines()[-1].endswith(
        "TIME_ZONE must be a name from the IANA list, such as Europe/Brussels."
    )


def test_error_reports_keep_addresses_to_themselves(settings):
    from project.errors import ReportFilter

    secret = "redis://:hunter2@cache:6379/0"
    report = ReportFilter().cleanse_setting("CACHES", {"default": {"LOCATION": secret}})

    assert report == {"default": {"LOCATION": "********************"}}
    assert "hunter2" not in ReportFilter().cleanse_setting("DATABASE_URL", secret)
    assert settings.DEFAULT_EXCEPTION_REPORTER_FILTER == "project.errors.ReportFilter"


def test_every_variable_is_explained_where_operators_look():
    read = re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', FILE.read_text())
    read += re.findall(r'ENV(?:\.ENVIRON\.get)?\("([A-Z_]+)"', READERS.read_text())
    example = re.findall(r"^#?([A-Z_]+)=", (HOME / ".env.example").read_text(), re.MULTILINE)
    table = re.findall(r"^\| `([A-Z_]+)`", (HOME / "docs/operators.md").read_text(), re.MULTILINE)

    assert sorted(table) == sorted(read)
    assert sorted([*example, "ENV_FILE"]) == sorted(read)
