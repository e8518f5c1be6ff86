"""Which side of the wall this piece of work is on: chosen once, by the address."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Side(StrEnum):
    """The value is the database connection of that side, and so its login role."""

    OPEN = "default"
    CLOSED = "closed"


OPEN_FEATURES = frozenset({"vision", "governance", "strategy", "disclosure", "public", "demo", "config"})
CLOSED_FEATURES = frozenset({"processes", "delivery"})

_side: ContextVar[Side] = ContextVar("side", default=Side.OPEN)


def current_side() -> Side:
    return _side.get()


@contextmanager
def on_side(side: Side) -> Iterator[None]:
    token = _side.set(side)
    try:
        yield
    finally:
        _side.reset(token)


def side_of_address(path: str) -> Side:
    """The side that an address is on; all of the closed side stands under /children/.

    >>> side_of_address("/plan/"), side_of_address("/children/index/")
    (<Side.OPEN: 'default'>, <Side.CLOSED: 'closed'>)
    """
    return Side.CLOSED if path.startswith("/children/") else Side.OPEN
