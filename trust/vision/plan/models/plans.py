from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes
from trust.vision.plan.models.written import FOR_EVER, Written


def days() -> models.Func:
    """The days from `first` to `last`, both included, as the database compares them."""
    ends = (models.F("first"), models.F("last"), models.Value("[]"))
    return models.Func(*ends, function="daterange", output_field=DateRangeField())


class Plan(Written):
    """A Children and Young People's Plan for a run of years."""

    kept: ClassVar = Kept("Plans; no person but the worker who wrote", FOR_EVER, Writes.ADD)

    title = models.CharField(max_length=200)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plan_ends_after_it_begins", condition=models.Q(last__gt=models.F("first"))
            ),
            ExclusionConstraint(name="one_plan_a_day", expressions=[(days(), RangeOperators.OVERLAPS)]),
        ]

    def __str__(self) -> str:
        return self.title


class PlanVersion(Written):
    """A plan as it was published: one text with its hash, which never changes."""

    kept: ClassVar = Kept("Published plans", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    published_on = models.DateField()
    why = models.TextField()
    snapshot = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_version_of_a_number", fields=["plan", "number"]),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"
