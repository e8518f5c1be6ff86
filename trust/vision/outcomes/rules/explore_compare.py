"""Two places of one period side by side: said to differ only where chance is an unlikely answer."""

from collections.abc import Sequence

from trust.foundation.kernel.english import listed, number
from trust.foundation.statistics.direction import compare_proportions, compare_rates
from trust.foundation.statistics.words import Direction, Polarity, Standing
from trust.vision.outcomes.rules.figures import Figure, Measured, tally_of
from trust.vision.outcomes.words import Method

WORDS: dict[Standing | None, str] = {
    Standing.BETTER: "better",
    Standing.WORSE: "worse",
    Standing.HIGHER: "higher",
    Standing.LOWER: "lower",
    Standing.SIMILAR: "not clearly different",
    None: "cannot say",
}


def beside(mine: Figure | None, theirs: Figure | None, measured: Measured) -> Standing | None:
    """How `mine` stands to `theirs`: the test of two counts; without counts, only intervals wholly apart."""
    if mine is None or theirs is None or mine.value is None or theirs.value is None:
        return None
    if mine.tally and theirs.tally and measured.method is not Method.NONE:
        return _named(_tested(mine, theirs, measured), measured)
    return _named(_apart(mine, theirs), measured)


def _tested(mine: Figure, theirs: Figure, measured: Measured) -> int:
    """+1 where mine is higher past the test, -1 where lower, 0 where chance could be the answer."""
    compare = compare_proportions if measured.method is Method.PROPORTION else compare_rates
    found = compare(before=tally_of(theirs), after=tally_of(mine), polarity=Polarity.HIGH, per=measured.per)
    return {Direction.BETTER: 1, Direction.WORSE: -1, Direction.NO_CLEAR_CHANGE: 0}[found.direction]


def _apart(mine: Figure, theirs: Figure) -> int | None:
    ours, others = mine.interval, theirs.interval
    if ours is None or others is None:
        return None
    return (ours.lower > others.upper) - (ours.upper < others.lower)


def _named(above: int | None, measured: Measured) -> Standing | None:
    if above is None:
        return None
    if above == 0:
        return Standing.SIMILAR
    if not measured.has_direction:
        return Standing.HIGHER if above > 0 else Standing.LOWER
    return Standing.BETTER if above == measured.polarity.sign else Standing.WORSE


def among(name: str, standings: Sequence[Standing], things: str) -> str:
    """How one place stands among others.

    >>> among("Hampshire", [Standing.BETTER, Standing.SIMILAR, Standing.BETTER], "places most like it")
    'Hampshire is better than two of the three places most like it'
    >>> among("Hampshire", [Standing.SIMILAR] * 3, "places most like it")
    'Hampshire is not clearly different from any of the three places most like it'
    """
    counts = [(where, standings.count(where)) for where in WORDS if where and where is not Standing.SIMILAR]
    told = [f"{WORDS[where]} than {number(count)}" for where, count in counts if count]
    whole = f"of the {number(len(standings))} {things}"
    if not told:
        return f"{name} is not clearly different from any {whole}"
    return f"{name} is {listed(told)} {whole}"
