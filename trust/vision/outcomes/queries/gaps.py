"""The gap between two groups of places, and what may be said of it."""

from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.english import listed
from trust.vision.outcomes.queries.register import indicator
from trust.vision.outcomes.queries.series import combined, place_names
from trust.vision.outcomes.rules.gaps import GapPoint, GapStory, gap_points, tell_gap


def gap_story(
    code: str, *, group: tuple[str, ...], others: tuple[str, ...], as_of: date, since: str | None = None
) -> GapStory:
    """The gap from `since` (or the first period both have) to the latest known; errors: NotFound."""
    measured = indicator(code).measured
    both = [combined(code, areas=areas, as_of=as_of) for areas in (group, others)]
    points = _from(gap_points(both[0], both[1], measured), since)
    names = place_names((*group, *others), on=as_of)
    rest = _the_rest(group, others, as_of) or listed([names[code] for code in others])
    return tell_gap(points, measured, group_name=listed([names[code] for code in group]), others_name=rest)


def _from(points: tuple[GapPoint, ...], since: str | None) -> tuple[GapPoint, ...]:
    start = next((place for place, point in enumerate(points) if point.period == since), 0)
    return points[start:]


def _the_rest(group: tuple[str, ...], others: tuple[str, ...], on: date) -> str:
    """“the rest of Hampshire” where the two together are every district, and nothing otherwise."""
    every = {place.code for place in directory.districts(on=on)}
    return f"the rest of {directory.setting().area_name}" if every and {*group, *others} == every else ""
