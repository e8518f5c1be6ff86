"""What a map of one kind of place is made from: the places, their figures and their outlines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trust.vision.outcomes.queries.outlines import Atlas, Feature
from trust.vision.outcomes.queries.places import Held
from trust.vision.outcomes.queries.series import latest_by_area
from trust.vision.outcomes.queries.small_areas import SmallRow


@dataclass(frozen=True)
class Gathered:
    """The places of one kind; `notes` are sentences that whoever reads the map must know."""

    period: str
    rows: tuple[SmallRow, ...]
    features: tuple[Feature, ...]
    attributions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    vintage: str = ""
    held: Held | None = None


def published(code: str, names: Mapping[str, str], as_of: date) -> tuple[str, tuple[SmallRow, ...]]:
    """The latest period that any place has a figure for, and every place with its figure of it."""
    found = latest_by_area(code, areas=tuple(names), as_of=as_of)
    period = next((one.figure.period for one in found if one.figure and one.figure.value is not None), "")
    return period, tuple(SmallRow(one.area, names[one.area], "", "", one.figure) for one in found)


def drawn(
    period: str, rows: Sequence[SmallRow], held: Atlas, *, notes: Sequence[str] = (), of: Held | None = None
) -> Gathered:
    """The places with those of their outlines that are held, and whom to thank for these."""
    features = tuple(held.of(row.code for row in rows))
    thanks = held.attributions if features else ()
    return Gathered(period, tuple(rows), features, thanks, tuple(filter(None, notes)), held=of)
