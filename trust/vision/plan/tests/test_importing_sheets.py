"""How a sheet is understood: its headings, its lines, its days and its names."""

from contextlib import suppress
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.columns import as_chosen, find_head, meaning, period_in
from trust.vision.plan.rules.due import NotADay, read_due
from trust.vision.plan.rules.lines import Line, lines_of, priority_key
from trust.vision.plan.rules.naming import FigureFact, Figures, OwnerFact, Owners, places_in
from trust.vision.plan.words import Column


def owner(name: str, kind: str = "other_body", *, last: date | None = None, cannot: str = "") -> OwnerFact:
    return OwnerFact(uuid4(), name.lower().replace(" ", "-"), name, kind, last is None, last, cannot, cannot)


COUNTY = owner("Hampshire County Council", "local_authority")
PCT = owner("Hampshire Primary Care Trust", "pct")
SHA = owner("South Central Strategic Health Authority", "sha", last=date(2011, 6, 30))
HART = owner("Hart District Council", "district_council")
HAVANT = owner("Havant Borough Council", "district_council")
OWNERS = Owners([COUNTY, PCT, SHA, HART, HAVANT], lambda name: f"{name} is a stranger.")
FIGURES = Figures([FigureFact("ni-112", "Under-18 conception rate", "Girls who became pregnant", "NI 112")])
PLACES = {"hampshire": ("E1", "Hampshire"), "basingstoke and deane": ("E7", "Basingstoke and Deane")}


