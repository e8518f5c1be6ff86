from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.refusals import Refused
from trust.governance.partnership.queries import capability_of, check_may_own_action, owners, partners

DAY = date(2010, 6, 8)


def page(visitor: Client) -> str:
    answer = visitor.get(reverse("partnership:partners"))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_parts_those_who_must_from_those_who_are_invited(database: str, visitor: Client) -> None:
    shown = page(visitor)
    bound, invited = shown.index("Must co-operate by law"), shown.index("Invited:")
    assert bound < shown.index("Hampshire Primary Care Trust") < invited
    assert invited < shown.index("Hampshire Fire and Rescue Authority")


def test_the_page_says_why_and_who_is_host(database: str, visitor: Client) -> None:
    shown = page(visitor)
    assert "Children Act 2004, section 10(4)(d); section 12A" in shown
    assert "Its host is Hampshire County Council" in shown


def test_another_day_has_other_partners(database: str, visitor: Client) -> None:
    assert "Learning and Skills Council" not in page(visitor)
    visitor.cookies["day"] = "2006-03-20"
    shown = page(visitor)
    assert "Learning and Skills Council" in shown
    assert "New Forest Primary Care Trust" in shown


def test_before_an_area_is_loaded_the_page_says_so(empty_database: str, visitor: Client) -> None:
    assert "We hold no partner on" in page(visitor)


@pytest.mark.parametrize(
    "called", ["hampshire-pct", "hampshire primary care trust", "Hampshire Primary Care Trust"]
)
def test_an_owner_may_be_given_by_key_or_by_name(database: str, called: str) -> None:
    assert check_may_own_action(called, on=DAY).key == "hampshire-pct"


def test_an_owner_may_be_given_by_identifier(database: str) -> None:
    team = organisation_by_key("wessex-yot")
    assert check_may_own_action(team.id, on=DAY).host == "Hampshire County Council"
    assert check_may_own_action(str(team.id), on=DAY) == team


@pytest.mark.parametrize(
    "called", ["the Board", "lsc", "Hampshire Young Voices (invented)", str(UUID(int=1)), ""]
)
def test_what_is_no_partner_of_the_day_cannot_own(database: str, called: str) -> None:
    with pytest.raises(Refused, match="choose the partner that will do it"):
        check_may_own_action(called, on=DAY)


def test_everyone_offered_as_an_owner_would_be_accepted(database: str) -> None:
    offered = owners(on=DAY)
    assert [check_may_own_action(one.id, on=DAY) for one in offered] == offered
    assert "wessex-yot" in {one.key for one in offered}


def test_every_organisation_of_the_area_is_a_partner_on_the_demonstrations_day(database: str) -> None:
    named = {one.organisation.key for one in partners(on=DAY)}
    assert {
        "hampshire-county-council",
        "gosport",
        "hampshire-police-authority",
        "ypla",
        "jobcentre-plus",
    } <= named
    assert "lsc" not in named


def test_what_an_ended_kind_may_do_is_refused(database: str) -> None:
    with pytest.raises(Refused, match="Learning and Skills Council is not a partner on 8 June 2010"):
        capability_of(organisation_by_key("lsc"), on=DAY)
