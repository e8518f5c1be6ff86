"""The installation's settings: the environment is the only difference between two installations."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def yes(name: str) -> bool:
    return text(name).lower() in {"1", "true", "yes"}


def folder(name: str, default: Path) -> Path:
    return Path(text(name, str(default)))


def database(role: str) -> dict[str, Any]:
    """One connection to the one database, as one of its three login roles."""
    address = urlsplit(text("DATABASE_URL"))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": unquote(address.hostname or text("TRUST_DB_HOST", "127.0.0.1")),
        "PORT": str(address.port or text("TRUST_DB_PORT", "5432")),
        "NAME": unquote(address.path.lstrip("/")) or text("TRUST_DB_NAME", "trust"),
        "USER": f"trust_{role}",
        "PASSWORD": text(f"TRUST_DB_{role.upper()}_PASSWORD"),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, "options": "-c statement_timeout=15000 -c lock_timeout=5000"},
    }


def mailer() -> dict[str, Any]:
    """The mail server of `TRUST_POST=smtp`."""
    options = {
        "host": text("TRUST_SMTP_HOST", "localhost"),
        "port": int(text("TRUST_SMTP_PORT", "25")),
        "username": text("TRUST_SMTP_USER"),
        "password": text("TRUST_SMTP_PASSWORD"),
        "use_tls": yes("TRUST_SMTP_TLS"),
        "timeout": 10,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
