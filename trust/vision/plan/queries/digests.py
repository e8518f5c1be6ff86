"""What waits for each person this week, by what their posts let them do about it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.english import counted, opened
from trust.foundation.people.queries import ROLES, WorkerCard, workers
from trust.vision.plan.queries.chasing import chasing
from trust.vision.plan.queries.dashboards import Dashboard, for_the_board

SHOWN = 5


@dataclass(frozen=True)
class Digest:
    """One person’s week: what waits, in sentences."""

    worker: UUID
    name: str
    address: str
    lines: tuple[str, ...]


def digests(on: date) -> list[Digest]:
    """Everyone for whom something waits on a day; who has nothing to do gets no letter."""
    board = for_the_board(on)
    late = len(chasing(board.live, on)) if board.live else 0
    found = [Digest(one.id, one.name, one.email, tuple(_lines(one, board, late))) for one in workers(on=on)]
    return [one for one in found if one.lines]


def _lines(one: WorkerCard, board: Dashboard, late: int) -> list[str]:
    duties = {duty for role in ROLES.values() if role.title in one.roles for duty in role.duties}
    lines = []
    if "plan.write" in duties and late:
        lines.append(
            f"{opened(counted(late, 'thing'))} in the plan {'needs' if late == 1 else 'need'} chasing."
        )
    if "board.brief" in duties and board.needed:
        number = len(board.needed)
        lines.append(f"{opened(counted(number, 'thing'))} {'needs' if number == 1 else 'need'} a decision.")
    if "partner.report" in duties:
        lines += _own(one.organisation, board)
    return lines


def _own(organisation: str, board: Dashboard) -> list[str]:
    """The promises of a person’s own organisation that are late or at risk, the earliest first."""
    own = [
        one
        for one in board.promises
        if one.owner == organisation and one.word.startswith(("Late", "At risk"))
    ]
    told = [f"{one.word}: {one.what}." for one in sorted(own, key=lambda one: one.due)]
    return [*told[:SHOWN], *([f"And {len(told) - SHOWN} more."] if len(told) > SHOWN else [])]
