"""Each layout by a few rows of its own; the figures are invented unless a comment names their source."""

from datetime import date
from pathlib import Path

import pytest

from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES
from trust.vision.outcomes.formats.official.table import CUT_OFF
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.words import Method

HAMPSHIRE, GOSPORT, ENGLAND = "E10000014", "E07000088", "E92000001"
LAIT = "measure_short,la_number,area,2013/14-15/16,2016,2024-25,2025 (prov)\n"
EES = "time_period,geographic_level,region_code,old_la_code,new_la_code,la_name,category,gender"
HANTS = "Local authority,,850,E10000014,Hampshire"


def read(folder: Path, text: str | bytes) -> Reading:
    file = folder / "as-downloaded.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_official(file, FAMILIES, {})


def only(reading: Reading) -> Row:
    [row] = reading.rows
    return row


def said(reading: Reading) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.field, fault.sentence) for fault in reading.faults]


def test_an_interactive_tool_file_keeps_its_periods_as_published(tmp_path: Path) -> None:
    reading = read(tmp_path, LAIT + "10_ICPC,850,Hampshire,1,2,3,4\n")
    assert reading.family.key == "lait"
    assert [row.period for row in reading.rows] == ["2013/14-15/16", "2016", "2024-25", "2025 (prov)"]
    assert {(row.area, row.indicator) for row in reading.rows} == {(HAMPSHIRE, "lait-10-icpc")}
    assert reading.rows[-1].mark == "p"


def test_a_period_that_a_measure_does_not_have_is_no_absence(tmp_path: Path) -> None:
    reading = read(tmp_path, LAIT + "InfMort,850,Hampshire,3.1,,,\nInfMort,851,Portsmouth,-,,,\n")
    assert [(row.value, row.mark) for row in reading.rows] == [(None, "x"), (3.1, "")]
    assert reading.rows[0].published_note == "published as “-”"


def test_the_dictionary_says_what_the_measures_mean(tmp_path: Path) -> None:
    head = "Measure_code,Topic,Measure,Measure_short,Polarity,y_axis_name,Description\n"
    cells = '4,Health and Wellbeing,Infant Mortality,InfMort,Low,"Rate per 1,000","In two\nlines"\n'
    [entry] = read(tmp_path, head + cells).entries.values()
    assert (entry.code, entry.title, entry.unit) == ("lait-infmort", "Infant Mortality", "per 1,000")
    assert (entry.polarity, entry.outcome, entry.caveat) == ("low", "be-healthy", "In two\nlines")


def test_explore_education_statistics_by_place_group_and_sex(tmp_path: Path) -> None:
    reading = read(
        tmp_path, f"{EES},children\n202425,{HANTS},In need,Total,120\n202425,{HANTS},In need,Girls,60\n"
    )
    assert reading.family.key == "ees"
    assert [(row.sex, row.value, row.main) for row in reading.rows] == [
        ("all", 120, True),
        ("female", 60, False),
    ]
    assert {row.indicator for row in reading.rows} == {"ees-in-need-children"}
    assert {(row.period, row.order % 12) for row in reading.rows} == {("202425", 8)}


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("c", "c"), ("SUPP", "c"), ("x", "x"), (":", "x"), ("-", "x"), ("z", "z"), ("u", "ur"), ("k", "k"),
        ("low", "k"), ("", "blank"),
    ],
)  # fmt: skip
def test_every_absence_stays_itself_and_none_is_nought(tmp_path: Path, written: str, mark: str) -> None:
    row = only(read(tmp_path, f"{EES},children\n2024,{HANTS},In need,Total,{written}\n"))
    assert (row.value, row.mark) == (None, mark)


def test_the_levels_of_a_place(tmp_path: Path) -> None:
    lines = (
        f"{EES},children\n2024,National,,,,,In need,Total,9\n"
        "2024,Regional,E12000008,,,,In need,Total,8\n2024,Local authority,,850,,,In need,Total,7\n"
        "2024,School,,,,,In need,Total,6\n"
    )
    reading = read(tmp_path, lines)
    assert [row.area for row in reading.rows] == [HAMPSHIRE, "E12000008", ENGLAND]
    assert said(reading) == [
        (5, "place", "This row is of the kind “School”, and names no place of a kind that we load.")
    ]


def test_a_figure_of_a_provisional_version_is_marked_so(tmp_path: Path) -> None:
    head = "time_period,geographic_level,new_la_code,social_care_group,version,pt_read\n"
    row = only(read(tmp_path, f"{head}202425,Local authority,E10000014,CINO,Provisional,41\n"))
    assert (row.mark, row.indicator) == ("p", "ees-cino-pt-read")


