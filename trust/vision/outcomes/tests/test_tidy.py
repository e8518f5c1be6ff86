"""A tidy file read by columns gives the very rows and faults that reading it row by row gives."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from math import isfinite
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from trust.vision.outcomes.formats.figures import COLUMNS, Fault, Known, Unreadable, read_figures
from trust.vision.outcomes.formats.rows import Definition, Row
from trust.vision.outcomes.formats.survey import sample, survey
from trust.vision.outcomes.queries import columns, tidy
from trust.vision.outcomes.queries.columns import PLAIN_NUMBER, divide, shape_of
from trust.vision.outcomes.queries.staging import Found, stage, workbench
from trust.vision.outcomes.words import Method

type Read = tuple[list[Row], list[Fault]]

HEADER = ",".join(COLUMNS) + "\n"
KNOWN = Known(
    {
        "events": Definition(Method.RATE, 1000, 14),
        "share": Definition(Method.PROPORTION, 100, None),
        "score": Definition(Method.NONE, 1, 3),
    },
    frozenset({"E07000088", "E07000090"}),
)
# Of each column the good, the doubtful and the bad, as a file might write them.
CELLS = {
    "indicator": ["share", "events", "score", "none", " share", ""],
    "area": ["E07000088", "E07000090", "E07000999", "e07000088"],
    "area_vintage": ["", "2009", " 2009 "],
    "period": [
        "2008", "2008/09", "2009/10", "2008-09", "2008/10", "2006 - 08", "2008 Q1", "June 2008", "?", "",
    ],
    "sex": ["all", "female", "male", "", "All"],
    "age": ["", "5 to 15", "5", "All ages", '"5, or 6"', '"""five"""', 'fi"ve', "né"],
    "group": ["", "girls", "'", '""', '"girls"', "free\xa0meals", "\x01", "\u2028", "NULL"],
    "numerator": [
        "60", "0", "", "61", "60.0", "-1", "6e1", "060", "60.5", "1_000", "0x3c", "+60", "１", '"1,000"',
    ],
    "denominator": [
        "100", "1500", "", "0", "100.5", "-0", "1e2", "nan", "1e999", " 100", "100\t", "99.99999",
    ],
    "value": [
        "60", "40.0", "", "60.00", "4e1", "40.4", "61.2", "60.51", ".6e2", "60.", "inf", "-", "about", "0",
    ],
    "lower": ["", "39", "59.5", "61"],
    "upper": ["", "41", "60.5", "1e400"],
    "mark": ["", "c", "z", "x", "p", "C", "?"],
    "published_on": [
        "2010-02-24", "2011-02-24", "", "2007-12-31", "20100224", "2010-W08-3", "2010/02/24", "24 May",
    ],
    "published_note": [
        "", '"a, b"', '"say ""so"""', ' "odd"', '"odd" ', '\t"odd"', '"odd"\t', '"odd"x', "#no",
    ],
    "source": ["An office", "", " "],
    "licence": ["OGL v3", ""],
}  # fmt: skip
GOOD = {
    "indicator": "share", "area": "E07000088", "area_vintage": "2009", "period": "2008", "sex": "all",
    "age": "", "group": "", "numerator": "60", "denominator": "100", "value": "60", "lower": "", "upper": "",
    "mark": "",
    "published_on": "2010-02-24", "published_note": "", "source": "An office", "licence": "OGL v3",
}  # fmt: skip
BASES = st.sampled_from([
    GOOD,
    GOOD | {"indicator": "events", "denominator": "1500", "value": "40.0", "published_on": ""},
    GOOD | {"numerator": "", "denominator": "", "value": "", "mark": "c"},
    GOOD | {"indicator": "score", "numerator": "", "denominator": "", "lower": "59.5", "upper": "60.5"},
])  # fmt: skip
CHANGES = st.lists(
    st.sampled_from([(name, cell) for name, cells in CELLS.items() for cell in cells]), max_size=3
).map(dict)
ROWS = st.builds(lambda base, changes: ",".join((base | changes).values()), BASES, CHANGES)
RAGGED = st.sampled_from(["share", "," * 17, ",".join(GOOD.values()) + ",", "share,E07000088"])
ODD = st.one_of(
    st.sampled_from(["", "," * 16, '"', '"share', 'share,E07000088,,2008,all,"two\nlines"', "a\rb"]),
    st.text(alphabet='ab,"\n é', max_size=30),
)
ENDINGS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
NUMBERS = st.one_of(
    st.text("0123456789.eE-+_ \tinfaxINFA１", min_size=1, max_size=12),
    st.floats().map(repr),
    st.from_regex(r"-?[0-9]{1,40}(\.[0-9]{0,40})?(e-?[0-9]{1,3})?", fullmatch=True),
)
AS_READ = f"""
    with texts as (select unnest($texts::varchar[]) as t_value)
    select t_value, try_cast(t_value as double) as value from texts
    where {PLAIN_NUMBER.format(name="value")}
"""
LASTS = st.sampled_from(["\n", "", "\n\n", "\r\n"])


