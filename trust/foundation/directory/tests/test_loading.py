"""Bringing an area in: idempotent, whole or not at all, and correctable."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import Error, connections, transaction

from trust.foundation.audit.models import Event
from trust.foundation.directory.loaders import load_directory, mark_demonstration
from trust.foundation.directory.models import Area, Calendar, LoadedPack, Organisation, PostcodePrefix
from trust.foundation.directory.queries import (
    calendar,
    districts,
    find_postcode,
    organisation_by_key,
    organisation_called,
    organisations,
    predecessors,
    setting,
)
from trust.foundation.directory.tests.test_formats import KINDS, OAKSHIRE
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import NotFound, Refused

NOW = datetime(2009, 11, 2, 9, tzinfo=UTC)


def load(folder: Path = OAKSHIRE) -> LoadReport:
    return load_directory(folder, kinds=KINDS, by=SYSTEM, at=NOW)


@pytest.fixture
def oakshire(empty_database: str) -> None:
    assert load().refused == []


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OAKSHIRE, tmp_path / "oakshire"))


def rewrite(file: Path, good: str, bad: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")


def held() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Area, LoadedPack, Organisation, PostcodePrefix))


def test_the_same_files_twice_change_nothing(oakshire: None) -> None:
    before = held()
    assert load() == LoadReport(unchanged=1 + 5 + 20 + 9 + 5 + 3 + 8 + 1)
    assert held() == before


def test_one_bad_row_loads_nothing_at_all(empty_database: str, a_copy: Path) -> None:
    rewrite(a_copy / "organisations.csv", ",pct,", ",guild,")
    assert load(a_copy).refused == ["organisations.csv, line 6, kind: there is no partner kind “guild”."]
    assert held() == (0, 0, 0, 0)


def test_a_correction_is_made_in_place_and_told_to_the_audit(oakshire: None, a_copy: Path) -> None:
    rewrite(a_copy / "organisations.csv", "Oak Hall Nursery", "Oak Hall Nurseries")
    assert load(a_copy).corrected == 1
    assert organisation_by_key("oak-hall-nursery").name == "Oak Hall Nurseries"
    told = Event.objects.using("owner").get(verb="directory.organisation.corrected")
    assert told.detail == {"before": {"name": "Oak Hall Nursery"}}


def test_who_followed_whom_is_told_to_the_audit(oakshire: None) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("select detail from audit_event where verb = 'directory.successions.entered'")
        assert len(cursor.fetchall()) == 1


def test_a_postcode_that_moved_is_corrected(oakshire: None, a_copy: Path) -> None:
    rewrite(a_copy / "postcodes.csv", "OX1 4,X07000002", "OX1 4,X07000001")
    assert load(a_copy).corrected == 1
    assert find_postcode("OX1 4AA").place.name == "Acornbury"


def test_new_words_are_taken_up_and_the_old_ones_stay(oakshire: None, a_copy: Path) -> None:
    rewrite(a_copy / "area.toml", "Oakshire Partnership Board", "Oakshire Board")
    later = NOW.replace(hour=10)
    assert load_directory(a_copy, kinds=KINDS, by=SYSTEM, at=later).added == 1
    assert (setting().board_name, LoadedPack.objects.count()) == ("Oakshire Board", 2)


def test_one_database_holds_one_area(oakshire: None, a_copy: Path) -> None:
    rewrite(a_copy / "area.toml", 'key = "oakshire"', 'key = "elmshire"')
    assert load(a_copy).refused == [
        "area.toml, key: This installation holds the area “oakshire”. Another area needs another database."
    ]


def test_the_organisations_of_a_day_are_those_that_stand_on_it(oakshire: None) -> None:
    names = {one.key for one in organisations(on=date(2013, 3, 31))}
    assert "oakshire-pct" in names
    assert "oakshire-ccg" not in names
    assert "oakshire-ccg" in {one.key for one in organisations(on=date(2013, 4, 1))}


def test_an_organisation_knows_its_host_and_whom_it_followed(oakshire: None) -> None:
    team, group = organisation_by_key("oakshire-yot"), organisation_by_key("oakshire-ccg")
    assert (team.legal_capacity, team.host) == (False, "Oakshire County Council")
    assert [one.key for one in predecessors(group.id)] == ["oakshire-pct"]


def test_an_organisation_is_found_by_name_whatever_the_capitals(oakshire: None) -> None:
    found = organisation_called("oakshire county council")
    assert found
    assert found.key == "oakshire-county-council"
    assert organisation_called("the Board") is None


def test_an_absent_organisation_is_not_found(oakshire: None) -> None:
    with pytest.raises(NotFound):
        organisation_by_key("atlantis")


def test_the_districts_are_those_of_the_area(oakshire: None) -> None:
    assert [place.name for place in districts(on=NOW.date())] == ["Acornbury", "Leafham"]


@pytest.mark.parametrize(
    ("typed", "district"), [("ox1 1aa", "Acornbury"), ("OX14AA", "Leafham"), ("OX1", "Acornbury")]
)
def test_a_postcode_is_answered_by_the_longest_beginning(oakshire: None, typed: str, district: str) -> None:
    assert find_postcode(typed).place.name == district


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("OX9 1AA", "OX9 1AA is in Elmport, which belongs to another county."),
        ("ZE1 0AA", "We do not know the postcode ZE1 0AA. It may be outside Oakshire."),
    ],
)
def test_a_postcode_of_elsewhere_gets_a_sentence(oakshire: None, typed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=f"^{sentence}$"):
        find_postcode(typed)


def test_before_any_area_is_loaded_the_words_are_neutral(empty_database: str) -> None:
    assert setting().trust_name == "Children’s Trust"


def test_a_real_installation_lives_by_the_clock(empty_database: str) -> None:
    real = datetime.now(tz=UTC).astimezone().date()
    assert not calendar().demonstration
    assert abs((calendar().today - real).days) <= 1


def test_a_demonstration_stands_still_and_is_marked_once(empty_database: str) -> None:
    for _ in range(2):
        mark_demonstration(OAKSHIRE, by=SYSTEM, at=NOW)
    assert (calendar().today, calendar().demonstration) == (date(2009, 11, 2), True)


@pytest.mark.parametrize("side", ["default", "closed"])
def test_python_and_sql_live_on_the_same_day_on_both_sides(empty_database: str, side: str) -> None:
    mark_demonstration(OAKSHIRE, by=SYSTEM, at=NOW)
    with connections[side].cursor() as cursor:
        cursor.execute("select trust_today()")
        assert cursor.fetchone() == (calendar().today,)


def test_an_installation_that_holds_an_area_cannot_become_a_demonstration(oakshire: None) -> None:
    with pytest.raises(Refused, match="already holds an area"):
        mark_demonstration(OAKSHIRE, by=SYSTEM, at=NOW)


FOR_EVER = [
    "update directory_calendar set demonstration = false, today = null",
    "update directory_calendar set area_key = 'elmshire'",
    "delete from directory_calendar",
    "truncate directory_calendar",
]


@pytest.mark.parametrize("statement", FOR_EVER)
def test_not_even_the_owner_can_undo_a_demonstration(empty_database: str, statement: str) -> None:
    mark_demonstration(OAKSHIRE, by=SYSTEM, at=NOW)
    with pytest.raises(Error, match="stays so"), connections["owner"].cursor() as cursor:
        cursor.execute(statement)


def test_the_database_itself_refuses_a_demonstration_where_an_area_is(oakshire: None) -> None:
    with pytest.raises(Error, match="cannot become a demonstration"):
        Calendar.objects.using("owner").create(demonstration=True, area_key="oakshire")


def test_the_web_roles_cannot_write_the_calendar(empty_database: str) -> None:
    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        Calendar.objects.create(demonstration=True, area_key="oakshire")


def test_a_place_cannot_have_two_rows_for_one_day(oakshire: None) -> None:
    one = Area.objects.values().get(code="X07000001")
    with pytest.raises(Error, match="one_area_a_day"), transaction.atomic():
        Area.objects.create(**{**one, "id": new_id(), "vintage": "2015"})
