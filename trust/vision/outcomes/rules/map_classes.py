"""Which of a map's looks each figure has: a quarter of the places each, or how it stands to a benchmark."""

from collections.abc import Mapping
from dataclasses import dataclass

from trust.foundation.kernel.english import counted
from trust.foundation.statistics.quantiles import quantile_groups
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.rules.figures import Figure, number
from trust.vision.outcomes.rules.sentences import standing
from trust.vision.outcomes.words import Mark

CLASSES = 4
LETTERS = {
    "better": "B", "worse": "W", "higher": "H", "lower": "L", "similar": "S", "cannot say": "?",
}  # fmt: skip


@dataclass(frozen=True)
class Band:
    """One class of a map: where it stands among them, its least and largest figure, and how many places."""

    step: int
    low: float
    high: float
    places: int

    @property
    def said(self) -> str:
        """
        >>> Band(1, 20.34, 31, 3).said
        '20.3 to 31.0: three places'
        """
        span = number(self.low) if self.low == self.high else f"{number(self.low)} to {number(self.high)}"
        return f"{span}: {counted(self.places, 'place')}"


def steps_of(values: Mapping[str, float]) -> dict[str, int]:
    """The class of each place, 1 the least, as near a quarter of the places each as ties allow.

    Places with the same figure are never parted; with fewer than four figures there are fewer classes.

    >>> steps_of({"a": 1, "b": 2, "c": 2, "d": 9})
    {'a': 1, 'b': 2, 'c': 2, 'd': 4}
    """
    if len(set(values.values())) < 2:
        return dict.fromkeys(values, 1)
    found = quantile_groups(list(values.values()), min(CLASSES, len(values)))
    return {code: int(step) for code, step in zip(values, found, strict=True)}


def bands_of(values: Mapping[str, float]) -> list[Band]:
    """The classes that have places in them, least first."""
    steps = steps_of(values)
    bands = []
    for step in sorted(set(steps.values())):
        held = [value for code, value in values.items() if steps[code] == step]
        bands.append(Band(step, min(held), max(held), len(held)))
    return bands


def ties_told(values: Mapping[str, float]) -> str:
    """What equal figures do to the classes; nothing where no two are equal."""
    if len(set(values.values())) == len(values):
        return ""
    return "Places with the same figure are always in the same class, so some classes hold more places."


def finding(figure: Figure | None, benchmark: Figure | None, polarity: Polarity) -> str:
    """The word for how a place stands: better, worse, higher, lower, similar, or why nothing can be said."""
    if figure is None or figure.value is None:
        return absence(figure)
    where = standing(figure, benchmark, polarity)
    return str(where) if where else "cannot say"


def absence(figure: Figure | None) -> str:
    """Withheld is not the same as no figure."""
    return "withheld" if figure and figure.mark is Mark.WITHHELD else "no figure"
