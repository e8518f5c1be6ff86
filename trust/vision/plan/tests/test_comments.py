"""Colleagues comment beside a draft; the officer answers; the text is untouched."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.governance.partnership.queries import owners
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.comments import comments, open_comments, passages_of
from trust.vision.plan.tests.known import BY, TODAY, WORDS
from trust.vision.plan.words import CommentState, Passage

SAID = "Say which clinics."


@pytest.fixture
def said(plan: Plan, priority: UUID) -> UUID:
    return says(plan, str(priority))


def says(plan: Plan, passage: str, *, on: Passage = Passage.PRIORITY, **other: Any) -> UUID:
    told: dict[str, Any] = {"token": uuid4(), "text": SAID} | BY | other
    return actions.comment(plan=plan, on=on, passage=passage, **told).pk


def a_lead() -> Actor:
    council = next(one for one in owners(on=TODAY) if one.name == "Gosport Borough Council")
    return Actor("Tess Lead", uuid4(), organisation=council.id, duties=frozenset({"partner.report"}))


def answers(comment: UUID, *, settles: bool, text: str = "We named them.") -> None:
    actions.answer_comment(token=uuid4(), comment=comment, text=text, settles=settles, **BY)


def test_a_comment_stands_beside_its_passage_and_changes_no_text(plan: Plan, priority: UUID) -> None:
    before = queries.draft(plan)
    says(plan, str(priority))
    assert queries.draft(plan) == before
    (line,) = passages_of(before, priority)
    assert [one.text for one in line.comments] == [SAID]


def test_an_answer_leaves_it_open_and_a_settlement_closes_it(plan: Plan, said: UUID) -> None:
    answers(said, settles=False)
    assert open_comments(plan.pk).total() == 1
    answers(said, settles=True)
    assert open_comments(plan.pk).total() == 0
    assert [one.state for one in comments(plan.pk)] == [CommentState.SETTLED]


def test_the_second_to_settle_it_is_told(said: UUID) -> None:
    answers(said, settles=True)
    with pytest.raises(Refused, match="settled this comment just before you"):
        answers(said, settles=True)


def test_an_empty_comment_and_an_empty_answer_are_refused(plan: Plan, priority: UUID, said: UUID) -> None:
    with pytest.raises(Refused, match="Write what you want to say"):
        says(plan, str(priority), text=" ")
    with pytest.raises(Refused, match="Say what was done"):
        answers(said, settles=True, text=" ")


def test_a_form_sent_twice_says_it_once(plan: Plan, priority: UUID) -> None:
    key = uuid4()
    assert says(plan, str(priority), token=key) == says(plan, str(priority), token=key)
    assert len(comments(plan.pk)) == 1


@pytest.mark.parametrize("passage", ["nothing", str(UUID(int=1))])
def test_a_passage_that_the_plan_is_without_is_not_found(plan: Plan, passage: str) -> None:
    for on in Passage:
        with pytest.raises(NotFound):
            says(plan, passage, on=on)


def test_a_partner_comments_once_the_draft_is_shared(plan: Plan, priority: UUID) -> None:
    says(plan, str(priority), by=a_lead())
    assert [one.partner for one in comments(plan.pk)] == ["Gosport Borough Council"]


def test_a_draft_that_is_not_shared_refuses_a_partner(plan: Plan) -> None:
    words: dict[str, Any] = {"first": plan.last.replace(year=2021), "last": plan.last.replace(year=2024)}
    later = actions.begin_plan(token=uuid4(), title="The next plan", **words, **BY)
    key = actions.add_priority(token=uuid4(), plan=later, words=dict(WORDS), **BY).pk
    with pytest.raises(Refused, match="not shared yet"):
        says(later, str(key), by=a_lead())


def test_somebody_without_a_promise_finds_no_draft(plan: Plan, priority: UUID) -> None:
    with pytest.raises(NotFound):
        says(plan, str(priority), by=Actor("An Auditor", uuid4(), duties=frozenset({"audit.read"})))


def test_comments_are_narrowed(plan: Plan, priority: UUID, said: UUID) -> None:
    says(plan, str(priority), by=a_lead())
    answers(said, settles=True)
    assert [one.partner for one in comments(plan.pk, state="open")] == ["Gosport Borough Council"]
    assert comments(plan.pk, on="measure") == []


def test_the_pages_from_a_comment_to_its_answer(officer: Client, plan: Plan, priority: UUID) -> None:
    address = f"/office/plans/{plan.pk}/comment/priority/{priority}/"
    assert officer.post(address, {"token": uuid4(), "text": SAID}).status_code == 302
    read = officer.get(f"/office/plans/{plan.pk}/read/{priority}/").content.decode()
    assert SAID in read
    (one,) = comments(plan.pk)
    told = officer.post(f"/office/comment/{one.id}/", {"token": uuid4(), "text": "Done.", "settles": "on"})
    assert told.status_code == 302
    assert "Done." in officer.get(f"/office/plans/{plan.pk}/comments/?state=settled").content.decode()
    assert (
        "No comment is as you ask"
        in officer.get(f"/office/plans/{plan.pk}/comments/?state=open").content.decode()
    )


def test_the_draft_says_how_many_wait(officer: Client, plan: Plan, said: UUID) -> None:
    assert "One comment to answer" in officer.get(f"/office/plans/{plan.pk}/").content.decode()
