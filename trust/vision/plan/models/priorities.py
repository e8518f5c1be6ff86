from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.written import FOR_EVER, Written


class Priority(Written):
    """One thing the partners promise to change; its words are in its editions."""

    kept: ClassVar = Kept("Priorities of a plan", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"priority {self.pk}"


class PriorityEdition(Written):
    kept: ClassVar = Kept("Every wording a priority has had", FOR_EVER, Writes.ADD)

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="editions")
    edition = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    aim_for_all = models.TextField()
    group = models.CharField(max_length=200)
    comparator = models.CharField(max_length=200)
    aim_for_group = models.TextField()
    next_step = models.TextField(blank=True)
    outcomes = ArrayField(models.CharField(max_length=24, choices=choices(Outcome)), default=list)
    # Codes of the framework’s aims, such as BH2; their outcomes are among `outcomes`.
    aims = ArrayField(models.CharField(max_length=8), default=list)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            # The second of two officers who saved at once meets this, and is told.
            models.UniqueConstraint(name="one_priority_edition_of_a_number", fields=["priority", "edition"])
        ]

    def __str__(self) -> str:
        return self.title


class FindingLink(Written):
    """A need or a voice that a priority rests on."""

    kept: ClassVar = Kept("Which findings a priority cites", FOR_EVER, Writes.ADD)

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="findings")
    need = models.ForeignKey("needs.Finding", null=True, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("participation.Voice", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_link_is_to_a_need_or_a_voice",
                condition=models.Q(need__isnull=False) ^ models.Q(voice__isnull=False),
            ),
            models.UniqueConstraint(name="a_need_is_linked_once", fields=["priority", "need"]),
            models.UniqueConstraint(name="a_voice_is_linked_once", fields=["priority", "voice"]),
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"
