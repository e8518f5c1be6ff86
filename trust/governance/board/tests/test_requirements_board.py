"""What the source documents ask of the bodies and the Board, shown on Hampshire’s own three arrangements."""

import csv
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client

from trust.foundation.directory.loaders import load_directory
from trust.foundation.directory.queries import districts
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.statute.findings import Result
from trust.governance.board import queries
from trust.governance.board.loaders import load_governance
from trust.governance.board.models import Body, Seat
from trust.governance.board.queries.tree import Branch, Bunch
from trust.governance.board.tests.test_formats import OAKSHIRE
from trust.governance.board.words import BodyKind
from trust.governance.partnership.queries import partner_kinds

MARCH_2006, JUNE_2010, MARCH_2012 = date(2006, 3, 20), date(2010, 6, 8), date(2012, 3, 1)
DAYS = [MARCH_2006, JUNE_2010, MARCH_2012]


def branches(bunches: tuple[Bunch, ...]) -> Iterator[Branch]:
    for bunch in bunches:
        for branch in bunch.branches:
            yield branch
            yield from branches(branch.below)


def standing_below(on: date) -> dict[str, Branch]:
    tree = queries.family_tree(on)
    assert tree
    return {branch.body.key: branch for branch in branches(tree.bunches)}


def portrait(key: str, on: date) -> queries.Portrait:
    return queries.portrait(Body.objects.get(key=key).id, on)


def ties_of(key: str, on: date) -> set[tuple[str, str]]:
    return {(tie.words, tie.name) for tie in portrait(key, on).works_with}


def local_partnerships(on: date) -> list[Body]:
    held = Body.objects.filter(kind=BodyKind.LOCAL_PARTNERSHIP, first__lte=on).exclude(last__lt=on)
    return list(held.exclude(evidence="not-found"))


# Seats

SEAT_GROUPS = {
    "the council’s director and lead member": {"dcs", "lead-member"},
    "districts": {"districts-north", "districts-east", "districts-centre", "districts-south-west"},
    "police": {"B03"},
    "health, with the lead GP": {"B07", "B08", "B09"},
    "learning agency": {"B11"},
    "schools and colleges": {"B12", "B13", "B14", "B15"},
    "early years and children’s centres": {"B22"},
    "youth offending and probation": {"B05", "B06"},
    "fire and rescue": {"fire"},
    "Jobcentre Plus": {"B16"},
    "community and voluntary": {"B17"},
    "children, young people, parents and carers": {"B19", "B20"},
}


def test_the_twelve_groups_of_seats_load_from_the_area_s_files(database: str) -> None:
    seats = Seat.objects.filter(body__key="trust-board", first__lte=JUNE_2010).exclude(last__lt=JUNE_2010)
    held = {seat.key for seat in seats} | {rule for seat in seats for rule in seat.rules}
    assert len(SEAT_GROUPS) == 12
    assert {name: wanted - held for name, wanted in SEAT_GROUPS.items() if wanted - held} == {}


def test_the_management_board_has_seats_for_districts_learning_and_colleges(database: str) -> None:
    seats = {seat.name for seat in portrait("2006-management-board", MARCH_2006).seats}
    assert {"District chief executives", "Learning and Skills Council", "College principals"} <= seats


@pytest.mark.parametrize("rule", ["B17", "B18", "B19", "B20", "B21", "B22"])
def test_seats_that_no_law_asks_for_are_judged_as_advice(database: str, rule: str) -> None:
    found = {one.rule: one for one in queries.board_check(JUNE_2010)}
    assert found[rule].result in (Result.MET, Result.MISSING)
    assert not found[rule].by_law


# Who answers to whom


@pytest.mark.parametrize("on", DAYS)
def test_no_body_of_hampshire_is_an_orphan(database: str, on: date) -> None:
    found = {one.rule: one for one in queries.board_check(on)}
    assert found["G01"].result is Result.MET


def test_board_county_groups_and_local_partnerships_stand_in_three_layers(
    database: str, visitor: Client
) -> None:
    tree = queries.family_tree(JUNE_2010)
    assert tree
    layers = {branch.body.kind for bunch in tree.bunches for branch in bunch.branches}
    assert tree.apex.kind is BodyKind.BOARD
    assert {BodyKind.GROUP, BodyKind.LOCAL_PARTNERSHIP} <= layers
    shown = visitor.get("/who/?on=2010-06-08").text
    names = ("Hampshire Children’s Trust Board", "Teenage Pregnancy Partnership", "Havant Local Children’s")
    assert all(name in shown for name in names)


