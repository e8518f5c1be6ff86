"""Who cites a finding: asked of the rooms above, which say so themselves when the product starts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class CitedIn:
    """A thing that rests on a finding, with the address where it is read."""

    title: str
    address: str


type Asks = Callable[[UUID, date], Sequence[CitedIn]]

_askers: list[Asks] = []


def ask_also(asks: Asks) -> None:
    """A room above tells how to ask it which of its things cite a finding on a day."""
    if asks not in _askers:
        _askers.append(asks)


def cited_in(finding: UUID, *, as_of: date) -> list[CitedIn]:
    return [cited for asks in _askers for cited in asks(finding, as_of)]
