"""The life of a plan as a table: each move, what it needs, and the sentence that refuses it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from trust.foundation.kernel.english import counted, listed, number, opened, within
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.review_years import may_begin_from
from trust.vision.plan.words import MOVES, Mend, Stage

TWELVE_WEEKS = 84
# A sentence names no more; all of them stand on the page that it leads to.
MOST_NAMED = 5
STANDS_PUBLISHED = frozenset({Stage.PUBLISHED, Stage.UNDER_REVIEW})


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
    # The last day of the oldest year without a review, and whether its last quarter has begun.
    year_to_review: date | None = None
    review_may_begin: bool = False
    # The first day of the next plan of its kind that is published, and whether that day has come.
    later_first: date | None = None
    later_runs: bool = False
    over: bool = False
    local: bool = False
    rows: int = 0


@dataclass(frozen=True)
class Shut:
    """What a gate waits for, and where that is put right; nowhere where only a day must come."""

    sentence: str
    mend: Mend | None = None


@dataclass(frozen=True)
class NextStep:
    """What to do next with a plan, what that waits for, and where it is done or put right."""

    says: str
    waits: str
    mend: Mend | None


type Gate = Callable[[Readiness], Shut | None]


def can_be_read(plan: Readiness) -> Shut | None:
    if plan.has_vision and plan.priorities:
        return None
    first = Mend.PRIORITY if plan.has_vision else Mend.VISION
    return Shut("Write the vision and at least one priority first: people need something to answer.", first)


def consultation_done(plan: Readiness) -> Shut | None:
    if plan.consultations_open:
        still = opened(f"{counted(plan.consultations_open, 'consultation')} still open. Wait until it ends.")
        return Shut(still, Mend.CONSULTING)
    if not plan.consultations_closed:
        return Shut("Nobody has been consulted on it. Hold a consultation first.", Mend.CONSULT)
    if plan.unanswered:
        return Shut(f"Answer what people said first: {listed(plan.unanswered)}.", Mend.ANSWER)
    return None


def board_decided(plan: Readiness) -> Shut | None:
    return None if plan.decided else Shut("Name the decision of the Board that agreed it.", Mend.DECISION)


def everyone_signed(plan: Readiness) -> Shut | None:
    if plan.unsigned:
        several = len(plan.unsigned) > MOST_NAMED
        names = counted(len(plan.unsigned), "partner") if several else listed(plan.unsigned)
        waiting = f"Waiting for a signature or a reason from {names}."
        return Shut(waiting, Mend.SIGNATURES)
    return None


def as_one(things: Sequence[str]) -> str:
    return listed([within(thing) for thing in things])


def law_is_met(plan: Readiness) -> Shut | None:
    if plan.stops:
        asks = f"The law asks for more before it is published: {as_one(plan.stops)}."
        return Shut(asks, Mend.CHECK)
    if plan.unmet and not plan.why.strip():
        several = len(plan.unmet) > MOST_NAMED
        names = f"{number(len(plan.unmet))} things that it should have" if several else as_one(plan.unmet)
        without = f"Say why it is published without {names}: the reason is shown."
        return Shut(without, Mend.REASON)
    return None


def year_nearly_over(plan: Readiness) -> Shut | None:
    if plan.year_to_review is None:
        return Shut("Each year of it has its review.")
    if plan.review_may_begin:
        return None
    begins = in_words(may_begin_from(plan.year_to_review))
    return Shut(f"The review of the year to {in_words(plan.year_to_review)} may begin from {begins}.")


def review_out(plan: Readiness) -> Shut | None:
    return None if plan.review_published else Shut("It is not published yet.", Mend.REVIEW)


def another_took_its_place(plan: Readiness) -> Shut | None:
    if plan.later_first is None:
        return Shut("No later plan of this kind is published yet.", Mend.EVERY_PLAN)
    if plan.later_runs:
        return None
    return Shut(f"The later plan takes its place on {in_words(plan.later_first)}, its first day.")


def has_run_out(plan: Readiness) -> Shut | None:
    return None if plan.over else Shut("It has not reached its last day.")


def own_plan(plan: Readiness) -> Shut | None:
    if not plan.local:
        return Shut("Only a local partnership publishes its plan at once: put this one to everyone first.")
    return (
        None if plan.rows else Shut("Write at least one row first: people need something to read.", Mend.ROW)
    )


def freely(plan: Readiness) -> Shut | None:
    return None


GATES: dict[tuple[Stage, Stage], Gate] = {
    (Stage.DRAFT, Stage.CONSULTING): can_be_read,
    (Stage.DRAFT, Stage.PUBLISHED): own_plan,
    (Stage.CONSULTING, Stage.FINAL_DRAFT): consultation_done,
    (Stage.FINAL_DRAFT, Stage.CONSULTING): freely,
    (Stage.FINAL_DRAFT, Stage.AGREED): board_decided,
    (Stage.AGREED, Stage.SIGNED): everyone_signed,
    (Stage.SIGNED, Stage.PUBLISHED): law_is_met,
    (Stage.PUBLISHED, Stage.UNDER_REVIEW): year_nearly_over,
    (Stage.UNDER_REVIEW, Stage.PUBLISHED): review_out,
    (Stage.PUBLISHED, Stage.SUPERSEDED): another_took_its_place,
    (Stage.UNDER_REVIEW, Stage.SUPERSEDED): another_took_its_place,
    (Stage.PUBLISHED, Stage.ENDED): has_run_out,
    (Stage.UNDER_REVIEW, Stage.ENDED): has_run_out,
}
assert set(GATES) == set(MOVES)


@dataclass(frozen=True)
class Told:
    """A move in the words of a page: what it asks of people, and the page where they do it."""

    says: str
    where: Mend = Mend.MOVE
    # What its button says once others have done it, where that is not what it asks for.
    done: str = ""


PUBLISHING = Told("publish it", Mend.PUBLISH)
SUPERSEDING = Told("let the later plan take its place")
ENDING = Told("end it")
TOLD: dict[tuple[Stage, Stage], Told] = {
    (Stage.DRAFT, Stage.CONSULTING): Told("put it to everyone"),
    (Stage.DRAFT, Stage.PUBLISHED): PUBLISHING,
    (Stage.CONSULTING, Stage.FINAL_DRAFT): Told("make it a final draft"),
    (Stage.FINAL_DRAFT, Stage.CONSULTING): Told("put it to everyone again"),
    (Stage.FINAL_DRAFT, Stage.AGREED): Told(
        "have the Board agree it", done="record that the Board agreed it"
    ),
    (Stage.AGREED, Stage.SIGNED): Told("have every partner sign it", done="record that everyone signed it"),
    (Stage.SIGNED, Stage.PUBLISHED): PUBLISHING,
    (Stage.PUBLISHED, Stage.UNDER_REVIEW): Told("review its year", Mend.REVIEW),
    (Stage.UNDER_REVIEW, Stage.PUBLISHED): Told(
        "publish the annual review", done="record that it is reviewed"
    ),
    (Stage.PUBLISHED, Stage.SUPERSEDED): SUPERSEDING,
    (Stage.UNDER_REVIEW, Stage.SUPERSEDED): SUPERSEDING,
    (Stage.PUBLISHED, Stage.ENDED): ENDING,
    (Stage.UNDER_REVIEW, Stage.ENDED): ENDING,
}
assert set(TOLD) == set(MOVES)
# Of the ways on from a stage the one that is meant.
ONWARD = {
    Stage.DRAFT: Stage.CONSULTING,
    Stage.CONSULTING: Stage.FINAL_DRAFT,
    Stage.FINAL_DRAFT: Stage.AGREED,
    Stage.AGREED: Stage.SIGNED,
    Stage.SIGNED: Stage.PUBLISHED,
    Stage.PUBLISHED: Stage.UNDER_REVIEW,
    Stage.UNDER_REVIEW: Stage.PUBLISHED,
}


def next_stages(stage: Stage) -> list[Stage]:
    return [to for was, to in MOVES if was is stage]


def ways_on(stage: Stage, *, local: bool) -> list[Stage]:
    """The moves that a plan has, the one that is meant first.

    Only a partnership’s own plan goes from a draft to the public; it accounts by quarters, not by a review.
    """
    none = (Stage.PUBLISHED, Stage.UNDER_REVIEW) if local else (Stage.DRAFT, Stage.PUBLISHED)
    found = [to for to in next_stages(stage) if (stage, to) != none]
    return sorted(found, key=lambda to: to is not meant(stage, local=local))


def stages_of(now: Stage, *, local: bool) -> list[Stage]:
    """The stages that a page shows: a partnership’s own plan goes from a draft straight to the public."""
    short = {Stage.DRAFT, Stage.PUBLISHED, now}
    return [one for one in list(Stage)[:-2] if one in short or not local]


def meant(stage: Stage, *, local: bool) -> Stage | None:
    """Of the ways on from a stage the one that is meant; none where a plan lives on until another day."""
    if local and stage in {Stage.DRAFT, Stage.PUBLISHED}:
        return Stage.PUBLISHED if stage is Stage.DRAFT else None
    return ONWARD.get(stage)


def published_from(*, local: bool) -> Stage:
    """The stage at whose end a plan is first published."""
    return Stage.DRAFT if local else Stage.SIGNED


def may_publish(stage: Stage, *, local: bool, changed: bool) -> bool:
    """Whether a version is what comes next: the first where the life has it, or one with changes."""
    return changed if stage in STANDS_PUBLISHED else stage is published_from(local=local)


def next_step(stage: Stage, plan: Readiness) -> NextStep | None:
    """The one thing to do next; none where the plan’s life is over, or only another day brings it on."""
    if stage in STANDS_PUBLISHED and plan.later_runs:
        return NextStep(SUPERSEDING.says, "", Mend.MOVE)
    if stage in STANDS_PUBLISHED and plan.over:
        return NextStep("end it, for its last day has passed", "", Mend.MOVE)
    to = meant(stage, local=plan.local)
    if to is None:
        return None
    told, shut = TOLD[stage, to], GATES[stage, to](plan)
    if shut is None:
        return NextStep(told.says, "", told.where)
    if shut.mend is None:
        return None
    # The decision is named as the plan is moved on.
    where = told.where if shut.mend is Mend.DECISION else shut.mend
    return NextStep(told.says, shut.sentence, where)


def check_move(was: Stage, to: Stage, plan: Readiness) -> None:
    """Refuse a move that the life of a plan has not, or whose gate is shut; errors: Refused."""
    gate = GATES.get((was, to))
    if gate is None:
        raise Refused(f"A plan that is {was} cannot become {to}: next comes {either(next_stages(was))}.")
    shut = gate(plan)
    if shut:
        raise Refused(shut.sentence)


def either(stages: list[Stage]) -> str:
    return listed([f"“{stage}”" for stage in stages], "or") if stages else "nothing"


def as_diagram() -> str:
    """The life of a plan in Mermaid's notation, made from the table."""
    lines = [f"    {slug(was)} --> {slug(to)}" for was, to in MOVES]
    names = [f"    {slug(stage)} : {stage.capitalize()}" for stage in Stage]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {slug(Stage.DRAFT)}", *names, *lines])


def slug(stage: Stage) -> str:
    return stage.replace(" ", "_")