@pytest.mark.parametrize("on", DAYS)
def test_the_drawing_holds_every_body_of_the_tree(database: str, visitor: Client, on: date) -> None:
    tree = queries.family_tree(on)
    assert tree
    drawing = " ".join(visitor.get(f"/who/family-tree.svg?on={on.isoformat()}").text.split())
    found = [one for one in [tree.apex, *(row.body for row in branches(tree.bunches))] if one.found]
    assert len(found) > 5
    assert [one.name for one in found if str(one.id) not in drawing] == []


@pytest.mark.parametrize(
    ("key", "theme"),
    [
        ("teenage-pregnancy", "Brings down conceptions under 18"),
        ("camhs-commissioning", "Buys mental health services together"),
        ("information-sharing", "How partners share information"),
        ("data-quality", "Whether the figures can be trusted"),
    ],
)
def test_county_groups_are_listed_with_what_they_are_for(
    database: str, visitor: Client, key: str, theme: str
) -> None:
    assert standing_below(JUNE_2010)[key].note.startswith(theme)
    assert theme in visitor.get("/who/?on=2010-06-08").text


def test_the_groups_of_2006_stand_below_the_management_board(database: str) -> None:
    tree = queries.family_tree(MARCH_2006)
    assert tree
    [[board]] = [bunch.branches for bunch in tree.bunches]
    below = {branch.body.key for branch in branches(board.below)}
    groups = {"2006-teenage-pregnancy", "2006-childrens-fund", "2006-drug-action-team", "2006-camhs"}
    assert groups <= below


# What bodies are for


@pytest.mark.parametrize(
    ("key", "on", "purpose"),
    [
        ("2006-standing-conference", MARCH_2006, "Sets direction and strategy and reviews progress"),
        ("lcp-havant", JUNE_2010, "Puts the county’s priorities into practice here"),
    ],
)
def test_the_page_of_a_body_says_what_it_is_for(
    database: str, visitor: Client, key: str, on: date, purpose: str
) -> None:
    answer = visitor.get(f"/who/{portrait(key, on).body.id}/")
    assert purpose in answer.text


# Local partnerships


def test_each_district_had_its_own_partnership_in_2006(database: str) -> None:
    there = {body.place_code for body in local_partnerships(MARCH_2006)}
    assert there == {place.code for place in districts(on=MARCH_2006)}
    assert len(there) == 11


@pytest.mark.parametrize("on", [MARCH_2006, JUNE_2010])
def test_each_local_partnership_is_linked_to_its_strategic_partnership(database: str, on: date) -> None:
    names = {place.code: place.name for place in districts(on=on)}
    held = local_partnerships(on)
    assert held
    for body in held:
        wider = f"{names[body.place_code]} Local Strategic Partnership"
        assert ("works with", wider) in ties_of(body.key, on)


def test_local_partnerships_of_2006_send_somebody_to_both_upper_bodies(database: str) -> None:
    for body in local_partnerships(MARCH_2006):
        sent = {name for words, name in ties_of(body.key, MARCH_2006) if words == "sends somebody to"}
        assert "Management Board" in sent
        assert "Children and Young People’s Partnership Standing Conference" in sent


def test_the_county_s_wider_partnership_and_the_youth_offending_board_are_linked(database: str) -> None:
    conference = ties_of("2006-standing-conference", MARCH_2006)
    board = ties_of("2006-management-board", MARCH_2006)
    assert ("works with", "Hampshire Strategic Partnership") in conference
    assert ("works with", "Wessex Youth Offending Board") in board


def add_lines(file: Path, rows: list[list[str]]) -> None:
    with file.open("a", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)


@pytest.mark.parametrize("number", [11, 15, 20, 25])
def test_any_number_of_local_partnerships_loads_and_a_district_may_hold_many(
    empty_database: str, tmp_path: Path, number: int
) -> None:
    folder = Path(shutil.copytree(OAKSHIRE, tmp_path / "oakshire"))
    keys = [f"network-{n}" for n in range(2, number)]
    body = ["local-partnership", "no", "no", "X07000001", "Chair", "quarterly", "0 to 19", "Acts locally", ""]
    link = ["board", "", "accountable-to", "2008-01-01", "", "invented", ""]
    since = ["2008-01-01", "", "invented", "invented", ""]
    add_lines(folder / "bodies.csv", [[key, f"Network {key[8:]}", *body, *since] for key in keys])
    add_lines(folder / "links.csv", [[key, *link] for key in keys])
    now = datetime(2009, 11, 2, 9, tzinfo=UTC)
    assert load_directory(folder, kinds=partner_kinds(), by=SYSTEM, at=now).refused == []
    assert load_governance(folder, by=SYSTEM, at=now).refused == []
    below = standing_below(now.date()).values()
    assert sum(one.body.kind is BodyKind.LOCAL_PARTNERSHIP for one in below) == number
