"""One measure by small area: ranked, found by name, on the boundaries asked for, and along deprivation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.directory.queries import small_areas, vintages, wholes
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes.queries.places import Held, carried, every_small_area, gathered, held_for
from trust.vision.outcomes.queries.register import IndicatorCard, indicators
from trust.vision.outcomes.queries.store import ask_shelf
from trust.vision.outcomes.rules.figures import Figure
from trust.vision.outcomes.rules.tenths import Counted, Tenths, tenths

LEVELS = (PlaceKind.LSOA, PlaceKind.MSOA, PlaceKind.WARD, PlaceKind.LOCALITY, PlaceKind.DISTRICT)
SORTS = ("figure", "-figure", "name", "-name", "district", "-district")
DEPRIVATION = re.compile(r"deprivation-\d{4}-(imd|index-of-multiple-deprivation-imd)-rank.*")
HAVE = """
    select distinct indicator from read_parquet($shelf)
    where list_contains($areas, area) and known_on <= $as_of and value is not null
"""


@dataclass(frozen=True)
class Asked:
    """What a person asks of the page; empty for whatever is usual."""

    level: PlaceKind = PlaceKind.LSOA
    vintage: str = ""
    district: str = ""
    locality: str = ""
    words: str = ""
    sort: str = "-figure"


@dataclass(frozen=True)
class SmallRow:
    """One place of the table; `note` says why there is no figure, or what to take care of."""

    code: str
    name: str
    district: str
    district_code: str
    figure: Figure | None
    estimated: bool = False
    note: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Board:
    """The places of one level with their figures, and the refusal in a sentence where there is none."""

    held: Held
    level: PlaceKind
    vintage: str
    vintages: list[str]
    rows: list[SmallRow]
    every: int
    refusal: str = ""

    @property
    def estimated(self) -> int:
        return len([row for row in self.rows if row.estimated])

    @property
    def carried(self) -> bool:
        return bool(self.held.vintage) and self.held.vintage != self.vintage

    @property
    def has_limits(self) -> bool:
        return any(row.figure and row.figure.between for row in self.rows)


def measures(*, as_of: date) -> list[IndicatorCard]:
    """The indicators that had a figure of any small area by a day."""
    found = ask_shelf(HAVE, {"areas": every_small_area(), "as_of": as_of})
    codes = {record[0] for record in found}
    return [card for card in indicators() if card.code in codes]


def board(code: str, *, asked: Asked, as_of: date) -> Board:
    """The table of small areas; errors: NotFound for a vintage or a place that is none of ours."""
    held = held_for(code, areas=every_small_area(), as_of=as_of)
    known = [one.name for one in vintages(PlaceKind.LSOA)]
    newest = directory.vintage_on(PlaceKind.LSOA, as_of)
    vintage = asked.vintage or held.vintage or newest
    if vintage not in {"", *known}:
        raise NotFound
    try:
        found = rows_of(held, asked.level, vintage, as_of) if held.figures else []
    except Refused as refusal:
        return Board(held, asked.level, vintage, known, [], 0, str(refusal))
    chosen = _chosen(found, asked, vintage, as_of)
    return Board(held, asked.level, vintage, known, in_order(chosen, asked.sort), len(found))


def rows_of(held: Held, level: PlaceKind, vintage: str, as_of: date) -> list[SmallRow]:
    """Every place of a level: small areas on the boundaries asked for, larger places from those published.

    Errors: Refused, with a sentence, where that would mislead.
    """
    districts = {place.code: place.name for place in directory.districts(on=as_of)}
    areas = {area.code: area for area in small_areas(vintage)}
    home = {code: next((up for up in area.within if up in districts), "") for code, area in areas.items()}
    if level is PlaceKind.LSOA:
        known_as = _known_as(vintage, as_of)
        found = carried(held, areas=list(areas), vintage=vintage)
        return [
            SmallRow(
                code=one.area,
                name=areas[one.area].name + known_as.get(one.area, ""),
                district=districts.get(home[one.area], ""),
                district_code=home[one.area],
                figure=one.figure,
                estimated=one.estimated,
                note=one.sentence,
                parts=(one.area,),
            )
            for one in found
        ]
    return _wholes(held, level, districts, as_of)


def _known_as(vintage: str, as_of: date) -> dict[str, str]:
    """What people call the part of town that a small area is in, such as “ (Popley)”, if anything."""
    middling = wholes(PlaceKind.MSOA, vintage=vintage, on=as_of)
    called = ((one, one.name[one.name.index(" (") :]) for one in middling if " (" in one.name)
    return {member: name for one, name in called for member in one.members}


def _wholes(held: Held, level: PlaceKind, districts: dict[str, str], as_of: date) -> list[SmallRow]:
    """Larger places, always from the small areas that the figures were published for."""
    homes = {
        area.code: next((up for up in area.within if up in districts), "")
        for area in small_areas(held.vintage)
    }
    rows = []
    for one in gathered(held, level=level, as_of=as_of):
        home = {homes[member] for member in one.whole.members}
        code = home.pop() if len(home) == 1 else ""
        note = "" if one.counted == one.members else f"{one.counted} of its {one.members} areas have counts."
        if one.whole.invented:
            note = f"Which areas it has is invented for the demonstration. {note}".strip()
        rows.append(
            SmallRow(
                one.whole.code, one.whole.name, districts.get(code, ""), code, one.figure,
                one.whole.best_fit and one.figure is not None and one.figure.value is not None,
                note, one.whole.members,
            )
        )  # fmt: skip
    return rows


def _chosen(rows: Sequence[SmallRow], asked: Asked, vintage: str, as_of: date) -> list[SmallRow]:
    words = asked.words.casefold().split()
    inside = _of_locality(asked.locality, vintage, as_of) if asked.locality else frozenset()
    return [
        row
        for row in rows
        if asked.district in {"", row.district_code}
        and (not asked.locality or inside & {*row.parts})
        and all(word in f"{row.name} {row.code}".casefold() for word in words)
    ]


def _of_locality(code: str, vintage: str, as_of: date) -> frozenset[str]:
    """The small areas of a locality on a day; errors: NotFound."""
    for whole in wholes(PlaceKind.LOCALITY, vintage=vintage, on=as_of):
        if whole.code == code:
            return frozenset(whole.members)
    raise NotFound


def in_order(rows: Sequence[SmallRow], sort: str) -> list[SmallRow]:
    """By name, district or figure; places without a figure always come last."""
    down, key = sort.startswith("-"), sort.lstrip("-")
    named = sorted(rows, key=lambda row: row.name, reverse=down and key == "name")
    if key == "district":
        return sorted(named, key=lambda row: row.district, reverse=down)
    if key == "figure":
        there = [row for row in named if _value(row) is not None]
        gone = [row for row in named if _value(row) is None]
        return [*sorted(there, key=lambda row: _value(row) or 0.0, reverse=down), *gone]
    return named


def _value(row: SmallRow) -> float | None:
    return row.figure.value if row.figure else None


def along_deprivation(found: Held, *, as_of: date) -> Tenths | None:
    """The measure from the most to the least deprived tenth of small areas, where there are counts for it."""
    ranks = ranks_for(found, as_of=as_of)
    if ranks is None:
        return None
    counted = [
        Counted(rank.value, figure.tally)
        for code, figure in found.figures.items()
        if (rank := ranks.figures.get(code)) and rank.value is not None and figure.tally
    ]
    return tenths(counted, measured=found.card.measured, edition=ranks.period, every=len(found.figures))


def ranks_for(found: Held, *, as_of: date) -> Held | None:
    """The newest ranks of deprivation on the same vintage, where 1 is the most deprived."""
    areas = every_small_area()
    cards = [card for card in measures(as_of=as_of) if DEPRIVATION.fullmatch(card.code)]
    held = [held_for(card.code, areas=areas, as_of=as_of) for card in cards if card.code != found.card.code]
    same = [one for one in held if one.vintage and one.vintage == found.vintage]
    return max(same, key=lambda one: one.period, default=None)
