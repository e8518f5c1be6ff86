"""The headings of the public pages: each is a sentence that could be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trust.foundation.kernel.english import counted, exactly, listed, number, opened
from trust.foundation.kernel.time import in_words
from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.queries import Figure, Since
from trust.vision.plan.queries import PledgeLine, Promise, Reading


def money(amount: Decimal) -> str:
    """
    >>> money(Decimal("180000.00")), money(Decimal("12.50"))
    ('£180,000', '£12.50')
    """
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def of_promises(promises: Sequence[Promise]) -> str:
    if not promises:
        return "Nobody has promised to do anything yet."
    parts = [f"{opened(counted(len(promises), 'promise'))}, each with one owner.", *_how_they_go(promises)]
    return " ".join(parts)


def of_all_promises(promises: Sequence[Promise]) -> str:
    """The same for many priorities at once."""
    if not promises:
        return "Nothing is promised"
    return " ".join([f"{opened(counted(len(promises), 'promise'))}.", *_how_they_go(promises)])


def _how_they_go(promises: Sequence[Promise]) -> list[str]:
    found = []
    for start, words in (("Done", "done"), ("Late", "late"), ("Not done", "not done")):
        many = sum(promise.word.startswith(start) for promise in promises)
        if many:
            found.append(opened(f"{number(many)} {'is' if many == 1 else 'are'} {words}."))
    return found


def of_pledges(lines: Sequence[PledgeLine]) -> str:
    if not lines:
        return "No partner has put anything in yet."
    promised = sum((line.amount for line in lines if line.amount), Decimal())
    paid = sum((line.paid for line in lines if line.paid), Decimal())
    in_kind = sum(line.amount is None for line in lines)
    gifts = [money(promised)] if promised else []
    if in_kind:
        gifts.append(counted(in_kind, "thing that is not money", "things that are not money"))
    partners = counted(len({line.partner_id for line in lines}), "partner")
    told = f"{money(paid)} has been paid." if paid else "Nothing has been paid yet."
    if all(line.paid is None for line in lines):
        told = "Nobody has said yet what was paid."
    return f"{opened(partners)} pledged {listed(gifts)}.{f' {told}' if promised else ''}"


def of_readings(readings: Sequence[Reading]) -> str:
    """What may be said of change, and no more: better or worse only where a test says so."""
    if not readings:
        return "We have no measure of this yet."
    moved = {reading.direction for reading in readings if reading.latest}
    if len(moved) != 1:
        return (
            _each(readings) if moved else "It is too soon to say: no figure had been published by this day."
        )
    return MOVED.get(moved.pop(), "It has not clearly changed since the year before.")


MOVED = {
    "better": "It is better than the year before.",
    "worse": "It is worse than the year before.",
    "": "Whether it has changed cannot be tested.",
}


def of_aim(reading: Reading) -> str:
    """Whether what was aimed at was reached, or how far it has come: figures only, and no word of change."""
    about, measure, latest = reading.measure.about, reading.measure, reading.latest
    if latest is None:
        return f"{about}: no figure had been published by this day."
    unit = "%" if reading.card.unit == "%" else f" {reading.card.unit}"
    now, aim = f"{latest.said}{unit} in {latest.period}", exactly(measure.target)
    if reading.reached is None:
        was = f"{exactly(measure.baseline)} in {measure.baseline_period}"
        return f"{about}: {now}. It was {was}, and the aim is {aim} in {measure.target_period}."
    told = "reached" if reading.reached else "not reached"
    return f"{about}: {told}. It was {now}, and the aim was {aim}."


def _each(readings: Sequence[Reading]) -> str:
    known = [reading for reading in readings if reading.latest]
    told = "; ".join(f"{r.measure.about}: {r.direction or 'cannot be tested'}" for r in known)
    return f"Since the year before, {told}."


def of_meeting(day: date | None) -> str:
    return f"The Board meets on {in_words(day)}." if day else "No meeting of the Board has been announced."


@dataclass(frozen=True)
class Change:
    """What happened to a figure: an arrow, the finding in bold, and how sure it is."""

    arrow: str
    finding: str
    how_sure: str


def of_change(figures: Sequence[Figure], since: Since | None) -> Change:
    """Up or down only past the test; the arrow never says more than the words."""
    if since is None:
        return Change("", "This is the first figure.", "There is nothing yet to compare it with.")
    if since.movement is None:
        return Change("", f"We cannot say how it has changed since {since.period}.", f"{since.sentence}.")
    before = next(figure.said for figure in figures if figure.period == since.period)
    fell = since.movement.change.value < 0
    moved = "fall" if fell else "rise"
    if since.direction is Direction.NO_CLEAR_CHANGE:
        finding = f"No clear change since {since.period}."
        return Change("→", finding, f"The {moved} from {before} could be chance.")
    arrow, way = ("↓", "Down") if fell else ("↑", "Up")
    finding = f"{way} from {before} in {since.period}."
    return Change(arrow, finding, f"The {moved} is larger than chance would explain.")
