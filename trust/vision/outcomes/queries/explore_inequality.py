"""The slope from the most deprived places to the least, over the periods that have counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.statistics.intervals import Interval
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.explore_funnel import counted_peers
from trust.vision.outcomes.queries.register import indicator
from trust.vision.outcomes.queries.series import latest_by_area
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore import FEWEST_ON_A_SLOPE
from trust.vision.outcomes.rules.explore_answers import Answer, Used
from trust.vision.outcomes.rules.explore_method import SLOPE, SLOPE_CARE, SLOPE_SOURCE
from trust.vision.outcomes.rules.explore_slope import (
    DEPRIVATION,
    Slant,
    change_words,
    relative_of,
    slant_of,
)
from trust.vision.outcomes.rules.figures import number


@dataclass(frozen=True)
class Ordering:
    """What puts the places in order: an indicator of deprivation and each place's latest figure of it."""

    code: str
    title: str
    period: str
    source: str
    scores: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class InequalityAnswer(Answer):
    """The slope of each period, the latest last; and of the latest the relative index as well."""

    slants: tuple[Slant, ...]
    relative: Interval | None
    ordering: Ordering
    orderings: tuple[Ordering, ...]
    change: str

    @property
    def latest(self) -> Slant:
        return self.slants[-1]


def orderings_of(areas: tuple[str, ...], *, as_of: date, but: str = "") -> tuple[Ordering, ...]:
    """Every measure of deprivation that five of the places had a different figure of, the best first."""
    found = (_ordering(code, areas, as_of) for code in DEPRIVATION if code != but)
    return tuple(one for one in found if one)


def _ordering(code: str, areas: tuple[str, ...], as_of: date) -> Ordering | None:
    try:
        card = indicator(code)
    except NotFound:
        return None
    figures = [row.figure for row in latest_by_area(code, areas=areas, as_of=as_of) if row.figure]
    scores = {figure.area: figure.value for figure in figures if figure.value is not None}
    if len(set(scores.values())) < FEWEST_ON_A_SLOPE:
        return None
    return Ordering(code, card.plain_title, figures[0].period, figures[0].source, scores)


def inequality(company: Company, chosen: str) -> InequalityAnswer:
    """The slope by the ordering asked for, or the best; errors: NotFound for another, Refused for none."""
    orderings = orderings_of(company.peers, as_of=company.as_of, but=company.card.code)
    ordering = next((one for one in orderings if chosen in {"", one.code}), None)
    if ordering is None:
        raise NotFound
    slants = _slants(company, ordering)
    if not slants:
        raise Refused(
            "In no period did five places that differ in deprivation have a figure with its counts."
        )
    relative = relative_of(slants[-1], company.card.measured)
    return InequalityAnswer(
        heading=_heading(slants[-1]),
        lede=_lede(company, slants, relative),
        cares=(SLOPE_CARE,),
        method=(
            ("What the slope is", SLOPE),
            ("How it is worked out", SLOPE_SOURCE),
            ("In order of", f"{ordering.title}, {ordering.period} ({ordering.source})."),
        ),
        used=_used(company, ordering),
        more=("deprivation", "deprivation_period"),
        slants=slants,
        relative=relative,
        ordering=ordering,
        orderings=orderings,
        change=change_words(slants),
    )


def _slants(company: Company, ordering: Ordering) -> tuple[Slant, ...]:
    periods = {
        (figure.order, figure.first_month): figure
        for code in company.peers
        for figure in company.course(code)
    }
    found = (
        slant_of(counted_peers(company, periods[when]), ordering.scores, company.card.measured)
        for when in sorted(periods)
        if counted_peers(company, periods[when])
    )
    return tuple(slant for slant in found if slant)


def _heading(slant: Slant) -> str:
    if not slant.is_clear:
        return f"No clear slope from the most deprived places to the least in {slant.period}"
    higher = "higher" if slant.index.value < 0 else "lower"
    return f"The more deprived the place, the {higher} the figure in {slant.period}"


def _lede(company: Company, slants: tuple[Slant, ...], relative: Interval | None) -> str:
    last, unit = slants[-1], company.card.unit
    ends = [sentences.with_unit(end, unit) for end in (last.most_deprived, last.least_deprived)]
    index = last.index
    said = (
        f"From {ends[0]} at the most deprived end to {ends[1]} at the least: a slope of "
        f"{number(index.value)} ({number(index.lower)} to {number(index.upper)})."
    )
    if relative:
        said += (
            f" The least deprived end is {relative.value:.2f} times the most "
            f"({relative.lower:.2f} to {relative.upper:.2f})."
        )
    return f"{said} {change_words(slants)}"


def _used(company: Company, ordering: Ordering) -> tuple[Used, ...]:
    areas = sorted(ordering.scores, key=lambda area: -ordering.scores[area])
    return tuple(
        Used(company.names[area], figure, (ordering.scores[area], ordering.period))
        for area in areas
        for figure in company.course(area)
    )
