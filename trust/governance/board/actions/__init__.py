"""The deeds of the Board’s room: each is one transaction with one audit line."""

from trust.governance.board.actions.challenging import answer_challenge, raise_challenge
from trust.governance.board.actions.deciding import carry_out_decision, correct_decision, record_decision
from trust.governance.board.actions.entering import enter_pack

__all__ = [
    "answer_challenge",
    "carry_out_decision",
    "correct_decision",
    "enter_pack",
    "raise_challenge",
    "record_decision",
]
