from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models.functions import Coalesce

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import MOVES, Stage

NO_BODY = models.Value("00000000-0000-0000-0000-000000000000", output_field=models.UUIDField())
THE_PLAN = "children-and-young-people"


def days() -> models.Func:
    """The days from `first` to `last`, both included, as the database compares them."""
    ends = (models.F("first"), models.F("last"), models.Value("[]"))
    return models.Func(*ends, function="daterange", output_field=DateRangeField())


class Plan(Written):
    """A Children and Young People's Plan for a run of years."""

    kept: ClassVar = Kept("Plans; no person but the worker who wrote", FOR_EVER, Writes.ADD)

    kind = models.SlugField(max_length=40, default=THE_PLAN)
    title = models.CharField(max_length=200)
    first = models.DateField()
    last = models.DateField()
    body = models.ForeignKey("board.Body", null=True, on_delete=models.PROTECT, related_name="+")
    under = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    stands_for = ArrayField(models.SlugField(max_length=40), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plan_ends_after_it_begins", condition=models.Q(last__gt=models.F("first"))
            ),
            # One of a kind runs on a day, or one of each body’s where the kind is local.
            ExclusionConstraint(
                name="one_plan_of_a_kind_a_day",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    (Coalesce("body", NO_BODY), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
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
    # What it was published without, as pairs of rule and words, and the reason that was given.
    unmet: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField(default=list)
    unmet_because = models.TextField(blank=True)
    snapshot = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_version_of_a_number", fields=["plan", "number"]),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


def moves() -> models.Q:
    """Every move that a plan may make, as the database checks it."""
    allowed = models.Q(was="", stage=Stage.DRAFT.value)
    for was, stage in MOVES:
        allowed |= models.Q(was=was.value, stage=stage.value)
    return allowed


class PlanStep(Written):
    """One move in the life of a plan, with its day and its reason; the last one says where it stands."""

    kept: ClassVar = Kept("The stages a plan went through", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    was = models.CharField(max_length=20, blank=True)
    stage = models.CharField(max_length=20, choices=choices(Stage))
    on = models.DateField()
    why = models.TextField(blank=True)
    decision = models.ForeignKey("board.Decision", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            # The second of two people who move a plan at once meets this, and is told.
            models.UniqueConstraint(name="one_step_of_a_number", fields=["plan", "number"]),
            models.CheckConstraint(name="a_step_is_a_move_of_the_life", condition=moves()),
        ]

    def __str__(self) -> str:
        return f"{self.stage} on {self.on}"
