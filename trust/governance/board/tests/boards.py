"""A Board that breaks no rule on 8 June 2010, and a way to break each rule alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from trust.governance.board.queries.composition import composition_law
from trust.governance.board.rules import Finding, check
from trust.governance.board.words import BodyKind, Composition, Owned, Party, Seat, Sitting, Structure

DAY = date(2010, 6, 8)

COUNTY = Party("county", "Oakshire County Council", "local_authority")
ACORNBURY = Party("acornbury", "Acornbury", "district_council")
LEAFHAM = Party("leafham", "Leafham", "district_council")
PCT = Party("pct", "Oakshire Primary Care Trust", "pct")
BY_SEAT = {
    "B01": COUNTY,
    "B02": ACORNBURY,
    "B03": Party("police", "Oakshire Police", "chief_officer_police"),
    "B04": Party("authority", "Oakshire Police Authority", "police_authority"),
    "B05": Party("probation", "Oakshire Probation", "probation_provider"),
    "B06": Party("yot", "Oakshire Youth Offending Team", "yot"),
    "B08": PCT,
    "B07": Party("sha", "Oakland Strategic Health Authority", "sha"),
    "B10": Party("connexions", "Oakshire Connexions", "connexions"),
    "B12": Party("school", "Copse School", "maintained_school"),
    "B13": Party("special", "Dell School", "special_school_nm"),
    "B14": Party("academy", "Elm Academy", "academy_ctc"),
    "B15": Party("college", "Fern College", "fe_institution"),
    "B16": Party("jobcentre", "Jobcentre Plus", "jobcentre_plus"),
    "B09": Party("surgery", "Glade Surgery", "other_body"),
    "B17": Party("alliance", "Oakshire Alliance", "other_body"),
    "B18": Party("nursery", "Hazel Nurseries", "other_body"),
    "B19": Party("voices", "Oakshire Young Voices", "other_body"),
    "B20": Party("parents", "Oakshire Parents", "other_body"),
    "B21": Party("workers", "Oakshire Workers", "other_body"),
    "B22": Party("early", "Ivy Children’s Centre", "other_body"),
    "local": Party("fire", "Oakshire Fire and Rescue", "other_body"),
}
WRITTEN = {"B02": (LEAFHAM,), "B09": (PCT,)}


def a_member(rule: str, employer: Party) -> Sitting:
    return Sitting(
        person=f"Member {rule}",
        post="Head",
        employer=employer,
        since=date(2010, 1, 1),
        mandate="To speak for them",
        document="Letter of January 2010",
        mandates_from=WRITTEN.get(rule, ()),
        deputy=f"Deputy {rule}",
        chosen_by="A vote",
        reports_back="Each term",
    )


def a_seat(rule: str, employer: Party) -> Seat:
    represents = (ACORNBURY, LEAFHAM) if rule == "B02" else (employer,)
    return Seat(f"Seat {rule}", frozenset({rule}), represents, (a_member(rule, employer),))


def a_body(name: str, kind: BodyKind, *answers_to: str, district: str = "") -> Structure:
    apex, independent = kind is BodyKind.BOARD, kind is BodyKind.SAFEGUARDING_BOARD
    return Structure(name, kind, apex, independent, answers_to, district)


CHAIR = Sitting("Independent Person", "Independent chair", None, date(2010, 1, 1), chair=True)
TREE = (
    a_body("Board", BodyKind.BOARD),
    a_body("Safeguarding Board", BodyKind.SAFEGUARDING_BOARD),
    a_body("North", BodyKind.LOCAL_PARTNERSHIP, "Board", district="Acornbury"),
    a_body("South", BodyKind.LOCAL_PARTNERSHIP, "Board", district="Acornbury"),
    a_body("Steering", BodyKind.STEERING_GROUP, "Board", district="Acornbury"),
)


def a_full_board() -> Composition:
    return Composition(
        seats=tuple(a_seat(rule, party) for rule, party in BY_SEAT.items()),
        partners=(*BY_SEAT.values(), LEAFHAM),
        safeguarding_chairs=(CHAIR,),
        structure=TREE,
        actions=(Owned("Bring buses to school", COUNTY.name, COUNTY.kind),),
    )


type Break = Callable[[Composition], Composition]


def change_seat(rule: str, change: Callable[[Seat], Seat]) -> Break:
    return lambda board: replace(
        board, seats=tuple(change(seat) if seat.name == f"Seat {rule}" else seat for seat in board.seats)
    )


def change_member(rule: str, **values: Any) -> Break:
    """Change what is on file about whoever sits in the seat of a rule."""

    def change(seat: Seat) -> Seat:
        return replace(seat, sitting=tuple(replace(one, **values) for one in seat.sitting))

    return change_seat(rule, change)


def empty_seat(rule: str) -> Break:
    return change_seat(rule, lambda seat: replace(seat, sitting=()))


def unspoken_for(board: Composition) -> Composition:
    """Nobody speaks for Leafham, in its seat or by letter."""
    alone = change_seat("B02", lambda seat: replace(seat, represents=(ACORNBURY,)))
    return change_member("B02", mandates_from=())(alone(board))


def forgotten_choice(board: Composition) -> Composition:
    for rule in ("B12", "B13", "B14", "B15"):
        board = change_member(rule, chosen_by="")(board)
    return board


EMPTIED = ["B01", "B03", "B04", "B05", "B06", "B07", "B10", "B12", "B13", "B14", "B15", "B16"] + [
    "B17",
    "B18",
    "B19",
    "B20",
    "B21",
    "B22",
]
BREAKS: dict[str, Break] = {
    **{rule: empty_seat(rule) for rule in EMPTIED},
    "B02": unspoken_for,
    "B02m": change_member("B02", mandates_from=()),
    "B08": change_seat("B08", lambda seat: replace(seat, answers=frozenset({"B07"}))),
    "B09": change_member("B09", mandates_from=()),
    "B12m": forgotten_choice,
    "B23": change_member("local", deputy=""),
    "B24": lambda board: replace(board, safeguarding_chairs=(replace(CHAIR, employer=COUNTY),)),
    "G01": lambda board: replace(board, structure=(*board.structure, a_body("Loose", BodyKind.GROUP))),
    "G02": lambda board: replace(
        board, structure=tuple(one for one in board.structure if one.name != "Steering")
    ),
    "G06": lambda board: replace(board, actions=(Owned("Explore options", "The Board", "board"),)),
}


def judged(board: Composition, on: date = DAY) -> dict[str, Finding]:
    return {one.rule: one for one in check(board, law=composition_law(), on=on)}
