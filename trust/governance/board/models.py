from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.governance.board.words import BodyKind, DecisionKind, LinkKind, Meets


def days() -> Func:
    """The days from `first` to `last`, both included, as the database compares them."""
    return Func(F("first"), F("last"), Value("[]"), function="daterange", output_field=DateRangeField())


def in_order(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(last=None) | Q(last__gte=F("first")))


class Body(models.Model):
    """A board, partnership or group of the Trust. None has legal personality; none is ever deleted."""

    kept: ClassVar = Kept("Bodies of the partnership; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=choices(BodyKind))
    apex = models.BooleanField()
    independent = models.BooleanField()
    place_code = models.CharField(max_length=9, blank=True)
    chairs = ArrayField(models.CharField(max_length=120), default=list)
    meets = models.CharField(max_length=10, blank=True, choices=choices(Meets))
    age_scope = models.CharField(max_length=80, blank=True)
    purpose = models.CharField(max_length=400, blank=True)
    statutory_from = models.DateField(null=True)
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.CharField(max_length=40)
    evidence = models.CharField(max_length=10)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            in_order("body_days_in_order"),
            ExclusionConstraint(
                name="one_apex_a_day", expressions=[(days(), RangeOperators.OVERLAPS)], condition=Q(apex=True)
            ),
            ExclusionConstraint(
                name="one_board_a_day",
                expressions=[(days(), RangeOperators.OVERLAPS)],
                condition=Q(kind=BodyKind.BOARD.value),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BodyLink(models.Model):
    """One body's tie to another, or to somebody outside the tree told in words."""

    kept: ClassVar = Kept("Ties between bodies; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey("board.Body", models.PROTECT, related_name="+")
    to = models.ForeignKey("board.Body", models.PROTECT, null=True, related_name="+")
    to_words = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20, choices=choices(LinkKind))
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.CharField(max_length=40)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            in_order("link_days_in_order"),
            models.CheckConstraint(name="no_body_answers_to_itself", condition=Q(to=None) | ~Q(to=F("body"))),
            models.CheckConstraint(
                name="a_link_leads_somewhere",
                condition=Q(to=None) & ~Q(to_words="") | Q(to__isnull=False) & Q(to_words=""),
            ),
            ExclusionConstraint(
                name="one_link_a_day",
                expressions=[
                    ("body", RangeOperators.EQUAL),
                    ("to", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.kind} {self.to_id or self.to_words}"


class Seat(models.Model):
    """A place on a body, whom it is meant for, and which rules it answers."""

    kept: ClassVar = Kept("Seats on bodies; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=80, unique=True)
    body = models.ForeignKey("board.Body", models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    rules = ArrayField(models.CharField(max_length=5))
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.CharField(max_length=40)
    evidence = models.CharField(max_length=10)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            in_order("seat_days_in_order"),
            models.CheckConstraint(name="every_seat_answers_a_rule", condition=Q(rules__len__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name


class SeatRepresents(models.Model):
    """Whoever sits in this seat speaks for this organisation."""

    kept: ClassVar = Kept("Which organisation a seat speaks for", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seat = models.ForeignKey("board.Seat", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("directory.Organisation", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="represented_once_in_a_seat", fields=["seat", "organisation"])
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} for {self.organisation_id}"


class Membership(models.Model):
    """Somebody in a seat for some days: two may chair (G07), nobody sits in one seat twice at once."""

    kept: ClassVar = Kept("Names and posts of members, in their public role", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=80, unique=True)
    seat = models.ForeignKey("board.Seat", models.PROTECT, related_name="+")
    person = models.CharField(max_length=120)
    post = models.CharField(max_length=160, blank=True)
    organisation = models.ForeignKey("directory.Organisation", models.PROTECT, null=True, related_name="+")
    chair = models.BooleanField()
    mandate = models.CharField(max_length=400, blank=True)
    mandate_document = models.CharField(max_length=200, blank=True)
    deputy = models.CharField(max_length=120, blank=True)
    chosen_by = models.CharField(max_length=200, blank=True)
    reports_back = models.CharField(max_length=200, blank=True)
    first = models.DateField()
    last = models.DateField(null=True)
    evidence = models.CharField(max_length=10)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            in_order("membership_days_in_order"),
            ExclusionConstraint(
                name="in_a_seat_once_at_a_time",
                expressions=[
                    ("seat", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.seat_id}"


class WrittenMandate(models.Model):
    """An organisation has put in writing that this member speaks for it."""

    kept: ClassVar = Kept("Which organisation gave a member its mandate", "for ever", Writes.ADD)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    membership = models.ForeignKey("board.Membership", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("directory.Organisation", models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="one_mandate_each", fields=["membership", "organisation"])
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} from {self.organisation_id}"


class Meeting(models.Model):
    kept: ClassVar = Kept("Meetings of bodies; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(max_length=80, unique=True)
    body = models.ForeignKey("board.Body", models.PROTECT, related_name="+")
    day = models.DateField()
    # Until then nobody could know of it; empty where it was always known.
    announced = models.DateField(null=True)
    place_words = models.CharField(max_length=160, blank=True)
    held = models.BooleanField()
    evidence = models.CharField(max_length=10)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["day"], name="meeting_day")]

    def __str__(self) -> str:
        return f"{self.body_id} on {self.day}"


class Decision(models.Model):
    """What a body decided, the same in words for families, and which partner carries it out."""

    kept: ClassVar = Kept("Decisions of bodies; no person", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=80, unique=True)
    meeting = models.ForeignKey("board.Meeting", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=choices(DecisionKind))
    text = models.TextField()
    public_line = models.CharField(max_length=400)
    owner = models.ForeignKey("directory.Organisation", models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    done = models.DateField(null=True)
    evidence = models.CharField(max_length=10)
    # Of one that came from a file neither is known: it counts from the day of its meeting.
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.CharField(max_length=120, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    changed_because = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="what_is_corrected_has_a_reason",
                condition=Q(replaces=None) | ~Q(changed_because="") & Q(recorded_at__isnull=False),
            ),
            models.CheckConstraint(
                name="what_has_a_date_has_an_owner", condition=Q(due=None) | Q(owner__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.public_line


class Challenge(models.Model):
    """The Board asks a partner why a measure is off its path; the answer is added, never changed."""

    kept: ClassVar = Kept("Questions to partners about measures, and answers", "for ever", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    about_measure = models.UUIDField()
    measure_title = models.CharField(max_length=300)
    organisation = models.ForeignKey("directory.Organisation", models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    raised_by = models.CharField(max_length=120)
    raised_by_worker = models.UUIDField(null=True)
    raised_at = models.DateTimeField()
    response_due = models.DateField()
    response = models.TextField(blank=True)
    responded_by = models.CharField(max_length=120, blank=True)
    responded_by_worker = models.UUIDField(null=True)
    responded_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_open_challenge_a_measure",
                fields=["about_measure"],
                condition=Q(responded_at=None),
            ),
            models.CheckConstraint(
                name="an_answer_has_a_moment",
                condition=Q(response="", responded_at=None)
                | (~Q(response="") & Q(responded_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"About {self.measure_title}"
