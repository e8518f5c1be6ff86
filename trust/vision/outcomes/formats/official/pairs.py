"""A share and the two counts that it was made from, where they stand in the same row.

A pair is believed only if the publisher's own arithmetic bears it out in the lines that were looked at: by
name a column may be the numerator, by the figures alone is another found to be what it was divided by.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from trust.vision.outcomes.formats.official.cells import Amount, read_amount
from trust.vision.outcomes.formats.official.columns import plain
from trust.vision.outcomes.formats.official.table import Line

SHARES = re.compile(r"percent(age)?|perc|pct|pt|rate|per_10000?0?0?")
COUNTS = re.compile(r"number|count|num|n|t|total|abs|the")
ROUNDED_TO = (10, 5)
RATES = (100, 1_000, 10_000, 100_000)
BORNE_OUT = 0.9
HALF = 0.51
# With so many lines that agree, a numerator need not be called after its share.
MANY = 100


@dataclass(frozen=True)
class Pair:
    """The columns of a share's counts; `per` how many it is, and to what its counts are rounded."""

    numerator: str
    denominator: str
    per: int
    rounded_to: int

    def counts_in(self, cells: Mapping[str, str], share: str) -> tuple[str, str]:
        """A line's two counts; none where they are rounded so far that the share is not theirs any more."""
        count, out_of = cells[self.numerator], cells[self.denominator]
        amounts = [amount_of(text) for text in (cells[share], count, out_of)]
        apart = difference(amounts[0], amounts[1], amounts[2], self.per)
        if apart is None:
            return "", ""
        # Publishers round the counts of a region and not those of an authority: each line says for itself.
        rounded = allowed(
            amounts[0], amounts[1], amounts[2], self.per, rounding_of(([amounts[1]], [amounts[2]]))
        )
        near = allowed(amounts[0], amounts[1], amounts[2], self.per, 0)
        # Counts that were found by the figures alone may not refuse one.
        doubtful = near < apart and (apart <= rounded or stem(self.numerator) != stem(share))
        return ("", "") if doubtful else (count, out_of)


def is_share(column: str) -> bool:
    """Whether a column's name says that it holds shares or rates."""
    return any(SHARES.fullmatch(word) for word in words_of(column)) or "per_10000" in plain(column)


def pairs_of(measures: Sequence[str], sample: Sequence[Line]) -> dict[str, Pair]:
    """For each column of shares, its counts, where the same line has them."""
    shares = [name for name in measures if is_share(name)]
    counts = {name: column for name in measures if (column := whole_column(name, shares, sample))}
    found: dict[str, Pair] = {}
    for share in shares:
        values = [amount_of(line.cells[share]) for line in sample]
        alike = [name for name in counts if stem(name) == stem(share)]
        others = [name for name in counts if name not in alike] if len(sample) >= MANY else []
        pair = best_pair(share, values, alike, counts) or best_pair(share, values, others, counts)
        if pair:
            found[share] = pair
    return found


def words_of(column: str) -> list[str]:
    return [word for word in plain(column).replace("%", "_percent_").split("_") if word]


def stem(column: str) -> tuple[str, ...]:
    """What a column is about, without the words that say how it is told.

    >>> stem("pt_read_met") == stem("t_read_met"), stem("gld_percent") == stem("gld_number")
    (True, True)
    """
    words = words_of(re.sub(r"per_10000?0?0?", "", plain(column)))
    return tuple(word for word in words if not SHARES.fullmatch(word) and not COUNTS.fullmatch(word))


def whole_column(name: str, shares: Sequence[str], sample: Sequence[Line]) -> list[Amount] | None:
    """A column's amounts, if they are all counts and there are any."""
    if name in shares:
        return None
    amounts = [amount_of(line.cells[name]) for line in sample]
    numbers = [amount.number for amount in amounts if amount.number is not None]
    return amounts if numbers and all(n >= 0 and n == int(n) for n in numbers) else None


def amount_of(text: str) -> Amount:
    try:
        return read_amount(text)
    except ValueError:
        return read_amount("")


def rounding_of(columns: Iterable[Sequence[Amount]]) -> int:
    """To what counts are rounded, all but a few of them; nought where they are not."""
    whole = [int(amount.number) for column in columns for amount in column if amount.number]
    return next((step for step in ROUNDED_TO if whole and all_but_few(whole, step)), 0)


def all_but_few(counts: Sequence[int], step: int) -> bool:
    return sum(count % step == 0 for count in counts) >= BORNE_OUT * len(counts)


def best_pair(
    share: str, values: Sequence[Amount], numerators: Sequence[str], counts: Mapping[str, Sequence[Amount]]
) -> Pair | None:
    """The two counts that bear a share out: those called most like it, and then the closest."""
    tried: list[tuple[int, float, Pair]] = []
    for numerator, denominator in product(numerators, counts):
        rounded_to = rounding_of((counts[numerator], counts[denominator]))
        for per in scales_of(share) if numerator != denominator else ():
            error = mean_error(values, counts[numerator], counts[denominator], per, rounded_to)
            if error is not None:
                unlike = -len({*words_of(denominator)} & {*stem(share)})
                tried.append((unlike, error, Pair(numerator, denominator, per, rounded_to)))
    return min(tried, key=lambda one: one[:2])[2] if tried else None


def scales_of(share: str) -> tuple[int, ...]:
    """Per how many a share may be, by its name."""
    words = words_of(share)
    return RATES if "rate" in words and "percent" not in words else RATES[:1]


def mean_error(
    values: Sequence[Amount], counts: Sequence[Amount], out_of: Sequence[Amount], per: int, rounded_to: int
) -> float | None:
    """How far a share is from its counts on average; None where too many lines say another thing."""
    apart, borne_out, above = [], 0, 0
    for value, count, whole in zip(values, counts, out_of, strict=True):
        one = difference(value, count, whole, per)
        if one is None or not count.number:
            continue
        # A line whose part is above its whole is wrong; one such is no evidence, and many are.
        if count.number > (whole.number or 0) and not above:
            above += 1
            continue
        apart.append(one)
        borne_out += one <= allowed(value, count, whole, per, rounded_to)
    if not apart or borne_out < BORNE_OUT * len(apart):
        return None
    return sum(apart) / len(apart)


def difference(value: Amount, count: Amount, out_of: Amount, per: int) -> float | None:
    """How far a share is from its counts; None where any of the three is not there."""
    if value.number is None or count.number is None or not out_of.number:
        return None
    return abs(count.number / out_of.number * per - value.number)


def allowed(value: Amount, count: Amount, out_of: Amount, per: int, rounded_to: int) -> float:
    """How far it may be: half a step of the share, and what rounding its counts can do."""
    if count.number is None or not out_of.number:
        return 0
    rounding = per * rounded_to / 2 / out_of.number * (1 + count.number / out_of.number)
    return float(HALF / 10**value.decimals + rounding)
