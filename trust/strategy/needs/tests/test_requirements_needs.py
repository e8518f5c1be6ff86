"""What the source documents ask of needs assessment: its people, day and source, its partners, its gaps."""

from datetime import date

from django.test import Client

from trust.strategy.needs import queries
from trust.strategy.needs.makers import a_finding
from trust.strategy.needs.models import LocalCount
from trust.strategy.needs.words import Theme

JUNE = date(2010, 6, 8)


def test_each_finding_says_whom_it_is_about_how_sure_on_which_day_and_from_what_source(
    database: str, visitor: Client
) -> None:
    a_finding(places=["E07000088"], comparison=["E07000094"], indicator="ni-112", group_label="Young women")
    page = " ".join(visitor.get("/needs/").text.split())
    assert '<time datetime="2009-03-02">' in page
    assert "Young women. We are fairly sure" in page
    assert "Measure: <a" in page
    assert "Source: " in page
    assert "Fingertips" in page.split("Source: ")[1].split("</p>")[0]


def test_both_key_assessments_are_kept_each_with_the_day_it_comes_round(town: str) -> None:
    kept = {card.theme: card for card in queries.assessments(as_of=JUNE)}
    assert {Theme.JSNA, Theme.CHILD_POVERTY} <= set(kept)
    assert kept[Theme.CHILD_POVERTY].next_due == date(2013, 5, 26)


def test_every_partner_that_was_asked_has_commented_or_had_nothing_to_add_before_it_is_frozen(
    town: str,
) -> None:
    card = next(one for one in queries.assessments(as_of=JUNE) if one.now.is_kept_whole)
    answered = [asked.answered for asked in queries.document(card, card.now, as_of=JUNE).asked]
    assert any(words.startswith("commented") for words in answered)
    assert any(words.startswith("had nothing to add") for words in answered)


def test_circumstances_that_may_make_a_child_vulnerable_are_counted_by_place_and_never_scored(
    town: str, visitor: Client
) -> None:
    card = next(one for one in queries.assessments(as_of=JUNE) if one.theme is Theme.CHILD_POVERTY)
    page = visitor.get(f"/needs/assessments/{card.id}/").text
    assert "Circumstances that may make a child vulnerable" in page
    assert "Nobody is scored" in page
    assert not {"child", "score"} & {field.name for field in LocalCount._meta.get_fields()}


def test_children_on_no_school_roll_are_counted_here_and_few_are_not_shown(
    town: str, visitor: Client
) -> None:
    card = next(one for one in queries.assessments(as_of=JUNE) if one.theme is Theme.CHILD_POVERTY)
    page = visitor.get(f"/needs/assessments/{card.id}/").text
    assert "Children on no school’s roll" in page
    assert "1 to 5, so not shown" in page
