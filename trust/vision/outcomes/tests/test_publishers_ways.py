"""What publishers change from year to year, beyond the order of columns: times, marks, kinds of place.

Every figure is invented.
"""

from pathlib import Path

import pytest

from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES

EES = "time_period,time_identifier,geographic_level,new_la_code,la_name"
HANTS = "Local authority,E10000014,Hampshire"
FINGERTIPS = (
    "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Category Type,Category,Time period,Value,"
    "Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,"
    "Value note,Recent Trend,Time period Sortable,New data,Compared to goal,Time period range"
)
SCHOOLS = "URN,EstablishmentName,OpenDate,CloseDate,CensusDate,PercentageFSM"


def read(folder: Path, text: str, name: str = "sent.csv") -> Reading:
    (folder / name).write_text(text, encoding="utf-8")
    return read_official(folder / name, FAMILIES, {})


def told(reading: Reading) -> list[str]:
    return [fault.sentence for fault in reading.faults]


@pytest.mark.parametrize(
    ("identifier", "year", "first", "last"),
    [
        ("Academic year", "202425", "2024-09", "2025-08"),
        ("Financial year", "2024-25", "2024-04", "2025-03"),
        ("Autumn term", "202425", "2024-09", "2024-12"),
        ("Autumn and spring term", "202425", "2024-09", "2025-04"),
        ("Financial year Q4", "202425", "2025-01", "2025-03"),
        ("Financial year Q1-Q2", "202425", "2024-04", "2024-09"),
        ("Academic year Q1", "202425", "2024-08", "2024-10"),
        ("Calendar year Q2", "2025", "2025-04", "2025-06"),
        ("Part 2 (October to March)", "202425", "2024-10", "2025-03"),
        ("January", "2025", "2025-01", "2025-01"),
        ("November", "202425", "2024-11", "2024-11"),
    ],
)
def test_a_part_of_a_year_is_no_whole_year(
    tmp_path: Path, identifier: str, year: str, first: str, last: str
) -> None:
    [row] = read(tmp_path, f"{EES},pupils\n{year},{identifier},{HANTS},10\n").rows
    months = [f"{(month - 1) // 12}-{(month - 1) % 12 + 1:02}" for month in (row.first_month, row.order)]
    assert months == [first, last]


def test_terms_are_measures_of_their_own_and_months_one_series(tmp_path: Path) -> None:
    lines = [f"202425,{term},{HANTS},10\n" for term in ("Autumn term", "Spring term", "Academic year")]
    reading = read(tmp_path, f"{EES},pupils\n{''.join(lines)}2025,January,{HANTS},1\n2025,March,{HANTS},3\n")
    assert [(row.indicator, row.value) for row in reading.rows] == [
        ("ees-autumn-term-pupils", 10), ("ees-by-month-pupils", 1), ("ees-by-month-pupils", 3),
        ("ees-pupils", 10), ("ees-spring-term-pupils", 10),
    ]  # fmt: skip


def test_a_week_is_refused_and_not_taken_for_its_year(tmp_path: Path) -> None:
    reading = read(tmp_path, f"{EES},pupils\n2025,Week 37,{HANTS},10\n")
    assert (reading.rows, told(reading)[0][:15]) == ([], "“Week 37 2025” ")


def test_a_sign_that_we_do_not_know_spoils_its_own_cell_only(tmp_path: Path) -> None:
    lines = "".join(f"{year},Calendar year,{HANTS},{cell}\n" for year, cell in ((2023, "12"), (2024, "[q]")))
    reading = read(tmp_path, f"{EES},children\n{lines}")
    assert [row.value for row in reading.rows] == [12]
    assert told(reading) == ["“[q]” is neither a number nor a mark that we know."]


