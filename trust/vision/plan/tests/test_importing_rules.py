"""What each row of a plan in a spreadsheet would make, or why it is refused."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.vision.plan.rules.brought import (
    Answers,
    Here,
    Judged,
    Known,
    NewAction,
    NewMeasure,
    Verdict,
    name_key,
)
from trust.vision.plan.rules.importing import judge
from trust.vision.plan.rules.lines import Line
from trust.vision.plan.rules.measured import Wrong, amount_in
from trust.vision.plan.tests.test_importing_sheets import COUNTY, FIGURES, OWNERS, PLACES
from trust.vision.plan.words import Column

FIRST, LAST = date(2009, 4, 1), date(2012, 3, 31)
KNOWN = Known(
    plan=UUID(int=1), first=FIRST, last=LAST, priorities={}, actions={}, measures={}, owners=OWNERS,
    figures=FIGURES, places=PLACES, everywhere=("E1", "Hampshire"), outcomes={"be healthy": "be-healthy"},
    aims=frozenset({"BH2"}),
)  # fmt: skip
GOOD = {
    Column.PRIORITY: "Fewer accidents", Column.ACTION: "Safer roads", Column.OWNER: "HCC",
    Column.DUE: "31 March 2011", Column.KNOWN_BY: "We count",
}  # fmt: skip
AIM = {
    Column.MEASURE: "NI 112", Column.BASELINE: "32.5", Column.BASELINE_PERIOD: "2007", Column.TARGET: "28",
    Column.TARGET_PERIOD: "2011",
}  # fmt: skip


def judged(*rows: dict[Column, str], answers: Answers | None = None, known: Known = KNOWN) -> list[Judged]:
    return judge([Line(n, row) for n, row in enumerate(rows, start=2)], known, answers)


def one(**changed: str) -> Judged:
    cells = {column.name.lower(): text for column, text in GOOD.items()} | changed
    return judged({Column[name.upper()]: text for name, text in cells.items() if text})[0]


def fault_of(found: Judged) -> tuple[Column, str]:
    assert found.verdict is Verdict.REFUSED
    [fault] = found.faults
    return fault.column, fault.sentence


# Rows


def test_a_good_row_makes_a_priority_and_an_action() -> None:
    found = one()
    assert found.says == "New priority and action"
    action = found.makes[1]
    assert isinstance(action, NewAction)
    assert (action.owner, action.due) == (COUNTY.id, date(2011, 3, 31))


def test_the_same_row_makes_the_same_thing_whenever_it_is_read() -> None:
    assert [new.id for new in one().makes] == [new.id for new in one(action="  safer ROADS ").makes]
    first, again = judged(GOOD, GOOD)
    assert (first.verdict, again.verdict) == (Verdict.NEW, Verdict.SAME)


def test_the_same_action_of_the_same_partner_under_another_priority_is_told_and_not_refused() -> None:
    again = GOOD | {Column.PRIORITY: "Quieter streets", Column.ACTION: "safer ROADS"}
    other = again | {Column.OWNER: "PCT"}
    assert [(found.verdict, found.twice) for found in judged(GOOD, GOOD, again, other)] == [
        (Verdict.NEW, ""),
        (Verdict.SAME, ""),
        (Verdict.NEW, "Fewer accidents"),
        (Verdict.NEW, ""),
    ]


@pytest.mark.parametrize(("ended", "twice"), [("", "Walking to school"), ("It was too dear.", "")])
def test_an_action_that_the_plan_has_elsewhere_is_told_unless_it_was_taken_out(
    ended: str, twice: str
) -> None:
    there = UUID(int=7)
    known = replace(
        KNOWN,
        priorities={"walking to school": there},
        titles={there: "Walking to school"},
        actions={(there, "safer roads", COUNTY.id): Here(UUID(int=8), {}, ended)},
    )
    assert judged(GOOD, known=known)[0].twice == twice


@pytest.mark.parametrize(
    ("changed", "column", "sentence"),
    [
        ({"priority": ""}, Column.PRIORITY, "Say which priority"),
        ({"owner": ""}, Column.OWNER, "Name the one partner"),
        ({"owner": "the Board"}, Column.OWNER, "is a stranger"),
        ({"owner": "HCC / PCT"}, Column.OWNER, "This names Hampshire County Council and Hampshire Primary"),
        ({"owner": "SHA", "due": "2011-07-01"}, Column.DUE, "ends on 30 June 2011, before this is due"),
        ({"due": ""}, Column.DUE, "Say by which day"),
        ({"due": "ongoing"}, Column.DUE, "is not a day"),
        ({"due": "1 April 2012"}, Column.DUE, "The plan runs from 1 April 2009 to 31 March 2012"),
        ({"known_by": ""}, Column.KNOWN_BY, "Say how anyone will see"),
        ({"known_by": "=?"}, Column.KNOWN_BY, "formula whose result"),
        ({"partners": "#REF!"}, Column.PARTNERS, "went wrong"),
        ({"action": "x" * 301}, Column.ACTION, "Shorten this to 300 characters: it has 301."),
        ({"reach": "some"}, Column.REACH, "Write universal, targeted or specialist"),
        ({"depends_on": "Nothing known"}, Column.DEPENDS_ON, "No action of the plan has these words"),
        ({"aims": "XX9"}, Column.AIMS, "There is no aim “XX9”"),
        ({"comparator": "all children"}, Column.COMPARATOR, "compare it with the others"),
    ],
)  # fmt: skip
def test_a_row_that_says_what_cannot_be_is_refused(
    changed: dict[str, str], column: Column, sentence: str
) -> None:
    where, why = fault_of(one(**changed))
    assert where is column
    assert sentence in why


def test_a_row_is_told_all_that_is_wrong_with_it_at_once() -> None:
    assert {fault.column for fault in one(owner="", due="", known_by="").faults} == {
        Column.OWNER, Column.DUE, Column.KNOWN_BY,
    }  # fmt: skip


def test_a_refused_row_makes_no_priority_but_the_next_good_one_does() -> None:
    bad, good = judged(GOOD | {Column.OWNER: "", Column.AIM_FOR_ALL: "Half as many"}, GOOD)
    assert bad.makes == ()
    assert good.says == "New priority and action"


def test_what_has_no_end_takes_the_last_day_where_somebody_said_so() -> None:
    found = judged(GOOD | {Column.DUE: "Ongoing"}, answers=Answers(ongoing=True))[0]
    assert isinstance(found.makes[1], NewAction)
    assert found.makes[1].due == LAST
    assert "the plan’s last day" in found.notes[0]


def test_a_name_means_whom_somebody_said() -> None:
    answers = Answers(owners={name_key("Children’s Services"): "HCC"})
    assert judged(GOOD | {Column.OWNER: "Children’s services"}, answers=answers)[0].verdict is Verdict.NEW


def test_an_action_that_waits_for_one_below_it_finds_it_and_a_ring_is_refused() -> None:
    first, second = judged(GOOD | {Column.DEPENDS_ON: "Lower speeds"}, GOOD | {Column.ACTION: "Lower speeds"})
    assert isinstance(first.makes[-1], NewAction)
    assert first.makes[-1].more["depends_on"] == str(second.makes[-1].id)
    ring = judged(
        GOOD | {Column.DEPENDS_ON: "B", Column.ACTION: "A"},
        GOOD | {Column.DEPENDS_ON: "A", Column.ACTION: "B"},
    )
    assert {found.verdict for found in ring} == {Verdict.REFUSED}


# Measures


def test_a_whole_measure_of_a_figure_that_we_hold_is_made() -> None:
    found = judged(GOOD | AIM)[0]
    measure = found.makes[-1]
    assert isinstance(measure, NewMeasure)
    assert (measure.aim.indicator, measure.aim.baseline, measure.aim.areas) == (
        "ni-112",
        Decimal("32.5"),
        ("E1",),
    )
    assert found.says == "New priority, action and measure"


def test_a_year_may_stand_in_brackets_beside_its_figure() -> None:
    row = GOOD | AIM | {Column.BASELINE: "32.5% (2007/08)", Column.BASELINE_PERIOD: ""}
    measure = judged(row)[0].makes[-1]
    assert isinstance(measure, NewMeasure)
    assert measure.aim.baseline_period == "2007/08"


def test_a_measure_comes_with_its_yearly_targets_and_without_them_nothing_is_said() -> None:
    measure = judged(GOOD | AIM | {Column.YEARLY_TARGETS: "2010: 28; 2009: 30%"})[0].makes[-1]
    assert isinstance(measure, NewMeasure)
    assert measure.aim.yearly_targets == (("2009", Decimal(30)), ("2010", Decimal(28)))
    assert measure.aim.path[Column.YEARLY_TARGETS] == "2009: 30\n2010: 28"
    straight = judged(GOOD | AIM)[0].makes[-1]
    assert isinstance(straight, NewMeasure)
    assert Column.YEARLY_TARGETS not in straight.aim.path
    words = judged(GOOD | AIM | {Column.YEARLY_TARGETS: "2010: 28", Column.TARGET: "TBC"})[0].makes[-1]
    assert isinstance(words, NewAction)
    assert "Yearly targets: 2010: 28." in words.how_we_will_know


@pytest.mark.parametrize(
    "lacking", [{Column.MEASURE: "Smiles"}, {Column.TARGET: "TBC"}, {Column.BASELINE: ""}]
)
def test_a_measure_that_is_not_whole_is_kept_as_words_and_nothing_is_lost(lacking: dict[Column, str]) -> None:
    found = judged(GOOD | AIM | lacking)[0]
    action = found.makes[-1]
    assert isinstance(action, NewAction)
    for text in (GOOD | AIM | lacking).values():
        assert (
            text in f"{action.how_we_will_know} Fewer accidents Safer roads HCC 31 March 2011"
            or text == "2007"
        )
    assert found.notes


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({Column.TARGET_PERIOD: "2006"}, Column.TARGET_PERIOD),
        ({Column.TARGET: "many"}, Column.TARGET),
        ({Column.YEARLY_TARGETS: "2010: better"}, Column.YEARLY_TARGETS),
        ({Column.YEARLY_TARGETS: "2007: 28"}, Column.YEARLY_TARGETS),
        ({Column.BASELINE_PERIOD: "last year"}, Column.BASELINE_PERIOD),
        ({Column.PLACES: "Leeds"}, Column.PLACES),
        ({Column.KIND: "both"}, Column.KIND),
    ],
)
def test_a_measure_that_cannot_be_is_refused(changed: dict[Column, str], column: Column) -> None:
    assert fault_of(judged(GOOD | AIM | changed)[0])[0] is column


@given(st.decimals(min_value=-(10**7), max_value=10**7, places=4))
def test_a_number_is_read_as_it_is_written(number: Decimal) -> None:
    assert amount_in(f"{number:,}", Column.TARGET) == number
    assert amount_in(f"{number}%", Column.TARGET) == number


@given(st.text(max_size=20))
def test_no_text_in_the_place_of_a_number_is_more_than_refused(text: str) -> None:
    with suppress(Wrong):
        assert amount_in(text, Column.TARGET).is_finite()


CELL = st.one_of(st.text(max_size=30), st.sampled_from(["HCC", "NI 112", "2011", "TBC", "=1+1", "ongoing"]))


@given(st.lists(st.dictionaries(st.sampled_from(list(Column)), CELL), max_size=6))
def test_whatever_stands_in_a_sheet_is_judged_and_the_good_is_there_the_second_time(
    rows: list[dict[Column, str]],
) -> None:
    found = judged(*rows)
    assert [one.line.number for one in found] == [n + 2 for n in range(len(rows))]
    for row in found:
        assert (row.verdict is Verdict.REFUSED) == bool(row.faults)
        assert not (row.makes and row.faults)
    ids = [new.id for row in found for new in row.makes]
    assert len(ids) == len(set(ids))


def test_a_day_of_the_plan_stays_within_it_whatever_it_is() -> None:
    for days in range(-400, 1600, 37):
        day = FIRST + timedelta(days=days)
        good = one(due=day.isoformat()).verdict is Verdict.NEW
        assert good == (FIRST <= day <= LAST)
