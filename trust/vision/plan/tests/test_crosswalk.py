"""One thing counts in several plans, is written once, and is added up once."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.people.makers import a_worker, sign_in
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.crosswalk import matrix
from trust.vision.plan.rules.crosswalk import PutIn, together
from trust.vision.plan.tests.known import BY, TODAY
from trust.vision.plan.words import Countable, Recurrence, Treatment


@pytest.fixture
def home(town: str) -> Plan:
    found = queries.plan_on(TODAY)
    assert found
    return found


@pytest.fixture
def poverty(home: Plan) -> Plan:
    days: dict[str, Any] = {"first": date(2010, 4, 1), "last": date(2013, 3, 31)}
    return actions.begin_plan(
        token=uuid4(), title="Child poverty strategy", kind="child-poverty", **days, **BY
    )


@pytest.fixture
def action(home: Plan) -> UUID:
    return next(one.id for priority in queries.draft(home).plan.priorities for one in priority.actions)


def counted(plan: Plan) -> list[tuple[str, str]]:
    return [(one.from_title, one.ended) for one in queries.draft(plan).plan.counted]


def test_an_action_counts_in_a_second_plan_and_says_where_it_lives(
    home: Plan, poverty: Plan, action: UUID
) -> None:
    for _ in range(2):
        actions.count_in(plan=poverty, thing=Countable.ACTION, key=action, **BY)
    assert counted(poverty) == [(home.title, "")]


def test_what_counts_from_another_plan_is_judged_with_the_plans_own(poverty: Plan, action: UUID) -> None:
    def actions_judged() -> str:
        found = next(one for one in queries.check_plan(poverty, TODAY) if one.rule == "C06")
        return found.what_is_wrong or ", ".join(found.who)

    assert actions_judged() == "The plan has no action."
    actions.count_in(plan=poverty, thing=Countable.ACTION, key=action, **BY)
    assert actions_judged() == "one action"


def test_taken_from_one_plan_it_stays_in_the_other(home: Plan, poverty: Plan, action: UUID) -> None:
    counts = actions.count_in(plan=poverty, thing=Countable.ACTION, key=action, **BY)
    with pytest.raises(Refused, match="Say why"):
        actions.stop_counting(counts=counts.pk, why=" ", **BY)
    actions.stop_counting(counts=counts.pk, why="It is about health.", **BY)
    assert counted(poverty) == []
    assert action in {one.id for p in queries.draft(home).plan.priorities for one in p.actions}
    with pytest.raises(NotFound):
        actions.stop_counting(counts=counts.pk, why="Again.", **BY)


def test_ended_at_home_it_is_shown_as_ended_elsewhere(home: Plan, poverty: Plan, action: UUID) -> None:
    actions.count_in(plan=poverty, thing=Countable.ACTION, key=action, **BY)
    actions.end_action(action=action, because="The money ended.", **BY)
    assert counted(poverty) == [(home.title, "The money ended.")]


def test_it_does_not_count_twice_in_its_own_plan(home: Plan, action: UUID) -> None:
    with pytest.raises(Refused, match="is in this plan already: it counts once"):
        actions.count_in(plan=home, thing=Countable.ACTION, key=action, **BY)


def test_what_is_not_there_counts_nowhere(poverty: Plan) -> None:
    with pytest.raises(NotFound):
        actions.count_in(plan=poverty, thing=Countable.MEASURE, key=uuid4(), **BY)


def test_a_pledge_in_two_plans_is_added_up_once_even_when_corrected(home: Plan, poverty: Plan) -> None:
    pledge = next(
        one for p in queries.draft(home).plan.priorities for one in p.pledges if one.amount is not None
    )
    before = matrix(TODAY).put_in(home.pk)
    actions.count_in(plan=poverty, thing=Countable.PLEDGE, key=pledge.id, **BY)
    newer = actions.correct_terms(
        pledge=pledge.id, treatment=Treatment.ALIGNED, recurrence=Recurrence.ONE_OFF, power="Section 10", **BY
    )
    actions.count_in(plan=poverty, thing=Countable.PLEDGE, key=newer.pk, **BY)
    whole = matrix(TODAY)
    assert whole.put_in(poverty.pk).money == pledge.amount
    assert whole.put_in(home.pk, poverty.pk) == before


KEYS = [UUID(int=n) for n in range(6)]
AMOUNTS = {key: Decimal(n * 1000) if n % 2 else None for n, key in enumerate(KEYS)}
PLANS = st.lists(st.lists(st.sampled_from(KEYS)), max_size=6)


@given(PLANS)
def test_the_whole_is_that_of_the_distinct_pledges(plans: list[list[UUID]]) -> None:
    shown = [PutIn(key, AMOUNTS[key]) for keys in plans for key in keys]
    distinct = {key for keys in plans for key in keys}
    whole = together(shown)
    assert whole.pledges == len(distinct)
    assert whole.money == sum((AMOUNTS[key] or Decimal() for key in distinct), Decimal())
    assert whole.in_kind == sum(AMOUNTS[key] is None for key in distinct)


@given(PLANS)
def test_another_plan_never_takes_anything_away(plans: list[list[UUID]]) -> None:
    parts = [[PutIn(key, AMOUNTS[key]) for key in keys] for keys in plans]
    sums = [together(one for part in parts[:n] for one in part).money for n in range(len(parts) + 1)]
    assert sums == sorted(sums)


def test_the_pages_show_it_and_change_it(home: Plan, poverty: Plan, action: UUID) -> None:
    officer = Client()
    sign_in(officer, a_worker("Olive Marsh", "partnership-officer", "hampshire-county-council"))
    several = f"/office/crosswalk/?only=several&plan={poverty.pk}"
    address = f"/office/crosswalk/action/{action}/"
    assert officer.post(address, {"plan": poverty.pk}).status_code == 302
    page = officer.get(several).content.decode()
    assert "One thing of" in page
    assert "All plans together, each pledge once" in page
    text = officer.get(f"{several}&format=csv").content.decode()
    assert len(text.splitlines()) == 2
    found = next(one for one in matrix(TODAY).things if one.key == action)
    (counts,) = found.elsewhere.values()
    assert officer.post(address, {"counts": counts, "why": ""}).status_code == 200
    assert officer.post(address, {"counts": counts, "why": "No longer."}).status_code == 302
    assert "Nothing fits that" in officer.get(several).content.decode()
