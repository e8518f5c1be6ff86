"""Where a plan stands in its life, what it still lacks, and what would let it move on."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statute.findings import Finding
from trust.governance.partnership.queries import Partner, partners
from trust.vision.outcomes.words import Outcome
from trust.vision.participation.queries import ConsultationCard, consultations
from trust.vision.participation.words import Audience
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.formats.review import read_review
from trust.vision.plan.models import LocalRow, Plan, PlanStep, PlanVersion, Priority, ReviewVersion, Signature
from trust.vision.plan.queries.draft import draft
from trust.vision.plan.queries.promised_facts import counted_alone, priorities_of
from trust.vision.plan.queries.statements import alignments, completeness_law, groups, statements
from trust.vision.plan.queries.succession import in_whose_place, with_heirs
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.facts import (
    AlignmentFact,
    PartnerFact,
    PlanFacts,
    ReviewFact,
    StatedFact,
)
from trust.vision.plan.rules.lifecycle import Readiness
from trust.vision.plan.rules.review_years import may_begin_from, year_to_review
from trust.vision.plan.words import Part, Stage

KINDS = Path(__file__).parents[1] / "law" / "kinds.toml"
POVERTY = "child-poverty"
# Who signs a linked commissioning plan together: the authority and whoever commissions health.
JOINT = frozenset({"local_authority", "pct"})


@dataclass(frozen=True)
class Kind:
    """A kind of plan that an area keeps; `rules` is empty where all of them judge it.

    `by_law` are those of them that a law asks of this kind; the plan regulations are about the first alone.
    """

    key: str
    name: str
    alone: bool
    rules: tuple[str, ...]
    under: str = ""
    by_law: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    stage: Stage
    on: date
    why: str
    by: str


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of plan, as `law/kinds.toml` has them."""
    rows = tomllib.loads(KINDS.read_text(encoding="utf-8"))["kind"]
    return {
        row["key"]: Kind(
            row["key"],
            row["name"],
            row["alone"],
            () if row["rules"] == "all" else tuple(row["rules"]),
            row.get("under", ""),
            tuple(row.get("by_law", ())),
        )
        for row in rows
    }


def kind(key: str) -> Kind:
    found = kinds().get(key)
    if found is None:
        raise NotFound
    return found


def is_local(plan: Plan) -> bool:
    """Whether it is one partnership’s own, below the county’s."""
    return not kind(plan.kind).alone


def the_plan(key: UUID) -> Plan:
    """One plan; errors: NotFound."""
    found = Plan.objects.filter(pk=key).first()
    if found is None:
        raise NotFound
    return found


def plan_of(priority: UUID) -> Plan:
    """The plan that a priority is in; errors: NotFound."""
    found = Plan.objects.filter(pk__in=Priority.objects.filter(pk=priority).values("plan")).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class PlanRow:
    """A plan in a list: what it is, where it stands, and its newest published version, if any."""

    id: UUID
    kind: str
    title: str
    first: date
    last: date
    stage: Stage
    version: int | None


def plans_on(day: date) -> list[PlanRow]:
    """Every plan that had begun to be written by a day, the latest first, in three queries."""
    steps = PlanStep.objects.filter(on__lte=day).order_by("plan", "-number").distinct("plan")
    stages = {step.plan_id: Stage(step.stage) for step in steps}
    numbers: dict[UUID, int] = {}
    for plan, number in PlanVersion.objects.filter(published_on__lte=day).values_list("plan", "number"):
        numbers[plan] = max(number, numbers.get(plan, 0))
    rows = Plan.objects.filter(pk__in={*stages, *numbers}).order_by("-first", "kind", "title")
    return [
        PlanRow(
            row.pk,
            kind(row.kind).name,
            row.title,
            row.first,
            row.last,
            stages.get(row.pk, Stage.PUBLISHED),
            numbers.get(row.pk),
        )
        for row in rows
    ]


def life(plan: Plan, on: date) -> list[Step]:
    """What the plan went through by a day, oldest first."""
    rows = PlanStep.objects.filter(plan=plan, on__lte=on).select_related("decision").order_by("number")
    return [Step(Stage(row.stage), row.on, _why(row), row.by) for row in rows]


def _why(row: PlanStep) -> str:
    """What was written with a step, or else what the Board decided."""
    return row.why or (row.decision.public_line if row.decision else "")


def stage_of(plan: Plan, on: date) -> Stage:
    """Where the plan stood on a day; one from before lives were kept stands as its versions say."""
    steps = PlanStep.objects.filter(plan=plan, on__lte=on).order_by("-number")
    if stage := steps.values_list("stage", flat=True).first():
        return Stage(stage)
    was_published = PlanVersion.objects.filter(plan=plan, published_on__lte=on).exists()
    return Stage.PUBLISHED if was_published else Stage.DRAFT


def check_plan(
    plan: Plan, on: date, law_on: date | None = None, whole: PublishedPlan | None = None
) -> list[Finding]:
    """The plan of one day judged by the law of when it was made, or of another day: failures first.

    `whole` is a version of it, where that is judged and not its draft.
    """
    return _judged(plan, facts(plan, on, consultations(about=plan.pk, on=on), whole), law_on)


def _judged(plan: Plan, known: PlanFacts, law_on: date | None = None) -> list[Finding]:
    of, law_on = kind(plan.kind), law_on or known.published_on or known.on
    return completeness.check(known, law=completeness_law(), on=law_on, only=of.rules, by_law=of.by_law)


