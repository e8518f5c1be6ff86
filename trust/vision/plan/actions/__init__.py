"""The deeds of the plan. Each is one transaction with one audit line; nothing is edited in place."""

from trust.vision.plan.actions.changing import replace_measure, reword_action, withdraw_pledge
from trust.vision.plan.actions.comments import answer_comment, comment
from trust.vision.plan.actions.crosswalk import count_in, stop_counting
from trust.vision.plan.actions.lives import move_plan
from trust.vision.plan.actions.local import (
    add_row,
    end_row,
    give_pen,
    make_return,
    move_row,
    reword_row,
    take_pen,
)
from trust.vision.plan.actions.milestones import (
    add_stepped_action,
    claim_milestone,
    give_up_milestone,
    take_milestone,
)
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
from trust.vision.plan.actions.reaching import (
    answer_step,
    move_milestone,
    reach_milestone,
    withdraw_milestone,
)
from trust.vision.plan.actions.reviewing import begin_review, publish_review, write_review_part
from trust.vision.plan.actions.signing import decline, sign, sign_jointly
from trust.vision.plan.actions.statements import align, cover_group, other_side_changed, write_statement

__all__ = [
    "answer_comment",
    "comment",
    "replace_measure",
    "reword_action",
    "withdraw_pledge",
    "write_review_part",
    "add_row",
    "claim_milestone",
    "count_in",
    "stop_counting",
    "end_row",
    "give_pen",
    "give_up_milestone",
    "take_milestone",
    "answer_step",
    "move_milestone",
    "reach_milestone",
    "withdraw_milestone",
    "make_return",
    "move_row",
    "reword_row",
    "take_pen",
    "sign_jointly",
    "sign",
    "decline",
    "write_statement",
    "other_side_changed",
    "move_plan",
    "cover_group",
    "align",
    "OVERTAKEN",
    "add_action",
    "add_measure",
    "add_stepped_action",
    "add_priority",
    "begin_plan",
    "begin_review",
    "correct_terms",
    "end_action",
    "link_need",
    "link_voice",
    "publish",
    "publish_review",
    "record_pledge",
    "report",
    "reword_priority",
]
