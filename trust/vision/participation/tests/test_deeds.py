from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from trust.foundation.kernel.actor import PUBLIC, Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.participation import actions, queries
from trust.vision.participation.queries import CommentCard, Subject

JUNE = date(2010, 6, 8)
NOON = datetime(2010, 6, 8, 12, tzinfo=UTC)
PRIYA = Actor("Priya Nair", uuid4(), uuid4(), frozenset({"plan.write"}))

pytestmark = pytest.mark.usefixtures("empty_database")


def told(
    text: str = "Two buses.", *, token: UUID | None = None, about: str = "", district: str = ""
) -> CommentCard:
    return actions.tell_us(
        token=token or uuid4(),
        text=text,
        about_title=about,
        district=district,
        given_on=JUNE,
        by=PUBLIC,
        at=NOON,
    )


def answered(card: CommentCard, text: str = "We asked the bus company.") -> CommentCard:
    return actions.answer_comment(comment=card.id, text=text, answered_on=JUNE, by=PRIYA, at=NOON)


def test_what_is_told_is_kept_as_written_with_a_reference() -> None:
    card = told("It’s <b>two</b> buses.", district="Havant")
    assert queries.answer_of(card.reference) == card
    assert (card.text, card.district, card.answer) == ("It’s <b>two</b> buses.", "Havant", None)


def test_the_same_form_sent_twice_is_one_comment() -> None:
    token = uuid4()
    first, second = told("Two buses.", token=token), told("Two buses.", token=token)
    assert first == second
    assert queries.comments().found == 1


def test_two_people_who_say_the_same_are_two_comments() -> None:
    assert told().reference != told().reference
    assert queries.comments().found == 2


def test_nothing_said_is_not_kept() -> None:
    with pytest.raises(Refused, match="Write what you want to tell us"):
        told("  ")
    assert queries.comments().found == 0


def test_an_answer_is_found_by_the_reference_however_it_is_typed() -> None:
    card = answered(told())
    found = queries.answer_of(card.reference.lower().replace("-", " "))
    assert found is not None
    assert found.answer == queries.AnswerCard("We asked the bus company.", JUNE, "Priya Nair")


def test_the_first_answer_stands_and_the_second_officer_is_told() -> None:
    card = answered(told())
    with pytest.raises(Refused, match="Priya Nair has already answered this comment"):
        answered(card, "Another answer.")
    assert queries.comment(card.id).answer == card.answer


def test_a_comment_that_is_not_there_cannot_be_read_or_answered() -> None:
    with pytest.raises(NotFound):
        queries.comment(uuid4())
    with pytest.raises(NotFound):
        actions.answer_comment(comment=uuid4(), text="Yes.", answered_on=JUNE, by=PRIYA, at=NOON)
    assert queries.answer_of("K7P-3XW-92M") is None


def test_comments_are_found_by_their_words_their_subject_or_their_reference() -> None:
    bus, park = told("Two buses."), told("Lights.", about="Fewer children leave school overweight")
    assert [card.id for card in queries.comments(find="BUSES").cards] == [bus.id]
    assert [card.id for card in queries.comments(find="overweight").cards] == [park.id]
    assert [card.id for card in queries.comments(find=park.reference).cards] == [park.id]
    assert queries.comments(find="nothing like it").cards == ()


def test_only_those_that_wait_can_be_asked_for() -> None:
    answered(told("Answered."))
    waits = told("Waits.")
    assert [card.id for card in queries.comments(waiting=True).cards] == [waits.id]
    assert [card.id for card in queries.open_comments()] == [waits.id]


def test_comments_come_in_pages_and_a_page_past_the_last_is_the_last() -> None:
    for number in range(queries.A_PAGE + 1):
        told(f"Comment {number}.")
    first, last = queries.comments(page=1), queries.comments(page=99)
    assert (len(first.cards), first.before, first.after) == (queries.A_PAGE, None, 2)
    assert (len(last.cards), last.before, last.after, last.found) == (1, 1, None, queries.A_PAGE + 1)


def test_a_voice_is_heard_and_can_be_cited() -> None:
    card = actions.hear(
        heading="It’s two buses.", statement="They could not get there.", who="86 young people",
        quotes=(("I was ready in November.", "Young man, 17"),), heard_from=86, not_heard="nobody in care",
        said_on=JUNE, invented=True, by=PRIYA, at=NOON,
    )  # fmt: skip
    assert queries.voice(card.id) == card
    assert queries.voices() == [card]
    assert queries.voices_by_id([card.id, uuid4()]) == {card.id: card}


def test_a_voice_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.voice(uuid4())


def test_a_subject_comes_back_from_its_signed_address() -> None:
    subject = Subject(uuid4(), "Fewer pupils are sent home", "Havant")
    signed = queries.where_to_tell_us(subject).partition("about=")[2].replace("%3A", ":")
    assert queries.read_subject(signed) == subject


@pytest.mark.parametrize("forged", ["", "x", "eyJhIjoxfQ:1abc:xyz"])
def test_a_subject_that_we_did_not_sign_is_nothing_in_particular(forged: str) -> None:
    assert queries.read_subject(forged) == Subject()
