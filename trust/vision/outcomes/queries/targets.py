"""National goals beside a measure: what was asked of England, how England stands, and where this place is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trust.foundation.kernel.months import A_YEAR, month_of
from trust.vision.outcomes.formats.goals import Goal, national_goals
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.queries.register import IndicatorCard, indicator
from trust.vision.outcomes.queries.series import series, series_of
from trust.vision.outcomes.rules.figures import Figure, Since, since
from trust.vision.outcomes.rules.targets import Aim, Standing, aim_from, standing_of
from trust.vision.outcomes.words import ENGLAND


@dataclass(frozen=True)
class GoalRow:
    """One goal, how England stands to it, and a place's latest figure beside it."""

    goal: Goal
    stands: bool
    aim: Aim | None
    england: Standing
    direction: Since | None
    here: Figure | None


@dataclass(frozen=True)
class LocalAim:
    """What a plan of this area aims for: from a figure of one period to another by a later one."""

    title: str
    about: str
    address: str
    areas: tuple[str, ...]
    base: Decimal
    base_period: str
    target: Decimal
    target_period: str
    # What is aimed at on the way, by period.
    through: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True)
class AimedCourse:
    """A local aim with the figures of its places so far."""

    aim: LocalAim
    figures: tuple[Figure, ...]


type AsksAims = Callable[[str, date], Sequence[LocalAim]]

_askers: list[AsksAims] = []


def ask_for_aims(asks: AsksAims) -> None:
    """A room above tells how to ask it what it aims for by a measure on a day."""
    if asks not in _askers:
        _askers.append(asks)


@dataclass(frozen=True)
class Aims:
    """The goals of a measure, with the figures that they are drawn beside, and what is aimed for here."""

    card: IndicatorCard
    rows: tuple[GoalRow, ...]
    england: tuple[Figure, ...] = ()
    here: tuple[Figure, ...] = ()
    local: tuple[AimedCourse, ...] = ()


def aims(code: str, *, area: str, as_of: date) -> Aims:
    """The goals of a measure that had been set by the day, the standing ones first; errors: NotFound."""
    card = indicator(code)
    england = series(code, area=ENGLAND, as_of=as_of)
    here = series(code, area=area, as_of=as_of)
    rows = [_row(goal, card, england, latest_of(here), as_of) for goal in goals_of(code, as_of=as_of)]
    local = [
        AimedCourse(aim, tuple(series_of(code, areas=aim.areas, as_of=as_of)))
        for asks in _askers
        for aim in asks(code, as_of)
    ]
    ordered = tuple(sorted(rows, key=lambda row: not row.stands))
    return Aims(card, ordered, tuple(england), tuple(here), tuple(local))


def goals_of(code: str, *, as_of: date) -> list[Goal]:
    """The national goals of a measure that had been set by a day."""
    return [goal for goal in national_goals() if goal.indicator == code and goal.first <= as_of]


def _row(goal: Goal, card: IndicatorCard, england: list[Figure], here: Figure | None, as_of: date) -> GoalRow:
    set_in = month_of(goal.first) - A_YEAR
    aim = aim_from(
        england, value=goal.value, share=goal.share, base=goal.base, due=goal.due.last, since=set_in
    )
    standing = standing_of(latest_of(england), aim, card.polarity)
    return GoalRow(goal, goal.stood_on(as_of), aim, standing, since(england, card.measured), here)
