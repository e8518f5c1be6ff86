"""What the plan’s table shows and never takes back: findings, pledges and how each thing stands."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from openpyxl import load_workbook

from trust.vision.plan import queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.shown import standing_of
from trust.vision.plan.rules.brought import Verdict
from trust.vision.plan.rules.lines import Line
from trust.vision.plan.rules.shown import HeldPledge, Shown, findings_in, other_pledge, other_status
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.test_importing_pages import brings, loads, saved, words
from trust.vision.plan.words import Column

type Row = dict[str, Any]
SAID = {
    Column.PLEDGE: "A nurse",
    Column.GIVER: "HCC",
    Column.AMOUNT: "12000.0",
    Column.AGREED_ON: "2010-06-01",
}
HELD = (HeldPledge(UUID(int=1), SAID),)


def taken(officer: Client, plan: Plan) -> Any:
    return load_workbook(BytesIO(officer.get(f"/office/plans/{plan.pk}/draft.xlsx").content))


def cells(line: Any, head: list[str]) -> Row:
    return dict(zip(head, line, strict=True))


def changed(officer: Client, plan: Plan, heading: str, value: object, where: Callable[[Row], Any]) -> bytes:
    """The plan’s own table with one cell changed, on the first row of which `where` is true."""
    book = taken(officer, plan)
    sheet = book["Plan"]
    head = [cell.value for cell in sheet[1]]
    line = next(one for one in sheet.iter_rows(min_row=2) if where(cells([c.value for c in one], head)))
    line[head.index(heading)].value = value
    return saved(book)


def told(officer: Client, plan: Plan, content: bytes) -> tuple[Verdict, str, str]:
    """Of the one row that a file says otherwise: its verdict, its sentences, and where it is changed."""
    answer = brings(officer, plan, content)
    [(one, _, address)] = [row for row in every_row(officer, answer) if row[0].notes]
    return one.verdict, " ".join(one.notes), address


def every_row(officer: Client, answer: Any) -> list[Any]:
    pages = [answer]
    while pages[-1].context["page"].has_next():
        number = pages[-1].context["page"].next_page_number()
        pages.append(officer.get(f"{answer.redirect_chain[-1][0]}?page={number}"))
    return [row for page in pages for row in page.context["rows"]]


def test_findings_pledges_and_status_leave_with_the_plan(officer: Client, plan: Plan) -> None:
    whole = queries.draft(plan).plan
    rows = list(taken(officer, plan)["Plan"].values)
    lines = [cells(row, list(rows[0])) for row in rows[1:]]
    pledged = {line["Pledge"] for line in lines} - {None}
    assert pledged == {one.what for priority in whole.priorities for one in priority.pledges}
    rests = {part for line in lines for part in findings_in(line["What it rests on"] or "")}
    assert rests == {need.statement for one in whole.priorities for need in one.needs} | {
        voice.heading for one in whole.priorities for voice in one.voices
    }
    standing = standing_of(whole, TODAY)
    assert {line["Status"] for line in lines if line["Action"]} == {
        standing[action.id] for one in whole.priorities for action in one.actions
    }
    assert all(line["Status"] for line in lines if line["Measure"])


def test_the_table_that_left_comes_back_and_nothing_is_said_of_it(officer: Client, plan: Plan) -> None:
    before = queries.draft(plan)
    content = officer.get(f"/office/plans/{plan.pk}/draft.xlsx").content
    rows = every_row(officer, brings(officer, plan, content))
    assert {one.verdict for one, _, _ in rows} == {Verdict.SAME}
    assert [one.notes for one, _, _ in rows if one.notes] == []
    assert "Nothing in this file is new" in loads(officer, plan, content)
    assert queries.draft(plan) == before


def test_a_pledge_that_was_changed_in_the_table_stays_as_it_was_agreed(officer: Client, plan: Plan) -> None:
    content = changed(officer, plan, "Pounds pledged", 1, lambda row: row["Pounds pledged"])
    verdict, sentence, address = told(officer, plan, content)
    assert verdict is Verdict.DIFFERS
    assert sentence.startswith("The plan says something else under “Pounds pledged”. What a partner agreed")
    assert officer.get(address).status_code == 200


def test_a_pledge_that_the_plan_has_not_is_to_be_recorded_on_its_page(officer: Client, plan: Plan) -> None:
    content = changed(officer, plan, "Pledge", "Ten nurses", lambda row: row["Pledge"])
    before = queries.draft(plan)
    verdict, sentence, address = told(officer, plan, content)
    assert verdict is Verdict.DIFFERS
    assert "record it on its own page, with who agreed it" in sentence
    assert "Record a pledge" in words(officer.get(address))
    assert "Nothing in this file is new" in loads(officer, plan, content)
    assert queries.draft(plan) == before


def test_a_status_that_was_changed_in_the_table_is_told_and_not_taken(officer: Client, plan: Plan) -> None:
    content = changed(officer, plan, "Status", "Splendid", lambda row: row["Action"] and row["Status"])
    verdict, sentence, _ = told(officer, plan, content)
    assert verdict is Verdict.SAME
    assert "and not “Splendid”. A status is told by its partner, never loaded." in sentence


@pytest.mark.parametrize(
    ("heading", "value"), [("Target", 1), ("Yearly targets", "2008/09: 6.5"), ("Tolerance", 0.5)]
)
def test_a_path_that_was_changed_is_changed_on_the_measures_page(
    officer: Client, plan: Plan, heading: str, value: object
) -> None:
    content = changed(
        officer, plan, heading, value, lambda row: "exclusions" in (row["Published figure"] or "")
    )
    verdict, sentence, address = told(officer, plan, content)
    assert verdict is Verdict.DIFFERS
    assert f"The plan gives this measure another {heading}." in sentence
    assert officer.get(address).status_code == 200


def test_other_findings_are_told_and_linked_on_the_priorities_page(officer: Client, plan: Plan) -> None:
    content = changed(
        officer, plan, "What it rests on", "Something else", lambda row: row["What it rests on"]
    )
    verdict, sentence, address = told(officer, plan, content)
    assert verdict is Verdict.DIFFERS
    assert sentence.startswith("The plan rests this priority on other findings.")
    assert officer.get(address).status_code == 200


def test_a_finding_that_nobody_made_is_left_out_and_told(officer: Client, plan: Plan) -> None:
    sheet = b"Priority,What it rests on\nSafer roads,Nobody ever found this\n"
    page = words(brings(officer, plan, sheet, "plan.csv"))
    assert "One row can be loaded." in page
    assert "No finding has these words, so it is not linked: “Nobody ever found this”." in page


@pytest.mark.parametrize(
    ("column", "text"),
    [(Column.AMOUNT, "£12,000"), (Column.AGREED_ON, "1 June 2010"), (Column.GIVER, "hcc")],
)
def test_the_same_said_in_another_way_is_the_same(column: Column, text: str) -> None:
    assert other_pledge(Line(2, {**SAID, column: text}), HELD) == ""


def test_of_two_pledges_of_the_same_words_either_will_do() -> None:
    other = HeldPledge(UUID(int=2), {**SAID, Column.AMOUNT: "500"})
    assert other_pledge(Line(2, {**SAID, Column.AMOUNT: "500"}), (*HELD, other)) == ""
    assert "“Pounds pledged”" in other_pledge(Line(2, {**SAID, Column.AMOUNT: "5"}), (*HELD, other))


def test_a_status_of_what_is_new_says_nothing() -> None:
    assert other_status(Line(2, {Column.STATUS: "Green"}), None, Shown()) == ""
    assert other_status(Line(2, {Column.STATUS: "Green"}), UUID(int=1), Shown()) == ""
