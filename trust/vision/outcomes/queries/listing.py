"""How children are doing, indicator by indicator: found, put in order and shown a page at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from trust.foundation.statistics.words import Direction, Standing
from trust.vision.outcomes.queries.register import IndicatorCard, Title, cards, titles
from trust.vision.outcomes.queries.series import courses
from trust.vision.outcomes.queries.store import ask_shelf, columns_on_shelf
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.figures import Figure, Since, since
from trust.vision.outcomes.rules.judged import ABSENT_MARKS, Judged, columns_of, judged
from trust.vision.outcomes.words import ENGLAND, Became, Beside, InOrder, Method, Outcome

OF_PLACE = """
    select indicator, period, mark, "order", first_month, numerator, denominator, value, lower, upper
    from read_parquet($shelf)
    where area = $area and main and known_on <= $as_of and main_until > $as_of
    order by indicator, "order", first_month, sex, age
"""
# A value, or whole counts that give one: as much as tells whether an indicator has a figure at all.
NEWEST = """
    select indicator, max("order") filter (value is not null), max("order") filter (
        value is not null or (numerator is not null and denominator > 0 and denominator = floor(denominator)
            and not list_contains($absent, mark)))
    from read_parquet($shelf)
    where area = $area and main and known_on <= $as_of and main_until > $as_of
    group by indicator
"""
WORST_FIRST = (Direction.WORSE, Direction.NO_CLEAR_CHANGE, Direction.BETTER, None)
BESIDE_WORST_FIRST = (
    Standing.WORSE, Standing.SIMILAR, Standing.BETTER, Standing.HIGHER, Standing.LOWER, None
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What somebody asks the list for."""

    outcome: str = ""
    words: str = ""
    became: str = ""
    beside: str = ""
    order: str = ""

    @property
    def judges(self) -> bool:
        """Whether every indicator must be judged to answer, and not only those that are shown."""
        return bool(self.became or self.beside) or self.order in {InOrder.WORSE, InOrder.ENGLAND}


@dataclass(frozen=True)
class Line:
    """One indicator on the list: its latest figure, its course, what became of it, and England then."""

    card: IndicatorCard
    latest: Figure | None
    course: list[Figure]
    since: Since | None
    england: Figure | None = None
    standing: Standing | None = None

    @property
    def amount(self) -> str:
        """The latest figure, as a percentage or with nothing after it."""
        value = self.latest.value if self.latest else None
        return "" if value is None else sentences.with_unit(value, self.card.unit[: self.in_percent]).strip()

    @property
    def unit(self) -> str:
        """What stands after the figure, in small."""
        return self.card.unit[self.in_percent :].strip()

    @property
    def in_percent(self) -> bool:
        return self.card.unit.startswith("%")

    @property
    def beside(self) -> str:
        """Such as “Worse”, in a column that is headed England."""
        if self.england is None or self.england.value is None:
            return "No figure"
        return sentences.stands(self.standing)


@dataclass(frozen=True)
class Section:
    outcome: Outcome
    lines: list[Line]


@dataclass(frozen=True)
class Found:
    """The indicators that were asked for and have a figure, in order; and how many have none."""

    titles: list[Title]
    without: int
    nothing_yet: bool
    judged: dict[str, Judged] = field(default_factory=dict)


def find(wanted: Wanted, *, area: str, as_of: date) -> Found:
    """Every indicator of a place that was asked for, in the order asked for."""
    known = _judged(area, as_of) if wanted.judges else _newest(area, as_of)
    asked = [one for one in titles() if _is_asked(one, wanted)]
    there = [one for one in asked if one.code in known]
    met = [one for one in there if _has_met(known[one.code], wanted)]
    # Sorting keeps the order of the outcomes among equals.
    met.sort(key=lambda one: _place_in_order(one, known[one.code], wanted.order))
    return Found(met, len(asked) - len(there), not known, known)


