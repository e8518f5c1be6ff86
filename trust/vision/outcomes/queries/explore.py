"""Which ways an indicator can be looked at for a place on a day, and why not the others."""

from trust.vision.outcomes.queries.explore_breakdown import axes_of
from trust.vision.outcomes.queries.explore_figures import Company, gather
from trust.vision.outcomes.queries.explore_funnel import counted_peers
from trust.vision.outcomes.queries.explore_inequality import orderings_of
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.queries.targets import goals_of
from trust.vision.outcomes.rules.explore import FEWEST_ON_A_SLOPE, Choices, Held, ways_for
from trust.vision.outcomes.rules.explore_trend import obstacle_to
from trust.vision.outcomes.words import ENGLAND

__all__ = ["Company", "gather", "held_for", "ways_of"]


def ways_of(company: Company) -> Choices:
    return ways_for(held_for(company))


def held_for(company: Company) -> Held:
    """What is held, as far as it decides how this place's figures can be looked at."""
    mine = company.latest
    counted = len(counted_peers(company))
    return Held(
        place=company.place.label,
        method=company.card.method,
        figures=len(company.course(company.place.value)) if mine else 0,
        is_whole=company.is_whole,
        set_known=company.chosen is not None,
        alike=sum(_has(company, code) for code in company.alike),
        wider=sum(_any(company, code) for code in {company.region, ENGLAND} - {company.place.value, ""}),
        breakdowns=len(axes_of(company)),
        districts=sum(_any(company, code) for code in company.districts),
        peers=len(company.peers),
        counted=counted,
        ordered=_ordered(company) if counted >= FEWEST_ON_A_SLOPE else 0,
        small_areas=company.by_small_area,
        goals=len(goals_of(company.card.code, as_of=company.as_of)),
        no_trend=obstacle_to(company.course(company.place.value), company.card.measured),
    )


def _ordered(company: Company) -> int:
    orderings = orderings_of(company.peers, as_of=company.as_of, but=company.card.code)
    return len(orderings[0].scores) if orderings else 0


def _any(company: Company, code: str) -> bool:
    return latest_of(company.course(code)) is not None


def _has(company: Company, code: str) -> bool:
    """Whether a place has a figure of the same months as this one's latest."""
    theirs = company.at(code, company.latest)
    return theirs is not None and theirs.value is not None
