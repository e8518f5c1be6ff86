"""What the page of parts shows in each part. All of it is invented, and the page says so."""

from typing import Any

from trust.foundation.design.charts import (
    Body,
    Bracket,
    Chair,
    Comparator,
    Family,
    Kind,
    Pledged,
    Point,
    Row,
    Series,
    Target,
    bars,
    card_line,
    family_tree,
    line_chart,
    ranked_list,
    small_map,
    sparkline,
    table_of_lines,
    table_of_pledges,
    table_of_rows,
)
from trust.foundation.design.charts.funnel import Limits, Spot, funnel_plot
from trust.foundation.design.charts.multiples import Panel, small_multiples
from trust.foundation.design.charts.slope import Fitted, Step, slope_chart
from trust.foundation.design.charts.stacks import Stack, stacked_bars
from trust.foundation.design.charts.timeline import Cell, Lane, Span, timeline

WINTERS = ("2006–07", "2007–08", "2008–09", "2009–10")
LEAVERS = Series(
    "Care leavers",
    tuple(
        Point(label, *figures)
        for label, figures in zip(
            WINTERS,
            [(24.2, 17.5, 32.4), (26.1, 19.0, 34.6), (27.3, 20.1, 35.8), (24.6, 17.7, 33.1)],
            strict=True,
        )
    ),
    "group",
    end_label="Care leavers 24.6%",
    end_note="29 of 118 young people",
)
OTHERS = Series(
    "Everyone else",
    tuple(
        Point(label, *figures)
        for label, figures in zip(
            WINTERS, [(5.3, 5.1, 5.5), (5.1, 4.9, 5.3), (5.5, 5.3, 5.8), (5.2, 5.0, 5.4)], strict=True
        )
    ),
    end_label="Everyone else 5.2%",
    end_note="2,181 of 42,282 aged 16 to 18",
)
BROKEN = Series(
    "Inspected homes rated good",
    tuple(
        Point(str(year), value, *limits, x=year)
        for year, value, limits in [
            (2001, 48.0, (41.0, 55.1)),
            (2002, 51.5, (44.4, 58.5)),
            (2003, None, (None, None)),
            (2004, 57.2, (50.1, 64.0)),
            (2005, 60.9, (53.8, 67.6)),
            (2006, 63.0, (55.9, 69.6)),
        ]
    ),
)
COUNTED = Series(
    "Care leavers",
    (
        Point("Jan 2009", 27.3, 20.1, 35.8, x=0),
        Point("Jan 2010", 24.6, 17.7, 33.1, x=1),
        Point("Sept 2010", 22.1, 15.5, 30.6, x=1.67),
    ),
    "group",
)
DISTRICTS = [
    Row("Market Ashby", 24.5, 23.3, 25.7, "group"),
    Row("Ferrybridge and Coombe", 16.9, 15.8, 18.0),
    Row("Northmere", 14.6, 14.2, 15.0, "subject"),
    Row("The Weald", None),
    Row("Saltcombe", 8.6, 7.8, 9.5),
]
PLEDGES = [
    Pledged("County Council", 180_000, 140_000, "and 2 advisers"),
    Pledged("Young People’s Learning Agency", 95_000, 70_000),
    Pledged("Primary Care Trust", 60_000, None, "half waits for a signed contract"),
    Pledged("Jobcentre Plus", in_kind="1.5 advisers, since June"),
]
SQUARES = {"ashby": (0, 0), "ferrybridge": (1, 0), "weald": (0, 1), "saltcombe": (1, 1)}
NAMES = {
    "ashby": "Market Ashby",
    "ferrybridge": "Ferrybridge",
    "weald": "The Weald",
    "saltcombe": "Saltcombe",
}


def boundaries() -> dict[str, Any]:
    """Four invented districts side by side, as GeoJSON holds them."""
    return {"type": "FeatureCollection", "features": [_square(code, *at) for code, at in SQUARES.items()]}


