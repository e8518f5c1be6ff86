"""Every published case of a Wilson interval, Byar's limits, a proportion or a rate must come out the same."""

import csv
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.rates import byars, rates

CASES = list(
    csv.DictReader(Path(__file__).with_name("published_cases.csv").read_text(encoding="utf-8").splitlines())
)
type Case = dict[str, str]


def figure(text: str) -> float:
    return float(text) if text else math.nan


def limits_only(case: Case) -> Interval:
    lower, upper = byars(figure(case["numerator"]), confidence=float(case["confidence"]))
    return Interval(figure(case["value"]), lower.item(), upper.item())


def a_proportion(case: Case) -> Interval:
    x, n = figure(case["numerator"]), figure(case["denominator"])
    found = wilson(x, n, confidence=float(case["confidence"]))
    return found.only().scaled(float(case["per"]))


def a_wilson_interval(case: Case) -> Interval:
    found = a_proportion(case)
    return Interval(figure(case["value"]), found.lower, found.upper)


def a_rate(case: Case) -> Interval:
    x, n = figure(case["numerator"]), figure(case["denominator"])
    return rates(x, n, per=float(case["per"]), confidence=float(case["confidence"])).only()


OURS: dict[str, Callable[[Case], Interval]] = {
    "byars": limits_only, "wilson": a_wilson_interval, "proportion": a_proportion, "rate": a_rate,
}  # fmt: skip

REFUSALS = {
    "numerators must be greater than or equal to zero": "numerator must be nought or more",
    "denominators must be greater than zero": "denominator must be more than nought",
    "numerators must be less than or equal to denominator": "numerator must not be more than its denominator",
    "confidence level must be between 90 and 100 or between 0.9 and 1": "level must be between 0.9 and 1",
}


def named(case: Case) -> str:
    return f"{case['method']}-{case['numerator']}-of-{case['denominator']}-at-{case['confidence']}"


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"] == "figures"], ids=named)
def test_our_figures_are_the_published_figures(case: Case) -> None:
    found = OURS[case["method"]](case)
    published = [figure(case[column]) for column in ("value", "lower", "upper")]
    assert [found.value, found.lower, found.upper] == pytest.approx(published, rel=1e-12, nan_ok=True)


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"] in REFUSALS], ids=named)
def test_what_the_publisher_refuses_we_refuse(case: Case) -> None:
    with pytest.raises(ValueError, match=REFUSALS[case["expected"]]):
        OURS[case["method"]](case)


def test_a_rate_may_count_more_events_than_people() -> None:
    (case,) = [c for c in CASES if c["expected"] == "accepted"]
    assert a_rate(case).value == pytest.approx(250 / 220 * 100_000)


def test_no_published_case_is_left_out() -> None:
    assert len(CASES) == 368
    assert {c["expected"] for c in CASES} == {"figures", "accepted", *REFUSALS}


def test_many_at_once_are_the_same_as_one_at_a_time() -> None:
    kind = ("rate", "figures", "0.95")
    cases = [c for c in CASES if (c["method"], c["expected"], c["confidence"]) == kind]
    x, n = (np.array([figure(c[column]) for c in cases]) for column in ("numerator", "denominator"))
    together = rates(x, n, per=1)
    apart = [rates(one, out_of, per=1).only() for one, out_of in zip(x, n, strict=True)]
    assert [i.upper for i in together] == pytest.approx([i.upper for i in apart], nan_ok=True)
