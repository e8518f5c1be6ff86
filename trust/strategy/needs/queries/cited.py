"""A cited measure as it was known on a day: its sentence, each figure, and the file that each came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import districts, setting
from trust.foundation.kernel.english import listed, number
from trust.foundation.kernel.once import asked_once
from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs.formats.document import CitedFigure, Shown, Source
from trust.strategy.needs.words import Show
from trust.vision.outcomes.queries import (
    Figure,
    GapStory,
    IndicatorCard,
    Release,
    gap_story,
    in_words,
    indicator,
    latest_by_area,
    place_names,
    releases,
    series,
    series_of,
)

ENGLAND = "E92000001"


@dataclass(frozen=True)
class Cited:
    """What an officer chose: a measure, places, and how to show them."""

    indicator: str
    places: tuple[str, ...]
    comparison: tuple[str, ...] = ()
    group: str = ""
    since: str = ""
    show: Show = Show.TOGETHER
    id: UUID | None = None


@dataclass(frozen=True)
class Line:
    name: str
    role: str
    figures: Sequence[Figure]


def cited_figure(cited: Cited, *, as_of: date) -> CitedFigure:
    """The measure with its sentence, figures and sources as of the day; errors: NotFound for its code."""
    card = indicator(cited.indicator)
    names = place_names((*cited.places, *cited.comparison), on=as_of)
    sentence, lines = _told(cited, card, names, as_of)
    sources = _sources([figure for line in lines for figure in line.figures])
    return CitedFigure(
        id=cited.id,
        indicator=card.code,
        title=card.plain_title,
        full_title=card.title,
        unit=card.unit,
        caveat=card.caveat,
        about=_about(cited, names, as_of),
        area=cited.places[0] if len(cited.places) == 1 else "",
        sentence=sentence,
        show=cited.show.value,
        lines=tuple((line.name, line.role) for line in lines),
        figures=tuple(_shown(line.name, figure, sources) for line in lines for figure in line.figures),
        sources=tuple(sources.values()),
    )


def _about(cited: Cited, names: dict[str, str], as_of: date) -> str:
    every = {place.code for place in districts(on=as_of)}
    places = _named(cited.places, names, every)
    group = f", {cited.group}" if cited.group else ""
    if not cited.comparison:
        return f"{places}{group}"
    rest = {*cited.places, *cited.comparison} == every
    others = f"the rest of {setting().area_name}" if rest else _named(cited.comparison, names, every)
    return f"{places}{group}, beside {others}"


def _named(places: tuple[str, ...], names: dict[str, str], every: set[str]) -> str:
    """The places by name, or as the districts where they are every one."""
    if set(places) == every and len(every) > 1:
        return f"{setting().area_name}’s {number(len(every))} districts"
    return listed([names[code] for code in places])


def _told(
    cited: Cited, card: IndicatorCard, names: dict[str, str], as_of: date
) -> tuple[str, tuple[Line, ...]]:
    if cited.show is Show.EACH:
        return _each(cited, card, names, as_of)
    if cited.comparison:
        return _beside(cited, as_of)
    return _together(cited, card, names, as_of)


def _beside(cited: Cited, as_of: date) -> tuple[str, tuple[Line, ...]]:
    story = gap_story(
        cited.indicator, group=cited.places, others=cited.comparison, as_of=as_of, since=cited.since or None
    )
    lines = (
        Line(story.group_name, "group", [point.group for point in story.points]),
        Line(story.others_name, "subject", [point.others for point in story.points]),
    )
    return f"{story.sentence} {story.who_moved}{_levels(story)}".strip(), lines


def _levels(story: GapStory) -> str:
    if story.last is None:
        return ""
    group, others = story.last.group, story.last.others
    told = f"{group.said} in {story.group_name} and {others.said} in {story.others_name}"
    return f" In {story.last.period} it was {told}."


def _together(
    cited: Cited, card: IndicatorCard, names: dict[str, str], as_of: date
) -> tuple[str, tuple[Line, ...]]:
    name = listed(list(names.values()))
    if cited.group:
        course = series(card.code, area=cited.places[0], as_of=as_of, group=cited.group)
        return _of_group(cited.group, name, card, course), (Line(cited.group, "subject", course),)
    course = series_of(card.code, areas=cited.places, as_of=as_of)
    england = [] if ENGLAND in cited.places else series(card.code, area=ENGLAND, as_of=as_of)
    lines = (Line(name, "subject", course), *([Line("England", "context", england)] if england else []))
    return in_words(card.code, areas=cited.places, as_of=as_of), lines


def _of_group(group: str, name: str, card: IndicatorCard, course: Sequence[Figure]) -> str:
    known = [figure for figure in course if figure.value is not None]
    if not known:
        return f"No figure for {name}, {group}, had been published by this day."
    unit = "%" if card.unit.startswith("%") else f" {card.unit}"
    return f"In {name}, {group}, it was {known[-1].said}{unit} in {known[-1].period}."


def _each(
    cited: Cited, card: IndicatorCard, names: dict[str, str], as_of: date
) -> tuple[str, tuple[Line, ...]]:
    found = latest_by_area(card.code, areas=cited.places, as_of=as_of, group=cited.group)
    lines = tuple(Line(names[row.area], "subject", [row.figure] if row.figure else []) for row in found)
    return _spread(lines, card), lines


def _spread(lines: Sequence[Line], card: IndicatorCard) -> str:
    """From the lowest to the highest, and where they stand close, no more than that."""
    known = sorted(
        (
            (figure.value, line.name, figure)
            for line in lines
            for figure in line.figures
            if figure.value is not None
        ),
        key=lambda one: (one[0], one[1]),
    )
    if not known:
        return "No figure for these places had been published by this day."
    (_, low, least), (_, high, most) = known[0], known[-1]
    unit = "%" if card.unit.startswith("%") else f" {card.unit}"
    if len(known) == 1:
        return f"In {most.period} it was {most.said}{unit} in {high}; nothing is published for the others."
    lowest = [name for value, name, _ in known if value == known[0][0]]
    below = low if len(lowest) == 1 else f"{number(len(lowest))} of them"
    return f"In {most.period} it ran from {least.said}{unit} in {below} to {most.said}{unit} in {high}."


def _shown(who: str, figure: Figure, sources: dict[tuple[str, str], Source]) -> Shown:
    return Shown(
        who=who,
        period=figure.period,
        order=figure.order,
        said=figure.said,
        value=figure.value,
        lower=figure.lower,
        upper=figure.upper,
        numerator=figure.numerator,
        denominator=figure.denominator,
        mark=figure.mark.label,
        known_on=figure.known_on,
        source=list(sources).index((figure.source, figure.licence)),
    )


def _sources(figures: Sequence[Figure]) -> dict[tuple[str, str], Source]:
    return {
        key: _source(*key) for key in dict.fromkeys((figure.source, figure.licence) for figure in figures)
    }


def _source(name: str, licence: str) -> Source:
    release = _held().get(name.split("; ")[0])
    if release is None:
        return Source(name, licence, "", "", None)
    return Source(name, licence, release.file, release.file_sha256, release.id)


@asked_once
def _held() -> dict[str, Release]:
    """The file that each source's figures came in; the one loaded last where several have it."""
    return {source: release for release in sorted(releases(), key=_loaded) for source in release.sources}


def _loaded(release: Release) -> tuple[object, str]:
    return release.loaded_at, release.file


def is_held(code: str) -> bool:
    try:
        indicator(code)
    except NotFound:
        return False
    return True
