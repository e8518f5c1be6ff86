from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.words import Confidence, Geography, Kinship, Method, Outcome


class Indicator(models.Model):
    """What a figure means. A changed definition is a new version; the old one stays beside its figures."""

    kept: ClassVar = Kept("Definitions of published figures; no person", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=60)
    version = models.PositiveIntegerField()
    family = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    plain_title = models.CharField(max_length=200)
    numerator = models.CharField(max_length=300, blank=True)
    denominator = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=80)
    multiplier = models.FloatField()
    method = models.CharField(max_length=12, choices=choices(Method))
    polarity = models.CharField(max_length=8, choices=choices(Polarity))
    frequency = models.CharField(max_length=80, blank=True)
    lag_months = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=400)
    outcome = models.CharField(max_length=24, choices=choices(Outcome))
    caveat = models.TextField(blank=True)
    valid_from = models.DateField(null=True)
    # After this day nobody counts it any more.
    valid_until = models.DateField(null=True)
    counts_rounded_to = models.PositiveIntegerField(default=0)
    changed = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["code", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_indicator_per_version", fields=["code", "version"]),
            models.CheckConstraint(
                name="indicator_method_known", condition=Q(method__in=[method.value for method in Method])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} version {self.version}"


class Registered(models.Model):
    """An indicator as a framework defines it, whether or not we hold figures; a change is a new version."""

    kept: ClassVar = Kept("Definitions of indicators by their frameworks; no person", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=60)
    version = models.PositiveIntegerField()
    framework = models.CharField(max_length=80)
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    counts = models.CharField(max_length=300)
    numerator = models.CharField(max_length=300, blank=True)
    denominator = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    polarity = models.CharField(max_length=8, choices=choices(Polarity))
    polarity_note = models.CharField(max_length=120, blank=True)
    parts = models.JSONField(default=list)
    frequency = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=200)
    outcome = models.CharField(max_length=24, blank=True, choices=choices(Outcome))
    also = models.CharField(max_length=24, blank=True, choices=choices(Outcome))
    context = models.BooleanField()
    statutory_target = models.BooleanField()
    caveat = models.CharField(max_length=400, blank=True)
    confidence = models.CharField(max_length=6, choices=choices(Confidence))
    registered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["code", "version"]
        verbose_name_plural = "registered"
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_registered_per_version", fields=["code", "version"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} version {self.version}"


class Crossing(models.Model):
    """How a registered indicator stands to another, of this register or of a framework outside it."""

    kept: ClassVar = Kept("Links between definitions; no person", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=60)
    framework = models.CharField(max_length=80, blank=True)
    other = models.CharField(max_length=60)
    kind = models.CharField(max_length=9, choices=choices(Kinship))
    verified = models.BooleanField()
    since = models.DateField(null=True)
    source = models.CharField(max_length=200)
    registered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["code", "framework", "other"]

    def __str__(self) -> str:
        return f"{self.code} {self.kind} {self.other}"


class NeighbourSet(models.Model):
    """The places most like one, as a published set has them, nearest first; a correction is added.

    `area` is the code of the place they are like; empty where its own pack says whose they are.
    """

    kept: ClassVar = Kept("Names and codes of areas", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=9, blank=True)
    name = models.CharField(max_length=40)
    known_on = models.DateField()
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=80)
    members = models.JSONField()
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-known_on", "-added_at"]

    def __str__(self) -> str:
        return self.name


class Outlines(models.Model):
    """A file of outlines of one kind of place and one year, made simple enough to draw.

    Of one place in two files the later is drawn; the earlier stay.
    """

    kept: ClassVar = Kept("Outlines of public places", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    geography = models.CharField(max_length=10, choices=choices(Geography))
    vintage = models.CharField(max_length=4)
    file = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=300)
    licence = models.CharField(max_length=80)
    attribution = models.CharField(max_length=300)
    outlines = models.PositiveIntegerField()
    collection = models.JSONField()
    loaded_by = models.CharField(max_length=120)
    # The days of a demonstration stand still: only this says which file came after which.
    turn = models.PositiveIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-turn", "-added_at"]
        verbose_name_plural = "outlines"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="outlines_of_a_known_kind", condition=Q(geography__in=[one.value for one in Geography])
            ),
        ]

    def __str__(self) -> str:
        return f"outlines of {self.geography} {self.vintage}"


class Releases(models.QuerySet["FigureRelease"]):
    def current(self) -> "Releases":
        """The latest of each file: those that no later one supersedes."""
        return self.exclude(pk__in=self.model.objects.filter(supersedes__isnull=False).values("supersedes"))


class FigureRelease(models.Model):
    """One file of figures as it was loaded: whence, under which licence, and the hash of what it held."""

    kept: ClassVar = Kept("Files of published figures, by loader's name", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    rows_sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    sources = models.JSONField(default=list)
    licences = models.JSONField(default=list)
    loaded_by = models.CharField(max_length=120)
    loaded_by_worker = models.UUIDField(null=True)
    loaded_at = models.DateTimeField()
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")

    objects = Releases.as_manager()

    class Meta:
        ordering: ClassVar = ["file", "loaded_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_first_release_per_file", fields=["file"], condition=Q(supersedes__isnull=True)
            ),
            models.CheckConstraint(name="release_not_its_own_ancestor", condition=~Q(id=F("supersedes"))),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.rows_sha256[:12]}"


class Quarantined(models.Model):
    """A row that was not loaded: where it stands, what is wrong with it, and its own text."""

    kept: ClassVar = Kept("Rows of published figures that wait for a correction", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    release = models.ForeignKey("outcomes.FigureRelease", on_delete=models.PROTECT, related_name="+")
    line = models.PositiveIntegerField()
    field = models.CharField(max_length=40)
    sentence = models.CharField(max_length=400)
    row = models.TextField()

    class Meta:
        ordering: ClassVar = ["release", "line"]

    def __str__(self) -> str:
        return f"line {self.line}, {self.field}"
