"""A comment that may tell of a child who is being harmed: held from everyone but the duty officer."""

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes

SIX_YEARS = "six years"


class Concern(models.Model):
    """That a comment is held. No web role may change or delete the row, so nobody can unset it."""

    kept: ClassVar = Kept("That a comment may tell of harm; no name", SIX_YEARS, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    comment = models.ForeignKey("participation.Comment", on_delete=models.PROTECT, related_name="concerns")
    turn = models.PositiveSmallIntegerField()
    caught = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="marked_once_a_turn", fields=["comment", "turn"]),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ConcernTold(models.Model):
    """Whom the duty officer told of it, and when."""

    kept: ClassVar = Kept("Which service was told of a concern, by post", SIX_YEARS, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="told")
    whom = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.CheckConstraint(name="somebody_was_told", condition=~Q(whom="")),
        ]

    def __str__(self) -> str:
        return self.whom


class ConcernReturned(models.Model):
    """That the duty officer found no child in danger and gave the comment back to the ordinary list."""

    kept: ClassVar = Kept("Why a comment was no concern", SIX_YEARS, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    concern = models.OneToOneField(Concern, on_delete=models.PROTECT, related_name="returned")
    why = models.TextField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.why


def held() -> Exists:
    return Exists(Concern.objects.filter(comment=OuterRef("pk"), returned=None))
