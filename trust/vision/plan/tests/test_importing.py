"""A plan that comes in as a spreadsheet is what its deeds would have made, and comes back unchanged."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from trust.foundation.audit.models import Event
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.tables import as_xlsx
from trust.governance.board.queries import bodies
from trust.vision.plan import actions, queries
from trust.vision.plan.actions import importing as deeds
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.formats.plan_table import HEADINGS, plan_rows
from trust.vision.plan.formats.sheets import read_file
from trust.vision.plan.models import Import, ImportLoad, Mended, Plan, WaitingRow
from trust.vision.plan.queries import importing
from trust.vision.plan.rules.brought import Answers, Verdict
from trust.vision.plan.tests.known import BY, NOW, TODAY
from trust.vision.plan.tests.test_actions import somebody_else
from trust.vision.plan.words import Column, MeasureKind

SIMPLE = ("Priority", "Action", "Lead", "By when", "How will we know")
ROW = ("Fewer accidents", "Safer roads", "Hampshire County Council", date(2011, 3, 31), "We count")


@pytest.fixture
def empty(plan: Plan) -> Plan:
    """A plan of another kind for the same years, with nothing in it yet."""
    days: dict[str, Any] = {"first": plan.first, "last": plan.last}
    return actions.begin_plan(token=uuid4(), title="A second plan", kind="play", **days, **BY)


def brings(plan: Plan, tmp_path: Path, content: bytes) -> Import:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(content)
    facts: dict[str, Any] = {"file_name": "plan.xlsx", "sha256": uuid4().hex * 2, "sheets": read_file(file)}
    return deeds.bring_in(plan=plan, **facts, **BY)


def loads(plan: Plan, tmp_path: Path, content: bytes, **answers: Any) -> ImportLoad | None:
    return deeds.load_import(brought=brings(plan, tmp_path, content), answers=Answers(**answers), **BY)


def sheet_of(plan: PublishedPlan) -> bytes:
    return as_xlsx(HEADINGS, plan_rows(plan, importing.place_names(TODAY)), about=[("Plan", plan.title)])


def said_in(plan: PublishedPlan) -> list[Any]:
    """All that a table of the plan says, in its order, without identifiers."""
    return [[str(cell) for cell in row] for row in plan_rows(plan, importing.place_names(TODAY))]


def without_order(plan: PublishedPlan) -> list[str]:
    return sorted(map(repr, said_in(plan)))


# There and back


def test_a_plan_that_left_comes_back_and_nothing_is_new(plan: Plan, tmp_path: Path) -> None:
    before = queries.draft(plan)
    brought = brings(plan, tmp_path, sheet_of(before.plan))
    reading = importing.read_sheet(brought, Answers(), TODAY)
    assert {row.verdict for row in reading.judged} == {Verdict.SAME}
    assert [row for row in reading.judged if row.notes] == []
    assert deeds.load_import(brought=brought, answers=Answers(), **BY) is None
    assert queries.draft(plan) == before


def test_a_plan_that_left_fills_an_empty_one_with_the_same_but_for_what_was_pledged(
    plan: Plan, empty: Plan, tmp_path: Path
) -> None:
    whole = queries.draft(plan).plan
    loads(empty, tmp_path, sheet_of(whole))
    words = replace(whole, priorities=tuple(replace(one, pledges=()) for one in whole.priorities))
    assert without_order(queries.draft(empty).plan) == without_order(words)
    cited = [len(one.needs) + len(one.voices) for one in whole.priorities]
    assert Event.objects.using("owner").filter(verb="plan.finding.linked", at=NOW).count() == sum(cited) > 0


def test_the_published_version_leaves_as_a_table_and_comes_back(
    plan: Plan, visitor: Client, tmp_path: Path
) -> None:
    live = queries.newest_version(plan.pk, TODAY)
    assert live
    answer = visitor.get(f"/plans/{plan.pk}/version/{live.number}.xlsx")
    assert f"plan-version-{live.number}.xlsx" in answer["Content-Disposition"]
    assert live.sha256 in [cell.value for cell in load_workbook(BytesIO(answer.content))["About"]["B"]]
    reading = importing.read_sheet(brings(plan, tmp_path, answer.content), Answers(), TODAY)
    assert {row.verdict for row in reading.judged} <= {Verdict.SAME, Verdict.DIFFERS}


def test_a_text_that_looks_like_a_formula_leaves_as_text_and_comes_back_as_it_was(
    plan: Plan, empty: Plan, tmp_path: Path
) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [(*ROW[:1], "=cmd()", *ROW[2:])]))
    content = sheet_of(queries.draft(plan).plan)
    cells = [cell for row in load_workbook(BytesIO(content))["Figures"].iter_rows() for cell in row]
    [found] = [cell for cell in cells if cell.value == "=cmd()"]
    assert found.data_type == "s"
    loads(empty, tmp_path, content)
    assert "=cmd()" in {a.what for p in queries.draft(empty).plan.priorities for a in p.actions}


# As the deeds do it


def test_a_row_makes_what_the_deeds_make_and_leaves_their_lines_in_the_record(
    plan: Plan, empty: Plan, tmp_path: Path
) -> None:
    head = (*SIMPLE, "Indicator", "Baseline 2007", "Target 2011")
    loads(empty, tmp_path, as_xlsx(head, [(*ROW, "NI 112", 32.5, 28)]))
    by_hand(plan)
    one, other = (queries.draft(of).plan.priorities[-1] for of in (empty, plan))
    assert bare(one) == bare(other)
    for verb in ("plan.priority.added", "plan.action.added", "plan.measure.added"):
        mine, theirs = (
            Event.objects.using("owner").get(verb=verb, subject__endswith=key)
            for key in keys(verb, one, other)
        )
        assert mine.detail == theirs.detail
        assert (mine.by, mine.at) == (theirs.by, theirs.at)


def by_hand(plan: Plan) -> None:
    words = dict.fromkeys(("aim_for_all", "group", "comparator", "aim_for_group", "next_step"), "")
    key = actions.add_priority(token=uuid4(), plan=plan, words=words | {"title": ROW[0]}, **BY).pk
    facts: dict[str, Any] = {"token": uuid4(), "priority": key, "owner": "hampshire-county-council", **BY}
    actions.add_action(what="Safer roads", due=date(2011, 3, 31), how_we_will_know="We count", **facts)
    path: dict[str, Any] = {
        "baseline_period": "2007",
        "baseline": Decimal("32.5"),
        "target_period": "2011",
        "target": Decimal(28),
    }
    about: dict[str, Any] = {"about": "Hampshire", "areas": ["E10000014"], "indicator_code": "ni-112"}
    kind: dict[str, Any] = {"kind": MeasureKind.POPULATION, "title": "NI 112"}
    actions.add_measure(**(facts | {"token": uuid4()}), **path, **about, **kind)


def bare(priority: Any) -> Any:
    facts = {name: value for name, value in vars(priority).items() if name not in {"id", "number"}}
    parts = {name: [bare_of(one) for one in facts[name]] for name in ("actions", "measures")}
    return facts | parts


def bare_of(thing: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(thing).items() if name != "id"}


def keys(verb: str, *priorities: Any) -> list[str]:
    part = verb.split(".")[1]
    return [str(one.id if part == "priority" else getattr(one, f"{part}s")[0].id) for one in priorities]


def test_what_is_there_and_said_otherwise_stays_and_is_told(plan: Plan, tmp_path: Path) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [ROW]))
    later = (*ROW[:3], date(2011, 6, 30), ROW[4])
    brought = brings(plan, tmp_path, as_xlsx(SIMPLE, [later]))
    [row] = importing.read_sheet(brought, Answers(), TODAY).judged
    assert row.verdict is Verdict.DIFFERS
    assert "The plan says something else under “By when”" in row.notes[0]
    assert deeds.load_import(brought=brought, answers=Answers(), **BY) is None


def test_a_waiting_row_that_the_plan_says_otherwise_is_not_taken_for_mended(
    plan: Plan, tmp_path: Path
) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [ROW, (*ROW[:1], "Other", "the Board", *ROW[3:])]))
    [waits] = importing.waiting(plan.pk)
    cells = {Column(name): text for name, text in waits.cells.items()}
    cells |= {Column.ACTION: ROW[1], Column.OWNER: "HCC", Column.DUE: "30 June 2011"}
    with pytest.raises(Refused, match="The plan says something else under “By when”"):
        deeds.mend_row(row=waits.pk, cells=cells, **BY)
    assert importing.waiting(plan.pk).count() == 1


def test_an_action_that_was_taken_out_stays_out(plan: Plan, tmp_path: Path) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [ROW]))
    action = queries.draft(plan).plan.priorities[-1].actions[0].id
    actions.end_action(action=action, because="No money.", **BY)
    brought = brings(plan, tmp_path, as_xlsx(SIMPLE, [ROW]))
    [row] = importing.read_sheet(brought, Answers(), TODAY).judged
    assert row.notes == ("This action was taken out of the plan: No money.",)
    assert deeds.load_import(brought=brought, answers=Answers(), **BY) is None


def test_an_owner_that_has_ended_or_ends_before_the_day_is_refused(plan: Plan, tmp_path: Path) -> None:
    rows = [(*ROW[:2], who, *ROW[3:]) for who in ("LSC", "South Central SHA")]
    load = loads(plan, tmp_path, as_xlsx(SIMPLE, [rows[0], (*rows[1][:1], "Other", *rows[1][2:])]))
    assert load
    assert (load.added, load.waiting) == (1, 1)
    [waits] = importing.waiting(plan.pk)
    assert "Learning and Skills Council ended on 31 March 2010" in waits.wrong[0][1]


# Who is second


def test_the_second_of_two_loads_is_told_and_nothing_is_there_twice(plan: Plan, tmp_path: Path) -> None:
    brought = brings(plan, tmp_path, as_xlsx(SIMPLE, [ROW]))
    load: dict[str, Any] = {"brought": brought, "answers": Answers(), **BY}
    with (
        somebody_else(lambda: deeds.load_import(**load)),
        pytest.raises(Refused, match="Someone else has just loaded this file"),
    ):
        deeds.load_import(**load)
    assert [row.title for row in queries.draft(plan).plan.priorities].count(ROW[0]) == 1


def test_a_row_is_dealt_with_once(plan: Plan, tmp_path: Path) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [(*ROW[:2], "the Board", *ROW[3:])]))
    [waits] = importing.waiting(plan.pk)
    deeds.set_aside(row=waits.pk, because="Not ours", **BY)
    with pytest.raises(Refused, match="just dealt with"):
        deeds.set_aside(row=waits.pk, because="Not ours", **BY)
    with pytest.raises(Refused, match="just dealt with"):
        deeds.mend_row(row=waits.pk, cells={}, **BY)
    with pytest.raises(NotFound):
        deeds.set_aside(row=uuid4(), because="Not ours", **BY)
    assert Mended.objects.count() == 1


def test_a_row_that_is_still_wrong_is_not_mended(plan: Plan, tmp_path: Path) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [(*ROW[:2], "the Board", *ROW[3:])]))
    [waits] = importing.waiting(plan.pk)
    before = queries.draft(plan)
    with pytest.raises(Refused, match="The Board cannot own an action"):
        deeds.mend_row(row=waits.pk, cells={Column(name): text for name, text in waits.cells.items()}, **BY)
    assert queries.draft(plan) == before


def test_a_row_of_another_plan_is_not_closed_from_here(plan: Plan, empty: Plan, tmp_path: Path) -> None:
    loads(empty, tmp_path, as_xlsx(SIMPLE, [(*ROW[:2], "the Board", *ROW[3:])]))
    [waits] = importing.waiting(empty.pk)
    loads(plan, tmp_path, as_xlsx((*SIMPLE, Column.WAITING.value), [(*ROW, str(waits.pk))]))
    assert importing.waiting(empty.pk).count() == 1


def test_a_local_plan_is_not_filled_from_here(plan: Plan, tmp_path: Path) -> None:
    body = next(one for one in bodies(TODAY) if one.name.startswith("Rushmoor"))
    facts: dict[str, Any] = {"kind": "local-delivery", "body": body.id, "under": plan}
    local = actions.begin_plan(
        token=uuid4(), title="Local", first=date(2010, 1, 1), last=date(2011, 3, 31), **facts, **BY
    )
    with pytest.raises(Refused, match="A local plan keeps its rows on its own page"):
        brings(local, tmp_path, as_xlsx(SIMPLE, [ROW]))


# Many


def test_a_file_of_many_rows_asks_no_more_than_a_small_one(plan: Plan, tmp_path: Path) -> None:
    def asked_for(rows: int) -> int:
        shown = ("A finding", "On track", "A pledge", "May 2010: one\nJune 2010: two")
        head = (*SIMPLE, "What it rests on", "Status", "Pledge", "Steps on the way")
        content = as_xlsx(head, [(ROW[0], f"Action {rows} {n}", *ROW[2:], *shown) for n in range(rows)])
        brought = brings(plan, tmp_path, content)
        with CaptureQueriesContext(connection) as asked:
            deeds.load_import(brought=brought, answers=Answers(), **BY)
        return len(asked)

    asked_for(1)
    assert asked_for(400) <= asked_for(2)
    assert WaitingRow.objects.count() == 0


def test_identifiers_come_from_what_is_said_so_they_are_the_same_anywhere(plan: Plan, tmp_path: Path) -> None:
    loads(plan, tmp_path, as_xlsx(SIMPLE, [ROW]))
    assert isinstance(queries.draft(plan).plan.priorities[-1].id, UUID)
    brought = brings(plan, tmp_path, as_xlsx(SIMPLE, [ROW, (ROW[0].upper(), *ROW[1:])]))
    assert {row.verdict for row in importing.read_sheet(brought, Answers(), TODAY).judged} == {Verdict.SAME}
