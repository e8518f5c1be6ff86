"""Every indicator known: those of the frameworks and those that we hold figures of, defined side by side."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.once import asked_once
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.registers import Framework, frameworks
from trust.vision.outcomes.models import Crossing, Indicator, Registered
from trust.vision.outcomes.queries.explore_portrait import BETTER
from trust.vision.outcomes.queries.store import ask_shelf
from trust.vision.outcomes.words import Outcome

HELD = """
    select indicator, count(*), min("order"), max("order"), list(distinct area[:3])
    from read_parquet($shelf)
    where list_contains($areas, area) and known_on <= $as_of and ($code = '' or indicator = $code)
    group by indicator
"""


@dataclass(frozen=True)
class Entry:
    """One line of the register."""

    code: str
    framework: str
    number: str
    title: str
    unit: str
    polarity: Polarity
    outcome: Outcome | None
    frequency: str
    source: str
    held_as: tuple[str, ...] = ()
    own_of: str = ""

    @property
    def better(self) -> str:
        """Which way is better; nothing of an outcome that is no measure."""
        return BETTER[self.polarity] if self.unit else ""


def entries(*, as_of: date) -> list[Entry]:
    """Every indicator known, in the order of its framework.

    `held_as` names the figures known on the day; `own_of` the framework's indicator that one of ours carries
    the number of.
    """
    held = {code for code, *_ in held_counts("", as_of)}
    ours = _of_ours(held)
    theirs = list(_of_frameworks(held, {one.number: one.code for one in ours if one.number}))
    numbered = {one.number: one.code for one in theirs if one.number}
    return [*theirs, *(replace(one, own_of=numbered.get(one.number, "")) for one in ours)]


def _of_frameworks(held: set[str], by_number: dict[str, str]) -> Iterator[Entry]:
    cousins = _cousins()
    for row in _latest(Registered):
        codes = {by_number.get(row["number"], ""), *cousins[row["code"]]} & held
        yield _entry(row, tuple(sorted(codes)))


def _of_ours(held: set[str]) -> list[Entry]:
    return [
        _entry(row | {"framework": row["family"]}, (row["code"],) if row["code"] in held else ())
        for row in _latest(Indicator)
    ]


def _latest(model: type[Registered] | type[Indicator]) -> list[dict[str, Any]]:
    rows = [vars(row) for row in model._default_manager.order_by("code", "-version").distinct("code")]
    return sorted(rows, key=lambda row: (_framework_of(row), _by_number(row["number"])))


def _framework_of(row: dict[str, Any]) -> str:
    return str(row.get("framework") or row.get("family"))


def _by_number(number: str) -> tuple[int, str]:
    """NI 9 before NI 10; those without a number last.

    >>> sorted(["NI 10", "", "NI 9"], key=_by_number)
    ['NI 9', 'NI 10', '']
    """
    figures = "".join(filter(str.isdigit, number))
    return int(figures) if figures else 10**6, number


def _entry(row: dict[str, Any], held_as: tuple[str, ...]) -> Entry:
    outcome = Outcome(row["outcome"]) if row["outcome"] else None
    return Entry(
        row["code"], row["framework"], row["number"], row.get("plain_title") or row["title"], row["unit"],
        Polarity(row["polarity"]), outcome, row["frequency"], row["source"], held_as,
    )  # fmt: skip


@asked_once
def _cousins() -> dict[str, list[str]]:
    """The codes of our own that a framework's indicator is the same as or much the same as."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, other in Crossing.objects.filter(framework="").values_list("code", "other"):
        found[code].append(other)
    return found


def held_counts(code: str, as_of: date) -> list[tuple[Any, ...]]:
    """How many figures are held of an indicator, or of each: their first and last month, and for whom."""
    setting = directory.setting()
    places = [setting.county, "E92000001", *(place.code for place in directory.districts(on=as_of))]
    return ask_shelf(HELD, {"areas": places, "as_of": as_of, "code": code})


def framework(name: str) -> Framework | None:
    return next((one for one in frameworks() if one.name == name), None)
