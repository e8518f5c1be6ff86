"""Places by their size and by their deprivation: the funnel and the slope as pictures."""

from collections.abc import Iterable

from trust.foundation.design.charts import Point, Series, Table, line_chart
from trust.foundation.design.charts.funnel import Limits, Spot, funnel_plot
from trust.foundation.design.charts.slope import Fitted, Step, slope_chart
from trust.foundation.kernel.months import in_years
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.explore_funnel import FunnelAnswer
from trust.vision.outcomes.queries.explore_inequality import InequalityAnswer
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.figures import Figure, number
from trust.vision.outcomes.views.explore_pieces import Picture, about_it, cells_of, short_unit


def funnel_picture(answer: FunnelAnswer, company: Company) -> Picture:
    card = company.card
    size = f"Counted: {card.denominator}" if card.denominator else "How many were counted in each place"
    whole = sentences.with_unit(answer.whole.value or 0.0, short_unit(card.unit))
    chart = funnel_plot(
        [
            Spot(p.name, p.size, p.figure.value or 0.0, p.outside, p.is_subject)
            for p in answer.places
        ],
        Limits(answer.sizes, answer.sides),
        target=answer.whole.value or 0.0,
        target_name=f"{answer.whole_name} {whole}",
        unit=card.unit,
        size_name=size,
        title=f"{card.plain_title}: each place by its size",
        description=f"{answer.heading}. {answer.lede}",
    )  # fmt: skip
    table = Table(
        f"{card.plain_title}, {answer.whole.period}, highest first",
        ("Place", "How many", f"{card.unit} (interval)", "Against the limits"),
        tuple((place.name, *cells_of(place.figure), place.where) for place in answer.places),
    )
    sub = (
        f"{about_it(company, answer.whole.period)} Dotted: {answer.whole_name}. Dashed: by chance 95 in 100 "
        "places would lie within. Outer line: 998 in 1,000. The scale does not begin at nought."
    )
    return Picture("funnel", f"Each place by its size, {answer.whole.period}", sub, chart, table)


def slope_picture(answer: InequalityAnswer, company: Company) -> Picture:
    slant, card = answer.latest, company.card
    everyone = sum(rung.tally.out_of for rung in slant.rungs)
    steps, rows = [], []
    for rung in slant.rungs:
        names = " and ".join(company.names[area] for area in rung.areas)
        value = rung.value(card.multiplier)
        figure = next((company.at(area, _when(company, slant.period)) for area in rung.areas), None)
        known = figure.interval if figure and len(rung.areas) == 1 else None
        low, high = (known.lower, known.upper) if known else (value, value)
        steps.append(Step(names, rung.tally.out_of / everyone, value, low, high))
        rows.append(
            (names, number(rung.score), f"{rung.tally.count:,} of {rung.tally.out_of:,}", number(value))
        )
    return Picture(
        "slope",
        f"The places in order, {slant.period}",
        f"{about_it(company, slant.period)} In order of: {answer.ordering.title}, {answer.ordering.period}.",
        slope_chart(
            steps,
            Fitted(slant.most_deprived, slant.least_deprived),
            unit=card.unit,
            title=f"{card.plain_title} from the most deprived place to the least",
            description=answer.lede,
        ),
        Table(
            f"{card.plain_title}, {slant.period}, the most deprived first",
            ("Place", f"{answer.ordering.title}, {answer.ordering.period}", "How many", card.unit),
            tuple(rows),
        ),
    )


def _when(company: Company, period: str) -> Figure | None:
    return next((f for code in company.peers for f in company.course(code) if f.period == period), None)


def slope_over_time(answer: InequalityAnswer, company: Company) -> Iterable[Picture]:
    if len(answer.slants) < 2:
        return ()
    points = tuple(
        Point(s.period, s.index.value, s.index.lower, s.index.upper, in_years(s.order)) for s in answer.slants
    )
    unit = "points" if company.card.unit.startswith("%") else company.card.unit
    told = "Below nought: the more deprived have the higher figure. Nought would be no difference."
    chart = line_chart(
        [Series("Slope index", points)],
        unit=unit,
        title="Slope index of inequality",
        description=f"{told} The table gives the same figures.",
    )
    rows = tuple(
        (
            s.period,
            f"{number(s.index.value)} ({number(s.index.lower)} to {number(s.index.upper)})",
            number(s.most_deprived),
            number(s.least_deprived),
        )
        for s in reversed(answer.slants)
    )
    head = ("Period", "Slope index (interval)", "Most deprived end", "Least deprived end")
    sub = f"Slope index, {unit}. {told} Shaded: its interval."
    table = Table("Slope index of inequality by period", head, rows)
    return (Picture("over-time", answer.change.rstrip("."), sub, chart, table),)
