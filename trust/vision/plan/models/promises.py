from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.priorities import Priority
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import Given, MeasureKind, Reach, Receiver, Recurrence, Standing, Treatment


class Action(Written):
    """Something one partner will do by a day; its words are in its editions."""

    kept: ClassVar = Kept("Actions of a plan", FOR_EVER, Writes.ADD)

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="actions")

    def __str__(self) -> str:
        return f"action {self.pk}"


class ActionEdition(Written):
    kept: ClassVar = Kept("Every wording an action has had", FOR_EVER, Writes.ADD)

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="editions")
    edition = models.PositiveIntegerField()
    what = models.CharField(max_length=300)
    owner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    how_we_will_know = models.TextField()
    partners = models.TextField(blank=True)
    milestones = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    reach = models.CharField(max_length=20, choices=choices(Reach), blank=True)
    what_works = models.TextField(blank=True)
    prevention = models.TextField(blank=True)
    depends_on = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    # Since when its owner owns it, from whom it came and why; empty for the first owner.
    owned_from = models.DateField(null=True)
    passed_from = models.ForeignKey(
        "directory.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    passed_because = models.TextField(blank=True)
    # Why it was worded again; the public reads it.
    changed_because = models.TextField(blank=True)
    ended_because = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_action_edition_of_a_number", fields=["action", "edition"]),
            models.CheckConstraint(
                name="what_passed_on_has_its_day_and_reason",
                condition=models.Q(passed_from=None)
                | models.Q(owned_from__isnull=False) & ~models.Q(passed_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Pledge(Written):
    """What a partner puts in. A correction is a new row that names the one it replaces."""

    kept: ClassVar = Kept("What partners pledged; the name of who agreed it", FOR_EVER, Writes.ADD)

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="pledges")
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    partner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    given = models.CharField(max_length=20, choices=choices(Given))
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    agreed_by = models.CharField(max_length=200)
    agreed_on = models.DateField()
    treatment = models.CharField(max_length=20, choices=choices(Treatment))
    power = models.CharField(max_length=200)
    recurrence = models.CharField(max_length=20, choices=choices(Recurrence))
    receiver = models.CharField(max_length=40, choices=choices(Receiver), default=Receiver.CHILDREN.value)
    to_partner = models.ForeignKey(
        "directory.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_pledge_of_money_has_an_amount",
                condition=~models.Q(given=Given.MONEY.value) | models.Q(amount__gt=0),
            ),
            models.CheckConstraint(
                name="a_pledge_to_one_partner_names_it",
                condition=models.Q(receiver=Receiver.PARTNER.value, to_partner__isnull=False)
                | ~models.Q(receiver=Receiver.PARTNER.value) & models.Q(to_partner=None),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Measure(Written):
    """How everyone will see whether a priority is met: an indicator, a baseline, a target and its date."""

    kept: ClassVar = Kept("Measures, baselines and targets", FOR_EVER, Writes.ADD)

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="measures")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    kind = models.CharField(max_length=20, choices=choices(MeasureKind))
    title = models.CharField(max_length=200)
    indicator = models.SlugField(max_length=60)
    about = models.CharField(max_length=200)
    areas: "models.JSONField[list[str], list[str]]" = models.JSONField()
    owner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    baseline_period = models.CharField(max_length=20)
    baseline = models.DecimalField(max_digits=12, decimal_places=4)
    target_period = models.CharField(max_length=20)
    target = models.DecimalField(max_digits=12, decimal_places=4)
    tolerance = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    # Pairs of a period between the two and an exact number, in the order of their years.
    yearly_targets: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField(default=list)
    # Why it took the place of another; the public reads it.
    because = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.title


class Report(Written):
    """What a partner says of its own action or pledge, on a day."""

    kept: ClassVar = Kept("What partners reported", FOR_EVER, Writes.ADD)

    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="reports")
    pledge = models.ForeignKey(Pledge, null=True, on_delete=models.PROTECT, related_name="reports")
    said_on = models.DateField()
    standing = models.CharField(max_length=20, choices=choices(Standing))
    words = models.TextField()
    paid = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_report_is_of_an_action_or_a_pledge",
                condition=models.Q(action__isnull=False) ^ models.Q(pledge__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.said_on}: {self.standing}"
