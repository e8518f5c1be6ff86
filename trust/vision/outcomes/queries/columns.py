"""A tidy file read by columns: what is certainly good is told at once, and every other row is handed over.

The conditions here only ever say that a row is certainly good. What they do not vouch for is read by
`formats.figures.read_row`, which alone says what is wrong; and where DuckDB does not divide a file exactly
into the lines that it has, nothing of what it read is used.
"""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import duckdb

from trust.vision.outcomes.formats.checks import SHARE_APART
from trust.vision.outcomes.formats.figures import COLUMNS, Known, Numbered, named_cells
from trust.vision.outcomes.formats.survey import Survey, sample
from trust.vision.outcomes.formats.vocabulary import NUMBERS, WORDS, Vocabulary, vocabulary
from trust.vision.outcomes.words import ABSENT, Mark, Method

type Engine = duckdb.DuckDBPyConnection

# DuckDB and Python differ over a number with a sign or a space before it, with a low line, or without end;
# over every other that DuckDB takes they agree. This costs half of what a pattern for each cell would.
PLAIN_NUMBER = """(t_{name} = '' or t_{name} between '-' and ':' and isfinite({name})
    and not contains(t_{name}, '_'))"""
PLAIN_COUNT = "coalesce(numerator between 0 and 1e15 and numerator = floor(numerator), true)"
# A hair inside the tolerance of one row's check: what falls between is left to that check.
INSIDE = 1 - 1e-9
RAGGED = {"MISSING COLUMNS", "TOO MANY COLUMNS"}
MOST_RAGGED = 10_000
FIRST_LINE = 2
ABSENCES = ", ".join(f"'{mark.value}'" for mark in sorted(ABSENT))
COUNTED = "value is not null and numerator is not null and denominator > 0"
SHARE = "numerator::double / denominator * multiplier"
GOOD = f"""
    indicator is not null and area is not null and area_vintage is not null and period is not null
    and sex is not null and age is not null and "group" is not null and mark is not null
    and published_on is not null and published_note is not null and source is not null
    and licence is not null and known_on is not null and (day is null or day > "start")
    and coalesce(denominator >= 0, true) and (coalesce(denominator <> 0, true)
        or mark = '{Mark.DOES_NOT_APPLY}')
    and not (method = '{Method.PROPORTION}' and coalesce(denominator > 0 and numerator > denominator, false))
    and case when mark in ({ABSENCES})
        then value is null and (numerator is null or mark <> '{Mark.WITHHELD}')
        else value is not null or (numerator is not null and denominator is not null) end
    and case when {COUNTED} and method <> '{Method.NONE}'
        then abs(value - {SHARE}) <= {INSIDE} * greatest(
            {SHARE_APART} * greatest(abs(value), abs({SHARE})), 0.51 / pow(10, decimals))
        else true end
    and case when value is not null and (lower is not null or upper is not null)
        then coalesce(lower <= value and value <= upper, false) else true end
"""
SORTED_OUT = """
    create table certain as
    with texts as (select {texts} from {source}),
    typed as (select *, {words}, {numbers}, {plain} as plain, {decimals} as decimals from texts),
    coded as (
        select *, enum_code(period) + 1 as p, enum_code(published_on) + 1 as d, enum_code(indicator) + 1 as i
        from typed
    ),
    met as (
        select *, ($lasts::integer[])[p] as last, ($firsts::integer[])[p] as first,
            ($starts::date[])[p] as "start", ($days::date[])[d] as day,
            ($methods::varchar[])[i] as method, ($multipliers::double[])[i] as multiplier,
            coalesce(($days::date[])[d], ($ends::date[])[(i - 1) * len($lasts::integer[]) + p]) as known_on
        from coded
    )
    select {kept}, last as "order", first as first_month, known_on, day as published_on, numerator::bigint
        as numerator, denominator, value, lower, upper,
        case when coalesce(plain and {good}, false) then null else [{raw}] end as left_over
    from met
"""
NO_WORD = "\x01"
LONGEST_HEADER = 4_000
# Most files say few different words: these lines have nearly all, and the rows of the others are read alone.
SAMPLED = 20_000
LARGE = 20_000_000
MOST_LEFT = 10_000
AT_ONCE = 10_000


