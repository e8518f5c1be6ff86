"""Where a plan is led on, and where what it waits for is put right: one link each."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from trust.foundation.kernel.actor import Actor
from trust.vision.participation.queries import Subject, where_to_consult
from trust.vision.plan.models import Plan
from trust.vision.plan.rules.lifecycle import Shut
from trust.vision.plan.words import Mend, Part, Stage

PAGES = {
    Mend.PRIORITY: "plan:add-priority",
    Mend.ROW: "plan:add-row",
    Mend.CONSULTING: "plan:consultations",
    Mend.ANSWER: "plan:consultations",
    Mend.SIGNATURES: "plan:office-signatures",
    Mend.CHECK: "plan:check",
    Mend.REASON: "plan:publish",
    Mend.PUBLISH: "plan:publish",
    Mend.REVIEW: "plan:reviews-office",
    Mend.MOVE: "plan:life",
}
# What somebody needs to open a page that not every writer of plans may.
NEEDED = {
    Mend.DECISION: "board.record",
    Mend.ROW: "local.write",
    Mend.REASON: "plan.publish",
    Mend.PUBLISH: "plan.publish",
}


@dataclass(frozen=True)
class Link:
    address: str
    words: str


@dataclass(frozen=True)
class Way:
    """A move of the plan: what its gate waits for, and the link to where that is put right."""

    to: Stage
    waits: str
    link: Link | None


def way(plan: Plan, to: Stage, shut: Shut | None, by: Actor) -> Way:
    return Way(to, shut.sentence if shut else "", link_to(plan, shut.mend if shut else None, by))


def link_to(plan: Plan, mend: Mend | None, by: Actor) -> Link | None:
    """The link to where something is put right; none where that is nowhere, or not this person’s to do."""
    if mend is None or (mend in NEEDED and not by.may(NEEDED[mend])):
        return None
    return Link(address_of(plan, mend), mend.value)


def address_of(plan: Plan, mend: Mend) -> str:
    match mend:
        case Mend.VISION:
            return reverse("plan:statement", args=[plan.pk, Part.VISION])
        case Mend.CONSULT:
            return where_to_consult(Subject(plan.pk, plan.title))
        case Mend.DECISION:
            then = urlencode({"then": reverse("plan:life", args=[plan.pk])}, safe="/")
            return f"{reverse('board:record-decision')}?{then}"
        case Mend.EVERY_PLAN:
            return reverse("plan:every-plan")
    return reverse(PAGES[mend], args=[plan.pk])
