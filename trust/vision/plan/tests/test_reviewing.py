"""An annual review: it drafts itself, people complete it, the Board agrees it, and it is published."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.governance.board.queries import decisions
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan, Review
from trust.vision.plan.queries import reviewing
from trust.vision.plan.words import Delivery, ReviewPart, Stage, YoungPart

NOW = datetime(2012, 1, 10, 10, tzinfo=LONDON)
TODAY = NOW.date()
OVER = datetime(2012, 4, 1, 10, tzinfo=LONDON)
BY: dict[str, Any] = {"by": Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"})), "at": NOW}
YOUNG = "We said we would help. We did some of it. We did not do all of it. We will try to do more. " * 2


@pytest.fixture
def plan(town: str) -> Plan:
    found = queries.plan_on(TODAY)
    assert found
    return found


@pytest.fixture
def review(plan: Plan) -> Review:
    return actions.begin_review(token=uuid4(), plan=plan, year_ending=date(2012, 3, 31), **BY)


def writes(review: Review, part: str, text: str, resting_on: int = 0, **more: Any) -> None:
    actions.write_review_part(review=review.pk, part=part, text=text, resting_on=resting_on, **more, **BY)


def test_it_drafts_a_row_for_every_promise_and_measure(review: Review) -> None:
    draft = reviewing.drafted(review, TODAY)
    whole = queries.newest_version(review.plan_id, TODAY)
    assert whole
    promised = sum(len(p.actions) + len(p.pledges) + len(p.measures) for p in whole.plan.priorities)
    assert len(draft.rows) == promised
    assert {one.part for one in draft.texts} == {*ReviewPart, *YoungPart}
    assert all(one.text.strip() for one in draft.texts)


def row_of(review: Review, said: str, on: date = TODAY) -> Any:
    return next(row for row in reviewing.as_it_stands(review, on).rows if said in row.said)


def agreed() -> UUID:
    return decisions(TODAY)[0].id


def publishes(review: Review, **more: Any) -> Any:
    facts = {"decision": agreed(), "why": "The review of the year.", **BY, "at": OVER, **more}
    return actions.publish_review(review=review.pk, **facts)


def test_what_was_reported_done_is_delivered_and_its_report_is_the_evidence(review: Review) -> None:
    row = row_of(review, "youth worker at every youth club")
    assert row.delivery is Delivery.DELIVERED
    assert row.did == "All nine clubs have a trained worker."
    assert row.evidence == "Havant Borough Council’s report of 29 March 2010."


def test_what_is_due_and_half_done_is_partly_delivered(review: Review) -> None:
    row = row_of(review, "clinic open after school")
    assert row.delivery is Delivery.PARTLY
    assert "must say when it will be done" in row.next


def test_what_is_not_due_counts_neither_way(review: Review) -> None:
    row = row_of(review, "A letter and a call to every family", date(2011, 1, 10))
    assert row.delivery is Delivery.NOT_YET_DUE
    assert row.next == "It is due by 31 March 2011."


def test_a_measure_carries_its_figure_with_its_source(review: Review) -> None:
    row = row_of(review, "Conceptions under 18 in Hampshire")
    assert "Source: " in row.evidence
    assert " to " in row.evidence
    assert not row.is_promise


def test_a_claim_without_evidence_is_not_published_as_a_claim(review: Review) -> None:
    row = row_of(review, "Half a post for the youth clubs", OVER.date())
    assert not row.evidence
    writes(review, row.part, "The worker is a great success.")
    after = row_of(review, "Half a post for the youth clubs", OVER.date())
    assert after.did == "No evidence yet."
    assert after.delivery is Delivery.NO_EVIDENCE
    writes(review, row.part, "One club has half a post.", 1, evidence="The Trust’s count of December 2010.")
    assert row_of(review, "Half a post for the youth clubs", OVER.date()).did == "One club has half a post."


def test_the_draft_stays_beside_what_a_person_writes(review: Review) -> None:
    before = reviewing.drafted(review, TODAY).said(ReviewPart.OUTCOMES)
    writes(review, ReviewPart.OUTCOMES, "Some things are better.")
    after = reviewing.as_it_stands(review, TODAY).said(ReviewPart.OUTCOMES)
    assert after is not None
    assert before is not None
    assert (after.text, after.drafted, after.by_people) == ("Some things are better.", before.text, True)


def test_the_second_of_two_is_told_and_loses_nothing(review: Review) -> None:
    writes(review, ReviewPart.SAFEGUARDING, "First.")
    with pytest.raises(Refused, match="newer wording"):
        writes(review, ReviewPart.SAFEGUARDING, "Second.")
    writes(review, ReviewPart.SAFEGUARDING, "Second.", resting_on=1)
    assert reviewing.written_parts(review)[ReviewPart.SAFEGUARDING].edition == 2


def test_an_empty_part_and_a_part_of_no_kind_are_refused(review: Review) -> None:
    with pytest.raises(Refused, match="leave the part as it was drafted"):
        writes(review, ReviewPart.SAFEGUARDING, "  ")
    with pytest.raises(NotFound):
        writes(review, "unicorns", "They are real.")


def test_a_review_needs_a_decision_a_reason_and_a_young_version(review: Review) -> None:
    with pytest.raises(Refused, match="decision of the Board"):
        publishes(review, decision=None)
    with pytest.raises(Refused, match="in a sentence"):
        publishes(review, why=" ")
    with pytest.raises(Refused, match="young people’s version first"):
        publishes(review)


def test_a_young_version_that_is_too_hard_is_refused(review: Review) -> None:
    hard = "Multi-agency governance arrangements necessitate considerable institutional reconfiguration. " * 6
    writes(review, YoungPart.HAPPENED, hard)
    with pytest.raises(Refused, match="reads at about age"):
        publishes(review)


def test_it_moves_the_plan_and_back_and_is_published_once(plan: Plan, review: Review) -> None:
    assert queries.stage_of(plan, TODAY) is Stage.UNDER_REVIEW
    writes(review, YoungPart.HAPPENED, YOUNG)
    version = publishes(review)
    assert version.number == 1
    assert queries.stage_of(plan, OVER.date()) is Stage.PUBLISHED
    with pytest.raises(Refused, match="Nothing has changed"):
        publishes(review)
    writes(review, ReviewPart.SAFEGUARDING, "Put right.")
    assert publishes(review).number == 2


def test_what_is_published_is_read_back_as_it_was(plan: Plan, review: Review) -> None:
    writes(review, YoungPart.HAPPENED, YOUNG)
    publishes(review)
    found = reviewing.published_review(plan.pk, 2012, OVER.date())
    assert found.review == reviewing.as_it_stands(review, OVER.date())
    assert found.review.says_how_to_speak
    with pytest.raises(NotFound):
        reviewing.published_review(plan.pk, 2012, TODAY)


def test_it_is_not_published_before_its_year_is_over(review: Review) -> None:
    writes(review, YoungPart.HAPPENED, YOUNG)
    with pytest.raises(Refused, match="31 March 2012 is not over: publish its review from 1 April 2012"):
        publishes(review, at=NOW)


def test_a_year_has_one_review_and_a_plan_not_published_has_none(plan: Plan, review: Review) -> None:
    with pytest.raises(Refused, match="begun already"):
        actions.begin_review(token=uuid4(), plan=plan, year_ending=date(2012, 3, 30), **BY)
    with pytest.raises(Refused, match="one of its years"):
        actions.begin_review(token=uuid4(), plan=plan, year_ending=date(2019, 3, 31), **BY)
    dates: dict[str, Any] = {"first": date(2015, 4, 1), "last": date(2018, 3, 31)}
    coming = actions.begin_plan(token=uuid4(), title="Plan 2015 to 2018", **dates, **BY)
    with pytest.raises(Refused, match="not published yet"):
        actions.begin_review(token=uuid4(), plan=coming, year_ending=date(2016, 3, 31), **BY)


def test_a_review_is_not_begun_long_before_its_year_is_over(plan: Plan) -> None:
    with pytest.raises(Refused, match="31 March 2013 is far from over: begin its review from 1 January 2013"):
        actions.begin_review(token=uuid4(), plan=plan, year_ending=date(2013, 3, 31), **BY)
    assert queries.stage_of(plan, TODAY) is Stage.PUBLISHED


def test_an_action_that_was_withdrawn_is_kept_apart_with_its_reason(plan: Plan, review: Review) -> None:
    action = next(
        a
        for p in queries.draft(plan).plan.priorities
        for a in p.actions
        if "clinic open after school" in a.what
    )
    actions.end_action(action=action.id, because="The building was sold.", **BY)
    row = row_of(review, "clinic open after school")
    assert row.delivery is Delivery.WITHDRAWN
    assert row.did == "It was withdrawn. The building was sold."
