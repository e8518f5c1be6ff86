"""The gap between two groups, of places or of the children of one place, and what may be said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries.register import IndicatorCard, cards, indicator
from trust.vision.outcomes.queries.series import courses_of, latest_by_area, place_names, series
from trust.vision.outcomes.queries.store import ask
from trust.vision.outcomes.rules.figures import Figure, Measured
from trust.vision.outcomes.rules.gaps import (
    GapPoint,
    GapStory,
    gap_points,
    tell_gap,
    tell_overlap,
    without,
    worst_first,
)
from trust.vision.outcomes.words import ENGLAND

REST, EVERYONE, NOT = "rest", "everyone", "not "
BREAKDOWNS = """
    select sex, age, "group", min(known_on) <= $as_of as known from read_parquet($files)
    where indicator = $code and area = $area
    group by all order by "group", sex, age
"""
# An indicator, and the places of the two groups.
type Sides = tuple[str, tuple[str, ...], tuple[str, ...]]
SEXES = {"female": "girls", "male": "boys"}


@dataclass(frozen=True)
class Breakdown:
    """Some of the children of a place, as the publisher divides them."""

    sex: str
    age: str
    group: str
    known: bool = True

    @property
    def value(self) -> str:
        """Its word in an address."""
        return ", ".join(part for part in (self.sex if self.sex != "all" else "", self.group) if part)

    @property
    def name(self) -> str:
        who = SEXES.get(self.sex, "children" if self.group else self.sex)
        return f"{who} {self.group}".strip()


@dataclass(frozen=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True)
class GapQuestion:
    """What a page of a gap was asked; what is empty is chosen for it."""

    area: str = ""
    group: str = ""
    others: str = ""
    since: str = ""


@dataclass(frozen=True)
class GapChoices:
    """What may be set against what: places of the area, and groups of children within one place."""

    areas: tuple[Option, ...]
    places: tuple[Option, ...]
    groups: tuple[Option, ...]
    wider: tuple[Option, ...]
    periods: tuple[str, ...]


@dataclass(frozen=True)
class GapAnswer:
    """A gap as it was asked for, with the story and what else could be asked."""

    card: IndicatorCard
    asked: GapQuestion
    within: str
    story: GapStory
    choices: GapChoices
    chosen_for: bool

    @property
    def chosen_place(self) -> bool:
        """Whether a place was put first because it does worst."""
        return self.chosen_for and self.asked.group in {place.value for place in self.choices.places}


def gap_story(
    code: str, *, group: tuple[str, ...], others: tuple[str, ...], as_of: date, since: str | None = None
) -> GapStory:
    """The gap from `since` (or the first period both have) to the latest known; errors: NotFound."""
    asked = code, group, others
    found = gap_stories([asked], as_of=as_of, since=since)
    if asked not in found:
        raise NotFound
    return found[asked]


def gap_stories(asked: Iterable[Sides], *, as_of: date, since: str | None = None) -> dict[Sides, GapStory]:
    """Many gaps in one reading of the figures; without those whose indicator is not held."""
    every = list(dict.fromkeys(asked))
    known = cards({code for code, _, _ in every})
    held = [sides for sides in every if sides[0] in known]
    wanted = [(known[code], areas) for code, group, others in held for areas in (group, others)]
    read = iter(courses_of(wanted, as_of=as_of))
    return {
        (code, group, others): _story(
            (group, others), (next(read), next(read)), known[code].measured, as_of=as_of, since=since
        )
        for code, group, others in held
    }


def _story(
    places: tuple[tuple[str, ...], tuple[str, ...]], courses: tuple[list[Figure], list[Figure]],
    measured: Measured, *, as_of: date, since: str | None,
) -> GapStory:  # fmt: skip
    group, others = places
    overlap = any(_holds(other, one, on=as_of) for other in others for one in group)
    points = _from(gap_points(*courses, measured, overlap=overlap), since)
    names = place_names((*group, *others), on=as_of)
    rest = _the_rest(group, others, as_of) or listed([names[code] for code in others])
    tell = tell_overlap if overlap else tell_gap
    return tell(points, measured, group_name=listed([names[code] for code in group]), others_name=rest)


def gap_answer(code: str, asked: GapQuestion, *, as_of: date) -> GapAnswer:
    """The gap that was asked for, or where nothing was, the one that an area looks at first; NotFound."""
    card = indicator(code)
    area = asked.area or directory.setting().county
    if area not in {
        *(place.code for place in directory.districts(on=as_of)),
        directory.setting().county,
        ENGLAND,
    }:
        raise NotFound
    breakdowns = _breakdowns(code, area, as_of)
    chosen = _chosen(card, GapQuestion(area, asked.group, asked.others, asked.since), breakdowns, as_of)
    if chosen.group in {one.value for one in breakdowns}:
        story = _story_within(card, chosen, breakdowns, as_of)
    else:
        story = _story_of_places(card, chosen, as_of)
    choices = _choices(chosen, breakdowns, story, as_of)
    within = place_names([area], on=as_of)[area]
    kept = _from(story.points, chosen.since or None)
    if kept != story.points:
        story = _told_again(card, story, kept)
    return GapAnswer(card, chosen, within, story, choices, not asked.group)


def _told_again(card: IndicatorCard, story: GapStory, points: tuple[GapPoint, ...]) -> GapStory:
    tell = tell_overlap if story.overlap else tell_gap
    return tell(points, card.measured, group_name=story.group_name, others_name=story.others_name)


def _chosen(
    card: IndicatorCard, asked: GapQuestion, breakdowns: Sequence[Breakdown], as_of: date
) -> GapQuestion:
    """What was asked, or a group and its natural opposite, or the place that does worst and the rest."""
    values = [one.value for one in breakdowns if one.known]
    group = asked.group or next((value for value in values if f"{NOT}{value}" in values), "")
    # Everyone has no opposite: a group that is named comes before them.
    named = [value for value in values if value in SEXES] or [value for value in values if value]
    group = group or _worst_place(card, as_of) or next(iter(named), "")
    others = asked.others or _opposite(group, values)
    return GapQuestion(asked.area, group, others, asked.since)


def _opposite(group: str, values: Sequence[str]) -> str:
    swapped = {"female": "male", "male": "female"}
    for other in (
        f"{NOT}{group}",
        group.removeprefix(NOT) if group.startswith(NOT) else "",
        swapped.get(group),
    ):
        if other and other in values:
            return other
    return REST


def _worst_place(card: IndicatorCard, as_of: date) -> str:
    """The district that does worst now; none where nobody can say which way is worse."""
    if not card.measured.has_direction:
        return ""
    codes = tuple(place.code for place in directory.districts(on=as_of))
    found = latest_by_area(card.code, areas=codes, as_of=as_of) if codes else []
    figures = [row.figure for row in found if row.figure and row.figure.value is not None]
    return worst_first(figures, card.measured)[0].area if figures else ""


def _story_within(
    card: IndicatorCard, asked: GapQuestion, breakdowns: Sequence[Breakdown], as_of: date
) -> GapStory:
    known = {one.value: one for one in breakdowns}
    mine = _series(card.code, asked.area, known[asked.group], as_of)
    everyone = series(card.code, area=asked.area, as_of=as_of)
    overlap = asked.others == EVERYONE
    if overlap:
        theirs, name = everyone, "all children"
    elif asked.others == REST:
        theirs, name = without(everyone, mine, card.measured), "all other children"
    elif asked.others in known:
        theirs, name = _series(card.code, asked.area, known[asked.others], as_of), known[asked.others].name
    else:
        raise NotFound
    points = gap_points(mine, theirs, card.measured, overlap=overlap or asked.group == asked.others)
    tell = tell_overlap if overlap else tell_gap
    return tell(points, card.measured, group_name=known[asked.group].name, others_name=name)


def _series(code: str, area: str, which: Breakdown, as_of: date) -> list[Figure]:
    found = series(code, area=area, as_of=as_of, sex=which.sex, group=which.group)
    return [figure for figure in found if figure.age == which.age]


def _story_of_places(card: IndicatorCard, asked: GapQuestion, as_of: date) -> GapStory:
    group = tuple(filter(None, asked.group.split(",")))
    every = tuple(place.code for place in directory.districts(on=as_of))
    known = {*every, directory.setting().county, ENGLAND}
    rest = tuple(code for code in every if code not in group)
    others = rest if asked.others == REST else tuple(asked.others.split(","))
    if not {*group, *others} <= known:
        raise NotFound
    if not group or not others:
        return tell_gap((), card.measured, group_name="one group", others_name="another")
    return gap_story(card.code, group=group, others=others, as_of=as_of)


def _choices(asked: GapQuestion, breakdowns: Sequence[Breakdown], story: GapStory, as_of: date) -> GapChoices:
    county = directory.setting().county
    names = place_names([county, ENGLAND], on=as_of)
    districts = tuple(Option(place.code, place.name) for place in directory.districts(on=as_of))
    several = (Option(asked.group, story.group_name),) if "," in asked.group else ()
    areas = (Option(county, names[county]), *districts, Option(ENGLAND, names[ENGLAND]))
    return GapChoices(
        areas=areas,
        places=(*several, *districts),
        groups=tuple(Option(one.value, one.name) for one in breakdowns if one.value and one.known),
        wider=(areas[0], areas[-1]),
        periods=tuple(point.period for point in story.points[:-1] if point.apart is not None),
    )


def _breakdowns(code: str, area: str, as_of: date) -> list[Breakdown]:
    found = ask(BREAKDOWNS, {"code": code, "area": area, "as_of": as_of})
    one_each = {Breakdown(*row).value: Breakdown(*row) for row in found}
    # A place with one breakdown only, such as girls, is not divided by it.
    return list(one_each.values()) if len(one_each) > 1 else []


def _from(points: tuple[GapPoint, ...], since: str | None) -> tuple[GapPoint, ...]:
    start = next((place for place, point in enumerate(points) if point.period == since), 0)
    return points[start:]


def _holds(whole: str, part: str, *, on: date) -> bool:
    """Whether the children of one place are among those of the other."""
    if whole in {part, ENGLAND}:
        return True
    districts = {place.code for place in directory.districts(on=on)}
    return whole == directory.setting().county and part in districts


def _the_rest(group: tuple[str, ...], others: tuple[str, ...], on: date) -> str:
    """“the rest of Hampshire” where the two together are every district, and nothing otherwise."""
    every = {place.code for place in directory.districts(on=on)}
    return f"the rest of {directory.setting().area_name}" if every and {*group, *others} == every else ""