@pytest.mark.parametrize(
    ("written", "value", "mark"),
    [
        ("12 [p]", 12, "p"), ("12 [r]", 12, "r"), ("40.2u", 40.2, "u"), ("12 [e]", 12, "e"),
        ("12 [b]", 12, "b"), ("12 [note 3]", 12, ""), ("£1,200", 1200, ""), ("1 234", 1234, ""),
        ("−3", -3, ""), ("[w]", None, "x"),
        ("–", None, "x"), ("suppressed", None, "c"), ("[k]", None, "k"), ("NaN", None, "blank"),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_figure_is_kept(
    tmp_path: Path, written: str, value: float | None, mark: str
) -> None:
    [row] = read(tmp_path, f'{EES},children\n2024,Calendar year,{HANTS},"{written}"\n').rows
    assert (row.value, row.mark) == (value, mark)


def test_a_characteristic_alone_says_which_children(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        f"{EES},characteristic_group,characteristic,gld_percent\n"
        f"202425,Academic year,{HANTS},Total,Total,70\n202425,Academic year,{HANTS},Meals,FSM,55\n",
    )
    assert [(row.indicator, row.group, row.value) for row in reading.rows] == [
        ("eyfs-gld-percent", "", 70), ("eyfs-gld-percent", "Meals; FSM", 55),
    ]  # fmt: skip


@pytest.mark.parametrize("total", ["Total", "All pupils", "all", "Total children"])
def test_everyone_is_everyone_whatever_they_are_called(tmp_path: Path, total: str) -> None:
    lines = f"2024,Calendar year,{HANTS},{total},9\n2024,Calendar year,{HANTS},FSM,3\n"
    reading = read(tmp_path, f"{EES},pupil_group,pupils\n{lines}")
    assert [(row.group, row.main) for row in reading.rows] == [("", True), ("FSM", False)]


@pytest.mark.parametrize("whole", ["16-17", "16 to 17 years", "All ages", "Total"])
def test_of_several_ages_the_one_that_holds_the_others_is_everyone(tmp_path: Path, whole: str) -> None:
    lines = "".join(f"2024,Calendar year,{HANTS},{age},5\n" for age in ("16", whole, "17"))
    reading = read(tmp_path, f"{EES},age,neet_percent\n{lines}")
    assert [row.age for row in reading.rows if row.main] == ["" if whole in {"Total", "All ages"} else whole]


def test_where_no_age_holds_the_others_none_is_everyone(tmp_path: Path) -> None:
    lines = "".join(f"2024,Calendar year,{HANTS},{age},5\n" for age in ("17 to 18 years", "19 to 21 years"))
    assert not any(row.main for row in read(tmp_path, f"{EES},age,care_percent\n{lines}").rows)


@pytest.mark.parametrize("code", ["la_code", "new_la_code", "local_authority_code"])
def test_the_code_of_a_place_is_no_group_of_children(tmp_path: Path, code: str) -> None:
    header = f"time_period,geographic_level,{code},la_name,pcon_code,school_urn,category,children"
    [row] = read(tmp_path, f"{header}\n2025,LA,E10000014,Hampshire,E14001063,,In need,5\n").rows
    assert (row.area, row.group, row.value) == ("E10000014", "", 5)


def test_girls_are_females_in_every_year(tmp_path: Path) -> None:
    lines = "".join(f"{year},LA,E10000014,{sex},5\n" for year, sex in ((2024, "Girls"), (2025, "Female")))
    reading = read(tmp_path, f"time_period,geographic_level,new_la_code,gender,gld_percent\n{lines}")
    assert {row.sex for row in reading.rows} == {"female"}


def test_authorities_that_name_districts_too_are_no_file_of_where_pupils_live(tmp_path: Path) -> None:
    header = "time_period,geographic_level,new_la_code,lad_code,gld_number,gld_percent"
    assert read(tmp_path, f"{header}\n202425,LA,E10000014,,70,70\n").family.key == "eyfs"


def test_suspensions_are_still_of_the_file_of_exclusions(tmp_path: Path) -> None:
    header = f"{EES},education_phase,perm_excl,perm_excl_rate,suspension,susp_rate"
    assert read(tmp_path, f"{header}\n202324,Academic year,{HANTS},Total,9,0.1,90,1.0\n").family.key == (
        "exclusions"
    )


def test_each_period_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "measure_short,la_number,area,Mar-25,2024-25 Q2,99 weeks,7 days\n1,850,H,1,2,3,4\n"
    )
    assert [row.value for row in reading.rows] == [2, 1]
    assert [sentence.partition("”")[0] for sentence in told(reading)] == ["“99 weeks", "“7 days"]


def test_fingertips_says_why_a_figure_is_not_there_and_takes_its_rate_from_another_line(
    tmp_path: Path,
) -> None:
    about = "93014,Obesity,E10000014,Hampshire,Persons,4-5 yrs,,,2023/24"
    reading = read(
        tmp_path,
        f"{FINGERTIPS}\n{about},,,,,,,,Value suppressed for disclosure control,,,,,1y\n"
        f"{about.replace('E10000014', 'E06000044')},10,8,13,7,14,100,1000,,,,,,1y\n"
        f"{about.replace('2023/24', '2024/25 Q1')},,,,,,,,Data quality issues,,,,,1y\n",
    )
    assert [(row.value, row.mark) for row in reading.rows] == [(10, ""), (None, "ur"), (None, "c")]
    assert reading.entries["fingertips-93014"].multiplier == 100


def test_a_column_of_words_before_everyone_is_not_divided_by(tmp_path: Path) -> None:
    header = (
        "ltla23_name,ltla23_code,year,region,children_low_income_abs,population_0_15,children_low_income_perc"
    )
    [row] = read(tmp_path, f"{header}\nGosport,E07000088,2023,South East,20,100,20\n").rows
    assert (row.numerator, row.denominator, row.value) == (20, 100, 20)


def test_a_footnote_is_no_part_of_a_period(tmp_path: Path) -> None:
    reading = read(tmp_path, "Local Authority,FYE 2024 [note 1],FYE 2025 [p]\nGosport,2,3\n")
    assert [(row.period, row.mark) for row in reading.rows] == [("FYE 2024", ""), ("FYE 2025 [p]", "p")]


@pytest.mark.parametrize("day", ["31/08/2019", "31-08-2019", "2019-08-31", "2019-08-31 00:00:00"])
def test_a_school_that_closed_is_closed_however_its_day_is_written(tmp_path: Path, day: str) -> None:
    [school] = read(tmp_path, f"{SCHOOLS}\n115850,Alton,,{day},18-01-2019,20\n").schools
    assert str(school.closed) == "2019-08-31"


def test_a_school_whose_end_cannot_be_read_waits(tmp_path: Path) -> None:
    reading = read(tmp_path, f"{SCHOOLS}\n115850,Alton,,Aug 2019,18-01-2019,20\n")
    assert (reading.schools, told(reading)) == (
        [], ["“Aug 2019” is not a day that we can read: write 31/08/2021."],
    )  # fmt: skip


def test_a_file_without_anything_we_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="We do not know this layout"):
        read(tmp_path, "colour,shape\nred,round\n")
