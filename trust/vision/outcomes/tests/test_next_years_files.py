"""Each family as it may come next year: columns renamed, in another order, new, gone, or of more years.

The layouts are those of published files; every figure is invented.
"""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES


@dataclass(frozen=True)
class Layout:
    """A family's line of names, one line of figures, the name of its file, and how many figures it holds."""

    key: str
    header: str
    line: str
    figures: int
    file: str = "as-downloaded.csv"


LAYOUTS = (
    Layout("lait", "measure_short,la_number,area,2024,2025", "10_ICPC,850,Hampshire,1,2", 2),
    Layout(
        "ees", "time_period,geographic_level,region_code,old_la_code,new_la_code,la_name,category,children",
        "2025,Local authority,,850,E10000014,Hampshire,In need,120", 1,
    ),
    Layout(
        "exclusions", "year,level,la_name,school_type,headcount,perm_excl,perm_excl_rate",
        "201617,Local authority,Hampshire,Total,1000,10,1", 3,
    ),
    Layout(
        "eyfs", "time_period,geographic_level,new_la_code,gender,number_of_children,gld_number,gld_percent",
        "201819,Local authority,E10000014,Total,1000,718,71.8", 3,
    ),
    Layout(
        "eyfs-residence",
        "time_period,geographic_level,lad_code_pupil,lad_name,all_pupils,gld_number,gld_percent",
        "201819,Local authority district,E07000088,Gosport,100,72,72", 3,
    ),
    Layout(
        "neet", "time_period,time_identifier,geographic_level,new_la_code,Age,Cohort_DJFavg,NEET_percent",
        "2023,Calendar year,Local authority,E10000014,16-17,2000,2.1", 2,
    ),
    Layout(
        "fingertips",
        "indicator_id,indicator_label,area_code,area_name,sex,age,year,value,lower_ci,upper_ci,count,denominator",
        "20401,Conceptions,E07000084,,Female,<18 yrs,1998,40.9,33.7,50.2,113,2763", 1,
    ),
    Layout("low-income", "area_name,FYE2021,FYE2022", "Gosport,2875,2910", 2),
    Layout(
        "low-income",
        "ltla21_name,ltla21_code,year,children_low_income_abs,population_0_16,children_low_income_perc",
        "Gosport,E07000088,2020.0,20.0,100.0,20", 1,
    ),
    Layout(
        "low-income",
        "ltla21_name,ltla21_code,year,lone_parent_households_abs,households_number,lone_parent_households_perc",
        "Gosport,E07000088,2020.0,30.0,100.0,30", 1,
    ),
    Layout("deprivation", "lsoa01_code,lad07_code,IMD_score,IMD_rank", "E01022715,E07000088,20.5,9000", 2),
    Layout("deprivation", "lsoa01_code,IMD_score,IMD_rank", "E01022715,20.5,9000", 2, "imd2010_england.csv"),
    Layout("deprivation", "Ward,Ward Name,Index of Multiple Deprivation Score", "24UEGA,Alverstoke,9.5", 1),
    Layout(
        "deprivation-authority", "lad19cd,lad19nm,index_domain,average_score,rank_average_score,year",
        "E07000088,Gosport,Income Deprivation,0.12,120,2019", 2,
    ),
    Layout(
        "nomis", "DATE_NAME,GEOGRAPHY_NAME,GEOGRAPHY_CODE,SEX_NAME,MEASURES_NAME,OBS_VALUE",
        "2024,Gosport,E07000088,Total,Value,5000", 1,
    ),
    Layout(
        "ons", "v4_0,calendar-years,Time,administrative-geography,Geography,sex,Sex",
        "85000,2024,2024,E07000088,Gosport,all,All", 1, "mid-year-pop-est.csv",
    ),
    Layout("own", "indicator,area,period,value,numerator,denominator", "seen,Gosport,2024,20,20,100", 1),
)  # fmt: skip
EVERY = pytest.mark.parametrize("layout", LAYOUTS, ids=[f"{one.key}: {one.header[:20]}" for one in LAYOUTS])
# In these the place or the order of the columns is what tells them apart.
IN_ORDER = frozenset({"ons"})


