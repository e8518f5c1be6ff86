from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.vision.participation import actions, queries
from trust.vision.participation.models import Consultation, Reached
from trust.vision.participation.rules.consulted import reach
from trust.vision.participation.words import Audience, Response

BY: dict[str, Any] = {
    "by": Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"})),
    "at": datetime(2012, 3, 1, 10, tzinfo=LONDON),
}
ABOUT = UUID("11111111-1111-4111-8111-111111111111")
TWELVE_WEEKS: dict[str, Any] = {"opens": date(2012, 1, 9), "closes": date(2012, 4, 2)}


def opened(**other: Any) -> Consultation:
    facts: dict[str, Any] = {"token": uuid4(), "about": ABOUT, "about_title": "The plan", "title": "Tell us"}
    facts |= {"asked": "What matters most?", "decision": "The Board agrees the plan in May."} | TWELVE_WEEKS
    return actions.open_consultation(**(facts | other), **BY)


def now(about: Consultation) -> queries.ConsultationCard:
    return queries.consultation(about.pk)


def test_one_of_twelve_weeks_needs_no_reason_and_a_shorter_one_does(database: str) -> None:
    assert not now(opened()).is_short
    with pytest.raises(Refused, match="runs 30 days"):
        opened(closes=date(2012, 2, 8))
    assert now(opened(closes=date(2012, 2, 8), why_short="The term ends.")).is_short


def test_a_form_sent_twice_opens_one(database: str) -> None:
    key = uuid4()
    for _ in range(2):
        opened(token=key)
    assert len(queries.consultations(about=ABOUT, on=date(2012, 3, 1))) == 1


def test_one_that_has_not_opened_is_not_shown(database: str) -> None:
    opened()
    assert queries.consultations(about=ABOUT, on=date(2012, 1, 8)) == []


def test_a_recount_takes_the_place_of_the_count(database: str) -> None:
    about = opened()
    for number in (40, 44):
        actions.count_reached(consultation=about.pk, audience=Audience.PARENTS, number=number, **BY)
    assert [(one.audience, one.number) for one in now(about).counted] == [(Audience.PARENTS, 44)]


@pytest.mark.parametrize("number", [1, 5])
def test_a_count_that_points_at_somebody_is_refused_here_and_by_the_database(
    database: str, number: int
) -> None:
    about = opened()
    with pytest.raises(Refused, match="could point at somebody"):
        actions.count_reached(consultation=about.pk, audience=Audience.CHILDREN, number=number, **BY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reached.objects.create(consultation=about, audience="children", number=number, by="x", at=BY["at"])


def test_a_group_too_small_to_count_was_reached_and_one_of_nought_was_not(database: str) -> None:
    about = opened()
    actions.count_reached(consultation=about.pk, audience=Audience.CHILDREN, number=None, **BY)
    actions.count_reached(consultation=about.pk, audience=Audience.PARENTS, number=0, **BY)
    assert now(about).audiences == {Audience.CHILDREN}


def test_what_people_said_waits_for_an_answer_and_then_has_the_last_one(database: str) -> None:
    about = opened()
    said = actions.write_finding(
        token=uuid4(), consultation=about.pk, heading="Buses", audience=Audience.CHILDREN, **BY
    )
    assert now(about).unanswered == ("Buses",)
    for text in ("We will ask.", "A later bus runs."):
        actions.answer_finding(
            finding=said.pk, response=Response.DONE, text=text, answered_on=date(2012, 3, 1), **BY
        )
    assert now(about).unanswered == ()
    assert now(about).said[0].answer == "A later bus runs."


def test_an_answer_without_words_and_one_to_nothing_are_refused(database: str) -> None:
    about = opened()
    said = actions.write_finding(
        token=uuid4(), consultation=about.pk, heading="Buses", audience=Audience.CHILDREN, **BY
    )
    facts: dict[str, Any] = {"response": Response.CANNOT, "answered_on": date(2012, 3, 1)}
    with pytest.raises(Refused, match="why you cannot"):
        actions.answer_finding(finding=said.pk, text=" ", **facts, **BY)
    with pytest.raises(NotFound):
        actions.answer_finding(finding=uuid4(), text="No money.", **facts, **BY)


def test_reach_is_judged_by_its_interval() -> None:
    under = reach(number=30, all_who_answered=1000, population=100, everyone=1000)
    close = reach(number=9, all_who_answered=100, population=100, everyone=1000)
    assert (under and under.words, under and round(under.index)) == ("under-reached", 30)
    assert close is not None
    assert close.words == "in line"
    assert reach(number=1, all_who_answered=0, population=1, everyone=1) is None
