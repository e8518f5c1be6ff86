"""Charts as geometry: what a page is given here, a template draws."""

from trust.foundation.design.charts.bars import bars
from trust.foundation.design.charts.given import Bracket, Comparator, Pledged, Point, Row, Series, Target
from trust.foundation.design.charts.lines import line_chart
from trust.foundation.design.charts.marks import Chart, Drawing
from trust.foundation.design.charts.ranked import ranked_list
from trust.foundation.design.charts.small import card_line, sparkline
from trust.foundation.design.charts.tables import Table, table_of_lines, table_of_pledges, table_of_rows

__all__ = [
    "Bracket",
    "Chart",
    "Comparator",
    "Drawing",
    "Pledged",
    "Point",
    "Row",
    "Series",
    "Table",
    "Target",
    "bars",
    "card_line",
    "line_chart",
    "ranked_list",
    "sparkline",
    "table_of_lines",
    "table_of_pledges",
    "table_of_rows",
]
