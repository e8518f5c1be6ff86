"""A body that took the place of one that signed stands where that one stood, and the page says so."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from trust.foundation.directory.queries import followed, organisation_by_key
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Signature
from trust.vision.plan.queries.succession import in_whose_place, with_heirs
from trust.vision.plan.tests.known import BY, TODAY
from trust.vision.plan.tests.people import reads
from trust.vision.plan.words import Given

BOARD, TRUST = "hampshire-probation-board", "hampshire-probation-trust"


def key(of: str) -> UUID:
    return organisation_by_key(of).id


def test_the_directory_says_whose_place_each_took(town: str) -> None:
    assert followed()[key(TRUST)] == [key(BOARD)]


def test_the_probation_trust_stands_where_the_board_signed(town: str) -> None:
    plan = queries.plan_on(TODAY)
    assert plan
    cards = {one.partner: one for one in queries.signatures(plan, TODAY)}
    mine, theirs = cards[key(TRUST)], cards[key(BOARD)]
    assert mine.in_place_of == "Hampshire Probation Board"
    assert (mine.answered, mine.sha256, mine.signed_on) == (True, "", theirs.signed_on)
    assert theirs.sha256
    assert mine.partner not in queries.changed_since(plan, cards.values())


def test_everyone_reads_whose_place_it_took(visitor: Client, officer: Client) -> None:
    plan = queries.plan_on(TODAY)
    assert plan
    page = reads(visitor, f"/plans/{plan.pk}/signatures/")
    assert "Hampshire Probation Trust took the place of Hampshire Probation Board, which signed on" in page
    assert "Hampshire Probation Trust" not in page.partition("Who has not answered")[2]
    own = reads(officer, f"/office/plans/{plan.pk}/signatures/{key(TRUST)}/")
    assert "and Hampshire Probation Trust has taken its place" in own
    found = reads(officer, f"/office/plans/{plan.pk}/signatures/?find=Probation+Trust")
    assert "in the place of Hampshire Probation Board" in found


def test_a_refusal_binds_nobody_who_comes_after(town: str) -> None:
    no = Signature(partner_id=key(BOARD), reason="We end in March.", sha256="")
    assert in_whose_place({key(TRUST)}, {key(BOARD): no}) == {}


def test_what_a_body_pledged_stands_for_whoever_took_its_place(town: str) -> None:
    """The Probation Board ended on 31 March 2010; what it gave in February is not asked for again."""
    plan = queries.plan_on(TODAY)
    assert plan

    def without_pledge() -> tuple[str, ...]:
        (found,) = (one for one in queries.check_plan(plan, TODAY) if one.rule == "C08")
        return found.who

    assert "Hampshire Probation Trust" in without_pledge()
    facts: dict[str, Any] = {"what": "A worker", "given": Given.PEOPLE, "amount": None, "partner": BOARD}
    facts |= {"agreed_by": "The Chief Officer", "agreed_on": date(2010, 2, 1)}
    priority = queries.draft(plan).plan.priorities[0].id
    actions.record_pledge(token=uuid4(), priority=priority, **facts, **BY)
    assert "Hampshire Probation Trust" not in without_pledge()
    assert "Young People’s Learning Agency" in without_pledge()


def test_what_a_body_gave_is_not_its_forerunners(town: str) -> None:
    assert with_heirs({key(TRUST)}) == {key(TRUST)}
    assert with_heirs({key(BOARD)}) == {key(BOARD), key(TRUST)}
    assert with_heirs(()) == set()


def test_the_check_does_not_miss_who_stands_in_a_signers_place(town: str) -> None:
    plan = queries.plan_on(TODAY)
    assert plan
    (found,) = (one for one in queries.check_plan(plan, TODAY) if one.rule == "C18")
    assert "Hampshire Probation Trust" not in found.who
