"""What the demonstration’s Board decided, put on record and once corrected by the deeds of the room."""

import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from trust.demo.keys import moment, same
from trust.foundation.kernel.actor import Actor
from trust.governance.board.actions import carry_out_decision, correct_decision, record_decision
from trust.governance.board.queries import the_board

FILE = Path(__file__).with_suffix(".toml")
WORDS = ("public_line", "text", "owner", "due")


def record_decisions(by: Actor) -> None:
    for told in tomllib.loads(FILE.read_text(encoding="utf-8"))["decision"]:
        board = the_board(told["day"])
        if board is None:
            raise LookupError(f"The demonstration has no Board on {told['day']}.")
        words = {name: told[name] for name in WORDS}
        kept = record_decision(
            token=same(told["public_line"]),
            body=board.id,
            day=told["day"],
            invented=True,
            by=by,
            at=moment(told["recorded_on"]),
            **words,
        )
        if "corrected" in told:
            kept = _correct(told["corrected"], decision=kept, by=by)
        if "done" in told:
            carry_out_decision(decision=kept, done=told["done"], by=by, at=moment(told["done"]))


def _correct(told: dict[str, Any], **about: Any) -> UUID:
    words = {name: told[name] for name in (*WORDS, "because")}
    return correct_decision(token=same(told["public_line"]), **words, at=moment(told["on"]), **about)
