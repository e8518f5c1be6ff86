"""The deeds of needs. Each is one transaction with one audit line; nothing is edited in place."""

from trust.strategy.needs.actions.assessments import (
    add_count,
    begin_assessment,
    begin_edition,
    check_cited,
    cite,
    take_out,
    write_passage,
)
from trust.strategy.needs.actions.findings import add_finding, add_gap
from trust.strategy.needs.actions.heard import answer_comment, comment, still_true
from trust.strategy.needs.actions.lifecycle import agree, freeze, share, take_back

__all__ = [
    "add_count",
    "add_finding",
    "add_gap",
    "agree",
    "answer_comment",
    "begin_assessment",
    "begin_edition",
    "check_cited",
    "cite",
    "comment",
    "freeze",
    "share",
    "still_true",
    "take_back",
    "take_out",
    "write_passage",
]
