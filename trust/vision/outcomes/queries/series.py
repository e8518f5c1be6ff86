"""Figures over time and across places, as they were known on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.formats.official.places import place_name
from trust.vision.outcomes.queries.register import (
    IndicatorCard,
    indicator,
    indicators,
    neighbour_names,
    release,
)
from trust.vision.outcomes.queries.store import Record, ask_files, ask_shelf, parquet_of
from trust.vision.outcomes.rules.figures import Figure, since, summed, with_limits, with_limits_of_all
from trust.vision.outcomes.words import Mark

KNOWN = """
    select indicator, area, period, "order", first_month, numerator, denominator, value, lower, upper, mark,
        published_on, known_on, source, licence, published_note, sex, age, "group"
    from read_parquet($shelf)
    where list_contains($areas, area)
        and ($codes::varchar[] is null or list_contains($codes, indicator))
        and known_on <= $as_of
        and case when $sex = '' and $group = '' then main and main_until > $as_of
            else sex = coalesce(nullif($sex, ''), 'all') and "group" = $group and until > $as_of end
    order by indicator, area, "order", first_month, sex, age
"""
EVERYTHING = """
    select indicator, area, area_vintage, period, sex, age, "group", numerator, denominator, value,
        lower, upper, mark, published_on, published_note, source, licence
    from read_parquet($files)
    where known_on <= $as_of
    order by indicator, area, "order", first_month, sex, age, "group", known_on
"""


@dataclass(frozen=True)
class AreaFigure:
    """One place's figure of a period; None where nothing at all was published of it."""

    area: str
    figure: Figure | None


def series(code: str, *, area: str, as_of: date, sex: str = "", group: str = "") -> list[Figure]:
    """One place's figures, oldest first, as they were known on the day; errors: NotFound for the code.

    With neither sex nor group they are those about all the children whom the indicator is about.
    """
    card = indicator(code)
    return with_limits(_known(code, (area,), as_of, sex=sex, group=group), card.measured)


def combined(code: str, *, areas: tuple[str, ...], as_of: date, group: str = "") -> list[Figure]:
    """Several places as one, counts first; not available for a period where one of them has no counts."""
    card = indicator(code)
    figures = sorted(_known(code, areas, as_of, group=group), key=_period)
    added = [summed(list(parts), places=len(set(areas))) for _, parts in groupby(figures, key=_period)]
    return with_limits(added, card.measured)


def series_of(code: str, *, areas: tuple[str, ...], as_of: date) -> list[Figure]:
    """The series of one place, or of several taken as one."""
    if len(areas) == 1:
        return series(code, area=areas[0], as_of=as_of)
    return combined(code, areas=areas, as_of=as_of)


def movement(card: IndicatorCard, figures: Sequence[Figure]) -> Direction | None:
    """Better, worse or no clear change since the period before; None where no test is possible."""
    found = since(figures, card.measured, back=1)
    return found.direction if found else None


def latest_by_area(code: str, *, areas: tuple[str, ...], as_of: date, group: str = "") -> list[AreaFigure]:
    """Each place's figure for the latest period that any of them has one for, in the order asked."""
    card = indicator(code)
    figures = with_limits(_known(code, areas, as_of, group=group), card.measured)
    latest = max((_period(figure) for figure in figures if figure.value is not None), default=None)
    then = {figure.area: figure for figure in figures if _period(figure) == latest}
    return [AreaFigure(area, then.get(area)) for area in areas]


def courses(
    cards: Sequence[IndicatorCard], *, areas: tuple[str, ...], as_of: date
) -> dict[tuple[str, str], list[Figure]]:
    """The series of several indicators in several places, by code and area, in one reading of the shelf."""
    codes = [card.code for card in cards]
    values = {"codes": codes, "areas": list(areas), "as_of": as_of, "sex": "", "group": ""}
    found = {
        key: [_figure(record) for record in rows]
        for key, rows in groupby(ask_shelf(KNOWN, values), key=itemgetter(0, 1))
    }
    measured = {card.code: card.measured for card in cards}
    limited = with_limits_of_all([(figures, measured[code]) for (code, _), figures in found.items()])
    return dict(zip(found, limited, strict=True))


def courses_of(wanted: Sequence[tuple[IndicatorCard, tuple[str, ...]]], *, as_of: date) -> list[list[Figure]]:
    """Many series, each of one place or of several taken as one, in one reading of the shelf."""
    codes = sorted({card.code for card, _ in wanted})
    areas = sorted({area for _, places in wanted for area in places})
    values = {"codes": codes, "areas": areas, "as_of": as_of, "sex": "", "group": ""}
    held = {
        key: [_figure(record) for record in rows]
        for key, rows in groupby(ask_shelf(KNOWN, values) if wanted else [], key=itemgetter(0, 1))
    }
    found = [
        (_as_one([held.get((card.code, a), []) for a in places]), card.measured) for card, places in wanted
    ]
    return with_limits_of_all(found)


def _as_one(parts: list[list[Figure]]) -> list[Figure]:
    if len(parts) == 1:
        return parts[0]
    together = sorted((figure for part in parts for figure in part), key=_period)
    return [summed(list(same), places=len(parts)) for _, same in groupby(together, key=_period)]


def profile(*, area: str, as_of: date) -> list[tuple[IndicatorCard, list[Figure]]]:
    """Every indicator with one place's series, in one reading of the store."""
    cards = indicators()
    found = courses(cards, areas=(area,), as_of=as_of)
    return [(card, found.get((card.code, area), [])) for card in cards]


def place_names(codes: Iterable[str], *, on: date) -> dict[str, str]:
    """The name of each place; its code where the directory no longer has it."""
    known = neighbour_names() | {place.code: place.name for place in directory.districts(on=on)}
    return {code: known.get(code) or _name(code) for code in codes}


def _name(code: str) -> str:
    try:
        return directory.place(code).name
    except NotFound:
        return place_name(code)


def released_rows(release_id: UUID, *, as_of: date) -> list[Record]:
    """One release's rows in the columns of its file, but for those published after the day."""
    held = release(release_id)
    if not held.rows:
        return []
    return ask_files(EVERYTHING, [parquet_of(held.rows_sha256)], {"as_of": as_of})


def _known(code: str, areas: tuple[str, ...], as_of: date, *, sex: str = "", group: str = "") -> list[Figure]:
    values = {"codes": [code], "areas": list(areas), "as_of": as_of, "sex": sex, "group": group}
    return [_figure(record) for record in ask_shelf(KNOWN, values)]


def _figure(record: Record) -> Figure:
    (_, area, period, order, first_month, numerator, denominator, value, lower, upper, mark,
     published_on, known_on, source, licence, published_note, sex, age, group) = record  # fmt: skip
    return Figure(
        area=area, period=period, order=order, first_month=first_month, numerator=numerator,
        denominator=denominator, value=value, lower=lower, upper=upper, mark=Mark(mark),
        published_on=published_on, known_on=known_on, source=source, licence=licence,
        published_note=published_note, sex=sex, age=age, group=group,
    )  # fmt: skip


def _period(figure: Figure) -> tuple[int, int]:
    return figure.order, figure.first_month