def _square(code: str, east: int, north: int) -> dict[str, Any]:
    west, south = -1.5 + 0.4 * east, 51.0 + 0.25 * north
    corners = [(0, 0), (0.4, 0.02), (0.4, 0.25), (0.18, 0.27), (0, 0.25), (0, 0)]
    ring = [[west + x, south + y] for x, y in corners]
    about = {"code": code, "name": NAMES[code]}
    return {"properties": about, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def charts() -> dict[str, Any]:
    """Every kind of chart with its table, under the name that the page knows it by."""
    return lines_over_time() | places_and_partners() | small_pictures() | more_ways() | of_a_plan()


def lines_over_time() -> dict[str, Any]:
    gap = [LEAVERS, OTHERS]
    return {
        "gap": line_chart(
            gap,
            unit="%",
            title="Out of learning and work",
            description="Care leavers stay near 25 per cent, everyone else near 5",
            bracket=Bracket("Gap 19.4 points", "(between 12.5 and 27.9)"),
        ),
        "gap_table": table_of_lines(gap, unit="%", caption="Out of learning and work", first="Winter"),
        "broken": line_chart(
            [BROKEN],
            unit="%",
            title="Homes rated good",
            description="From 48 to 63 per cent; 2003 is missing",
        ),
        "broken_table": table_of_lines([BROKEN], unit="%", caption="Homes rated good", first="Year"),
        "path": line_chart(
            [COUNTED],
            unit="%",
            title="Care leavers against the path to the target",
            description="From 27.3 to 22.1 per cent; the path ends at 15 in January 2012",
            target=Target("Target: 15% or fewer", 0, 27.3, 3, 15, by="Jan 2012"),
        ),
        "path_table": table_of_lines([COUNTED], unit="%", caption="Care leavers out of learning and work"),
    }


def places_and_partners() -> dict[str, Any]:
    shares = {"ashby": 24.5, "ferrybridge": 16.9, "weald": None, "saltcombe": 8.6}
    return {
        "ranked": ranked_list(
            DISTRICTS,
            unit="%",
            title="Districts in order",
            description="From 24.5 to 8.6; one is not published",
            comparator=Comparator("county", 14.2),
        ),
        "ranked_table": table_of_rows(DISTRICTS, unit="%", caption="Districts in order", first="District"),
        "bars": bars(
            PLEDGES, title="What each partner put in", description="Three sums of money and one gift in kind"
        ),
        "bars_table": table_of_pledges(PLEDGES, caption="What each partner put in"),
        "map": small_map(
            boundaries(), shares, unit="%", title="Share by district", description="From 8.6 to 24.5"
        ),
    }


def small_pictures() -> dict[str, Any]:
    return {
        "card": card_line(OTHERS.points, title="Everyone else", description="5.3, 5.1, 5.5 and 5.2 per cent"),
        "spark": sparkline(
            LEAVERS.points, title="Care leavers", description="From 24.2 to 24.6, target 15", target=15
        ),
        "tree": family_tree(
            FAMILY, title="The bodies of an invented county", description="The list beneath says the same"
        ),
    }


def more_ways() -> dict[str, Any]:
    """The charts of the pages that look further into one measure."""
    steps = [
        Step(name, 0.25, value, value - reach, value + reach)
        for name, value, reach in (
            ("Market Ashby", 24.5, 1.2),
            ("Ferrybridge", 16.9, 1.1),
            ("Northmere", 14.6, 0.8),
            ("Saltcombe", 8.6, 0.9),
        )
    ]
    spots = [
        Spot("Market Ashby", 4_900, 24.5, outside=True),
        Spot("Ferrybridge", 4_100, 16.9),
        Spot("Northmere", 29_000, 14.6, subject=True),
        Spot("Saltcombe", 3_800, 8.6, outside=True),
    ]
    return {
        "multiples": small_multiples(
            [Panel(line.name, line.points) for line in (LEAVERS, OTHERS)] + [Panel("The Weald", ())],
            unit="%",
            title="Out of learning and work, group by group",
            description="Care leavers near 25 per cent, everyone else near 5; The Weald is not published",
        ),
        "funnel": funnel_plot(
            spots,
            Limits(
                (3_000, 8_000, 30_000),
                (((13.3, 13.8, 14.2), (15.9, 15.4, 15.0)), ((12.6, 13.4, 14.0), (16.6, 15.8, 15.2))),
            ),
            target=14.6,
            target_name="all together 14.6%",
            unit="%",
            size_name="Young people counted",
            title="Districts by their size",
            description="Market Ashby is above the outer limit, Saltcombe below it",
        ),
        "slope": slope_chart(
            steps,
            Fitted(23.8, 8.6),
            unit="%",
            title="From the most deprived district to the least",
            description="The line falls from 23.8 to 8.6 per cent",
        ),
    }


def of_a_plan() -> dict[str, Any]:
    return {
        "stacks": stacked_bars(
            [
                Stack("County Council", (180_000, 95_000, 0)),
                Stack("Saltcombe", (0, 0, 0), "one gift of rooms"),
            ],
            ("single agency", "aligned", "pooled"),
            title="What each partner puts in",
            description="Two partners put in £275,000 and one gift in kind",
        ),
        "timeline": timeline(
            [Lane("Fewer young people out of learning", DAYS)],
            Span(("Apr ’09", "Jul ’09", "Oct ’09", "Jan ’10", "Apr ’10", "Jul ’10"), 3.5, "15 February 2010"),
            title="When it is due",
            description="Four dates: two reached, one late, one to come",
        ),
    }


DAYS = (
    Cell(0, "reached", 2, "April to June 2009, two reached"),
    Cell(2, "late", 1, "October to December 2009, one late"),
    Cell(4, "coming", 1, "April to June 2010, one to come"),
)


FAMILY = Family(
    bodies=(
        Body("Children’s Trust Board", Kind.APEX, "required by law since 1 April 2010", "#tree"),
        Body("Teenage Pregnancy Partnership", Kind.GROUP, address="#tree"),
        Body("Data quality group", Kind.GROUP, address="#tree"),
        Body("Chairs’ group", Kind.CHAIRS, "the chair of every local partnership", "#tree"),
        Body("Steering group", Kind.STEERING, address="#tree", place="Market Ashby"),
        Body("Ashby Vale", Kind.LOCAL, address="#tree", place="Market Ashby"),
        Body("North Ashby", Kind.LOCAL, address="#tree", place="Market Ashby"),
        Body("Ferrybridge", Kind.LOCAL, "2 chairs", "#tree", "Ferrybridge and Coombe"),
        Body("Northmere", Kind.LOCAL, address="#tree", place="Northmere"),
        Body("Saltcombe", Kind.LOCAL, address="#tree", place="Saltcombe"),
        Body("not found in our sources", Kind.LOCAL, place="The Weald", sure=False),
        Body("Safeguarding Children Board", Kind.LINKED, "checks the Trust; own chair", "#tree"),
        Body("Crime and disorder partnerships", Kind.LINKED, "share the youth offending team"),
    ),
    chairs=(Chair("Director of Children’s Services"), Chair("Lead Member for Children’s Services")),
    answers_to="Each member body · The public",
    answers_note="answers to, once a year",
    local_note="answer through their chairs",
)
