from datetime import date

import pytest

from trust.vision.outcomes.formats.figures import COLUMNS, Fault, Known, Unreadable, read_figures
from trust.vision.outcomes.formats.rows import Definition, Key, Row
from trust.vision.outcomes.words import Method

GOOD = {
    "indicator": "ni-112",
    "area": "E07000088",
    "period": "2008",
    "sex": "all",
    "numerator": "60",
    "denominator": "1500",
    "value": "40.0",
    "published_on": "2010-02-24",
    "source": "Office for National Statistics",
    "licence": "OGL v3.0",
}
KNOWN = Known(
    {
        "ni-112": Definition(Method.RATE, 1000, 14),
        "share": Definition(Method.PROPORTION, 100, None),
        "score": Definition(Method.NONE, 1, 3),
    },
    frozenset({"E07000088", "E07000090"}),
)


def a_file(*rows: dict[str, str], start: str = "") -> bytes:
    lines = [",".join(COLUMNS), *(",".join({**GOOD, **row}.get(c, "") for c in COLUMNS) for row in rows)]
    return (start + "\n".join(lines) + "\n").encode()


def read(*rows: dict[str, str]) -> tuple[list[Row], list[Fault]]:
    return read_figures(a_file(*rows), KNOWN, file="some.csv")


def the_fault(**row: str) -> Fault:
    rows, faults = read(row)
    assert rows == []
    [fault] = faults
    return fault


def test_a_good_row_is_read_as_it_was_published() -> None:
    [row], faults = read({})
    assert faults == []
    assert (row.numerator, row.denominator, row.value, row.known_on) == (60, 1500, 40.0, date(2010, 2, 24))
    assert row.main


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        ({"period": "two years ago"}, "period", "“two years ago” is not a period"),
        ({"indicator": "ni-999"}, "indicator", "“ni-999” is not an indicator"),
        ({"area": "E07000999"}, "area", "“E07000999” is not the code of a place"),
        ({"value": "about forty"}, "value", "“about forty” is not a number"),
        ({"value": "nan"}, "value", "is not a number"),
        ({"value": "1_000"}, "value", "is not a number"),
        ({"numerator": "-1"}, "numerator", "nought or more"),
        ({"numerator": "60.5"}, "numerator", "not a whole number"),
        ({"denominator": "0"}, "denominator", "more than nought"),
        ({"published_on": "24/02/2010"}, "published_on", "not a day written as 2010-06-08"),
        ({"published_on": "20100224"}, "published_on", "not a day written as 2010-06-08"),
        ({"published_on": "2007-12-31"}, "published_on", "before its period began"),
        ({"mark": "?"}, "mark", "is not a mark we know"),
        ({"mark": "c"}, "mark", "withheld so that nobody can be recognised"),
        ({"value": "", "numerator": ""}, "value", "no figure and no mark"),
        ({"value": "30"}, "value", "30 is not 60 out of 1500: that is 40.0"),
        ({"value": "30", "numerator": "6000"}, "numerator", "6000 is above its denominator, 1500"),
        ({"lower": "30"}, "upper", "both its limits"),
        ({"lower": "41", "upper": "45"}, "value", "not between its limits"),
        ({"source": ""}, "source", "needs its source"),
        ({"licence": ""}, "licence", "needs its licence"),
        (
            {"indicator": "share", "numerator": "1600", "value": ""},
            "numerator",
            "1600 is above its denominator, 1500",
        ),
        (
            {"indicator": "share", "value": "4", "published_on": ""},
            "published_on",
            "we cannot say when it was known",
        ),
    ],
)
def test_a_bad_row_waits_with_its_line_its_field_and_a_sentence(
    row: dict[str, str], field: str, says: str
) -> None:
    fault = the_fault(**row)
    assert (fault.line, fault.field) == (2, field)
    assert says in fault.sentence


def test_a_file_with_a_nul_in_it_is_refused_with_the_line() -> None:
    with pytest.raises(Unreadable, match="Line 2 holds a character that cannot be kept"):
        read({"group": "girls\x00"})


def test_a_bad_row_does_not_hold_back_a_good_one() -> None:
    rows, faults = read({"value": "?"}, {"area": "E07000090"})
    assert ([row.area for row in rows], [fault.line for fault in faults]) == (["E07000090"], [2])


def test_a_rate_may_count_more_events_than_people() -> None:
    rows, faults = read({"numerator": "3000", "value": "2000"})
    assert (len(rows), faults) == (1, [])


def test_the_same_figure_twice_is_refused_and_says_where_the_first_stands() -> None:
    rows, faults = read({}, {"value": "40.1"})
    assert len(rows) == 1
    assert faults[0].line == 3
    assert "already in some.csv, line 2" in faults[0].sentence


def test_the_same_figure_in_a_later_file_is_refused_too() -> None:
    seen: dict[Key, str] = {}
    read_figures(a_file({}), KNOWN, file="first.csv", seen=seen)
    _, [fault] = read_figures(a_file({}), KNOWN, file="second.csv", seen=seen)
    assert "already in first.csv, line 2" in fault.sentence


def test_a_revision_is_another_row_not_the_same_one_twice() -> None:
    rows, faults = read({}, {"published_on": "2011-02-22"})
    assert (len(rows), faults) == (2, [])


def test_missing_is_not_nought() -> None:
    rows, _ = read(
        {"value": "", "numerator": "", "denominator": "", "mark": "x"},
        {"area": "E07000090", "value": "0", "numerator": "0"},
    )
    assert [(row.value, row.mark) for row in rows] == [(None, "x"), (0.0, "")]


def test_a_day_that_is_not_known_is_the_end_of_the_period_and_the_usual_lag() -> None:
    [row], _ = read({"published_on": ""})
    assert (row.published_on, row.known_on) == (None, date(2010, 2, 28))


def test_a_byte_mark_at_the_start_and_blank_lines_do_no_harm() -> None:
    content = a_file({}, start="\ufeff") + b"\n,,,,\n"
    assert len(read_figures(content, KNOWN, file="some.csv")[0]) == 1


def test_a_spare_comma_is_noticed() -> None:
    content = a_file({}).rstrip(b"\n") + b",\n"
    [fault] = read_figures(content, KNOWN, file="some.csv")[1]
    assert (fault.field, fault.line) == ("row", 2)


def test_a_line_is_counted_though_a_cell_holds_a_line_break() -> None:
    content = a_file({"published_note": '"one\ntwo"'}, {"value": "?", "area": "E07000090"})
    [fault] = read_figures(content, KNOWN, file="some.csv")[1]
    assert fault.line == 4


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xff\xfe\x00", "not written in UTF-8"), (b"", "lacks indicator"), (b"a,b\n", "lacks")],
)
def test_a_file_that_is_not_ours_is_refused_whole(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_figures(content, KNOWN, file="some.csv")


def test_all_the_children_are_those_broken_down_by_nothing() -> None:
    rows, _ = read({"sex": "all"}, {"sex": "female"}, {"sex": "all", "group": "free school meals"})
    assert [row.sex + row.group for row in rows if row.main] == ["all"]


def test_where_there_is_one_breakdown_it_is_the_main_one() -> None:
    rows, _ = read({"sex": "female"}, {"sex": "female", "period": "2007"})
    assert all(row.main for row in rows)


def test_with_two_breakdowns_and_no_whole_neither_stands_for_all() -> None:
    rows, _ = read({"sex": "female"}, {"sex": "male"})
    assert not any(row.main for row in rows)
