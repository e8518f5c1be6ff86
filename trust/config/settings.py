"""One settings file for every installation; `environment.py` reads what differs."""

import secrets
from pathlib import Path

from django.utils.csp import CSP

from trust.config import environment

ROOT = Path(__file__).parents[2]
STATE = environment.folder("TRUST_STATE", ROOT / ".run")

# Without a key of its own an installation gets a new one at each start: people are signed out, none let in.
SECRET_KEY = environment.text("TRUST_SECRET_KEY") or secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = environment.text("TRUST_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
BEHIND_TLS = environment.yes("TRUST_TLS")

ROOMS = [
    "config",
    "demo",
    "public",
    "vision.plan",
    "strategy.needs",
    "vision.participation",
    "vision.outcomes",
    "governance.board",
    "governance.partnership",
    "processes.child_index",
    "foundation.people",
    "foundation.letters",
    "foundation.directory",
    "foundation.audit",
    "foundation.design",
]
INSTALLED_APPS = [
    *(f"trust.{room}.apps.Config" for room in ROOMS),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "trust.config.middleware.refuse_unreadable",
    "trust.config.middleware.one_transaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "trust.foundation.directory.middleware.know_the_day",
    "trust.foundation.people.middleware.know_the_worker",
]
ROOT_URLCONF = "trust.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "trust.config.context.furniture",
            ],
            "builtins": ["trust.foundation.design.templatetags.design"],
        },
    }
]

# `default` is the open side: whoever forgets to choose a side gets the one that holds no child's record.
DATABASES = {"default": environment.database("open"), "closed": environment.database("closed")}
DATABASES["default"]["ATOMIC_REQUESTS"] = True
if environment.text("TRUST_DB_OWNER_PASSWORD"):
    DATABASES["owner"] = environment.database("owner")
DATABASE_ROUTERS = ["trust.config.router.BySide"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# How letters leave: `smtp`, `notify`, or not at all. A demonstration’s never do.
POST = environment.text("TRUST_POST")
POST_FROM = environment.text("TRUST_POST_FROM", "childrens-trust@localhost")
PUBLIC_ADDRESS = environment.text("TRUST_ADDRESS", "http://localhost:8000").rstrip("/")
MAILERS = {"default": environment.mailer()}
NOTIFY_ADDRESS = environment.text("TRUST_NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk")
NOTIFY_KEY = environment.text("TRUST_NOTIFY_KEY")
NOTIFY_TEMPLATE = environment.text("TRUST_NOTIFY_TEMPLATE")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = STATE / "static"
VENDOR = STATE / "vendor"
STATICFILES_DIRS = [VENDOR] if VENDOR.exists() else []
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_USE_FINDERS = False
# A message file of Django's framework; the pages have their own words.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTH_USER_MODEL = "people.Worker"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
SESSION_ENGINE = "trust.foundation.people.sessions"
# Attempts at signing in and used codes are counted in the database: all server processes must count alike.
CACHES = {"default": {"BACKEND": "trust.foundation.people.sessions.Memory"}}
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_NAME = "__Host-trust" if BEHIND_TLS else "trust"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.NONE],
    "connect-src": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/office/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "trust.foundation.people.access.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
# A lost telephone is a matter for the manager, who enrols another: no recovery codes lie about in drawers.
MFA_SUPPORTED_TYPES = ["totp"]
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Children's Trust"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
