"""Our arithmetic on an area's published figures: the publisher's own limits, and the story they tell."""

import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from trust.foundation.statistics.changes import ChangeInGap, Period, change_in_gap_of_rates
from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.rates import rates
from trust.foundation.statistics.words import Direction, Polarity, Verdict

FIGURES = Path(__file__).parents[4] / "areas" / "hampshire" / "figures"
ENGLAND, COUNTY, GOSPORT, HAVANT = "E92000001", "E10000014", "E07000088", "E07000090"
type Row = dict[str, str]


def published(file: str) -> list[Row]:
    with (FIGURES / file).open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines) if row["lower"]]


CONCEPTIONS = published("conceptions.csv")
WEIGHT = published("child-measurement.csv")


def counts(rows: Iterable[Row]) -> tuple[list[int], list[int]]:
    kept = list(rows)
    return [int(row["numerator"]) for row in kept], [int(row["denominator"]) for row in kept]


def test_our_limits_of_conceptions_are_the_publishers() -> None:
    found = rates(*counts(CONCEPTIONS))
    assert found.lower.tolist() == pytest.approx([float(row["lower"]) for row in CONCEPTIONS], abs=0.005)
    assert found.upper.tolist() == pytest.approx([float(row["upper"]) for row in CONCEPTIONS], abs=0.005)


def test_our_limits_of_englands_childrens_weight_are_the_publishers() -> None:
    england = [row for row in WEIGHT if row["area"] == ENGLAND]
    found = wilson(*counts(england)).scaled(100)
    assert found.lower.tolist() == pytest.approx([float(row["lower"]) for row in england], abs=0.0001)
    assert found.upper.tolist() == pytest.approx([float(row["upper"]) for row in england], abs=0.0001)


@pytest.mark.parametrize("limit", ["lower", "upper"])
def test_local_limits_of_childrens_weight_are_within_what_rounded_counts_allow(limit: str) -> None:
    """Local counts are published to the nearest 5; the limits are from the counts before rounding."""
    local = [row for row in WEIGHT if row["area"] != ENGLAND]
    x, n = (np.array(numbers) for numbers in counts(local))
    least = getattr(wilson(x - 2.5, n + 2.5).scaled(100), limit)
    most = getattr(wilson(x + 2.5, n - 2.5).scaled(100), limit)
    theirs = np.array([float(row[limit]) for row in local])
    assert ((least <= theirs) & (theirs <= most)).all()


def conceptions(year: str, *, worst: bool) -> Tally:
    districts = [r for r in CONCEPTIONS if r["period"] == year and r["area"].startswith("E07")]
    numerators, denominators = counts(r for r in districts if (r["area"] in {GOSPORT, HAVANT}) is worst)
    return Tally(sum(numerators), sum(denominators))


def since_1998(year: str) -> ChangeInGap:
    first, last = (
        Period(group=conceptions(y, worst=True), others=conceptions(y, worst=False)) for y in ("1998", year)
    )
    return change_in_gap_of_rates(before=first, after=last, polarity=Polarity.LOW)


@pytest.mark.parametrize("year", [str(year) for year in range(1998, 2012)])
def test_the_districts_add_up_to_the_county(year: str) -> None:
    county = counts(r for r in CONCEPTIONS if (r["area"], r["period"]) == (COUNTY, year))
    whole = conceptions(year, worst=True) + conceptions(year, worst=False)
    assert ([whole.count], [whole.out_of]) == county


def test_by_2008_the_gap_between_gosport_and_havant_and_the_rest_had_not_clearly_changed() -> None:
    story = since_1998("2008")
    assert story.before.value == pytest.approx(23.925, abs=5e-4)
    assert story.after.value == pytest.approx(17.624, abs=5e-4)
    assert (story.change.lower, story.change.upper) == pytest.approx((-17.189, 4.589), abs=5e-4)
    assert story.p == pytest.approx(0.2568, abs=5e-5)
    assert story.verdict is Verdict.NO_CLEAR_CHANGE
    assert story.group.direction is Direction.NO_CLEAR_CHANGE


def test_by_2011_it_had_narrowed_because_gosport_and_havant_did_better() -> None:
    story = since_1998("2011")
    assert story.verdict is Verdict.NARROWED
    assert story.group_improved
    assert not story.others_worsened
    assert not story.levelled_down
