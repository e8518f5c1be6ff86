"""One indicator place by place, for a map and for the table beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries.map_gathered import Gathered
from trust.vision.outcomes.queries.map_places import gathered, kinds_with_figures
from trust.vision.outcomes.queries.outlines import outlined_years
from trust.vision.outcomes.queries.register import IndicatorCard, indicator
from trust.vision.outcomes.queries.series import place_names, series
from trust.vision.outcomes.queries.small_areas import SmallRow
from trust.vision.outcomes.rules.figures import Figure, summed, with_limits
from trust.vision.outcomes.rules.map_classes import finding
from trust.vision.outcomes.words import ENGLAND, Geography


@dataclass(frozen=True)
class Asked:
    """What a person asks of a map; empty for whatever is usual."""

    by: str = ""
    beside: str = ""
    vintage: str = ""
    within: str = ""


@dataclass(frozen=True)
class MapRow:
    """One place with its figure, and how that stands to the benchmark, in a word."""

    code: str
    name: str
    figure: Figure | None
    finding: str
    estimated: bool = False
    note: str = ""

    @property
    def value(self) -> float | None:
        return self.figure.value if self.figure else None

    @property
    def width(self) -> float | None:
        """How wide its interval is: the wider, the less sure the figure."""
        limits = self.figure.interval if self.figure else None
        return limits.upper - limits.lower if limits else None


@dataclass(frozen=True)
class MapAnswer:
    """The places of one kind, highest first, with what they are set beside."""

    card: IndicatorCard
    by: Geography
    period: str
    rows: tuple[MapRow, ...]
    beside: str
    beside_name: str
    benchmark: Figure | None
    outlines: Mapping[str, Any]
    attributions: tuple[str, ...]
    notes: tuple[str, ...]
    benchmarks: tuple[tuple[str, str], ...]
    kinds: tuple[Geography, ...]
    vintage: str = ""
    vintages: tuple[str, ...] = ()
    within: str = ""
    districts: tuple[tuple[str, str], ...] = ()
    ours: str = ""

    @property
    def known(self) -> dict[str, float]:
        return {row.code: row.value for row in self.rows if row.value is not None}

    @property
    def widths(self) -> dict[str, float]:
        return {row.code: row.width for row in self.rows if row.width is not None}

    @property
    def outlined(self) -> frozenset[str]:
        return frozenset(shape["properties"]["code"] for shape in self.outlines["features"])


def map_answer(code: str, *, asked: Asked, as_of: date) -> MapAnswer:
    """Each place's figure of the latest period that any has one for; errors: NotFound."""
    card = indicator(code)
    county = directory.setting().county
    by = _geography(asked.by)
    beside = asked.beside or (ENGLAND if by is Geography.AUTHORITY else county)
    years = tuple(outlined_years().get(Geography.LSOA, ())) if by is Geography.LSOA else ()
    if beside not in {county, ENGLAND} or asked.vintage not in {"", *years}:
        raise NotFound
    found = gathered(code, by=by, vintage=asked.vintage, as_of=as_of)
    benchmark = _benchmark(card, found, beside, as_of)
    rows = [
        MapRow(
            row.code, row.name, row.figure, finding(row.figure, benchmark, card.polarity), row.estimated,
            row.note,
        )
        for row in _within(found.rows, asked.within)
    ]  # fmt: skip
    benchmarks = place_names([county, ENGLAND], on=as_of)
    kinds = kinds_with_figures(code, as_of=as_of)
    kept = {row.code for row in rows}
    features = [feature for feature in found.features if feature["properties"]["code"] in kept]
    return MapAnswer(
        card, by, found.period, tuple(_in_order(rows)), beside, benchmarks[beside], benchmark,
        {"features": features}, found.attributions, found.notes, tuple(benchmarks.items()),
        tuple(kinds if by in kinds else [*kinds, by]), found.vintage, years, asked.within,
        tuple(sorted(_districts(found.rows).items(), key=lambda one: one[1])),
        county if by in {Geography.AUTHORITY, Geography.NEIGHBOUR} else "",
    )  # fmt: skip


def _geography(asked: str) -> Geography:
    try:
        return Geography(asked or Geography.DISTRICT)
    except ValueError as error:
        raise NotFound from error


def _benchmark(card: IndicatorCard, found: Gathered, beside: str, as_of: date) -> Figure | None:
    """What places are set beside: as it was published, or the county added up from all its small areas."""
    published = series(card.code, area=beside, as_of=as_of)
    same = next((figure for figure in published if figure.period == found.period), None)
    if same or found.held is None or beside == ENGLAND:
        return same
    every = len(directory.places_of(PlaceKind.LSOA, vintage=found.held.vintage))
    whole = with_limits([summed([*found.held.figures.values()], places=every)], card.measured)[0]
    return whole if whole.value is not None else None


def _districts(rows: Sequence[SmallRow]) -> dict[str, str]:
    return {row.district_code: row.district for row in rows if row.district_code not in {"", row.code}}


def _within(rows: Sequence[SmallRow], district: str) -> Sequence[SmallRow]:
    """The places of one district, where one was asked for; errors: NotFound."""
    if district and district not in _districts(rows):
        raise NotFound
    return [row for row in rows if district in {"", row.district_code}]


def _in_order(rows: Sequence[MapRow]) -> list[MapRow]:
    """Highest first; those without a figure last, by name."""
    return sorted(rows, key=lambda row: (row.value is None, -(row.value or 0.0), row.name))
