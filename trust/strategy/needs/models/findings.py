from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.strategy.needs.models.assessments import Section
from trust.strategy.needs.words import Kind, Sure


class Findings(models.QuerySet["Finding"]):
    def as_of(self, day: date) -> "Findings":
        """Those said by the day that nothing said by then supersedes."""
        said = self.filter(said_on__lte=day)
        return said.exclude(pk__in=said.filter(supersedes__isnull=False).values("supersedes"))


class Finding(models.Model):
    """What we believe children need and on which figure, or what is not known; a correction supersedes."""

    kept: ClassVar = Kept("Statements about groups of children, never about one", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=12, choices=choices(Kind), default=Kind.FINDING.value)
    section = models.ForeignKey(Section, null=True, on_delete=models.PROTECT, related_name="findings")
    statement = models.CharField(max_length=300)
    indicator = models.SlugField(max_length=60, blank=True)
    group_label = models.CharField(max_length=120)
    places = ArrayField(models.CharField(max_length=9), default=list)
    comparison = ArrayField(models.CharField(max_length=9), default=list)
    since = models.CharField(max_length=20, blank=True)
    how_sure = models.CharField(max_length=12, choices=[(sure.value, sure.label) for sure in Sure])
    why_it_matters = models.TextField(blank=True)
    what_would_close = models.TextField(blank=True)
    who_could_close = models.CharField(max_length=200, blank=True)
    refresh_by = models.DateField(null=True)
    invented = models.BooleanField()
    said_on = models.DateField()
    said_by = models.CharField(max_length=120)
    said_by_worker = models.UUIDField(null=True)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")

    objects = Findings.as_manager()

    class Meta:
        ordering: ClassVar = ["-said_on", "statement", "id"]
        indexes: ClassVar = [
            models.Index(name="findings_newest_first", fields=["-said_on", "statement", "id"])
        ]
        constraints: ClassVar = [
            models.CheckConstraint(name="finding_not_its_own_ancestor", condition=~Q(id=F("supersedes"))),
            models.CheckConstraint(name="finding_says_something", condition=~Q(statement="")),
            models.CheckConstraint(
                name="a_gap_says_what_would_close_it",
                condition=~Q(kind=Kind.GAP.value)
                | ~(Q(why_it_matters="") | Q(what_would_close="") | Q(who_could_close="")),
            ),
        ]

    def __str__(self) -> str:
        return self.statement
