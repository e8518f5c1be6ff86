"""What a plan is made of. A text is never edited in place: a new edition stands on the one before."""

from trust.vision.plan.models.plans import Plan, PlanVersion
from trust.vision.plan.models.priorities import FindingLink, Priority, PriorityEdition
from trust.vision.plan.models.promises import Action, ActionEdition, Measure, Pledge, Report

__all__ = [
    "Action",
    "ActionEdition",
    "FindingLink",
    "Measure",
    "Plan",
    "PlanVersion",
    "Pledge",
    "Priority",
    "PriorityEdition",
    "Report",
]
