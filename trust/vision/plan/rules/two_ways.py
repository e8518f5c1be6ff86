"""Pledges go two ways: what schools give, and what the partnership gives them."""

from collections.abc import Iterable
from dataclasses import dataclass

from trust.foundation.kernel.english import counted, opened
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.rules.commitments import Commitment
from trust.vision.plan.words import Receiver

# The kinds of body that teach; agencies of the same sector pay for it, and are neither.
SCHOOLS = frozenset({"maintained_school", "special_school_nm", "academy_ctc"})
COLLEGES = frozenset({"fe_institution"})
SCHOOLS_AND_COLLEGES = "schools and colleges"
TO_EDUCATION = frozenset({Receiver.SCHOOLS.value, Receiver.COLLEGES.value})


def check_receiver(receiver: Receiver, *, named: bool, itself: bool) -> None:
    """Errors: Refused where a pledge to one partner names none, or its own giver."""
    if receiver is Receiver.PARTNER and not named:
        raise Refused("Say to which partner it is given.")
    if receiver is not Receiver.PARTNER and named:
        raise Refused("Choose “One partner” if it is given to that partner, or leave the partner empty.")
    if itself:
        raise Refused("A partner cannot pledge something to itself. Choose who receives it.")


@dataclass(frozen=True)
class TwoWays:
    """What schools and colleges give, and what others give to them; a gift among them is in both."""

    gives: tuple[Commitment, ...]
    gets: tuple[Commitment, ...]

    @property
    def sentence(self) -> str:
        gives, gets = counted(len(self.gives), "pledge"), counted(len(self.gets), "pledge")
        return f"{opened(SCHOOLS_AND_COLLEGES)} make {gives}, and {gets} {_is(self.gets)} made to them."


def _is(rows: tuple[Commitment, ...]) -> str:
    return "is" if len(rows) == 1 else "are"


def two_ways(commitments: Iterable[Commitment], *, schools: frozenset[str]) -> TwoWays:
    """Both directions for schools and colleges; `schools` are the names of those that are one."""
    every = list(commitments)
    return TwoWays(
        tuple(one for one in every if one.partner in schools),
        tuple(one for one in every if one.receiver in TO_EDUCATION | schools),
    )