def lines(wanted: Sequence[Title], *, area: str, as_of: date) -> list[Line]:
    """These indicators with their figures, in their order; England's beside, unless it is the place."""
    found = cards([one.code for one in wanted])
    areas = (area,) if area == ENGLAND else (area, ENGLAND)
    figures = courses(list(found.values()), areas=areas, as_of=as_of)
    return [_line(found[one.code], figures, area) for one in wanted]


def every_line(*, area: str, as_of: date) -> list[Line]:
    return lines(titles(), area=area, as_of=as_of)


def sections(found: Sequence[Line]) -> list[Section]:
    """The lines under their outcomes, in the order of the Act."""
    return [
        Section(outcome, list(rows)) for outcome, rows in groupby(found, key=lambda row: row.card.outcome)
    ]


def latest_of(figures: Sequence[Figure]) -> Figure | None:
    return next((figure for figure in reversed(figures) if figure.value is not None), None)


def _newest(area: str, as_of: date) -> dict[str, Judged]:
    """Each indicator that has a figure, with the end of its latest period and nothing judged."""
    values = {"area": area, "as_of": as_of, "absent": ABSENT_MARKS}
    counts = {one.code: one.measured.method is not Method.NONE for one in titles()}
    newest = {
        code: (either if counts.get(code) else given) for code, given, either in ask_shelf(NEWEST, values)
    }
    return {
        code: Judged(order, None, None)
        for code, order in newest.items()
        if order is not None and code in counts
    }


def _judged(area: str, as_of: date) -> dict[str, Judged]:
    measured = {one.code: one.measured for one in titles()}
    both = [columns_on_shelf(OF_PLACE, {"area": place, "as_of": as_of}) for place in (area, ENGLAND)]
    if not both[0]:
        return {}
    mine, england = map(columns_of, both)
    return judged(mine, england, measured)


def _is_asked(one: Title, wanted: Wanted) -> bool:
    if wanted.outcome not in {"", one.outcome}:
        return False
    text = f"{one.plain_title} {one.title} {one.number} {one.family}".casefold()
    return all(word in text for word in wanted.words.casefold().split())


def _has_met(found: Judged, wanted: Wanted) -> bool:
    became = {
        Became.CHANGED: found.direction in {Direction.BETTER, Direction.WORSE},
        Became.BETTER: found.direction is Direction.BETTER,
        Became.WORSE: found.direction is Direction.WORSE,
        Became.NO_CLEAR_CHANGE: found.direction is Direction.NO_CLEAR_CHANGE,
    }
    beside = {
        Beside.BETTER: found.standing is Standing.BETTER,
        Beside.WORSE: found.standing is Standing.WORSE,
        Beside.SIMILAR: found.standing is Standing.SIMILAR,
    }
    return (not wanted.became or became[Became(wanted.became)]) and (
        not wanted.beside or beside[Beside(wanted.beside)]
    )


def _place_in_order(one: Title, found: Judged, order: str) -> tuple[int, str]:
    match order:
        case InOrder.NAME:
            return 0, one.plain_title.casefold()
        case InOrder.NEWEST:
            return -found.order, ""
        case InOrder.WORSE:
            return WORST_FIRST.index(found.direction), ""
        case InOrder.ENGLAND:
            return BESIDE_WORST_FIRST.index(found.standing), ""
    return 0, ""


def _line(card: IndicatorCard, figures: dict[tuple[str, str], list[Figure]], area: str) -> Line:
    course = figures.get((card.code, area), [])
    latest = latest_of(course)
    then = _at(figures.get((card.code, ENGLAND), []), latest) if area != ENGLAND else None
    standing = sentences.standing(latest, then, card.polarity) if latest else None
    return Line(card, latest, course, since(course, card.measured), then, standing)


def _at(figures: Collection[Figure], when: Figure | None) -> Figure | None:
    return next((figure for figure in figures if when and figure.period == when.period), None)
