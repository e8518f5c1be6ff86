"""A tidy file as it comes in, whatever its size: good rows staged, bad rows listed with a sentence each."""

import csv
from collections.abc import Container, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import batched
from pathlib import Path

import duckdb

from trust.vision.outcomes.formats.ages import of_every_age
from trust.vision.outcomes.formats.checks import Wrong
from trust.vision.outcomes.formats.figures import (
    EVERYONE,
    Fault,
    Known,
    Numbered,
    lines_of,
    read_row,
    said_twice,
)
from trust.vision.outcomes.formats.rows import KEY, Row
from trust.vision.outcomes.formats.survey import check_text, survey
from trust.vision.outcomes.queries.columns import FIRST_LINE, Divided, divide
from trust.vision.outcomes.queries.staging import (
    AT_ONCE,
    Staged,
    add_rows,
    columns_of,
    list_aside,
    stage_table,
    workbench,
)
from trust.vision.outcomes.queries.store import COLUMNS

type Engine = duckdb.DuckDBPyConnection

KEYS = ", ".join(f'"{name}"' for name in KEY)
GIVEN = ", ".join(f'"{name}"' for name in COLUMNS if name != "main")
FAULT = {"line": "bigint", "field": "varchar", "sentence": "varchar", "row": "varchar"}
EVERYBODY = ", ".join(f"'{word}'" for word in sorted(EVERYONE))
UNBROKEN = f"""(sex in ({EVERYBODY}) and "group" = '')"""
CERTAIN = f"""
    select {GIVEN}, place + {FIRST_LINE} + coalesce(shifts.shift, 0) as line
    from (select *, rowid as place from certain where left_over is null) as certain
    asof left join shifts on certain.place >= shifts.after
"""
WITHOUT_SHIFTS = f"select {GIVEN}, rowid + {FIRST_LINE} as line from certain where left_over is null"
SHIFTS = "select unnest($after::bigint[]) as after, unnest($shift::bigint[]) as shift"
# Where no key comes twice there is nothing to look for; two keys may share a hash, which only costs the look.
SUSPECTED = f"select count(*) > count(distinct hash({KEYS})) from every"
AGAIN = f"""
    create table again as
    select line, first, area::varchar as area, period::varchar as period from (
        select line, area, period, min(line) over (partition by {KEYS}) as first from every
    ) where line > first
"""
READY = f"""
    create table ready as
    with
    single as (select * from every {{without}}),
    places as (
        select indicator, area, bool_or({UNBROKEN}) as unbroken, count(*) as kinds from kinds group by all
    )
    select {GIVEN}, case when unbroken then {UNBROKEN} {{whole}} else kinds = 1 end as main
    from single join places using (indicator, area)
    order by {KEYS}
"""
KINDS = 'create table kinds as select distinct indicator, area, sex, age, "group" from every {without}'
SEVERAL_AGES = f"""
    select indicator::varchar, area::varchar, list((sex::varchar, age::varchar)) from kinds where {UNBROKEN}
    group by all having count(distinct age) > 1
"""
PARTS = "create table parts as select " + ", ".join(
    f"unnest(${name}::varchar[]) as {name}" for name in ("indicator", "area", "age")
)
NO_PART = (
    "and (indicator::varchar, area::varchar, age::varchar) not in (select (indicator, area, age) from parts)"
)
NOT_AGAIN = "where line not in (select line from again)"


@dataclass(frozen=True)
class Tidy:
    """One tidy file as it was read; `wrong_in` names the fields in which a row was refused."""

    staged: Staged
    faults: Sequence[Fault]
    file_sha256: str
    wrong_in: frozenset[str]


def read_tidy(file: Path, known: Known, *, name: str) -> Tidy:
    """Read a tidy file of any size in bounded memory; errors: Unreadable where it is no such file at all."""
    with ThreadPoolExecutor(1) as beside, workbench() as engine:
        surveyed = beside.submit(survey, file)
        engine.execute(f"create table taken ({columns_of(COLUMNS)}, line bigint)")
        engine.execute(f"create table refused ({columns_of(FAULT)})")
        divided = divide(engine, file, known, surveyed.result)
        take(engine, divided.left if divided else every_line(file), known)
        gather(engine, divided)
        refuse_again(engine, file, name, by_line=divided is not None)
        faults = list_aside(engine, "select * from refused order by line", Fault)
        fields = engine.execute("select distinct field from refused").fetchall()
        wrong_in = frozenset(field for (field,) in fields)
        return Tidy(stage_table(engine, "ready"), faults, surveyed.result().sha256, wrong_in)


