"""What several plans put in together, when some of it counts in more than one."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True)
class PutIn:
    """A pledge as one plan shows it; `key` is the same in every plan in which it counts."""

    key: UUID
    amount: Decimal | None


@dataclass(frozen=True)
class Whole:
    """Pounds and other gifts put in, each counted once whatever the number of plans."""

    pledges: int
    money: Decimal
    in_kind: int


def together(shown: Iterable[PutIn]) -> Whole:
    """The whole of several plans, in pounds: by distinct pledge, so that none is counted twice."""
    once = {one.key: one.amount for one in shown}
    money = [amount for amount in once.values() if amount is not None]
    return Whole(len(once), sum(money, Decimal()), len(once) - len(money))
