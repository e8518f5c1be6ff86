"""What a plan still has before it, as entries of a calendar."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.urls import reverse

from trust.foundation.kernel.icalendar import Entry
from trust.governance.board.queries import ComingMeeting, meetings_that_follow
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.rules.timelines import Due, anniversaries
from trust.vision.plan.words import StepState


def entries_of(dues: Iterable[Due], whole_address: Callable[[str], str]) -> list[Entry]:
    """Each day that is late or to come; what is reached needs no place in a calendar."""
    return [
        Entry(
            uid=f"{one.key}@plan",
            day=one.day,
            title=f"{one.kind} due: {one.what}",
            words=_words(one),
            address=whole_address(reverse("public:promise", args=[one.priority])),
        )
        for one in dues
        if one.state is not StepState.REACHED
    ]


def _words(one: Due) -> str:
    to = f"On the way to: {one.leads_to}\n" if one.leads_to else ""
    return f"{to}{one.who or 'Nobody'} holds it. {one.in_words}." + (" Invented." if one.invented else "")


def reviews_due(key: UUID, plan: PublishedPlan, on: date) -> list[Entry]:
    """The days by which each review is to be published: within a year of the plan, and each year after."""
    first = PlanVersion.objects.filter(plan=key, published_on__lte=on).order_by("number").first()
    days = anniversaries(first.published_on, plan.last) if first else []
    return [
        Entry(f"{key}-review-{day.year}@plan", day, "Annual review due", f"Of: {plan.title}")
        for day in days
        if day >= on
    ]


def meetings_of(plan: UUID, on: date) -> list[ComingMeeting]:
    """When the Board meets while a plan runs, and the body that keeps it where that is another."""
    of = Plan.objects.values_list("last", "body").get(pk=plan)
    return meetings_that_follow(on, until=of[0], body=of[1])


def as_entries(meetings: Iterable[ComingMeeting], whole_address: Callable[[str], str]) -> list[Entry]:
    return [
        Entry(
            uid=f"{one.id}@board",
            day=one.day,
            title=f"Meeting: {one.body_name}",
            words=". ".join(filter(None, (one.place, "Invented." if one.invented else ""))),
            address=whole_address(reverse("board:body", args=[one.body])),
        )
        for one in meetings
    ]
