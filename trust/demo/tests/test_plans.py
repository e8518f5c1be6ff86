"""Three plans, each built by deeds on its own days: their lives, what they lack and what the public saw."""

import re
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from trust.demo.claims import evidence, in_words
from trust.demo.keys import same
from trust.foundation.letters.queries import link_of
from trust.foundation.statute.findings import Result
from trust.vision.participation.queries import concern_page, consultations, every_comment
from trust.vision.participation.words import GROUPS
from trust.vision.plan import queries
from trust.vision.plan.models import PlanStep, UpdateLink
from trust.vision.plan.queries import following
from trust.vision.plan.queries.published import newest_plans
from trust.vision.plan.queries.running import promises_by_plan
from trust.vision.plan.queries.timelines import dues_of
from trust.vision.plan.words import Stage, Status, StepState

FIRST, SECOND, THIRD = (
    f"Children and Young People’s Plan {years}" for years in ("2006 to 2009", "2009 to 2012", "2012 to 2015")
)
PLEDGE, JUSTICE = (
    "Corporate Parenting Plan and Children in Care Pledge 2010 to 2013",
    "Youth Justice Plan 2010 to 2011",
)
GOSPORT = "Gosport local delivery plan 2010 to 2011"
ASKED = same("Staying out of trouble: what would help?")
CONSULTING, RUNNING = date(2006, 3, 20), date(2009, 6, 1)
BOARD, COMING = date(2010, 6, 8), date(2012, 3, 1)

pytestmark = pytest.mark.usefixtures("town")


def key_of(title: str) -> UUID:
    return same(title)


def plan(title: str) -> Any:
    return queries.the_plan(key_of(title))


def reads(visitor: Client, address: str, on: date) -> str:
    visitor.cookies["day"] = on.isoformat()
    answer = visitor.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("title", "on", "stage"),
    [
        (FIRST, date(2005, 12, 1), Stage.DRAFT),
        (FIRST, CONSULTING, Stage.CONSULTING),
        (FIRST, date(2006, 4, 20), Stage.SIGNED),
        (FIRST, date(2006, 4, 27), Stage.PUBLISHED),
        (FIRST, date(2007, 4, 10), Stage.UNDER_REVIEW),
        (FIRST, date(2008, 12, 31), Stage.PUBLISHED),
        (FIRST, RUNNING, Stage.SUPERSEDED),
        (SECOND, RUNNING, Stage.PUBLISHED),
        (SECOND, COMING, Stage.PUBLISHED),
        (THIRD, COMING, Stage.CONSULTING),
        (JUSTICE, BOARD, Stage.CONSULTING),
        (JUSTICE, date(2011, 1, 31), Stage.PUBLISHED),
        (JUSTICE, COMING, Stage.ENDED),
        (GOSPORT, BOARD, Stage.PUBLISHED),
        (GOSPORT, COMING, Stage.ENDED),
    ],
)
def test_where_each_plan_stood(title: str, on: date, stage: Stage) -> None:
    assert queries.stage_of(plan(title), on) is stage


@pytest.mark.parametrize("title", [FIRST, SECOND])
def test_the_board_agreed_each_plan_by_a_decision_that_it_had_taken(title: str) -> None:
    taken = PlanStep.objects.get(plan=plan(title), stage=Stage.AGREED)
    assert taken.decision is not None
    assert taken.decision.meeting.day <= taken.on


def missing(title: str, on: date, law_on: date | None = None) -> dict[str, bool]:
    """The rules a plan breaks on a day, and whether each is law."""
    found = queries.check_plan(plan(title), on, law_on)
    return {one.rule: one.by_law for one in found if one.result is Result.MISSING}


def test_the_first_plan_by_the_law_of_2005_lacks_resources_alone() -> None:
    assert missing(FIRST, date(2006, 5, 2)) == {"C08": True}


def test_by_the_longer_list_of_2007_the_schools_forum_was_not_asked() -> None:
    autumn = date(2008, 10, 1)
    found = missing(FIRST, autumn, law_on=autumn)
    assert {rule for rule, by_law in found.items() if by_law} == {"C08", "C10"}
    assert "C20" not in found


def test_each_plan_is_judged_by_the_law_of_when_it_was_made() -> None:
    june = date(2010, 6, 8)
    assert [rule for rule, by_law in missing(FIRST, date(2008, 10, 1)).items() if by_law] == ["C08"]
    assert not any(missing(SECOND, june).values())
    assert {rule for rule, by_law in missing(SECOND, june, law_on=june).items() if by_law} == {
        "C08",
        "C10",
        "C18",
    }


