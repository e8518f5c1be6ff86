"""What a page says of a gap: its size, its change and who moved, in sentences no surer than the figures."""

from trust.foundation.kernel.english import opened
from trust.foundation.kernel.rounding import to_places
from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.words import Direction, Verdict
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.rules.gaps import GapPoint, GapStory
from trust.vision.outcomes.rules.splits import Part, turned_round

CANNOT = "cannot be calculated"
LOOKS = (
    "If nothing had changed anywhere, about one gap in 20 would still look as if it had. "
    "So settle which groups and which years to compare before you look, "
    "and do not pick the pair that looks best."
)
LEVELLED = "Nobody gained from this: the gap is smaller because those ahead fell back. It is levelling down."


def apart_unit(unit: str) -> str:
    """
    >>> apart_unit("%"), apart_unit("per 1,000")
    ('percentage points', 'per 1,000')
    """
    return "percentage points" if unit.startswith("%") else unit


def amount(value: float) -> str:
    """A difference to one place, unless that would make nought of it.

    >>> amount(0.63), amount(0.021), amount(0)
    ('0.6', '0.021', '0.0')
    """
    return number(value) if 0 < abs(value) < 0.05 else to_places(value)


def limits(interval: Interval) -> str:
    return f"{amount(interval.lower)} to {amount(interval.upper)}"


def gap_cell(point: GapPoint) -> str:
    """
    >>> gap_cell(GapPoint("2008", 0, None, None, None))
    'cannot be calculated'
    """
    if point.gap:
        return f"{amount(point.gap.value)} ({limits(point.gap)})"
    return CANNOT if point.apart is None else f"{amount(point.apart)}, no interval"


def ratio_cell(point: GapPoint) -> str:
    if point.ratio:
        return f"{point.ratio.value:.2f} ({point.ratio.lower:.2f} to {point.ratio.upper:.2f})"
    return CANNOT if point.times is None else f"{point.times:.2f}, no interval"


def size(point: GapPoint | None, story: GapStory, unit: str) -> str:
    """How wide the gap is in one period: in the measure's unit, and in proportion."""
    if point is None or point.apart is None:
        return "The gap cannot be calculated: no period has a figure for both."
    who = story.group_name if point.apart >= 0 else story.others_name
    apart = point.gap if point.apart >= 0 else point.gap and turned_round(point.gap)
    sure = f" (between {amount(apart.lower)} and {amount(apart.upper)})" if apart else ""
    worse = "did worse" if story.has_direction else "had the higher figure"
    told = f"In {point.period} {who} {worse} by {amount(abs(point.apart))} {apart_unit(unit)}{sure}"
    return told if point.apart else f"In {point.period} there was no gap{sure}"


def in_proportion(point: GapPoint | None, story: GapStory) -> str:
    """How many times the others' figure the group's is."""
    if point is None or point.times is None:
        return ""
    sure = f" (between {point.ratio.lower:.2f} and {point.ratio.upper:.2f})" if point.ratio else ""
    return f"{opened(story.group_name)} had {point.times:.2f} times the figure of {story.others_name}{sure}."


def change_told(story: GapStory, unit: str) -> str:
    """The change with its limits, and how often chance alone would bring as much."""
    if story.split is None or story.p is None or story.first is None:
        return ""
    closed = story.split.closed
    told = f"Since {story.first.period} the gap is {_way(closed.value)}, in {apart_unit(unit)}"
    lies = f"the true change very probably lies between {_way(closed.upper)} and {_way(closed.lower)}"
    return f"{told}; {lies}. {chance(story.p)}"


def _way(closed: float) -> str:
    """
    >>> _way(2.34), _way(-0.6)
    ('2.3 smaller', '0.6 wider')
    """
    return f"{amount(abs(closed))} {'smaller' if closed > 0 else 'wider'}"


def chance(p: float) -> str:
    """
    >>> chance(0.2), chance(0.0004)
    ('Chance alone would bring a change this large 20 times in 100.', 'Chance alone would hardly bring this.')
    """
    if p < 0.005:
        return "Chance alone would hardly bring this."
    return f"Chance alone would bring a change this large {max(1, round(p * 100))} times in 100."


def moved(part: Part) -> str:
    """What one side did: “improved by 3.1 (0.5 to 5.7)”, or that it did not clearly change."""
    interval = part.moved
    if part.direction is Direction.NO_CLEAR_CHANGE:
        return f"did not clearly change ({closing(interval)})"
    if part.direction is Direction.BETTER:
        return f"improved by {amount(interval.value)} ({limits(interval)})"
    return f"fell back by {amount(-interval.value)} ({amount(-interval.upper)} to {amount(-interval.lower)})"


def _signed(value: float) -> str:
    """
    >>> _signed(-1.25), _signed(3)
    ('−1.3', '+3.0')
    """
    return f"{'−' if value < 0 else '+'}{amount(abs(value))}"


def closing(interval: Interval) -> str:
    """
    >>> closing(Interval(1, -0.5, 2.5))
    '+1.0 (−0.5 to +2.5)'
    """
    return f"{_signed(interval.value)} ({_signed(interval.lower)} to {_signed(interval.upper)})"


def warning(story: GapStory) -> str:
    """What must not be taken for good news."""
    if story.levelled_down:
        return LEVELLED
    if story.split is None or story.split.behind.direction is Direction.BETTER:
        return ""
    if story.verdict is Verdict.NARROWED:
        return f"This is not clearly a gain: we cannot say that {story.split.behind.name} did better."
    if story.verdict is Verdict.REVERSED:
        return f"This is no gain: it turned round because {story.split.ahead.name} fell back."
    return ""
