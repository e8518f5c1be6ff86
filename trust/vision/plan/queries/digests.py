"""What waits for each person this week, by what their posts let them do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.english import counted, opened
from trust.foundation.people.queries import ROLES, WorkerCard, workers
from trust.vision.plan.queries.chasing import chased
from trust.vision.plan.queries.dashboards import for_the_board
from trust.vision.plan.queries.progress import Promise

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
    late = chased(board.plans, board.promises, on)
    waits = _Waits(len(late), len(board.needed), board.promises)
    found = [Digest(one.id, one.name, one.email, tuple(_lines(one, waits))) for one in workers(on=on)]
    return [one for one in found if one.lines]


@dataclass(frozen=True)
class _Waits:
    """What waits in all the plans that run: how much to chase and to decide, and every promise."""

    late: int
    needed: int
    promises: Sequence[Promise]


def _lines(one: WorkerCard, waits: _Waits) -> list[str]:
    duties = {duty for role in ROLES.values() if role.title in one.roles for duty in role.duties}
    lines = []
    if "plan.write" in duties and waits.late:
        lines.append(f"{_need(waits.late, ' in our plans')} chasing.")
    if "board.brief" in duties and waits.needed:
        lines.append(f"{_need(waits.needed)} a decision.")
    if "partner.report" in duties:
        lines += _own(one.organisation, waits.promises)
    return lines


def _need(number: int, where: str = "") -> str:
    return f"{opened(counted(number, 'thing'))}{where} {'needs' if number == 1 else 'need'}"


def _own(organisation: str, promises: Sequence[Promise]) -> list[str]:
    """The promises of a person’s own organisation that are late or at risk, the earliest first."""
    own = [one for one in promises if one.owner == organisation and one.word.startswith(("Late", "At risk"))]
    told = [f"{one.word}: {one.what}." for one in sorted(own, key=lambda one: one.due)]
    return [*told[:SHOWN], *([f"And {len(told) - SHOWN} more."] if len(told) > SHOWN else [])]