@dataclass(frozen=True)
class Shape:
    """A file whose first line is as it should be: its columns in their order, and how its lines end."""

    header: tuple[str, ...]
    ending: str


@dataclass(frozen=True)
class Divided:
    """The rows that are left over; before which places of the table `certain` a line was left out."""

    left: Iterator[Numbered]
    shifts: tuple[int, ...]


def divide(engine: Engine, file: Path, known: Known, surveyed: Callable[[], Survey]) -> Divided | None:
    """Fill the table `certain`, and hand over the rows left; None where Python must read the whole file."""
    shape = shape_of(file)
    if shape is None:
        return None
    try:
        if file.stat().st_size < LARGE or not _sorted_by_sample(engine, file, shape, known):
            _sort_out(engine, file, shape, known, _different(engine, file, shape))
        ragged = _ragged(engine)
    except duckdb.Error:
        return None
    [(rows,)] = engine.execute("select count(*) from certain").fetchall()
    found = surveyed()
    if ragged is None or not found.regular or rows + len(ragged) != found.lines - 1:
        return None
    left_out, shifts = sorted(ragged), shifts_of(ragged)
    _leave_out(engine, [place_of(line, left_out) for line in found.doubtful if line not in ragged])
    left = merge(_uncertain(engine, shape, shifts), _torn(shape, found.doubtful | ragged), key=itemgetter(0))
    return Divided(left, tuple(shifts))


def shape_of(file: Path) -> Shape | None:
    """The shape of a file that names our columns and no others, each once; None for any other."""
    with file.open("rb") as content:
        first = content.readline(LONGEST_HEADER)
    try:
        text = first.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    bare = text.removesuffix("\n").removesuffix("\r")
    header = tuple(bare.replace('"', "").split(","))
    if sorted(header) != sorted(COLUMNS) or not text.endswith("\n"):
        return None
    return Shape(header, "\\r\\n" if text.endswith("\r\n") else "\\n")


def _source(shape: Shape, *, keep_rejected: bool) -> str:
    """How DuckDB is to read the file: nothing is left for it to guess."""
    columns = ", ".join(f"'{name}': 'varchar'" for name in shape.header)
    rejects = f", store_rejects = true, rejects_limit = {MOST_RAGGED * 20}" if keep_rejected else ""
    return f"""read_csv($file, columns = {{{columns}}}, delim = ',', quote = '"', escape = '"', comment = '',
        header = true, skip = 0, auto_detect = false, strict_mode = true, new_line = '{shape.ending}',
        ignore_errors = true{rejects})"""


def _sorted_by_sample(engine: Engine, file: Path, shape: Shape, known: Known) -> bool:
    """Sort the rows out by the words of some lines; False where that leaves too many rows over."""
    with NamedTemporaryFile() as some:
        some.write(sample(file, SAMPLED))
        some.flush()
        words = _different(engine, Path(some.name), shape)
    _sort_out(engine, file, shape, known, words)
    [(left,)] = engine.execute("select count(left_over) from certain").fetchall()
    return bool(left <= MOST_LEFT)


def _sort_out(
    engine: Engine, file: Path, shape: Shape, known: Known, different: Mapping[str, Iterable[str]]
) -> None:
    """Fill the table `certain`: a row with any word that is not among the `different` ones is left over."""
    words = vocabulary(different, known)
    _lay_out(engine, words)
    engine.execute(_sorted_out(shape), {"file": str(file), "licence": known.licence, **_meanings(words)})


def _different(engine: Engine, file: Path, shape: Shape) -> dict[str, list[str]]:
    """The different words of every column that holds words."""
    asked = ", ".join(f"list(distinct coalesce(\"{name}\", ''))" for name in WORDS)
    sql = f"select {asked} from {_source(shape, keep_rejected=False)}"
    [found] = engine.execute(sql, {"file": str(file)}).fetchall()
    return {name: words or [] for name, words in zip(WORDS, found, strict=True)}


def _lay_out(engine: Engine, found: Vocabulary) -> None:
    """Make a type of the good words of each column, in their order."""
    engine.execute("drop table if exists certain")
    for name in WORDS:
        # A type needs a word at least; no cell is bare and holds only this one.
        engine.execute(
            "create or replace temp table listed as select unnest($words::varchar[]) as word",
            {"words": found.words[name] or [NO_WORD]},
        )
        engine.execute(f'drop type if exists "{name}_words"')
        engine.execute(f'create type "{name}_words" as enum (select word from listed order by word)')


