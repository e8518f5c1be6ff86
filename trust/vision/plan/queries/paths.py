"""What was published of a figure by a day, as a measure’s path is held against it."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries import Figure, IndicatorCard, indicator, indicators, series_of
from trust.vision.outcomes.queries.series import courses
from trust.vision.plan.models import Measure
from trust.vision.plan.rules.naming import FigureFact
from trust.vision.plan.rules.paths import Bases, Basis
from trust.vision.plan.rules.promises import Aimed
from trust.vision.plan.rules.yearly import from_kept


def basis_of(card: IndicatorCard, areas: Sequence[str], on: date) -> Basis:
    """One figure, for its places taken as one."""
    return _basis(card, series_of(card.code, areas=tuple(areas), as_of=on))


def basis_of_measure(measure: UUID, on: date) -> Basis:
    """The figure that a measure rests on; errors: NotFound."""
    row = Measure.objects.filter(pk=measure).first()
    if row is None:
        raise NotFound
    return basis_of(indicator(row.indicator), row.areas, on)


def aimed_of(row: Measure) -> Aimed:
    """The path of a measure as it is kept."""
    ends = (row.baseline_period, row.baseline, row.target_period, row.target)
    return Aimed(*ends, row.tolerance, from_kept(row.yearly_targets))


def bases_of(places: Iterable[str], on: date) -> Bases:
    """The same for all rows of a table in one reading, which is made for the first that asks.

    Of several places taken as one only the periods are told: their figure is not added up for each row.
    """
    every = tuple(places)

    @cache
    def held() -> dict[str, dict[str, Basis]]:
        found: dict[str, dict[str, Basis]] = {}
        cards = {card.code: card for card in indicators()}
        for (code, area), course in courses(list(cards.values()), areas=every, as_of=on).items():
            found.setdefault(code, {})[area] = _basis(cards[code], course)
        return found

    def ask(figure: FigureFact, areas: tuple[str, ...]) -> Basis:
        here = [one for area, one in held().get(figure.code, {}).items() if area in areas]
        if len(areas) == 1 and here:
            return here[0]
        periods = dict.fromkeys(period for one in here for period in one.published)
        return Basis(figure.plain_title, figure.method, periods)

    return ask


def _basis(card: IndicatorCard, course: Sequence[Figure]) -> Basis:
    held = {one.period: None if one.value is None else Decimal(str(round(one.value, 6))) for one in course}
    return Basis(card.plain_title, card.method, held)
