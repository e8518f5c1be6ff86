"""The page of one indicator: a sentence, the place over time beside England, and one comparison."""

from collections.abc import Iterable
from dataclasses import dataclass

from trust.foundation.statistics.words import Polarity, Standing
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.queries.pages import Ranked, beside_england
from trust.vision.outcomes.queries.register import IndicatorCard
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Sheet, all_of, sheet_of
from trust.vision.outcomes.rules.explore_compare import WORDS, beside
from trust.vision.outcomes.rules.figures import Figure, since
from trust.vision.outcomes.words import ENGLAND

BETTER = {
    Polarity.HIGH: "Higher",
    Polarity.LOW: "Lower",
    Polarity.ZERO: "None at all",
    Polarity.BAND: "Within a range",
    Polarity.NEUTRAL: "Neither more nor less: it tells what there is",
}
STANDINGS: dict[Standing | None, str] = {standing: str(standing) for standing in Standing}
STANDINGS[Standing.SIMILAR] = "not clearly different"


@dataclass(frozen=True)
class Portrait:
    """One indicator of one place beside England, and its districts or, where it has none, places like it."""

    card: IndicatorCard
    area: str
    name: str
    course: list[Figure]
    england: list[Figure]
    sentence: str
    beside_england: str
    districts: list[Ranked]
    districts_period: str
    districts_heading: str
    county_name: str
    county: Figure | None
    alike: list[Ranked]
    alike_source: str
    sheet: Sheet

    @property
    def latest(self) -> Figure | None:
        return latest_of(self.course)

    @property
    def better(self) -> str:
        return BETTER[self.card.polarity]

    @property
    def alike_is_ranked(self) -> bool:
        """Whether every figure beside the place has its limits: without them an order could be chance."""
        return all(row.figure and row.figure.interval for row in self.alike)

    @property
    def periods(self) -> list[tuple[str, Figure | None, Figure | None]]:
        """Each period of the place or of England, latest first, with the figure of both."""
        mine, theirs = ({(f.order, f.period): f for f in series} for series in (self.course, self.england))
        order = sorted({*mine, *theirs}, reverse=True)
        return [(period, mine.get((at, period)), theirs.get((at, period))) for at, period in order]

    def every_figure(self) -> Iterable[Figure | None]:
        """What the page shows, for the marks that it must explain."""
        return (*self.course, *self.england, *(row.figure for row in (*self.districts, *self.alike)))


def portrait_of(company: Company) -> Portrait:
    place, card = company.place, company.card
    course = company.course(place.value)
    england = company.course(ENGLAND) if place.value != ENGLAND else []
    districts, known = _districts(company)
    alike = [] if districts else _alike(company)
    beside_it = [ENGLAND] if england else []
    return Portrait(
        card=card,
        area=place.value,
        name=place.label,
        course=course,
        england=england,
        sentence=sentences.of_place(place.label, company.latest, card.unit, since(course, card.measured)),
        beside_england=beside_england(card, company.latest, england),
        districts=districts,
        districts_period=known.period if known else "",
        districts_heading=sentences.spread([(row.name, row.figure) for row in districts]),
        county_name=company.names.get(company.county, ""),
        county=company.at(company.county, known),
        alike=alike,
        alike_source=f"{company.chosen.source}, {company.chosen.name}" if company.chosen and alike else "",
        sheet=sheet_of(all_of(company.names, company.courses, [place.value, *beside_it])),
    )


def _districts(company: Company) -> tuple[list[Ranked], Figure | None]:
    """The districts, highest first, each beside the county: its interval against the county's figure."""
    known = company.newest(company.districts)
    if known is None:
        return [], None
    county = company.at(company.county, known)
    rows = []
    for code in company.districts:
        figure = company.at(code, known)
        where = sentences.standing(figure, county, company.card.polarity) if figure else None
        words = STANDINGS.get(where, "cannot say") if figure and figure.value is not None else ""
        rows.append(Ranked(code, company.names[code], figure, words))
    return sorted(rows, key=_by_value), known


def _alike(company: Company) -> list[Ranked]:
    """The county among the places most like it that had a figure of the same months, nearest first."""
    mine = company.latest
    if mine is None:
        return []
    rows = [Ranked(company.place.value, company.place.label, mine, "", is_subject=True)]
    for code in company.alike:
        figure = company.at(code, mine)
        if figure and figure.value is not None:
            words = WORDS[beside(figure, mine, company.card.measured)]
            rows.append(Ranked(code, company.names[code], figure, words))
    return rows if len(rows) > 2 else []


def _by_value(row: Ranked) -> tuple[bool, float, str]:
    """Highest first; those without a figure last, by name."""
    value = row.figure.value if row.figure else None
    return value is None, -(value or 0.0), row.name
