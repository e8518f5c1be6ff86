import csv
from datetime import date
from io import StringIO
from uuid import UUID

import pytest

from trust.public import figures, queries
from trust.vision.plan.queries import published

JUNE = date(2010, 6, 8)


def conceptions(day: date) -> UUID:
    found = published(day)
    assert found
    return next(p.id for p in found.plan.priorities if "pregnant" in p.title)


def rows_on(day: date) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(figures.as_csv(queries.thread(conceptions(day), on=day)))))


@pytest.mark.usefixtures("town")
def test_the_download_holds_every_step_that_has_figures() -> None:
    rows = rows_on(JUNE)
    assert {row["step"] for row in rows} == {"need", "changed", "in"}
    assert {row["invented"] for row in rows if row["step"] == "in"} == {"yes"}


@pytest.mark.usefixtures("town")
def test_every_published_figure_says_whence_and_when() -> None:
    published_figures = [row for row in rows_on(JUNE) if row["numerator"]]
    assert published_figures
    assert all(row["source"] and row["licence"] and row["published_on"] for row in published_figures)


@pytest.mark.usefixtures("town")
def test_nothing_published_after_the_day_is_in_it() -> None:
    assert max(row["published_on"] for row in rows_on(JUNE) if row["numerator"]) <= "2010-06-08"
    assert max(row["period"] for row in rows_on(JUNE) if row["step"] == "need") == "2008"
