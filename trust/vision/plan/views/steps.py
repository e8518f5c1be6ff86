"""Where a plan is led on, and where what it waits for is put right: one link each."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from trust.foundation.kernel.actor import Actor
from trust.vision.participation.queries import Subject, where_to_consult
from trust.vision.plan.models import Plan
from trust.vision.plan.rules.lifecycle import TOLD, Shut
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
# A partnership’s own plan has pages of its own, which its chair opens too.
LOCAL_PAGES = {Mend.REASON: "plan:publish-local", Mend.PUBLISH: "plan:publish-local"}
LOCAL_DUTY = "local.write"
# What somebody needs to open a page, where that is more than to write the plan.
NEEDED = {Mend.DECISION: "board.record", Mend.REASON: "plan.publish", Mend.PUBLISH: "plan.publish"}
OF_CHAIRS = frozenset({Mend.ROW, Mend.MOVE, *LOCAL_PAGES})
NOT_YOURS = "Ask the partnership officer."


@dataclass(frozen=True)
class Link:
    address: str
    words: str


@dataclass(frozen=True)
class Way:
    """A move of the plan: what its gate waits for and where that is put right, or where the move is made."""

    to: Stage
    says: str
    waits: str
    link: Link | None


def way(plan: Plan, move: tuple[Stage, Stage], shut: Shut | None, by: Actor) -> Way:
    told = TOLD[move]
    # The reason is asked for on the page where the plan is published.
    if shut is None or shut.mend is Mend.REASON:
        there = None if told.where is Mend.MOVE else link_to(plan, told.where, by)
        return Way(move[1], told.done or told.says, "", there)
    link = link_to(plan, shut.mend, by)
    ask = "" if link or shut.mend in {None, Mend.EVERY_PLAN} else f" {NOT_YOURS}"
    return Way(move[1], told.says, f"{shut.sentence}{ask}", link)


def link_to(plan: Plan, mend: Mend | None, by: Actor) -> Link | None:
    """The link to where something is put right; none where that is nowhere, or not this person’s to do."""
    if mend is None or not by.may(duty_for(plan, mend)):
        return None
    return Link(address_of(plan, mend), mend.value)


def duty_for(plan: Plan, mend: Mend) -> str:
    if mend in OF_CHAIRS and plan.body_id:
        return LOCAL_DUTY
    return NEEDED.get(mend, "plan.write")


def home_of(plan: Plan) -> str:
    """The page from which a plan is written."""
    return reverse("plan:local-rows" if plan.body_id else "plan:draft-of", args=[plan.pk])


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
    pages = PAGES | LOCAL_PAGES if plan.body_id else PAGES
    return reverse(pages[mend], args=[plan.pk])