def every_line(file: Path) -> Iterator[Numbered]:
    """Every row of a file as Python reads it; errors: Unreadable."""
    check_text(file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        yield from lines_of(stream)


def take(engine: Engine, lines: Iterable[Numbered], known: Known) -> None:
    """Read rows one by one: the good are taken, the others refused."""
    for some in batched(lines, AT_ONCE, strict=False):
        good: list[tuple[int, Row]] = []
        bad: list[Fault] = []
        for line, cells, text in some:
            try:
                good.append((line, read_row(cells, known)))
            except Wrong as wrong:
                bad.append(Fault(line, wrong.field, str(wrong), text))
        if good:
            add_rows(engine, "taken", [row for _, row in good], line=[line for line, _ in good])
        refuse(engine, bad)


def refuse(engine: Engine, faults: Sequence[Fault]) -> None:
    if faults:
        cells = ", ".join(f"unnest(${name}::{kind}[])" for name, kind in FAULT.items())
        values = {name: [getattr(fault, name) for fault in faults] for name in FAULT}
        engine.execute(f"insert into refused select {cells}", values)


def gather(engine: Engine, divided: Divided | None) -> None:
    """Put the rows that were certain and those that were taken one by one together, as `every`."""
    parts = []
    [(taken,)] = engine.execute("select count(*) from taken").fetchall()
    if divided:
        # Where two lines were left out before one place, the last says how many.
        shifts = {after: shift for shift, after in enumerate(divided.shifts, start=1)}
        engine.execute(
            f"create table shifts as {SHIFTS}", {"after": list(shifts), "shift": list(shifts.values())}
        )
        parts.append(CERTAIN if shifts else WITHOUT_SHIFTS)
    if taken or not divided:
        parts.append(f"select {GIVEN}, line from taken")
    engine.execute(f"create view every as {' union all by name '.join(parts)}")


def refuse_again(engine: Engine, file: Path, name: str, *, by_line: bool) -> None:
    """Refuse every figure that stands in the file already, and make the others ready."""
    [(suspected,)] = engine.execute(SUSPECTED).fetchall()
    if suspected:
        engine.execute(AGAIN)
        again = {line: rest for line, *rest in engine.execute("select * from again").fetchall()}
        for some in batched(texts_of(file, again, by_line=by_line), AT_ONCE, strict=False):
            refuse(engine, [fault_again(line, text, name, *again[line]) for line, text in some])
    without = NOT_AGAIN if suspected else ""
    engine.execute(KINDS.format(without=without))
    engine.execute(READY.format(without=without, whole=NO_PART if set_parts_aside(engine) else ""))


def set_parts_aside(engine: Engine) -> int:
    """Tell of each place with several ages which are only a part of the children; how many are."""
    found = []
    for indicator, area, ages in engine.execute(SEVERAL_AGES).fetchall():
        each = {(sex, age, "") for sex, age in ages}
        found += [(indicator, area, age) for _, age, _ in each - of_every_age(each)]
    columns = ([], [], []) if not found else zip(*found, strict=True)
    engine.execute(PARTS, dict(zip(("indicator", "area", "age"), map(list, columns), strict=True)))
    return len(found)


def fault_again(line: int, text: str, name: str, first: int, area: str, period: str) -> Fault:
    wrong = said_twice(area, period, f"{name}, line {first}")
    return Fault(line, wrong.field, str(wrong), text)


def texts_of(file: Path, lines: Container[int], *, by_line: bool) -> Iterator[tuple[int, str]]:
    """The text of some lines; `by_line` where each row is known to stand on a line of its own."""
    if by_line:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for line, text in enumerate(stream, start=1):
                if line in lines:
                    yield line, ",".join(next(csv.reader([text])))
    else:
        yield from ((line, text) for line, _, text in every_line(file) if line in lines)
