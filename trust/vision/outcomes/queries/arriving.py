"""What a file that has come would change: its figures beside those that are held."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import duckdb

from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.places import place_name
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.models import FigureRelease
from trust.vision.outcomes.queries.register import indicators
from trust.vision.outcomes.queries.staging import Staged, list_aside, same_rows, workbench
from trust.vision.outcomes.queries.store import check_here, current_files, parquet_of
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.words import Mark, Method

FIGURE = ("indicator", "area", "order", "first_month", "sex", "age", "group")
SERIES = 'indicator, area, sex, age, "group"'
SAID = ("value", "lower", "upper", "numerator", "denominator", "mark")
COLUMNS = ", ".join(f'"{name}"' for name in FIGURE)
HELD = f"""
    create table held as
    select {COLUMNS}, known_on, {", ".join(SAID)}
    from read_parquet($files, filename = 'file')
    where indicator in (select indicator from read_parquet($come))
    qualify row_number() over (
        partition by {COLUMNS} order by known_on desc, list_position($files, file) desc
    ) = 1
"""
# An earlier publication of a figure that is held is new; a later one of the very same figure is not.
MET = f"""
    create view met as
    select come.*, held.value as was_value, held.mark as was_mark,
        case when held.known_on is null or held.known_on > come.known_on then 'new'
            when {" or ".join(f"held.{name} is distinct from come.{name}" for name in SAID)} then 'moved'
            else 'same' end as met
    from come left join held using ({COLUMNS})
"""
IN_ORDER = f"order by {COLUMNS}, known_on"
MOVED = f"""
    select indicator, area, period, sex, age, "group", was_value, was_mark, value, mark
    from met where met = 'moved' {IN_ORDER}
"""
# The middle of each series' ratio of middles: a few figures that did change leave it where it was.
JUMPS = f"""
    with
    before as (select {SERIES}, median(abs(value)) as middle from held where value <> 0 group by all),
    now as (select {SERIES}, median(abs(value)) as middle from come where value <> 0 group by all)
    select indicator, median(now.middle / before.middle) from now join before using ({SERIES})
    group by indicator order by indicator
"""
ODD = """
    select indicator, max(abs(value)), max_by(period, abs(value)), max_by(area, abs(value))
    from read_parquet($come) where list_contains($percentages, indicator) group by indicator
    having max(abs(value)) > $most or count(*) filter (abs(value) > 100) > $few * count(value)
        or max(abs(value)) <= 1 and count(*) filter (value <> 0) >= $fewest
    order by indicator
"""
# Publishers do give a share of 100.2% where two of their counts are of different days; few such, and no more.
MOST_PERCENT, FEW = 110, 0.05
ANOTHER_COUNT = "with other counts or limits"
FEWEST = 3
PROPORTIONS = "Every figure of “{}” is 1 or less, and it is a percentage. Was 23% sent as 0.23?"
COUNTS = "“{}” is a percentage, and in {} it is {} for {}. Is that a count?"
NOT_IN_IT = f"""
    select count(*) from read_parquet($before) as before
    where not exists (
        select 1 from read_parquet($come) as come
        where {" and ".join(f'come."{name}" = before."{name}"' for name in FIGURE)}
            and (before.published_on is null or come.published_on = before.published_on)
    )
"""
# A percentage sent as a proportion, or the other way about, is a hundred times what it was; a rate per 10,000
# that was per 1,000 is ten, and is not told from a true change.
LEAST_JUMP, MOST_JUMP = 50, 200


@dataclass(frozen=True)
class Moved:
    """One figure that a file gives otherwise than it is held."""

    indicator: str
    place: str
    period: str
    group: str
    was: str
    now: str


@dataclass(frozen=True)
class Comparison:
    """A file's figures beside those that are held; `jumps` are sentences about measures that cannot be so."""

    fresh: Sequence[Row]
    same: int
    moved: Sequence[Moved]
    jumps: tuple[str, ...] = ()

    @property
    def new(self) -> int:
        return len(self.fresh)

    @property
    def nothing_new(self) -> bool:
        return not self.fresh and not self.moved


def compare(staged: Staged) -> Comparison:
    """Which of a file's figures are new, how many are held as they are, and each that has moved."""
    files = current_files()
    check_here(files)
    if not files or not staged.rows:
        return Comparison(staged.found, 0, ())
    with workbench() as engine:
        values = {"files": [str(file) for file in files], "come": str(staged.file)}
        engine.execute(HELD, values)
        [(held,)] = engine.execute("select count(*) from held").fetchall()
        return _compared(engine, staged) if held else Comparison(staged.found, 0, ())


