from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from trust.foundation.directory.words import Evidence, Fit, PlaceKind, Relation, Sector
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices


def days() -> Func:
    """The days from `first` to `last`, both included, as the database compares them."""
    return Func(F("first"), F("last"), Value("[]"), function="daterange", output_field=DateRangeField())


class Calendar(models.Model):
    """The installation's one row: its fixed day, and whether it was born a demonstration, for ever.

    A real installation has no row and lives by London's clock. Only the owner role writes here, and the
    first migration forbids changing `demonstration` and taking the row away.
    """

    kept: ClassVar = Kept("The day and the nature of the installation", "for ever", Writes.NOTHING)

    only = models.BooleanField(primary_key=True, default=True, editable=False)
    today = models.DateField(null=True)
    demonstration = models.BooleanField()
    area_key = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="calendar_has_one_row", condition=Q(only=True)),
            models.CheckConstraint(
                name="only_a_demonstration_stands_still", condition=Q(today=None) | Q(demonstration=True)
            ),
        ]

    def __str__(self) -> str:
        return "demonstration" if self.demonstration else "real"


class LoadedPack(models.Model):
    """One loading of an area pack's names and words: the latest is in use, the earlier ones stay."""

    kept: ClassVar = Kept("Names and words of the area", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=40)
    setting = models.JSONField()
    loaded_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-loaded_at"], name="pack_latest")]

    def __str__(self) -> str:
        return f"{self.key} at {self.loaded_at}"


class Area(models.Model):
    """A place with an official code, as its boundaries stood in one year."""

    kept: ClassVar = Kept("Public places and their codes", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=40)
    old_code = models.CharField(max_length=9, blank=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=choices(PlaceKind))
    vintage = models.CharField(max_length=7)
    parent_code = models.CharField(max_length=40, blank=True)
    in_area = models.BooleanField()
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_area_a_vintage", fields=["code", "vintage"]),
            models.CheckConstraint(
                name="area_days_in_order", condition=Q(last=None) | Q(last__gte=F("first"))
            ),
            ExclusionConstraint(
                name="one_area_a_day",
                expressions=[("code", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Belonging(models.Model):
    """One place is part of another for some days: an area of a ward by best fit, a place of a locality.

    What lies wholly in its parent is not here: `Area.parent_code` says it.
    """

    kept: ClassVar = Kept("Which public place is part of which", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member_code = models.CharField(max_length=40)
    whole_code = models.CharField(max_length=40)
    fit = models.CharField(max_length=8, choices=choices(Fit))
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.CharField(max_length=40)
    evidence = models.CharField(max_length=10, choices=choices(Evidence))

    class Meta:
        indexes: ClassVar = [models.Index(fields=["whole_code"], name="belonging_of_whole")]
        constraints: ClassVar = [
            models.UniqueConstraint(name="belongs_once_a_day", fields=["member_code", "whole_code", "first"]),
            models.CheckConstraint(
                name="belonging_days_in_order", condition=Q(last=None) | Q(last__gte=F("first"))
            ),
            models.CheckConstraint(name="never_part_of_itself", condition=~Q(member_code=F("whole_code"))),
        ]

    def __str__(self) -> str:
        return f"{self.member_code} in {self.whole_code}"


class Lookup(models.Model):
    """What became of a small area between two vintages, where its boundaries changed.

    `share` is the part of the source's people who live in the target, `back` the part of the target's who
    come from the source; neither where nobody has published enough to say.
    """

    kept: ClassVar = Kept("How small areas were drawn again", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source_code = models.CharField(max_length=9)
    source_vintage = models.CharField(max_length=7)
    target_code = models.CharField(max_length=9)
    target_vintage = models.CharField(max_length=7)
    relation = models.CharField(max_length=1, choices=choices(Relation))
    share = models.FloatField(null=True)
    back = models.FloatField(null=True)
    basis = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_lookup_a_pair",
                fields=["source_code", "source_vintage", "target_code", "target_vintage"],
            ),
            models.CheckConstraint(
                name="lookup_share_is_a_part", condition=Q(share=None) | Q(share__gte=0, share__lte=1)
            ),
            models.CheckConstraint(
                name="lookup_back_is_a_part", condition=Q(back=None) | Q(back__gte=0, back__lte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_code} of {self.source_vintage} to {self.target_code} of {self.target_vintage}"


class School(models.Model):
    """A school or other place of learning, by its unique reference number, as its list last told it."""

    kept: ClassVar = Kept("Public register of schools; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    urn = models.CharField(max_length=6, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=80, blank=True)
    phase = models.CharField(max_length=40, blank=True)
    religion = models.CharField(max_length=60, blank=True)
    district_code = models.CharField(max_length=9, blank=True)
    district_name = models.CharField(max_length=80, blank=True)
    lsoa_code = models.CharField(max_length=9, blank=True)
    town = models.CharField(max_length=60, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    opened = models.DateField(null=True)
    closed = models.DateField(null=True)
    file = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["name", "urn"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="school_days_in_order",
                condition=Q(opened=None) | Q(closed=None) | Q(closed__gte=F("opened")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.urn})"


class PostcodePrefix(models.Model):
    """The beginning of postcodes and the place most of them are in; the longest that fits answers."""

    kept: ClassVar = Kept("Beginnings of postcodes; no address", "for ever", Writes.AMEND)

    prefix = models.CharField(primary_key=True, max_length=8)
    place_code = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.prefix


class Organisation(models.Model):
    """A body that can owe a duty or make a promise; its host contracts for it if it cannot itself."""

    kept: ClassVar = Kept("Public organisations; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    sector = models.CharField(max_length=10, choices=choices(Sector))
    legal_capacity = models.BooleanField()
    host = models.ForeignKey("directory.Organisation", models.PROTECT, null=True, related_name="+")
    place_code = models.CharField(max_length=40, blank=True)
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.CharField(max_length=40)
    evidence = models.CharField(max_length=10, choices=choices(Evidence))
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="organisation_days_in_order", condition=Q(last=None) | Q(last__gte=F("first"))
            ),
            models.CheckConstraint(name="never_its_own_host", condition=Q(host=None) | ~Q(host=F("id"))),
            models.CheckConstraint(
                name="a_host_where_there_is_no_capacity",
                condition=Q(legal_capacity=True) | Q(host__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """This organisation took over from that one."""

    kept: ClassVar = Kept("Which public organisation followed which", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    successor = models.ForeignKey("directory.Organisation", models.PROTECT, related_name="+")
    predecessor = models.ForeignKey("directory.Organisation", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="succeeded_once", fields=["successor", "predecessor"]),
            models.CheckConstraint(name="never_its_own_successor", condition=~Q(successor=F("predecessor"))),
        ]

    def __str__(self) -> str:
        return f"{self.successor_id} after {self.predecessor_id}"
