"""A place's figures over the years and the straight line through them, as a picture."""

from trust.foundation.design.charts import Series, Table, line_chart, straight_line
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.explore_trend import TrendAnswer
from trust.vision.outcomes.rules.explore_trend import on_the_line
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.views.explore_pieces import Picture, about_it, cells_of, ended_at, points_of


def trend_picture(answer: TrendAnswer, company: Company) -> Picture:
    figures, fitted, name = answer.run.figures, on_the_line(answer.run), company.place.label
    start, end = ((figure.in_years, value) for figure, value in (fitted[0], fitted[-1]))
    table = Table(
        f"{company.card.plain_title}, {name}, the latest first",
        ("Period", "How many", f"{company.card.unit} (interval)", "On the line"),
        tuple((figure.period, *cells_of(figure), number(value)) for figure, value in reversed(fitted)),
    )
    chart = line_chart(
        [Series(name, points_of(figures), "subject", ended_at(name, figures))],
        unit=company.card.unit,
        title=f"{company.card.plain_title}, {company.card.unit}",
        description=f"{answer.heading}. {answer.lede}",
        beneath=straight_line(start, end),
    )
    sub = f"{about_it(company)} Shaded: where the true figure very probably lies. Dashed: the line."
    return Picture("trend", "Year by year", sub, chart, table)
