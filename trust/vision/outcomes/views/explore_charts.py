"""The answer of each way of looking as pictures, each with its table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from trust.foundation.design.charts import (
    Chart,
    Comparator,
    Point,
    Row,
    Series,
    Table,
    line_chart,
    ranked_list,
)
from trust.foundation.design.charts.funnel import Limits, Spot, funnel_plot
from trust.foundation.design.charts.multiples import Panel, small_multiples
from trust.foundation.design.charts.slope import Fitted, Step, slope_chart
from trust.vision.outcomes.queries.explore_breakdown import BreakdownAnswer
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.explore_funnel import FunnelAnswer
from trust.vision.outcomes.queries.explore_inequality import InequalityAnswer
from trust.vision.outcomes.queries.explore_neighbours import NeighboursAnswer
from trust.vision.outcomes.queries.explore_places import PlacesAnswer
from trust.vision.outcomes.queries.explore_wider import WiderAnswer
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Answer
from trust.vision.outcomes.rules.figures import Figure, number

NONE = "not published"


@dataclass(frozen=True)
class Picture:
    """A chart under its heading with the same figures as a table; no chart where one would mislead."""

    key: str
    heading: str
    sub: str
    chart: Chart | None
    table: Table


def pictures_of(answer: Answer, company: Company) -> tuple[Picture, ...]:
    match answer:
        case NeighboursAnswer():
            return (*_ranked_neighbours(answer, company), _neighbours_over_time(answer, company))
        case WiderAnswer():
            return (_wider(answer, company),)
        case BreakdownAnswer():
            return (*_groups_now(answer, company), _groups_over_time(answer, company))
        case PlacesAnswer():
            return (_places(answer, company),)
        case FunnelAnswer():
            return (_funnel(answer, company),)
        case InequalityAnswer():
            return (_slope(answer, company), *_slope_over_time(answer, company))
    raise TypeError(f"There is no picture of {type(answer).__name__}.")


def _about(company: Company, when: str = "") -> str:
    card = company.card
    return f"{card.plain_title}, {card.unit}{f', {when}' if when else ''}."


def _ranked_neighbours(answer: NeighboursAnswer, company: Company) -> tuple[Picture, ...]:
    england = answer.england
    comparator = Comparator("England", england.value) if england and england.value is not None else None
    rows = [
        _row(row.name, row.figure, subject=row.is_subject) for row in answer.rows
    ]  # fmt: skip
    heading = f"Beside {company.place.label}"
    table = Table(
        f"{company.card.plain_title}, {answer.period}",
        ("Place", "How many", f"{company.card.unit} (interval)", heading),
        tuple((row.name, *_cells(row.figure), row.words or "–") for row in answer.rows),
    )
    about = _about(company, answer.period)
    if not answer.ranked:
        return (
            Picture("latest", f"{answer.had}", f"{about} Nearest first, not in order of size.", None, table),
        )
    chart = ranked_list(
        rows,
        unit=company.card.unit,
        title=f"{company.card.plain_title}, highest first",
        description=f"{answer.heading}. The table gives the same figures, nearest place first.",
        comparator=comparator,
    )
    sub = f"{about} {answer.had}. Upright: the figure. Shaded: where the true figure very probably lies."
    return (Picture("latest", f"Side by side in {answer.period}", sub, chart, table),)


def _neighbours_over_time(answer: NeighboursAnswer, company: Company) -> Picture:
    codes = [row.code for row in answer.rows if not row.is_subject]
    mine = company.course(company.place.value)
    panels = [Panel(company.names[code], _points(company.course(code))) for code in codes]
    return Picture(
        "over-time",
        "Each of them over time",
        f"{_about(company)} All to one scale. The thin line is {company.place.label}.",
        small_multiples(
            panels,
            unit=company.card.unit,
            title=f"{company.card.plain_title} in each of the places most like {company.place.label}",
            description="The table gives the same figures.",
            beside=_points(mine),
        ),
        _over_time(company, [(company.names[c], company.course(c)) for c in (company.place.value, *codes)]),
    )


def _wider(answer: WiderAnswer, company: Company) -> Picture:
    lines = [
        Series(name, _points(figures), "subject" if n == 0 else "context", _ended(name, figures))
        for n, (name, figures) in enumerate(answer.lines)
    ]
    return Picture(
        "over-time",
        "Over time",
        f"{_about(company)} Shaded: where the true figure very probably lies.",
        line_chart(
            lines,
            unit=company.card.unit,
            title=f"{company.card.plain_title}, {company.card.unit}",
            description=answer.lede,
        ),
        _over_time(company, answer.lines),
    )


def _groups_now(answer: BreakdownAnswer, company: Company) -> tuple[Picture, ...]:
    rows = [
        _row(_labelled(group.name, everyone=group.everyone), figure, subject=group.everyone)
        for group, figure in answer.rows
    ]
    table = Table(
        f"{company.card.plain_title} by {answer.axis.label.lower()}, {company.place.label}, {answer.period}",
        ("Group", "How many", f"{company.card.unit} (interval)"),
        tuple(
            (_labelled(group.name, everyone=group.everyone), *_cells(figure)) for group, figure in answer.rows
        ),
    )
    chart = ranked_list(
        rows,
        unit=company.card.unit,
        title=f"{company.card.plain_title} by group, {answer.period}",
        description="Highest first. The table gives the same figures.",
    )
    sub = f"{_about(company, answer.period)} Upright: the figure. Shaded, where known: its interval."
    return (Picture("latest", f"Side by side in {answer.period}", sub, chart, table),)


def _labelled(name: str, *, everyone: bool) -> str:
    return f"{name} (holds every group)" if everyone else name


def _groups_over_time(answer: BreakdownAnswer, company: Company) -> Picture:
    panels = [
        Panel(group.name, _points(group.figures), "subject" if group.everyone else "plain")
        for group, _ in answer.rows
    ]
    return Picture(
        "over-time",
        "Each group over time",
        f"{_about(company)} All to one scale.",
        small_multiples(
            panels,
            unit=company.card.unit,
            title=f"{company.card.plain_title} by group over time",
            description="The table gives the same figures.",
        ),
        _over_time(company, [(group.name, list(group.figures)) for group, _ in answer.rows]),
    )


def _places(answer: PlacesAnswer, company: Company) -> Picture:
    whole, course = answer.whole
    panels = [
        Panel(name, _points(figures), "subject" if code == company.place.value else "plain")
        for code, name, figures, _ in answer.places
    ]
    lines = [(name, figures) for _, name, figures, _ in answer.places]
    return Picture(
        "over-time",
        "Each district over time",
        f"{_about(company)} All to one scale. Shaded: the interval."
        + (f" The thin line is {whole}." if course else ""),
        small_multiples(
            panels,
            unit=company.card.unit,
            title=f"{company.card.plain_title} in each district",
            description=f"{answer.lede} The table gives the same figures.",
            beside=_points(course),
        ),
        _over_time(company, [*([(whole, course)] if course else []), *lines]),
    )


def _funnel(answer: FunnelAnswer, company: Company) -> Picture:
    card = company.card
    size = f"Counted: {card.denominator}" if card.denominator else "How many were counted in each place"
    whole = sentences.with_unit(answer.whole.value or 0.0, _short(card.unit))
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
        tuple((place.name, *_cells(place.figure), place.where) for place in answer.places),
    )
    sub = (
        f"{_about(company, answer.whole.period)} Dotted: {answer.whole_name}. Dashed: by chance 95 in 100 "
        "places would lie within. Outer line: 998 in 1,000. The scale does not begin at nought."
    )
    return Picture("funnel", f"Each place by its size, {answer.whole.period}", sub, chart, table)


def _slope(answer: InequalityAnswer, company: Company) -> Picture:
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
        f"{_about(company, slant.period)} In order of: {answer.ordering.title}, {answer.ordering.period}.",
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


def _slope_over_time(answer: InequalityAnswer, company: Company) -> Iterable[Picture]:
    if len(answer.slants) < 2:
        return ()
    points = tuple(
        Point(s.period, s.index.value, s.index.lower, s.index.upper, s.order / 12) for s in answer.slants
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


def _over_time(company: Company, lines: Sequence[tuple[str, Sequence[Figure]]]) -> Table:
    """A row for each period, the latest first; a column for each line."""
    by_line = [(name, {(f.order, f.period): f for f in figures}) for name, figures in lines]
    periods = sorted({when for _, figures in by_line for when in figures}, reverse=True)
    rows = tuple(
        (period, *(_said(figures.get((order, period))) for _, figures in by_line))
        for order, period in periods
    )
    caption = f"{company.card.plain_title}, {company.card.unit}, by period"
    return Table(caption, ("Period", *(name for name, _ in by_line)), rows)


def _row(name: str, figure: Figure | None, *, subject: bool = False) -> Row:
    drawn: Literal["subject", "plain"] = "subject" if subject else "plain"
    if figure is None or figure.value is None:
        return Row(name, None, role=drawn, missing=figure.said if figure else NONE)
    return Row(name, figure.value, figure.lower, figure.upper, drawn)


def _cells(figure: Figure | None) -> tuple[str, str]:
    tally = figure.tally if figure else None
    return f"{tally.count:,} of {tally.out_of:,}" if tally else NONE, _said(figure)


def _said(figure: Figure | None) -> str:
    if figure is None:
        return NONE
    return f"{figure.said} ({figure.between})" if figure.between else figure.said


def _points(figures: Iterable[Figure]) -> tuple[Point, ...]:
    return tuple(Point(f.period, f.value, f.lower, f.upper, f.order / 12) for f in figures)


def _ended(name: str, figures: Sequence[Figure]) -> str:
    newest = latest_of(figures)
    return f"{name} {newest.said}" if newest else name


def _short(unit: str) -> str:
    return "%" if unit.startswith("%") else unit
