"""
The settings of the newsroom. Only this file reads the environment, and it starts
safe for production: what .env.example and docs/operators.md describe is all there
is to set. A value that cannot be right stops the start with a sentence naming it.
"""

import base64
import hashlib
import re
import zoneinfo
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import get_language_info
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from project.static_files import add_weak_tag

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(env("ENV_FILE", default=BASE_DIR / ".env"))


def text(variable, default=""):
    """An empty variable counts as one that is not set."""
    return env.str(variable, default="").strip() or default


def words(variable, default=""):
    return [word.strip() for word in text(variable, default).split(",") if word.strip()]


def switch(variable, default="off"):
    value = text(variable, default).lower()
    if value not in {"on", "true", "yes", "1", "off", "false", "no", "0"}:
        raise ImproperlyConfigured(f"{variable} must be on or off.")
    return value in {"on", "true", "yes", "1"}


def number(variable, default):
    value = text(variable, default)
    if not re.fullmatch("[1-9][0-9]{0,11}", value):
        raise ImproperlyConfigured(f"{variable} must be a number above 0, such as {default}.")
    return int(value)


def address(variable, read, default, example):
    """The service at an address. Messages never repeat it: it may hold a password."""
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


# Safety

DEBUG = switch("DEBUG")

# Not read through env(): there a value that starts with $ names another variable.
SECRET_KEY = env.ENVIRON.get("SECRET_KEY", "")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY must be set, in the environment or in .env, to at least 50 random "
        "characters, such as those printed by: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

ALLOWED_HOSTS = words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if DEBUG else "")
if not ALLOWED_HOSTS or not all(
    re.fullmatch(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:]+\]", host) for host in ALLOWED_HOSTS
):
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS must list the site's host names, separated by commas, without "
        "https://, port or path: press.example.org,www.press.example.org."
    )

CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
if not all(re.fullmatch(r"https?://[^/]+", origin) for origin in CSRF_TRUSTED_ORIGINS):
    raise ImproperlyConfigured(
        "CSRF_TRUSTED_ORIGINS must list origins with their scheme, separated by "
        "commas: https://press.example.org."
    )

# Off is for a developer's machine: a password alone then opens the desk, which says so.
SECOND_FACTOR = switch("SECOND_FACTOR", default="on")

PROXY_COUNT = text("PROXY_COUNT", "1")
if not re.fullmatch("[0-9]", PROXY_COUNT):
    raise ImproperlyConfigured(
        "PROXY_COUNT must be the number of proxies before the newsroom: 1, or 0 for none."
    )

SECURE_SSL_REDIRECT = not DEBUG
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_SECURE = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 365 * 24 * 60 * 60
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SILENCED_SYSTEM_CHECKS = [
    # HSTS for subdomains and the preload list: the other hosts of the domain belong
    # to other offices, and are not ours to force onto HTTPS.
    "security.W005",
    "security.W021",
]

# Asked for by machines, over plain HTTP from the one it runs on; says nothing to strangers.
SECURE_REDIRECT_EXEMPT = ["^healthz$"]
HEALTH_TOKEN = text("HEALTH_TOKEN")
if HEALTH_TOKEN and len(HEALTH_TOKEN) < 20:
    raise ImproperlyConfigured("HEALTH_TOKEN must be at least 20 random characters.")

DEFAULT_EXCEPTION_REPORTER = "project.errors.Report"
DEFAULT_EXCEPTION_REPORTER_FILTER = "project.errors.ReportFilter"

# The house

SITE_NAME = text("SITE_NAME", "Newsroom")
PUBLISHER = text("PUBLISHER", "Press office")
CONTACT_EMAIL = text("CONTACT_EMAIL")

SECURITY_CONTACT = text("SECURITY_CONTACT")
if not re.match(r"(mailto:\S+@|https://|tel:\+)\S+$|$", SECURITY_CONTACT):
    raise ImproperlyConfigured(
        "SECURITY_CONTACT must be an address such as mailto:security@example.org."
    )


