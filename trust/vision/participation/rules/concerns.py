"""Which words may tell of a child who is being harmed. A help to whoever reads, and never a promise."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from trust.foundation.kernel.refusals import Refused

SIGNS = Path(__file__).parents[1] / "signs.toml"
NEUTRAL = "We have what you told us. We have not answered here yet."


@cache
def signs() -> re.Pattern[str]:
    """Every sign as whole words; a space in one stands for any space or hyphen."""
    told = tomllib.loads(SIGNS.read_text(encoding="utf-8"))
    done, alone = told["done"], [sign for signs in told["harm"].values() for sign in signs]
    acts = _any(done["acts"])
    by_whom = f"{acts}\\s+(?:{_any(done['whom'])}|by\\s+{_any(done['whose'])})"
    return re.compile(rf"\b(?:{_any(alone)}|{by_whom})\b")


def _any(signs: Iterable[str]) -> str:
    """One of these, the longest first."""
    words = sorted({_plain(sign) for sign in signs}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + ")"


def may_tell_of_harm(text: str) -> bool:
    """
    >>> may_tell_of_harm("My step-dad HITS   me."), may_tell_of_harm("The new bus hit memorable delays.")
    (True, False)
    """
    return bool(signs().search(_plain(text)))


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'").replace("-", " ")


def check_told(whom: str) -> None:
    if not whom.strip():
        raise Refused("Say whom you told: the service and the post, not a name.")


def check_return(why: str) -> None:
    if not why.strip():
        raise Refused("Say why no child may be in danger: it is kept.")
