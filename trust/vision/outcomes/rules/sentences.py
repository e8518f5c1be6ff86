"""The finding as a sentence: never surer than the figures."""

from collections.abc import Sequence

from trust.foundation.statistics.words import Polarity, Standing
from trust.vision.outcomes.rules.figures import Figure, Since, number

# What a publisher gives as a unit where the figure is a plain count.
COUNTED = "number"
MONEY = "£"


def with_unit(value: float, unit: str) -> str:
    """
    >>> with_unit(14.62, "%"), with_unit(33.2, "per 1,000"), with_unit(11.0, "number"), with_unit(52.0, "£")
    ('14.6%', '33.2 per 1,000', '11', '£52')
    """
    if unit.startswith(("%", "per ")):
        return f"{number(value)}{'' if unit.startswith('%') else ' '}{unit}"
    told = f"{value:,.0f}" if value == int(value) else number(value)
    if unit == MONEY:
        return f"{unit}{told}"
    return told if unit == COUNTED else f"{told} {unit}"


def of_place(name: str, figure: Figure | None, unit: str, since: Since | None) -> str:
    """The latest figure of a place and, if it was tested, what became of it."""
    if figure is None or figure.value is None:
        return f"No figure for {name} had been published by this day."
    told = f"In {name} it was {with_unit(figure.value, unit)} in {figure.period}"
    if since is None:
        return f"{told}. There is nothing earlier to compare it with."
    return f"{told}. {since.sentence}."


def standing(figure: Figure, benchmark: Figure | None, polarity: Polarity) -> Standing | None:
    """Where the whole interval lies against the benchmark's figure; None where either is missing."""
    if figure.interval is None or benchmark is None or benchmark.value is None:
        return None
    return figure.interval.standing(benchmark.value, polarity)


def beside(where: Standing | None, other: str) -> str:
    """
    >>> beside(Standing.SIMILAR, "England"), beside(Standing.WORSE, "England")
    ('Not clearly different from England', 'Worse than England')
    """
    if where is None:
        return f"We cannot say whether it differs from {other}"
    if where is Standing.SIMILAR:
        return f"Not clearly different from {other}"
    return f"{where.capitalize()} than {other}"


def stands(where: Standing | None) -> str:
    """The same in one word, under a heading that names the other.

    >>> stands(Standing.WORSE), stands(Standing.SIMILAR), stands(None)
    ('Worse', 'Not clearly different', 'Cannot say')
    """
    if where is None:
        return "Cannot say"
    return "Not clearly different" if where is Standing.SIMILAR else where.capitalize()


def spread(named: Sequence[tuple[str, Figure | None]]) -> str:
    """From the lowest to the highest place, where at least two have a figure."""
    known = [(figure.value, name) for name, figure in named if figure and figure.value is not None]
    if len(known) < 2:
        return ""
    (low, least), (high, most) = min(known), max(known)
    return f"From {number(low)} in {least} to {number(high)} in {most}"
