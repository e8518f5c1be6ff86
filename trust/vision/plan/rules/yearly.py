"""What a measure is planned to be in the years between its baseline and its target."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from trust.foundation.kernel.english import exactly
from trust.vision.plan.rules.amounts import number_in
from trust.vision.plan.rules.columns import period_in
from trust.vision.plan.rules.local import in_lines, read_targets
from trust.vision.plan.rules.promises import year_of

# A period and what is planned for it, in the order of their years.
type Yearly = tuple[tuple[str, Decimal], ...]


def read_yearly(text: str) -> Yearly:
    """Pairs of a period and a number, one on each line or after a semicolon; errors: Refused.

    >>> read_yearly("2011: 55%; 2010: 60")
    (('2010', Decimal('60')), ('2011', Decimal('55')))
    """
    told = read_targets(text.replace(";", "\n"))
    return in_order((period_in(period), number_in(aim)) for period, aim in told)


def in_order(pairs: Iterable[tuple[str, Decimal]]) -> Yearly:
    return tuple(sorted(pairs, key=lambda pair: year_of(pair[0])))


def as_lines(yearly: Yearly) -> str:
    """
    >>> as_lines((("2010", Decimal("60.0000")),))
    '2010: 60'
    """
    return in_lines(as_kept(yearly))


def as_kept(yearly: Yearly) -> list[list[str]]:
    """As JSON keeps it: numbers exact, in words."""
    return [[period, exactly(value)] for period, value in yearly]


def from_kept(kept: Sequence[Sequence[str]]) -> Yearly:
    return tuple((period, Decimal(value)) for period, value in kept)


def out_of_place(yearly: Yearly, baseline_period: str, target_period: str) -> Iterator[str]:
    """A sentence for each period that is not between baseline and target, or is there twice."""
    first, last = year_of(baseline_period), year_of(target_period)
    taken = set[int]()
    for period, _ in yearly:
        year = year_of(period)
        if not first < year < last:
            yield (
                f"A yearly target comes after the baseline, {baseline_period}, and before the target, "
                f"{target_period}: {period} does not."
            )
        elif year in taken:
            yield f"There are two yearly targets for {period}: keep one."
        taken.add(year)
