"""Charts as geometry: what a page is given here, a template draws."""

from trust.foundation.design.charts.bars import bars
from trust.foundation.design.charts.given import Bracket, Comparator, Pledged, Point, Row, Series, Target
from trust.foundation.design.charts.lines import line_chart, straight_line
from trust.foundation.design.charts.maps import small_map
from trust.foundation.design.charts.marks import Chart, Drawing
from trust.foundation.design.charts.ranked import ranked_list
from trust.foundation.design.charts.small import card_line, sparkline
from trust.foundation.design.charts.tables import Table, table_of_lines, table_of_pledges, table_of_rows
from trust.foundation.design.charts.tree import Body, Chair, Family, Kind, family_tree

__all__ = [
    "Body",
    "Bracket",
    "Chair",
    "Chart",
    "Comparator",
    "Drawing",
    "Family",
    "Kind",
    "Pledged",
    "Point",
    "Row",
    "Series",
    "Table",
    "Target",
    "bars",
    "card_line",
    "family_tree",
    "line_chart",
    "ranked_list",
    "small_map",
    "sparkline",
    "straight_line",
    "table_of_lines",
    "table_of_pledges",
    "table_of_rows",
]
