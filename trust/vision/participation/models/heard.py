from typing import ClassVar

from django.db import models
from django.db.models import Q

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.participation.models.concerns import held
from trust.vision.participation.words import Showing


class Ordinary(models.Manager["Comment"]):
    """Every comment but those that are held: what every list, count and search is made from."""

    def get_queryset(self) -> "models.QuerySet[Comment]":
        return super().get_queryset().filter(~held())


class Voice(models.Model):
    """What a group of children, parents or staff told us, with nobody to be recognised in it."""

    kept: ClassVar = Kept("What was heard, by group; no person", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    heading = models.CharField(max_length=200)
    statement = models.TextField()
    quotes: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField(default=list)
    who = models.CharField(max_length=200)
    heard_from = models.PositiveIntegerField(null=True)
    not_heard = models.CharField(max_length=300, blank=True)
    said_on = models.DateField()
    invented = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["-said_on", "heading"]

    def __str__(self) -> str:
        return self.heading


class Comment(models.Model):
    """What a member of the public told us. We ask for no name; the reference is how they find the answer."""

    kept: ClassVar = Kept("A comment as written; no name or address is asked", "six years", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=11, unique=True)
    about = models.UUIDField(null=True)
    about_title = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    district = models.CharField(max_length=60, blank=True)
    given_on = models.DateField()
    at = models.DateTimeField()

    # What is held because it may tell of harm is in `whole` alone.
    objects: ClassVar[models.Manager["Comment"]] = Ordinary()
    whole: ClassVar[models.Manager["Comment"]] = models.Manager()

    class Meta:
        ordering: ClassVar = ["-at"]
        indexes: ClassVar = [models.Index(name="comments_newest_first", fields=["-at"])]
        constraints: ClassVar = [
            models.CheckConstraint(name="a_comment_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.reference


class Answer(models.Model):
    """What we did about a comment, or why we did not. One comment has one answer."""

    kept: ClassVar = Kept("Our answers to comments", "six years", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    comment = models.OneToOneField(Comment, on_delete=models.PROTECT, related_name="answer")
    text = models.TextField()
    answered_on = models.DateField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"answer to {self.comment.reference}"


class CommentShown(models.Model):
    """Whether a comment and its answer are shown to everyone; a later choice replaces an earlier one."""

    kept: ClassVar = Kept("Whether a comment is published, and why not", "six years", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="shown")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    choice = models.CharField(max_length=14, choices=choices(Showing))
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_first_choice_each", fields=["comment"], condition=Q(replaces__isnull=True)
            ),
            models.CheckConstraint(
                name="what_is_not_published_has_a_reason",
                condition=~Q(choice=Showing.NOT_PUBLISHED.value) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.choice
