from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from threading import Event, Thread, Timer
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.tests.known import BY, NOW, OFFICER, TODAY, WORDS
from trust.vision.plan.words import Given, MeasureKind, Recurrence, Standing, Treatment

BECAUSE = "Some partners answer in May."


@pytest.fixture
def adds_an_action(priority: UUID) -> Callable[..., Any]:
    def add(**other: Any) -> Any:
        facts: dict[str, Any] = {
            "what": "A break",
            "owner": "Gosport Borough Council",
            "due": date(2011, 3, 31),
        }
        facts |= {"how_we_will_know": "We count.", "token": uuid4()}
        return actions.add_action(priority=priority, **(facts | other), **BY)

    return add


def now_in_draft(plan: Plan, priority: UUID) -> Any:
    return next(row for row in queries.draft(plan).plan.priorities if row.id == priority)


def test_a_priority_sent_twice_is_added_once(plan: Plan) -> None:
    key = uuid4()
    for _ in range(2):
        actions.add_priority(token=key, plan=plan, words=dict(WORDS), **BY)
    titles = [row.title for row in queries.draft(plan).plan.priorities]
    assert titles.count(WORDS["title"]) == 1


def test_the_second_of_two_rewordings_is_refused_and_the_first_stays(plan: Plan, priority: UUID) -> None:
    actions.reword_priority(priority=priority, resting_on=1, words=WORDS | {"title": "First"}, **BY)
    with pytest.raises(Refused, match="Someone else saved a newer wording"):
        actions.reword_priority(priority=priority, resting_on=1, words=WORDS | {"title": "Second"}, **BY)
    assert now_in_draft(plan, priority).title == "First"


def test_what_is_invented_stays_so_in_other_words(plan: Plan) -> None:
    key = actions.add_priority(token=uuid4(), plan=plan, words=WORDS | {"invented": True}, **BY).pk
    actions.reword_priority(priority=key, resting_on=1, words=WORDS | {"title": "In other words"}, **BY)
    assert now_in_draft(plan, key).invented


def test_a_rewording_of_nothing_is_not_found(town: str) -> None:
    with pytest.raises(NotFound):
        actions.reword_priority(priority=uuid4(), resting_on=1, words=WORDS, **BY)


@pytest.mark.parametrize("owner", ["the Board", "The Trust", "Gosport Local Children’s Partnership"])
def test_a_group_cannot_own_an_action(adds_an_action: Callable[..., Any], owner: str) -> None:
    with pytest.raises(Refused, match="cannot own an action: choose the partner that will do it"):
        adds_an_action(owner=owner)


def test_an_owner_that_ends_before_the_day_is_refused(priority: UUID) -> None:
    last_year = datetime(2009, 6, 1, 10, tzinfo=LONDON)
    with pytest.raises(Refused, match="ends on 31 March 2010, before this is due"):
        actions.add_action(
            token=uuid4(),
            priority=priority,
            what="Courses",
            owner="Learning and Skills Council",
            due=date(2010, 12, 31),
            how_we_will_know="We count.",
            by=OFFICER,
            at=last_year,
        )


def test_an_action_that_ends_leaves_its_reason_and_the_draft(
    plan: Plan, priority: UUID, adds_an_action: Callable[..., Any]
) -> None:
    action = adds_an_action()
    with pytest.raises(Refused, match="Say why"):
        actions.end_action(action=action.pk, because=" ", **BY)
    actions.end_action(action=action.pk, because="The council has no money for it.", **BY)
    assert now_in_draft(plan, priority).actions == ()


def pledge(priority: UUID, **other: Any) -> Any:
    facts: dict[str, Any] = {"partner": "Hampshire County Council", "what": "Breaks", "given": Given.MONEY}
    facts |= {"amount": Decimal(100), "agreed_by": "Director", "agreed_on": TODAY, "token": uuid4()}
    return actions.record_pledge(priority=priority, **(facts | other), **BY)


def test_a_lone_pledge_is_single_and_a_second_is_aligned(priority: UUID) -> None:
    assert pledge(priority).treatment == Treatment.SINGLE
    assert pledge(priority, partner="Gosport Borough Council").treatment == Treatment.ALIGNED


def test_a_pledge_is_never_agreed_tomorrow_nor_by_the_board(priority: UUID) -> None:
    with pytest.raises(Refused, match="has not come yet: give the day on which the pledge was agreed"):
        pledge(priority, agreed_on=TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="The Board cannot make a pledge"):
        pledge(priority, partner="the Board")


@pytest.mark.parametrize("comparator", ["all children", "Everyone"])
def test_a_group_is_never_compared_with_everyone(plan: Plan, priority: UUID, comparator: str) -> None:
    words = WORDS | {"comparator": comparator}
    with pytest.raises(Refused, match="holds the group itself"):
        actions.add_priority(token=uuid4(), plan=plan, words=words, **BY)
    with pytest.raises(Refused, match="holds the group itself"):
        actions.reword_priority(priority=priority, resting_on=1, words=words, **BY)


def test_money_needs_an_amount(priority: UUID) -> None:
    with pytest.raises(Refused, match="Say how much money"):
        pledge(priority, amount=None)


def test_a_body_without_the_power_cannot_be_recorded_as_pooling(priority: UUID) -> None:
    given = pledge(priority, partner="Hampshire Alliance")
    with pytest.raises(Refused, match="no power to pool"):
        correct(given.pk)


def correct(key: UUID) -> Any:
    return actions.correct_terms(
        pledge=key, treatment=Treatment.POOLED, recurrence=Recurrence.EVERY_YEAR, power="an agreement", **BY
    )


