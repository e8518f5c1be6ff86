from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from trust.vision.plan.formats import (
    SCHEMA,
    PublishedAction,
    PublishedGroup,
    PublishedPlan,
    PublishedPriority,
    PublishedStatement,
    hash_of,
    read,
    write,
)
from trust.vision.plan.formats.briefing import briefing_pdf
from trust.vision.plan.queries import differences

A_DAY = date(2010, 6, 8)
text = st.text(max_size=30)


def an_action(what: str = "A clinic after school", due: date = A_DAY) -> PublishedAction:
    return PublishedAction(
        UUID(int=2), what, UUID(int=3), "Gosport Borough Council", "", due, "It opens.", True
    )


def a_priority(title: str = "Fewer", actions: tuple[PublishedAction, ...] = ()) -> PublishedPriority:
    return PublishedPriority(
        UUID(int=1), 1, title, "all", "group", "others", "them", "", True, (), (), actions, (), ()
    )


def a_plan(*priorities: PublishedPriority) -> PublishedPlan:
    return PublishedPlan(SCHEMA, "A plan", date(2009, 4, 1), date(2012, 3, 31), priorities)


@given(title=text, what=text, due=st.dates())
def test_what_is_written_reads_back_the_same(title: str, what: str, due: date) -> None:
    plan = a_plan(a_priority(title, (an_action(what, due),)))
    assert read(write(plan)) == plan


def test_the_text_is_canonical() -> None:
    plan = a_plan(a_priority())
    assert write(plan) == write(read(write(plan)))
    assert write(plan).startswith('{"alignments":[],"counted":[],"first":"2009-04-01"')
    assert len(hash_of(write(plan))) == 64


def test_the_hash_changes_with_one_letter() -> None:
    assert hash_of(write(a_plan(a_priority("Fewer")))) != hash_of(write(a_plan(a_priority("Fewest"))))


def test_a_plan_does_not_differ_from_itself() -> None:
    plan = a_plan(a_priority("Fewer", (an_action(),)))
    assert differences(plan, plan) == []


def test_the_difference_says_what_was_added_reworded_and_taken_out() -> None:
    before = a_plan(a_priority("Fewer", (an_action(),)))
    moved = replace(an_action(), due=date(2010, 9, 1))
    after = a_plan(replace(a_priority("Fewest", (moved,)), group="boys"))
    found = {(row.what, row.before[:6], row.after[:6]) for row in differences(before, after)}
    assert ("Title", "Fewer", "Fewest") in found
    assert ("Those doing worst", "group", "boys") in found
    assert any(row.what == "Action" and "1 September 2010" in row.after for row in differences(before, after))


def test_a_new_priority_and_one_that_went_are_told_in_full() -> None:
    one = a_plan(a_priority("Fewest", (an_action(),)))
    added = {row.what: row.after for row in differences(a_plan(), one)}
    assert added["Title"] == "Fewest"
    assert "Who answers for it: Gosport Borough Council" in added["Action"]
    assert {row.before for row in differences(a_plan(), one)} == {""}
    assert {row.after for row in differences(one, a_plan())} == {""}


def test_statements_plans_around_it_and_groups_are_compared_too() -> None:
    before = replace(a_plan(), statements=(PublishedStatement("vision", "Every child is safe.", True),))
    after = replace(before, statements=(PublishedStatement("vision", "Every child is well.", True),))
    after = replace(after, groups=(PublishedGroup("Young carers", None, "Not this year."),))
    found = {row.what: row for row in differences(before, after)}
    assert found["Children thought of"].after == "Young carers: Not this year."
    assert [piece.words for piece in found["Our vision"].now if piece.changed] == ["well."]
    assert [piece.words for piece in found["Our vision"].was if piece.changed] == ["safe."]


def test_the_briefing_is_an_accessible_page_and_no_text_becomes_markup() -> None:
    words = {
        "title": "Briefing #panic()",
        "heading": "One thing needs *a decision*",
        "since": "8 March 2010",
        "turned": [{"word": "Done", "about": "#panic()"}],
        "day": "8 June 2010",
        "meeting": "",
        "needed": [{"heading": "*bold* _no_", "detail": "$1 = #x"}],
        "kept": [{"partner": "P", "kept": "1", "due": "2", "late": "1", "to_come": str(Decimal(0))}],
        "gaps": [],
        "measures": [],
    }
    pdf = briefing_pdf(words)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf


def test_a_sentence_ends_once() -> None:
    asks = replace(an_action(), how_we_will_know="Does it open?")
    found = differences(a_plan(a_priority("Fewer")), a_plan(a_priority("Fewer", (asks,))))
    assert found[0].after.endswith("How we will know: Does it open?")