def test_exclusions_are_known_by_the_names_of_places(tmp_path: Path) -> None:
    head = "year,level,la_name,school_type,headcount,perm_excl,perm_excl_rate\n"
    reading = read(tmp_path, f"{head}201617,Local authority,Bristol City of,Total,60000,10,0.02\n")
    assert reading.family.key == "exclusions"
    assert {(row.area, row.period, row.group) for row in reading.rows} == {("E06000023", "201617", "")}
    assert reading.rows[0].known_on == date(2018, 7, 31)


def test_early_years_by_district_is_another_measure_than_by_authority(tmp_path: Path) -> None:
    district = read(
        tmp_path,
        "time_period,geographic_level,lad_code_pupil,lad_name,gld_percent\n"
        "201819,Local authority district,E07000088,Gosport,72\n",
    )
    authority = read(
        tmp_path,
        "time_period,geographic_level,new_la_code,gender,gld_percent\n"
        "201819,Local authority,E10000014,Total,75\n",
    )
    assert only(district).area == GOSPORT
    assert only(district).indicator != only(authority).indicator


@pytest.mark.parametrize("spare", ["", ",a_new_column"])
def test_next_years_columns_are_read_as_this_years(tmp_path: Path, spare: str) -> None:
    cells = ",1.5" if spare else ""
    head = f"time_period,time_identifier,geographic_level,country_code,new_la_code,Age,NEET_percent{spare}\n"
    line = f"2023,Calendar year,Local authority,E92000001,E10000014,16-17,2.1{cells}\n"
    reading = read(tmp_path, head + line)
    assert reading.family.key == "neet"
    found = {row.indicator: (row.value, row.age) for row in reading.rows}
    assert found["neet-neet-percent"] == (2.1, "16-17")


def test_fingertips_bring_their_counts_and_limits(tmp_path: Path) -> None:
    # Under 18s conception rate, Basingstoke and Deane, 1998: Fingertips (OGL v3).
    head = (
        "indicator_id,indicator_label,area_code,area_name,area_type,sex,age,year,value,lower_ci,upper_ci,"
        "count,denominator\n"
    )
    line = (
        "20401,Under 18s conception rate,E07000084,,district,Female,<18 yrs,1998,40.898,33.705,50.165,"
        "113,2763\n"
    )
    reading = read(tmp_path, head + line)
    row, entry = only(reading), reading.entries["fingertips-20401"]
    assert (row.numerator, row.denominator, row.sex) == (113, 2763, "female")
    assert (entry.method, entry.multiplier, entry.unit) == (Method.RATE, 1000, "per 1,000")


def test_children_in_low_income_by_financial_year(tmp_path: Path) -> None:
    reading = read(tmp_path, 'area_name,FYE2015,FYE2016\nGosport,"2,875",2910\nTotal,5,6\n')
    assert [(row.area, row.period, row.value) for row in reading.rows] == [
        (GOSPORT, "FYE2015", 2875), (GOSPORT, "FYE2016", 2910),
    ]  # fmt: skip
    assert reading.rows[0].order % 12 == 3
    assert said(reading) == [(3, "place", "“Total” is not a place: a row of totals is not loaded.")]


SHARES = "ltla21_name,ltla21_code,year,children_low_income_abs,population_0_16,children_low_income_perc\n"


def test_a_numerator_above_its_denominator_waits(tmp_path: Path) -> None:
    reading = read(tmp_path, SHARES + "Gosport,E07000088,2015.0,200.0,100.0,200\n")
    assert said(reading) == [(2, "numerator", "200 is above its denominator, 100.")]


def test_a_share_sent_as_a_proportion_waits(tmp_path: Path) -> None:
    reading = read(tmp_path, SHARES + "Gosport,E07000088,2015.0,20.0,100.0,0.2\n")
    assert said(reading) == [(2, "value", "0.2 is not 20 out of 100: that is 20.0.")]


def test_a_place_that_had_ended_waits_and_its_absence_is_passed_over(tmp_path: Path) -> None:
    tool = read(tmp_path, LAIT + "10_ICPC,850,Hampshire,1,2,3,4\n10_ICPC,835,Dorset,1,2,-,-\n")
    assert (said(tool), len(tool.rows)) == ([], 6)
    old = read(tmp_path, f"{EES},children\n2024,Local authority,,,E10000009,Dorset,In need,Total,5\n")
    [(line, field, sentence)] = said(old)
    assert (line, field) == (2, "place")
    assert sentence.startswith(
        "Dorset (E10000009) ended on 31 March 2019, before this period began. It became"
    )
    assert "Dorset (E06000059) and Bournemouth" in sentence
    assert read(tmp_path, f"{EES},children\n2024,Local authority,,,E10000009,,In need,Total,x\n").faults == []


