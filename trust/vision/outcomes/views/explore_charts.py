"""The answer of each way of looking as pictures, each with its table."""

from trust.foundation.design.charts import (
    Comparator,
    Series,
    Table,
    line_chart,
    ranked_list,
)
from trust.foundation.design.charts.multiples import Panel, small_multiples
from trust.vision.outcomes.queries.explore_breakdown import BreakdownAnswer
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.explore_funnel import FunnelAnswer
from trust.vision.outcomes.queries.explore_inequality import InequalityAnswer
from trust.vision.outcomes.queries.explore_neighbours import NeighboursAnswer
from trust.vision.outcomes.queries.explore_places import PlacesAnswer
from trust.vision.outcomes.queries.explore_trend import TrendAnswer
from trust.vision.outcomes.queries.explore_wider import WiderAnswer
from trust.vision.outcomes.rules.explore_answers import Answer
from trust.vision.outcomes.views.explore_pieces import (
    Picture,
    about_it,
    cells_of,
    ended_at,
    points_of,
    row_of,
    table_over_time,
)
from trust.vision.outcomes.views.explore_spread import funnel_picture, slope_over_time, slope_picture
from trust.vision.outcomes.views.explore_trend import trend_picture


def pictures_of(answer: Answer, company: Company) -> tuple[Picture, ...]:
    match answer:
        case NeighboursAnswer():
            return (*_ranked_neighbours(answer, company), _neighbours_over_time(answer, company))
        case WiderAnswer():
            return (_wider(answer, company),)
        case TrendAnswer():
            return (trend_picture(answer, company),)
        case BreakdownAnswer():
            return (*_groups_now(answer, company), _groups_over_time(answer, company))
        case PlacesAnswer():
            return (_places(answer, company),)
        case FunnelAnswer():
            return (funnel_picture(answer, company),)
        case InequalityAnswer():
            return (slope_picture(answer, company), *slope_over_time(answer, company))
    raise TypeError(f"There is no picture of {type(answer).__name__}.")


def _ranked_neighbours(answer: NeighboursAnswer, company: Company) -> tuple[Picture, ...]:
    england = answer.england
    comparator = Comparator("England", england.value) if england and england.value is not None else None
    rows = [
        row_of(row.name, row.figure, subject=row.is_subject) for row in answer.rows
    ]  # fmt: skip
    heading = f"Beside {company.place.label}"
    table = Table(
        f"{company.card.plain_title}, {answer.period}",
        ("Place", "How many", f"{company.card.unit} (interval)", heading),
        tuple((row.name, *cells_of(row.figure), row.words or "–") for row in answer.rows),
    )
    about = about_it(company, answer.period)
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
    panels = [Panel(company.names[code], points_of(company.course(code))) for code in codes]
    return Picture(
        "over-time",
        "Each of them over time",
        f"{about_it(company)} All to one scale. The thin line is {company.place.label}.",
        small_multiples(
            panels,
            unit=company.card.unit,
            title=f"{company.card.plain_title} in each of the places most like {company.place.label}",
            description="The table gives the same figures.",
            beside=points_of(mine),
        ),
        table_over_time(
            company, [(company.names[c], company.course(c)) for c in (company.place.value, *codes)]
        ),
    )


def _wider(answer: WiderAnswer, company: Company) -> Picture:
    lines = [
        Series(name, points_of(figures), "subject" if n == 0 else "context", ended_at(name, figures))
        for n, (name, figures) in enumerate(answer.lines)
    ]
    return Picture(
        "over-time",
        "Over time",
        f"{about_it(company)} Shaded: where the true figure very probably lies.",
        line_chart(
            lines,
            unit=company.card.unit,
            title=f"{company.card.plain_title}, {company.card.unit}",
            description=answer.lede,
        ),
        table_over_time(company, answer.lines),
    )


def _groups_now(answer: BreakdownAnswer, company: Company) -> tuple[Picture, ...]:
    rows = [
        row_of(_labelled(group.name, everyone=group.everyone), figure, subject=group.everyone)
        for group, figure in answer.rows
    ]
    table = Table(
        f"{company.card.plain_title} by {answer.axis.label.lower()}, {company.place.label}, {answer.period}",
        ("Group", "How many", f"{company.card.unit} (interval)"),
        tuple(
            (_labelled(group.name, everyone=group.everyone), *cells_of(figure))
            for group, figure in answer.rows
        ),
    )
    chart = ranked_list(
        rows,
        unit=company.card.unit,
        title=f"{company.card.plain_title} by group, {answer.period}",
        description="Highest first. The table gives the same figures.",
    )
    sub = f"{about_it(company, answer.period)} Upright: the figure. Shaded, where known: its interval."
    return (Picture("latest", f"Side by side in {answer.period}", sub, chart, table),)


def _labelled(name: str, *, everyone: bool) -> str:
    return f"{name} (all groups)" if everyone else name


def _groups_over_time(answer: BreakdownAnswer, company: Company) -> Picture:
    panels = [
        Panel(group.name, points_of(group.figures), "subject" if group.everyone else "plain")
        for group, _ in answer.rows
    ]
    return Picture(
        "over-time",
        "Each group over time",
        f"{about_it(company)} All to one scale.",
        small_multiples(
            panels,
            unit=company.card.unit,
            title=f"{company.card.plain_title} by group over time",
            description="The table gives the same figures.",
        ),
        table_over_time(company, [(group.name, list(group.figures)) for group, _ in answer.rows]),
    )


def _places(answer: PlacesAnswer, company: Company) -> Picture:
    whole, course = answer.whole
    panels = [
        Panel(name, points_of(figures), "subject" if code == company.place.value else "plain")
        for code, name, figures, _ in answer.places
    ]
    lines = [(name, figures) for _, name, figures, _ in answer.places]
    return Picture(
        "over-time",
        "Each district over time",
        f"{about_it(company)} All to one scale. Shaded: the interval."
        + (f" The thin line is {whole}." if course else ""),
        small_multiples(
            panels,
            unit=company.card.unit,
            title=f"{company.card.plain_title} in each district",
            description=f"{answer.lede} The table gives the same figures.",
            beside=points_of(course),
        ),
        table_over_time(company, [*([(whole, course)] if course else []), *lines]),
    )
