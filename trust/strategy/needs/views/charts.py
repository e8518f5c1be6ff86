"""A cited figure as a small chart and a table, for the page and for paper alike."""

from trust.foundation.design.charts import (
    Chart,
    Point,
    Row,
    Series,
    Table,
    line_chart,
    ranked_list,
    table_of_lines,
    table_of_rows,
)
from trust.foundation.kernel.months import in_years
from trust.strategy.needs.formats.document import CitedFigure, Shown
from trust.strategy.needs.words import Show

HEIGHT = 260


def chart_of(cited: CitedFigure) -> Chart | None:
    """Lines over time where there is time, else the places in order; nothing where no figure is known."""
    if not cited.is_known:
        return None
    title, description = f"{cited.title}, {cited.unit}", f"{cited.sentence} The table gives the same figures."
    if is_ranked(cited):
        return ranked_list(rows_of(cited), unit=cited.unit, title=title, description=description)
    return line_chart(lines_of(cited), unit=cited.unit, title=title, description=description, height=HEIGHT)


def table_of(cited: CitedFigure) -> Table | None:
    if not cited.figures:
        return None
    caption = f"{cited.title}, {cited.unit}: {cited.about}"
    if is_ranked(cited):
        return table_of_rows(rows_of(cited), unit=cited.unit, caption=caption)
    return table_of_lines(lines_of(cited), unit=cited.unit, caption=caption)


def is_ranked(cited: CitedFigure) -> bool:
    """Places side by side, or a measure of which only one period is known."""
    return (
        cited.show == Show.EACH
        or len({figure.order for figure in cited.figures if figure.value is not None}) < 2
    )


def rows_of(cited: CitedFigure) -> list[Row]:
    return [_row(name, role, _latest(cited, name)) for name, role in cited.lines]


def _row(name: str, role: str, figure: Shown | None) -> Row:
    if figure is None or figure.value is None:
        return Row(name, None, missing=figure.said if figure else "not published")
    return Row(name, figure.value, figure.lower, figure.upper, "group" if role == "group" else "plain")


def lines_of(cited: CitedFigure) -> list[Series]:
    return [line for name, role in cited.lines if (line := _line(cited, name, role)).last]


def _line(cited: CitedFigure, name: str, role: str) -> Series:
    mine = {figure.order: figure for figure in cited.figures if figure.who == name}
    # Every line has every period, so that the table keeps them in order where one line begins late.
    points = tuple(_point(period, order, mine.get(order)) for order, period in _periods(cited))
    latest = _latest(cited, name)
    label = f"{name} {latest.said}" if latest and latest.value is not None else name
    match role:
        case "group":
            return Series(name, points, "group", label)
        case "context":
            return Series(name, points, "context", label)
        case _:
            return Series(name, points, "subject", label)


def _periods(cited: CitedFigure) -> list[tuple[int, str]]:
    return sorted({figure.order: figure.period for figure in cited.figures}.items())


def _point(period: str, order: int, figure: Shown | None) -> Point:
    if figure is None:
        return Point(period, None, x=in_years(order))
    return Point(period, figure.value, figure.lower, figure.upper, in_years(order))


def _latest(cited: CitedFigure, name: str) -> Shown | None:
    mine = [figure for figure in cited.figures if figure.who == name]
    known = [figure for figure in mine if figure.value is not None]
    return known[-1] if known else (mine[-1] if mine else None)
