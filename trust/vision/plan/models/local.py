"""A local delivery plan in the rows practitioners know, and what its partnership says every quarter."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.priorities import Priority
from trust.vision.plan.models.promises import Action
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import RowState, Standing

# Fewer than six children could be known by those around them.
FEWEST_TOLD = 6


class Pen(Written):
    """That a worker writes for a body from a day, or, where it `ends` such a row, no longer does."""

    kept: ClassVar = Kept("Which worker writes for a local partnership", FOR_EVER, Writes.ADD)

    body = models.ForeignKey("board.Body", on_delete=models.PROTECT, related_name="+")
    worker = models.UUIDField()
    name = models.CharField(max_length=120)
    on = models.DateField()
    ends = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="ended_by")

    class Meta:
        indexes = [models.Index(fields=["worker"], name="pens_of_a_worker")]

    def __str__(self) -> str:
        return f"{self.name} from {self.on}"


class LocalRow(Written):
    """One thing a partnership’s partners will do; its words are in its editions."""

    kept: ClassVar = Kept("Rows of local delivery plans", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rows")

    def __str__(self) -> str:
        return f"row {self.pk}"


class LocalRowEdition(Written):
    """One wording of a row: for the county’s priority or one of its own; what is not known yet is empty."""

    kept: ClassVar = Kept("Every wording a row of a local plan has had", FOR_EVER, Writes.ADD)

    row = models.ForeignKey(LocalRow, on_delete=models.PROTECT, related_name="editions")
    edition = models.PositiveIntegerField()
    place = models.FloatField()
    priority = models.ForeignKey(Priority, null=True, on_delete=models.PROTECT, related_name="+")
    own_priority = models.CharField(max_length=200, blank=True)
    what = models.CharField(max_length=300)
    owner = models.ForeignKey("directory.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    helps = models.CharField(max_length=300, blank=True)
    how = models.TextField(blank=True)
    due = models.DateField(null=True)
    success = models.TextField(blank=True)
    indicator = models.SlugField(max_length=60, blank=True)
    baseline = models.CharField(max_length=100, blank=True)
    baseline_period = models.CharField(max_length=20, blank=True)
    # Pairs of a period and what is aimed at in it, in order.
    targets: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField(default=list)
    state = models.CharField(max_length=20, choices=choices(RowState))
    ended_because = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_row_edition_of_a_number", fields=["row", "edition"]),
            models.CheckConstraint(
                name="a_row_is_under_one_priority",
                condition=models.Q(priority__isnull=False, own_priority="")
                | (models.Q(priority__isnull=True) & ~models.Q(own_priority="")),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class LocalReturn(Written):
    """What a partnership says of a quarter; said again, a later edition stands."""

    kept: ClassVar = Kept("Quarterly returns of local partnerships", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="returns")
    quarter = models.DateField()
    edition = models.PositiveIntegerField()
    said_on = models.DateField()
    words = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_return_edition", fields=["plan", "quarter", "edition"])
        ]

    def __str__(self) -> str:
        return f"return for the quarter from {self.quarter}"


class LocalReturnLine(Written):
    """How one row went in a quarter, and how many children it reached where that may be told."""

    kept: ClassVar = Kept("What was said of each row in a quarter; counts of children", FOR_EVER, Writes.ADD)

    of = models.ForeignKey(LocalReturn, on_delete=models.PROTECT, related_name="lines")
    row = models.ForeignKey(LocalRow, on_delete=models.PROTECT, related_name="said")
    standing = models.CharField(max_length=20, choices=choices(Standing))
    words = models.TextField(blank=True)
    reached = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_row_is_told_once_in_a_return", fields=["of", "row"]),
            models.CheckConstraint(
                name="no_small_count_in_a_return",
                condition=models.Q(reached=None) | models.Q(reached=0) | models.Q(reached__gte=FEWEST_TOLD),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_id}: {self.standing}"


class Milestone(Written):
    """A step on the way of an action, with its day: one of its words on a day."""

    kept: ClassVar = Kept("Steps on the way of an action", FOR_EVER, Writes.ADD)

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="steps")
    on = models.DateField()
    what = models.CharField(max_length=200)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.F("action"), models.F("on"), Lower("what"), name="one_milestone_of_its_words"
            )
        ]

    def __str__(self) -> str:
        return self.what


class MilestoneHeld(Written):
    """Who holds a milestone; nobody, where the last who held it gave it up."""

    kept: ClassVar = Kept("Which partner holds a milestone", FOR_EVER, Writes.ADD)

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="held")
    number = models.PositiveIntegerField()
    owner = models.ForeignKey("directory.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_holding_of_a_number", fields=["milestone", "number"])
        ]

    def __str__(self) -> str:
        return f"{self.milestone_id}, {self.number}"
