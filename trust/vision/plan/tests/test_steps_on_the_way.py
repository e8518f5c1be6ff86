"""Steps on the way in a table become milestones and yearly targets; what is doubtful stays words."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.tables import as_xlsx
from trust.vision.plan import queries
from trust.vision.plan.actions.importing import mend_row
from trust.vision.plan.models import Measure, Milestone, MilestoneHeld, Plan
from trust.vision.plan.queries import importing
from trust.vision.plan.queries.shown import ways_of
from trust.vision.plan.rules.brought import Answers, Here, Judged, NewAction, NewMeasure, Verdict
from trust.vision.plan.rules.compared import other_way
from trust.vision.plan.rules.milestones import Step
from trust.vision.plan.rules.way import as_cell, pieces_of, way_to
from trust.vision.plan.tests.known import BY, TODAY
from trust.vision.plan.tests.test_importing import ROW, SIMPLE, brings, empty, loads
from trust.vision.plan.tests.test_importing_pages import words
from trust.vision.plan.tests.test_importing_rules import AIM, GOOD, judged
from trust.vision.plan.tests.test_importing_sheets import lines
from trust.vision.plan.words import Column

__all__ = ["empty"]

SEPTEMBER = date(2010, 9, 30)
STEPS = "30 September 2010: nine schools have it\n2009: 30%\nWe talk to parents"


def anything(day: date) -> None:
    """Let every day be one."""


def of(row: Judged) -> tuple[list[NewAction], list[NewMeasure]]:
    every = row.makes
    return [m for m in every if isinstance(m, NewAction)], [m for m in every if isinstance(m, NewMeasure)]


@pytest.mark.parametrize(
    "text",
    [
        "30 September 2010: nine schools", "Sept 2010 - nine schools", "nine schools by 30.9.10",
        "• nine schools (September 2010)", "2) nine schools by end of September 2010.",
    ],
)  # fmt: skip
def test_a_step_with_a_day_is_a_milestone_however_it_is_written(text: str) -> None:
    assert [piece.step for piece in pieces_of(text)] == [Step(SEPTEMBER, "nine schools")]


@pytest.mark.parametrize("text", ["2010/11: 60%", "60% by 2010/11", "60 in 2010-11", "60 (2010/11)"])
def test_a_step_with_a_year_and_a_number_is_a_yearly_target(text: str) -> None:
    assert [piece.aim for piece in pieces_of(text)] == [("2010/11", Decimal(60))]


@pytest.mark.parametrize(
    "text",
    ["We talk to parents", "Soon: more of it", "Annually: look again", "One by May. All by the end.", "1:"],
)
def test_what_names_neither_stays_words_and_says_why(text: str) -> None:
    way = way_to(pieces_of(text), anything)
    assert (way.steps, way.words) == ((), text)
    assert way.notes == (f"“{text}” is kept as words. It names no day, and no year with a number.",)


def test_steps_are_parted_by_lines_and_by_semicolons_where_each_part_is_one() -> None:
    assert len(pieces_of("May 2010: one; June 2010: two\nJuly 2010: three")) == 3
    assert [piece.step for piece in pieces_of("31 May 2010: one; and look")] == [
        Step(date(2010, 5, 31), "one; and look")
    ]


def test_a_month_is_told_as_the_day_that_it_is_read_as_and_one_step_is_there_once() -> None:
    way = way_to(pieces_of("Sept 2010: A\n30 September 2010: a"), anything)
    assert way.steps == (Step(SEPTEMBER, "A"),)
    assert way.notes == ("“Sept 2010” is read as 30 September 2010.",)


@given(st.text(max_size=80))
def test_no_text_breaks_it_and_no_word_is_lost(text: str) -> None:
    pieces = pieces_of(text)
    way = way_to(pieces, anything)
    assert {piece.text for piece in pieces if not piece.step} == {piece.text for piece in way.left}
    assert {piece.step for piece in pieces if piece.step} >= set(way.steps)
    assert all(piece.text in text for piece in pieces)


DAYS = st.dates(date(2006, 1, 1), date(2020, 1, 1))
WHATS = st.from_regex(r"[a-z][a-z ]{0,20}[a-z]", fullmatch=True)


@given(st.lists(st.tuples(DAYS, WHATS), unique=True, max_size=6))
def test_what_leaves_as_a_cell_reads_back_as_the_same(told: list[tuple[date, str]]) -> None:
    steps = [Step(day, what) for day, what in told]
    assert list(way_to(pieces_of(as_cell(steps, "")), anything).steps) == steps


def test_a_row_makes_an_action_with_milestones_and_a_measure_with_its_way() -> None:
    found = judged(GOOD | AIM | {Column.MILESTONES: STEPS})[0]
    (action,), (measure,) = of(found)
    assert action.steps == (Step(SEPTEMBER, "nine schools have it"),)
    assert action.more["milestones"] == "We talk to parents"
    assert measure.aim.yearly_targets == (("2009", Decimal(30)),)
    assert any("“We talk to parents” is kept as words" in note for note in found.notes)


@pytest.mark.parametrize(
    ("step", "because"),
    [
        ("1 May 2011: too late", "a milestone on its way cannot come after that."),
        ("1 May 1999: too early", "choose a day within it"),
        ("2011: 5", "before the target, 2011: 2011 does not."),
        ("2007: 5", "after the baseline, 2007"),
    ],
)
def test_a_step_that_cannot_be_stays_words_with_its_reason(step: str, because: str) -> None:
    found = judged(GOOD | AIM | {Column.MILESTONES: step})[0]
    (action,), (measure,) = of(found)
    assert (action.steps, action.more["milestones"], measure.aim.yearly_targets) == ((), step, ())
    assert any(f"“{step}” is kept as words." in note and because in note for note in found.notes)


def test_a_number_without_a_measure_and_words_without_an_action_are_told() -> None:
    found = judged(GOOD | {Column.MILESTONES: "2009: 30%"})[0]
    assert of(found)[0][0].more["milestones"] == "2009: 30%"
    assert "This row has no measure" in " ".join(found.notes)
    row = GOOD | AIM | {Column.ACTION: "", Column.DUE: "", Column.MILESTONES: STEPS}
    alone = judged(row)[0]
    assert of(alone)[1][0].aim.yearly_targets == (("2009", Decimal(30)),)
    assert "so this is not kept: “We talk to parents”." in " ".join(alone.notes)


def test_steps_below_headings_that_name_their_years_keep_them() -> None:
    head = ["Priority", "Milestone 2009", "Milestones 2010", "Milestones"]
    found, _ = lines(["One", "30%", "1 May 2010: open", "More"], head=head)
    assert found[0].says(Column.MILESTONES) == "2009: 30%\n1 May 2010: open\nMore"


HEAD = (*SIMPLE, "Indicator", "Baseline 2007", "Target 2011", "Steps on the way")
WITH = (*ROW, "NI 112", 32.5, 28, STEPS)


def rows_of(plan: Plan, tmp_path: Path, cells: tuple[Any, ...]) -> list[Judged]:
    brought = brings(plan, tmp_path, as_xlsx(HEAD, [cells]))
    return list(importing.read_sheet(brought, Answers(), TODAY).judged)


def test_a_file_loads_them_by_the_owner_of_the_action_and_comes_back_as_nothing_new(
    empty: Plan, tmp_path: Path
) -> None:
    loads(empty, tmp_path, as_xlsx(HEAD, [WITH]))
    step = Milestone.objects.get(action__priority__plan=empty)
    assert (step.on, step.what) == (SEPTEMBER, "nine schools have it")
    assert MilestoneHeld.objects.filter(milestone=step, owner__name="Hampshire County Council").count() == 1
    assert Measure.objects.get(priority__plan=empty).yearly_targets == [["2009", "30"]]
    (again,) = rows_of(empty, tmp_path, (*WITH[:-1], f"{STEPS} "))
    assert again.verdict is Verdict.SAME
    (cell,) = ways_of(queries.draft(empty).plan, TODAY).values()
    assert cell == "30 September 2010: nine schools have it\nWe talk to parents"
    (left,) = rows_of(empty, tmp_path, (*WITH[:-1], cell))
    assert left.verdict is Verdict.SAME


def test_a_step_that_is_not_there_is_told_and_not_taken(empty: Plan, tmp_path: Path) -> None:
    loads(empty, tmp_path, as_xlsx(HEAD, [WITH]))
    (other,) = rows_of(empty, tmp_path, (*WITH[:-1], "30 October 2010: ten schools have it"))
    assert other.verdict is Verdict.DIFFERS
    assert "The plan says something else under “Steps on the way”." in other.notes[-1]
    assert Milestone.objects.filter(action__priority__plan=empty).count() == 1


def test_a_row_that_waited_makes_the_same_by_hand(empty: Plan, tmp_path: Path) -> None:
    loads(empty, tmp_path, as_xlsx(HEAD, [(*WITH[:2], "the Board", *WITH[3:])]))
    (waits,) = importing.waiting(empty.pk)
    cells = {Column(name): text for name, text in waits.cells.items()} | {Column.OWNER: "HCC"}
    mend_row(row=waits.pk, cells=cells, **BY)
    assert Milestone.objects.get(action__priority__plan=empty).on == SEPTEMBER
    assert Measure.objects.get(priority__plan=empty).yearly_targets == [["2009", "30"]]


def test_words_that_were_kept_before_are_no_difference() -> None:
    here = Here(uuid4(), {Column.MILESTONES: STEPS})
    way = way_to(pieces_of(STEPS), anything)
    assert not other_way(here, STEPS, way)
    assert other_way(Here(here.id, {}), STEPS, way)
    both = Here(here.id, {Column.MILESTONES: way.words}, steps=frozenset(way.steps))
    assert not other_way(both, STEPS, way)


def test_the_preview_says_what_stays_words(officer: Client, empty: Plan, tmp_path: Path) -> None:
    brought = brings(empty, tmp_path, as_xlsx(HEAD, [WITH]))
    page = words(officer.get(f"/office/import/{brought.pk}/"))
    assert "“We talk to parents” is kept as words" in page


def test_who_ends_before_a_step_does_not_hold_it() -> None:
    def ended(day: date) -> None:
        raise Refused("It ends before.")

    way = way_to(pieces_of("30 September 2010: nine"), ended)
    assert (way.steps, way.notes) == ((), ("“30 September 2010: nine” is kept as words. It ends before.",))
