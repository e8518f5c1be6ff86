"""Which twenty figures a meeting is given, what changed in them, and which are overdue."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from trust.foundation.kernel.english import counted, opened
from trust.foundation.kernel.months import month_of
from trust.foundation.statistics.words import Direction

LENGTH = 20
# A year until the next figure, and a quarter's patience beyond the usual lag.
NEXT_AFTER_MONTHS = 12
PATIENCE_MONTHS = 3
CORRECTIONS_TOLD = 2


class Told(Protocol):
    """A figure of a period, as far as its changes are told; `order` and `first_month` count months."""

    @property
    def period(self) -> str: ...
    @property
    def order(self) -> int: ...
    @property
    def first_month(self) -> int: ...
    @property
    def value(self) -> float | None: ...
    @property
    def said(self) -> str: ...


class Why(StrEnum):
    """Why a figure is in a pack, in the order in which the rule takes them."""

    PLAN = "a measure of the plan"
    HAND = "added by hand"
    TURNED = "what can be said of it changed"
    WORSE = "worse than England"
    NEW = "published since"
    KEPT = "to fill the twenty"


@dataclass(frozen=True)
class Candidate:
    """A figure that a pack might have; among those with one reason the heaviest comes first."""

    key: str
    title: str
    why: Why
    weight: float = 0


def chosen(
    candidates: Iterable[Candidate], *, dropped: Collection[str] = (), length: int = LENGTH
) -> list[Candidate]:
    """The pack: each figure once, for its first reason; those of the plan and by hand are always within."""
    order = list(Why)
    ranked = sorted(candidates, key=lambda one: (order.index(one.why), -one.weight, one.title))
    first: dict[str, Candidate] = {}
    for one in ranked:
        if one.key not in dropped:
            first.setdefault(one.key, one)
    kept = list(first.values())
    asked_for = [one for one in kept if one.why in {Why.PLAN, Why.HAND}]
    return kept[: max(length, len(asked_for))]


def changes(
    before: Sequence[Told], now: Sequence[Told], *, said: tuple[Direction | None, Direction | None]
) -> tuple[str, ...]:
    """What became of a figure between two days of knowing it: new, corrected, and said otherwise."""
    return (*_new(before, now), *_corrected(before, now), *_said_otherwise(*said))


def _new(before: Sequence[Told], now: Sequence[Told]) -> Iterator[str]:
    earlier, latest = latest_of(before), latest_of(now)
    if latest is None or (earlier and _when(earlier) >= _when(latest)):
        return
    if earlier is None:
        yield f"First figure, for {latest.period}: {latest.said}."
    else:
        yield (
            f"New figure for {latest.period}: {latest.said}. "
            f"Before that we had {earlier.said}, for {earlier.period}."
        )


def _corrected(before: Sequence[Told], now: Sequence[Told]) -> Iterator[str]:
    then = {_when(figure): figure for figure in before}
    pairs = [(then[_when(figure)], figure) for figure in now if _when(figure) in then]
    moved = [(old, new) for old, new in pairs if old.said != new.said]
    for old, new in moved[-CORRECTIONS_TOLD:]:
        yield f"The figure for {new.period} was corrected from {old.said} to {new.said}."
    rest = len(moved) - CORRECTIONS_TOLD
    if rest > 0:
        yield f"{opened(counted(rest, 'earlier figure'))} {'was' if rest == 1 else 'were'} corrected too."


def _said_otherwise(before: Direction | None, now: Direction | None) -> Iterator[str]:
    if before and now and before is not now:
        yield f"What can be said turned from “{before}” to “{now}”."


def latest_of[One: Told](figures: Sequence[One]) -> One | None:
    return next((figure for figure in reversed(figures) if figure.value is not None), None)


def _when(figure: Told) -> tuple[int, int]:
    return figure.order, figure.first_month


def overdue(latest: Told | None, *, lag_months: int | None, frequency: str, on: date) -> bool:
    """Whether the next yearly figure should have been out for a quarter; others are not judged."""
    if latest is None or lag_months is None or not frequency.lower().startswith(("year", "annual")):
        return False
    return month_of(on) - 1 > latest.order + NEXT_AFTER_MONTHS + lag_months + PATIENCE_MONTHS
