"""One file of settings. What differs between schools comes from the environment (see docs/running.md)."""

from pathlib import Path

from trailstone import environment, sqlite

environment.refuse_without_locks()
sqlite.use_bundled_library()

HERE = Path(__file__).parent
DATA = Path(environment.text("TRAILSTONE_DATA", "data")).absolute()
DEBUG = environment.flag("TRAILSTONE_DEBUG")
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = environment.text("TRAILSTONE_HOSTS", "*").split(",")
HTTPS = environment.flag("TRAILSTONE_HTTPS")
PORT = environment.port("PORT", 8000)
JOURNAL = environment.text("TRAILSTONE_JOURNAL")
METRICS_TOKEN = environment.text("TRAILSTONE_METRICS_TOKEN")
LOG = environment.choice("TRAILSTONE_LOG", "text", "json")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "trailstone.web.apps.StaticFiles",
    "csp",
    "django_htmx",
    "template_partials",
    "trailstone",
    "trailstone.people",
    "trailstone.content",
    "trailstone.practice",
    "trailstone.progress",
    "trailstone.goals",
    "trailstone.assignments",
    "trailstone.problems",
    "trailstone.reports",
    "trailstone.operate",
    "trailstone.web.apps.WebConfig",
]

MIDDLEWARE = [
    "trailstone.operate.watching.Watched",
    "trailstone.lane.pages.Lane",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "trailstone.web.middleware.SchoolHeaders",
    "trailstone.web.middleware.Probes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "trailstone.web.middleware.Clocks",
]

ROOT_URLCONF = "trailstone.urls"
WSGI_APPLICATION = "trailstone.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "web"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "trailstone.web.context.frame",
            ],
        },
    }
]

DATABASE_URL = environment.text("DATABASE_URL", f"sqlite:///{DATA / 'trailstone.sqlite3'}")
DATABASES = {"default": environment.database(DATABASE_URL)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "trailstone.database.sqlite3"  # Django's own, with a line for those who write
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: an answer that was confirmed survives a power cut.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] = {
        # A statement comes without its values, so a connection plans it once (docs/adr/0018).
        "server_side_binding": True,
        "prepare_threshold": 3,
        **DATABASES["default"].get("OPTIONS", {}),
    }
DATABASE_POOL = environment.text("DATABASE_POOL")
DATABASES["default"] = environment.pooled(DATABASES["default"], DATABASE_POOL)
DATABASE_DIRECT_URL = environment.text("DATABASE_DIRECT_URL")
DATABASE_DIRECT = environment.direct(DATABASE_DIRECT_URL, DATABASES["default"], DATABASE_POOL)
DATABASE_READ_URL = environment.text("DATABASE_READ_URL")
DATABASE_READ_LAG = environment.seconds("DATABASE_READ_LAG", 60)
if DATABASE_READ_URL:
    DATABASES["replica"] = environment.replica(DATABASE_READ_URL, DATABASES["default"])
    DATABASE_ROUTERS = ["trailstone.reports.replica.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
PASSWORD_HASHERS = ["trailstone.people.passwords.SchoolArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

MAIL = environment.mail(environment.text("TRAILSTONE_MAIL"))  # empty: the site sends no letters
DEFAULT_FROM_EMAIL = environment.text("TRAILSTONE_MAIL_FROM", "Trailstone <trailstone@localhost>")
EMAIL_TIMEOUT = 10  # seconds
ADDRESS = environment.text("TRAILSTONE_ADDRESS").rstrip("/")  # where letters lead to; empty: they have no links
globals().update(MAIL)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = (HERE / "locale").is_dir()  # without a translation every look-up of words would find nothing: 25 a page

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        # KaTeX sets heights, our bars set --p, as style attributes; no style element is ever inline.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "trailstone.people.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
# Whatever watches the server asks from beside it, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# Other names below the school's domain, and the lists of browsers, are not Trailstone's to decide; frames are refused
# by the policy above (frame-ancestors), which all browsers know that the site supports.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "trailstone.operate.logs.Line",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        },
        "entry": {"()": "trailstone.operate.logs.Entry"},
    },
    "filters": {"outages": {"()": "trailstone.web.outage.OncePerMinute"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "entry" if LOG == "json" else "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.server": {"level": "WARNING"}, "django.request": {"filters": ["outages"]}},
}