def test_a_year_without_a_review_would_have_been_seen() -> None:
    assert missing(FIRST, date(2008, 4, 21)).keys().isdisjoint({"C20", "C21"})


def test_the_first_plan_was_published_without_two_measures_and_said_so() -> None:
    first = queries.version(key_of(FIRST), 1)
    assert "A measure with a baseline, a target and a date" in first.without
    assert "Nobody counts the last two priorities" in first.because
    last = queries.version(key_of(FIRST), 3)
    assert "A measure with a baseline, a target and a date" not in last.without


def test_a_promise_of_a_trust_that_ended_passed_on() -> None:
    owners = [
        next(
            a
            for p in queries.version(key_of(FIRST), n).plan.priorities
            for a in p.actions
            if "Gosport" in a.what
        )
        for n in (1, 2)
    ]
    assert [one.owner for one in owners] == [
        "Fareham and Gosport Primary Care Trust",
        "Hampshire Primary Care Trust",
    ]
    assert owners[0].id == owners[1].id


def test_the_third_plan_breaks_no_law_for_none_is_in_force_but_on_poverty() -> None:
    found = missing(THIRD, COMING)
    assert found.keys() >= {"C02", "C18"}
    assert not any(found.values())


def test_the_third_plan_has_thirteen_claims_and_says_where_nothing_bears_one_out(visitor: Client) -> None:
    page = reads(visitor, f"/plans/{key_of(THIRD)}/", COMING)
    assert "13. Apprenticeships" in page
    assert page.count("No evidence held.") == 11
    assert "15.9% in 2007/08, 15.5% in 2010/11. The change could be chance." in page
    assert "Children in Care Pledge 2010 to 2013, published on" in page


def test_a_claim_is_told_from_the_figures_of_its_day() -> None:
    claim = {"says": "Fewer very overweight", "indicator": "ni-56", "since": "2007/08"}
    assert "16.0% in 2009/10" in evidence(claim, as_of=date(2011, 6, 1))
    assert in_words([{"says": "More"}], as_of=COMING) == "1. More.\nNo evidence held."


def test_on_20_march_2006_everyone_could_read_the_draft_as_it_was(visitor: Client) -> None:
    assert "tell us what you think" in reads(visitor, "/plan/", CONSULTING)
    page = reads(visitor, f"/plans/{key_of(FIRST)}/", CONSULTING)
    assert "Tell us what you think by 31 March 2006" in page
    assert "Fareham and Gosport Primary Care Trust" in page
    assert ">Hampshire Primary Care Trust<" not in page


def test_on_1_march_2012_the_plan_still_runs_and_the_next_is_open_to_all(visitor: Client) -> None:
    for address in ("/", "/plan/"):
        page = reads(visitor, address, COMING)
        assert "The next plan is being written: tell us what you think" in page
    assert SECOND in page
    assert "This plan has ended" not in page
    draft = reads(visitor, f"/plans/{key_of(THIRD)}/", COMING)
    for part in ("1. Vision and priorities", "2. Making it happen", "3. Needs assessment", "4. Action plan"):
        assert part in draft
    assert "child poverty strategy" in draft
    needs, _, around = draft.partition("4. Action plan")
    assert "Youth Justice Plan" not in needs
    assert "The plans around it" in around


def test_a_draft_says_how_far_it_is_agreed(town: str) -> None:
    draft = queries.proposed(queries.the_plan(key_of(THIRD)), COMING)
    assert draft
    assert "nobody has signed it" in draft.stands
    assert "Not every partner" in replace(draft, stage=Stage.AGREED).stands
    assert "not published yet" in replace(draft, stage=Stage.SIGNED).stands


def test_on_8_june_2010_nobody_knows_of_the_third_and_the_first_is_still_read(visitor: Client) -> None:
    assert THIRD not in reads(visitor, "/plans/", BOARD)
    assert "The next plan is being written" not in reads(visitor, "/plan/", BOARD)
    assert visitor.get(f"/plans/{key_of(THIRD)}/").status_code == 404
    assert "This plan has ended" in reads(visitor, f"/plans/{key_of(FIRST)}/", BOARD)
    assert "Fewer teenage pregnancies" in reads(visitor, f"/promise/{same('2006-conceptions')}/", BOARD)


def test_on_1_june_2009_the_second_plan_is_the_plan() -> None:
    found = queries.published(RUNNING)
    assert found
    assert (found.plan.title, found.number) == (SECOND, 1)


