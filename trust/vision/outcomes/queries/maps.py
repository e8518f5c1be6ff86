"""One indicator place by place, for a map and for the table beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries.register import IndicatorCard, indicator, outlines
from trust.vision.outcomes.queries.series import latest_by_area, place_names, series
from trust.vision.outcomes.rules.figures import Figure
from trust.vision.outcomes.rules.map_classes import finding
from trust.vision.outcomes.words import ENGLAND

GEOGRAPHIES = {"district": "District"}


@dataclass(frozen=True)
class MapRow:
    """One place with its figure, and how that stands to the benchmark, in a word."""

    code: str
    name: str
    figure: Figure | None
    finding: str

    @property
    def value(self) -> float | None:
        return self.figure.value if self.figure else None


@dataclass(frozen=True)
class MapAnswer:
    """The places of one kind, highest first, with what they are set beside."""

    card: IndicatorCard
    by: str
    period: str
    rows: tuple[MapRow, ...]
    beside: str
    beside_name: str
    benchmark: Figure | None
    outlines: Mapping[str, Any]
    benchmarks: tuple[tuple[str, str], ...]

    @property
    def known(self) -> dict[str, float]:
        return {row.code: row.value for row in self.rows if row.value is not None}

    @property
    def outlined(self) -> frozenset[str]:
        return frozenset(shape["properties"]["code"] for shape in self.outlines["features"])


def map_answer(code: str, *, by: str, beside: str, as_of: date) -> MapAnswer:
    """Each place's figure of the latest period that any has one for; errors: NotFound."""
    card = indicator(code)
    county = directory.setting().county
    benchmark_area = beside or county
    if by not in GEOGRAPHIES or benchmark_area not in {county, ENGLAND}:
        raise NotFound
    names = {place.code: place.name for place in directory.districts(on=as_of)}
    found = latest_by_area(code, areas=tuple(names), as_of=as_of)
    period = next((row.figure.period for row in found if row.figure and row.figure.value is not None), "")
    benchmark = next((f for f in series(code, area=benchmark_area, as_of=as_of) if f.period == period), None)
    rows = [
        MapRow(row.area, names[row.area], row.figure, finding(row.figure, benchmark, card.polarity))
        for row in found
    ]
    benchmarks = place_names([county, ENGLAND], on=as_of)
    return MapAnswer(
        card, by, period, tuple(_in_order(rows)), benchmark_area, benchmarks[benchmark_area], benchmark,
        outlines(), tuple(benchmarks.items()),
    )  # fmt: skip


def _in_order(rows: Sequence[MapRow]) -> list[MapRow]:
    """Highest first; those without a figure last, by name."""
    return sorted(rows, key=lambda row: (row.value is None, -(row.value or 0.0), row.name))
