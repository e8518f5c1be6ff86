from typing import ClassVar

from django.db import models
from django.db.models import Q

from trust.foundation.kernel.keeping import Kept, Writes
from trust.strategy.needs.models.assessments import Edition
from trust.strategy.needs.models.findings import Finding
from trust.strategy.needs.models.texts import Passage
from trust.strategy.needs.models.written import FOR_EVER, Written


class Comment(Written):
    """What a partner says of a passage, a finding or the whole; without words: nothing to add."""

    kept: ClassVar = Kept("Partners' comments on assessments; the name of who wrote", FOR_EVER, Writes.ADD)

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="comments")
    passage = models.ForeignKey(Passage, null=True, on_delete=models.PROTECT, related_name="comments")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.PROTECT, related_name="comments")
    partner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    invented = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["on", "at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_comment_is_on_one_thing", condition=Q(passage__isnull=True) | Q(finding__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60] or "nothing to add"


class Answer(Written):
    """What became of a comment."""

    kept: ClassVar = Kept("Answers to partners' comments; the name of who wrote", FOR_EVER, Writes.ADD)

    comment = models.OneToOneField(Comment, on_delete=models.PROTECT, related_name="answer")
    words = models.TextField()

    def __str__(self) -> str:
        return self.words[:60]


class LookedAgain(Written):
    """Somebody read a passage or a finding again beside today's figures, and it is still true."""

    kept: ClassVar = Kept("When words were last found true; the name of who looked", FOR_EVER, Writes.ADD)

    passage = models.ForeignKey(Passage, null=True, on_delete=models.PROTECT, related_name="looks")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.PROTECT, related_name="looks")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="one_thing_is_looked_at", condition=Q(passage__isnull=False) ^ Q(finding__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"looked at on {self.on}"