def test_the_same_row_again_counts_once_and_another_figure_waits(tmp_path: Path) -> None:
    row = f"2024,{HANTS},In need,Total,"
    reading = read(tmp_path, f"{EES},children\n{row}5\n{row}5\n{row}6\n")
    assert (only(reading).value, reading.repeated) == (5, 1)
    assert [fault.sentence for fault in reading.faults] == [
        "Line 2 gives another figure for the same place, period and children."
    ]


def test_windows_text_with_semicolons_and_thousands(tmp_path: Path) -> None:
    text = f"{EES},children\n2024,{HANTS},L’été,Total,NUMBER\n".replace(",", ";").replace("NUMBER", "1,234")
    assert only(read(tmp_path, text.encode("cp1252"))).value == 1234


def test_a_byte_that_is_no_letter_spoils_its_own_cell_only(tmp_path: Path) -> None:
    reading = read(tmp_path, (LAIT + "10_ICPC,850,Hampshire,1,2,3,4").encode() + b"\x81\n")
    assert len(reading.rows) == 3
    assert [fault.field for fault in reading.faults] == ["2025 (prov)"]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + (LAIT + "10_ICPC,850,Hampshire,1,,,\n").encode()).rows


def test_a_file_that_stops_half_way_keeps_its_whole_rows(tmp_path: Path) -> None:
    reading = read(tmp_path, LAIT + "10_ICPC,850,Hampshire,1,2,3,4\n10_ICPC,851,Ports")
    assert len(reading.rows) == 4
    assert said(reading) == [
        (3, "row", f"This row has 3 fields, and the first line names 7. {CUT_OFF}"),
    ]  # fmt: skip


def test_a_quotation_that_never_ends_is_said(tmp_path: Path) -> None:
    [fault] = read(tmp_path, LAIT + '10_ICPC,850,Hampshire,1,2,3,4\n10_ICPC,851,"Ports').faults
    assert fault.sentence == "The file ends in the middle of this row: was it cut off? Download it again."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04rest", "This spreadsheet is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old spreadsheet"),
        (b"a,b\n1\x00,2\n", "not a file of text"),
        (b"one,two\n1,2\n", "We do not know this layout"),
        (b"one\n", "does not name columns"),
        (b"", "does not name columns"),
    ],
)
def test_what_is_none_of_these_is_refused_in_a_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(tmp_path, content)


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trust.vision.outcomes.formats.official.table.MOST_ROWS", 2)
    with pytest.raises(Unreadable, match="Split it, for example by year"):
        read(tmp_path, f"{EES},children\n" + f"2024,{HANTS},In need,Total,5\n" * 3)


def test_a_word_among_the_figures_waits_alone(tmp_path: Path) -> None:
    lines = "".join(f"20{year},{HANTS},In need,Total,5\n" for year in range(10, 25)) * 20
    reading = read(tmp_path, f"{EES},children\n{lines}2009,{HANTS},In need,Total,=1+1\n")
    assert len(reading.rows) == 15
    assert reading.faults[0].sentence == "“=1+1” is neither a number nor a mark that we know."


@pytest.mark.parametrize(
    ("area", "district", "index", "edition", "vintage"),
    [
        ("lsoa01_code", "lad07_code", "IMD_score", "2007", "2001"),
        ("lsoa11_code", "lad13_code", "IMD_rank", "2015", "2011"),
        ("lsoa11cd", "Local Authority District code (2019)", "Index (IMD) Rank", "2019", "2011"),
    ],
)
def test_deprivation_by_small_area_is_held_by_its_edition_and_census(
    tmp_path: Path, area: str, district: str, index: str, edition: str, vintage: str
) -> None:
    reading = read(tmp_path, f"{area},{district},{index}\nE01022715,E07000088,9000.0\n")
    row = only(reading)
    assert reading.family.key == "deprivation"
    assert (row.area, row.period, row.area_vintage) == ("E01022715", edition, vintage)
    assert row.indicator.startswith(f"deprivation-{edition}-")


def test_deprivation_of_an_edition_that_is_not_said_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not say which edition"):
        read(tmp_path, "lsoa01_code,IMD_score\nE01022715,30.1\n")
