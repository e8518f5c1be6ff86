"""How a figure stands on its way to a target: the path, the status by rule, and the direction by a test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from trust.foundation.statistics.trajectory import Judgement, Path, judge
from trust.foundation.statistics.words import Absence, Polarity, Rating
from trust.vision.outcomes.rules.figures import Figure, number
from trust.vision.outcomes.words import Mark

REASONS = {
    Absence.NO_DATA: "no figure had been published",
    Absence.SUPPRESSED: "the figure is withheld",
    Absence.LATE: "the figure is late",
    Absence.NEUTRAL: "this measure has no better direction",
}


@dataclass(frozen=True)
class Aim:
    """From a base in one period to a target in a later one, both by the month that the period ends.

    The path is straight; where months have milestones of their own, from each to the next.
    """

    base: Decimal
    base_month: int
    target: Decimal
    target_month: int
    milestones: Mapping[int, Decimal] = field(default_factory=dict)
    tolerance: Decimal | None = None

    def __post_init__(self) -> None:
        if self.target_month <= self.base_month:
            raise ValueError("A target must be for a later period than its base.")

    def expected(self, month: int) -> Decimal:
        """Where the path stands when a period ends.

        Source: `m = base + (target - base) t / T`, months counted.
        """
        steps = self.target_month - self.base_month
        named = {at - self.base_month: value for at, value in self.milestones.items()}
        return Path(self.base, self.target, steps, named).at(month - self.base_month)


@dataclass(frozen=True)
class Standing:
    """How a figure stands to an aim: what it should have been by then, the status, and why there is none."""

    period: str
    actual: Decimal | None
    expected: Decimal | None
    rating: Rating
    why: str = ""

    @property
    def letter(self) -> str:
        return self.rating.letter

    @property
    def said(self) -> str:
        """The status in words, with what it rests on."""
        if self.actual is None or self.expected is None:
            return f"Cannot say yet: {self.why}"
        by_then = (
            f"{number(float(self.actual))} in {self.period}; the path stood at {number(float(self.expected))}"
        )
        return f"{self.rating.capitalize()}: {by_then}"


def standing_of(latest: Figure | None, aim: Aim | None, polarity: Polarity) -> Standing:
    """The status of the latest figure against the path, never against the end of it.

    Source: `strategic.md` 7: on track v >= 0, at risk down to 5 per cent of the target short, else off track.
    """
    if latest is None or latest.value is None:
        withheld = latest is not None and latest.mark is Mark.WITHHELD
        return _cannot(latest, Absence.SUPPRESSED if withheld else Absence.NO_DATA)
    if polarity in {Polarity.NEUTRAL, Polarity.BAND}:
        return _cannot(latest, Absence.NEUTRAL)
    if aim is None:
        return Standing(
            latest.period, None, None, Rating.CANNOT_SAY, "the figure that it starts from is not known"
        )
    actual, expected = Decimal(str(latest.value)), aim.expected(latest.order)
    found: Judgement = judge(actual, expected, polarity, tolerance=aim.tolerance or _allowed(expected))
    return Standing(latest.period, actual, expected, found.rating)


def _allowed(expected: Decimal) -> Decimal | None:
    # A path at nought has no share to allow: anything short of it is off track.
    return Decimal(0) if expected == 0 else None


def _cannot(latest: Figure | None, why: Absence) -> Standing:
    return Standing(latest.period if latest else "", None, None, Rating.CANNOT_SAY, REASONS[why])


def aim_from(
    figures: Sequence[Figure],
    *,
    value: Decimal | None,
    share: Decimal | None,
    base: str,
    due: int,
    since: int,
) -> Aim | None:
    """The path to a goal from its base period, or from the first figure since it was set, if there is one."""
    known = [figure for figure in figures if figure.value is not None and figure.order < due]
    starts = [f for f in known if f.period == base] if base else [f for f in known if f.order >= since]
    if not starts or starts[0].value is None:
        return None
    start = Decimal(str(starts[0].value))
    target = value if value is not None else start * share if share is not None else None
    return None if target is None else Aim(start, starts[0].order, target, due)
