"""Results of schools at the end of primary school, known by their columns; every school is invented."""

from pathlib import Path

import pytest
from django.test import Client

from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES
from trust.vision.outcomes.tests.test_schools import HEAD, OAK, loads
from trust.vision.outcomes.words import Mark

COLUMNS = "RECTYPE,LEA,URN,SCHNAME,TELIG,PTRWM_EXP,PTRWM_EXP_G,READPROG,READPROG_LOWER,READPROG_UPPER\n"
SCHOOL = "1,850,900001,Oak Hall School,30,73%,SUPP,1.1,-0.4,2.6\n"
FEW = "2,850,900002,Elm Hall School,4,SUPP,SUPP,LOWCOV,,\n"
ABOVE = "3,850, , ,14000,66%,70%,0.2,0.1,0.3\n4, , , ,604552,61%,65%, , , \n5, , , ,599728,62%,66%, , , \n"
NAME = "hampshire_ks2_2017_18.csv"


def reads(folder: Path, text: str, name: str = NAME) -> Reading:
    (folder / name).write_text(text, encoding="utf-8-sig")
    return read_official(folder / name, FAMILIES, {})


def test_each_school_its_authority_and_england_have_their_results(tmp_path: Path) -> None:
    reading = reads(tmp_path, COLUMNS + SCHOOL + ABOVE)
    found = {(row.area, row.sex): row.value for row in reading.rows if row.indicator.endswith("rwm-exp")}
    assert reading.family.key == "ks2-schools"
    assert found == {
        ("900001", "all"): 73, ("900001", "female"): None, ("E10000014", "all"): 66,
        ("E10000014", "female"): 70, ("E92000001", "all"): 62, ("E92000001", "female"): 66,
    }  # fmt: skip
    assert {row.period for row in reading.rows} == {"2017/18"}
    assert "passed over" in reading.notes[0]


def test_what_is_left_out_of_a_small_school_stays_out_and_progress_keeps_its_limits(tmp_path: Path) -> None:
    rows = {(row.area, row.indicator, row.sex): row for row in reads(tmp_path, COLUMNS + SCHOOL + FEW).rows}
    assert rows["900002", "ks2-schools-ptrwm-exp", "all"].mark == Mark.WITHHELD
    assert rows["900002", "ks2-schools-readprog", "all"].mark == Mark.UNRELIABLE
    progress = rows["900001", "ks2-schools-readprog", "all"]
    assert (progress.lower, progress.value, progress.upper) == (-0.4, 1.1, 2.6)


def test_a_file_whose_name_says_no_year_loads_nothing_and_says_why(tmp_path: Path) -> None:
    reading = reads(tmp_path, COLUMNS + SCHOOL, "england_ks2final.csv")
    assert reading.is_empty
    assert "school year" in reading.notes[0]


@pytest.mark.usefixtures("database")
def test_the_page_of_a_school_shows_its_results(tmp_path: Path, visitor: Client) -> None:
    visitor.cookies["day"] = "today"
    loads(tmp_path, HEAD + OAK)
    loads(tmp_path, COLUMNS + SCHOOL, NAME)
    page = visitor.get("/schools/900001/").content.decode()
    assert "expected standard at 11" in page
    assert "73" in page
