"""What a plan’s table shows beside its words: its findings, what was pledged, how each thing stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from trust.strategy.needs.queries import needs_that_say
from trust.vision.participation.queries import voices_headed
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.formats.plan_table import pledge_cells, rests_on
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.draft import draft
from trust.vision.plan.queries.milestones import steps_of
from trust.vision.plan.queries.progress import latest_reports, promises_of, readings_of
from trust.vision.plan.rules.brought import Finding
from trust.vision.plan.rules.columns import plain
from trust.vision.plan.rules.lines import Line
from trust.vision.plan.rules.shown import HeldPledge, Shown, findings_in
from trust.vision.plan.rules.way import as_cell
from trust.vision.plan.words import Column, Standing

COLUMNS = (Column.RESTS_ON, Column.PLEDGE, Column.STATUS)


def standing_of(plan: PublishedPlan, on: date) -> dict[UUID, str]:
    """How each action, measure and pledge stands on a day, in words; without what nobody has said."""
    actions = [action for one in plan.priorities for action in one.actions]
    measures = [measure for one in plan.priorities for measure in one.measures]
    pledges = [pledge.id for one in plan.priorities for pledge in one.pledges]
    told = latest_reports(pledges, on=on, of="pledge")
    return {
        **{promise.id: promise.word for promise in promises_of(actions, on)},
        **{key: reading.word for key, reading in readings_of(measures, on).items()},
        **{key: Standing(report.standing).in_words for key, report in told.items()},
    }


def ways_of(plan: PublishedPlan, on: date) -> dict[UUID, str]:
    """The steps on the way of each action as its cell has them: its milestones as of a day, and its words."""
    actions = [action for one in plan.priorities for action in one.actions]
    steps = steps_of([action.id for action in actions], on)
    return {action.id: as_cell(steps.get(action.id, ()), action.milestones) for action in actions}


def shown_in(plan: Plan, lines: Sequence[Line], on: date) -> Shown:
    """What the plan shows today, where a line speaks of it."""
    if not any(line.says(column) for line in lines for column in COLUMNS):
        return Shown()
    whole = draft(plan).plan
    findings = {one.id: frozenset(map(plain, rests_on(one))) for one in whole.priorities}
    return Shown(findings, _pledges(whole), standing_of(whole, on))


def _pledges(plan: PublishedPlan) -> dict[tuple[UUID, str, str], tuple[HeldPledge, ...]]:
    found: dict[tuple[UUID, str, str], list[HeldPledge]] = defaultdict(list)
    for one in plan.priorities:
        for pledge in one.pledges:
            says = {column: str(cell) for column, cell in pledge_cells(pledge).items() if cell is not None}
            found[one.id, plain(pledge.what), plain(pledge.partner)].append(HeldPledge(pledge.id, says))
    return {key: tuple(held) for key, held in found.items()}


def findings_named(lines: Iterable[Line]) -> dict[str, Finding]:
    """Every finding that a line names by its very words, in two queries."""
    cells = {line.says(Column.RESTS_ON) for line in lines} - {""}
    words = {one for text in cells for one in findings_in(text)}
    if not words:
        return {}
    voices = {heading: Finding(key, is_need=False) for heading, key in voices_headed(words).items()}
    return voices | {says: Finding(key, is_need=True) for says, key in needs_that_say(words).items()}
