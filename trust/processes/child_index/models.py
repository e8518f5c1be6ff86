from typing import ClassVar

from django.db import models

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes


class Canary(models.Model):
    """One invented row that no open page can read, by any road: the proof that the wall stands."""

    kept: ClassVar = Kept("An invented sentence; no person", "for ever", Writes.NOTHING)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    song = models.CharField(max_length=80)

    def __str__(self) -> str:
        return "canary"
