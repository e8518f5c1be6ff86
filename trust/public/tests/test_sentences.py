from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from trust.foundation.statistics.words import Polarity
from trust.public import sentences
from trust.vision.outcomes.queries import Figure, since
from trust.vision.outcomes.rules.figures import Measured, with_limits
from trust.vision.outcomes.words import Mark, Method
from trust.vision.plan.queries import PledgeLine, Promise
from trust.vision.plan.words import Status

PER_THOUSAND = Measured(Method.RATE, Polarity.LOW, 1000)


def a_promise(word: str) -> Promise:
    return Promise(
        id=uuid4(), what="A clinic", owner="Primary Care Trust", owner_id=uuid4(), host="",
        due=date(2010, 12, 31), status=Status.ON_TRACK, word=word, detail="", said_on=None, invented=True,
    )  # fmt: skip


def a_pledge(amount: str | None = None, paid: str | None = None) -> PledgeLine:
    return PledgeLine(
        id=uuid4(), partner="County Council", partner_id=uuid4(), what="Advisers", given="money",
        amount=Decimal(amount) if amount else None, paid=Decimal(paid) if paid else None,
        treatment="aligned", power="", agreed_by="Director", agreed_on=date(2010, 4, 1), invented=True,
    )  # fmt: skip


def a_figure(year: int, count: int, out_of: int = 20_000) -> Figure:
    return Figure(
        area="E10000014", period=str(year), order=year * 12 + 12, first_month=year * 12 + 1, numerator=count,
        denominator=out_of, value=None, lower=None, upper=None, mark=Mark.FINAL, published_on=None,
        known_on=date(year + 2, 2, 28), source="ONS",
    )  # fmt: skip


def change(*counts: int) -> sentences.Change:
    figures = with_limits([a_figure(2000 + year, count) for year, count in enumerate(counts)], PER_THOUSAND)
    return sentences.of_change(figures, since(figures, PER_THOUSAND))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Nobody has promised to do anything yet."),
        (["On track"], "One promise, each with one owner."),
        (["Done", "Late since 1 June"], "Two promises, each with one owner. One is done. One is late."),
        (["Done", "Done"], "Two promises, each with one owner. Two are done."),
        (["On track", "Not done"], "Two promises, each with one owner. One is not done."),
    ],
)  # fmt: skip
def test_the_heading_of_promises_counts_what_is_done_and_what_is_late(
    words: list[str], sentence: str
) -> None:
    assert sentences.of_promises([a_promise(word) for word in words]) == sentence


def test_promises_of_many_priorities_are_counted_together() -> None:
    assert (
        sentences.of_all_promises([a_promise("Done"), a_promise("On track")]) == "Two promises. One is done."
    )
    assert sentences.of_all_promises([]) == "Nothing is promised"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "No partner has put anything in yet."),
        ([a_pledge("180000", "140000")], "One partner pledged £180,000. £140,000 has been paid."),
        ([a_pledge("60000")], "One partner pledged £60,000. Nobody has said yet what was paid."),
        ([a_pledge("60000", "0")], "One partner pledged £60,000. Nothing has been paid yet."),
        (
            [a_pledge("60000", "60000"), a_pledge()],
            "Two partners pledged £60,000 and one thing that is not money. £60,000 has been paid.",
        ),
        ([a_pledge(), a_pledge()], "Two partners pledged two things that are not money."),
    ],
)  # fmt: skip
def test_the_heading_of_pledges_adds_what_is_promised_and_what_is_paid(
    lines: list[PledgeLine], sentence: str
) -> None:
    assert sentences.of_pledges(lines) == sentence


def test_a_fall_past_the_test_is_down() -> None:
    told = change(900, 700)
    assert (told.arrow, told.finding) == ("↓", "Down from 45.0 in 2000.")
    assert told.how_sure == "The fall is larger than chance would explain."


def test_a_rise_past_the_test_is_up() -> None:
    told = change(700, 900)
    assert (told.arrow, told.finding) == ("↑", "Up from 35.0 in 2000.")


def test_a_change_that_could_be_chance_is_never_up_or_down() -> None:
    told = change(700, 690)
    assert (told.arrow, told.finding) == ("→", "No clear change since 2000.")
    assert told.how_sure == "The fall from 35.0 could be chance."


def test_one_figure_alone_is_compared_with_nothing() -> None:
    told = change(700)
    assert told.arrow == ""
    assert told.finding == "This is the first figure."


def test_figures_without_their_counts_get_no_arrow() -> None:
    bare = [replace(a_figure(year, 0), numerator=None, denominator=None, value=30.0) for year in (2000, 2001)]
    told = sentences.of_change(bare, since(bare, PER_THOUSAND))
    assert (told.arrow, told.finding) == ("", "We cannot say how it has changed since 2000.")
    assert "without its counts" in told.how_sure


def test_a_meeting_that_is_not_announced_is_said_to_be_so() -> None:
    assert sentences.of_meeting(date(2010, 6, 10)) == "The Board meets on 10 June 2010."
    assert sentences.of_meeting(None) == "No meeting of the Board has been announced."
