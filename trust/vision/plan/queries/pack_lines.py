"""The figures a pack might have, each beside what was known before, and a line for each chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.english import listed
from trust.foundation.kernel.time import in_words
from trust.foundation.statistics.words import Direction, Standing
from trust.vision.outcomes.queries import (
    Figure,
    IndicatorCard,
    beside,
    indicator,
    of_place,
    place_names,
    profile,
    series_of,
    since,
    standing,
)
from trust.vision.outcomes.words import ENGLAND
from trust.vision.plan.formats.packs import PackLine, PackPoint
from trust.vision.plan.queries.progress import Reading
from trust.vision.plan.rules.packs import Candidate, Why, changes, latest_of, overdue
from trust.vision.plan.words import Status

HEAVY = {Status.OFF_TRACK: 3, Status.AT_RISK: 2, Status.CANNOT_SAY: 1, Status.ON_TRACK: 0}


@dataclass(frozen=True)
class Known:
    """One figure of a place or of several: its course now and on an earlier day, and England's."""

    card: IndicatorCard
    areas: tuple[str, ...]
    now: list[Figure]
    before: list[Figure]
    england: list[Figure]
    reading: Reading | None = None

    @property
    def key(self) -> str:
        return f"{self.card.code}@{'+'.join(self.areas)}"

    @property
    def latest(self) -> Figure | None:
        return latest_of(self.now)

    @property
    def direction(self) -> Direction | None:
        return _direction(self.card, self.now)

    @property
    def changed(self) -> tuple[str, ...]:
        said = (_direction(self.card, self.before), self.direction)
        return changes(self.before, self.now, said=said)

    @property
    def standing(self) -> Standing | None:
        then = self._england_then()
        return standing(self.latest, then, self.card.polarity) if self.latest and then else None

    @property
    def behind(self) -> float:
        """How far England's figure is away, as a share of it."""
        then = self._england_then()
        if self.latest is None or self.latest.value is None or then is None or not then.value:
            return 0
        return abs(self.latest.value - then.value) / then.value

    def _england_then(self) -> Figure | None:
        latest = self.latest
        return next((f for f in self.england if latest and f.period == latest.period), None)


def _direction(card: IndicatorCard, figures: Sequence[Figure]) -> Direction | None:
    found = since(figures, card.measured)
    return found.direction if found else None


def all_known(area: str, *, as_of: date, before: date) -> list[Known]:
    """Every indicator of a place that has a figure, in three readings of the store."""
    then = {card.code: course for card, course in profile(area=area, as_of=before)}
    england = {card.code: course for card, course in profile(area=ENGLAND, as_of=as_of)}
    return [
        Known(card, (area,), course, then.get(card.code, []), england.get(card.code, []))
        for card, course in profile(area=area, as_of=as_of)
        if latest_of(course)
    ]


def of_measure(reading: Reading, *, as_of: date, before: date) -> Known:
    areas = reading.measure.areas
    return Known(
        card=reading.card,
        areas=areas,
        now=reading.series,
        before=series_of(reading.card.code, areas=areas, as_of=before),
        england=series_of(reading.card.code, areas=(ENGLAND,), as_of=as_of),
        reading=reading,
    )


def of_key(key: str, *, as_of: date, before: date) -> Known:
    """A figure put in by hand; errors: NotFound where no indicator has its code."""
    code, _, places = key.partition("@")
    areas = tuple(places.split("+"))
    return Known(
        card=indicator(code),
        areas=areas,
        now=series_of(code, areas=areas, as_of=as_of),
        before=series_of(code, areas=areas, as_of=before),
        england=series_of(code, areas=(ENGLAND,), as_of=as_of),
    )


def candidates(
    measures: Sequence[Known], others: Sequence[Known], by_hand: Sequence[Known]
) -> Iterator[Candidate]:
    """Each figure once for each reason it has: the rule of choice takes the first."""
    for one in measures:
        yield Candidate(one.key, one.card.plain_title, Why.PLAN, _weight(one.reading))
    for one in by_hand:
        yield Candidate(one.key, one.card.plain_title, Why.HAND)
    for one in others:
        yield from _reasons(one)


def _weight(reading: Reading | None) -> float:
    return HEAVY[reading.status] if reading else 0


def _reasons(one: Known) -> Iterator[Candidate]:
    title, before = one.card.plain_title, _direction(one.card, one.before)
    if before and one.direction and before is not one.direction:
        yield Candidate(one.key, title, Why.TURNED, one.behind)
    if one.standing is Standing.WORSE:
        yield Candidate(one.key, title, Why.WORSE, one.behind)
    if one.changed:
        yield Candidate(one.key, title, Why.NEW, one.behind)
    yield Candidate(one.key, title, Why.KEPT, one.behind)


def line(one: Known, why: Why, *, as_of: date) -> PackLine:
    """A figure with its sentence, its course, what changed and what it asks for."""
    latest, measure = one.latest, one.reading.measure if one.reading else None
    names = place_names(one.areas, on=as_of)
    return PackLine(
        key=one.key,
        code=one.card.code,
        area=one.areas[0],
        title=measure.title if measure else one.card.plain_title,
        about=listed(list(names.values())),
        unit=one.card.unit,
        why=why.value,
        letter=one.reading.status.value if one.reading else "",
        word=one.reading.word if one.reading else _word(one),
        figure=latest.said if latest else "not known yet",
        between=latest.between if latest else "",
        period=latest.period if latest else "",
        sentence=one.reading.sentence if one.reading else _sentence(one, listed(list(names.values()))),
        source=latest.source if latest else one.card.source,
        known_on=latest.known_on if latest else None,
        target=float(measure.target) if measure else None,
        points=tuple(_point(figure) for figure in one.now if figure.value is not None),
        changed=one.changed,
        decide=tuple(_asks(one, as_of)),
    )


def _word(one: Known) -> str:
    return one.direction.capitalize() if one.direction else "Not tested"


def _sentence(one: Known, name: str) -> str:
    told = of_place(name, one.latest, one.card.unit, since(one.now, one.card.measured))
    return f"{told} {beside(one.standing, 'England')}." if one.standing else told


def _point(figure: Figure) -> PackPoint:
    return PackPoint(figure.period, figure.value, figure.lower, figure.upper, figure.in_years)


def _asks(one: Known, as_of: date) -> Iterator[str]:
    """Why a figure asks for a decision: off its path, worse past the test, or overdue."""
    if one.reading and one.reading.status in {Status.OFF_TRACK, Status.AT_RISK}:
        yield one.reading.sentence
    elif one.direction is Direction.WORSE:
        yield f"{_became(one)}, by more than chance would explain."
    latest = one.latest
    if latest and overdue(latest, lag_months=one.card.lag_months, frequency=one.card.frequency, on=as_of):
        yield f"The figure is old: none after {latest.period} had come by {in_words(as_of)}, and one was due."


def _became(one: Known) -> str:
    found = since(one.now, one.card.measured)
    return found.sentence if found else ""
