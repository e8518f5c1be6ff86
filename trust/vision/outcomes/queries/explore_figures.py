"""The figures of one place and of every place that it can stand beside, in one reading of the store."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.queries.pages import Choice
from trust.vision.outcomes.queries.register import IndicatorCard, indicator, sets_of
from trust.vision.outcomes.queries.series import _figure as figure_of
from trust.vision.outcomes.queries.series import place_names
from trust.vision.outcomes.queries.store import ask_shelf
from trust.vision.outcomes.rules.figures import Figure, with_limits
from trust.vision.outcomes.words import ENGLAND

# The figures about all its children for every place; for the place itself those of each group as well.
HELD = """
    select indicator, area, period, "order", first_month, numerator, denominator, value, lower, upper, mark,
        published_on, known_on, source, licence, published_note, sex, age, "group", main
    from read_parquet($shelf)
    where list_contains($areas, area) and indicator = $code and known_on <= $as_of
        and case when main then main_until > $as_of else area = $place and until > $as_of end
    order by area, "order", first_month, sex, age, "group"
"""
SMALL = """
    select 1 from read_parquet($shelf)
    where area >= 'E01' and area < 'E03' and indicator = $code and known_on <= $as_of limit 1
"""


@dataclass(frozen=True)
class Company:
    """One indicator of a place and of all that it can stand beside, as it was known on a day."""

    card: IndicatorCard
    place: Choice
    as_of: date
    names: dict[str, str]
    courses: dict[str, list[Figure]]
    groups: list[Figure]
    county: str
    region: str
    districts: tuple[str, ...]
    sets: tuple[Neighbours, ...]
    chosen: Neighbours | None
    by_small_area: bool

    def course(self, area: str) -> list[Figure]:
        return self.courses.get(area, [])

    def at(self, area: str, period: Figure | None) -> Figure | None:
        """A place's figure of the same months as another figure."""
        if period is None:
            return None
        when = (period.order, period.first_month)
        return next((f for f in self.course(area) if (f.order, f.first_month) == when), None)

    @property
    def latest(self) -> Figure | None:
        return latest_of(self.course(self.place.value))

    @property
    def is_whole(self) -> bool:
        return self.place.value == self.county

    @property
    def alike(self) -> tuple[str, ...]:
        """The places most like this one, nearest first, in the chosen set."""
        return tuple(code for code, _ in self.chosen.members) if self.chosen else ()

    @cached_property
    def peers(self) -> tuple[str, ...]:
        """The districts; where they have no figures, the place among those most like it."""
        if len([code for code in self.districts if latest_of(self.course(code))]) >= 2:
            return self.districts
        return (self.place.value, *self.alike) if self.alike else ()

    @property
    def peers_are_districts(self) -> bool:
        return self.peers == self.districts and bool(self.peers)

    def newest(self, areas: Iterable[str]) -> Figure | None:
        """A figure of the latest period that any of these places has one for."""
        last = [found for area in areas if (found := latest_of(self.course(area)))]
        return max(last, key=lambda figure: (figure.order, figure.first_month), default=None)


def gather(code: str, *, place: Choice, as_of: date, chosen_set: str = "") -> Company:
    """Everything that the ways of looking need; errors: NotFound for the code or the set."""
    card = indicator(code)
    county = directory.setting().county
    sets = neighbour_sets(place.value, as_of=as_of)
    chosen = _chosen(sets, chosen_set)
    region = directory.region_of(place.value)
    districts = tuple(one.code for one in directory.districts(on=as_of))
    beside = [county, ENGLAND, region, *districts, *(code for code, _ in (chosen.members if chosen else ()))]
    areas = tuple(dict.fromkeys(area for area in (place.value, *beside) if area))
    mains, groups = _held(code, areas, place.value, as_of)
    return Company(
        card=card,
        place=place,
        as_of=as_of,
        names=place_names(areas, on=as_of) | {place.value: place.label},
        courses={area: with_limits(figures, card.measured) for area, figures in mains.items()},
        groups=with_limits(groups, card.measured),
        county=county,
        region=region,
        districts=districts,
        sets=sets,
        chosen=chosen,
        by_small_area=bool(ask_shelf(SMALL, {"code": code, "as_of": as_of})),
    )


def neighbour_sets(place: str, *, as_of: date) -> tuple[Neighbours, ...]:
    """Every set of places like one that was known, newest first; of a corrected one the correction."""
    found: dict[str, Neighbours] = {}
    for row in sets_of(place).filter(known_on__lte=as_of):
        members = tuple((code, name) for code, name in row.members)
        found.setdefault(row.name, Neighbours(row.name, row.known_on, row.source, row.licence, members))
    return tuple(found.values())


def _chosen(sets: Sequence[Neighbours], name: str) -> Neighbours | None:
    if name and name not in {one.name for one in sets}:
        raise NotFound
    return next((one for one in sets if name in {"", one.name}), None)


def _held(
    code: str, areas: Sequence[str], place: str, as_of: date
) -> tuple[dict[str, list[Figure]], list[Figure]]:
    """Each place's figures of all its children, and the place's figures of each group."""
    mains: dict[str, list[Figure]] = defaultdict(list)
    groups: list[Figure] = []
    for *cells, main in ask_shelf(HELD, {"code": code, "areas": list(areas), "place": place, "as_of": as_of}):
        figure = figure_of(tuple(cells))
        if main:
            mains[figure.area].append(figure)
        if figure.area == place:
            groups.append(figure)
    return dict(mains), groups
