"""What each school or college gives, and what it is given: by name, or as every one of its kind is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from trust.foundation.kernel.invented import unmarked
from trust.vision.plan.rules.commitments import Commitment
from trust.vision.plan.words import Receiver

GIVES, NAMED = "gives", "named"
ONLY = {GIVES: "Those that give something", NAMED: "Those given something by name"}


@dataclass(frozen=True)
class School:
    """A school or a college, by its name in the directory and its number (URN) in the register."""

    name: str
    number: str = ""
    where: str = ""
    college: bool = False
    invented: bool = False

    @property
    def key(self) -> str:
        return unmarked(self.name).casefold()

    @property
    def told(self) -> str:
        """All that it is found by."""
        return f"{self.name} {self.where} {self.number}".casefold()


@dataclass(frozen=True)
class BothWays:
    """One school: what it gives, what it is given by name, and what every one of its kind is given."""

    school: School
    gives: tuple[Commitment, ...]
    named: tuple[Commitment, ...]
    shared: tuple[Commitment, ...]

    @property
    def gets(self) -> tuple[Commitment, ...]:
        return (*self.named, *self.shared)


def is_college(kind: str, phase: str) -> bool:
    """Whether the register tells of a college, and not of a school.

    >>> is_college("Further education", "16 plus"), is_college("Community school", "Secondary")
    (True, False)
    """
    return phase.casefold() == "16 plus" or "college" in kind.casefold()


def every_school(directory: Iterable[School], register: Iterable[School]) -> list[School]:
    """Each once, by name: one that is in both has its name of the directory and number of the register."""
    named = {one.key: one for one in directory}
    found, met = [], set()
    for one in register:
        here = named.get(one.key)
        met.add(one.key)
        found.append(
            School(here.name, one.number, one.where or here.where, here.college, here.invented)
            if here
            else one
        )
    found += [one for key, one in named.items() if key not in met]
    return sorted(found, key=lambda one: (one.key, one.number))


def by_school(schools: Iterable[School], commitments: Iterable[Commitment]) -> list[BothWays]:
    """Both directions for each school; a pledge to schools, or to colleges, is one to every one of them."""
    gives: dict[str, list[Commitment]] = defaultdict(list)
    gets: dict[str, list[Commitment]] = defaultdict(list)
    for one in commitments:
        gives[one.partner].append(one)
        gets[one.receiver].append(one)
    shared = {True: tuple(gets[Receiver.COLLEGES]), False: tuple(gets[Receiver.SCHOOLS])}
    return [
        BothWays(one, tuple(gives.get(one.name, ())), tuple(gets.get(one.name, ())), shared[one.college])
        for one in schools
    ]


def narrowed(rows: Iterable[BothWays], *, find: str = "", only: str = "") -> list[BothWays]:
    """Those whose name, place or number has every word that is looked for; `only` is a direction."""
    words = find.casefold().split()
    found = [row for row in rows if all(word in row.school.told for word in words)]
    if only in {GIVES, NAMED}:
        return [row for row in found if (row.gives if only == GIVES else row.named)]
    return found
