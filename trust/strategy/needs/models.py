from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes
from trust.strategy.needs.words import Sure


class Findings(models.QuerySet["Finding"]):
    def as_of(self, day: date) -> "Findings":
        """Those said by the day that nothing said by then supersedes."""
        said = self.filter(said_on__lte=day)
        return said.exclude(pk__in=said.filter(supersedes__isnull=False).values("supersedes"))


class Finding(models.Model):
    """What we believe children need, and the figure it rests on; a correction supersedes."""

    kept: ClassVar = Kept("Statements about groups of children, never about one", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    statement = models.CharField(max_length=300)
    indicator = models.SlugField(max_length=60, blank=True)
    group_label = models.CharField(max_length=120)
    places = ArrayField(models.CharField(max_length=9), default=list)
    comparison = ArrayField(models.CharField(max_length=9), default=list)
    since = models.CharField(max_length=20, blank=True)
    how_sure = models.CharField(max_length=12, choices=[(sure.value, sure.label) for sure in Sure])
    invented = models.BooleanField()
    said_on = models.DateField()
    said_by = models.CharField(max_length=120)
    said_by_worker = models.UUIDField(null=True)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")

    objects = Findings.as_manager()

    class Meta:
        ordering: ClassVar = ["-said_on", "statement"]
        constraints: ClassVar = [
            models.CheckConstraint(name="finding_not_its_own_ancestor", condition=~Q(id=F("supersedes"))),
            models.CheckConstraint(name="finding_says_something", condition=~Q(statement="")),
        ]

    def __str__(self) -> str:
        return self.statement
