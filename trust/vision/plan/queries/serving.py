"""What rooms below ask of the plan: who serves an aim, what is aimed for, and where a draft is read."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from trust.vision.outcomes.queries import LocalAim, Serving
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.consulting import ASKED_OF_ALL
from trust.vision.plan.queries.lives import stage_of
from trust.vision.plan.queries.published import published


def priorities_that_serve(on: date) -> list[Serving]:
    live = published(on)
    return [
        Serving(
            priority.title,
            reverse("public:promise", args=[priority.id]),
            frozenset(priority.outcomes),
            frozenset(priority.aims),
        )
        for priority in (live.plan.priorities if live else ())
    ]


def aims_by(code: str, on: date) -> list[LocalAim]:
    """What the plan of a day aims for by an indicator, measure by measure."""
    live = published(on)
    return [
        LocalAim(
            measure.title,
            measure.about,
            reverse("public:promise", args=[priority.id]),
            measure.areas,
            measure.baseline,
            measure.baseline_period,
            measure.target,
            measure.target_period,
            measure.yearly_targets,
        )
        for priority in (live.plan.priorities if live else ())
        for measure in priority.measures
        if measure.indicator == code
    ]


def draft_of(key: UUID, on: date) -> str:
    """The address of a plan that is put to everyone on a day; nothing where it is not."""
    plan = Plan.objects.filter(pk=key).first()
    return reverse("plan:plan", args=[key]) if plan and stage_of(plan, on) in ASKED_OF_ALL else ""
