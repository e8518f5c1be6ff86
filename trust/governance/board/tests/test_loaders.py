"""Bringing an area’s bodies in: whole or not at all, the same twice, corrected, guarded by the database."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import Error, IntegrityError, connections, transaction
from django.db.models import Model

from trust.foundation.audit.models import Event
from trust.foundation.directory.loaders import load_directory
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.statute.findings import Result
from trust.governance.board import models, queries
from trust.governance.board.loaders import load_governance
from trust.governance.board.tests.test_formats import OAKSHIRE
from trust.governance.board.words import BodyKind, LinkKind
from trust.governance.partnership.queries import partner_kinds

NOW = datetime(2009, 11, 2, 9, tzinfo=UTC)
DAY = date(2009, 11, 2)


def load(folder: Path = OAKSHIRE) -> LoadReport:
    return load_governance(folder, by=SYSTEM, at=NOW)


@pytest.fixture
def places(empty_database: str) -> None:
    assert load_directory(OAKSHIRE, kinds=partner_kinds(), by=SYSTEM, at=NOW).refused == []


@pytest.fixture
def oakshire(places: None) -> None:
    assert load().refused == []


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OAKSHIRE, tmp_path / "oakshire"))


def rewrite(file: Path, good: str, bad: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")


def held() -> list[int]:
    tables: list[type[Model]] = [models.Body, models.BodyLink, models.Seat, models.SeatRepresents]
    tables += [models.Membership, models.WrittenMandate, models.Meeting, models.Decision]
    return [table._default_manager.count() for table in tables]


def test_an_area_comes_in_whole(places: None) -> None:
    report = load()
    assert (report.refused, report.added) == ([], sum(held()))
    assert held() == [4, 4, 5, 6, 5, 1, 2, 1]


def test_the_same_files_twice_change_nothing(oakshire: None) -> None:
    before = held()
    assert load() == LoadReport(unchanged=sum(before))
    assert held() == before


def test_a_correction_keeps_the_identifier_and_is_told_to_the_audit(oakshire: None, a_copy: Path) -> None:
    before = models.Body.objects.get(key="board").id
    rewrite(a_copy / "bodies.csv", "Oakshire Partnership Board", "Oakshire Children’s Board")
    assert load(a_copy).corrected == 1
    assert queries.body(before).name == "Oakshire Children’s Board"
    told = Event.objects.using("owner").get(verb="board.body.corrected")
    assert told.detail["before"] == {"name": "Oakshire Partnership Board"}


def test_one_bad_row_loads_nothing_at_all(places: None, a_copy: Path) -> None:
    rewrite(a_copy / "seats.csv", "B03", "B99")
    assert len(load(a_copy).refused) == 1
    assert held() == [0] * 8


def test_a_decision_that_its_owner_cannot_own_is_refused_in_words(places: None, a_copy: Path) -> None:
    rewrite(a_copy / "decisions.csv", "oakshire-police,2009", "oakshire-ccg,2009")
    refused = load(a_copy).refused
    assert refused[0].startswith("decisions.csv, line 2, owner: Oakshire Clinical Commissioning Group")
    assert held() == [0] * 8


def test_whom_somebody_spoke_for_is_never_taken_away(oakshire: None, a_copy: Path) -> None:
    rewrite(a_copy / "seats.csv", "acornbury;leafham", "acornbury")
    assert "not taken away" in load(a_copy).refused[0]
    assert models.SeatRepresents.objects.count() == 6


def test_another_county_is_judged_by_the_same_rules(oakshire: None) -> None:
    found = {one.rule: one for one in queries.board_check(DAY)}
    assert found["B02"].result is Result.MET
    assert found["B03"].what_is_wrong == "Nobody speaks for Oakshire Constabulary."
    assert not found["B03"].by_law


def a_body(**values: object) -> models.Body:
    given = {"key": "other", "name": "Other", "kind": BodyKind.GROUP, "apex": False, "independent": False}
    return models.Body(**{**given, "first": DAY, "source": "invented", "evidence": "invented", **values})


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"apex": True}, "one_apex_a_day"),
        ({"kind": BodyKind.BOARD}, "one_board_a_day"),
        ({"last": date(2001, 1, 1)}, "body_days_in_order"),
    ],
)
def test_the_database_forbids_two_at_once(oakshire: None, values: dict[str, object], name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        a_body(**values).save()


def test_the_database_forbids_a_body_that_answers_to_itself(oakshire: None) -> None:
    board = models.Body.objects.get(key="board")
    link = models.BodyLink(body=board, to=board, kind=LinkKind.ACCOUNTABLE_TO, first=DAY, source="invented")
    with pytest.raises(IntegrityError, match="no_body_answers_to_itself"), transaction.atomic():
        link.save()


def again(member: models.Membership, **values: object) -> models.Membership:
    member.pk, member.key, member._state.adding = models.Membership().pk, "again", True
    for name, value in values.items():
        setattr(member, name, value)
    return member


def test_the_database_forbids_somebody_in_a_seat_twice_at_once(oakshire: None) -> None:
    member = models.Membership.objects.get(key="dcs")
    with pytest.raises(IntegrityError, match="in_a_seat"), transaction.atomic():
        again(member, first=date(2009, 1, 1)).save()


def test_two_chairs_may_sit_together(oakshire: None) -> None:
    member = models.Membership.objects.get(key="dcs")
    again(member, person="Second Chair").save()
    assert models.Membership.objects.filter(seat=member.seat_id, chair=True).count() == 2


@pytest.mark.parametrize("table", ["board_body", "board_membership", "board_decision", "board_challenge"])
def test_the_web_role_can_delete_nothing(oakshire: None, table: str) -> None:
    with (
        pytest.raises(Error, match="permission denied"),
        transaction.atomic(),
        connections["default"].cursor() as cursor,
    ):
        cursor.execute(f"delete from {table}")
