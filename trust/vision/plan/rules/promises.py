"""What the plan will and will not accept, and how a promise or a measure stands. The day is an argument."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.foundation.statistics.trajectory import Judgement, Path, judge
from trust.foundation.statistics.words import Absence, Polarity, Rating
from trust.foundation.statute.law import Law
from trust.vision.plan.words import Given, Recurrence, Standing, Status, Treatment

SILENT_AFTER_DAYS = 92
EVERYONE = frozenset({"all", "everyone", "everybody"})

STATUS_OF = {
    Rating.ON_TRACK: Status.ON_TRACK,
    Rating.AT_RISK: Status.AT_RISK,
    Rating.OFF_TRACK: Status.OFF_TRACK,
    Rating.CANNOT_SAY: Status.CANNOT_SAY,
}
WORD_OF = {Status.ON_TRACK: "On track", Status.AT_RISK: "At risk", Status.OFF_TRACK: "Off track"}


@dataclass(frozen=True)
class Said:
    """What an owner last said of a promise."""

    standing: Standing
    on: date


@dataclass(frozen=True)
class Going:
    """How a promise is going: a status and the words beside it."""

    status: Status
    word: str

    @property
    def kept(self) -> bool:
        return self.word == "Done"

    @property
    def late(self) -> bool:
        return self.word.startswith("Late")


def going(*, due: date, said: Said | None, on: date) -> Going:
    """How a promise stands on a day: done is done; due and not done is late, whoever says what."""
    if said and said.standing is Standing.DONE:
        return Going(Status.ON_TRACK, "Done")
    if said and said.standing is Standing.NOT_DONE:
        return Going(Status.OFF_TRACK, "Not done")
    if due < on:
        return Going(Status.OFF_TRACK, f"Late since {in_words(due)}")
    if said is None:
        return Going(Status.CANNOT_SAY, "Nothing said yet")
    at_risk = said.standing is Standing.AT_RISK
    return Going(Status.AT_RISK, "At risk") if at_risk else Going(Status.ON_TRACK, "On track")


def silent(*, promised_on: date, said: Said | None, on: date) -> bool:
    """Whether an owner has said nothing for a quarter."""
    return (on - (said.on if said else promised_on)).days > SILENT_AFTER_DAYS


def check_due(due: date, *, first: date, last: date) -> None:
    if not first <= due <= last:
        raise Refused(
            f"The plan runs from {in_words(first)} to {in_words(last)}: "
            f"choose a day within it, not {in_words(due)}."
        )


def check_will_exist(name: str, last: date | None, due: date) -> None:
    """Refuse a day that comes after its owner has ended."""
    if last and last < due:
        raise Refused(
            f"{name} ends on {in_words(last)}, before this is due. "
            "Choose the partner that takes over, or an earlier day."
        )


def check_agreed(agreed_on: date, *, today: date) -> None:
    if agreed_on > today:
        raise Refused(f"{in_words(agreed_on)} has not come yet: give the day on which the pledge was agreed.")


def check_amount(given: Given, amount: Decimal | None) -> None:
    """Only money has an amount: people, rooms and goods are said in words, never added up as pounds."""
    if given is Given.MONEY and (amount is None or amount <= 0):
        raise Refused("Say how much money, in pounds: more than nought.")
    if given is not Given.MONEY and amount is not None:
        raise Refused(
            f"You chose “{given.value.capitalize()}” and wrote an amount of money. "
            "Leave the amount empty, or choose “Money”."
        )


def check_comparator(comparator: str) -> None:
    """A group is compared with the others, never with all: it would be compared with itself too."""
    if comparator.split()[:1] and comparator.split()[0].casefold() in EVERYONE:
        raise Refused(f"“{comparator}” holds the group itself: compare it with the others, or with the rest.")


def check_periods(baseline: str, target: str) -> None:
    if year_of(target) <= year_of(baseline):
        raise Refused(
            f"The target is for {target} and the baseline for {baseline}: the target must come after."
        )


def check_counted(figure: str, until: date | None, target: str) -> None:
    """Refuse a target in a year when nobody counts the figure any more."""
    if until and year_of(target) > until.year:
        raise Refused(
            f"“{figure}” is counted only until {in_words(until)}, so nobody could tell in {target}. "
            "Choose another figure, or an earlier target."
        )


def year_of(period: str) -> int:
    """The year a published period begins.

    >>> year_of("2006/07"), year_of("2008")
    (2006, 2008)
    """
    found = re.match(r"(\d{4})", period)
    if not found:
        raise Refused(f"“{period}” is not a period. Write a year such as 2008, or 2006/07.")
    return int(found.group(1))


@dataclass(frozen=True)
class Terms:
    """What follows from a pledge without asking: how it is treated, under which power, and how often."""

    treatment: Treatment
    power: str
    recurrence: Recurrence
    where: str


def terms(*, given: Given, may_pool: bool, others_give: bool, agreed_on: date, law: Law) -> Terms:
    """Money beside other partners' money is aligned until an agreement pools it; a lone gift stays single.

    Source: `law/powers.toml`; NHS Act 2006 section 75 needs an agreement, so pooling is never presumed.
    """
    who = "relevant-partner" if may_pool else "other-body"
    power = law.in_force(f"pledge.power.{who}", on=agreed_on)
    treatment = Treatment.ALIGNED if others_give else Treatment.SINGLE
    recurrence = Recurrence.EVERY_YEAR if given is Given.PEOPLE else Recurrence.ONE_OFF
    name = "Children Act 2004" if may_pool else "own powers; Children Act 2004"
    return Terms(treatment, f"{name}, {power.where}", recurrence, power.says)


def check_may_pool(treatment: Treatment, *, may_pool: bool, partner: str) -> None:
    if treatment is Treatment.POOLED and not may_pool:
        raise Refused(
            f"{partner} has no power to pool under section 10. Record it as aligned or single agency."
        )


@dataclass(frozen=True)
class Aimed:
    """A measure's path: from a baseline in one period, by its yearly targets, to a target in a later one."""

    baseline_period: str
    baseline: Decimal
    target_period: str
    target: Decimal
    tolerance: Decimal | None = None
    yearly_targets: tuple[tuple[str, Decimal], ...] = ()

    def over(self, period: str) -> bool:
        """Whether a period lies beyond the target: what came later is no answer to what was promised."""
        return year_of(period) > year_of(self.target_period)

    def expected(self, period: str) -> Decimal:
        """Where the path stands in a period: straight, but for the yearly targets that it goes through."""
        first = year_of(self.baseline_period)
        named = {year_of(one) - first: value for one, value in self.yearly_targets}
        return Path(self.baseline, self.target, year_of(self.target_period) - first, named).at(
            year_of(period) - first
        )

    @property
    def touches_nought(self) -> bool:
        """Whether a twentieth of where the path stands is nothing in some year."""
        years = range(year_of(self.baseline_period), year_of(self.target_period) + 1)
        return any(self.expected(str(year)) == 0 for year in years)

    def judge(self, value: Decimal | None, period: str, polarity: Polarity) -> Judgement:
        actual = Absence.NO_DATA if value is None else value
        return judge(actual, self.expected(period), polarity, tolerance=self.tolerance)