def _meanings(found: Vocabulary) -> dict[str, Any]:
    """What the words mean, as lists in the order of the words: a join would not keep the rows in theirs."""
    return {
        "lasts": [last for _, last, _, _ in found.periods],
        "firsts": [first for _, _, first, _ in found.periods],
        "starts": [start for _, _, _, start in found.periods],
        "days": [day for _, day in found.days],
        "methods": [method for _, method, _, _ in found.indicators],
        "multipliers": [multiplier for _, _, multiplier, _ in found.indicators],
        "ends": found.ends,
    }


def _sorted_out(shape: Shape) -> str:
    return SORTED_OUT.format(
        source=_source(shape, keep_rejected=True),
        texts=", ".join(f'coalesce("{name}", \'\') as "t_{name}"' for name in COLUMNS),
        words=", ".join(f'try_cast({_word(name)} as "{name}_words") as "{name}"' for name in WORDS),
        numbers=", ".join(f"try_cast(nullif(t_{name}, '') as double) as {name}" for name in NUMBERS),
        plain=" and ".join([*(PLAIN_NUMBER.format(name=name) for name in NUMBERS), PLAIN_COUNT]),
        decimals="case when contains(t_value, '.') then length(t_value) - instr(t_value, '.') else 0 end",
        kept=", ".join(f'"{name}"' for name in WORDS if name != "published_on"),
        raw=", ".join(f'"t_{name}"' for name in shape.header),
        good=GOOD,
    )


def _word(name: str) -> str:
    """What a row says in a column; of its licence, what was told where it says nothing."""
    return "coalesce(nullif(t_licence, ''), $licence)" if name == "licence" else f"t_{name}"


def _ragged(engine: Engine) -> dict[int, str] | None:
    """Each line with a field too many or too few; None where something else was wrong with one."""
    found = engine.execute("select distinct line, error_type, csv_line from reject_errors").fetchall()
    if len(found) > MOST_RAGGED or any(kind not in RAGGED for _, kind, _ in found):
        return None
    return {line: text for line, _, text in found}


def shifts_of(ragged: Iterable[int]) -> list[int]:
    """For each line that DuckDB left out, the first place in the table that stands after it."""
    return [line - FIRST_LINE - before for before, line in enumerate(sorted(ragged))]


def line_of(place: int, shifts: Sequence[int]) -> int:
    """The line of the file that stands at a place in the table.

    >>> [line_of(place, shifts_of([3, 6])) for place in range(4)]
    [2, 4, 5, 7]
    """
    return place + FIRST_LINE + bisect_right(shifts, place)


def place_of(line: int, left_out: Sequence[int]) -> int:
    """The place in the table of a line that DuckDB read; `left_out` are those it did not, in order.

    >>> [place_of(line, [3, 6]) for line in (2, 4, 5, 7)]
    [0, 1, 2, 3]
    """
    return line - FIRST_LINE - bisect_left(left_out, line)


def _leave_out(engine: Engine, places: list[int]) -> None:
    if places:
        engine.execute(
            "update certain set left_over = [] where rowid in (select unnest($places::bigint[]))",
            {"places": places},
        )


def _uncertain(engine: Engine, shape: Shape, shifts: Sequence[int]) -> Iterator[Numbered]:
    sql = "select rowid, left_over from certain where left_over is not null order by rowid"
    with engine.duplicate() as reader:
        found = reader.execute(sql)
        while records := found.fetchmany(AT_ONCE):
            for place, cells in records:
                if any(cell.strip() for cell in cells):
                    yield line_of(place, shifts), named_cells(shape.header, cells), ",".join(cells)


def _torn(shape: Shape, lines: Mapping[int, str]) -> Iterator[Numbered]:
    """The rows of lines that Python is to divide."""
    for line in sorted(lines):
        cells = next(csv.reader([lines[line]]), [])
        if any(cell.strip() for cell in cells):
            yield line, named_cells(shape.header, cells), ",".join(cells)
