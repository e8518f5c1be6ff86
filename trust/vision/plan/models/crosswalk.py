"""One action, pledge or measure counts in several plans, and is typed once."""

from functools import reduce
from operator import or_
from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes
from trust.vision.plan.models.local import LocalRow
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.priorities import Priority
from trust.vision.plan.models.promises import Action, Measure, Pledge
from trust.vision.plan.models.written import FOR_EVER, Written


def exactly_one(*names: str) -> models.Q:
    """That one of these is there and none of the others."""
    ways = [models.Q(**{f"{name}__isnull": name != there for name in names}) for there in names]
    return reduce(or_, ways)


class Counts(Written):
    """That a thing of one plan counts in another, or, where it `ends` such a row, no longer does."""

    kept: ClassVar = Kept("What counts in which plan", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="counted")
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="counts")
    pledge = models.ForeignKey(Pledge, null=True, on_delete=models.PROTECT, related_name="counts")
    measure = models.ForeignKey(Measure, null=True, on_delete=models.PROTECT, related_name="counts")
    row = models.ForeignKey(LocalRow, null=True, on_delete=models.PROTECT, related_name="counts")
    priority = models.ForeignKey(Priority, null=True, on_delete=models.PROTECT, related_name="counted")
    ends = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="ended_by")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_thing_counts",
                condition=exactly_one("action", "pledge", "measure", "row"),
            ),
        ]

    def __str__(self) -> str:
        return f"counts in {self.plan_id}"
