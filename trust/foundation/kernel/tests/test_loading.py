from datetime import date
from pathlib import Path

import pytest

from trust.foundation.kernel.loading import BadCell, LoadReport, Row, gather, read_rows


def row(**cells: str) -> Row:
    return Row("seats.csv", 7, cells)


def write(folder: Path, text: str) -> Path:
    file = folder / "seats.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_reports_add_up() -> None:
    report = LoadReport(added=1) + LoadReport(unchanged=2, refused=["no"]) + LoadReport(corrected=3)
    assert report == LoadReport(added=1, unchanged=2, refused=["no"], corrected=3)
    assert str(report) == "1 added, 3 corrected, 2 unchanged"


def test_a_row_says_where_it_stands() -> None:
    with pytest.raises(
        BadCell, match=r"^seats.csv, line 7, first: “soon” is not a day such as 2010-06-08\.$"
    ):
        row(first="soon").day("first")


def test_cells_are_read_as_what_they_are() -> None:
    one = row(name=" Havant ", rules="B01; B02;", open="yes", first="2010-04-01", last="")
    assert (one.text("name"), one.many("rules"), one.yes("open")) == ("Havant", ("B01", "B02"), True)
    assert (one.span().first, one.span().last) == (date(2010, 4, 1), None)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"first": "2010-04-02", "last": "2010-04-01"}, "last: It ends on 1 April 2010, before it begins"),
        ({"first": "", "last": ""}, "first: “” is not a day"),
        ({"first": "2010-02-30", "last": ""}, "first: “2010-02-30” is not a day"),
    ],
)
def test_days_that_cannot_be_are_refused(cells: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadCell, match=sentence):
        row(**cells).span()


def test_a_value_of_no_list_is_refused_with_the_list() -> None:
    with pytest.raises(BadCell, match="kind: “club” is not one of board, group"):
        row(kind="club").one_of("kind", ("group", "board"))


def test_one_of_many_that_is_unknown_is_named() -> None:
    with pytest.raises(BadCell, match="rules: there is no rule “B99”"):
        row(rules="B01;B99").all_known("rules", {"B01"}, what="rule")


def test_lines_are_numbered_as_the_person_sees_them(tmp_path: Path) -> None:
    rows, refused = read_rows(write(tmp_path, 'key,name\na,"two\nlines"\nb,one\n'), ("key", "name"))
    assert [(one.line, one.text("key")) for one in rows] == [(3, "a"), (4, "b")]
    assert refused == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("key\na\n", "seats.csv, line 1: the column name is missing."),
        ("", "seats.csv, line 1: the column key, name is missing."),
        ("key,name\na,b\na,c\n", "seats.csv, line 3, key: “a” stands in this file twice."),
        ("key,name\na,b,c\n", "seats.csv, line 2: this line has too few or too many cells."),
        ("key,name\na\n", "seats.csv, line 2: this line has too few or too many cells."),
        ('key,name\n"a,b\n', "seats.csv: this cannot be read as CSV: unexpected end of data."),
    ],
)
def test_a_file_that_cannot_be_used_is_told_why(tmp_path: Path, text: str, sentence: str) -> None:
    assert read_rows(write(tmp_path, text), ("key", "name"))[1] == [sentence]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert read_rows(tmp_path / "seats.csv", ("key",))[1] == [
        "seats.csv: there is no such file in the folder."
    ]


def test_a_spreadsheets_own_mark_at_the_start_is_no_fault(tmp_path: Path) -> None:
    assert read_rows(write(tmp_path, "\ufeffkey,name\na,b\n"), ("key", "name"))[1] == []


def test_good_rows_and_the_sentences_about_bad_ones_come_together() -> None:
    made, refused = gather([row(first="2010-04-01"), row(first="x")], lambda one: one.day("first"))
    assert made == [date(2010, 4, 1)]
    assert len(refused) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Havant", []),
        ("Havant\x00", ["seats.csv, line 2, name: this holds a character that cannot be kept: "]),
        ("Borough", ["seats.csv, line 2, name: shorten this to 6 characters: it has 7."]),
    ],
)
def test_a_cell_that_no_database_takes_is_told_with_its_place(
    tmp_path: Path, name: str, sentence: list[str]
) -> None:
    refused = read_rows(write(tmp_path, f"key,name\na,{name}\n"), ("key", "name"), longest={"name": 6})[1]
    assert [said[: len(sentence[0])] for said in refused] == sentence
