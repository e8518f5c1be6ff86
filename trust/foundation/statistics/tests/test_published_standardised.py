"""Every published case of a mean, or of a rate or ratio that is standardised, must come out the same."""

import csv
import math
from collections.abc import Callable
from pathlib import Path

import pytest

from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.means import mean
from trust.foundation.statistics.standardised import (
    Events,
    directly_standardised,
    events,
    expected_events,
    indirectly_standardised,
    repeated_events,
    standardised_ratios,
)

CASES = list(
    csv.DictReader(
        Path(__file__).with_name("published_standardised.csv").read_text(encoding="utf-8").splitlines()
    )
)
type Case = dict[str, str]


def figures(text: str) -> list[float]:
    return [math.nan if figure == "-" else float(figure) for figure in text.split()]


def wanted(case: Case) -> dict[str, float]:
    return {"per": float(case["per"]), "confidence": float(case["confidence"])}


def reference(case: Case) -> tuple[list[float], list[float]]:
    return figures(case["reference_counts"]), figures(case["reference_population"])


def a_mean(case: Case) -> Interval:
    return mean(figures(case["counts"]), confidence=float(case["confidence"]))


def direct(case: Case, found: Events) -> Interval:
    population, standard = figures(case["population"]), figures(case["standard"])
    return directly_standardised(found, population, standard, **wanted(case)).only()


def of_independent_events(case: Case) -> Interval:
    return direct(case, events(figures(case["counts"])))


def of_repeated_events(case: Case) -> Interval:
    return direct(case, repeated_events(dict(enumerate(map(figures, case["counts"].split(";")), start=1))))


def indirect(case: Case) -> Interval:
    counts, population = figures(case["counts"]), figures(case["population"])
    return indirectly_standardised(counts, population, reference(case), **wanted(case)).only()


def a_ratio(case: Case) -> Interval:
    observed = events(figures(case["counts"])).count.sum()
    expected = expected_events(figures(case["population"]), reference(case))
    return standardised_ratios(observed, expected, **wanted(case)).only()


OURS: dict[str, Callable[[Case], Interval]] = {
    "mean": a_mean, "direct": of_independent_events, "direct-repeated": of_repeated_events,
    "indirect": indirect, "ratio": a_ratio,
}  # fmt: skip
REFUSALS = {
    "field n cannot have missing values": "A population cannot have missing values",
    "field stdpop cannot have missing values": "A standard population cannot have missing values",
}


def named(case: Case) -> str:
    return f"{case['method']}-per-{case['per']}-at-{case['confidence']}-{case['source'][-6:]}"


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"] == "figures"], ids=named)
def test_our_figures_are_the_published_figures(case: Case) -> None:
    found = OURS[case["method"]](case)
    published = [float(case[column]) for column in ("value", "lower", "upper")]
    # Those of repeated events are published to eight decimals only.
    assert [found.value, found.lower, found.upper] == pytest.approx(published, rel=1e-10)


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"] == "too few"], ids=named)
def test_too_few_events_make_no_standardised_rate(case: Case) -> None:
    found = OURS[case["method"]](case)
    assert [math.isnan(figure) for figure in (found.value, found.lower, found.upper)] == [True] * 3


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"] in REFUSALS], ids=named)
def test_what_the_publisher_refuses_we_refuse(case: Case) -> None:
    with pytest.raises(ValueError, match=REFUSALS[case["expected"]]):
        OURS[case["method"]](case)


def test_no_published_case_is_left_out() -> None:
    assert {c["expected"] for c in CASES} == {"figures", "too few", *REFUSALS}
    assert {c["method"] for c in CASES} == set(OURS)
    assert len(CASES) == 58
