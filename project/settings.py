"""
The settings of the newsroom, safe for production unless the environment says otherwise: what
.env.example and docs/operators.md describe is all there is to set, and `project.env` reads it.
"""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from project import env
from project.static_files import add_weak_tag

BASE_DIR = Path(__file__).resolve().parent.parent

env.read_file(BASE_DIR / ".env")

# Safety

DEBUG = env.switch("DEBUG")

SECRET_KEY = env.secret_key()

ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if DEBUG else "")

CSRF_TRUSTED_ORIGINS = env.words(
    "CSRF_TRUSTED_ORIGINS",
    form="https?://[^/]+",
    must="list origins with their scheme, separated by commas: https://press.example.org.",
)

# Off is for a developer's machine: a password alone then opens the desk, which says so.
SECOND_FACTOR = env.switch("SECOND_FACTOR", default="on")

PROXY_COUNT = env.text(
    "PROXY_COUNT",
    "1",
    form="[0-9]",
    must="be the number of proxies before the newsroom: 1, or 0 for none.",
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
HEALTH_TOKEN = env.text("HEALTH_TOKEN", form=".{20,}|", must="be at least 20 random characters.")

DEFAULT_EXCEPTION_REPORTER = "project.errors.Report"
DEFAULT_EXCEPTION_REPORTER_FILTER = "project.errors.ReportFilter"

# The house: who it is, administrators say at the desk (releases/models/identity.py).

SECURITY_CONTACT = env.text(
    "SECURITY_CONTACT",
    form=r"((mailto:\S+@|https://|tel:\+)\S+)?",
    must="be an address such as mailto:security@example.org.",
)

TIME_ZONE = env.time_zone("TIME_ZONE", "Europe/Brussels")

LANGUAGES = env.languages("LANGUAGES", "en,fr,nl,de")
LANGUAGE_CODE = LANGUAGES[0][0]

# Services

DATABASES = {"default": env.database("DATABASE_URL", "sqlite:///db.sqlite3", beside=BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Shared by all processes, since the limits on guessing passwords are kept here.
    # Full is far off: what is culled early is forgotten, and may be tried again.
    "default": env.cache("CACHE_URL", "dbcache://newsroom_cache?max_entries=100000"),
}
# Answers to readers: beside the limits in Redis, else in each process, never in the database.
CACHES["pages"] = (
    CACHES["default"] | {"KEY_PREFIX": "pages"}
    if CACHES["default"]["BACKEND"].endswith("RedisCache")
    else {"BACKEND": "releases.public.page_cache.InProcess"}
)

email = env.email("EMAIL_URL", "consolemail://" if DEBUG else "smtp://localhost:25")
EMAIL_BACKEND = email["EMAIL_BACKEND"]
EMAIL_HOST = email["EMAIL_HOST"] or "localhost"
EMAIL_PORT = email["EMAIL_PORT"] or 25
EMAIL_HOST_USER = email["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = email["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = email.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = email["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = 10  # seconds

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("FROM_EMAIL", "newsroom@localhost")
ADMINS = [
    (mailbox, mailbox)
    for mailbox in env.words(
        "ADMINS",
        form=".*@.*",
        must="list e-mail addresses, separated by commas: web@example.org.",
    )
]

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
    "releases.public.middleware.Policy",
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
        "js": [
            static_lazy(f"releases/{name}.js")
            for name in ("abbreviation", "own-styles", "passage", "tables", "word-paste")
        ],
        "extensions": {
            "Abbreviation": html_tags(["abbr"], {"abbr": ["title"]}),
            "OwnStyles": html_tags([]),
            "Passage": html_tags(["span"], {"span": ["lang"]}),
            "Tables": html_tags(
                ["caption", "table", "tbody", "td", "th", "thead", "tr"],
                {cell: ["colspan", "rowspan"] for cell in ("td", "th")},
            ),
            "WordPaste": html_tags([]),
        },
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
# guess, releases/desk/password_guesses.py keeps count; these hold for codes, after the password.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(PROXY_COUNT)

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "releases.desk.sign_in.FactorAdapter"
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
MEDIA_ROOT = BASE_DIR / env.text("MEDIA_ROOT", "media")

# What is read into a draft: what is larger is refused with a sentence.
INTAKE_MAX_BYTES = env.number("INTAKE_MAX_BYTES", "20000000")
INTAKE_MAX_CHARACTERS = env.number("INTAKE_MAX_CHARACTERS", "2000000")
INTAKE_MAX_PAGES = env.number("INTAKE_MAX_PAGES", "500")
INTAKE_MAX_BLOCKS = env.number("INTAKE_MAX_BLOCKS", "10000")
INTAKE_MAX_PARTS = env.number("INTAKE_MAX_PARTS", "500")
# Of quotes, people, links and contacts that are found, each.
INTAKE_MAX_FOUND = env.number("INTAKE_MAX_FOUND", "500")

# What is taken as a video or a sound recording.
RECORDING_MAX_BYTES = env.number("RECORDING_MAX_BYTES", "500000000")

# A long text is pasted with its markup, and has many quotes, each with fields of its own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000  # bytes, but for files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

WHITENOISE_ADD_HEADERS_FUNCTION = add_weak_tag

# Where several machines serve: files lie in a bucket, and readers are led to it.
BUCKET = env.bucket("BUCKET_URL")

STORAGES = {
    "default": {"BACKEND": "releases.operation.bucket.Bucket", "OPTIONS": BUCKET}
    if BUCKET
    else {"BACKEND": "releases.operation.storage.Files"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}


CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # A nonce is sent only with pages that ask for one: the admin, for the import
        # map of the editor. Public pages do not, and can be cached.
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],  # and the accent: see the middleware
        "img-src": [SELF, "data:", *([BUCKET["endpoint_url"]] if BUCKET else [])],
        "media-src": [SELF, *([BUCKET["endpoint_url"]] if BUCKET else [])],
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
