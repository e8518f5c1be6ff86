from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.strategy.needs.models.assessments import Section
from trust.strategy.needs.models.written import FOR_EVER, Written
from trust.strategy.needs.words import Counted, Show


class Passage(Written):
    """A piece of an assessment's text; new words are a new row in its place."""

    kept: ClassVar = Kept("The words of assessments, never about one child", FOR_EVER, Writes.ADD)

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="passages")
    place = models.PositiveIntegerField()
    words = models.TextField()
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["place", "at"]
        constraints: ClassVar = [
            models.CheckConstraint(name="passage_not_its_own_ancestor", condition=~Q(id=F("supersedes"))),
            models.CheckConstraint(name="passage_says_something", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words[:60]


class Citation(Written):
    """A measure that a section rests on, in some places; its figures are those of the day it is read."""

    kept: ClassVar = Kept("Which published figures an assessment cites", FOR_EVER, Writes.ADD)

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="citations")
    indicator = models.SlugField(max_length=60)
    places = ArrayField(models.CharField(max_length=9))
    comparison = ArrayField(models.CharField(max_length=9), default=list)
    group = models.CharField(max_length=120, blank=True)
    since = models.CharField(max_length=20, blank=True)
    show = models.CharField(max_length=12, choices=choices(Show), default=Show.TOGETHER.value)
    taken_out = models.BooleanField(default=False)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.CheckConstraint(name="citation_not_its_own_ancestor", condition=~Q(id=F("supersedes"))),
            models.CheckConstraint(name="citation_has_places", condition=~Q(places=[])),
        ]

    def __str__(self) -> str:
        return self.indicator


class LocalCount(Written):
    """How many children of a group there are in a place, as counted here; from 1 to 5 is not kept."""

    kept: ClassVar = Kept("Counts of children to the nearest 5, 1 to 5 never kept", FOR_EVER, Writes.ADD)

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="counts")
    counted = models.CharField(max_length=24, choices=choices(Counted))
    what = models.CharField(max_length=200)
    area = models.CharField(max_length=9)
    period = models.CharField(max_length=40)
    # Nothing here is a count that was withheld: from 1 to 5 children.
    count = models.PositiveIntegerField(null=True)
    how_counted = models.CharField(max_length=300)
    invented = models.BooleanField()
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["counted", "what", "area"]
        constraints: ClassVar = [
            models.CheckConstraint(name="count_not_its_own_ancestor", condition=~Q(id=F("supersedes"))),
            models.CheckConstraint(
                name="no_small_count_is_kept", condition=Q(count__isnull=True) | ~Q(count__range=(1, 4))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} in {self.area}"
