"""Every day that a plan promised, of actions and of milestones, as a list and as a drawing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from trust.foundation.design.charts import Chart
from trust.foundation.design.charts.timeline import Cell, Lane, Span, State, timeline
from trust.foundation.kernel.english import number
from trust.vision.plan.formats import PublishedPlan, PublishedPriority
from trust.vision.plan.queries.milestones import by_action
from trust.vision.plan.queries.progress import Promise, every_promise
from trust.vision.plan.rules import Going
from trust.vision.plan.rules.timelines import (
    IN_ORDER,
    SHOWN_AS,
    Due,
    Periods,
    in_short,
    periods,
    said_of,
    state_of,
)
from trust.vision.plan.words import StepState

ACTION, MILESTONE = "Action", "Milestone"
DRAWN: dict[StepState, State] = {
    StepState.REACHED: "reached",
    StepState.LATE: "late",
    StepState.COMING: "coming",
}


def dues_of(plan: PublishedPlan, on: date) -> list[Due]:
    """The days of a plan in their order, in four queries whatever its size; what is withdrawn is no day."""
    promised = every_promise(plan.priorities, on)
    actions = [one for rows in promised.values() for one in rows]
    steps = by_action([one.id for one in actions], on)
    found = [_action(one, key) for key, rows in promised.items() for one in rows]
    for key, rows in promised.items():
        for one in rows:
            found += [
                Due(
                    day=card.on,
                    what=card.what,
                    kind=MILESTONE,
                    who=card.owner,
                    state=card.stands.state,
                    status=card.stands.state.status,
                    in_words=card.stands.in_words,
                    priority=key,
                    key=card.id,
                    invented=card.invented,
                    leads_to=one.what,
                )
                for card in steps.get(one.id, ())
                if card.stands.state is not StepState.WITHDRAWN
            ]
    return sorted(found, key=lambda one: (one.day, one.kind, one.what))


def _action(one: Promise, priority: UUID) -> Due:
    return Due(
        day=one.due,
        what=one.what,
        kind=ACTION,
        who=one.owner,
        state=state_of(Going(one.status, one.word)),
        status=one.status,
        in_words=one.word,
        priority=priority,
        key=one.id,
        invented=one.invented,
    )


def narrowed_dues(dues: Iterable[Due], *, priority: str = "", who: str = "", state: str = "") -> list[Due]:
    return [
        one
        for one in dues
        if priority in {"", str(one.priority)} and who in {"", one.who} and state in {"", one.state.value}
    ]


def drawn(
    plan: PublishedPlan,
    priorities: Sequence[PublishedPriority],
    dues: Sequence[Due],
    on: date,
    address: Callable[[UUID], str],
) -> Chart:
    """A lane for each of these priorities, with what falls into each period of the plan."""
    by_lane: dict[UUID, list[Due]] = defaultdict(list)
    for one in dues:
        by_lane[one.priority].append(one)
    over = periods(plan.first, plan.last)
    now = over.place(on)
    span = Span(
        names=tuple(over.name(n) for n in range(over.number)),
        now=now,
        now_says=f"{on.day} {on:%B %Y}" if now is not None else "",
    )
    lanes = [
        Lane(f"{one.number}. {one.title}", _cells(by_lane[one.id], over, address(one.id)))
        for one in priorities
    ]
    return timeline(lanes, span, title="When it is due", description=in_short(dues))


def _cells(dues: Iterable[Due], over: Periods, address: str) -> tuple[Cell, ...]:
    found: dict[tuple[int, StepState], list[str]] = defaultdict(list)
    for one in dues:
        found[over.index(one.day), one.state].append(one.what)
    ordered = sorted(found, key=lambda key: (key[0], IN_ORDER.index(key[1])))
    return tuple(
        Cell(
            period,
            DRAWN[state],
            len(names),
            f"{over.in_words(period)}, {number(len(names))} {SHOWN_AS[state]}: {said_of(names)}",
            address,
        )
        for period, state in ordered
        for names in (found[period, state],)
    )
