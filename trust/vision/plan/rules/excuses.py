"""What a plan was published without, for a reason that anyone can read: what that reason answers for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from trust.foundation.statute.findings import Finding
from trust.foundation.statute.law import Law


@dataclass(frozen=True)
class Excuse:
    """The reason of one version for what is missing, and what has come to be missing since."""

    number: int
    published_on: date
    because: str
    beyond: tuple[str, ...] = ()
    law_changed: bool = False


def still_excused(
    rules: Collection[str], because: str, *, law: Law, published_on: date, on: date
) -> frozenset[str]:
    """The rules whose gap was published with a reason, and that ask today what they asked then."""
    if not because.strip():
        return frozenset()
    return frozenset(
        rule for rule in rules if law.find(rule, on=published_on) == law.find(rule, on=on) is not None
    )


def beyond(then: Finding, now: Finding) -> tuple[str, ...]:
    """What is missing now and was not when the reason was given, in the words of the check."""
    if now.who:
        return tuple(one for one in now.who if one not in then.who)
    return () if now.what_is_wrong == then.what_is_wrong else (now.what_is_wrong,)
