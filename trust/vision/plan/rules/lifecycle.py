"""The life of a plan as a table: each move, what it needs, and the sentence that refuses it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from trust.foundation.kernel.english import counted, listed, opened
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.words import MOVES, Stage

TWELVE_WEEKS = 84


@dataclass(frozen=True)
class Readiness:
    """What is known of a plan when somebody wants to move it on."""

    priorities: int = 0
    has_vision: bool = False
    consultations_open: int = 0
    consultations_closed: int = 0
    unanswered: tuple[str, ...] = ()
    decided: bool = False
    unsigned: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    unmet: tuple[str, ...] = field(default=())
    why: str = ""
    review_published: bool = False
    later_published: bool = False
    over: bool = False
    local: bool = False
    rows: int = 0


type Gate = Callable[[Readiness], str]


def can_be_read(plan: Readiness) -> str:
    if not plan.has_vision or not plan.priorities:
        return "Write the vision and at least one priority first: people need something to answer."
    return ""


def consultation_done(plan: Readiness) -> str:
    if plan.consultations_open:
        return opened(f"{counted(plan.consultations_open, 'consultation')} still open. Wait until it ends.")
    if not plan.consultations_closed:
        return "Nobody has been consulted on it. Hold a consultation first."
    if plan.unanswered:
        return f"Answer what people said first: {listed(plan.unanswered)}."
    return ""


def board_decided(plan: Readiness) -> str:
    return "" if plan.decided else "Name the decision of the Board that agreed it."


def everyone_signed(plan: Readiness) -> str:
    if plan.unsigned:
        return f"Waiting for a signature or a reason from {listed(plan.unsigned)}."
    return ""


def law_is_met(plan: Readiness) -> str:
    if plan.stops:
        return f"The law asks for more before it is published: {listed(plan.stops)}."
    if plan.unmet and not plan.why.strip():
        return f"Say why it is published without {listed(plan.unmet)}: the reason is shown."
    return ""


def review_out(plan: Readiness) -> str:
    return "" if plan.review_published else "Publish the annual review first."


def another_took_its_place(plan: Readiness) -> str:
    return "" if plan.later_published else "No later plan of this kind is published yet."


def has_run_out(plan: Readiness) -> str:
    return "" if plan.over else "It has not reached its last day."


def own_plan(plan: Readiness) -> str:
    if not plan.local:
        return "Only a local partnership publishes its plan at once: put this one to everyone first."
    return "" if plan.rows else "Write at least one row first: people need something to read."


def freely(plan: Readiness) -> str:
    return ""


GATES: dict[tuple[Stage, Stage], Gate] = {
    (Stage.DRAFT, Stage.CONSULTING): can_be_read,
    (Stage.DRAFT, Stage.PUBLISHED): own_plan,
    (Stage.CONSULTING, Stage.FINAL_DRAFT): consultation_done,
    (Stage.FINAL_DRAFT, Stage.CONSULTING): freely,
    (Stage.FINAL_DRAFT, Stage.AGREED): board_decided,
    (Stage.AGREED, Stage.SIGNED): everyone_signed,
    (Stage.SIGNED, Stage.PUBLISHED): law_is_met,
    (Stage.PUBLISHED, Stage.UNDER_REVIEW): freely,
    (Stage.UNDER_REVIEW, Stage.PUBLISHED): review_out,
    (Stage.PUBLISHED, Stage.SUPERSEDED): another_took_its_place,
    (Stage.UNDER_REVIEW, Stage.SUPERSEDED): another_took_its_place,
    (Stage.PUBLISHED, Stage.ENDED): has_run_out,
    (Stage.UNDER_REVIEW, Stage.ENDED): has_run_out,
}
assert set(GATES) == set(MOVES)


def next_stages(stage: Stage) -> list[Stage]:
    return [to for was, to in MOVES if was is stage]


def check_move(was: Stage, to: Stage, plan: Readiness) -> None:
    """Refuse a move that the life of a plan has not, or whose gate is shut; errors: Refused."""
    gate = GATES.get((was, to))
    if gate is None:
        raise Refused(f"A plan that is {was} cannot become {to}: next comes {told(next_stages(was))}.")
    sentence = gate(plan)
    if sentence:
        raise Refused(sentence)


def told(stages: list[Stage]) -> str:
    return listed([f"“{stage}”" for stage in stages], "or") if stages else "nothing"


def as_diagram() -> str:
    """The life of a plan in Mermaid's notation, made from the table."""
    lines = [f"    {slug(was)} --> {slug(to)}" for was, to in MOVES]
    names = [f"    {slug(stage)} : {stage.capitalize()}" for stage in Stage]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {slug(Stage.DRAFT)}", *names, *lines])


def slug(stage: Stage) -> str:
    return stage.replace(" ", "_")