def test_a_correction_replaces_and_a_second_of_the_same_is_refused(plan: Plan, priority: UUID) -> None:
    given = pledge(priority)
    correct(given.pk)
    assert [row.treatment for row in now_in_draft(plan, priority).pledges] == ["pooled"]
    with pytest.raises(Refused, match="corrected since you opened it"):
        correct(given.pk)


def test_a_target_before_its_baseline_is_refused(priority: UUID) -> None:
    with pytest.raises(Refused, match="the target must come after"):
        actions.add_measure(
            token=uuid4(),
            priority=priority,
            kind=MeasureKind.POPULATION,
            title="x",
            indicator_code="ni-112",
            about="Hampshire",
            areas=["E10000014"],
            owner="Hampshire County Council",
            baseline_period="2010",
            baseline=Decimal(30),
            target_period="2008",
            target=Decimal(20),
            **BY,
        )


def test_a_report_of_trouble_needs_words(adds_an_action: Callable[..., Any]) -> None:
    action = adds_an_action()
    with pytest.raises(Refused, match="Say why, and what would put it right"):
        actions.report(
            token=uuid4(), action=action.pk, said_on=TODAY, standing=Standing.AT_RISK, words="", **BY
        )


def test_nothing_new_is_not_published(plan: Plan) -> None:
    with pytest.raises(Refused, match="Nothing has changed"):
        actions.publish(plan=plan, why="Again.", **BY)


def test_a_version_needs_its_reason(plan: Plan, priority: UUID) -> None:
    with pytest.raises(Refused, match="Say what this version changes"):
        actions.publish(plan=plan, why="  ", **BY)


def test_a_published_version_stays_as_it_was(plan: Plan, priority: UUID) -> None:
    before = PlanVersion.objects.get(plan=plan, number=2)
    new = actions.publish(plan=plan, why="Adds young carers.", because=BECAUSE, **BY)
    assert (new.number, queries.version(plan.pk, 2).later) == (3, 3)
    after = PlanVersion.objects.get(plan=plan, number=2)
    assert (after.snapshot, after.sha256) == (before.snapshot, before.sha256)
    assert WORDS["title"] not in after.snapshot


@pytest.mark.parametrize("link", [actions.link_need, actions.link_voice])
def test_a_priority_rests_on_nothing_that_is_not_there(priority: UUID, link: Callable[..., Any]) -> None:
    about = "need" if link is actions.link_need else "voice"
    with pytest.raises(NotFound):
        link(priority=priority, **{about: uuid4()}, **BY)


def test_a_pledge_sent_twice_is_recorded_once(plan: Plan, priority: UUID) -> None:
    key = uuid4()
    assert pledge(priority, token=key).pk == pledge(priority, token=key).pk
    assert len(now_in_draft(plan, priority).pledges) == 1


@contextmanager
def somebody_else(does: Callable[[], Any]) -> Iterator[None]:
    """Another officer begins the same, on a connection of their own, and finishes while we are at it."""
    did, may_finish = Event(), Event()

    def work() -> None:
        try:
            with transaction.atomic():
                does()
                did.set()
                may_finish.wait(5)
        finally:
            connection.close()

    other = Thread(target=work)
    other.start()
    assert did.wait(10)
    Timer(1, may_finish.set).start()
    try:
        yield
    finally:
        other.join()


def test_of_two_who_publish_at_once_the_second_is_told(plan: Plan, priority: UUID) -> None:
    with (
        somebody_else(lambda: actions.publish(plan=plan, why="First.", because=BECAUSE, **BY)),
        pytest.raises(Refused, match="Someone else published a version just before you"),
    ):
        actions.publish(plan=plan, why="Second.", because=BECAUSE, **BY)
    assert [row.why for row in queries.versions(plan.pk)][:1] == ["First."]


def test_of_two_who_correct_a_pledge_at_once_the_second_is_told(plan: Plan, priority: UUID) -> None:
    given = pledge(priority)
    with (
        somebody_else(lambda: correct(given.pk)),
        pytest.raises(Refused, match="corrected since you opened it"),
    ):
        correct(given.pk)
    assert len(now_in_draft(plan, priority).pledges) == 1


def test_a_partner_speaks_only_for_its_own_promises(adds_an_action: Callable[..., Any]) -> None:
    action = adds_an_action()
    stranger = Actor("Ian Colebrook", uuid4(), organisation=uuid4(), duties=frozenset({"partner.report"}))
    facts: dict[str, Any] = {
        "action": action.pk,
        "said_on": TODAY,
        "standing": Standing.DONE,
        "words": "",
        "at": NOW,
    }
    with pytest.raises(Refused, match="Only Gosport Borough Council can say how this is going"):
        actions.report(token=uuid4(), by=stranger, **facts)
    owner = organisation_by_key("gosport").id
    assert actions.report(token=uuid4(), by=replace(stranger, organisation=owner), **facts).standing == "done"


def test_money_is_pledged_by_a_body_that_can_hold_it(priority: UUID) -> None:
    with pytest.raises(Refused, match="cannot hold a contract, a fund or a payment: its host, Hampshire"):
        pledge(priority, partner="Wessex Youth Offending Team")


def test_two_plans_never_run_on_one_day(plan: Plan) -> None:
    with pytest.raises(Refused, match="already runs"):
        actions.begin_plan(
            token=uuid4(), title="Another", first=date(2012, 3, 31), last=date(2015, 3, 31), **BY
        )
    assert actions.begin_plan(
        token=uuid4(), title="The next", first=date(2015, 4, 1), last=date(2018, 3, 31), **BY
    )
