"""What every local partnership adds to the county’s plan in a quarter, and which are silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.governance.board.queries import BodyCard, bodies
from trust.governance.board.words import BodyKind
from trust.vision.plan.formats import PublishedRow
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.queries.local import (
    LOCAL_KIND,
    ReturnCard,
    newest_rows,
    priority_titles,
    returns_of,
    told,
)
from trust.vision.plan.queries.published import newest_version
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
    said = returns_of([plan.pk for plan in plans.values()], on)
    rows = {body: _rows(plan, on, public=public) for body, plan in plans.items()}
    here = [one for one in bodies(on) if one.kind is BodyKind.LOCAL_PARTNERSHIP]
    cards = tuple(
        _partnership(one, plans.get(one.id), rows.get(one.id, ()), said, chosen, on) for one in here
    )
    lines = [
        line
        for one in here
        if one.id in plans
        for line in _lines(one, plans[one.id], rows[one.id], said.get(plans[one.id].pk, {}), chosen)
    ]
    return RollUp(
        chosen, tuple(over), cards, _contributions(county, lines, complete=not any(c.silent for c in cards))
    )


def _rows(plan: Plan, on: date, *, public: bool) -> tuple[PublishedRow, ...]:
    if public:
        live = newest_version(plan.pk, on)
        return live.plan.rows if live else ()
    titles = priority_titles(plan)
    return tuple(told(row, titles) for row in newest_rows(plan))


def _partnership(
    one: BodyCard,
    plan: Plan | None,
    rows: Sequence[PublishedRow],
    said: dict[UUID, dict[date, ReturnCard]],
    quarter: date | None,
    on: date,
) -> Partnership:
    card = said.get(plan.pk, {}).get(quarter) if plan and quarter else None
    return Partnership(
        body=one.id,
        name=one.name,
        found=one.found,
        plan=plan.pk if plan else None,
        title=plan.title if plan else "",
        rows=len(rows),
        unsure=sum(row.state != RowState.AGREED for row in rows),
        version=_version(plan, on) if plan else None,
        said_on=card.said_on if card else None,
        words=card.words if card else "",
        due=bool(plan and quarter and quarter in quarters_over(plan.first, plan.last, on)),
    )


def _version(plan: Plan, on: date) -> int | None:
    rows = PlanVersion.objects.filter(plan=plan, published_on__lte=on).order_by("-number")
    return rows.values_list("number", flat=True).first()


def _lines(
    one: BodyCard,
    plan: Plan,
    rows: Sequence[PublishedRow],
    said: dict[date, ReturnCard],
    quarter: date | None,
) -> list[LineTold]:
    card = said.get(quarter) if quarter else None
    lines = card.lines if card else {}
    return [_line(one.name, plan, row, lines.get(row.id)) for row in rows]


def _line(name: str, plan: Plan, row: PublishedRow, said: SaidOfRow | None) -> LineTold:
    if said is None:
        return LineTold(name, plan.pk, row)
    return LineTold(name, plan.pk, row, said.standing, said.words, said.reached)


def _contributions(county: Plan, lines: list[LineTold], *, complete: bool) -> tuple[Contribution, ...]:
    """Under each of the county’s priorities, then under those that the partnerships set themselves."""
    pairs: list[tuple[UUID | None, str]] = [*priority_titles(county).items(), (None, OWN)]
    titles = dict(pairs)
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
    said = returns_of([plan.pk], on).get(plan.pk, {})
    newest = said[max(said)] if said else None
    lines = newest.lines if newest else {}
    rows = tuple(_line(name, plan, row, lines.get(row.id)) for row in live.plan.rows)
    return LocalPortrait(
        name, rows, newest.quarter if newest else None, newest.said_on if newest else None,
        newest.words if newest else "",
    )  # fmt: skip
