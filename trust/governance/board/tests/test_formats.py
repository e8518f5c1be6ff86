"""Each fault that a person can put into the files about bodies, and the sentence it gets."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trust.governance.board.formats.pack import Known, Pack, read_choice, read_pack

OAKSHIRE = Path(__file__).parents[4] / "tests" / "areas" / "oakshire"
KNOWN = Known(
    organisations={"oakshire-county-council", "acornbury", "leafham", "oakshire-police", "oakshire-pct"}
    | {"oak-hall-nursery"},
    rules={"B01", "B02", "B03", "B07", "B08", "B18", "B22"},
    sources={"invented"},
    districts=lambda day: {"X07000001", "X07000002"},
)
type Spoil = Callable[[str, str, str], Pack]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Oakshire's pack with one thing in one file written otherwise."""

    def spoiled(file: str, good: str, bad: str) -> Pack:
        folder = tmp_path / "oakshire"
        shutil.copytree(OAKSHIRE, folder)
        text = (folder / file).read_text(encoding="utf-8")
        assert good in text
        (folder / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
        return read_pack(folder, KNOWN)

    return spoiled


def test_a_pack_without_faults_is_read_whole() -> None:
    pack = read_pack(OAKSHIRE, KNOWN)
    assert pack.refused == []
    counts = [len(rows) for rows in (pack.bodies, pack.links, pack.seats, pack.memberships, pack.meetings)]
    assert counts == [4, 4, 5, 5, 2]


FAULTS = [
    ("bodies.csv", ",board,yes", ",senate,yes", "line 2, kind: “senate” is not one of"),
    ("bodies.csv", ",yes,no,,", ",perhaps,no,,", "line 2, apex: “perhaps” is not one of no, yes"),
    ("bodies.csv", "X07000001", "X07000009", "line 4, place: there is no district “X07000009”"),
    ("bodies.csv", "2006-04-01,2019-09-28", "2020-04-01,2019-09-28", "line 3, last: It ends on 28 September"),
    ("bodies.csv", "quarterly,,Makes", "weekly,,Makes", "line 2, meets: “weekly” is not one of"),
    ("bodies.csv", "network-leafham,", "network-acornbury,", "line 5, key: “network-acornbury” stands in"),
    ("bodies.csv", "safeguarding-board,no", "safeguarding-board,yes", "line 3, apex:"),
    ("bodies.csv", "local-partnership,no", "board,no", "line 4, kind:"),
    (
        "links.csv",
        "network-acornbury,board,",
        "network-acornbury,network-acornbury,",
        "cannot answer to itself",
    ),
    ("links.csv", "network-acornbury,board,", "network-acornbury,,", "line 4, to: name a body here"),
    ("links.csv", "board,,The public", "board,network-leafham,", "would answer to itself, by way of"),
    ("links.csv", "network-leafham,board", "network-acornbury,board", "already has this link on these days"),
    ("links.csv", ",linked,", ",married,", "line 3, kind: “married” is not one of"),
    ("seats.csv", "B03", "B99", "line 4, rules: there is no rule “B99”"),
    ("seats.csv", ",B03,", ",,", "line 4, rules: a seat needs the rule that asks for it"),
    ("seats.csv", "acornbury;leafham", "acornbury;mossley", "line 3, represents: there is no organisation"),
    ("seats.csv", "police,board", "police,bored", "line 4, body: there is no body “bored”"),
    ("memberships.csv", "dcs,council", "dcs,throne", "line 2, seat: there is no seat “throne”"),
    ("memberships.csv", "Ada Fernsby", "", "line 2, person: this must not be empty"),
    ("memberships.csv", ",leafham,,", ",mossley,,", "line 3, mandates_from: there is no organisation"),
    (
        "memberships.csv",
        "2008-01-01,,invented",
        "1 January,,invented",
        "line 2, first: “1 January” is not a day",
    ),
    ("meetings.csv", "2009-09-14", "14 September", "line 2, day: “14 September” is not a day"),
    ("decisions.csv", "oakshire-police", "the-board", "line 2, owner: there is no organisation “the-board”"),
    ("decisions.csv", "oakshire-police,2009", ",2009", "line 2, owner: what has a due day needs an owner"),
    ("decisions.csv", "board-2009-09", "board-1999-09", "line 2, meeting: there is no meeting"),
]


@pytest.mark.parametrize(("file", "good", "bad", "sentence"), FAULTS, ids=lambda part: str(part)[:40])
def test_a_fault_gets_a_sentence_with_its_place(
    spoil: Spoil, file: str, good: str, bad: str, sentence: str
) -> None:
    refused = spoil(file, good, bad).refused
    assert any(one.startswith(file) and sentence in one for one in refused), refused


def test_somebody_cannot_hold_one_seat_twice_at_once(spoil: Spoil) -> None:
    pack = spoil("memberships.csv", "police,police,Cai Rowan", "dcs-2,council,Ada Fernsby")
    assert "line 4, first: Ada Fernsby already holds the seat “council” on these days." in pack.refused[0]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "seats.csv: there is no such file in the folder." in read_pack(tmp_path, KNOWN).refused


@pytest.mark.parametrize("note", ["", "No letter on file", "Chosen by a vote", "Came late; left early"])
def test_a_note_that_does_not_tell_both_tells_neither(note: str) -> None:
    assert read_choice(note) == ("", "")
