"""Carrying figures to other boundaries, and tenths by deprivation: pure rules, every count invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.rules.conversion import (
    Converted,
    Part,
    chained,
    check_can_be_carried,
    converted,
)
from trust.vision.outcomes.rules.figures import Figure, Measured
from trust.vision.outcomes.rules.tenths import Counted, tenths
from trust.vision.outcomes.words import Mark, Method

SHARE = Measured(Method.PROPORTION, Polarity.LOW, 100)


def figure(area: str, count: int | None, out_of: int | None, mark: Mark = Mark.FINAL) -> Figure:
    value = None if count is None or not out_of else 100 * count / out_of
    return Figure(
        area=area, period="2008", order=1, first_month=1, numerator=count, denominator=out_of, value=value,
        lower=None, upper=None, mark=mark, published_on=None, known_on=date(2009, 1, 1), source="Invented",
    )  # fmt: skip


HELD = {
    one.area: one for one in (figure("a", 7, 50), figure("b", 3, 30), figure("c", None, 40, Mark.WITHHELD))
}


def carry(*parts: Part, to: str = "t") -> Converted:
    return converted(HELD, parts, areas=[to])[0]


def test_an_area_that_stayed_keeps_its_figure() -> None:
    found = carry(Part("a", "t"))
    assert found.figure
    assert (found.figure.numerator, found.figure.value, found.figure.mark) == (7, 14, Mark.FINAL)
    assert not found.estimated


def test_merged_areas_are_added_count_by_count_and_exact() -> None:
    found = carry(Part("a", "t"), Part("b", "t"))
    assert found.figure
    assert found.figure.tally == Tally(10, 80)
    assert (found.figure.mark, found.estimated) == (Mark.FINAL, False)


def test_a_split_area_is_shared_out_and_marked_an_estimate() -> None:
    found = carry(Part("a", "t", 0.5))
    assert found.figure
    assert found.figure.tally == Tally(4, 25)
    assert (found.figure.mark, found.estimated) == (Mark.ESTIMATED, True)


def test_nothing_is_rounded_before_the_end() -> None:
    found = carry(Part("a", "t", 0.5), Part("b", "t", 0.5))
    assert found.figure
    assert found.figure.numerator == 5  # 3.5 and 1.5, not 4 and 2


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([], "do not say what this area was made of"),
        ([Part("a", "t", None)], "nobody can compare"),
        ([Part("a", "t"), Part("nowhere", "t")], "A part of it has no figure"),
    ],
)
def test_what_the_lookups_cannot_say_has_a_sentence_and_no_figure(parts: list[Part], sentence: str) -> None:
    found = carry(*parts)
    assert found.figure is None
    assert sentence in found.sentence


def test_a_withheld_part_withholds_the_whole() -> None:
    found = carry(Part("a", "t"), Part("c", "t"))
    assert found.figure
    assert (found.figure.value, found.figure.numerator, found.figure.mark) == (None, None, Mark.WITHHELD)


@pytest.mark.parametrize(
    ("title", "unit", "sentence"),
    [
        ("IMD rank, 2019", "rank", "A rank orders the areas"),
        ("IMD decile, 2019", "decile", r"A tenth \(decile\)"),
        ("Children's index, 2007", "score", "A score of deprivation"),
        ("Median income", "£", "A median of a whole"),
        ("Pupils who are absent", "%", "Adding or sharing out rates would mislead"),
    ],
)
def test_what_would_mislead_is_refused_in_a_sentence(title: str, unit: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        check_can_be_carried(title=title, unit=unit, method=Method.NONE, figures=HELD.values())


def test_a_rate_without_any_count_is_refused() -> None:
    with pytest.raises(Refused, match="without its counts"):
        check_can_be_carried(
            title="Poor", unit="%", method=Method.PROPORTION, figures=[figure("a", None, None)]
        )


def test_two_steps_are_one_and_an_unknown_share_stays_unknown() -> None:
    first = [Part("a", "x", 0.25), Part("a", "y", 0.75), Part("b", "z", None)]
    second = [Part("x", "t"), Part("y", "t", 0.5), Part("y", "u", 0.5), Part("z", "v")]
    assert chained(first, second) == [Part("a", "t", 0.625), Part("a", "u", 0.375), Part("b", "v", None)]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=6), st.integers(0, 5000))
def test_what_was_shared_out_adds_up_to_what_there_was(homes: list[int], count: int) -> None:
    held = {"a": figure("a", count, 5000)}
    parts = [Part("a", str(n), home / sum(homes)) for n, home in enumerate(homes)]
    found = converted(held, parts, areas=[part.target for part in parts])
    total = sum(one.figure.numerator or 0 for one in found if one.figure)
    assert abs(total - count) <= len(homes) / 2


@pytest.mark.parametrize(("share", "count"), [(0.05, 1), (0.15, 2), (0.25, 3), (0.249, 2), (0.35 - 1e-12, 4)])
def test_a_half_is_rounded_up_dust_or_no_dust(share: float, count: int) -> None:
    (found,) = converted({"a": figure("a", 10, 100)}, [Part("a", "b", share)], areas=["b"])
    assert found.figure
    assert found.figure.numerator == count


def areas(number: int, low: int = 10, high: int = 40) -> list[Counted]:
    """Small areas in order of deprivation, the most deprived with `high` poor children in a hundred."""
    step = (high - low) / (number - 1)
    return [Counted(n + 1, Tally(round(high - n * step), 100)) for n in range(number)]


def test_tenths_add_counts_and_the_slope_has_limits() -> None:
    found = tenths(areas(100), measured=SHARE, edition="2019", every=120)
    assert found
    assert [one.areas for one in found.groups] == [10] * 10
    assert sum(one.tally.out_of for one in found.groups) == 10_000
    assert found.slope.value == pytest.approx(-30, abs=1)
    assert "lower at the least deprived end" in found.sentence
    assert (found.counted, found.every) == (100, 120)


def test_no_slope_is_said_where_there_is_none() -> None:
    found = tenths(areas(100, 20, 20), measured=SHARE, edition="2019", every=100)
    assert found
    assert "no clear slope" in found.sentence


def test_too_few_areas_or_no_counts_make_no_tenths() -> None:
    assert tenths(areas(40), measured=SHARE, edition="2019", every=40) is None
    uncounted = Measured(Method.NONE, Polarity.NEUTRAL, 1)
    assert tenths(areas(100), measured=uncounted, edition="2019", every=100) is None
