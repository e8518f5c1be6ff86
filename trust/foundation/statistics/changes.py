"""Did a gap close? And if it did, was it because some children did better, or because others did worse?"""

import math
from dataclasses import dataclass

from scipy.special import ndtr

from trust.foundation.statistics.direction import LIKELY_CHANCE, Movement, compare_proportions, compare_rates
from trust.foundation.statistics.gaps import gap_of_proportions, gap_of_rates
from trust.foundation.statistics.intervals import Interval, Tally, check_parts, z_for
from trust.foundation.statistics.words import Direction, Polarity, Verdict


@dataclass(frozen=True)
class Period:
    """One period's two groups: those doing worst, and the others, with nobody in both."""

    group: Tally
    others: Tally


@dataclass(frozen=True)
class ChangeInGap:
    """Two gaps, the change between them (below nought is closer to fair), and who moved."""

    before: Interval
    after: Interval
    change: Interval
    z: float
    p: float
    verdict: Verdict
    group: Movement
    others: Movement
    levelled_down: bool

    @property
    def group_improved(self) -> bool:
        return self.group.direction is Direction.BETTER

    @property
    def others_worsened(self) -> bool:
        return self.others.direction is Direction.WORSE


def change_in_gap_of_proportions(
    *, before: Period, after: Period, polarity: Polarity, per: float = 100
) -> ChangeInGap:
    """Change in a gap between proportions of independent years' children, in percentage points.

    Formula: d = g1 - g0; z = d / sqrt(se0^2 + se1^2), each se^2 = pq/n of the group + pq/n of the others.
    Source: P. Armitage, G. Berry and J. N. S. Matthews, Statistical Methods in Medical Research, 4th
    edition (2002), 4.5; a share of nought or one takes the estimate of A. Agresti and B. Caffo, The
    American Statistician 54 (2000) 280-288.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    gaps = [
        gap_of_proportions(group=p.group, others=p.others, polarity=polarity, per=per)
        for p in (before, after)
    ]
    error = per * math.sqrt(sum(map(_variance_of_proportion, _tallies(before, after))))
    group = compare_proportions(before=before.group, after=after.group, polarity=polarity, per=per)
    others = compare_proportions(before=before.others, after=after.others, polarity=polarity, per=per)
    return _judged(gaps[0], gaps[1], error, group, others, polarity)


def change_in_gap_of_rates(
    *, before: Period, after: Period, polarity: Polarity, per: float = 1000
) -> ChangeInGap:
    """Change in a gap between rates of independent years, in units of `per`.

    Formula: d = g1 - g0; z = d / sqrt(se0^2 + se1^2), each se^2 = x/n^2 of the group + x/n^2 of the others.
    Source: as `change_in_gap_of_proportions`, 5.2 for rates; a count of nought is taken as one.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    gaps = [gap_of_rates(group=p.group, others=p.others, polarity=polarity, per=per) for p in (before, after)]
    error = per * math.sqrt(sum(map(_variance_of_rate, _tallies(before, after))))
    group = compare_rates(before=before.group, after=after.group, polarity=polarity, per=per)
    others = compare_rates(before=before.others, after=after.others, polarity=polarity, per=per)
    return _judged(gaps[0], gaps[1], error, group, others, polarity)


def _tallies(before: Period, after: Period) -> tuple[Tally, ...]:
    return before.group, before.others, after.group, after.others


def _variance_of_proportion(tally: Tally) -> float:
    check_parts(tally.count, tally.out_of)
    x, n = tally.count, tally.out_of
    if x in {0, n}:
        # pq/n would be nought: as sure of five children as of five thousand.
        x, n = x + 1, n + 2
    return x / n * (1 - x / n) / n


def _variance_of_rate(tally: Tally) -> float:
    return float(max(tally.count, 1) / tally.out_of**2)


def _judged(
    before: Interval, after: Interval, error: float, group: Movement, others: Movement, polarity: Polarity
) -> ChangeInGap:
    change = after.value - before.value
    reach = z_for(1 - LIKELY_CHANCE) * error
    z = change / error
    p = 2 * float(ndtr(-abs(z)))
    verdict = _verdict(before, after, p)
    no_better = group.change.value * polarity.sign <= 0
    return ChangeInGap(
        before=before, after=after, change=Interval(change, change - reach, change + reach), z=z, p=p,
        verdict=verdict, group=group, others=others, levelled_down=verdict is Verdict.NARROWED and no_better,
    )  # fmt: skip


def _verdict(before: Interval, after: Interval, p: float) -> Verdict:
    if p >= LIKELY_CHANCE or abs(before.value) == abs(after.value):
        return Verdict.NO_CLEAR_CHANGE
    crossed = before.value * after.value < 0
    if crossed and before.excludes(0) and after.excludes(0):
        return Verdict.REVERSED
    return Verdict.NARROWED if abs(after.value) < abs(before.value) else Verdict.WIDENED
