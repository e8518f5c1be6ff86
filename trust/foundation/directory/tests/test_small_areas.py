"""Small areas by vintage, how they were drawn again, localities by date, schools and regions."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from trust.foundation.audit.models import Event
from trust.foundation.directory import actions, queries
from trust.foundation.directory.formats import Pack, SchoolRow, read_pack
from trust.foundation.directory.loaders import load_directory
from trust.foundation.directory.models import School
from trust.foundation.directory.tests.test_formats import KINDS, OAKSHIRE
from trust.foundation.directory.words import PlaceKind, Relation
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.loading import LoadReport

NOW = datetime(2009, 11, 2, 9, tzinfo=UTC)
THEN, LATER = date(2009, 6, 1), date(2012, 6, 1)


@pytest.fixture
def oakshire(empty_database: str) -> None:
    assert load_directory(OAKSHIRE, kinds=KINDS, by=SYSTEM, at=NOW).refused == []


def spoilt(tmp_path: Path, file: str, good: str, bad: str) -> Pack:
    folder = Path(shutil.copytree(OAKSHIRE, tmp_path / "oakshire"))
    text = (folder / "places" / file).read_text(encoding="utf-8")
    assert good in text
    (folder / "places" / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    return read_pack(folder, kinds=KINDS)


FAULTS = [
    ("vintages.csv", "lsoa,2001,2001", "parish,2001,2001", "vintages.csv, line 2, kind: “parish” is not one"),
    ("vintages.csv", "2001-04-29", "1999-13-01", "vintages.csv, line 2, first: “1999-13-01” is not a day"),
    ("small-areas.csv", ",lsoa,2001;2011", ",lsoa,2001;1999", "vintages: vintages.csv has no lsoa of “1999”"),
    ("small-areas.csv", "lsoa,2001;2011,X02000001", "lsoa,,X02000001", "vintages: this must not be empty"),
    ("small-areas.csv", "2001;2011,X07000001", "2001;2011,X07000009", "there is no place “X07000009”"),
    ("small-areas.csv", "2011=X05000001", "2011=X05000009", "best_fit: there is no place “X05000009”"),
    ("small-areas.csv", "2011=X05000001", "1991=X05000001", "best_fit: “1991=X05000001” does not begin"),
    ("small-areas.csv", "X01000002,", "X01000001,", "code: “X01000001” has two lines for the days of 2001"),
    ("lookups.csv", ",S,0.6,", ",Q,0.6,", "lookups.csv, line 2, relation: “Q” is not one of M, S, U, X"),
    ("lookups.csv", ",S,0.6,", ",S,60%,", "lookups.csv, line 2, share: “60%” is not a part of one"),
    ("lookups.csv", "X01000002,2001", "X01000002,2011", "there is no small area “X01000002” of “2011”"),
    ("localities.csv", "X07000002", "X07000009", "localities.csv, line 3, member: there is no place"),
    ("localities.csv", "2010-12-31", "2007-12-31", "localities.csv, line 4, last: It ends on"),
    ("localities.csv", "Mill Lane", "Mill Road", "line 5, name: an earlier line calls it “Mill Road"),
]


@pytest.mark.parametrize(("file", "good", "bad", "sentence"), FAULTS, ids=[fault[3] for fault in FAULTS])
def test_a_fault_in_the_places_gets_a_sentence(
    tmp_path: Path, file: str, good: str, bad: str, sentence: str
) -> None:
    refused = spoilt(tmp_path, file, good, bad).refused
    assert any(sentence in one for one in refused), refused


def test_an_area_without_small_areas_is_no_fault(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(OAKSHIRE, tmp_path / "oakshire"))
    shutil.rmtree(folder / "places")
    assert read_pack(folder, kinds=KINDS).refused == []


def test_the_same_places_twice_change_nothing(oakshire: None) -> None:
    again = load_directory(OAKSHIRE, kinds=KINDS, by=SYSTEM, at=NOW)
    assert (again.added, again.corrected) == (0, 0)


def test_thousands_of_places_are_one_line_of_the_audit(oakshire: None) -> None:
    lines = Event.objects.using("owner").filter(verb="directory.places.entered")
    assert [line.detail["count"] for line in lines] == [20]


def test_a_vintage_stands_on_its_days(oakshire: None) -> None:
    days = [date(1999, 1, 1), date(2011, 3, 26), date(2011, 3, 27), date(2030, 1, 1)]
    assert [queries.vintage_on(PlaceKind.LSOA, day) for day in days] == ["2001", "2001", "2011", "2011"]
    assert queries.vintage_on(PlaceKind.REGION, days[0]) == ""


def test_a_small_area_knows_the_places_it_lies_in(oakshire: None) -> None:
    first = queries.small_areas("2001")[0]
    assert first.within == ("X02000001", "X07000001", "X10000001", "E92000001")
    assert [area.code for area in queries.small_areas("2011")] == [
        "X01000001", "X01000011", "X01000012", "X01000013", "X01000014",
    ]  # fmt: skip


def test_only_what_changed_is_a_pair(oakshire: None) -> None:
    pairs = queries.lookup_pairs("2001", "2011")
    assert [pair.relation for pair in pairs] == [Relation.SPLIT] * 2 + [Relation.MERGED] * 2 + [
        Relation.OTHER
    ]
    assert [pair.share for pair in pairs] == [0.6, 0.4, 1, 1, None]


@pytest.mark.parametrize(
    ("kind", "vintage", "found"),
    [
        (PlaceKind.DISTRICT, "2011", {"Acornbury": 3, "Leafham": 2}),
        (PlaceKind.COUNTY, "2001", {"Oakshire": 5}),
        (PlaceKind.MSOA, "2001", {"Acornbury 001 (Mill Lane)": 2, "Leafham 001 (Old Leafham)": 3}),
        (PlaceKind.WARD, "2011", {"Green": 1, "Mill": 2, "Old Leafham": 2}),
        (PlaceKind.WARD, "2001", {}),
    ],
)
def test_larger_places_are_made_of_small_areas(
    oakshire: None, kind: PlaceKind, vintage: str, found: dict[str, int]
) -> None:
    made = queries.wholes(kind, vintage=vintage, on=THEN)
    assert {whole.name: len(whole.members) for whole in made} == found
    assert all(whole.best_fit == (kind is PlaceKind.WARD) for whole in made)


def test_localities_overlap_and_change_by_date(oakshire: None) -> None:
    at = {day: queries.wholes(PlaceKind.LOCALITY, vintage="2001", on=day) for day in (THEN, LATER)}
    assert {whole.code: len(whole.members) for whole in at[THEN]} == {
        "network-acornbury": 2, "network-leafham": 3, "network-mill": 4,
    }  # fmt: skip
    assert [whole.code for whole in at[THEN] if whole.invented] == ["network-mill"]
    assert [whole.code for whole in at[LATER]] == ["network-acornbury", "network-leafham"]


def test_the_region_of_an_authority_is_known_outside_the_area_too() -> None:
    assert queries.region_of("E06000036") == "E12000008"
    assert {"E06000036", "E10000002"} <= set(queries.authorities_of("E12000008"))


SCHOOL = SchoolRow("900001", "Oak Hall School", kind="Academies", phase="Primary", district_code="X07000001")


def enters(*schools: SchoolRow, columns: set[str], file: str = "schools.csv") -> LoadReport:
    listed = queries.SchoolList(schools, file, "0" * 64, frozenset(columns))
    return actions.enter_schools(listed=listed, by=SYSTEM, at=NOW)


def test_a_list_of_schools_is_taken_up_once(empty_database: str) -> None:
    columns = {"urn", "name", "kind", "phase", "district_code"}
    assert enters(SCHOOL, columns=columns) == LoadReport(added=1)
    assert enters(SCHOOL, columns=columns, file="again.csv") == LoadReport(unchanged=1)
    assert School.objects.get().file == "schools.csv"


def test_a_list_that_does_not_tell_the_phase_leaves_it(empty_database: str) -> None:
    enters(SCHOOL, columns={"urn", "name", "phase"})
    closed = SchoolRow("900001", "Oak Hall School", closed=date(2012, 8, 31))
    assert enters(closed, columns={"urn", "name", "closed"}, file="closed.csv").corrected == 1
    held = School.objects.get()
    assert (held.phase, held.closed, held.file) == ("Primary", date(2012, 8, 31), "closed.csv")
