"""A list of schools is known by its first line, becomes places, and its pages; every school is invented."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from trust.foundation.directory import queries as directory
from trust.vision.outcomes import queries
from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES

# The column names of the department's own file, of which this is a part.
HEAD = (
    "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),"
    "EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),"
    "ReligiousCharacter (name),CensusDate,NumberOfPupils,PercentageFSM,Town,Postcode,"
    "DistrictAdministrative (code),DistrictAdministrative (name),LSOA (code)\n"
)
OAK = (
    "900001,850,Hampshire,2001,Oak Hall School,Community school,Local authority maintained schools,Open,"
    "01-09-1998,,Primary,None,21-01-2021,210,12.5,Alton,GU34 1AA,E07000085,East Hampshire,E01022574\n"
)
ELM = (
    "900002,850,Hampshire,2002,Elm Hall School,Community school,Local authority maintained schools,Closed,"
    "01-09-1990,31-08-2015,Secondary,None,21-01-2021,0,SUPP,Fareham,PO14 1AA,E07000087,Fareham,E01022771\n"
)
FAR = OAK.replace("900001", "900003").replace("Oak Hall", "Far Hall").replace("E07000085", "E09000001")
LATER = date(2022, 1, 1)


def file_of(folder: Path, text: str, name: str = "edubasealldata20210507.csv") -> Path:
    (folder / name).write_text(text, encoding="cp1252")
    return folder / name


def reads(folder: Path, text: str, name: str = "edubasealldata20210507.csv") -> Reading:
    return read_official(file_of(folder, text, name), FAMILIES, {})


def loads(folder: Path, text: str, name: str = "edubasealldata20210507.csv") -> None:
    call_command("load_figures", str(file_of(folder, text, name)), verbosity=0)


def test_the_departments_list_is_known_by_its_own_columns(tmp_path: Path) -> None:
    reading = reads(tmp_path, HEAD + OAK + ELM)
    assert (reading.family.key, reading.faults) == ("schools", [])
    assert [school.name for school in reading.schools] == ["Oak Hall School", "Elm Hall School"]
    assert reading.schools[1].closed == date(2015, 8, 31)


def test_the_share_is_of_its_census_and_a_withheld_one_stays_withheld(tmp_path: Path) -> None:
    rows = {row.area: row for row in reads(tmp_path, HEAD + OAK + ELM).rows}
    assert (rows["900001"].period, rows["900001"].value) == ("Jan 2021", 12.5)
    assert (rows["900002"].value, rows["900002"].mark) == (None, "c")
    assert rows["900001"].published_on == date(2021, 5, 7)


def test_a_list_without_a_day_gives_schools_and_says_what_it_left_out(tmp_path: Path) -> None:
    plain = "URN,EstablishmentName,PercentageFSM\n900001,Oak Hall School,12\n"
    reading = reads(tmp_path, plain, "list.csv")
    assert (len(reading.schools), reading.rows) == (1, [])
    assert any("were left out" in note for note in reading.notes)


@pytest.mark.parametrize("urn", ["", "90001", "ABCDEF"])
def test_a_line_without_a_schools_number_is_refused(tmp_path: Path, urn: str) -> None:
    reading = reads(tmp_path, HEAD + OAK.replace("900001", urn, 1) + ELM)
    assert [fault.line for fault in reading.faults] == [2]
    assert len(reading.schools) == 1


def test_schools_become_places_with_the_file_that_told_of_them(database: str, tmp_path: Path) -> None:
    loads(tmp_path, HEAD + OAK + ELM + FAR)
    assert [school.urn for school in directory.schools()] == ["900002", "900001"]
    held = directory.school("900001")
    assert (held.district_name, held.lsoa_code, held.file) == (
        "East Hampshire", "E01022574", "edubasealldata20210507.csv",
    )  # fmt: skip
    figures = queries.series("schools-free-school-meals", area="900001", as_of=LATER)
    assert [figure.value for figure in figures] == [12.5]


def test_the_same_list_twice_changes_nothing(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loads(tmp_path, HEAD + OAK)
    loads(tmp_path, HEAD + OAK)
    assert "Nothing in this file is new." in capsys.readouterr().out


def test_next_years_list_closes_a_school_and_leaves_the_others(database: str, tmp_path: Path) -> None:
    loads(tmp_path, HEAD + OAK + ELM)
    closed = "urn,name,open_date,close_date,ladcd\n900001,Oak Hall School,01-09-1998,31-08-2022,E07000085\n"
    loads(tmp_path, closed, "establishments.csv")
    assert directory.school("900001").closed == date(2022, 8, 31)
    assert directory.school("900001").phase == "Primary"
    assert len(directory.schools()) == 2


def test_schools_are_found_by_name_district_and_phase(database: str, tmp_path: Path, visitor: Client) -> None:
    visitor.cookies["day"] = "today"
    loads(tmp_path, HEAD + OAK + ELM)
    assert b"Oak Hall" in visitor.get("/schools/?words=alton").content
    assert b"Oak Hall" not in visitor.get("/schools/?words=fareham&closed=yes").content
    assert b"Elm Hall" not in visitor.get("/schools/").content
    assert b"Elm Hall" in visitor.get("/schools/?closed=yes&district=E07000087&phase=Secondary").content
    assert b"No school fits" in visitor.get("/schools/?words=zzz").content


def test_a_school_has_its_own_page_with_its_published_figures(
    database: str, tmp_path: Path, visitor: Client
) -> None:
    visitor.cookies["day"] = "today"
    loads(tmp_path, HEAD + OAK + ELM)
    page = visitor.get("/schools/900001/").content.decode()
    assert "12.5" in page
    assert "edubasealldata20210507.csv" in page
    assert "withheld" in visitor.get("/schools/900002/").content.decode()
    assert visitor.get("/schools/999999/").status_code == 404


def test_before_any_list_the_page_says_so(database: str, visitor: Client) -> None:
    assert "We hold no list of schools" in visitor.get("/schools/").content.decode()