# Headings


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Lead", "Who leads"), ("Who", "Who leads"), ("Lead agency / officer", "Who leads"),
        ("Lead partner", "Who leads"), ("By whom?", "Who leads"), ("Responsible organisation", "Who leads"),
        ("Timescale", "By when"), ("By when?", "By when"), ("Completion date", "By when"),
        ("Success measure", "How we will know"), ("How we’ll know", "How we will know"),
        ("Baseline 2008/09", "Baseline"), ("Target 2012", "Target"), ("Target 2010-11", "Target"),
        ("What we will do", "Action"), ("Key actions", "Action"), ("Priority area", "Priority"),
        ("ECM outcome", "Outcomes"), ("Performance indicator", "Measure"), ("RAG status", "Status"),
        ("Partners involved", "Who else helps"), ("Resource implications", "What it needs"), ("Ref", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_what_it_means(heading: str, column: str | None) -> None:
    found = meaning(heading)
    assert (found.value if found else None) == column


@pytest.mark.parametrize("column", list(Column))
def test_every_heading_that_leaves_comes_back(column: Column) -> None:
    assert meaning(column.value) is column


def test_the_headings_are_found_below_titles_and_over_two_lines() -> None:
    rows = [
        (1, ["Delivery plan", "", "", ""]),
        (3, ["", "", "Baseline", "Target"]),
        (4, ["Priority", "Action", "2008/09", "2011/12"]),
        (5, ["Fewer accidents", "Safer roads", "41", "30"]),
    ]
    head = find_head(rows)
    assert head
    assert head.number == 4
    assert [(c.column and c.column.name, c.period) for c in head.columns][2:] == [
        ("BASELINE", "2008/09"),
        ("TARGET", "2011/12"),
    ]


def test_a_table_that_is_no_plan_has_no_headings() -> None:
    assert find_head([(1, ["Name", "Age"]), (2, ["Jo", "3"])]) is None
    assert find_head([]) is None


def test_of_two_columns_that_mean_one_thing_the_first_is_taken_and_two_cannot_be_chosen() -> None:
    head = find_head([(1, ["Priority", "Action", "Lead", "Lead officer"])])
    assert head
    assert [c.column for c in head.columns][2:] == [Column.OWNER, None]
    with pytest.raises(Refused, match="cannot both be “Who leads”"):
        as_chosen(head, {3: Column.OWNER})
    assert as_chosen(head, {2: None, 3: Column.OWNER}).columns[3].column is Column.OWNER


def test_an_objective_stands_for_the_priority_where_no_column_is_called_so() -> None:
    head = find_head([(1, ["Objective", "Action", "Lead"])])
    assert head
    assert head.columns[0].column is Column.PRIORITY


@given(st.text(max_size=40))
def test_any_heading_can_be_read(text: str) -> None:
    meaning(text)
    period_in(text)
    priority_key(text)


# Lines


def lines(*rows: list[str], head: list[str] | None = None) -> tuple[list[Line], list[str]]:
    notes: list[str] = []
    table = [(n, cells) for n, cells in enumerate([head or ["Priority", "Action", "Lead"], *rows], start=1)]
    found = find_head(table)
    assert found
    return list(lines_of(table, found, notes)), notes


def test_a_priority_that_is_written_once_stands_for_the_rows_below_it() -> None:
    found, _ = lines(["One", "a", "HCC"], ["", "b", "HCC"], ["", "", ""], ["Two", "c", "HCC"])
    assert [line.says(Column.PRIORITY) for line in found] == ["One", "One", "Two"]


def test_a_heading_across_the_sheet_is_the_priority_where_no_column_is() -> None:
    head = ["Action", "Lead", "By when"]
    found, _ = lines(
        ["Be healthy"] * 3, ["a", "HCC", "2011"], ["Stay safe", "", ""], ["b", "PCT", ""], head=head
    )
    assert [line.says(Column.PRIORITY) for line in found] == ["Be healthy", "Stay safe"]


def test_totals_notes_and_repeated_headings_are_passed_over_and_told() -> None:
    found, notes = lines(
        ["One", "a", "HCC"], ["Priority", "Action", "Lead"], ["Total", "1", ""], ["Source: our own", "", ""]
    )
    assert [line.number for line in found] == [2]
    assert len(notes) == 2


def test_of_yearly_targets_the_last_that_is_filled_stands() -> None:
    found, _ = lines(["One", "40", "", "30"], head=["Priority", "Target 2010", "Action", "Target 2011"])
    assert (found[0].says(Column.TARGET), found[0].says(Column.TARGET_PERIOD)) == ("30", "2011")
    assert found[0].says(Column.YEARLY_TARGETS) == "2010: 40"


@pytest.mark.parametrize(
    ("row", "yearly"),
    [
        (["One", "20", "30", "40"], "2010: 40; 2011: 30"),
        (["One", "20", "", "40"], "2010: 40"),
        (["One", "20", "TBC", "40"], "2010: 40"),
        (["One", "20", "", ""], ""),
    ],
)
def test_targets_of_several_years_are_the_way_to_the_last_in_whatever_order_they_stand(
    row: list[str], yearly: str
) -> None:
    found, _ = lines(row, head=["Priority", "Target 2012", "Target 2011", "Target 2010"])
    assert (found[0].says(Column.TARGET), found[0].says(Column.TARGET_PERIOD)) == ("20", "2012")
    assert found[0].says(Column.YEARLY_TARGETS) == yearly


def test_yearly_targets_of_one_column_stand_beside_those_of_others() -> None:
    found, _ = lines(["One", "2009: 45", "40", "30"],
                     head=["Priority", "Annual targets", "Target 2010", "Target 2011"])  # fmt: skip
    assert found[0].says(Column.YEARLY_TARGETS) == "2009: 45; 2010: 40"


# Days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2011-03-31", "2011-03-31"), ("31 March 2011", "2011-03-31"), ("31/03/2011", "2011-03-31"),
        ("31.3.11", "2011-03-31"), ("31-Mar-11", "2011-03-31"), ("Mar-11", "2011-03-31"),
        ("by end of March 2011", "2011-03-31"), ("03/2011", "2011-03-31"), ("2010/11", "2011-03-31"),
        ("Q4 2010/11", "2011-03-31"), ("2011", "2011-12-31"), ("Sept 2010", "2010-09-30"),
        ("February 2012", "2012-02-29"), ("40633", "2011-03-31"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str, day: str) -> None:
    assert read_due(text).day.isoformat() == day


@pytest.mark.parametrize(
    "text", ["Spring", "3/31/2011", "31 Juni 2010", "2010/13", "13/2011", "TBC", "12", "?", "–"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotADay):
        read_due(text)


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_a_day_and_its_number_in_a_spreadsheet_are_one(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert read_due(str(serial)).day == read_due(in_words(day)).day == day


@given(st.text(max_size=30))
def test_no_text_in_the_place_of_a_day_is_more_than_refused(text: str) -> None:
    with suppress(NotADay):
        assert read_due(text).day


# Names


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Hampshire County Council", COUNTY), ("hampshire-county-council", COUNTY), ("HCC", COUNTY),
        ("the County Council", COUNTY), ("Hampshire CC", COUNTY), ("PCT", PCT), ("Hampshire PCT", PCT),
        ("HPCT", PCT), ("South Central SHA", SHA), ("SHA", SHA), ("Havant BC", HAVANT),
        ("Hart Council", HART), ("Children’s Services", None), ("", None),
    ],
)  # fmt: skip
def test_a_partner_is_known_by_its_name_and_its_short_forms(text: str, meant: OwnerFact | None) -> None:
    assert OWNERS.find(text) == meant


def test_a_short_form_of_several_is_refused() -> None:
    both = Owners([owner("Hart Youth Trust"), owner("Havant Youth Trust")], str)
    with pytest.raises(Refused, match="“HYT” may be Hart Youth Trust or Havant Youth Trust"):
        both.find("HYT")


def test_a_figure_is_known_by_number_code_and_title() -> None:
    for text in ("NI 112", "ni112", "NI 0112 teenage pregnancy", "under-18 conception rate", "ni-112"):
        assert FIGURES.find(text)
    assert FIGURES.find("NI 113") is None


def test_places_are_known_by_name_even_with_an_and_in_it() -> None:
    assert [code for code, _ in places_in("Hampshire and Basingstoke and Deane", PLACES)] == ["E1", "E7"]
    assert [code for code, _ in places_in("Basingstoke and Deane; Hampshire", PLACES)] == ["E7", "E1"]
    with pytest.raises(Refused, match="“Leeds” is not a place here"):
        places_in("Leeds", PLACES)
