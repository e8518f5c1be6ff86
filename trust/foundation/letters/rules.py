"""When a letter that was not taken is tried again, and how a link names what it opens."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta

LINK = "[link]"
STOP = "[stop]"
# Five minutes, ten, twenty: the eighth and last try comes about five hours after the first.
FIRST_WAIT = timedelta(minutes=5)
TRIES = 8


def token_of(secret: str, opens: str, key: str) -> str:
    """What a link carries: whoever has not the installation’s key cannot make one, or guess one.

    >>> len(token_of("k", "/update/", "1"))
    43
    """
    made = hmac.digest(secret.encode(), f"trust.letters:{opens}:{key}".encode(), "sha256")
    return urlsafe_b64encode(made).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    """What is kept of a link: whoever reads the table can open nothing with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def try_again(tries: int, *, failed_at: datetime) -> datetime | None:
    """When a letter that failed is tried again; nothing once it has failed too often."""
    return None if tries >= TRIES else failed_at + FIRST_WAIT * 2 ** (tries - 1)
