"""What is promised in any plan that runs is listed, asked about, chased and told, and counted once."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import LONDON
from trust.governance.board.queries import coming_meetings, the_board
from trust.vision.plan import queries
from trust.vision.plan.formats import CitedNeed, PublishedPriority, hash_of, write
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.queries import dashboards, digests
from trust.vision.plan.queries.pack import compose
from trust.vision.plan.queries.packs import subject_of
from trust.vision.plan.queries.running import measure_of, promises_by_plan, told
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.people import reads, signed_in

IN_JULY = datetime(2010, 7, 26, 9, tzinfo=LONDON)
HAVANT = "E07000090"
HEALTH = "Hampshire Primary Care Trust"
MAIN, CARE = (
    "Children and Young People’s Plan 2009 to 2012",
    "Corporate Parenting Plan and Children in Care Pledge 2010 to 2013",
)
CHECK = "A check of health and teeth every year for every child in care"
CARD = "A card that opens every pool and sports centre in Havant free to children in care"
CLINIC = "A young people’s clinic open after school, two days a week, in Gosport and in Havant"


@pytest.fixture
def care(town: str) -> queries.Published:
    return next(one for one in queries.running(TODAY) if one.plan.title == CARE)


def a_need() -> tuple[CitedNeed, ...]:
    live = queries.published(TODAY)
    assert live
    return live.plan.priorities[0].needs[:1]


def health() -> UUID:
    every = promises_by_plan(queries.running(TODAY), TODAY)
    return next(one.owner_id for one in every if one.owner == HEALTH)


def test_the_plan_itself_comes_first_and_what_is_local_or_not_yet_published_is_not_there(town: str) -> None:
    assert [one.plan.title for one in queries.running(TODAY)] == [MAIN, CARE]
    assert [one.plan.title for one in queries.running(date(2010, 3, 1))] == [MAIN]
    assert queries.running(date(2001, 1, 1)) == []


def test_a_partner_sees_its_promises_by_plan_each_once_with_the_plans_it_counts_in(town: str) -> None:
    page = reads(signed_in("Ian Colebrook"), "/office/promises/").split('id="promises"')[1]
    assert page.index(f">{MAIN}</h3>") < page.index(CLINIC) < page.index(f">{CARE}</h3>") < page.index(CHECK)
    assert f"Counts also in: {CARE}" in page
    assert page.split('id="steps"')[0].count(f"{CLINIC}</a>") == 1


def test_no_promise_is_counted_twice(town: str) -> None:
    plans = queries.running(TODAY)
    held = Counter(one.id for one in promises_by_plan(plans, TODAY))
    assert set(held.values()) == {1}
    assert len(held) == sum(len(priority.actions) for one in plans for priority in one.plan.priorities)


@pytest.mark.parametrize("address", ["/plan/progress/", "/plan/progress/?plain=on"])
def test_everyone_reads_how_every_plan_goes_by_plan(town: str, visitor: Client, address: str) -> None:
    page = reads(visitor, address)
    assert page.index(f">{MAIN}</h3>") < page.index(CLINIC) < page.index(f">{CARE}</h3>") < page.index(CHECK)
    assert page.count(f">{CLINIC}") == 1
    assert "A promise that counts in several is told once." in page


def test_a_place_is_told_of_the_promises_of_every_plan_that_name_it(care: queries.Published) -> None:
    (one, *others) = care.plan.priorities
    here = replace(one, needs=tuple(replace(need, group=(HAVANT,)) for need in a_need()))
    another(care, "play", (here, *others))
    _, found = dashboards.for_a_place(HAVANT, TODAY)
    assert {row.plan for row in found.promises} == {MAIN, "play"}


def test_the_delivery_rate_of_a_partner_is_of_every_plan_and_counts_a_promise_once(town: str) -> None:
    stands = queries.how_it_stands(TODAY)
    kept = queries.kept_by_partner(stands.promises, TODAY)
    held = Counter(one.owner for one in promises_by_plan(queries.running(TODAY), TODAY))
    assert {row.partner: row.due + row.to_come for row in kept} == held
    assert {one.plan for one in stands.promises if one.owner == HEALTH} == {MAIN, CARE}


def test_the_boards_pack_tells_of_every_plan_and_says_which(town: str) -> None:
    board = the_board(IN_JULY.date())
    meeting = next(one for one in coming_meetings(TODAY) if board and one.body == board.id)
    subject = subject_of(f"body:{meeting.body}", TODAY)
    fell_late = compose(subject, meeting, as_of=IN_JULY.date()).turned
    assert f"{CARD}, by Havant Borough Council, in the {CARE}" in {one.heading for one in fell_late}
    late = {one.heading for one in compose(subject, meeting, as_of=IN_JULY.date()).decisions}
    assert len([one for one in late if CARD in one]) == 1


def test_a_sentence_names_the_plan_of_a_promise_unless_it_is_the_plan_itself(town: str) -> None:
    plans = queries.running(TODAY)
    first, *_, last = promises_by_plan(plans, TODAY)
    assert told(first, plans) == f"{first.what}, by {first.owner}"
    assert told(last, plans) == f"{last.what}, by {last.owner}, in the {CARE}"


def test_the_promises_that_are_taken_away_name_their_plans(town: str) -> None:
    text = signed_in("Ian Colebrook").get("/office/promises/?format=promises").content.decode()
    assert text.splitlines()[0] == "what,owner,due,status,said_on,detail,plan,counts_also_in"
    (clinic,) = [line for line in text.splitlines() if CLINIC in line]
    assert clinic.endswith(f"{MAIN},{CARE}")


def test_an_owner_says_how_a_promise_of_another_plan_goes(town: str) -> None:
    own = next(one for one in promises_by_plan(queries.running(TODAY), TODAY) if one.what == CHECK)
    lead, address = signed_in("Ian Colebrook"), f"/office/action/{own.id}/report/"
    assert CARE in reads(lead, address)
    said = {"token": uuid4(), "standing": "at risk", "words": "Two dentists left."}
    assert lead.post(address, said).status_code == 302
    assert "Two dentists left." in reads(lead, "/office/promises/")


def test_of_what_no_running_plan_has_nothing_is_read(town: str) -> None:
    with pytest.raises(NotFound):
        queries.running_promise(uuid4(), TODAY)
    with pytest.raises(NotFound):
        measure_of(uuid4(), TODAY)


def test_a_promise_of_another_plan_is_chased_when_it_is_late(town: str) -> None:
    found = queries.chasing(queries.running(IN_JULY.date()), IN_JULY.date())
    late = next(row for row in found if row.what == CARD)
    assert (late.why, late.who, late.plan) == ("Late", "Havant Borough Council", CARE)
    assert {row.plan for row in queries.narrowed(found, plan=MAIN)} == {MAIN}


def test_a_plan_is_chased_only_for_what_its_kind_must_have_and_what_counts_in_it_is_there(
    care: queries.Published,
) -> None:
    (well, work) = care.plan.priorities
    asked = replace(care, because="")
    found = {(row.why, row.priority) for row in queries.chasing([asked], TODAY)}
    assert ("No measure", well.id) in found
    assert ("No measure", work.id) not in found
    bare = replace(work, aim_for_group="")
    (lacking,) = [replace(care, plan=replace(care.plan, priorities=(bare,)))]
    assert "No aim for those doing worst" not in {row.why for row in queries.chasing([lacking], TODAY)}


def test_what_was_published_as_missing_with_its_reason_is_not_chased(care: queries.Published) -> None:
    gaps = {"No measure", "No need is cited", "No voice is cited"}
    assert not gaps & {row.why for row in queries.chasing([care], TODAY)}
    unsaid = replace(care, unmet=frozenset({"C22"}))
    assert gaps & {row.why for row in queries.chasing([unsaid], TODAY)} == gaps - {"No measure"}
    page = reads(signed_in("Priya Nair"), "/office/")
    assert "Three things need chasing" in page
    assert f'href="/office/plans/{care.id}/check/">{CARE}</a>' in page.split("published as missing")[1]


def test_the_weeks_letter_tells_of_late_promises_in_every_plan(town: str) -> None:
    (lead,) = [one for one in digests.digests(date(2011, 4, 4)) if one.name == "Ian Colebrook"]
    assert any(line == f"Late since 31 March 2011: {CHECK}." for line in lead.lines)


def test_the_officer_asks_on_one_page_about_every_plan_that_runs(town: str) -> None:
    officer = signed_in("Priya Nair")
    for address in ("/office/", "/office/plans/"):
        assert "/office/follow/" in reads(officer, address)
    page = reads(officer, "/office/follow/")
    assert f"one letter about all it promised in the {MAIN}. " in page
    assert f"The {CARE} began on 1 April 2010, so there is nothing to ask" in page


KINDS = ("play", "workforce", "14-19", "early-help")


def another(care: queries.Published, kind: str, like: tuple[PublishedPriority, ...] | None = None) -> None:
    """The same promises under identifiers of their own, in a plan of another kind that runs."""
    plan = Plan.objects.create(
        kind=kind, title=kind, first=care.plan.first, last=care.plan.last, by="x", at=IN_JULY
    )
    priorities = tuple(
        replace(one, id=uuid4(), actions=tuple(replace(row, id=uuid4()) for row in one.actions))
        for one in like or care.plan.priorities
    )
    text = write(replace(care.plan, title=kind, kind=kind, priorities=priorities))
    version: dict[str, Any] = {"number": 1, "published_on": TODAY, "why": "New", "by": "x", "at": IN_JULY}
    PlanVersion.objects.create(plan=plan, snapshot=text, sha256=hash_of(text), **version)


@pytest.mark.parametrize(
    "look",
    [
        lambda: dashboards.dashboard(TODAY),
        lambda: dashboards.for_the_board(TODAY),
        lambda: dashboards.for_a_place(HAVANT, TODAY),
        lambda: dashboards.for_a_partner(health(), TODAY),
        lambda: queries.briefing(TODAY),
        lambda: queries.chasing(queries.running(TODAY), TODAY),
        lambda: digests.digests(TODAY),
    ],
    ids=["everyone", "the Board", "a place", "a partner", "the Director", "chasing", "digests"],
)
def test_many_plans_ask_as_often_as_two(care: queries.Published, look: Callable[[], Any]) -> None:
    look()
    before = asked_by(look)
    for kind in KINDS:
        another(care, kind)
    # The first who asks for a version also has its text read, once for the whole server process.
    look()
    assert len(queries.running(TODAY)) == 2 + len(KINDS)
    assert asked_by(look) == before


def asked_by(look: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as asked:
        look()
    return len(asked)
