"""What the service remembers between two requests: sessions, and attempts at signing in."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone

from trust.foundation.kernel.side import current_side
from trust.foundation.people.models import KeptForm, Remembered, Sitting, Worker
from trust.foundation.people.rules import GIVEN_BACK_WITHIN, LONGEST, QUIET, both_factors_given

# How stale the time of the last request may grow before it is written again: not at every request.
A_MINUTE = timedelta(minutes=1)


def hash_of(token: str) -> str:
    """What is stored of a session's key; the function `asking_worker` of the database hashes alike."""
    return hashlib.sha256(token.encode()).hexdigest()


class SessionStore(SessionBase):
    """Sessions in the database under the hash of their key: 15 minutes of quiet, ten hours in all."""

    def load(self) -> dict[str, Any]:
        now = timezone.now()
        sitting = Sitting.objects.filter(token_hash=hash_of(self.session_key or "")).first()
        if sitting is None or now >= min(sitting.quiet_until, sitting.expires):
            self._session_key = None
            return {}
        if sitting.quiet_until - now < QUIET - A_MINUTE:
            Sitting.objects.filter(pk=sitting.pk).update(quiet_until=now + QUIET)
        return self.decode(sitting.contents)

    def exists(self, session_key: str) -> bool:
        return Sitting.objects.filter(token_hash=hash_of(session_key)).exists()

    def create(self) -> None:
        self.items()  # read under the old key, before there is a new one
        self._session_key = secrets.token_urlsafe(32)
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        contents = dict(self.items())
        row = {"worker_id": proved_worker(contents), "contents": self.encode(contents)}
        token_hash, now = hash_of(self.session_key), timezone.now()
        if must_create:
            times = {"started": now, "quiet_until": now + QUIET, "expires": now + LONGEST}
            Sitting.objects.create(token_hash=token_hash, **row, **times)
        elif not Sitting.objects.filter(token_hash=token_hash).update(**row, quiet_until=now + QUIET):
            raise UpdateError
        return None

    def delete(self, session_key: str | None = None) -> None:
        Sitting.objects.filter(token_hash=hash_of(session_key or self.session_key or "")).delete()

    @classmethod
    def clear_expired(cls) -> None:
        now = timezone.now()
        # A session that ended is known for an hour more: whose it was, for what they were still writing.
        gone = now - GIVEN_BACK_WITHIN
        Sitting.objects.filter(Q(expires__lte=gone) | Q(quiet_until__lte=gone)).delete()
        KeptForm.objects.filter(until__lte=now).delete()
        Remembered.objects.filter(until__lte=now).delete()


def whose_session_ended(token: str) -> Worker | None:
    """The worker who had given both factors in a session that ended within the last hour."""
    now = timezone.now()
    ended = Q(expires__lte=now) | Q(quiet_until__lte=now)
    sitting = Sitting.objects.filter(ended, token_hash=hash_of(token)).select_related("worker").first()
    recent = sitting and min(sitting.expires, sitting.quiet_until) > now - GIVEN_BACK_WITHIN
    return sitting.worker if sitting and recent else None


def proved_worker(contents: dict[str, Any]) -> str | None:
    """The worker of a session in which both factors were given; the database believes nobody else."""
    worker: str | None = contents.get(SESSION_KEY)
    return worker if both_factors_given(contents, worker) else None


class Memory(BaseCache):
    """A cache in the database: every server process counts the same attempts. It holds JSON, never code."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        kept = Remembered.objects.filter(key=self.name(key, version), until__gt=timezone.now()).first()
        return default if kept is None else kept.value

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        Remembered.objects.update_or_create(
            key=self.name(key, version), defaults={"value": value, "until": self.end(timeout)}
        )

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember it unless it is known already; of two at once the second waits, and is refused."""
        name = self.name(key, version)
        Remembered.objects.filter(key=name, until__lte=timezone.now()).delete()
        try:
            with transaction.atomic(using=current_side().value):
                Remembered.objects.create(key=name, value=value, until=self.end(timeout))
        except (IntegrityError, OperationalError):  # known already, or the other one took too long
            return False
        return True

    def delete(self, key: str, version: int | None = None) -> bool:
        forgotten, _ = Remembered.objects.filter(key=self.name(key, version)).delete()
        return forgotten > 0

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        kept = Remembered.objects.filter(key=self.name(key, version), until__gt=timezone.now())
        return kept.update(until=self.end(timeout)) > 0

    def clear(self) -> None:
        Remembered.objects.all().delete()

    def name(self, key: str, version: int | None) -> str:
        """A hash: what is counted may be an e-mail address or where somebody sits."""
        return hash_of(self.make_key(key, version))

    def end(self, timeout: Any) -> datetime:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return timezone.now() + timedelta(seconds=seconds or 0)
