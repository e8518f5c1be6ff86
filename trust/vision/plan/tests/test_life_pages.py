"""The office's pages of a plan's life, and what the public reads of it."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import Actor
from trust.governance.board.queries import decisions, the_board
from trust.vision.plan import actions, queries
from trust.vision.plan.models import PlanStep
from trust.vision.plan.rules.lifecycle import Shut
from trust.vision.plan.tests.known import BY, NOW, TODAY
from trust.vision.plan.tests.people import reads
from trust.vision.plan.views.steps import LOCAL_DUTY, NEEDED, link_to, way
from trust.vision.plan.words import Mend, Part, Stage

A_PRIORITY: dict[str, Any] = {
    "title": "Breaks for young carers",
    "aim_for_all": "A break.",
    "group": "those in Gosport",
    "comparator": "the rest",
    "aim_for_group": "As many.",
    "next_step": "",
    "outcomes": [],
}
BOARD = "Which decision of the Board agreed it?"
PUBLISH = "Look at the changes and publish"


def test_the_check_says_what_is_missing_with_a_way_to_mend_it(officer: Client, key: UUID) -> None:
    page = reads(officer, f"/office/plans/{key}/check/")
    assert "Four things are missing from the plan" in page
    assert f'href="/office/plans/{key}/alignments/"' in page


def test_the_check_says_what_was_published_with_a_reason_and_what_that_says_nothing_of(
    officer: Client, key: UUID
) -> None:
    """The Young People’s Learning Agency began after the version was published."""
    page = reads(officer, f"/office/plans/{key}/check/")
    reason = "Version 2 was published without it on 1 March 2010, with this reason: “Some partners had not"
    pledges, signatures = (page.partition(f'<section aria-labelledby="{rule}"')[2] for rule in ("C08", "C18"))
    for part in (pledges, signatures):
        assert reason in part.partition("</section>")[0]
    since = "It says nothing of what came since:</strong> "
    assert "Young People’s Learning Agency" in pledges.partition("</section>")[0].partition(since)[2]
    assert reason not in page.partition('<section aria-labelledby="C11"')[2].partition("</section>")[0]
    assert reason not in reads(officer, f"/office/plans/{key}/check/?law_on=2008-11-18")


def test_the_check_judges_a_plan_that_is_out_by_the_law_of_when_it_was_made(
    officer: Client, key: UUID
) -> None:
    page = reads(officer, f"/office/plans/{key}/check/")
    assert "Judged by the law of 1 April 2009, when it was first published." in page
    assert "the law asks for it" not in page
    later = reads(officer, f"/office/plans/{key}/check/?law_on=2010-04-01")
    assert "Judged by the law of 1 April 2010." in later
    assert "Why: the law asks for it" in later
    assert "By the law of 1 April 2009, when it was first published" in later


def test_where_nothing_has_changed_there_is_no_button_to_publish_it(officer: Client, key: UUID) -> None:
    page = reads(officer, f"/office/plans/{key}/publish/")
    assert "Nothing has changed since version 2" in page
    assert "Publish</button>" not in page


def test_whom_the_law_asks_a_plan_to_consult_is_that_of_when_it_was_made(officer: Client, key: UUID) -> None:
    assert "dioceses" not in reads(officer, f"/office/plans/{key}/consultations/")


def test_the_check_by_the_law_of_another_day(officer: Client, key: UUID) -> None:
    page = reads(officer, f"/office/plans/{key}/check/?law_on=2010-10-31")
    assert "No law says what the plan must have on that day" in page


def test_the_check_as_a_table(officer: Client, key: UUID) -> None:
    text = officer.get(f"/office/plans/{key}/check/?format=csv").content.decode()
    assert len([line for line in text.splitlines() if line.startswith("C")]) == 25


def test_the_way_on_says_what_each_gate_waits_for_and_offers_none_that_is_shut(
    officer: Client, key: UUID
) -> None:
    page = reads(officer, f"/office/plans/{key}/life/")
    assert "The plan is published" in page
    assert "No later plan of this kind is published yet." in page
    assert "The review of the year to 31 March 2011 may begin from 1 January 2011." in page
    assert page.count("What comes next?") == 1
    assert "<button" not in page.partition("<main")[2].partition("</main")[0]
    assert BOARD not in page


@pytest.fixture
def coming(town: str) -> UUID:
    """A plan that is only begun, years before it runs."""
    days: dict[str, Any] = {"first": date(2015, 4, 1), "last": date(2018, 3, 31)}
    return actions.begin_plan(token=uuid4(), title="Plan 2015 to 2018", **days, **BY).pk


def test_a_shut_gate_leads_to_where_it_is_mended_and_the_next_step_is_said_first(
    officer: Client, coming: UUID
) -> None:
    vision = f'<a href="/office/plans/{coming}/statement/vision/">Write the vision</a>'
    for page, says in (("", "Next: put it to everyone."), ("life/", "Put it to everyone.</strong>")):
        read = reads(officer, f"/office/plans/{coming}/{page}")
        assert says in read
        assert f"people need something to answer. {vision}" in read
    officer.post(f"/office/plans/{coming}/statement/vision/", {"text": "Every child.", "edition": "0"})
    priority = f'<a href="/office/plans/{coming}/priority/add/">Add a priority</a>'
    assert priority in reads(officer, f"/office/plans/{coming}/life/")


def test_an_open_gate_is_a_button_that_moves_the_plan(officer: Client, coming: UUID) -> None:
    plan = queries.the_plan(coming)
    actions.write_statement(plan=plan, part=Part.VISION, text="Every child.", resting_on=0, **BY)
    actions.add_priority(token=uuid4(), plan=plan, words=dict(A_PRIORITY), **BY)
    address = f"/office/plans/{coming}/life/"
    assert 'type="submit">Put it to everyone</button>' in reads(officer, address)
    officer.post(address, {"to": "consulting", "why": "From today."})
    page = reads(officer, address)
    assert "The plan is consulting" in page
    assert "From today." in page
    again = officer.post(address, {"to": "consulting"}).content.decode()
    assert "A plan that is consulting cannot become consulting" in again
    assert officer.post(address, {"to": "nowhere"}).status_code == 404


def test_each_link_of_a_gate_opens(officer: Client, coming: UUID) -> None:
    duties = frozenset({"plan.write", LOCAL_DUTY, *NEEDED.values()})
    plan, by = queries.the_plan(coming), Actor("P", duties=duties)
    local = next(iter(queries.local_plans(TODAY).values()))
    for mend in Mend:
        link = link_to(local if mend is Mend.ROW else plan, mend, by)
        assert link is not None, mend
        reads(officer, link.address)
    assert link_to(plan, Mend.DECISION, Actor("P")) is None


def test_a_plan_that_only_lacks_a_reason_is_published_where_the_reason_is_asked_for(coming: UUID) -> None:
    move, shut = (Stage.SIGNED, Stage.PUBLISHED), Shut("Say why.", Mend.REASON)
    found = way(queries.the_plan(coming), move, shut, Actor("P", duties=frozenset({"plan.publish"})))
    assert (found.says, found.waits) == ("publish it", "")
    assert found.link
    assert found.link.address == f"/office/plans/{coming}/publish/"


def test_a_draft_years_ahead_does_not_offer_to_publish(officer: Client, coming: UUID) -> None:
    assert PUBLISH not in reads(officer, f"/office/plans/{coming}/")


def test_a_published_plan_offers_to_publish_what_changed(officer: Client, key: UUID) -> None:
    assert PUBLISH not in reads(officer, f"/office/plans/{key}/")
    actions.add_priority(token=uuid4(), plan=queries.the_plan(key), words=dict(A_PRIORITY), **BY)
    assert PUBLISH in reads(officer, f"/office/plans/{key}/")


def test_a_review_is_next_from_the_last_quarter_of_its_year(
    officer: Client, key: UUID, moved_to: Callable[[date], None]
) -> None:
    review = "Next: review its year."
    assert review not in reads(officer, f"/office/plans/{key}/")
    moved_to(date(2011, 1, 1))
    reviews = f"/office/plans/{key}/reviews/"
    for page, says in (("", review), ("life/", ">Review its year</a>")):
        read = reads(officer, f"/office/plans/{key}/{page}")
        assert says in read
        assert f'href="{reviews}"' in read
    answer = officer.post(f"/office/plans/{key}/life/", {"to": "under review"})
    assert answer["Location"] == reviews


def test_a_shut_gate_refuses_in_a_sentence(officer: Client, key: UUID) -> None:
    answer = officer.post(f"/office/plans/{key}/life/", {"to": "ended"})
    assert "It has not reached its last day." in answer.content.decode()


def test_a_statement_is_saved_and_the_second_of_two_is_told(officer: Client, key: UUID) -> None:
    address = f"/office/plans/{key}/statement/safeguarding/"
    assert officer.post(address, {"text": "Safe.", "edition": "1"}).status_code == 302
    late = officer.post(address, {"text": "Safer.", "edition": "1"})
    assert late.status_code == 409
    assert "Safer." in late.content.decode()
    assert "newer wording" in late.content.decode()


def test_a_statement_of_no_kind_is_not_found(officer: Client, key: UUID) -> None:
    reads(officer, f"/office/plans/{key}/statement/unicorns/", 404)


def test_an_alignment_is_stated_noted_as_changed_and_stated_again(officer: Client, key: UUID) -> None:
    form = {"aligned_with": "safeguarding-plan", "title": "Business plan 2010", "states": "They agree."}
    form |= {"stated_on": "1 June 2010", "targets": "Fewer children harmed"}
    assert officer.post(f"/office/plans/{key}/alignments/add/", form).status_code == 302
    page = reads(officer, f"/office/plans/{key}/alignments/")
    assert "(no priority serves it)" in page
    about = next(
        one for one in queries.alignments(queries.the_plan(key), TODAY) if one.title == "Business plan 2010"
    )
    form = {"on": "7 June 2010", "what": "A new aim."}
    assert officer.post(f"/office/alignment/{about.id}/changed/", form).status_code == 302
    assert "it changed on 7 June 2010: A new aim." in reads(officer, f"/office/plans/{key}/alignments/")


def test_a_group_is_answered_for(officer: Client, key: UUID) -> None:
    address = f"/office/plans/{key}/groups/"
    answer = officer.post(address, {"group": "Young carers", "reason": ""})
    assert "say why none is" in answer.content.decode()
    assert officer.post(address, {"group": "Young carers", "reason": "By their own plan."}).status_code == 302
    assert "By their own plan." in reads(officer, address)


@pytest.mark.parametrize("page", ["check/", "life/", "statements/", "alignments/", "groups/", "publish/"])
def test_these_pages_are_closed_to_the_public(town: str, visitor: Client, key: UUID, page: str) -> None:
    assert visitor.get(f"/office/plans/{key}/{page}").status_code == 302


def test_the_public_reads_every_plan_and_its_vision(town: str, visitor: Client, key: UUID) -> None:
    assert "Children and Young People’s Plan 2009 to 2012" in reads(visitor, "/plans/")
    page = reads(visitor, f"/plans/{key}/")
    assert "Every child in Hampshire is safe" in page
    assert "Published without everything that it should have" in page


def test_before_it_is_published_a_plan_is_named_with_its_stage(town: str, visitor: Client) -> None:
    visitor.cookies["day"] = "2006-03-20"
    page = reads(visitor, "/plans/")
    assert "Children and Young People’s Plan 2006 to 2009" in page
    assert "Consulting" in page


def test_a_plan_that_waits_for_the_board_chooses_its_decision_or_leads_to_record_it(officer: Client) -> None:
    days: dict[str, Any] = {"first": date(2011, 4, 1), "last": date(2014, 3, 31), "kind": "child-poverty"}
    plan = actions.begin_plan(token=uuid4(), title="Out of poverty", **days, **BY)
    way = ("draft", "consulting", "final draft")
    for number, (was, stage) in enumerate(pairwise(way), 2):
        facts = {"number": number, "was": was, "stage": stage, "on": TODAY}
        PlanStep.objects.create(plan=plan, by="Priya Nair", at=NOW, **facts)
    address = f"/office/plans/{plan.pk}/life/"
    page = reads(officer, address)
    assert f'href="/office/decisions/record/?then={address}"' in page
    assert BOARD in page
    line = "The Board agreed the strategy against child poverty."
    said = {"token": uuid4(), "day": "8 June 2010", "public_line": line, "text": "Agreed."}
    board = the_board(TODAY)
    assert board
    answer = officer.post(f"/office/decisions/record/?then={address}", said | {"body": board.id})
    assert answer["Location"] == address
    assert f"8 June 2010: {line}" in reads(officer, address)
    chosen = next(one.id for one in decisions(TODAY) if one.public_line == line)
    officer.post(address, {"to": "agreed", "decision": str(chosen)})
    page = reads(officer, address)
    assert "The plan is agreed" in page
    assert f'data-l="Why">{line}</td>' in page