def _compared(engine: duckdb.DuckDBPyConnection, staged: Staged) -> Comparison:
    engine.read_parquet(str(staged.file)).create_view("come")
    engine.execute(MET)
    moved = list_aside(engine, MOVED, _moved)
    columns = ", ".join(f'"{name}"' for name in Row.__dataclass_fields__)
    fresh = list_aside(engine, f"select {columns} from met where met = 'new' {IN_ORDER}", Row)
    return Comparison(fresh, staged.rows - len(fresh) - len(moved), moved, tuple(_jumps(engine)))


def _jumps(engine: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """A sentence for each measure whose figures are about a hundred times, or a hundredth, of those held."""
    for indicator, times in engine.execute(JUMPS).fetchall():
        if jump := _jump(times):
            yield f"The figures of {indicator} are about {jump} those we hold. Is a percentage a proportion?"


def _jump(times: float) -> str:
    if LEAST_JUMP <= times <= MOST_JUMP:
        return "a hundred times"
    return "a hundredth of" if LEAST_JUMP <= 1 / times <= MOST_JUMP else ""


def odd_percentages(staged: Staged, entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """A sentence for each percentage of a file that is never above one, or is too often above a hundred.

    A rate counts events, of which a child may have several: two for each is no mistake.
    """
    known = {card.code: (card.title, card.unit, card.method) for card in indicators()}
    known |= {entry.code: (entry.title, entry.unit, entry.method) for entry in entries.values()}
    titles = {
        code: title
        for code, (title, unit, method) in known.items()
        if unit.startswith("%") and method is not Method.RATE
    }
    values = {
        "come": str(staged.file), "percentages": list(titles), "fewest": FEWEST, "few": FEW,
        "most": MOST_PERCENT,
    }  # fmt: skip
    with workbench() as engine:
        odd = engine.execute(ODD, values).fetchall() if staged.rows else []
    return tuple(
        PROPORTIONS.format(titles[code])
        if most <= 1
        else COUNTS.format(titles[code], period, number(most), place_name(area))
        for code, most, period, area in odd
    )


def release_of_file(file_sha256: str, staged: Staged) -> UUID | None:
    """The current release that came from the very same file, whatever its name, and holds the same."""
    found = FigureRelease.objects.current().filter(file_sha256=file_sha256).order_by("-loaded_at")
    return next((one.id for one in found if same_rows(one.rows_sha256, staged)), None)


def release_of_digest(file_sha256: str) -> UUID | None:
    """The latest release of the very same file, whatever of it is held."""
    found = FigureRelease.objects.current().filter(file_sha256=file_sha256).order_by("-loaded_at").first()
    return found.id if found else None


def name_for(file: str, staged: Staged, file_sha256: str) -> str:
    """The name a release takes: the file's own again where it is held, or one beside a file that has more.

    A day that was only estimated is no reason to keep a figure beside itself: the later file supersedes it.
    """
    again = FigureRelease.objects.current().filter(file_sha256=file_sha256).order_by("-loaded_at").first()
    if again:
        return again.file
    before = FigureRelease.objects.current().filter(file=file).first()
    if before is None or not before.rows or _covers(staged, before.rows_sha256):
        return file
    return f"{file.removesuffix('.csv')}-{file_sha256[:8]}.csv"


def _covers(staged: Staged, rows_sha256: str) -> bool:
    """Whether a file has every figure of a release."""
    before = parquet_of(rows_sha256)
    check_here([before])
    with workbench() as engine:
        values = {"before": str(before), "come": str(staged.file)}
        [(lacking,)] = engine.execute(NOT_IN_IT, values).fetchall()
    return not lacking


def _moved(
    indicator: str, area: str, period: str, sex: str, age: str, group: str,
    was_value: float | None, was_mark: str, value: float | None, mark: str,
) -> Moved:  # fmt: skip
    which = "; ".join(part for part in (sex if sex != "all" else "", age, group) if part)
    was, now = _said(was_value, was_mark), _said(value, mark)
    if was == now and was_mark != mark:
        was, now = f"{was} ({Mark(was_mark).label})", f"{now} ({Mark(mark).label})"
    elif was == now:
        now = f"{now} ({ANOTHER_COUNT})"
    return Moved(indicator, place_name(area), period, which, was, now)


def _said(value: float | None, mark: str) -> str:
    return Mark(mark).label if value is None else number(value)
