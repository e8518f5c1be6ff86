"""What became of a milestone: reached, moved to another day, or withdrawn. Nothing is changed in place."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.local import Milestone
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import StepTold


class MilestoneTold(Written):
    """One thing said of a milestone: the day it was reached, or its new day; and why, or what shows it."""

    kept: ClassVar = Kept("What became of each milestone", FOR_EVER, Writes.ADD)

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="told")
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=20, choices=choices(StepTold))
    on = models.DateField()
    words = models.TextField()
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            # The second of two who say something at once meets this, and is told.
            models.UniqueConstraint(name="one_telling_of_a_number", fields=["milestone", "number"]),
            models.CheckConstraint(name="a_telling_has_words", condition=~models.Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.what} on {self.on}"
