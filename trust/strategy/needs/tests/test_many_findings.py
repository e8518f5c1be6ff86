"""Ten thousand findings: the database counts and pages them, and a page reads no more than it shows."""

import time
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.strategy.needs import queries
from trust.strategy.needs.models import Finding
from trust.strategy.needs.words import Sure

MANY = 10_000
JUNE = date(2010, 6, 8)


@pytest.fixture(autouse=True)
def _many(database: str) -> None:
    Finding.objects.bulk_create(
        Finding(
            id=UUID(int=number),
            statement=f"Buses stop too early in ward {number:05}",
            group_label="Young people",
            how_sure=Sure.NOT_YET.value,
            invented=True,
            said_on=date(2009, 3, 2),
            said_by="Priya Nair",
        )
        for number in range(1, MANY + 1)
    )


def test_a_page_of_them_reads_only_its_own_rows() -> None:
    with CaptureQueriesContext(connection) as asked:
        shown = queries.findings(as_of=JUNE, words="buses")[40:60]
    assert len(shown) == 20
    assert [query for query in asked.captured_queries if "LIMIT 20" in query["sql"]]


def test_they_are_searched_and_paged_in_a_moment(visitor: Client) -> None:
    visitor.get("/needs/")
    began = time.perf_counter()
    page = visitor.get("/needs/?words=ward+09999").text
    last = visitor.get("/needs/?page=500").text
    assert time.perf_counter() - began < 3
    assert "in ward 09999" in page
    assert "Page 500 of 500" in last
