"""Where a measure should be by now, and whether it is. Decimals throughout: a border must be exact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from trust.foundation.statistics.words import Absence, Polarity, Rating

SHARE_OF_TARGET = Decimal("0.05")


@dataclass(frozen=True)
class Path:
    """From a base to a target in equal steps; where steps have milestones, from each straight to the next."""

    base: Decimal
    target: Decimal
    steps: int
    milestones: Mapping[int, Decimal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.steps < 1:
            raise ValueError("A path needs at least one step from base to target.")
        if not (self.base.is_finite() and self.target.is_finite()):
            raise ValueError("A path needs a base and a target that are numbers.")
        if not all(0 < step < self.steps and value.is_finite() for step, value in self.milestones.items()):
            raise ValueError("A milestone is a number for a step between the base and the target.")

    def at(self, step: int) -> Decimal:
        """The value planned at a step, held at the base before the path and at the target after it.

        Formula: base + (target - base) t / T, between the two named points nearest to the step.
        """
        place = min(max(step, 0), self.steps)
        named = {0: self.base, **self.milestones, self.steps: self.target}
        before, after = max(at for at in named if at <= place), min(at for at in named if at >= place)
        if before == after:
            return named[place]
        return named[before] + (named[after] - named[before]) * (place - before) / (after - before)


@dataclass(frozen=True)
class Band:
    """The range within which a measure is as it should be."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError("A band's low end must not be above its high end.")


@dataclass(frozen=True)
class Judgement:
    """A rating, how far past (+) or short of (-) what was expected, and why there is no rating if none."""

    rating: Rating
    margin: Decimal | None = None
    why: Absence | None = None


def judge(
    actual: Decimal | Absence, expected: Decimal, polarity: Polarity, *, tolerance: Decimal | None = None
) -> Judgement:
    """Rate a figure against the path's value for its period.

    Formula: v = actual - expected where high is good, expected - actual where low is; on track v >= 0, at
    risk v >= -tolerance, else off track; tolerance is 5% of |expected| unless given in the measure's unit.
    Errors: ValueError where expected is nought and no tolerance is given, or a tolerance is below nought.
    """
    if isinstance(actual, Absence):
        return Judgement(Rating.CANNOT_SAY, why=actual)
    if polarity is Polarity.NEUTRAL:
        return Judgement(Rating.CANNOT_SAY, why=Absence.NEUTRAL)
    return _rated((actual - expected) * polarity.sign, expected, tolerance)


def judge_band(actual: Decimal | Absence, band: Band, *, tolerance: Decimal | None = None) -> Judgement:
    """Rate a figure that should lie within a band: on track inside it, else by how far it is outside."""
    if isinstance(actual, Absence):
        return Judgement(Rating.CANNOT_SAY, why=actual)
    nearest = band.low if abs(actual - band.low) <= abs(actual - band.high) else band.high
    return _rated(min(actual - band.low, band.high - actual), nearest, tolerance)


def _rated(margin: Decimal, expected: Decimal, tolerance: Decimal | None) -> Judgement:
    if not margin.is_finite():
        raise ValueError("A figure must be a number: say why it is absent instead.")
    if margin >= -_allowed(expected, tolerance):
        return Judgement(Rating.ON_TRACK if margin >= 0 else Rating.AT_RISK, margin)
    return Judgement(Rating.OFF_TRACK, margin)


def _allowed(expected: Decimal, tolerance: Decimal | None) -> Decimal:
    if tolerance is None:
        if expected == 0:
            raise ValueError("A target of nought needs a tolerance in the measure's own unit.")
        return abs(expected) * SHARE_OF_TARGET
    if tolerance < 0:
        raise ValueError("A tolerance cannot be less than nought.")
    return tolerance
