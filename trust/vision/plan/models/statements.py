"""What a plan says beside its priorities: its statements, how it agrees with others, whom it is for."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.priorities import Priority
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import AlignedWith, Part


class Statement(Written):
    """One wording of one statement; the vision names the decision that adopted it."""

    kept: ClassVar = Kept("Every wording a statement of a plan has had", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="statements")
    part = models.CharField(max_length=20, choices=choices(Part))
    edition = models.PositiveIntegerField()
    text = models.TextField()
    adopted = models.ForeignKey("board.Decision", null=True, on_delete=models.PROTECT, related_name="+")
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_statement_edition", fields=["plan", "part", "edition"])
        ]

    def __str__(self) -> str:
        return f"{self.part}, edition {self.edition}"


class Alignment(Written):
    """How the plan agrees with a plan or an assessment around it: stated, evidenced and dated."""

    kept: ClassVar = Kept("How a plan agrees with the plans around it", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="alignments")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    aligned_with = models.CharField(max_length=24, choices=choices(AlignedWith))
    title = models.CharField(max_length=200)
    address = models.URLField(blank=True)
    assessment = models.UUIDField(null=True)
    states = models.TextField()
    evidence = models.TextField(blank=True)
    stated_on = models.DateField()
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.title


class AlignedTarget(Written):
    """A target of the other plan, and the priority that serves it; none yet, where it is empty."""

    kept: ClassVar = Kept("Targets of other plans, by priority", FOR_EVER, Writes.ADD)

    alignment = models.ForeignKey(Alignment, on_delete=models.PROTECT, related_name="targets")
    title = models.CharField(max_length=200)
    priority = models.ForeignKey(Priority, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.title


class OtherSideChanged(Written):
    """The other plan has changed since: the alignment is stale until it is stated again."""

    kept: ClassVar = Kept("When a plan around ours changed", FOR_EVER, Writes.ADD)

    alignment = models.ForeignKey(Alignment, on_delete=models.PROTECT, related_name="changes")
    on = models.DateField()
    what = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"{self.on}: {self.what}"


class GroupCovered(Written):
    """A group of children that the plan must think of: the priority that is for it, or why none is."""

    kept: ClassVar = Kept("Groups a plan is for; no child", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="groups")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    group = models.CharField(max_length=120)
    priority = models.ForeignKey(Priority, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_group_has_a_priority_or_a_reason",
                condition=models.Q(priority__isnull=False) | ~models.Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return self.group
