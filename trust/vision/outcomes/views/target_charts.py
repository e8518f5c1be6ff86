"""Goals and aims as charts: the figures so far, and the straight path to what was asked or promised."""

from collections.abc import Iterator, Sequence

from trust.foundation.design.charts import Series, Target, line_chart, table_of_lines
from trust.foundation.kernel.english import exactly, listed
from trust.foundation.kernel.months import in_years
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.periods import read_period
from trust.vision.outcomes.queries.pages import Choice
from trust.vision.outcomes.queries.targets import AimedCourse, Aims, GoalRow, LocalAim
from trust.vision.outcomes.rules.figures import Figure, number
from trust.vision.outcomes.rules.sentences import with_unit
from trust.vision.outcomes.rules.targets import Aim
from trust.vision.outcomes.views.explore_pieces import Picture, ended_at, points_of, short_unit


def goals_drawn(found: Aims, place: Choice) -> list[Picture]:
    """A chart of each national goal that has a path."""
    return [_goal(found, row, row.aim, place) for row in found.rows if row.aim and found.england]


def _goal(found: Aims, row: GoalRow, aim: Aim, place: Choice) -> Picture:
    end = with_unit(float(aim.target), short_unit(found.card.unit))
    target = Target(
        f"{row.goal.kind.capitalize()}: {end}",
        from_x=in_years(aim.base_month),
        from_value=aim.base,
        to_x=in_years(aim.target_month),
        to_value=aim.target,
        by=row.goal.period,
    )
    beside = [] if place.label == "England" else [_context(place.label, found.here)]
    lines = [_subject("England", found.england), *beside]
    return _picture(found, f"goal-{row.goal.key}", row.goal.says, "England", lines, target)


def aims_drawn(found: Aims) -> Iterator[Picture]:
    """A chart of each aim of a plan here that has figures and a path."""
    for turn, course in enumerate(found.local, start=1):
        target = _path(found, course)
        if target and any(figure.value is not None for figure in course.figures):
            lines = [_subject(course.aim.about, course.figures), _context("England", found.england)]
            aim = course.aim
            yield _picture(found, f"aim-{turn}", aim.title, aim.about, lines, target, _by_way_of(aim))


def _by_way_of(aim: LocalAim) -> str:
    said = listed([f"{exactly(value)} in {period}" for period, value in aim.through])
    return f", by {said}" if said else ""


def _path(found: Aims, course: AimedCourse) -> Target | None:
    """The path of a plan; none where its periods cannot be read, or do not follow each other."""
    aim = course.aim
    try:
        first, last = read_period(aim.base_period).last, read_period(aim.target_period).last
        through = tuple((in_years(read_period(period).last), value) for period, value in aim.through)
    except ValueError:
        return None
    if last <= first:
        return None
    fewer = {Polarity.HIGH: " or more", Polarity.LOW: " or fewer"}.get(found.card.polarity, "")
    unit = "%" if found.card.unit.startswith("%") else ""
    label = f"Our aim: {exactly(aim.target)}{unit}{fewer}"
    ends = (in_years(first), aim.base, in_years(last), aim.target)
    return Target(label, *ends, by=aim.target_period, through=through)


def _subject(name: str, figures: Sequence[Figure]) -> Series:
    return Series(name, points_of(figures), "subject", ended_at(name, figures))


def _context(name: str, figures: Sequence[Figure]) -> Series:
    return Series(name, points_of(figures), "context", ended_at(name, figures))


def _picture(
    found: Aims, key: str, heading: str, name: str, lines: Sequence[Series], target: Target, way: str = ""
) -> Picture:
    kept = [line for line in lines if line.last]
    card = found.card
    path = (
        f"The dashed path goes from {number(float(target.from_value))} to {number(float(target.to_value))} "
        f"in {target.by}{way}."
    )
    chart = line_chart(
        kept,
        unit=short_unit(card.unit) if card.unit.startswith("%") else "",
        title=f"{card.plain_title}, {name}",
        description=path,
        target=target,
    )
    table = table_of_lines(kept, unit="", caption=f"{card.plain_title}, {card.unit}")
    return Picture(key, heading, f"{card.plain_title}, {card.unit}. {path}", chart, table)
