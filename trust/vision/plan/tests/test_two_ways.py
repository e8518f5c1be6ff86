"""Pledges go two ways: who gives, who receives, what is refused, and both directions on the pages."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.refusals import Refused
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan, Pledge
from trust.vision.plan.rules.commitments import Commitment
from trust.vision.plan.rules.two_ways import two_ways
from trust.vision.plan.tests.known import BY
from trust.vision.plan.tests.people import reads, signed_in
from trust.vision.plan.words import Given, Receiver, Recurrence, Treatment

COUNCIL, SCHOOL = "Hampshire County Council", "Solent Reach School (invented)"
YOT = "Wessex Youth Offending Team"


@pytest.fixture
def priority(plan: Plan) -> UUID:
    return queries.draft(plan).plan.priorities[0].id


def pledged(priority: UUID, **other: Any) -> Pledge:
    facts: dict[str, Any] = {"partner": COUNCIL, "what": "A nurse", "given": Given.PEOPLE, "amount": None}
    facts |= {"agreed_by": "The Director", "agreed_on": date(2010, 5, 1)}
    return actions.record_pledge(token=uuid4(), priority=priority, **facts | other, **BY)


def one(partner: str, receiver: str = "") -> Commitment:
    return Commitment(
        uuid4(), partner, "x", Given.GOODS, None, Treatment.SINGLE, False, False, receiver=receiver
    )


def test_a_gift_among_schools_is_in_both_directions() -> None:
    ways = two_ways(
        [one(SCHOOL, "colleges"), one(COUNCIL), one(COUNCIL, SCHOOL)], schools=frozenset({SCHOOL})
    )
    assert (len(ways.gives), len(ways.gets)) == (1, 2)
    assert ways.sentence == "Schools and colleges make one pledge, and two pledges are made to them."


def test_a_pledge_is_for_all_children_until_somebody_is_named(priority: UUID) -> None:
    assert pledged(priority).receiver == Receiver.CHILDREN
    given = pledged(priority, receiver=Receiver.PARTNER, to_partner=SCHOOL)
    assert given.to_partner
    assert given.to_partner.name == SCHOOL


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"receiver": Receiver.PARTNER}, "Say to which partner"),
        ({"receiver": Receiver.SCHOOLS, "to_partner": SCHOOL}, "Choose “One partner”"),
        ({"receiver": Receiver.PARTNER, "to_partner": COUNCIL}, "cannot pledge something to itself"),
        ({"receiver": Receiver.PARTNER, "to_partner": "the Board"}, "cannot be given a pledge"),
        (
            {"receiver": Receiver.PARTNER, "to_partner": YOT, "given": Given.MONEY, "amount": Decimal(5)},
            "cannot hold a contract, a fund or a payment",
        ),
    ],
)
def test_what_cannot_be_given_is_refused(priority: UUID, facts: dict[str, Any], because: str) -> None:
    with pytest.raises(Refused, match=because):
        pledged(priority, **facts)


def test_a_correction_keeps_for_whom_it_is(priority: UUID) -> None:
    given = pledged(priority, receiver=Receiver.SCHOOLS)
    new = actions.correct_terms(
        pledge=given.pk, treatment=Treatment.SINGLE, recurrence=Recurrence.ONE_OFF, power="s10", **BY
    )
    assert new.receiver == Receiver.SCHOOLS


def test_a_part_signed_before_pledges_named_a_receiver_still_reads_the_same(plan: Plan) -> None:
    rows = (row for one in queries.draft(plan).plan.priorities for row in one.pledges)
    partner = next(row.partner_id for row in rows if not row.receiver and "Rushmoor" in row.partner)
    assert '"receiver"' not in queries.part_of(plan, partner).text
    assert '"had_before"' not in queries.part_of(plan, partner).text


@pytest.mark.parametrize("page", ["commitments", "signatures"])
def test_anyone_reads_both_directions(page: str, plan: Plan, visitor: Client) -> None:
    told = reads(visitor, f"/plans/{plan.pk}/{page}/")
    assert "What schools and colleges give" in told
    assert "A room where other schools’ pupils can learn for a week" in told
    assert "Places at college for pupils of 14 and 15, £24,000, for Itchen Water College" in told


def test_the_officer_says_for_whom_it_is(priority: UUID) -> None:
    officer, address = signed_in("Priya Nair"), f"/office/priority/{priority}/pledge/"
    assert "For whom is it?" in reads(officer, address)
    said = {"token": uuid4(), "partner": COUNCIL, "what": "A van", "given": "goods or services"}
    said |= {"agreed_by": "The Director", "agreed_on": "1 May 2010", "receiver": "one partner"}
    assert "Say to which partner it is given" in officer.post(address, said).content.decode()
    assert officer.post(address, said | {"to_partner": SCHOOL}).status_code == 302
    assert f"A van, for {SCHOOL}" in reads(officer, f"/office/priority/{priority}/")
