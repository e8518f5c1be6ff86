"""What colleagues say beside the text of a draft; the text itself is untouched."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.written import Written
from trust.vision.plan.words import Passage

WHILE = "six years after the plan ends: it shows how the words came about"


class Comment(Written):
    """One remark on one passage of a draft, which is never changed."""

    kept: ClassVar = Kept("Comments of colleagues on a draft; the worker who wrote", WHILE, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="comments")
    on = models.CharField(max_length=20, choices=choices(Passage))
    # The priority, action or measure by its id, or a statement by its part.
    passage = models.CharField(max_length=40)
    edition = models.PositiveIntegerField()
    organisation = models.ForeignKey(
        "directory.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField()
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_comment_on_a_draft_says_something", condition=~models.Q(text=""))
        ]
        indexes = [models.Index(fields=["plan", "on", "passage"], name="comments_of_a_passage")]

    def __str__(self) -> str:
        return f"on {self.on} {self.passage}"


class CommentAnswer(Written):
    """What the officer answered; one answer at the most settles a comment."""

    kept: ClassVar = Kept("Answers to comments on a draft", WHILE, Writes.ADD)

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    settles = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_answer_to_a_comment_on_a_draft_says_something", condition=~models.Q(text="")
            ),
            # The second of two officers who settle it at once meets this, and is told.
            models.UniqueConstraint(
                name="a_comment_is_settled_once", fields=["comment"], condition=models.Q(settles=True)
            ),
        ]

    def __str__(self) -> str:
        return f"answer to {self.comment_id}"


class PledgeWithdrawn(Written):
    """That a partner no longer gives what it pledged, and why; the pledge stays readable."""

    kept: ClassVar = Kept(
        "Pledges that partners withdrew, with the reason", "for ever: it is the public record", Writes.ADD
    )

    pledge = models.OneToOneField("plan.Pledge", on_delete=models.PROTECT, related_name="withdrawn")
    because = models.TextField()
    said_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_withdrawal_has_a_reason", condition=~models.Q(because=""))
        ]

    def __str__(self) -> str:
        return f"withdrawn: {self.pledge_id}"
