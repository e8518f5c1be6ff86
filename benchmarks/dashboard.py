"""Twenty measures with their charts, on a county with 60 files: 430 measures of 170 places over ten years.

Invented, the same each time, and gone afterwards: the register is rolled back and the files are beside those
of the demonstration, in a folder of their own.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.conf import settings
from django.db import transaction
from django.test import Client, RequestFactory

from benchmarks.pages import bare_page, expect
from trust.foundation.directory.queries import setting
from trust.vision.outcomes.models import FigureRelease, Indicator
from trust.vision.outcomes.queries.store import prepare_shelf
from trust.vision.outcomes.words import ENGLAND, Outcome

type Row = tuple[str, list[float], str, list[float]]


FILES, MEASURES, PLACES, YEARS, FIRST_YEAR = 60, 430, 170, 10, 1999
ROUNDS = 200
LOADED = datetime(2010, 6, 1, 9, tzinfo=UTC)
BARE = "bare page, no middleware, no database"
# Counts by hash: a share or a rate that drifts, and differs from place to place.
CELLS = f"""
    copy (
        with cells as (
            select m, p, y, 400 + hash(m, p) % 9000 as n, hash(m, p, y) % 1000 / 1000 - 0.5 as chance
            from range({MEASURES}) a(m), range({PLACES}) b(p), range({YEARS}) c(y) where m % {FILES} = $file
        ),
        counted as (
            select *, greatest(0, round(n * (0.1 + m % 40 / 100 + y * (m % 5 - 2) / 200) + chance * sqrt(n)))
                ::bigint as x
            from cells
        )
        select printf('bench-%03d', m) as indicator,
            case p when 0 then $county when 1 then $england else printf('X%08d', p) end as area,
            (({FIRST_YEAR} + y) * 12 + 12)::integer as "order",
            (({FIRST_YEAR} + y) * 12 + 1)::integer as first_month, ({FIRST_YEAR} + y)::varchar as period,
            'all' as sex, '' as age, '' as "group", make_date({FIRST_YEAR} + 1 + y, 3, 1) as known_on,
            true as main, '' as area_vintage, x as numerator, n::double as denominator,
            x / n * 100 as value, null::double as lower, null::double as upper, '' as mark,
            null::date as published_on, '' as published_note, 'invented' as source, 'CC0' as licence
        from counted order by indicator, area, "order"
    ) to $to (format parquet)
"""


def measure(times: Callable[..., list[float]]) -> Iterator[Row]:
    settings.ALLOWED_HOSTS = ["testserver"]
    factory, client = RequestFactory(), Client()
    with a_loaded_county():
        for name, address in (
            ("Dashboard of 20 measures with charts, a loaded county", "/outcomes/?words=bench"),
            (
                "The same, those that changed, worst first",
                "/outcomes/?words=bench&became=changed&order=worse",
            ),
        ):
            ours = times(partial(expect, client, address), ROUNDS)
            yield name, ours, BARE, times(lambda: bare_page(factory.get("/")), ROUNDS)


@contextmanager
def a_loaded_county() -> Iterator[None]:
    """Within this, the county of the installation has the invented figures beside its own."""
    with transaction.atomic(), figures_beside():
        try:
            yield
        finally:
            transaction.set_rollback(True)


@contextmanager
def figures_beside() -> Iterator[None]:
    """Register the invented figures, and keep their files beside those that are held while this lasts."""
    usual = settings.STATE
    with TemporaryDirectory() as folder:
        beside(Path(usual) / "releases", Path(folder) / "releases")
        settings.STATE = Path(folder)
        try:
            register()
            write(Path(folder) / "releases")
            prepare_shelf()
            yield
        finally:
            settings.STATE = usual


def beside(held: Path, here: Path) -> None:
    """The files that are held, where the invented ones go too."""
    here.mkdir()
    for file in held.glob("*.parquet"):
        os.symlink(file, here / file.name)


def write(folder: Path) -> None:
    engine = duckdb.connect()
    places = {"county": setting().county, "england": ENGLAND}
    for file in range(FILES):
        to = str(folder / f"{name_of(file)}.parquet")
        engine.execute(CELLS, {"file": file, "to": to, **places})


def register() -> None:
    Indicator.objects.bulk_create(
        Indicator(
            code=f"bench-{m:03}", version=1, title=f"Bench measure {m}", plain_title=f"Bench measure {m}",
            unit="%", multiplier=100, method="rate" if m % 2 else "proportion",
            polarity="high" if m % 3 else "low", source="invented", outcome=list(Outcome)[m % 5],
        )
        for m in range(MEASURES)
    )  # fmt: skip
    FigureRelease.objects.bulk_create(
        FigureRelease(
            file=f"{name_of(file)}.csv", file_sha256=name_of(file), rows_sha256=name_of(file), rows=1,
            waiting=0, loaded_by="benchmark", loaded_at=LOADED,
        )
        for file in range(FILES)
    )  # fmt: skip


def name_of(file: int) -> str:
    return f"bench-{file:02}"
