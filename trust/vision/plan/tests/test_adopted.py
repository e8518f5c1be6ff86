"""What counts in a plan that runs is followed there, and asked about, once its own plan is over."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connections

from trust.foundation.directory.queries import organisation_called
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import LONDON
from trust.vision.plan import queries
from trust.vision.plan.actions import following as deeds
from trust.vision.plan.actions.succession import pass_on_action
from trust.vision.plan.formats import hash_of, write
from trust.vision.plan.models import Plan, PlanVersion, UpdateRequest
from trust.vision.plan.queries.adopted import adopted_in, followed_until, with_adopted
from trust.vision.plan.queries.chasing import ENDS
from trust.vision.plan.queries.dashboards import dashboard
from trust.vision.plan.queries.following import items_of
from trust.vision.plan.queries.running import promises_by_plan
from trust.vision.plan.queries.succession import orphans
from trust.vision.plan.tests.known import OFFICER

MAIN, CARE = (
    "Children and Young People’s Plan 2009 to 2012",
    "Corporate Parenting Plan and Children in Care Pledge 2010 to 2013",
)
NEXT = "The next plan"
HEALTH = "Hampshire Primary Care Trust"
CLINIC = "A young people’s clinic open after school, two days a week, in Gosport and in Havant"
LETTER = "A letter and a call to every family after their child is weighed and measured"
IN_JULY = datetime(2012, 7, 26, 9, tzinfo=LONDON)
TODAY = IN_JULY.date()


@pytest.fixture
def succeeded(town: str) -> None:
    """The plan of 2012 is published with nothing promised in it yet, and all that counts in the care plan."""
    plan = Plan.objects.get(kind="children-and-young-people", first=date(2012, 4, 1))
    care = next(one for one in queries.running(TODAY) if one.plan.title == CARE)
    text = write(replace(care.plan, title=NEXT, kind=plan.kind, priorities=()))
    facts: dict[str, Any] = {"number": 9, "published_on": plan.first, "why": "New", "by": "x", "at": IN_JULY}
    PlanVersion.objects.create(plan=plan, snapshot=text, sha256=hash_of(text), **facts)


def asked_in_july() -> UpdateRequest:
    found = organisation_called(HEALTH)
    assert found
    deeds.keep_contact(partner=found.id, post="Head", address="plans@pct.example", by=OFFICER, at=IN_JULY)
    return deeds.ask_for_updates(by=OFFICER, at=IN_JULY).requests.get(organisation=found.id)


def promised(words: str) -> list[str]:
    """In which plans a promise is followed."""
    every = promises_by_plan(queries.running(TODAY), TODAY)
    return [one.plan for one in every if one.what == words]


def test_its_owner_is_asked_though_its_plan_was_over_and_no_other_has_come(town: str) -> None:
    asked = {item.what: item.plan for item in items_of(asked_in_july().pk)}
    assert asked[CLINIC] == CARE
    assert LETTER not in asked


def test_its_owner_answers_for_it_by_the_link(succeeded: None) -> None:
    asked = asked_in_july()
    assert CLINIC in {item.what for item in items_of(asked.pk)}


def test_it_is_followed_once_in_the_first_plan_in_which_it_counts(succeeded: None) -> None:
    assert promised(CLINIC) == [NEXT]
    assert promised(LETTER) == []


def test_everyone_reads_of_it_under_that_plan_with_the_others_in_which_it_counts(succeeded: None) -> None:
    found = [one for one in dashboard(TODAY).promises if one.what == CLINIC]
    assert [(one.plan, one.also_in) for one in found] == [(NEXT, (CARE,))]


def test_it_is_chased_when_it_is_late(succeeded: None) -> None:
    found = [row for row in queries.chasing(queries.running(TODAY), TODAY) if row.what == CLINIC]
    assert [(row.why, row.who, row.plan) for row in found] == [("Late", HEALTH, NEXT)]


def test_what_its_own_plan_had_withdrawn_is_not_followed(succeeded: None) -> None:
    one = queries.running(TODAY)[1]
    gone = replace(one.plan, counted=tuple(replace(row, ended="No money.") for row in one.plan.counted))
    (left,) = with_adopted([replace(one, plan=gone)], TODAY)
    assert left.adopted == ()


def test_while_every_plan_runs_nothing_is_adopted(town: str) -> None:
    assert all(one.adopted == () for one in queries.running(date(2010, 6, 8)))


@pytest.fixture
def ending(succeeded: None) -> None:
    """The owner of what is adopted ends two months after the day."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("update directory_organisation set last = '2012-09-30' where name = %s", [HEALTH])


def test_whoever_ends_soon_is_told_of_as_for_other_promises(ending: None) -> None:
    plans = queries.running(TODAY)
    (found,) = [row for row in queries.chasing(plans, TODAY) if row.why == ENDS and CLINIC in row.what]
    assert found.what == f"{CLINIC} ({HEALTH} ends on 30 September 2012)"
    assert (found.who, found.plan) == (HEALTH, NEXT)
    headings = [one.heading for one in queries.decisions_needed(queries.how_it_stands(TODAY))]
    assert any(one.startswith(f"{HEALTH} ends on 30 September 2012: who takes over") for one in headings)


def test_the_check_of_a_plan_in_which_it_counts_tells_of_it_too(ending: None) -> None:
    care = next(one for one in queries.running(TODAY) if one.plan.title == CARE)
    assert CLINIC in {one.what for one in orphans([care.id], TODAY, adopted_in(care.id, TODAY))}
    assert CLINIC not in {one.what for one in orphans([care.id], TODAY)}


def test_it_passes_on_to_a_day_of_the_plan_in_which_it_is_followed(ending: None) -> None:
    action = next(one for one in promises_by_plan(queries.running(TODAY), TODAY) if one.what == CLINIC).id
    said: dict[str, Any] = {"action": action, "to": "Hampshire County Council", "why": "It takes over."}
    said |= {"starts": date(2012, 10, 1), "by": OFFICER, "at": IN_JULY}
    with pytest.raises(Refused, match="choose a day within it"):
        pass_on_action(due=date(2019, 3, 31), **said)
    assert pass_on_action(due=date(2012, 12, 31), **said).due == date(2012, 12, 31)
    assert [
        row
        for row in queries.chasing(queries.running(TODAY), TODAY)
        if row.action == action and row.why == ENDS
    ] == []


def test_an_action_of_a_plan_that_runs_is_bound_to_its_own_days(town: str) -> None:
    day = date(2010, 6, 8)
    live = next(one for one in queries.running(day) if one.plan.title == MAIN)
    plan = queries.the_plan(live.id)
    adopted = next(row.id for one in live.plan.priorities for row in one.actions if row.what == CLINIC)
    assert followed_until(adopted, plan, day) == plan.last
    assert followed_until(adopted, plan, TODAY) == date(2013, 3, 31)