def read(folder: Path, layout: Layout, rows: list[list[str]]) -> Reading:
    text = StringIO()
    csv.writer(text).writerows(rows)
    file = folder / layout.file
    file.write_text(text.getvalue(), encoding="utf-8")
    return read_official(file, FAMILIES, {})


def rows_of(layout: Layout) -> list[list[str]]:
    return [layout.header.split(","), layout.line.split(",")]


def as_it_was(reading: Reading, layout: Layout) -> None:
    assert (reading.family.key, [fault.sentence for fault in reading.faults]) == (layout.key, [])
    assert len([row for row in reading.rows if row.value is not None]) == layout.figures


@EVERY
def test_as_it_is_published(tmp_path: Path, layout: Layout) -> None:
    as_it_was(read(tmp_path, layout, rows_of(layout)), layout)


@EVERY
def test_with_its_columns_in_another_order(tmp_path: Path, layout: Layout) -> None:
    rows = [row if layout.key in IN_ORDER else row[::-1] for row in rows_of(layout)]
    as_it_was(read(tmp_path, layout, rows), layout)


@EVERY
def test_with_its_names_in_another_case_and_with_spaces(tmp_path: Path, layout: Layout) -> None:
    header, line = rows_of(layout)
    as_it_was(read(tmp_path, layout, [[name.upper() for name in header], line]), layout)
    spaced = [name.replace("_", " ").title() if layout.key not in IN_ORDER else name for name in header]
    as_it_was(read(tmp_path, layout, [spaced, line]), layout)


@EVERY
def test_with_a_new_column_of_words(tmp_path: Path, layout: Layout) -> None:
    header, line = rows_of(layout)
    reading = read(tmp_path, layout, [[*header, "remark"], [*line, "as before"]])
    as_it_was(reading, layout)


@EVERY
def test_with_titles_above_and_notes_below(tmp_path: Path, layout: Layout) -> None:
    rows = [["What this is"], [], *rows_of(layout), [], ["Source: its publisher"]]
    as_it_was(read(tmp_path, layout, rows), layout)


@EVERY
def test_in_the_windows_way(tmp_path: Path, layout: Layout) -> None:
    text = "\r\n".join(";".join(row) for row in rows_of(layout))
    (tmp_path / layout.file).write_bytes(text.encode("cp1252"))
    as_it_was(read_official(tmp_path / layout.file, FAMILIES, {}), layout)


def test_with_another_year_of_figures(tmp_path: Path) -> None:
    lait = Layout("lait", "measure_short,la_number,area,2025,2026 (prov)", "10_ICPC,850,Hampshire,1,2", 2)
    as_it_was(read(tmp_path, lait, rows_of(lait)), lait)
    poverty = Layout("low-income", "area_name,FYE2022,FYE 2023 (p)", "Gosport,2875,2910", 2)
    reading = read(tmp_path, poverty, rows_of(poverty))
    as_it_was(reading, poverty)
    assert [row.mark for row in reading.rows] == ["", "p"]


def test_with_a_column_gone(tmp_path: Path) -> None:
    layout = Layout(
        "fingertips", "Indicator ID,Area Code,Time period,Value", "20401,E07000084,2024/25,40.9", 1
    )
    as_it_was(read(tmp_path, layout, rows_of(layout)), layout)
    layout = Layout(
        "eyfs", "time_period,geographic_level,new_la_code,gld_percent", "202526,LA,E10000014,70", 1
    )
    as_it_was(read(tmp_path, layout, rows_of(layout)), layout)


def test_with_a_new_edition_of_the_indices(tmp_path: Path) -> None:
    layout = Layout("deprivation", "lsoa21_code,lad24_code,IMD_rank", "E01022715,E07000088,9000", 1)
    reading = read(tmp_path, layout, rows_of(layout))
    as_it_was(reading, layout)
    assert (reading.rows[0].period, reading.rows[0].area_vintage) == ("2025", "2021")
