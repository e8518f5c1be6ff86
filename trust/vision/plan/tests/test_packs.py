"""A pack for a meeting: made from the town's plan and figures, kept for ever, and seen by those who may."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, transaction

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.governance.board.queries import ComingMeeting, coming_meetings, the_board
from trust.vision.plan import access
from trust.vision.plan.actions.packs import choose_for_packs, make_pack
from trust.vision.plan.formats import hash_of
from trust.vision.plan.formats.packs import COLUMNS, PackText, read, rows, write
from trust.vision.plan.models import Pack
from trust.vision.plan.queries.pack import compose
from trust.vision.plan.queries.packs import Subject, since_of, subject_of, subjects
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.words import ByHand, PackFor

AT = datetime(2010, 6, 8, 9, 0, tzinfo=UTC)
HAVANT = "place:E07000090"
DIRECTOR = Actor("Judith Amery", uuid4(), duties=frozenset({"board.brief"}))


def the_meeting(on: date = TODAY) -> ComingMeeting:
    board = the_board(TODAY)
    return next(one for one in coming_meetings(on) if board and one.body == board.id)


def board_subject() -> Subject:
    board = the_board(TODAY)
    assert board
    return subject_of(f"body:{board.id}", TODAY)


def partner(name: str) -> Subject:
    found = [one for group in subjects(TODAY).values() for one in group if one.kind is PackFor.PARTNER]
    return next(one for one in found if one.name == name)


def pack_of(subject: Subject, on: date = TODAY) -> PackText:
    return compose(subject, the_meeting(on), as_of=on)


def make(subject: Subject, key: UUID | None = None) -> Pack:
    return make_pack(
        key=key or uuid4(), subject=subject, meeting=the_meeting(), as_of=TODAY, by=DIRECTOR, at=AT
    )


def test_the_boards_pack_begins_with_the_measures_of_the_plan(town: str) -> None:
    whys = [line.why for line in pack_of(board_subject()).lines]
    assert whys.count("a measure of the plan") == 4
    assert whys[:4] == ["a measure of the plan"] * 4
    assert len(whys) <= 20


def test_a_pack_tells_what_changed_since_the_last_one(town: str) -> None:
    spring = Pack.objects.get(as_of=date(2010, 4, 13))
    text = read(spring.snapshot)
    told = {line.title: line.changed for line in text.changed}
    assert (text.since, text.since_what) == (date(2010, 2, 9), "the last pack")
    assert told["Conceptions under 18 in Hampshire"] == (
        "New figure for 2008: 33.2. Before that we had 30.9, for 2007.",
    )
    assert [item.kind for item in text.turned] == ["Done"]


def test_nothing_published_after_the_day_is_in_a_pack(town: str) -> None:
    winter = read(Pack.objects.get(as_of=date(2010, 2, 9)).snapshot)
    assert all(line.known_on <= winter.as_of for line in winter.lines if line.known_on)
    conceptions = next(line for line in winter.lines if line.code == "ni-112")
    assert conceptions.period == "2007"


def test_what_needs_a_decision_is_red_late_or_unanswered(town: str) -> None:
    asked = {(item.kind, item.heading) for item in pack_of(board_subject()).decisions}
    assert ("Off track", "Conceptions under 18 in Gosport and Havant") in asked
    assert ("Answer due", "The Board asked about: Conceptions under 18 in Hampshire") in asked
    assert any(kind.startswith("Late since") for kind, _ in asked)


def test_a_place_has_its_own_figures_and_the_measures_that_name_it(town: str) -> None:
    lines = pack_of(subject_of(HAVANT, TODAY)).lines
    assert [line.about for line in lines[:1]] == ["Gosport and Havant"]
    assert {line.about for line in lines[1:]} == {"Havant"}


def test_a_partner_has_the_measures_of_its_promises_and_its_own_debts(town: str) -> None:
    text = pack_of(partner("Havant Borough Council"))
    assert {line.why for line in text.lines} == {"a measure of the plan"}
    assert not [item for item in text.decisions if "by Hampshire County Council" in item.heading]


def test_a_text_reads_back_as_it_was_written(town: str) -> None:
    text = pack_of(board_subject())
    assert read(write(text)) == text
    assert {len(row) for row in rows(text, {})} == {len(COLUMNS)}


def test_a_pack_is_kept_once_with_its_hash_and_the_one_it_follows(town: str) -> None:
    key = uuid4()
    made, again = make(board_subject(), key), make(board_subject(), key)
    assert made == again
    assert made.sha256 == hash_of(made.snapshot)
    assert made.previous
    assert made.previous.as_of == date(2010, 4, 13)


def test_the_same_pack_is_not_kept_twice(town: str) -> None:
    make(board_subject())
    with pytest.raises(Refused, match="Nothing has changed"):
        make(board_subject())


def test_a_pack_cannot_be_changed_or_taken_away(town: str) -> None:
    made = make(board_subject())
    made.snapshot = "{}"
    for deed in (made.save, made.delete):
        with pytest.raises(ProgrammingError), transaction.atomic():
            deed()


def test_a_pack_is_made_before_its_meeting(town: str) -> None:
    with pytest.raises(Refused, match="made before it"):
        make_pack(
            key=uuid4(), subject=board_subject(), meeting=the_meeting(), as_of=date(2010, 6, 11),
            by=DIRECTOR, at=AT,
        )  # fmt: skip


def test_what_is_chosen_by_hand_is_kept_for_the_next_pack(town: str) -> None:
    havant = subject_of(HAVANT, TODAY)
    out = pack_of(havant).lines[-1].key
    choose_for_packs(subject=havant, item=out, choice=ByHand.DROP, by=DIRECTOR, at=AT)
    choose_for_packs(subject=havant, item="ni-112@E10000014", choice=ByHand.ADD, by=DIRECTOR, at=AT)
    lines = {line.key: line.why for line in pack_of(havant).lines}
    assert out not in lines
    assert lines["ni-112@E10000014"] == "added by hand"
    choose_for_packs(subject=havant, item=out, choice=ByHand.RULE, by=DIRECTOR, at=AT + timedelta(minutes=1))
    assert out in {line.key for line in pack_of(havant).lines}


def test_a_figure_nobody_holds_cannot_be_chosen(town: str) -> None:
    with pytest.raises(Refused, match="no such figure"):
        choose_for_packs(subject=board_subject(), item="x@y", choice=ByHand.ADD, by=DIRECTOR, at=AT)


def test_the_first_pack_of_all_looks_back_to_the_last_meeting(town: str) -> None:
    since = since_of(subject_of("place:E07000086", TODAY), the_meeting(), TODAY)
    assert (since.day, since.what, since.previous) == (date(2010, 4, 15), "the last meeting", None)


@pytest.mark.parametrize("value", ["", "body", "body:x", "partner:x", "place:E99", f"partner:{UUID(int=1)}"])
def test_whom_nobody_knows_is_not_found(town: str, value: str) -> None:
    with pytest.raises(NotFound):
        subject_of(value, TODAY)


def test_a_partners_lead_sees_the_packs_of_that_partner_only(town: str) -> None:
    trust = partner("Hampshire Primary Care Trust")
    lead = Actor("Ian", uuid4(), trust.partner, frozenset({"office.open", "partner.report"}))
    (own,) = access.packs_for(lead)
    assert access.open_pack(own.id, by=lead)[1].name == "Hampshire Primary Care Trust"
    assert len(access.packs_for(DIRECTOR)) == 5
    with pytest.raises(NotFound):
        access.open_pack(Pack.objects.get(as_of=date(2010, 4, 13)).pk, by=lead)
    with pytest.raises(NotFound):
        access.open_subject(HAVANT, TODAY, by=lead)


def test_who_neither_briefs_nor_reports_sees_none(town: str) -> None:
    analyst = Actor(
        "Mei", uuid4(), partner("Hampshire Primary Care Trust").partner, frozenset({"office.open"})
    )
    assert access.packs_for(analyst) == []
