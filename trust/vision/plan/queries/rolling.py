"""What every local partnership adds to the county’s plan in a quarter, and which are silent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.governance.board.queries import BodyCard, bodies
from trust.governance.board.words import BodyKind
from trust.vision.plan.formats import PublishedRow
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.local import (
    LOCAL_KIND,
    ReturnCard,
    last_return,
    newest_rows,
    priority_titles,
    returns_of,
    told,
)
from trust.vision.plan.queries.published import newest_numbers, newest_plans, newest_version
from trust.vision.plan.rules.local import SaidOfRow, Sum, Told, add_up, letter, quarters_over
from trust.vision.plan.words import RowState, Standing, Status

OWN = "Priorities of their own"


@dataclass(frozen=True)
class Partnership:
    """A local partnership on a day: its plan, if it has one, and whether it spoke of the quarter."""

    body: UUID
    name: str
    found: bool
    plan: UUID | None
    title: str
    rows: int
    unsure: int
    version: int | None
    said_on: date | None
    words: str
    due: bool

    @property
    def silent(self) -> bool:
        return self.said_on is None and (self.plan is None or self.due)


@dataclass(frozen=True)
class LineTold:
    """One row of one partnership, with what was said of it; nothing, where it is silent."""

    partnership: str
    plan: UUID
    row: PublishedRow
    standing: Standing | None = None
    words: str = ""
    reached: int | None = None

    @property
    def letter(self) -> Status:
        return letter(self.standing)

    @property
    def word(self) -> str:
        return self.standing.in_words if self.standing else "Nothing said"


@dataclass(frozen=True)
class Contribution:
    """What the partnerships add to one priority; `silent` are those with nothing to show for it."""

    priority: UUID | None
    title: str
    sum: Sum
    lines: tuple[LineTold, ...]
    complete: bool


@dataclass(frozen=True)
class RollUp:
    """The county’s view of a quarter; `quarter` is none where none was over."""

    quarter: date | None
    quarters: tuple[date, ...]
    partnerships: tuple[Partnership, ...]
    contributions: tuple[Contribution, ...]

    @property
    def silent(self) -> list[Partnership]:
        return [one for one in self.partnerships if one.silent]

    @property
    def complete(self) -> bool:
        return not self.silent


@dataclass(frozen=True)
class LocalPortrait:
    """One local plan as it was published, with what was last said of each row."""

    name: str
    rows: tuple[LineTold, ...]
    quarter: date | None
    said_on: date | None
    words: str


def local_plans(on: date) -> dict[UUID, Plan]:
    """The local plan of each body that runs on a day."""
    found = Plan.objects.filter(kind=LOCAL_KIND, first__lte=on, last__gte=on).select_related("under", "body")
    return {plan.body_id: plan for plan in found if plan.body_id}


def roll_up(county: Plan, on: date, *, quarter: date | None = None, public: bool = False) -> RollUp:
    """What the partnerships add to each of the county’s priorities; what is missing is named, never guessed.

    The public reads what was published; the office reads the rows as they stand.
    """
    plans = {body: plan for body, plan in local_plans(on).items() if plan.under_id == county.pk}
    over = sorted(
        {q for plan in plans.values() for q in quarters_over(plan.first, plan.last, on)}, reverse=True
    )
    chosen = quarter if quarter in over else (over[0] if over else None)
    every = {plan.pk: plan for plan in plans.values()}
    titles = _published_titles(county, on) if public else priority_titles(county)
    said, numbers = returns_of(every, chosen, on), newest_numbers(every, on)
    rows = _published_rows(every, on) if public else _rows(every.values(), titles)
    states = [
        State(one, plan, rows.get(key, ()), said.get(key), numbers.get(key))
        for one in bodies(on)
        if one.kind is BodyKind.LOCAL_PARTNERSHIP
        for plan in (plans.get(one.id),)
        for key in (plan.pk if plan else one.id,)
    ]
    cards = tuple(_partnership(one, chosen, on) for one in states)
    complete = not any(card.silent for card in cards)
    lines = [line for one in states for line in _lines(one)]
    return RollUp(chosen, tuple(over), cards, _contributions(titles, lines, complete=complete))


@dataclass(frozen=True)
class State:
    """A partnership, its plan, if it has one, and what it said of the quarter, if it spoke."""

    body: BodyCard
    plan: Plan | None
    rows: Sequence[PublishedRow]
    said: ReturnCard | None
    version: int | None


def _published_titles(county: Plan, on: date) -> dict[UUID, str]:
    live = newest_version(county.pk, on)
    return {one.id: one.title for one in live.plan.priorities} if live else {}


def _published_rows(plans: Iterable[UUID], on: date) -> dict[UUID, tuple[PublishedRow, ...]]:
    return {key: plan.rows for key, plan in newest_plans(plans, on).items()}


def _rows(plans: Iterable[Plan], titles: Mapping[UUID, str]) -> dict[UUID, tuple[PublishedRow, ...]]:
    found: dict[UUID, list[PublishedRow]] = defaultdict(list)
    for row in newest_rows(*plans):
        found[row.row.plan_id].append(told(row, titles))
    return {key: tuple(rows) for key, rows in found.items()}


def _partnership(state: State, quarter: date | None, on: date) -> Partnership:
    one, plan, card = state.body, state.plan, state.said
    return Partnership(
        body=one.id,
        name=one.name,
        found=one.found,
        plan=plan.pk if plan else None,
        title=plan.title if plan else "",
        rows=len(state.rows),
        unsure=sum(row.state != RowState.AGREED for row in state.rows),
        version=state.version,
        said_on=card.said_on if card else None,
        words=card.words if card else "",
        due=bool(plan and quarter and quarter in quarters_over(plan.first, plan.last, on)),
    )


def _lines(state: State) -> list[LineTold]:
    plan, said = state.plan, state.said.lines if state.said else {}
    return [_line(state.body.name, plan, row, said.get(row.id)) for row in state.rows] if plan else []


def _line(name: str, plan: Plan, row: PublishedRow, said: SaidOfRow | None) -> LineTold:
    if said is None:
        return LineTold(name, plan.pk, row)
    return LineTold(name, plan.pk, row, said.standing, said.words, said.reached)


def _contributions(
    county: Mapping[UUID, str], lines: list[LineTold], *, complete: bool
) -> tuple[Contribution, ...]:
    """Under each of the county’s priorities, then under those that the partnerships set themselves."""
    titles: dict[UUID | None, str] = dict([*county.items(), (None, OWN)])
    by_priority: dict[UUID | None, list[LineTold]] = {key: [] for key in titles}
    for line in lines:
        by_priority[line.row.priority_id if line.row.priority_id in titles else None].append(line)
    return tuple(
        Contribution(
            key,
            titles[key],
            add_up([Told(line.partnership, line.standing, line.reached) for line in found]),
            tuple(found),
            complete and all(line.standing for line in found),
        )
        for key, found in by_priority.items()
    )


def local_portrait(plan: Plan, name: str, on: date) -> LocalPortrait | None:
    """A local plan for anyone to read, as it was published by a day; nothing where it was not."""
    live = newest_version(plan.pk, on)
    if live is None:
        return None
    newest = last_return(plan, on)
    lines = newest.lines if newest else {}
    rows = tuple(_line(name, plan, row, lines.get(row.id)) for row in live.plan.rows)
    return LocalPortrait(
        name, rows, newest.quarter if newest else None, newest.said_on if newest else None,
        newest.words if newest else "",
    )  # fmt: skip