def made_on(plan: Plan, on: date) -> date | None:
    """The day it was first published, whose law judges it ever after; None where it is not out yet."""
    out = PlanVersion.objects.filter(plan=plan, published_on__lte=on).order_by("number")
    return out.values_list("published_on", flat=True).first()


def facts(
    plan: Plan, on: date, asked: list[ConsultationCard], whole: PublishedPlan | None = None
) -> PlanFacts:
    """A plan as its rules see it, in a number of queries that does not grow with it."""
    whole = whole or draft(plan).plan
    relevant = [one for one in partners(on=on) if one.capability.duty_to_cooperate]
    signed = Signature.objects.filter(plan=plan, replaced_by=None, signed_on__lte=on).select_related(
        "partner"
    )
    answers = {row.partner_id: row for row in signed}
    answers |= in_whose_place({one.organisation.id for one in relevant} - set(answers), answers)
    gave = with_heirs({pledge.partner_id for priority in whole.priorities for pledge in priority.pledges})
    return PlanFacts(
        on=on,
        first=plan.first,
        last=plan.last,
        outcomes=tuple(outcome.label for outcome in Outcome),
        statements={part: StatedFact(card.text, card.adopted) for part, card in statements(plan).items()},
        priorities=priorities_of(whole, whole.rows),
        counted=counted_alone(whole),
        alignments=_alignments(plan, on),
        partners=tuple(_partner(one, answers.get(one.organisation.id), gave) for one in relevant),
        heard=_heard(asked),
        groups=frozenset(card.group for card in groups(plan, on) if card.covered),
        agreed_by_board=PlanStep.objects.filter(plan=plan, stage=Stage.AGREED, on__lte=on).exists(),
        published_on=made_on(plan, on),
        reviews=_reviews(plan, on),
        is_poverty_strategy=plan.kind == POVERTY or POVERTY in plan.stands_for,
    )


def readiness(
    plan: Plan, on: date, *, decided: bool = False, why: str = "", whole: PublishedPlan | None = None
) -> Readiness:
    """What is known of the plan when somebody wants to move it on; `whole` is its draft, where it is read."""
    asked = consultations(about=plan.pk, on=on)
    known = facts(plan, on, asked, whole)
    found = _judged(plan, known)
    stops = completeness.stops_publication(found)
    later = _later_first(plan, on)
    year = year_to_review(plan.first, plan.last, [one.year_ending for one in known.reviews])
    return Readiness(
        priorities=len(known.priorities),
        has_vision=known.stated(Part.VISION) is not None,
        consultations_open=sum(one.is_open(on) for one in asked),
        consultations_closed=sum(one.closes < on for one in asked),
        unanswered=tuple(heading for one in asked for heading in one.unanswered),
        decided=decided,
        unsigned=tuple(one.name for one in known.partners if not one.signed),
        stops=tuple(one.what for one in stops),
        unmet=tuple(one.what for one in completeness.unmet(found) if one not in stops),
        why=why,
        review_published=_review_since_last_step(plan, on),
        year_to_review=year,
        review_may_begin=year is not None and may_begin_from(year) <= on,
        later_first=later,
        later_runs=later is not None and later <= on,
        over=on > plan.last,
        local=is_local(plan),
        rows=LocalRow.objects.filter(plan=plan).count() if is_local(plan) else 0,
    )


def _partner(one: Partner, answer: Signature | None, gave: set[UUID]) -> PartnerFact:
    name = one.organisation.name
    said_why = bool(answer and answer.reason)
    gives = one.organisation.id in gave
    return PartnerFact(name, gives or said_why, answer is not None, one.organisation.kind in JOINT)


def _alignments(plan: Plan, on: date) -> tuple[AlignmentFact, ...]:
    return tuple(
        AlignmentFact(
            card.aligned_with,
            card.title,
            card.stale_because,
            len(card.targets),
            tuple(target.title for target in card.targets if target.priority is None),
            card.signed_by,
        )
        for card in alignments(plan, on)
    )


def _heard(asked: list[ConsultationCard]) -> frozenset[str]:
    audiences: frozenset[Audience] = frozenset().union(*(one.audiences for one in asked))
    return frozenset(audience.value for audience in audiences)


def _reviews(plan: Plan, on: date) -> tuple[ReviewFact, ...]:
    rows = ReviewVersion.objects.filter(review__plan=plan, number=1, published_on__lte=on)
    found = rows.order_by("published_on").values_list("published_on", "review__year_ending", "sha256", "pk")
    return tuple(ReviewFact(day, year, _says_how_to_speak(sha256, key)) for day, year, sha256, key in found)


# A text that was published never changes, so its hash is a sure key for what it says.
@lru_cache(maxsize=1024)
def _says_how_to_speak(sha256: str, key: UUID) -> bool:
    text = ReviewVersion.objects.values_list("snapshot", flat=True).get(pk=key)
    return read_review(text).says_how_to_speak


def _review_since_last_step(plan: Plan, on: date) -> bool:
    last = PlanStep.objects.filter(plan=plan, on__lte=on).order_by("-number").first()
    since = last.on if last else plan.first
    return ReviewVersion.objects.filter(
        review__plan=plan, published_on__gte=since, published_on__lte=on
    ).exists()


def _later_first(plan: Plan, on: date) -> date | None:
    """The first day of the next plan of its kind and body that was published by a day."""
    out = PlanVersion.objects.filter(published_on__lte=on).values("plan")
    later = Plan.objects.filter(kind=plan.kind, body=plan.body, first__gt=plan.first, pk__in=out)
    return later.order_by("first").values_list("first", flat=True).first()
