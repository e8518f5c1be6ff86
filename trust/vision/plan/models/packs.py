from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import ByHand, PackFor


class Pack(Written):
    """What a meeting was given to read: one text with its hash, as of a day, which never changes."""

    kept: ClassVar = Kept("Packs for meetings; no person but the worker who made one", FOR_EVER, Writes.ADD)

    kind = models.CharField(max_length=10, choices=choices(PackFor))
    subject = models.CharField(max_length=40)
    subject_name = models.CharField(max_length=200)
    meeting = models.ForeignKey("board.Meeting", on_delete=models.PROTECT, related_name="+")
    meeting_on = models.DateField()
    as_of = models.DateField()
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    snapshot = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "subject", "as_of"], name="packs_of_a_subject")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_pack_is_made_by_its_meeting", condition=models.Q(as_of__lte=models.F("meeting_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_name}, {self.meeting_on}"


class PackChoice(Written):
    """A figure put into somebody's packs by hand, left out of them, or given back to the rule."""

    kept: ClassVar = Kept("Which figures a pack has by hand", FOR_EVER, Writes.ADD)

    kind = models.CharField(max_length=10, choices=choices(PackFor))
    subject = models.CharField(max_length=40)
    item = models.CharField(max_length=400)
    choice = models.CharField(max_length=10, choices=choices(ByHand))

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "subject", "at"], name="choices_of_a_subject")]

    def __str__(self) -> str:
        return f"{self.choice} {self.item}"
