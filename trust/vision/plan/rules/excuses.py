"""What a plan was published without, for a reason that anyone can read: what that reason answers for."""

from dataclasses import dataclass
from datetime import date

from trust.foundation.statute.findings import Finding


@dataclass(frozen=True)
class Excuse:
    """The reason of one version for what is missing, and what has come to be missing since."""

    number: int
    published_on: date
    because: str
    beyond: tuple[str, ...] = ()


def beyond(then: Finding, now: Finding) -> tuple[str, ...]:
    """What is missing now and was not when the reason was given, in the words of the check."""
    if now.who:
        return tuple(one for one in now.who if one not in then.who)
    return () if now.what_is_wrong == then.what_is_wrong else (now.what_is_wrong,)
