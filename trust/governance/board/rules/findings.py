"""Every rule of the law put to a Board: findings with their reasons and their law, failures first."""

from collections.abc import Sequence
from datetime import date

from trust.foundation.statute import findings
from trust.foundation.statute.findings import Finding
from trust.foundation.statute.law import Law
from trust.governance.board.rules.judges import judge
from trust.governance.board.words import Composition

NO_LAW = "No law required a Board on that day, so no rule of law can be broken."


def check(board: Composition, *, law: Law, on: date) -> list[Finding]:
    """Every rule of the law, as it stood on the day, judged on the Board: failures first."""
    return findings.check(
        law, on=on, judge=lambda provision: judge(provision.rule, provision)(board, provision)
    )


def in_short(found: Sequence[Finding]) -> str:
    return findings.in_short(found, if_no_law=NO_LAW)
