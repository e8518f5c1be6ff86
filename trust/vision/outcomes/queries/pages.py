"""What the public pages show, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statistics.words import Polarity, Standing
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.queries.register import IndicatorCard, indicator, neighbours
from trust.vision.outcomes.queries.series import latest_by_area, place_names, series, series_of
from trust.vision.outcomes.rules import sentences
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
class Choice:
    value: str
    label: str


@dataclass(frozen=True)
class Ranked:
    """One place in a ranked list, and where its interval lies against the benchmark, in words."""

    code: str
    name: str
    figure: Figure | None
    words: str
    is_subject: bool = False


@dataclass(frozen=True)
class Portrait:
    """One indicator of one place, beside England, its districts and the places most like it."""

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
    alike: list[Ranked] = field(default_factory=list)
    alike_source: str = ""

    @property
    def latest(self) -> Figure | None:
        return latest_of(self.course)

    @property
    def better(self) -> str:
        return BETTER[self.card.polarity]

    @property
    def periods(self) -> list[tuple[str, Figure | None, Figure | None]]:
        """Each period of the place or of England, latest first, with the figure of both."""
        mine, theirs = ({(f.order, f.period): f for f in series} for series in (self.course, self.england))
        order = sorted({*mine, *theirs}, reverse=True)
        return [(period, mine.get((at, period)), theirs.get((at, period))) for at, period in order]


def places(*, on: date) -> list[Choice]:
    """The places that figures can be shown for: the county, its districts, and England."""
    county = directory.setting().county
    names = place_names([county, ENGLAND], on=on)
    districts = [Choice(place.code, place.name) for place in directory.districts(on=on)]
    # Nothing is loaded yet, or the area is not in England: a code is not a name.
    whole = [Choice(code, name) for code, name in names.items() if code and name != code]
    return [*whole[:1], *districts, *whole[1:]] or [Choice("", "this area")]


def chosen_place(code: str, choices: Sequence[Choice]) -> Choice:
    """The place asked for, or the first; errors: NotFound for one that is not in the list."""
    found = next((choice for choice in choices if choice.value == code), None)
    if code and found is None:
        raise NotFound
    return found or choices[0]


def portrait(code: str, *, place: Choice, as_of: date) -> Portrait:
    card = indicator(code)
    course = series(code, area=place.value, as_of=as_of)
    england = series(code, area=ENGLAND, as_of=as_of) if place.value != ENGLAND else []
    latest = latest_of(course)
    county = directory.setting().county
    ranked, period, benchmark = _districts(card, county, as_of)
    alike, source = _alike(card, place, as_of)
    return Portrait(
        card=card,
        area=place.value,
        name=place.label,
        course=course,
        england=england,
        sentence=sentences.of_place(place.label, latest, card.unit, since(course, card.measured)),
        beside_england=_beside_england(card, latest, england),
        districts=ranked,
        districts_period=period,
        districts_heading=sentences.spread([(row.name, row.figure) for row in ranked]),
        county_name=place_names([county], on=as_of)[county] if county else "",
        county=benchmark,
        alike=alike,
        alike_source=source,
    )


def in_words(code: str, *, areas: tuple[str, ...], as_of: date) -> str:
    """The latest figure of a place, or of several as one, what became of it, and how England stands to it."""
    card = indicator(code)
    course = series_of(code, areas=areas, as_of=as_of)
    names = place_names(areas, on=as_of)
    latest = latest_of(course)
    told = sentences.of_place(listed(list(names.values())), latest, card.unit, since(course, card.measured))
    england = series(code, area=ENGLAND, as_of=as_of) if ENGLAND not in areas else []
    beside = _beside_england(card, latest, england)
    return f"{told} {beside}." if beside else told


def _beside_england(card: IndicatorCard, latest: Figure | None, england: Sequence[Figure]) -> str:
    if latest is None or not england:
        return ""
    then = _at(england, latest)
    return sentences.beside(sentences.standing(latest, then, card.polarity), "England") if then else ""


def _at(figures: Sequence[Figure], when: Figure) -> Figure | None:
    return next((figure for figure in figures if figure.period == when.period), None)


def _districts(card: IndicatorCard, county: str, as_of: date) -> tuple[list[Ranked], str, Figure | None]:
    districts = directory.districts(on=as_of)
    found = latest_by_area(card.code, areas=tuple(place.code for place in districts), as_of=as_of)
    known = next((row.figure for row in found if row.figure), None)
    if known is None:
        return [], "", None
    benchmark = _at(series(card.code, area=county, as_of=as_of), known) if county else None
    names = {place.code: place.name for place in districts}
    rows = [_ranked(card, (row.area, names[row.area]), row.figure, benchmark) for row in found]
    return sorted(rows, key=_by_value), known.period, benchmark


def _alike(card: IndicatorCard, place: Choice, as_of: date) -> tuple[list[Ranked], str]:
    """The county among the places most like it, for the latest period; none where no set was known."""
    known = neighbours(as_of=as_of)
    county = directory.setting().county
    if known is None or place.value != county:
        return [], ""
    names = {county: place.label, **dict(known.members)}
    found = latest_by_area(card.code, areas=tuple(names), as_of=as_of)
    mine = next((row.figure for row in found if row.area == county), None)
    others = [row for row in found if row.figure]
    if mine is None or len(others) < 2:
        return [], ""
    rows = [
        _ranked(card, (row.area, names[row.area]), row.figure, mine, subject=row.area == county)
        for row in others
    ]
    return sorted(rows, key=_by_value), f"{known.source}, {known.name}"


def _ranked(
    card: IndicatorCard,
    place: tuple[str, str],
    figure: Figure | None,
    benchmark: Figure | None,
    *,
    subject: bool = False,
) -> Ranked:
    if subject or figure is None or figure.value is None:
        return Ranked(*place, figure, "", subject)
    where = sentences.standing(figure, benchmark, card.polarity)
    return Ranked(*place, figure, STANDINGS.get(where, "cannot say"))


def _by_value(row: Ranked) -> tuple[bool, float, str]:
    """Highest first; those without a figure last, by name."""
    value = row.figure.value if row.figure else None
    return value is None, -(value or 0.0), row.name
