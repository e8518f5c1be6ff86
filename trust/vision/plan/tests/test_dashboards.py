"""How the plan goes, for the Board, a partner, a place and the public; and what a partner says of a red."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.governance.board.actions import raise_challenge
from trust.vision.plan import queries
from trust.vision.plan.actions import exceptions as deeds
from trust.vision.plan.queries import dashboards
from trust.vision.plan.rules.following import Asks, needs_a_decision
from trust.vision.plan.tests.known import NOW, OFFICER, TODAY
from trust.vision.plan.tests.people import reads, signed_in
from trust.vision.plan.words import CardQuestion, MeasureKind, Status

HAVANT = "E07000090"


def a_red() -> dashboards.Line:
    return next(line for line in dashboards.dashboard(TODAY).lines if line.reading.status is Status.OFF_TRACK)


def said_of(measure: UUID, **other: Any) -> Any:
    words = {"story": "Two clinics shut.", "doing": "We open two more.", "help_needed": ""}
    facts: dict[str, Any] = words | {"green_by": date(2011, 3, 31), "token": uuid4()} | other
    return deeds.report_exception(measure=measure, by=facts.pop("by", OFFICER), at=NOW, **facts)


QUIET = Asks(red=True, worse=False, reported=False, overdue=False, challenged=False)


@pytest.mark.parametrize(
    ("facts", "asks"),
    [
        (QUIET, True),
        (replace(QUIET, red=False), False),
        (replace(QUIET, red=False, worse=True), True),
        (replace(QUIET, reported=True), False),
        (replace(QUIET, challenged=True), False),
        (replace(QUIET, reported=True, overdue=True), True),
    ],
)
def test_what_needs_the_board(facts: Asks, asks: bool) -> None:
    assert bool(needs_a_decision(facts)) is asks


def test_one_reading_of_all_says_what_each_reading_said(town: str) -> None:
    """The same figures, judged alike, whether they are read together or one by one."""
    for line in dashboards.dashboard(TODAY).lines:
        assert line.reading == queries.reading(line.reading.measure, TODAY)


@pytest.mark.parametrize("look", [dashboards.dashboard, dashboards.for_the_board])
def test_a_dashboard_asks_as_often_however_large_the_plan(
    town: str, look: Callable[[date], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = queries.running(TODAY)
    once = queries_of(look)
    (live, *_) = plans
    many = replace(live, plan=replace(live.plan, priorities=live.plan.priorities * 10))
    monkeypatch.setattr(dashboards, "running", lambda on: [many, *plans[1:]])
    assert queries_of(look) <= once


def queries_of(look: Callable[[date], Any]) -> int:
    with CaptureQueriesContext(connection) as ran:
        look(TODAY)
    return len(ran)


def test_anyone_sees_how_the_plan_goes(town: str, visitor: Client) -> None:
    page = reads(visitor, "/plan/progress/")
    assert "Conceptions under 18 in Gosport and Havant" in page
    assert "by now" in page
    assert "Off track" in page
    assert "<svg" in page


def test_a_view_without_colours_has_letters_and_words(town: str, visitor: Client) -> None:
    page = reads(visitor, "/plan/progress/?plain=on")
    assert "<strong>R</strong> Off track" in page
    assert "st--" not in page.split("<main")[1]
    assert 'class="spark"' not in page


def test_measures_narrow_and_are_taken_away(town: str, visitor: Client) -> None:
    assert "measures of" in reads(visitor, "/plan/progress/?status=Off+track")
    assert "No measure fits all of these" in reads(visitor, "/plan/progress/?owner=Nobody")
    answer = visitor.get("/plan/progress/?format=csv")
    assert answer.content.decode().startswith("priority,measure,owner,period,latest")
    assert b"what,owner,due,status" in visitor.get("/plan/progress/?format=promises").content


def test_before_the_first_plan_there_is_nothing_to_follow(town: str, visitor: Client) -> None:
    visitor.cookies["day"] = "2001-01-01"
    assert visitor.get("/plan/progress/").status_code == 200


def test_a_place_has_its_own_figures(town: str, visitor: Client) -> None:
    leads_there = f'href="/plan/progress/place/{HAVANT}/"'
    assert all(leads_there in visitor.get(at).text for at in ("/plan/progress/", f"/your-area/{HAVANT}/"))
    page = reads(visitor, f"/plan/progress/place/{HAVANT}/")
    assert "How our plans are going in Havant" in page
    assert "Girls under 18 who became pregnant" in page
    assert "Conceptions under 18 in Hampshire" not in page
    assert "A trained youth worker at every youth club in Havant" in page
    assert visitor.get("/plan/progress/place/E99999999/").status_code == 404


def test_a_report_card_keeps_populations_and_services_apart(town: str, visitor: Client) -> None:
    priority = a_red().priority.id
    page = reads(visitor, f"/plan/progress/card/{priority}/")
    assert "How are all children doing?" in page
    assert "Is anyone better off?" in page
    assert visitor.get(f"/plan/progress/card/{uuid4()}/").status_code == 404


def test_the_board_reads_first_what_needs_it(town: str) -> None:
    director = signed_in("Judith Amery")
    page = reads(director, "/office/progress/")
    assert page.index("Needs a decision") < page.index("All measures")
    assert "What changed since 8 March 2010" in page
    assert "from Hampshire Primary Care Trust, for October to December 2009" in page


def test_a_partner_sees_its_own_promises_and_no_others(town: str) -> None:
    page = reads(signed_in("Ian Colebrook"), "/office/promises/")
    assert "A young people’s clinic" in page
    assert "A trained youth worker" not in page


def test_a_red_that_was_reported_on_is_shown_with_its_day(town: str, visitor: Client) -> None:
    said_of(a_red().reading.measure.id)
    assert "Back on its path by 31 March 2011" in reads(visitor, "/plan/progress/")


def test_a_day_that_passed_is_the_boards_again(town: str) -> None:
    line = a_red()
    said_of(line.reading.measure.id, green_by=date(2010, 6, 30))
    later = dashboards.for_the_board(date(2010, 7, 31))
    assert any("has passed" in row.sentence for row in later.needed if row.measure == line.reading.measure.id)


def test_only_who_answers_for_a_measure_reports_on_it(town: str) -> None:
    with pytest.raises(Refused, match="Only .* can report on this"):
        said_of(a_red().reading.measure.id, by=Actor("Someone", uuid4(), organisation=uuid4()))


@pytest.mark.parametrize(
    ("other", "why"), [({"green_by": TODAY}, "not after today"), ({"story": " "}, "behind the figures")]
)
def test_a_report_says_why_and_by_when(town: str, other: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused, match=why):
        said_of(a_red().reading.measure.id, **other)


def test_of_a_measure_that_is_not_there_nothing_is_said(town: str) -> None:
    with pytest.raises(NotFound):
        said_of(uuid4())


def test_a_population_measure_has_no_place_among_the_services(town: str) -> None:
    line = a_red()
    assert line.reading.measure.kind == MeasureKind.POPULATION
    with pytest.raises(Refused, match="Only a service"):
        deeds.place_on_card(
            measure=line.reading.measure.id, question=CardQuestion.HOW_MUCH, by=OFFICER, at=NOW
        )


def test_the_partner_that_was_asked_answers_the_board(town: str) -> None:
    lead = signed_in("Ian Colebrook")
    own = dashboards.for_a_partner(worker_org("Hampshire Primary Care Trust"), TODAY).lines[0].reading.measure
    asked = raise_challenge(
        about_measure=own.id, measure_title=own.title, organisation=own.owner_id, text="Why?",
        response_due=date(2010, 7, 1), by=OFFICER, at=NOW,
    )  # fmt: skip
    assert "The Board asks you" in reads(lead, "/office/promises/")
    address = f"/office/challenge/{asked}/"
    assert "Write the answer." in lead.post(address, {"token": uuid4(), "text": ""}).content.decode()
    assert lead.post(address, {"token": uuid4(), "text": "We open two more."}).status_code == 302
    assert lead.get(address).status_code == 404


def worker_org(name: str) -> UUID:
    return next(one.owner_id for one in dashboards.dashboard(TODAY).promises if one.owner == name)


def test_a_question_to_others_looks_absent(town: str) -> None:
    """The county council is asked in the demonstration; the health trust’s lead cannot open it."""
    (asked, *_) = dashboards.for_the_board(TODAY).challenges
    lead = signed_in("Ian Colebrook")
    assert lead.get(f"/office/challenge/{asked.id}/").status_code == 404
