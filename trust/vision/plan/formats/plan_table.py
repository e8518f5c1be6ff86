"""The plan as a table: what it leaves as, what is blank to fill in, and what comes back unchanged."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from trust.foundation.kernel.english import exactly
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.formats.published import (
    PublishedAction,
    PublishedMeasure,
    PublishedPlan,
    PublishedPledge,
    PublishedPriority,
)
from trust.vision.plan.words import Column

NOT_OF_THE_PLAN = frozenset({Column.WAITING, Column.REASON})
COLUMNS = tuple(column for column in Column if column not in NOT_OF_THE_PLAN)
HEADINGS = tuple(column.value for column in COLUMNS)
# What most who fill it in need; every other column can be added by its heading.
BLANK = (
    Column.PRIORITY, Column.ACTION, Column.OWNER, Column.DUE, Column.PARTNERS, Column.RESOURCES,
    Column.KNOWN_BY, Column.MEASURE, Column.BASELINE, Column.BASELINE_PERIOD, Column.TARGET,
    Column.TARGET_PERIOD,
)  # fmt: skip
WAITING_HEADINGS = (*HEADINGS, Column.WAITING.value, Column.REASON.value)
SHEET = "Plan"
HOW = (
    ("A row", "One action, or one measure, under its priority. A priority may stand once, above its rows."),
    ("Who leads", "One partner organisation, by its name. The Board or a partnership cannot own an action."),
    ("By when", "A day within the plan, such as 31 March 2011. A month means its last day."),
    (
        "Measure",
        "A published figure that we hold, by its name or number, such as NI 112. Give both its years.",
    ),
    (
        "Yearly targets",
        "What is aimed at between the two years, such as 2010: 60; 2011: 55. Or leave it empty.",
    ),
    (
        "Steps on the way",
        "One on each line. “30 September 2010: nine schools” is a milestone, “2010: 60” a yearly target.",
    ),
    ("What does not fit", "It waits, with its reason. Nothing that waits changes the plan."),
)

type Cells = Mapping[Column, object]
type Standing = Mapping[UUID, str]
NOTHING_SAID: Standing = MappingProxyType({})


def plan_rows(
    plan: PublishedPlan,
    places: Mapping[str, str],
    standing: Standing = NOTHING_SAID,
    ways: Standing = NOTHING_SAID,
) -> Iterator[Sequence[object]]:
    """Every priority, action, measure and pledge as a row under `HEADINGS`.

    `places` names the codes of places; `standing` says how an action, a measure or a pledge stands, and
    `ways` which steps are on the way of an action.
    """
    for priority in plan.priorities:
        for cells in _of_priority(priority, places, standing, ways):
            yield [cells.get(column) for column in COLUMNS]


def _of_priority(
    priority: PublishedPriority, places: Mapping[str, str], standing: Standing, ways: Standing
) -> Iterator[Cells]:
    title = {Column.PRIORITY: priority.title}
    yield title | {
        Column.OUTCOMES: "; ".join(Outcome(code).label for code in priority.outcomes),
        Column.AIMS: "; ".join(priority.aims),
        Column.AIM_FOR_ALL: priority.aim_for_all,
        Column.GROUP: priority.group,
        Column.COMPARATOR: priority.comparator,
        Column.AIM_FOR_GROUP: priority.aim_for_group,
        Column.NEXT_STEP: priority.next_step,
        Column.RESTS_ON: "\n".join(rests_on(priority)),
    }
    for action in priority.actions:
        way = ways.get(action.id, action.milestones)
        told = {Column.STATUS: standing.get(action.id), Column.MILESTONES: way}
        yield title | _action(action) | told
    for measure in priority.measures:
        yield title | _measure(measure, places) | {Column.STATUS: standing.get(measure.id)}
    for pledge in priority.pledges:
        yield title | pledge_cells(pledge) | {Column.STATUS: standing.get(pledge.id)}


def rests_on(priority: PublishedPriority) -> list[str]:
    """The findings that a priority cites, each by its words."""
    return [*(need.statement for need in priority.needs), *(voice.heading for voice in priority.voices)]


def _action(action: PublishedAction) -> dict[Column, object]:
    return {
        Column.ACTION: action.what,
        Column.OWNER: action.owner,
        Column.DUE: action.due,
        Column.KNOWN_BY: action.how_we_will_know,
        Column.PARTNERS: action.partners,
        Column.RESOURCES: action.resources,
        Column.REACH: action.reach,
        Column.PREVENTION: action.prevention,
        Column.WHAT_WORKS: action.what_works,
        Column.DEPENDS_ON: action.depends_on,
    }


def _measure(measure: PublishedMeasure, places: Mapping[str, str]) -> dict[Column, object]:
    return {
        Column.MEASURE: measure.title,
        Column.FIGURE: measure.indicator,
        Column.KIND: measure.kind,
        Column.PLACES: "; ".join(places.get(code, code) for code in measure.areas),
        Column.ANSWERS: measure.owner,
        Column.BASELINE_PERIOD: measure.baseline_period,
        Column.BASELINE: float(measure.baseline),
        Column.TARGET_PERIOD: measure.target_period,
        Column.TARGET: float(measure.target),
        Column.YEARLY_TARGETS: "; ".join(f"{year}: {exactly(aim)}" for year, aim in measure.yearly_targets),
        Column.TOLERANCE: None if measure.tolerance is None else float(measure.tolerance),
    }


def pledge_cells(pledge: PublishedPledge) -> dict[Column, object]:
    return {
        Column.PLEDGE: pledge.what,
        Column.GIVER: pledge.partner,
        Column.GIVEN: pledge.given,
        Column.AMOUNT: None if pledge.amount is None else float(pledge.amount),
        Column.RECEIVER: pledge.receiver,
        Column.AGREED_BY: pledge.agreed_by,
        Column.AGREED_ON: pledge.agreed_on,
        Column.TREATMENT: pledge.treatment,
        Column.RECURRENCE: pledge.recurrence,
        Column.POWER: pledge.power,
    }


def waiting_cells(cells: Mapping[str, str], key: str, wrong: Sequence[Sequence[str]]) -> Sequence[object]:
    """A row that waits under `WAITING_HEADINGS`: what it says, and why it waits."""
    why = " ".join(f"{column}: {sentence}" for column, sentence in wrong)
    return [*(cells.get(heading) for heading in HEADINGS), key, why]
