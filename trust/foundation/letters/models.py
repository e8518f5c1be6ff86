from typing import ClassVar

from django.db import models

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.foundation.letters.words import Kind


class Letter(models.Model):
    """One letter to one address. Its link is made as it is sent: the row alone opens nothing."""

    kept: ClassVar = Kept("Letters to posts and workers, with work addresses", "two years", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # What it is about and to whom: the same is never written twice.
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=choices(Kind))
    to_name = models.CharField(max_length=200)
    to_address = models.EmailField()
    to_worker = models.UUIDField(null=True)
    stop_hash = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    opens = models.CharField(max_length=60, blank=True)
    opens_key = models.UUIDField(null=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    try_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["try_at"], name="letter_try_at"),
            models.Index(fields=["stop_hash"], name="letter_stop_hash"),
        ]

    def __str__(self) -> str:
        return self.subject


class FailedTry(models.Model):
    """A letter that could not be handed over, and why."""

    kept: ClassVar = Kept("Why letters were not taken", "two years", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="failures")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    why = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_failed_try_of_a_number", fields=["letter", "number"])
        ]

    def __str__(self) -> str:
        return f"try {self.number}: {self.why}"


class Stopped(models.Model):
    """A worker who wants no more letters of a kind that is not a duty."""

    kept: ClassVar = Kept("Who wants no digest", "until the worker leaves", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    worker = models.UUIDField()
    kind = models.CharField(max_length=20, choices=choices(Kind))
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="stopped_once", fields=["worker", "kind"]),
            models.CheckConstraint(
                name="only_a_digest_is_stopped", condition=models.Q(kind=Kind.DIGEST.value)
            ),
        ]

    def __str__(self) -> str:
        return f"no more {self.kind}"
