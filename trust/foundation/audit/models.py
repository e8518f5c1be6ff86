from typing import ClassVar

from django.db import models

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes


class Event(models.Model):
    """What was done or read, by whom and when. No foreign keys: the record outlives its subject.

    The database adds what the application cannot choose: its own time, its transaction, its login role
    and the worker whom the session's token names (see the first migration).
    """

    kept: ClassVar = Kept("Deeds and readings, by worker identifier", "seven years", Writes.DROP_IN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    verb = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    by = models.CharField(max_length=80)
    at = models.DateTimeField()
    detail = models.JSONField(default=dict)

    class Meta:
        db_table = "audit_event"

    def __str__(self) -> str:
        return f"{self.verb} on {self.subject}"
