"""What the source documents ask of the list of partners: who they are on a day, and what law asks of them."""

from datetime import date

import pytest
from django.test import Client

from trust.governance.partnership.queries import partner_kinds, partner_law, partners
from trust.governance.partnership.rules import capability

FEBRUARY_2010, JUNE_2010 = date(2010, 2, 10), date(2010, 6, 8)
LAST_BEFORE, SINCE, BOARDS_BEGIN = date(2010, 1, 11), date(2010, 1, 12), date(2010, 4, 1)


def bound(on: date) -> dict[str, bool]:
    """Each partner of the day, and whether the law binds it to co-operate."""
    return {one.organisation.key: one.capability.duty_to_cooperate for one in partners(on=on)}


def test_where_an_area_s_list_and_the_law_differ_the_page_says_so(database: str, visitor: Client) -> None:
    page = " ".join(visitor.get("/who/partners/").text.split())
    line = page.split("<strong>Young People’s Learning Agency</strong>")[1].split("</details>")[0]
    assert "Some areas list it as having the duty. We did not find the law" in line
    assert "We have not been able to verify this." in line


def test_on_1_december_2008_the_partners_in_law_are_exactly_these() -> None:
    found = {kind: capability(kind, on=date(2008, 12, 1), law=partner_law()) for kind in partner_kinds()}
    assert {kind for kind, one in found.items() if one and one.duty_to_cooperate} == {
        "local_authority", "district_council", "police_authority", "chief_officer_police", "sha", "pct",
        "probation_board", "probation_provider", "yot", "connexions", "lsc",
    }  # fmt: skip
    assert {kind for kind, one in found.items() if one and not one.duty_to_cooperate} == {
        "maintained_school", "special_school_nm", "academy_ctc", "fe_institution", "jobcentre_plus",
        "other_body",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["maintained_school", "special_school_nm", "academy_ctc", "fe_institution"])
@pytest.mark.parametrize(
    ("on", "duties", "seat"), [(LAST_BEFORE, False, False), (SINCE, True, False), (BOARDS_BEGIN, True, True)]
)
def test_schools_and_colleges_gain_duty_power_regard_and_a_seat_each_from_its_day(
    kind: str, on: date, duties: bool, seat: bool
) -> None:
    one = capability(kind, on=on, law=partner_law())
    assert one
    assert (one.duty_to_cooperate, one.may_pool_s10, one.must_have_regard) == (duties, duties, duties)
    assert one.board_seat_required is seat


def test_the_list_of_february_2010_tells_those_bound_by_law_from_those_invited(database: str) -> None:
    found = bound(FEBRUARY_2010)
    by_law = ["hampshire-county-council", "havant", "hampshire-pct", "south-central-sha", "lsc", "wessex-yot"]
    invited = ["hampshire-fire", "little-harbour", "hampshire-alliance", "parent-voice"]
    assert [found[key] for key in by_law] == [True] * len(by_law)
    assert [found[key] for key in invited] == [False] * len(invited)
    assert "ypla" not in found


@pytest.mark.parametrize("on", [date(2006, 3, 20), JUNE_2010, date(2012, 3, 1), date(2026, 1, 1)])
def test_each_organisation_is_in_one_category_on_a_day(database: str, on: date) -> None:
    keys = [one.organisation.key for one in partners(on=on)]
    assert len(keys) == len(set(keys))
    leads = [one for one in partners(on=on) if one.capability.kind == "local_authority"]
    assert [one.organisation.name for one in leads] == ["Hampshire County Council"]
    assert {True, False} == set(bound(on).values())
