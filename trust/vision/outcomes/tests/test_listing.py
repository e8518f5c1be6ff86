"""The list of indicators: narrowed, put in order, a page at a time, and judged as one by one."""

import csv
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.test import Client

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.actor import SYSTEM
from trust.vision.outcomes.loaders import load_figures
from trust.vision.outcomes.makers import REGISTER, a_folder, a_row
from trust.vision.outcomes.queries.listing import Wanted, every_line, find
from trust.vision.outcomes.words import ENGLAND

pytestmark = pytest.mark.usefixtures("database")

NOW = datetime(2010, 6, 8, 9, tzinfo=UTC)
JUNE, LATER = date(2010, 6, 8), date(2026, 1, 1)
COUNTY = "E10000014"


def many_measures(folder: Path, number: int) -> None:
    """So many invented measures, each with one figure of the county."""
    names = [f"measure-{n:02}" for n in range(number)]
    register = "".join(
        REGISTER.replace('"reading"', f'"{name}"').replace(
            'plain_title = "Children', f'plain_title = "{name} children'
        )
        for name in names
    )
    rows = [a_row(COUNTY, indicator=name) for name in names]
    load_figures(a_folder(folder, register=register, many=rows), by=SYSTEM, at=NOW)


@pytest.mark.parametrize("day", [date(2006, 3, 20), JUNE, date(2012, 3, 1), LATER], ids=str)
def test_all_at_once_are_judged_as_one_by_one(day: date) -> None:
    places = [COUNTY, ENGLAND, *(place.code for place in directory.districts(on=JUNE))]
    for area in places:
        known = find(Wanted(order="worse"), area=area, as_of=day).judged
        newest = find(Wanted(), area=area, as_of=day).judged
        assert {code: found.order for code, found in newest.items()} == {
            code: found.order for code, found in known.items()
        }
        for line in every_line(area=area, as_of=day):
            found = known.get(line.card.code)
            assert (found is not None) == (line.latest is not None)
            if found and line.latest:
                assert found.order == line.latest.order
                assert found.direction == (line.since.direction if line.since else None)
                assert area == ENGLAND or found.standing == line.standing


def test_those_that_changed_can_be_asked_for() -> None:
    better = find(Wanted(became="better"), area=COUNTY, as_of=LATER)
    changed = find(Wanted(became="changed"), area=COUNTY, as_of=LATER)
    every = find(Wanted(), area=COUNTY, as_of=LATER)
    assert 0 < len(better.titles) < len(changed.titles) < len(every.titles)
    assert {better.judged[one.code].direction for one in better.titles} == {"better"}


def test_those_worse_than_england_can_be_asked_for_and_come_first() -> None:
    worse = find(Wanted(beside="worse"), area=COUNTY, as_of=LATER).titles
    in_order = find(Wanted(order="england"), area=COUNTY, as_of=LATER).titles
    assert worse
    assert in_order[: len(worse)] == worse


def test_the_list_can_be_put_in_order_of_name_and_of_the_newest_figure() -> None:
    names = [
        one.plain_title.casefold() for one in find(Wanted(order="name"), area=COUNTY, as_of=LATER).titles
    ]
    assert names == sorted(names)
    newest = find(Wanted(order="newest"), area=COUNTY, as_of=LATER)
    orders = [newest.judged[one.code].order for one in newest.titles]
    assert orders == sorted(orders, reverse=True)


def test_twenty_are_on_a_page_and_the_next_page_keeps_what_was_asked(visitor: Client, tmp_path: Path) -> None:
    many_measures(tmp_path, 21)
    page = visitor.get("/outcomes/?words=measure-&order=name").text
    assert "21 measures" in page
    assert page.count("/outcomes/measure-") == 20
    assert "?words=measure-&amp;order=name&amp;page=2" in page
    last = visitor.get("/outcomes/?words=measure-&order=name&page=2").text
    assert "measure-20 children" in last
    assert "measure-19" not in last


def test_each_row_says_its_figure_and_how_it_stands_beside_england(visitor: Client) -> None:
    page = visitor.get("/outcomes/?words=ni+112").text
    assert '<span class="big">33.2</span>' in page
    assert '<p class="small">per 1,000</p>' in page
    assert "No clear change since 2003" in page
    assert "England 39.7" in page
    assert ">Better<" in page
    assert "Beside England" not in visitor.get(f"/outcomes/?area={ENGLAND}").text


def test_a_choice_that_is_not_one_of_ours_is_none(visitor: Client) -> None:
    whole = visitor.get("/outcomes/").text
    assert visitor.get("/outcomes/?became=x&beside=x&order=x&outcome=x").text.count("<tr>") == whole.count(
        "<tr>"
    )


def test_what_nothing_meets_is_said(visitor: Client) -> None:
    page = visitor.get("/outcomes/?became=better&words=unicorns").text
    assert "We hold no measure that has the words “unicorns”" in page


def test_what_is_taken_away_is_what_was_asked_for(visitor: Client) -> None:
    rows = list(csv.DictReader(StringIO(visitor.get("/outcomes/figures.csv?words=ni+112").text)))
    assert {row["indicator"] for row in rows} == {"ni-112"}
    assert rows[-1]["period"] == "2008"
