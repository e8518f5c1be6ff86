"""What the source documents ask of the plan: that nothing is missing from it, and who kept their word."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.plan import queries

JUNE = date(2010, 6, 8)


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("needs", "No need is cited"),
        ("voices", "No voice is cited"),
        ("actions", "No action"),
        ("measures", "No measure"),
        ("aim_for_group", "No aim for those doing worst"),
    ],
)
def test_a_priority_that_lacks_a_part_fails_the_check_and_no_other_does(
    live: queries.Published, part: str, why: str
) -> None:
    first, *others = live.plan.priorities
    without: dict[str, Any] = {part: "" if part == "aim_for_group" else ()}
    lacking = replace(first, **without)
    told = queries.chasing([replace(live, plan=replace(live.plan, priorities=(lacking, *others)))], JUNE)
    assert [row.what for row in told if row.why == why] == [first.title]
    assert [row for row in queries.chasing([live], JUNE) if row.why == why] == []


def test_every_priority_has_an_aim_for_everyone_and_one_for_those_doing_worst(
    live: queries.Published, visitor: Client
) -> None:
    page = " ".join(visitor.get("/plan/").text.split())
    for priority in live.plan.priorities:
        assert priority.comparator
        assert f"<h3>For everyone</h3><p>{priority.aim_for_all}</p>" in page
        assert f"<h3>For {priority.group}</h3><p>{priority.aim_for_group}</p>" in page


def test_a_partner_s_promises_are_told_as_kept_late_and_to_come(live: queries.Published) -> None:
    own = [one for one in queries.how_it_stands(JUNE).promises if one.plan == live.plan.title]
    kept = {row.partner: row for row in queries.kept_by_partner(own, JUNE)}
    council, trust = kept["Hampshire County Council"], kept["Hampshire Primary Care Trust"]
    assert (council.kept, council.due, council.late, council.to_come) == (1, 2, 1, 1)
    assert (trust.kept, trust.due, trust.late, trust.to_come) == (0, 0, 0, 2)


def test_each_district_that_promised_has_its_own_line(live: queries.Published) -> None:
    director = Client()
    sign_in(director, worker_named("Judith Amery"), password=shared_password(settings.STATE))
    page = director.get("/office/briefing/").text
    kept = page.split("Promises kept, by partner")[1]
    for district in ("Havant", "Gosport", "Rushmoor"):
        assert f'<th scope="row">{district} Borough Council</th>' in kept


def test_the_plan_says_its_title_its_years_and_its_version(live: queries.Published, visitor: Client) -> None:
    page = " ".join(visitor.get("/plan/").text.replace("\xa0", " ").split())
    assert "<h1>Children and Young People’s Plan 2009 to 2012</h1>" in page
    assert "between 1 April 2009 and 31 March 2012" in page
    assert "Version 2, published 1 March 2010." in page
