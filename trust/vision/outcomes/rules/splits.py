"""Who closed a gap: what those behind did, and what the others did."""

from dataclasses import dataclass

from trust.foundation.kernel.english import opened
from trust.foundation.statistics.changes import ChangeInGap
from trust.foundation.statistics.direction import Movement
from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.rules.figures import Figure, Measured


@dataclass(frozen=True)
class Side:
    """One side of a gap at its two ends."""

    name: str
    before: Figure
    after: Figure


@dataclass(frozen=True)
class Part:
    """What one side did: `moved` above nought is better; `closing` above nought brought the two together."""

    name: str
    before: float
    after: float
    moved: Interval
    closing: Interval
    direction: Direction


@dataclass(frozen=True)
class Split:
    """Who closed a gap: the two parts add up to `closed`, which above nought means a smaller gap."""

    behind: Part
    ahead: Part
    closed: Interval

    @property
    def pace(self) -> str:
        """Whether those behind improved faster than the others, said only past the test."""
        behind, ahead = self.behind.name, self.ahead.name
        if not self.closed.excludes(0):
            return f"It is not clear that {behind} moved at another pace than {ahead}."
        if self.closed.value < 0:
            return f"{opened(behind)} fell further behind {ahead}."
        if self.behind.direction is Direction.BETTER:
            return f"{opened(behind)} improved faster than {ahead}."
        return f"{opened(behind)} did not clearly improve, so this is no gain for {behind}."


def split_of(change: ChangeInGap, behind: Side, ahead: Side, measured: Measured) -> Split:
    """What each side did to a gap; the two are independent, so each has its own limits."""
    mine, theirs = (
        movement.change if measured.polarity.sign > 0 else turned_round(movement.change)
        for movement in (change.group, change.others)
    )
    return Split(
        _part(behind, change.group, mine, mine),
        _part(ahead, change.others, theirs, turned_round(theirs)),
        turned_round(change.change),
    )


def _part(side: Side, movement: Movement, moved: Interval, closing: Interval) -> Part:
    return Part(
        side.name, side.before.value or 0.0, side.after.value or 0.0, moved, closing, movement.direction
    )


def turned_round(limits: Interval) -> Interval:
    """
    >>> turned_round(Interval(2, 1, 4))
    Interval(value=-2, lower=-4, upper=-1)
    """
    return Interval(-limits.value, -limits.upper, -limits.lower)
