from datetime import date

import pytest
from django.test import Client

from trust.vision.outcomes.queries.aims import all_aims, frameworks, heading_lines, outcomes_of
from trust.vision.outcomes.words import Confidence, Outcome

IN_2010, IN_2026 = date(2010, 6, 8), date(2026, 3, 1)


def test_five_outcomes_have_five_aims_each_and_a_part_for_families() -> None:
    (five,) = frameworks(IN_2010)
    assert [heading.outcome for heading in five.headings] == list(Outcome)
    assert [len(heading.aims) for heading in five.headings] == [5] * 5
    assert [heading.families_code for heading in five.headings] == ["BHp", "SSp", "EAp", "PCp", "EWp"]
    assert len(all_aims()) == 25


def test_a_framework_stands_from_its_day() -> None:
    assert frameworks(date(2004, 12, 31)) == []
    assert [one.key for one in frameworks(IN_2026)] == ["five-outcomes", "local-outcomes"]


def test_every_framework_says_its_source_and_how_sure_we_are() -> None:
    assert all(one.source and one.confidence for one in frameworks(IN_2026))


def test_a_crossing_of_our_own_is_told_as_unsure_and_none_is_guessed() -> None:
    _, local = frameworks(IN_2026)
    assert [heading.meets for heading in local.headings] == [
        (),
        (Outcome.ENJOY_AND_ACHIEVE,),
        (Outcome.STAY_SAFE,),
    ]
    assert {heading.meets_confidence for heading in local.headings if heading.meets} == {Confidence.LOW}


def test_an_outcome_follows_from_its_aim() -> None:
    assert outcomes_of(["SS3"], also=["be-healthy"]) == ["be-healthy", "stay-safe"]


@pytest.mark.usefixtures("town")
def test_the_page_tells_each_aim_and_the_priorities_that_serve_its_outcome(visitor: Client) -> None:
    page = visitor.get("/outcomes/framework/").content.decode()
    assert "Safe from bullying and discrimination" in page
    assert "Parents, carers and families support learning" in page
    assert "Local Outcomes Framework" not in page
    assert any(line.served for line in heading_lines(frameworks(IN_2010)[0], IN_2010))


@pytest.mark.usefixtures("database")
def test_before_any_framework_the_page_says_so(visitor: Client) -> None:
    page = visitor.get("/outcomes/framework/?as_of=2004-12-31").content.decode()
    assert "No framework of outcomes stood on" in page
