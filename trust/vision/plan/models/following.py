"""Who is asked how it goes, by which link, and what they said; and what is told of a measure off its path."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes, choices
from trust.vision.plan.models.local import Milestone
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.promises import Action, Measure, Report
from trust.vision.plan.models.written import FOR_EVER, Written
from trust.vision.plan.words import CardQuestion

SIX_YEARS = "six years"
ABOUT = ("action", "measure", "milestone")


def one_of(names: tuple[str, ...]) -> models.Q:
    """Exactly one of these is there."""
    found = models.Q()
    for there in names:
        found |= models.Q(**{f"{name}__isnull": name != there for name in names})
    return found


class PartnerContact(Written):
    """The post of a partner that is written to; the newest counts, and an empty address ends it."""

    kept: ClassVar = Kept("Posts of partners and their work addresses", SIX_YEARS, Writes.ADD)

    organisation = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=160)
    address = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.post


class Asking(Written):
    """One quarter’s round: every owner of a promise in any plan that runs is asked at once."""

    kept: ClassVar = Kept("When partners were asked for updates", FOR_EVER, Writes.ADD)

    quarter = models.DateField()
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_quarter_is_asked_once", fields=["quarter"])]

    def __str__(self) -> str:
        return f"the quarter from {self.quarter}"


class UpdateRequest(Written):
    """One owner’s part of a round, and to which post it went."""

    kept: ClassVar = Kept("Which partner was asked; a post and its work address", SIX_YEARS, Writes.ADD)

    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="requests")
    organisation = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=160)
    address = models.EmailField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="an_owner_is_asked_once", fields=["asking", "organisation"])
        ]

    def __str__(self) -> str:
        return f"{self.post}, in {self.asking_id}"


class UpdateLink(Written):
    """What opens a request without an account: only the hash of its token is kept."""

    kept: ClassVar = Kept("Hashes of links to answer by", SIX_YEARS, Writes.ADD)

    request = models.ForeignKey(UpdateRequest, on_delete=models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    last_day = models.DateField()

    def __str__(self) -> str:
        return f"link until {self.last_day}"


class AskedItem(Written):
    """One action, measure or milestone that a partner is asked about, and for which plan."""

    kept: ClassVar = Kept("What each partner was asked about", FOR_EVER, Writes.ADD)

    request = models.ForeignKey(UpdateRequest, on_delete=models.PROTECT, related_name="items")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, null=True, on_delete=models.PROTECT, related_name="+")
    milestone = models.ForeignKey(Milestone, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_item_is_about_one_thing", condition=one_of(ABOUT)),
            models.UniqueConstraint(name="a_milestone_is_asked_once", fields=["request", "milestone"]),
            models.UniqueConstraint(name="an_action_is_asked_once", fields=["request", "action"]),
            models.UniqueConstraint(name="a_measure_is_asked_once", fields=["request", "measure"]),
        ]

    def __str__(self) -> str:
        return f"about {self.action_id or self.measure_id or self.milestone_id}"


class ItemAnswer(Written):
    """What an owner said of one item; of an action it stands in a report, of a measure here."""

    kept: ClassVar = Kept("What partners answered", FOR_EVER, Writes.ADD)

    item = models.ForeignKey(AskedItem, on_delete=models.PROTECT, related_name="answers")
    report = models.OneToOneField(Report, null=True, on_delete=models.PROTECT, related_name="answers")
    number = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    words = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_item_answer_says_something",
                condition=models.Q(report__isnull=False)
                | models.Q(number__isnull=False)
                | ~models.Q(words=""),
            )
        ]

    def __str__(self) -> str:
        return f"answer to {self.item_id}"


class Reminder(Written):
    """A partner that had not answered was reminded; the row lets it happen once."""

    kept: ClassVar = Kept("Which partners were reminded", FOR_EVER, Writes.ADD)

    request = models.OneToOneField(UpdateRequest, on_delete=models.PROTECT, related_name="reminder")
    on = models.DateField()

    def __str__(self) -> str:
        return f"reminded on {self.on}"


class ExceptionReport(Written):
    """Why a measure is off its path, what is done, and when it will be on it again; the newest counts."""

    kept: ClassVar = Kept("What was said of measures off their path", FOR_EVER, Writes.ADD)

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="exceptions")
    said_on = models.DateField()
    story = models.TextField()
    doing = models.TextField()
    green_by = models.DateField()
    help_needed = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"of {self.measure_id} on {self.said_on}"


class OnCard(Written):
    """Which of the report card’s three questions a service measure answers; the newest counts."""

    kept: ClassVar = Kept("Where service measures stand on report cards", FOR_EVER, Writes.ADD)

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="on_cards")
    question = models.CharField(max_length=20, choices=choices(CardQuestion))

    def __str__(self) -> str:
        return self.question
