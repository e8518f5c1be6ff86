"""Who was asked, what they said, and what became of it. Only groups are counted, never a child."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.participation.words import Audience, Response

FOR_EVER = "for ever: it is the public record of who was asked"


class Consultation(models.Model):
    """One consultation: what it is about, what was asked, and between which days."""

    kept: ClassVar = Kept("What was asked, of which audiences; no person", FOR_EVER, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    about = models.UUIDField()
    about_title = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    asked = models.TextField()
    decision = models.CharField(max_length=300)
    methods = models.TextField(blank=True)
    opens = models.DateField()
    closes = models.DateField()
    why_short = models.CharField(max_length=300, blank=True)
    invented = models.BooleanField(default=False)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-opens", "title"]
        indexes: ClassVar = [models.Index(name="consultations_about", fields=["about"])]
        constraints: ClassVar = [
            models.CheckConstraint(name="it_closes_after_it_opens", condition=Q(closes__gt=F("opens"))),
        ]

    def __str__(self) -> str:
        return self.title


class Reached(models.Model):
    """How many of a group answered, beside how many of them live here; a recount replaces."""

    kept: ClassVar = Kept("Counts of groups that answered; none below six", FOR_EVER, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="reached")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    audience = models.CharField(max_length=24, choices=choices(Audience))
    group = models.CharField(max_length=120, blank=True)
    # Nothing where between one and five answered: the count would point at somebody.
    number = models.PositiveIntegerField(null=True)
    population = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["audience", "group"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="no_count_points_at_a_child", condition=Q(number=None) | Q(number=0) | Q(number__gte=6)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audience} {self.group}"


class ConsultationFinding(models.Model):
    """Something that people said in a consultation, as a group said it."""

    kept: ClassVar = Kept("What groups said; no person", FOR_EVER, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="findings")
    heading = models.CharField(max_length=200)
    statement = models.TextField(blank=True)
    audience = models.CharField(max_length=24, choices=choices(Audience))
    invented = models.BooleanField(default=False)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "heading"]

    def __str__(self) -> str:
        return self.heading


class FindingAnswer(models.Model):
    """You said, and this is what we did, or why not; a later answer replaces an earlier one."""

    kept: ClassVar = Kept("Answers to what groups said", FOR_EVER, Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    finding = models.ForeignKey(ConsultationFinding, on_delete=models.PROTECT, related_name="answers")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    response = models.CharField(max_length=12, choices=choices(Response))
    text = models.TextField()
    owner = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField()
    told_on = models.DateField(null=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_first_answer_each", fields=["finding"], condition=Q(replaces__isnull=True)
            ),
            models.CheckConstraint(name="an_answer_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.response}: {self.finding_id}"
