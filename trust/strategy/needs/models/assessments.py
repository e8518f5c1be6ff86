from typing import ClassVar

from django.db import models
from django.db.models import Q

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.strategy.needs.models.written import FOR_EVER, Written
from trust.strategy.needs.words import Stage, Theme


class Assessment(Written):
    """A needs assessment of one theme, kept up for as long as the area needs it."""

    kept: ClassVar = Kept(
        "Titles of assessments; no person but the worker who began it", FOR_EVER, Writes.ADD
    )

    title = models.CharField(max_length=200)
    theme = models.CharField(max_length=40, choices=choices(Theme))
    leads = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    cycle_months = models.PositiveIntegerField()
    source = models.CharField(max_length=400)
    invented = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="assessment_comes_round", condition=Q(cycle_months__gt=0)),
        ]

    def __str__(self) -> str:
        return self.title


class Section(Written):
    """One question that the theme asks; which there are comes from its template."""

    kept: ClassVar = Kept("Headings of assessments", FOR_EVER, Writes.ADD)

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="sections")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    asks = models.TextField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_section_of_a_number", fields=["assessment", "number"]),
        ]

    def __str__(self) -> str:
        return self.title


class Edition(Written):
    """One time round: written, shared, frozen and agreed; after that a change is the next edition."""

    kept: ClassVar = Kept("Editions of assessments and why each was begun", FOR_EVER, Writes.ADD)

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    why = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_assessment_edition_of_a_number", fields=["assessment", "number"]
            ),
        ]

    def __str__(self) -> str:
        return f"edition {self.number}"


class Move(Written):
    """An edition's step to a stage; the last by a day is where it stood."""

    kept: ClassVar = Kept("How far each edition got, and when", FOR_EVER, Writes.ADD)

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="moves")
    step = models.PositiveIntegerField()
    stage = models.CharField(max_length=12, choices=choices(Stage))
    words = models.TextField(blank=True)
    answer_by = models.DateField(null=True)
    decision = models.ForeignKey("board.Decision", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["step"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_move_at_a_step", fields=["edition", "step"]),
            models.UniqueConstraint(
                name="an_edition_is_frozen_and_agreed_once",
                fields=["edition", "stage"],
                condition=Q(stage__in=["frozen", "agreed", "superseded"]),
            ),
            models.CheckConstraint(
                name="agreed_by_a_decision", condition=~Q(stage="agreed") | Q(decision__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} on {self.on}"


class Invited(Written):
    """A partner asked to comment on an edition."""

    kept: ClassVar = Kept("Which partners were asked to comment", FOR_EVER, Writes.ADD)

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="invited")
    partner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="a_partner_is_asked_once", fields=["edition", "partner"]),
        ]

    def __str__(self) -> str:
        return f"partner {self.partner_id} of {self.edition_id}"


class Snapshot(Written):
    """An edition as it was frozen: one text with its hash, which never changes."""

    kept: ClassVar = Kept("Assessments as they were frozen, with every figure", FOR_EVER, Writes.ADD)

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="snapshot")
    text = models.TextField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.sha256[:12]
