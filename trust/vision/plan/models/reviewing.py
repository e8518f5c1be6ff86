"""The annual review: what was said, done and changed for children, completed by people and published."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.written import FOR_EVER, Written


class Review(Written):
    """One year's review of one plan; its words are in its editions."""

    kept: ClassVar = Kept("Annual reviews", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reviews")
    year_ending = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_review_a_year", fields=["plan", "year_ending"]),
        ]

    def __str__(self) -> str:
        return f"review of the year to {self.year_ending}"


class ReviewEdition(Written):
    """One wording of one part of a review; `evidence` is what a claim of progress rests on."""

    kept: ClassVar = Kept("Every wording a part of a review has had", FOR_EVER, Writes.ADD)

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="editions")
    part = models.CharField(max_length=60)
    edition = models.PositiveIntegerField()
    text = models.TextField()
    evidence = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_review_edition", fields=["review", "part", "edition"]),
        ]

    def __str__(self) -> str:
        return f"{self.part}, edition {self.edition}"


class ReviewVersion(Written):
    """A review as it was published: one text with its hash, which never changes."""

    kept: ClassVar = Kept("Published reviews", FOR_EVER, Writes.ADD)

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    published_on = models.DateField()
    decision = models.ForeignKey("board.Decision", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    snapshot = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_review_version_of_a_number", fields=["review", "number"]),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


class YoungEdition(Written):
    """One wording of one part of the young people’s version of a plan, or of one priority of it."""

    kept: ClassVar = Kept("Every wording of a plan for young people", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="young")
    part = models.CharField(max_length=60)
    edition = models.PositiveIntegerField()
    text = models.TextField()
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_young_edition", fields=["plan", "part", "edition"]),
        ]

    def __str__(self) -> str:
        return f"{self.part}, edition {self.edition}"
