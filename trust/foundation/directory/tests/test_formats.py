"""Each fault that a person can put into an area pack, and the sentence it gets."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trust.foundation.directory.formats import Pack, read_pack

OAKSHIRE = Path(__file__).parents[4] / "tests" / "areas" / "oakshire"
KINDS = {"local_authority", "district_council", "chief_officer_police", "pct", "ccg", "yot", "other_body"}
type Spoil = Callable[[str, str, str], Pack]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Oakshire's pack with one thing in one file written otherwise."""

    def spoiled(file: str, good: str, bad: str) -> Pack:
        folder = tmp_path / "oakshire"
        shutil.copytree(OAKSHIRE, folder)
        text = (folder / file).read_text(encoding="utf-8")
        assert good in text
        (folder / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
        return read_pack(folder, kinds=KINDS)

    return spoiled


def test_a_pack_without_faults_is_read_whole() -> None:
    pack = read_pack(OAKSHIRE, kinds=KINDS)
    assert pack.refused == []
    assert (len(pack.places), len(pack.postcodes), len(pack.organisations)) == (5, 3, 8)


FAULTS = [
    ("organisations.csv", "X07000002,1974", "X07000009,1974", "line 4, place: there is no place “X07000009”"),
    (
        "organisations.csv",
        ",chief_officer_police,",
        ",sheriff,",
        "line 5, kind: there is no partner kind “sheriff”",
    ),
    ("organisations.csv", "leafham,", "acornbury,", "line 4, key: “acornbury” stands in this file twice"),
    (
        "organisations.csv",
        "2006-10-01,2013-03-31",
        "2006-10-01,2003-03-31",
        "line 6, last: It ends on 31 March 2003",
    ),
    (
        "organisations.csv",
        "2000-04-01",
        "1/4/2000",
        "line 8, first: “1/4/2000” is not a day such as 2010-06-08",
    ),
    (
        "organisations.csv",
        "no,oakshire-county-council",
        "no,",
        "line 8, host: one without legal capacity needs a host",
    ),
    (
        "organisations.csv",
        "no,oakshire-county-council",
        "no,oakshire-yot",
        "line 8, host: an organisation cannot be its own",
    ),
    (
        "organisations.csv",
        "no,oakshire-county-council",
        "no,nobody",
        "line 8, host: there is no organisation “nobody”",
    ),
    (
        "organisations.csv",
        "yes,,oakshire-pct",
        "yes,,oakshire-ccg",
        "line 7, predecessor: an organisation cannot take over",
    ),
    (
        "organisations.csv",
        "yes,,oakshire-pct",
        "yes,,atlantis",
        "line 7, predecessor: there is no organisation “atlantis”",
    ),
    (
        "organisations.csv",
        "private,yes",
        "private,perhaps",
        "line 9, legal_capacity: “perhaps” is not one of no, yes",
    ),
    ("organisations.csv", "Oak Hall Nursery", "", "line 9, name: this must not be empty"),
    (
        "organisations.csv",
        "invented,invented",
        "rumour,invented",
        "line 2, source: there is no source in area.toml “rumour”",
    ),
    ("organisations.csv", ",evidence", ",proof", "line 1: the column evidence is missing"),
    (
        "organisations.csv",
        "Oakshire County Council,",
        "Oakshire, County Council,",
        "line 2: this line has too few or too many",
    ),
    (
        "areas.csv",
        "Leafham,district",
        "Leafham,hamlet",
        "line 5, kind: “hamlet” is not one of country, county",
    ),
    ("areas.csv", "2009,X10000001", "2009,X99", "line 4, parent: there is no place “X99”"),
    ("areas.csv", "X07000002", "X07000001", "line 5, first: “X07000001” has another row for the same days"),
    ("postcodes.csv", "OX1 4", "OX1", "line 3, prefix: “OX1” stands in this file twice"),
    ("postcodes.csv", "OX9", "Oxford", "line 4, prefix: “OXFORD” is not a postcode"),
    ("postcodes.csv", "X06000001", "X06000002", "line 4, place: there is no place “X06000002”"),
    ("area.toml", 'area_name = "Oakshire"', "", "area_name: this is missing or empty"),
    ("area.toml", 'county = "X10000001"', 'county = "X9"', "county: there is no place “X9” in areas.csv"),
    ("area.toml", "day = 2009-11-02", 'day = "soon"', "demonstration_day: write a day such as"),
    ("area.toml", "[contact]", "[contact", "this is not readable TOML"),
    ("area.toml", "\nday = 2009-11-02", '\nday = "soon"', "chosen_days 1: it needs a label, and a day"),
]


@pytest.mark.parametrize(("file", "good", "bad", "sentence"), FAULTS, ids=[fault[3][:44] for fault in FAULTS])
def test_a_fault_is_told_with_file_line_and_field(
    spoil: Spoil, file: str, good: str, bad: str, sentence: str
) -> None:
    refused = spoil(file, good, bad).refused
    assert any(told.startswith(file) and sentence in told for told in refused), refused


def test_every_fault_is_told_at_once(spoil: Spoil) -> None:
    pack = spoil(
        "organisations.csv", "1974-04-01,,invented,invented,\nacornbury,", "soon,,invented,invented,\n,"
    )
    assert [told.split(":")[0] for told in pack.refused] == [
        "organisations.csv, line 2, first",
        "organisations.csv, line 3, key",
    ]


def test_a_folder_that_is_no_pack_says_what_is_missing(tmp_path: Path) -> None:
    assert read_pack(tmp_path, kinds=KINDS).refused == ["area.toml: there is no such file in the folder."]


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    shutil.copytree(OAKSHIRE, folder)
    (folder / "organisations.csv").write_bytes(b"\xff\xfe\x00k")
    refused = read_pack(folder, kinds=KINDS).refused
    assert refused == ["organisations.csv: this is not UTF-8 text. Save it as CSV UTF-8."]
