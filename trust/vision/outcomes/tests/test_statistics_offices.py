"""Layouts of the Office for National Statistics, Nomis and Stat-Xplore; every figure is invented."""

from pathlib import Path

import pytest

from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES

GOSPORT, HAVANT, ENGLAND = "E07000088", "E07000090", "E92000001"
NOMIS = """"Population estimates - local authority based by single year of age"
"ONS Crown Copyright Reserved [from Nomis on 8 June 2010]"

"Area Type  :","local authorities: district / unitary"
"Gender     :","Male"
"Age        :","Aged 0 to 15"

"Area","mnemonic","2008","2009"

"Gosport","E07000088","8,100","8,050"
"Havant","E07000090","11,000","-"

"Notes:","These are invented."
"""
SURVEY = """"annual population survey"
"ONS Crown Copyright Reserved [from Nomis on 8 June 2010]"

"Date","Jan 2009-Dec 2009"

"Area","mnemonic","number","%","conf"
"Gosport","E07000088","2100","12.5","2.1"
"Havant","E07000090","!","!","!"
"""
NAMES = "v4_1,Data Marking,calendar-years,Time,administrative-geography,Geography,sex,Sex"
TIDY = f"""{NAMES},single-year-of-age,Age
850,,2009,2009,E07000088,Gosport,male,Male,7,7
,x,2009,2009,E07000090,Havant,all,All,total,Total
"""
SERIES = """"Title","Births: England"
"CDID","AB12"
"Source dataset ID","XYZ"
"Unit","Number"
"Release date","08-06-2010"
"Important notes",
"2008","670000"
"2009","671000"
"2009 Q1","160000"
"2009 JAN","55000"
"""
XPLORE = """"Children in low income families"
"Counting: Number of children"
"Filters:"

"Local authority","2008/09","2009/10 (p)"
"Gosport (E07000088)","2875","2910"
"Havant","4100",".."
"Total","6975","2910"

"INFO","Some figures are provisional"
"(c) Crown copyright"
"""


def read(folder: Path, text: str, name: str = "as-downloaded.csv") -> Reading:
    (folder / name).write_text(text, encoding="utf-8")
    return read_official(folder / name, FAMILIES, {})


def test_a_download_from_nomis_by_year(tmp_path: Path) -> None:
    reading = read(tmp_path, NOMIS)
    assert reading.family.key == "nomis"
    assert [(row.area, row.period, row.value) for row in reading.rows] == [
        (GOSPORT, "2008", 8100), (GOSPORT, "2009", 8050), (HAVANT, "2008", 11000), (HAVANT, "2009", None),
    ]  # fmt: skip
    assert {(row.sex, row.age) for row in reading.rows} == {("male", "Aged 0 to 15")}
    assert reading.faults == []


def test_a_survey_from_nomis_has_its_period_in_its_titles(tmp_path: Path) -> None:
    reading = read(tmp_path, SURVEY)
    assert {row.period for row in reading.rows} == {"Jan 2009-Dec 2009"}
    assert {(row.area, row.value, row.mark) for row in reading.rows} == {
        (GOSPORT, 2100, ""), (GOSPORT, 12.5, ""), (HAVANT, None, "ur"),
    }  # fmt: skip
    assert sorted(entry.unit for entry in reading.entries.values()) == ["%", "number"]


def test_a_second_table_of_nomis_is_not_read_as_the_first(tmp_path: Path) -> None:
    first, names, rows = NOMIS.partition('"Area","mnemonic"')
    second = NOMIS.replace('"Male"', '"Female"')
    reading = read(tmp_path, f"{first}{names}{rows}\n{second}")
    assert len(reading.rows) == 4
    assert "A second table begins here" in reading.faults[0].sentence


def test_the_tidy_layout_by_its_codes_and_labels(tmp_path: Path) -> None:
    reading = read(tmp_path, TIDY, "mid-year-pop-est.csv")
    assert [(row.area, row.sex, row.age, row.value, row.mark) for row in reading.rows] == [
        (GOSPORT, "male", "7", 850, ""), (HAVANT, "all", "", None, "x"),
    ]  # fmt: skip
    assert list(reading.entries) == ["ons-mid-year-pop-est"]


def test_a_time_series_by_year_quarter_and_month(tmp_path: Path) -> None:
    reading = read(tmp_path, SERIES)
    assert {row.period: row.value for row in reading.rows} == {
        "2008": 670000, "2009": 671000, "2009 Q1": 160000, "Jan 2009": 55000,
    }  # fmt: skip
    assert {row.area for row in reading.rows} == {ENGLAND}
    assert reading.entries["ons-ab12"].unit == "Number"


def test_a_time_series_of_no_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="which place it is about"):
        read(tmp_path, SERIES.replace("Births: England", "Births"))


def test_stat_xplore_by_place_and_year(tmp_path: Path) -> None:
    reading = read(tmp_path, XPLORE)
    assert reading.family.key == "stat-xplore"
    assert [(row.area, row.period, row.value, row.mark) for row in reading.rows] == [
        (GOSPORT, "2008/09", 2875, ""), (GOSPORT, "2009/10 (p)", 2910, "p"),
        (HAVANT, "2008/09", 4100, ""), (HAVANT, "2009/10 (p)", None, "x"),
    ]  # fmt: skip
    [fault] = reading.faults
    assert fault.sentence == "“Total” is not a place: a row of totals is not loaded."
    assert len(reading.notes) == 3
