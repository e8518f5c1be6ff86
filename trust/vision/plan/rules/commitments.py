"""What partners put in, each pledge once: by partner, by who holds it, and by what it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from trust.foundation.kernel.english import counted, listed
from trust.vision.plan.words import Given, Treatment

TREATMENTS = tuple(Treatment)
IN_KIND = {
    Given.PEOPLE: ("gift of staff time", "gifts of staff time"),
    Given.PREMISES: ("gift of rooms", "gifts of rooms"),
    Given.GOODS: ("gift of goods or services", "gifts of goods or services"),
}


@dataclass(frozen=True)
class Commitment:
    """One pledge as the picture counts it; `home` names the plan it lives in, where that is another."""

    id: UUID
    partner: str
    what: str
    given: Given
    amount: Decimal | None
    treatment: Treatment
    every_year: bool
    invented: bool
    home: str = ""
    receiver: str = ""


@dataclass(frozen=True)
class PartnerPuts:
    """What one partner puts in: money by who holds it, and what is given in kind."""

    partner: str
    single: Decimal
    aligned: Decimal
    pooled: Decimal
    in_kind: tuple[tuple[Given, int], ...]

    @property
    def money(self) -> tuple[Decimal, ...]:
        """In the order of `TREATMENTS`."""
        return self.single, self.aligned, self.pooled

    @property
    def total(self) -> Decimal:
        return sum(self.money, Decimal())

    @property
    def kinds(self) -> str:
        """In kind, in words; empty where nothing is."""
        return listed([counted(number, *IN_KIND[given]) for given, number in self.in_kind])


def once_each(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Each pledge once, however many plans it counts in."""
    return list({one.id: one for one in commitments}.values())


def by_partner(commitments: Iterable[Commitment]) -> list[PartnerPuts]:
    """The most money first, then by name."""
    groups: dict[str, list[Commitment]] = defaultdict(list)
    for one in once_each(commitments):
        groups[one.partner].append(one)
    rows = [puts(partner, given) for partner, given in groups.items()]
    return sorted(rows, key=lambda row: (-row.total, row.partner))


def puts(partner: str, commitments: list[Commitment]) -> PartnerPuts:
    """These pledges in one row, each of them once already."""
    single, aligned, pooled = (money_of(commitments, treatment) for treatment in TREATMENTS)
    kinds: Counter[Given] = Counter(one.given for one in commitments)
    return PartnerPuts(
        partner, single, aligned, pooled, tuple((kind, kinds[kind]) for kind in IN_KIND if kinds[kind])
    )


def money_of(commitments: Iterable[Commitment], treatment: Treatment | None = None) -> Decimal:
    """Pounds in all, or held in one way; in pounds exactly as pledged."""
    return sum(
        (
            one.amount
            for one in commitments
            if one.given is Given.MONEY and one.amount and treatment in {None, one.treatment}
        ),
        Decimal(),
    )


def in_a_sentence(commitments: Iterable[Commitment]) -> str:
    """What all partners put in together.

    >>> in_a_sentence([])
    'No partner had pledged anything by this day.'
    """
    every = once_each(commitments)
    if not every:
        return "No partner had pledged anything by this day."
    held = [
        f"£{amount:,.0f} {treatment.value}"
        for treatment in TREATMENTS
        if (amount := money_of(every, treatment))
    ]
    who = counted(len({one.partner for one in every}), "partner")
    kinds = sum(one.given is not Given.MONEY for one in every)
    money = f"£{money_of(every):,.0f}" + (f" ({listed(held)})" if held else "")
    told = f"{who} put in {money}" if held else f"{who} put in no money"
    told += f" and {counted(kinds, 'gift')} in kind." if kinds else "."
    yearly = money_of(one for one in every if one.every_year)
    return told[0].upper() + told[1:] + (f" £{yearly:,.0f} of it comes every year." if yearly else "")
