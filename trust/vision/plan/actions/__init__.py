"""The deeds of the plan. Each is one transaction with one audit line; nothing is edited in place."""

from trust.vision.plan.actions.priorities import (
    OVERTAKEN,
    add_priority,
    begin_plan,
    link_need,
    link_voice,
    reword_priority,
)
from trust.vision.plan.actions.promised import (
    add_action,
    add_measure,
    correct_terms,
    end_action,
    record_pledge,
    report,
)
from trust.vision.plan.actions.publishing import publish

__all__ = [
    "OVERTAKEN",
    "add_action",
    "add_measure",
    "add_priority",
    "begin_plan",
    "correct_terms",
    "end_action",
    "link_need",
    "link_voice",
    "publish",
    "record_pledge",
    "report",
    "reword_priority",
]