def contrast_with_white(colour):
    """The ratio of WCAG 2.2, 1 to 21, for a colour written as #rrggbb."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


ACCENT_COLOUR = text("ACCENT_COLOUR", "#1d4f91")
if not re.fullmatch("#[0-9a-fA-F]{6}", ACCENT_COLOUR):
    raise ImproperlyConfigured("ACCENT_COLOUR must be written as #rrggbb, such as #1d4f91.")
if contrast_with_white(ACCENT_COLOUR) < 4.5:
    raise ImproperlyConfigured(
        "ACCENT_COLOUR must be darker: links are set in it, and its contrast with "
        f"white is {contrast_with_white(ACCENT_COLOUR):.2f}, below the 4.5 that WCAG "
        "asks for."
    )

# The one inline style; the content security policy allows exactly this text.
ACCENT_STYLE = f":root{{--accent:{ACCENT_COLOUR}}}"

TIME_ZONE = text("TIME_ZONE", "Europe/Brussels")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise ImproperlyConfigured(
        "TIME_ZONE must be a name from the IANA list, such as Europe/Brussels."
    )


try:
    LANGUAGES = [
        (code, get_language_info(code)["name_local"])  # in the language itself: français
        for code in words("LANGUAGES", "en,fr,nl,de")
    ]
    LANGUAGE_CODE = LANGUAGES[0][0]
except (KeyError, IndexError):
    raise ImproperlyConfigured(
        "LANGUAGES must list codes that Django knows, separated by commas: en,fr,nl,de."
    ) from None

# Services

SQLITE_OPTIONS = {
    # Readers never wait for a writer, and a writer waits for the other one instead
    # of failing halfway.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds
}


def database(url):
    config = env.db_url_config(url)
    if config["NAME"] in {"", ":memory:"}:
        raise ValueError("no database named")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        path = BASE_DIR / config["NAME"]
        options = SQLITE_OPTIONS | config.get("OPTIONS", {})
        # Kept open: a full disk has no room for what opening it anew would write.
        return {"CONN_MAX_AGE": None} | config | {"NAME": path, "OPTIONS": options}
    if config["ENGINE"] == "django.db.backends.postgresql":
        return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | config
    raise ValueError("another kind of database")


DATABASES = {
    "default": address(
        "DATABASE_URL",
        database,
        default="sqlite:///db.sqlite3",
        example="sqlite:////srv/newsroom/db.sqlite3 or postgres://user:password@host/name",
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": address(
        "CACHE_URL",
        env.cache_url_config,
        # Shared by all processes, since the limits on guessing passwords are kept here.
        # Full is far off: what is culled early is forgotten, and may be tried again.
        default="dbcache://newsroom_cache?max_entries=100000",
        example="redis://host:6379/0",
    )
}

email = address(
    "EMAIL_URL",
    env.email_url_config,
    default="consolemail://" if DEBUG else "smtp://localhost:25",
    example="smtp+tls://user:password@host:587",
)
EMAIL_BACKEND = email["EMAIL_BACKEND"]
EMAIL_HOST = email["EMAIL_HOST"] or "localhost"
EMAIL_PORT = email["EMAIL_PORT"] or 25
EMAIL_HOST_USER = email["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = email["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = email.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = email["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = 10  # seconds

DEFAULT_FROM_EMAIL = SERVER_EMAIL = text("FROM_EMAIL", "newsroom@localhost")
ADMINS = [(mailbox, mailbox) for mailbox in words("ADMINS")]
if not all("@" in mailbox for mailbox, _ in ADMINS):
    raise ImproperlyConfigured(
        "ADMINS must list e-mail addresses, separated by commas: web@example.org."
    )

# The application

INSTALLED_APPS = [
    "releases.apps.ReleasesConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "auditlog",
    "csp",
    "django_prose_editor",
    "whitenoise.runserver_nostatic",  # before staticfiles, whose runserver it replaces
    "releases.apps.DeskConfig",  # django.contrib.admin, with our Desk as its site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",  # its widgets' templates, beside ours
]

# No GZipMiddleware: compressing pages that hold secrets beside what a visitor sent
# gives the secrets away (BREACH). The reverse proxy may compress the public ones.
MIDDLEWARE = [
    # First, for the headers of every answer: also of one that leads to HTTPS.
    "releases.public.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "releases.desk.sign_in.remember_device",
    "releases.desk.audit_log.actor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "project.urls"
WSGI_APPLICATION = "project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "releases.public.context_processors.newsroom",
            ],
        },
    }
]

DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("releases/word-paste.js")],
        "extensions": {"WordPaste": html_tags([])},
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

FORMAT_MODULE_PATH = "project.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]

# Signing in

LOGIN_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"

ACCOUNT_ADAPTER = "releases.desk.sign_in.StaffAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by an administrator
ACCOUNT_SESSION_REMEMBER = False  # closing the browser ends the session

# Written out, so that an upgrade does not loosen them. Of passwords, which anybody can
# guess, releases/guesses.py keeps count; these hold for codes, after the password.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(PROXY_COUNT)

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = SITE_NAME  # the name beside the code in the app
MFA_ALLOW_UNVERIFIED_EMAIL = True

# A link typed without its scheme means https, on Django 5.2 as on its successors.
FORMS_URLFIELD_ASSUME_HTTPS = True

# The log of changes: related records by their names, and nothing for fixtures.
AUDITLOG_USE_FK_STRING_REPRESENTATION = True
AUDITLOG_DISABLE_ON_RAW_SAVE = True

# Files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)

# Private: no address leads there, a view hands out what the public may have.
MEDIA_ROOT = BASE_DIR / text("MEDIA_ROOT", "media")

# What is read into a draft: what is larger is refused with a sentence.
INTAKE_MAX_BYTES = number("INTAKE_MAX_BYTES", "20000000")
INTAKE_MAX_CHARACTERS = number("INTAKE_MAX_CHARACTERS", "2000000")
INTAKE_MAX_PAGES = number("INTAKE_MAX_PAGES", "500")
INTAKE_MAX_BLOCKS = number("INTAKE_MAX_BLOCKS", "10000")
INTAKE_MAX_PARTS = number("INTAKE_MAX_PARTS", "500")
# Of quotes, people, links and contacts that are found, each.
INTAKE_MAX_FOUND = number("INTAKE_MAX_FOUND", "500")

# A long text is pasted with its markup, and has many quotes, each with fields of its own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000  # bytes, but for files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

WHITENOISE_ADD_HEADERS_FUNCTION = add_weak_tag

STORAGES = {
    "default": {"BACKEND": "releases.operation.storage.Files"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}


def content_hash(content):
    """The source expression that allows this inline text and no other."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # A nonce is sent only with pages that ask for one: the admin, for the import
        # map of the editor. Public pages do not, and can be cached.
        "script-src": [SELF, NONCE],
        "style-src": [SELF, content_hash(ACCENT_STYLE), NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Warnings and errors, to standard error, where systemd and containers look; errors
# to ADMINS as well. What is to be kept is cleaned out of each record, for any handler.
LOGGING_CONFIG = "project.errors.configure"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"production": {"()": "django.utils.log.RequireDebugFalse"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "mail": {
            "class": "project.errors.MailHandler",
            "level": "ERROR",
            "filters": ["production"],
        },
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["mail"], "level": "INFO" if DEBUG else "WARNING"},
        # Robots ask for what is not there, under made-up host names too, all day long: the
        # one is not worth a line, the other not a message.
        "django.request": {"level": "INFO" if DEBUG else "ERROR"},
        "django.security.DisallowedHost": {"handlers": ["stderr"], "propagate": False},
    },
}
