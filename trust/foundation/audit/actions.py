from datetime import datetime
from typing import Any

from django.db import models

from trust.foundation.audit.models import Event
from trust.foundation.kernel.actor import Actor


def record(verb: str, *, on: models.Model, by: Actor, at: datetime, **detail: Any) -> None:
    """Write one audit line in the transaction of the deed itself: if it cannot be written, the deed falls."""
    Event.objects.create(
        verb=verb,
        subject=f"{on._meta.label_lower}:{on.pk}",
        by=str(by.worker or by.name),
        at=at,
        detail=detail,
    )
