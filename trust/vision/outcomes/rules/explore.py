"""The ways to look at one indicator: what each answers, and what it needs that may not be held."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trust.foundation.kernel.english import number
from trust.vision.outcomes.words import Method

FEWEST_IN_A_FUNNEL = 3
FEWEST_ON_A_SLOPE = 5


@dataclass(frozen=True)
class Held:
    """What is held of an indicator for one place on one day, as far as it decides how it can be looked at.

    `alike` counts the places most like it that have a figure, `peers` the districts (or, where there are
    none, the places most like it), `counted` those of them whose figure has its counts, and `ordered` those
    that also have a figure of deprivation. Each is about the latest period of the places themselves.
    """

    place: str
    method: Method
    figures: int = 0
    is_whole: bool = True
    set_known: bool = False
    alike: int = 0
    wider: int = 0
    breakdowns: int = 0
    districts: int = 0
    peers: int = 0
    counted: int = 0
    ordered: int = 0
    small_areas: bool = False
    goals: int = 0
    no_trend: str = ""


@dataclass(frozen=True)
class Way:
    """One way to look, with a page of its own under the indicator's address."""

    key: str
    label: str
    shows: str
    obstacle: Callable[[Held], str]


@dataclass(frozen=True)
class Choices:
    """The ways that this indicator can bear, and the others, each with the reason."""

    open: tuple[Way, ...]
    closed: tuple[tuple[Way, str], ...]

    def is_open(self, key: str) -> bool:
        return any(way.key == key for way in self.open)

    def obstacle(self, key: str) -> str:
        return next((why for way, why in self.closed if way.key == key), "")


def ways_for(held: Held) -> Choices:
    told = [(way, way.obstacle(held)) for way in WAYS]
    return Choices(tuple(way for way, why in told if not why), tuple((way, why) for way, why in told if why))


def way(key: str) -> Way | None:
    return next((one for one in WAYS if one.key == key), None)


def _neighbours(held: Held) -> str:
    if not held.set_known and not held.is_whole:
        return (
            f"The places most like {held.place} are worked out from the indices of deprivation by authority, "
            "and none had been brought in by this day."
        )
    if not held.set_known:
        return f"No list of the places most like {held.place} had been published by this day."
    if not held.figures:
        return _no_figure(held)
    return "" if held.alike >= 2 else "Fewer than two of the places most like it had a figure by this day."


def _wider(held: Held) -> str:
    if not held.figures:
        return _no_figure(held)
    return "" if held.wider else "No figure of the region or of England had been published by this day."


def _trend(held: Held) -> str:
    return held.no_trend if held.figures else _no_figure(held)


def _breakdown(held: Held) -> str:
    if held.breakdowns:
        return ""
    return "It was published for its children all together: no group of them can be told apart."


def _places(held: Held) -> str:
    return "" if held.districts >= 2 else "It was not published for the districts."


def _funnel(held: Held) -> str:
    if held.method is Method.NONE:
        return "It is not a count of children out of so many, so we cannot say what chance alone would do."
    if held.peers < FEWEST_IN_A_FUNNEL:
        return f"Fewer than {number(FEWEST_IN_A_FUNNEL)} places had a figure by this day."
    if held.counted < FEWEST_IN_A_FUNNEL:
        return "It was published without its counts, so we do not know how large each place is."
    return ""


def _inequality(held: Held) -> str:
    if held.method is Method.NONE:
        return "It is not a count of children out of so many, so a slope would not be one of children."
    if held.peers < FEWEST_ON_A_SLOPE:
        return f"A slope needs {number(FEWEST_ON_A_SLOPE)} places, and fewer had a figure by this day."
    if held.counted < FEWEST_ON_A_SLOPE:
        return "It was published without its counts, so the children of each place cannot be weighed."
    if held.ordered < FEWEST_ON_A_SLOPE:
        return "No figure that puts these places in order of deprivation had been published by this day."
    return ""


def _gap(held: Held) -> str:
    if held.districts >= 2 or held.breakdowns:
        return ""
    return (
        "It was published neither for districts nor for groups of children, so there are no two to compare."
    )


def _small_areas(held: Held) -> str:
    return "" if held.small_areas else "It was not published for small areas."


def _goals(held: Held) -> str:
    return "" if held.goals else "No national goal for it had been set by this day."


def _no_figure(held: Held) -> str:
    if held.breakdowns:
        return f"For {held.place} it was published group by group only."
    return f"No figure for {held.place} had been published by this day."


# A way whose page is elsewhere in this room has its own address under the indicator's: /gap/, /small-areas/.
WAYS: Sequence[Way] = (
    Way(
        "neighbours",
        "Beside the places most like it",
        "Those whose children live in the most similar circumstances.",
        _neighbours,
    ),
    Way("england", "Beside the region and England", "Whether it moved with the country or alone.", _wider),
    Way(
        "trend", "Over the years", "Whether it has risen or fallen, by how much a year, how steadily.", _trend
    ),
    Way(
        "breakdown",
        "By group of children",
        "Girls and boys, ages, and every other group that was published.",
        _breakdown,
    ),
    Way("places", "Every district over time", "A small chart for each, all to one scale.", _places),
    Way(
        "funnel",
        "Which places stand out",
        "Which places differ by more than chance would explain, for their size.",
        _funnel,
    ),
    Way(
        "inequality",
        "From the most deprived to the least",
        "How much worse children do as deprivation grows, and whether that has changed.",
        _inequality,
    ),
    Way("map", "On a map", "Where the figure is high or low, and where it clearly differs.", _places),
    Way("gap", "The gap between two groups", "How far apart two groups are, and who moved.", _gap),
    Way("goals", "Beside national goals", "What was asked of England, and how it stands.", _goals),
    Way("small-areas", "By small area", "Neighbourhoods of about 1,500 people.", _small_areas),
)
