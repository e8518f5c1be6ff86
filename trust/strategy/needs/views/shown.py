"""A document as a page reads it: each figure with its chart, its table and where to look further."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.charts import Chart, Table
from trust.strategy.needs.formats.document import CitedFigure, Document, Found, Part, Tally
from trust.strategy.needs.views.charts import chart_of, table_of
from trust.strategy.needs.words import Counted


@dataclass(frozen=True)
class FigureShown:
    cited: CitedFigure
    chart: Chart | None
    table: Table | None
    address: str


@dataclass(frozen=True)
class FoundShown:
    found: Found
    figure: FigureShown | None


@dataclass(frozen=True)
class PartShown:
    part: Part
    figures: tuple[FigureShown, ...]
    unknown: tuple[FigureShown, ...]
    findings: tuple[FoundShown, ...]
    tallies: tuple[tuple[str, tuple[Tally, ...]], ...]


def parts_shown(document: Document) -> list[PartShown]:
    return [_part(part, document.as_of) for part in document.parts]


def _part(part: Part, day: date) -> PartShown:
    figures = [figure_shown(figure, day) for figure in part.figures]
    return PartShown(
        part,
        tuple(figure for figure in figures if figure.chart),
        tuple(figure for figure in figures if not figure.chart),
        tuple(
            FoundShown(found, figure_shown(found.figure, day) if found.figure else None)
            for found in part.findings
        ),
        tuple(_tallies(part.tallies)),
    )


def figure_shown(cited: CitedFigure, day: date) -> FigureShown:
    asked = {"area": cited.area} if cited.area else {}
    address = reverse("outcomes:indicator", args=[cited.indicator])
    return FigureShown(
        cited,
        chart_of(cited),
        table_of(cited),
        f"{address}?{urlencode({**asked, 'as_of': day.isoformat()})}",
    )


def _tallies(tallies: tuple[Tally, ...]) -> Iterator[tuple[str, tuple[Tally, ...]]]:
    for kind in Counted:
        mine = tuple(tally for tally in tallies if tally.counted == kind)
        if mine:
            yield kind.label, mine
