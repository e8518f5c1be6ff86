"""The frameworks of outcomes that stand on a day, and what rooms above do for each aim."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trust.vision.outcomes.formats.aims import Aim, Heading, OutcomesFramework, read_aims
from trust.vision.outcomes.queries.definitions import entries
from trust.vision.outcomes.words import Outcome

__all__ = ["Aim", "Heading", "OutcomesFramework"]


@dataclass(frozen=True)
class Serving:
    """A thing of a room above that serves an outcome and, where it says so, some of its aims."""

    title: str
    address: str
    outcomes: frozenset[str]
    aims: frozenset[str]


@dataclass(frozen=True)
class AimLine:
    aim: Aim
    served: tuple[Serving, ...]


@dataclass(frozen=True)
class HeadingLine:
    """An outcome as its page tells it: `indicators` are the register’s, `held` those with figures here."""

    heading: Heading
    aims: tuple[AimLine, ...]
    served: tuple[Serving, ...]
    indicators: int
    held: tuple[tuple[str, str], ...]


type Asks = Callable[[date], Sequence[Serving]]

_askers: list[Asks] = []


def ask_who_serves(asks: Asks) -> None:
    """A room above tells how to ask it which of its things serve an aim on a day."""
    if asks not in _askers:
        _askers.append(asks)


def frameworks(on: date) -> list[OutcomesFramework]:
    """Every framework of outcomes that stands on a day, the oldest first."""
    return [one for one in read_aims() if one.first <= on and not one.ended]


def all_aims() -> dict[str, Aim]:
    """Every aim by its code, in the order of the five outcomes."""
    return {aim.code: aim for one in read_aims() for aim in one.aims}


def outcomes_of(aims: Iterable[str], also: Iterable[str] = ()) -> list[str]:
    """The outcomes that these aims belong to, with any others that were named, in the order of the law."""
    every = all_aims()
    named = {every[code].outcome.value for code in aims} | set(also)
    return [outcome.value for outcome in Outcome if outcome.value in named]


def heading_lines(framework: OutcomesFramework, on: date) -> list[HeadingLine]:
    served = [one for asks in _askers for one in asks(on)]
    listed = [one for one in entries(as_of=on) if not one.own_of]
    lines = []
    for heading in framework.headings:
        ours = [one for one in listed if one.outcome and one.outcome == heading.outcome]
        lines.append(
            HeadingLine(
                heading=heading,
                aims=tuple(AimLine(aim, _serving(served, aim.code)) for aim in heading.aims),
                served=tuple(one for one in served if heading.outcome in one.outcomes),
                indicators=len(ours),
                held=tuple((code, one.title) for one in ours for code in one.held_as),
            )
        )
    return lines


def _serving(served: Iterable[Serving], aim: str) -> tuple[Serving, ...]:
    return tuple(one for one in served if aim in one.aims)
