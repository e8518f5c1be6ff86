"""Every indicator of a place judged at once: has it changed, and how does it stand beside England?

The answers are those of `since` and `standing`, reached over whole columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trust.foundation.statistics.direction import LIKELY_CHANCE, chance_of_proportions, chance_of_rates
from trust.foundation.statistics.intervals import Floats, Interval
from trust.foundation.statistics.words import Direction, Standing
from trust.vision.outcomes.rules.figures import PERIODS_BACK, Measured, limits_of_counts
from trust.vision.outcomes.words import ABSENT, Mark, Method

type Texts = NDArray[np.object_]
type Flags = NDArray[np.bool_]
type Places = NDArray[np.intp]

ABSENT_MARKS = [mark.value for mark in ABSENT]


@dataclass(frozen=True)
class Judged:
    """What is known of one indicator of a place without reading its figures one by one."""

    order: int
    direction: Direction | None
    standing: Standing | None


@dataclass(frozen=True, eq=False)
class Columns:
    """A place's figures, a row for each, sorted by indicator and period; what is missing is nan."""

    indicator: Texts
    period: Texts
    mark: Texts
    order: Floats
    first_month: Floats
    numerator: Floats
    denominator: Floats
    value: Floats
    lower: Floats
    upper: Floats

    def of(self, which: Flags) -> "Columns":
        return Columns(**{name: column[which] for name, column in vars(self).items()})

    @property
    def counted(self) -> Flags:
        """Where a figure has whole counts, as `Figure.tally`."""
        out_of = np.nan_to_num(self.denominator)
        known: Flags = ~np.isnan(self.numerator) & (out_of > 0) & (out_of == np.floor(out_of))
        return known


def judged(mine: Columns, england: Columns, measured: Mapping[str, Measured]) -> dict[str, Judged]:
    """Each indicator that has a figure, by its code; `measured` holds every code of `mine`."""
    known = _known(mine, measured)
    if not len(known.order):
        return {}
    first, last = _ends(known.indicator)
    before = np.maximum(first, last - PERIODS_BACK)
    alike = [measured[code] for code in known.indicator[last]]
    directions = _directions(known, before, last, alike)
    standings = _standings(known, last, _benchmarks(known, last, _known(england, measured)), alike)
    return {
        known.indicator[place]: Judged(int(known.order[place]), direction, standing)
        for place, direction, standing in zip(last, directions, standings, strict=True)
    }


def _known(columns: Columns, measured: Mapping[str, Measured]) -> Columns:
    """The rows that have a value, or counts that give one, of indicators that are known."""
    if not len(columns.order):
        return columns
    first, last = _ends(columns.indicator)
    # One look-up for each indicator, not for each of its figures.
    rows = last - first + 1
    alike = [measured.get(code) for code in columns.indicator[first]]
    here = np.repeat([one is not None for one in alike], rows)
    made = np.repeat([one is not None and one.method is not Method.NONE for one in alike], rows)
    per = np.repeat([one.per if one else 1.0 for one in alike], rows)
    given = columns.counted & made & ~np.isin(columns.mark, ABSENT_MARKS)
    counted = columns.numerator / np.where(given, columns.denominator, 1) * per
    value = np.where(np.isnan(columns.value) & given, counted, columns.value)
    filled = Columns(**{**vars(columns), "value": value})
    return filled.of(here & ~np.isnan(value))


def _ends(codes: Texts) -> tuple[Places, Places]:
    """The first and the last row of each indicator."""
    turns = np.flatnonzero(codes[1:] != codes[:-1])
    return np.r_[0, turns + 1], np.r_[turns, len(codes) - 1]


