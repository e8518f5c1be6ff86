"""Decisions, challenges and answers as deeds: what is kept, what is refused and in which words."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from trust.foundation.audit.models import Event
from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import PUBLIC, Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.governance.board import actions, queries
from trust.governance.board.models import Challenge, Meeting

DAY = date(2010, 6, 8)
NOON = datetime(2010, 6, 8, 11, tzinfo=UTC)
PRIYA = Actor("Priya Nair", uuid4(), uuid4(), frozenset({"board.brief"}))
MEASURE = uuid4()

pytestmark = pytest.mark.usefixtures("database")


def a_meeting() -> Meeting:
    return Meeting.objects.get(key="board-2010-04")


def decided(owner: str | None = "hampshire-pct", due: date | None = date(2010, 7, 1)) -> UUID:
    return actions.record_decision(
        token=uuid4(),
        body=a_meeting().body_id,
        day=a_meeting().day,
        text="Agreed to open a clinic in Havant.",
        public_line="A clinic for young people opens in Havant.",
        owner=owner,
        due=due,
        by=PRIYA,
        at=NOON,
    )


def asked(text: str = "Why did it rise?", due: date = date(2010, 7, 1), whom: UUID | None = None) -> UUID:
    return actions.raise_challenge(
        about_measure=MEASURE,
        measure_title="Conceptions under 18",
        organisation=whom or organisation_by_key("hampshire-pct").id,
        text=text,
        response_due=due,
        by=PRIYA,
        at=NOON,
    )


def from_the_trust() -> Actor:
    return Actor("Ian Colebrook", uuid4(), organisation_by_key("hampshire-pct").id)


def answered(challenge: UUID, text: str = "We lost a nurse.", by: Actor | None = None) -> None:
    actions.answer_challenge(challenge=challenge, text=text, by=by or from_the_trust(), at=NOON)


def verbs() -> set[str]:
    return set(Event.objects.using("owner").values_list("verb", flat=True))


def test_a_decision_is_on_record_with_its_owner_and_told_to_the_audit() -> None:
    kept = decided()
    found = next(one for one in queries.decisions(DAY) if one.id == kept)
    assert (found.owner, found.due) == ("Hampshire Primary Care Trust", date(2010, 7, 1))
    assert "board.decision.recorded" in verbs()


@pytest.mark.parametrize(
    ("owner", "sentence"),
    [
        ("the Board", "The Board cannot own an action: choose the partner that will do it."),
        ("Hampshire Children’s Trust", "The Trust cannot own an action: choose the partner that will do it."),
        ("lsc", "Learning and Skills Council ended on 31 March 2010"),
        ("hampshire-pcc", "is not a partner on 15 April 2010"),
    ],
)
def test_only_a_partner_of_the_day_can_own_what_was_decided(owner: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        decided(owner)


def test_a_youth_offending_team_may_own_a_decision() -> None:
    assert decided("wessex-yot")


def test_what_is_due_needs_somebody_to_do_it() -> None:
    with pytest.raises(Refused, match="which partner"):
        decided(owner=None)


def test_what_is_only_noted_needs_nobody() -> None:
    assert decided(owner=None, due=None)


def test_a_decision_of_no_meeting_is_not_found() -> None:
    with pytest.raises(NotFound):
        actions.record_decision(
            token=uuid4(), body=uuid4(), day=DAY, text="x", public_line="x", by=PRIYA, at=NOON
        )


def test_what_was_decided_is_done_once() -> None:
    kept = decided()
    actions.carry_out_decision(decision=kept, done=DAY, by=PRIYA, at=NOON)
    with pytest.raises(Refused, match="already done on 8 June 2010"):
        actions.carry_out_decision(decision=kept, done=DAY, by=PRIYA, at=NOON)


def test_nothing_is_done_on_a_day_to_come() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        actions.carry_out_decision(decision=decided(), done=date(2010, 6, 9), by=PRIYA, at=NOON)


def test_a_challenge_waits_until_it_is_answered() -> None:
    kept = asked("  Why did it rise?  ")
    waiting = queries.open_challenges()
    assert [(one.id, one.about_measure, one.text) for one in waiting] == [(kept, MEASURE, "Why did it rise?")]
    answered(kept)
    assert queries.open_challenges() == []
    assert {"board.challenge.raised", "board.challenge.answered"} <= verbs()


def test_the_answer_is_kept_with_who_gave_it_and_when() -> None:
    kept = asked()
    answered(kept, " We lost a nurse. ")
    found = Challenge.objects.get(pk=kept)
    assert (found.response, found.responded_by, found.responded_at) == (
        "We lost a nurse.",
        "Ian Colebrook",
        NOON,
    )


def test_an_answer_is_never_changed() -> None:
    kept = asked()
    answered(kept)
    with pytest.raises(Refused, match="never changed"):
        answered(kept, "In truth two nurses.")


@pytest.mark.parametrize("by", [PRIYA, PUBLIC])
def test_only_the_partner_that_was_asked_answers(by: Actor) -> None:
    with pytest.raises(Refused, match="Only the partner that was asked"):
        answered(asked(), by=by)


def test_a_measure_is_asked_about_once_at_a_time() -> None:
    kept = asked()
    with pytest.raises(Refused, match="asked already: an answer is due on 1 July 2010"):
        asked("And again?")
    answered(kept)
    assert asked("And now?") != kept


@pytest.mark.parametrize(
    ("text", "due", "sentence"),
    [("  ", date(2010, 7, 1), "Write what you want to ask"), ("Why?", DAY, "at least until tomorrow")],
)
def test_a_challenge_needs_words_and_time_to_answer(text: str, due: date, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        asked(text, due)


def test_a_partner_that_nobody_knows_is_not_asked() -> None:
    with pytest.raises(Refused, match="do not know the partner"):
        asked(whom=uuid4())


def test_an_empty_answer_is_none() -> None:
    with pytest.raises(Refused, match="Write the answer"):
        answered(asked(), "  ")


def test_an_answer_to_nothing_is_not_found() -> None:
    with pytest.raises(NotFound):
        answered(uuid4())
