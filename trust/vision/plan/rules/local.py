"""What a row of a local plan must have, when its quarters are, and what adds up from them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trust.foundation.kernel.months import A_QUARTER, first_day, month_of
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.promises import year_of
from trust.vision.plan.words import RowState, Standing, Status

# The counts from one to five could point at a child, so they are not asked for.
FEWEST_TOLD = 6
# “2010/11: 40%” on a line of its own.
A_TARGET = re.compile(r"\s*(\d{4}(?:\s*[/-]\s*\d{2,4})?)\s*[:=]\s*(.+?)\s*")
NOT_KNOWN = frozenset({"", "tbc", "to be confirmed", "to be agreed", "tba", "not known", "not known yet"})

type Targets = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RowFacts:
    """A row as its rules see it; what is not known yet is empty."""

    what: str
    has_owner: bool
    due: date | None
    success: str
    baseline_period: str
    targets: Targets
    state: RowState


def known(text: str) -> str:
    """What was written, or nothing where it says that it is to be confirmed.

    >>> known(" TBC "), known("41%")
    ('', '41%')
    """
    return "" if text.strip().rstrip(".").casefold() in NOT_KNOWN else text.strip()


def check_row(row: RowFacts, *, first: date, last: date) -> None:
    """Refuse a row that says more than it knows, or whose days cannot be."""
    if not row.what.strip():
        raise Refused("Say what will be done.")
    if row.due and not first <= row.due <= last:
        raise Refused(
            f"The plan runs from {in_words(first)} to {in_words(last)}: "
            f"choose a day within it, not {in_words(row.due)}."
        )
    check_targets(row.baseline_period, row.targets)
    missing = lacks(row)
    if row.state is RowState.AGREED and missing:
        raise Refused(
            f"An agreed row says {' and '.join(missing)}. Add that, or call the row provisional: "
            "both are honest, and it is shown as it is."
        )


def lacks(row: RowFacts) -> list[str]:
    """What an agreed row would have and this one has not."""
    wanted = (("who does it", row.has_owner), ("by when", row.due), ("how success is seen", row.success))
    return [name for name, there in wanted if not there]


def check_targets(baseline_period: str, targets: Sequence[tuple[str, str]]) -> None:
    """Each target comes after the baseline, and after the target before it; errors: Refused."""
    before = year_of(baseline_period) if baseline_period else None
    for period, _ in targets:
        year = year_of(period)
        if before is not None and year <= before:
            came = f"the baseline, {baseline_period}" if baseline_period else "the one before it"
            raise Refused(f"The target for {period} must come after {came}: put the years right.")
        before = year


def read_targets(text: str) -> Targets:
    """Pairs of a year and what is aimed at in it, one on each line; errors: Refused.

    >>> read_targets("2010/11: 40%")
    (('2010/11', '40%'),)
    """
    lines = [line for line in text.splitlines() if known(line)]
    return tuple(_target(line) for line in lines)


def _target(line: str) -> tuple[str, str]:
    found = A_TARGET.fullmatch(line)
    if not found:
        raise Refused(f"“{line.strip()}” is not a target. Write the year, a colon and the aim: 2010/11: 40%.")
    return found[1].replace(" ", ""), found[2]


def in_lines(targets: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"{period}: {aim}" for period, aim in targets)


def quarter_of(day: date) -> date:
    """The first day of the quarter that a day is in.

    >>> quarter_of(date(2010, 6, 8))
    datetime.date(2010, 4, 1)
    """
    return date(day.year, day.month - (day.month - 1) % A_QUARTER, 1)


def next_quarter(quarter: date) -> date:
    return first_day(month_of(quarter) + A_QUARTER)


def last_day(quarter: date) -> date:
    return next_quarter(quarter) - timedelta(days=1)


def quarter_in_words(quarter: date) -> str:
    """
    >>> quarter_in_words(date(2010, 1, 1))
    'January to March 2010'
    """
    return f"{quarter:%B} to {last_day(quarter):%B %Y}"


def quarters_over(first: date, last: date, on: date) -> list[date]:
    """The quarters of a plan that were over by a day, the latest first."""
    found, quarter = [], quarter_of(first)
    while last_day(quarter) < on and quarter <= last:
        found.append(quarter)
        quarter = next_quarter(quarter)
    return found[::-1]


@dataclass(frozen=True)
class SaidOfRow:
    """What a return says of one row."""

    row: str
    standing: Standing
    words: str = ""
    reached: int | None = None


def check_said(line: SaidOfRow, what: str) -> None:
    """Refuse a line that gives no reason where one is owed, or a count that could point at a child."""
    if line.standing in {Standing.AT_RISK, Standing.NOT_DONE} and not line.words.strip():
        raise Refused(f"Say why “{what}” is {line.standing}, and what would put it right.")
    if line.reached is not None and 0 < line.reached < FEWEST_TOLD:
        raise Refused(
            f"“{what}” reached fewer than six children. Leave the number empty, so that nobody can be known."
        )


LETTERS = {
    Standing.DONE: Status.ON_TRACK,
    Standing.ON_TRACK: Status.ON_TRACK,
    Standing.AT_RISK: Status.AT_RISK,
    Standing.NOT_DONE: Status.OFF_TRACK,
}


def letter(standing: Standing | None) -> Status:
    """The letter and shape of what was said; of nothing said, that nobody can say."""
    return LETTERS[standing] if standing else Status.CANNOT_SAY


@dataclass(frozen=True)
class Told:
    """What one partnership says of one of its rows for a priority; `standing` is none where it is silent."""

    partnership: str
    standing: Standing | None
    reached: int | None = None


@dataclass(frozen=True)
class Sum:
    """What the partnerships that spoke add up to. A silent one is named, never guessed at."""

    rows: int
    partnerships: int
    by_standing: tuple[tuple[Standing, int], ...]
    unsaid: int
    reached: int | None
    counted: int

    @property
    def complete(self) -> bool:
        return self.unsaid == 0


def add_up(told: Sequence[Told]) -> Sum:
    """The sum of what was said, with how much was not."""
    said = [one for one in told if one.standing is not None]
    counts = [one.reached for one in said if one.reached is not None]
    return Sum(
        rows=len(told),
        partnerships=len({one.partnership for one in told}),
        by_standing=tuple(
            (standing, sum(one.standing is standing for one in said))
            for standing in Standing
            if any(one.standing is standing for one in said)
        ),
        unsaid=len(told) - len(said),
        reached=sum(counts) if counts else None,
        counted=len(counts),
    )
