"""What every deed needs: its audit line, and a sentence for the second of two who do the same at once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from psycopg.errors import ExclusionViolation, UniqueViolation

from trust.foundation.audit.models import Event
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.side import current_side


def record(verb: str, *, on: models.Model, by: Actor, at: datetime, **detail: Any) -> None:
    """Write one audit line in the transaction of the deed itself: if it cannot be written, the deed falls."""
    Event.objects.create(
        verb=verb,
        subject=f"{on._meta.label_lower}:{on.pk}",
        by=str(by.worker or by.name),
        at=at,
        detail=detail,
    )


def record_each(
    verb: str, told: Iterable[tuple[models.Model, dict[str, Any]]], *, by: Actor, at: datetime
) -> None:
    """Write the audit lines of a deed that does one thing many times, each about its own row."""
    who = str(by.worker or by.name)
    Event.objects.bulk_create(
        Event(verb=verb, subject=f"{on._meta.label_lower}:{on.pk}", by=who, at=at, detail=detail)
        for on, detail in told
    )


@contextmanager
def second_is_told(sentence: str) -> Iterator[None]:
    """Refuse, in this sentence, a write that meets what somebody else has written in the meantime."""
    try:
        with transaction.atomic(using=current_side().value):
            yield
    except IntegrityError as clash:
        if not isinstance(clash.__cause__, UniqueViolation | ExclusionViolation):
            raise
        raise Refused(sentence) from clash