def files(lines: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return st.builds(
        lambda start, some, ending, last: (start + ending.join([HEADER[:-1], *some]) + last).encode(),
        st.sampled_from(["", "\ufeff"]), st.lists(lines, max_size=25), ENDINGS, LASTS,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def state(tmp_path: Path) -> Iterator[None]:
    with override_settings(STATE=tmp_path):
        yield


def by_columns(content: bytes, known: Known = KNOWN) -> Read:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "some.csv"
        file.write_bytes(content)
        read = tidy.read_tidy(file, known, name="some.csv")
    return list(Found(read.staged.file, read.staged.rows, Row)), list(read.faults)


def by_rows(content: bytes, known: Known = KNOWN) -> Read:
    return read_figures(content, known, file="some.csv")


def check_agree(content: bytes) -> None:
    assert outcome(by_columns, content) == outcome(by_rows, content)


def outcome(read: Callable[[bytes], Read], content: bytes) -> Read | str:
    try:
        return read(content)
    except Unreadable as refusal:
        return str(refusal)


@settings(max_examples=80, deadline=None)
@given(files(ROWS))
def test_both_ways_of_reading_a_file_agree_row_for_row(content: bytes) -> None:
    check_agree(content)


@settings(max_examples=30, deadline=None)
@given(files(ROWS))
def test_they_agree_where_a_day_and_a_licence_are_told_for_the_rows_without(content: bytes) -> None:
    told = replace(KNOWN, published_on=date(2009, 6, 1), licence="OGL v3")
    assert by_columns(content, told) == by_rows(content, told)


@settings(max_examples=40, deadline=None)
@given(files(st.one_of(ROWS, ROWS, ROWS, RAGGED)))
def test_they_agree_where_rows_have_a_field_too_many_or_too_few(content: bytes) -> None:
    check_agree(content)


@settings(max_examples=40, deadline=None)
@given(files(st.one_of(ROWS, ROWS, RAGGED, ODD)))
def test_they_agree_over_files_that_no_program_would_write(content: bytes) -> None:
    check_agree(content)


@pytest.mark.parametrize("most_left", [0, 10_000])
@settings(max_examples=20, deadline=None)
@given(content=files(st.one_of(ROWS, ROWS, RAGGED)))
def test_they_agree_where_only_some_lines_are_asked_for_their_words(content: bytes, most_left: int) -> None:
    with pytest.MonkeyPatch.context() as few:
        few.setattr(columns, "LARGE", 0)
        few.setattr(columns, "SAMPLED", 2)
        few.setattr(columns, "MOST_LEFT", most_left)
        check_agree(content)


def test_a_sample_is_the_first_line_and_whole_lines_from_all_over_a_file(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    lines = [f"{number},{'x' * (number % 7)}\n".encode() for number in range(5000)]
    file.write_bytes(b"".join([b"number,text\n", *lines]))
    first, *some = sample(file, 400).splitlines(keepends=True)
    assert first == b"number,text\n"
    assert set(some) <= set(lines)
    assert 300 < len(some) <= 400
    assert {int(line.split(b",")[0]) // 500 for line in some} == set(range(10))
    assert sample(file, 400) == b"".join([first, *some])


@settings(max_examples=60, deadline=None)
@given(st.lists(NUMBERS.filter(str.strip), min_size=1, max_size=100))
def test_a_number_that_is_certain_is_the_very_number_that_python_reads(texts: list[str]) -> None:
    for text, value in duckdb.execute(AS_READ, {"texts": texts}).fetchall():
        assert isfinite(value)
        assert repr(float(text)) == repr(value)


def test_a_number_written_oddly_is_left_to_python() -> None:
    odd = ["+5", "-+5", " 5", "1_0", "inf", "-inf", "nan", "1e999", "0x3c", "１", "-", ".", "5,0"]
    assert duckdb.execute(AS_READ, {"texts": odd}).fetchall() == []


def test_the_hash_is_of_the_rows_and_not_of_how_the_file_was_saved() -> None:
    first, other = ",".join(GOOD.values()), ",".join((GOOD | {"area": "E07000090"}).values())
    saved = [
        hash_of("\n".join([HEADER[:-1], first, other, ""])),
        hash_of("\ufeff" + "\r\n".join([HEADER[:-1], other, first])),
        stage(by_rows("\n".join([HEADER[:-1], first, other]).encode())[0]).sha256,
    ]
    assert len(set(saved)) == 1
    changed = ",".join((GOOD | {"value": "60.1"}).values())
    assert hash_of("\n".join([HEADER[:-1], changed, other])) not in saved


def hash_of(text: str) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "some.csv"
        file.write_text(text, newline="")
        return tidy.read_tidy(file, KNOWN, name="some.csv").staged.sha256


def test_a_usual_file_is_read_by_columns_and_only_its_odd_rows_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    rows = [GOOD, GOOD | {"area": "E07000090", "value": "about"}]
    file.write_text("\n".join([HEADER[:-1], *(",".join(row.values()) for row in rows), ""]))
    with workbench() as engine:
        divided = divide(engine, file, KNOWN, lambda: survey(file))
        assert divided is not None
        assert [line for line, _, _ in divided.left] == [3]


def test_the_line_is_right_far_into_a_file_that_is_read_in_parts_side_by_side() -> None:
    """A row is torn, one is short, one is bad, and one says again what the first said."""
    rows = [
        GOOD
        | {
            "period": str(1900 + number % 100),
            "group": f"group {number // 100}",
            "published_on": "2010-02-24",
        }
        for number in range(300_000)
    ]
    lines = [",".join(row.values()) for row in rows]
    lines[120_000] += ","
    lines[150_000] = "share,E07000088"
    lines[250_000] = ",".join((rows[250_000] | {"value": "about"}).values())
    lines[290_000] = lines[0]
    _, faults = by_columns("\n".join([HEADER[:-1], *lines, ""]).encode())
    said = [(fault.line, fault.field) for fault in faults]
    assert said == [(120_002, "row"), (150_002, "row"), (250_002, "value"), (290_002, "period")]
    assert faults[-1].sentence == "The figure for E07000088 in 1900 is already in some.csv, line 2."
    assert faults[-1].row == lines[0]


def test_only_a_header_of_our_columns_each_once_is_read_by_columns(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    for header, plain in ((HEADER, True), (f"more,{HEADER}", False), (HEADER.replace("sex", "Sex"), False)):
        file.write_text(header)
        assert (shape_of(file) is not None) is plain
