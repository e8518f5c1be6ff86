"""Which places lie outside what chance would do to places of their size."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from trust.foundation.kernel.english import listed, number
from trust.foundation.statistics.funnels import (
    UNUSUAL,
    VERY_UNUSUAL,
    funnel_of_proportions,
    funnel_of_rates,
)
from trust.foundation.statistics.intervals import Floats, Intervals
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Answer, Used
from trust.vision.outcomes.rules.explore_method import ADDED_UP, FUNNEL, FUNNEL_SOURCE
from trust.vision.outcomes.rules.figures import Figure, summed, tally_of, with_limits
from trust.vision.outcomes.words import Method

STEPS_OF_CURVE = 60
MOST_IN_A_HEADING = 3


@dataclass(frozen=True)
class InFunnel:
    """A place in the funnel, and on which side of which limit it lies, if any."""

    code: str
    name: str
    figure: Figure
    size: int
    where: str
    outside: bool
    is_subject: bool


@dataclass(frozen=True, kw_only=True)
class FunnelAnswer(Answer):
    """`sizes` and `sides` draw the funnel: the sides of 95 in 100, then those of 998 in 1,000."""

    places: tuple[InFunnel, ...]
    whole: Figure
    whole_name: str
    sizes: tuple[float, ...]
    sides: tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]


def in_a_funnel(company: Company) -> FunnelAnswer:
    """The places of one period about their own sum; the caller has asked whether it can be."""
    figures = counted_peers(company)
    whole = with_limits([summed(figures, places=len(figures))], company.card.measured)[0]
    places = _places(company, figures, whole)
    sizes = _sizes_of_curve(min(p.size for p in places) // 3, max(p.size for p in places))
    funnels = [_funnel(company, whole, sizes, confidence) for confidence in (UNUSUAL, VERY_UNUSUAL)]
    outside = [place for place in places if place.outside]
    return FunnelAnswer(
        heading=_heading(company, outside, len(places), whole),
        lede=_lede(company, places, whole),
        method=(("What the funnel is", FUNNEL), ("The limits", FUNNEL_SOURCE), ("The whole", ADDED_UP)),
        used=tuple(Used(place.name, place.figure, (place.where,)) for place in places),
        more=("against_the_limits",),
        places=places,
        whole=whole,
        whole_name=whole_name(company),
        sizes=tuple(map(float, sizes)),
        sides=tuple((tuple(map(float, f.lower)), tuple(map(float, f.upper))) for f in funnels),
    )


def _sizes_of_curve(least: int, most: int) -> Floats:
    """Whole numbers of children from the least to the most, as far apart as the curve has steps."""
    return np.unique(np.round(np.linspace(max(1, least), most, STEPS_OF_CURVE)))


def counted_peers(company: Company, period: Figure | None = None) -> list[Figure]:
    """What the peers have of one period with its counts: the latest that any has, unless one is given."""
    when = period or company.newest(company.peers)
    figures = (company.at(code, when) for code in company.peers)
    return [f for f in figures if f and f.tally and f.value is not None and not f.mark.is_absence]


def whole_name(company: Company) -> str:
    if company.peers_are_districts:
        return "all districts together"
    return "all these places together"


def _funnel(company: Company, whole: Figure, sizes: ArrayLike, confidence: float) -> Intervals:
    card = company.card
    tally = tally_of(whole)
    if card.method is Method.PROPORTION:
        share = tally.count / tally.out_of
        return funnel_of_proportions(share, sizes, confidence=confidence).scaled(card.multiplier)
    target = tally.count / tally.out_of * card.multiplier
    return funnel_of_rates(target, sizes, per=card.multiplier, confidence=confidence)


def _places(company: Company, figures: list[Figure], whole: Figure) -> tuple[InFunnel, ...]:
    sizes = [tally_of(figure).out_of for figure in figures]
    inner, outer = (_funnel(company, whole, sizes, c) for c in (UNUSUAL, VERY_UNUSUAL))
    found = []
    for n, figure in enumerate(figures):
        value = figure.value or 0.0
        where = _where(value, inner[n].excludes(value), outer[n].excludes(value), inner[n].value)
        found.append(
            InFunnel(
                figure.area, company.names[figure.area], figure, sizes[n], where,
                outer[n].excludes(value), figure.area == company.place.value,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda place: -(place.figure.value or 0.0)))


def _where(value: float, unusual: bool, very: bool, target: float) -> str:
    side = "above" if value > target else "below"
    if very:
        return f"{side} the outer limit"
    return f"{side} the inner limit only" if unusual else "as chance would have it"


def _heading(company: Company, outside: list[InFunnel], places: int, whole: Figure) -> str:
    things = "districts" if company.peers_are_districts else "places"
    if not outside:
        return f"None of the {number(places)} {things} stands out in {whole.period}"
    if len(outside) > MOST_IN_A_HEADING:
        many = f"{number(len(outside)).capitalize()} of {number(places)} {things} lie"
        return f"{many} outside what chance would explain in {whole.period}"
    above = [place.name for place in outside if place.where.startswith("above")]
    below = [place.name for place in outside if place.where.startswith("below")]
    told = [
        f"{listed(names)} {'lies' if len(names) == 1 else 'lie'} {side}"
        for names, side in ((above, "above"), (below, "below"))
        if names
    ]
    return f"{', and '.join(told)} what chance would explain in {whole.period}"


def _lede(company: Company, places: tuple[InFunnel, ...], whole: Figure) -> str:
    within = len([place for place in places if place.where == "as chance would have it"])
    amount = sentences.with_unit(whole.value or 0.0, company.card.unit)
    return (
        f"Together they come to {amount}. {number(within).capitalize()} of {number(len(places))} differ from "
        "that no more than places of their size would by chance."
    )