def _directions(
    known: Columns, before: Places, last: Places, alike: list[Measured]
) -> list[Direction | None]:
    tested = _comparable(known, before, last, alike)
    found: list[Direction | None] = [None] * len(last)
    for method, chance in ((Method.PROPORTION, chance_of_proportions), (Method.RATE, chance_of_rates)):
        spots = [spot for spot in np.flatnonzero(tested) if alike[spot].method is method]
        if not spots:
            continue
        then, now = ((known.numerator[at[spots]], known.denominator[at[spots]]) for at in (before, last))
        change = now[0] / now[1] - then[0] / then[1]
        for spot, p, moved in zip(spots, chance(then, now), change, strict=True):
            found[spot] = _direction(float(p), float(moved) * alike[spot].polarity.sign)
    return found


def _direction(p: float, gain: float) -> Direction:
    if p >= LIKELY_CHANCE:
        return Direction.NO_CLEAR_CHANGE
    return Direction.BETTER if gain > 0 else Direction.WORSE


def _comparable(known: Columns, before: Places, last: Places, alike: list[Measured]) -> Flags:
    """Where nothing stands between the two, as `obstacle_between`."""
    can = np.fromiter((one.has_direction and one.method is not Method.NONE for one in alike), bool)
    counted = known.counted[before] & known.counted[last]
    apart = (before < last) & (known.order[before] < known.first_month[last])
    broken = np.fromiter(_broken(known, before, last), bool)
    ends = zip(alike, known.order[before], known.order[last], strict=True)
    anew = np.fromiter((one.counted_anew(int(first), int(end)) for one, first, end in ends), bool)
    return can & counted & apart & ~broken & ~anew


def _broken(known: Columns, before: Places, last: Places) -> Iterator[bool]:
    breaks = known.mark == Mark.BREAK.value
    for start, end in zip(before, last, strict=True):
        between = breaks[start : end + 1]
        yield bool(between.any() and (known.order[start : end + 1][between] > known.order[start]).any())


def _benchmarks(known: Columns, last: Places, england: Columns) -> Floats:
    """England's figure of the same indicator and period; nan where there is none."""
    # The first of a period counts, so it is put in last.
    backwards = (column[::-1] for column in (england.indicator, england.period, england.value))
    there = {(code, period): value for code, period, value in zip(*backwards, strict=True)}
    keys = zip(known.indicator[last], known.period[last], strict=True)
    return np.fromiter((there.get(key, np.nan) for key in keys), np.float64)


def _standings(
    known: Columns, last: Places, benchmarks: Floats, alike: list[Measured]
) -> list[Standing | None]:
    lower, upper = _limits(known, last, alike)
    found: list[Standing | None] = []
    for spot, place in enumerate(last):
        limits = (known.value[place], lower[spot], upper[spot], benchmarks[spot])
        if np.isnan(limits).any():
            found.append(None)
        else:
            value, low, high, benchmark = map(float, limits)
            found.append(Interval(value, low, high).standing(benchmark, alike[spot].polarity))
    return found


def _limits(known: Columns, last: Places, alike: list[Measured]) -> tuple[Floats, Floats]:
    lower, upper = known.lower[last].copy(), known.upper[last].copy()
    published = ~(np.isnan(lower) | np.isnan(upper))
    absent = np.isin(known.mark[last], ABSENT_MARKS)
    kept = published & np.fromiter((one.counts_rounded_to > 0 for one in alike), bool)
    made = known.counted[last] & ~kept & ~absent
    for way in {(one.method, one.per) for one in alike if one.method is not Method.NONE}:
        spots = np.flatnonzero(made & np.fromiter(((one.method, one.per) == way for one in alike), bool))
        if len(spots):
            at = last[spots]
            limits = limits_of_counts(known.numerator[at], known.denominator[at], *way)
            lower[spots], upper[spots] = limits.lower, limits.upper
    return lower, upper


def columns_of(arrays: Mapping[str, Any]) -> Columns:
    """Columns from arrays as a query gives them, where what is missing is masked."""
    return Columns(**{name: _plain(arrays[name], name) for name in Columns.__dataclass_fields__})


def _plain(column: Any, name: str) -> Any:
    if name in {"indicator", "period", "mark"}:
        return np.asarray(column, dtype=np.object_)
    return np.ma.filled(np.ma.asarray(column, dtype=np.float64), np.nan)