def test_the_pledge_to_children_in_care_is_published_and_counts_what_the_main_plan_does(
    visitor: Client,
) -> None:
    page = reads(visitor, f"/plans/{key_of(PLEDGE)}/", BOARD)
    assert "free to children in care" in page
    assert "What other plans add to this one" in page
    assert "Lights and a play worker at twelve parks" in page
    assert "We hold no published count" in page
    assert "a promise that you can hold us to" in reads(visitor, f"/plans/{key_of(PLEDGE)}/young/", BOARD)


def test_everyone_may_answer_on_youth_justice_and_reads_its_draft(visitor: Client) -> None:
    asked = reads(visitor, f"/consultations/{ASKED}/", BOARD)
    assert f'href="/plans/{key_of(JUSTICE)}/"' in asked
    assert "Open the sports hall on Friday nights" in asked
    assert "opens on Fridays until ten" in asked
    draft = reads(visitor, f"/plans/{key_of(JUSTICE)}/", BOARD)
    assert "Tell us what you think by 2 August 2010" in draft
    assert "A second chance at college" in draft
    assert f"/consultations/{ASKED}/" in reads(visitor, "/", BOARD)


def test_on_1_march_2012_one_promise_is_late_and_the_rest_is_told() -> None:
    every = promises_by_plan(queries.running(COMING), COMING)
    late = {one.what.split(" for every")[0] for one in every if one.status is Status.OFF_TRACK}
    clinic = "A young people’s clinic open after school, two days a week, in Gosport and in Havant"
    assert late == {"A named worker", clinic}
    assert [one.what for one in every if one.said_on is None] == []


def test_what_is_answered_later_is_not_read_before(visitor: Client) -> None:
    (before,), (after,) = (consultations(about=key_of(JUSTICE), on=on) for on in (BOARD, COMING))
    assert before.unanswered == tuple(one.heading for one in before.said)
    assert after.unanswered == ()
    assert "A youth worker is out beside the police" in reads(visitor, f"/consultations/{ASKED}/", COMING)


def test_one_partner_has_an_open_link_to_answer_by(visitor: Client) -> None:
    (asked,) = following.rounds(BOARD)
    silent = [line for line in asked.lines if line.last_day >= BOARD]
    assert [(line.name, line.said) for line in silent] == [("Hampshire Primary Care Trust", 0)]
    opened = UpdateLink.objects.get(last_day__gte=BOARD, last_day__lt=COMING)
    page = reads(visitor, link_of(following.OPENS, opened.pk), BOARD)
    assert "How did it go, October to December 2009?" in page
    assert "Not said yet" in page


def test_how_well_each_group_was_reached_in_2008_is_shown_with_index_and_interval(visitor: Client) -> None:
    page = reads(visitor, f"/consultations/{same('What should the next plan change?')}/", BOARD)
    for group in GROUPS:
        assert group in page
    assert "How well each group was reached" in page
    rural = page.split("Children in rural areas")[-1].split("</tr>")[0]
    assert re.findall(r">([\d.]+%?|[\d.]+ to [\d.]+|Under-reached)<", rural)[-4:] == [
        "17 to 21.3", "22%", "87", "Under-reached",
    ]  # fmt: skip
    assert ">6 to 12<" in page


def test_of_the_answers_one_is_held_for_the_duty_officer_alone(visitor: Client) -> None:
    held, _ = concern_page(1)
    assert [one.about_title for one in held] == ["Staying out of trouble: what would help?"]
    assert {one.text for one in every_comment()}.isdisjoint({held[0].text})
    assert held[0].text not in reads(visitor, f"/consultations/{ASKED}/", BOARD)


def test_on_1_march_2012_no_step_waits_on_the_way_to_what_is_done() -> None:
    plans = newest_plans([key_of(SECOND), key_of(PLEDGE)], COMING).values()
    dates = [one for plan in plans for one in dues_of(plan, COMING)]
    late = {one.what for one in dates if one.state is StepState.LATE}
    assert late == {
        "A named worker for every pupil who is sent home twice",
        "A young people’s clinic open after school, two days a week, in Gosport and in Havant",
    }
    assert "Every district council has taken one" in {
        one.what for one in dates if one.state is StepState.COMING
    }


def test_on_1_march_2012_the_board_has_a_day_and_the_promise_says_what_is_next(visitor: Client) -> None:
    assert "Next meeting: 22 March 2012" in reads(visitor, "/", COMING)
    assert "New figures come out each February" in reads(visitor, f"/promise/{same('conceptions')}/", COMING)
    assert "22 March 2012" not in reads(visitor, f"/plans/{key_of(SECOND)}/timeline/", BOARD)
