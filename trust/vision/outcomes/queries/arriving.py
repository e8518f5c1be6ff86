"""What a file that has come would change: its figures beside those that are held."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median
from uuid import UUID

from trust.vision.outcomes.formats.official.places import place_name
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.models import FigureRelease
from trust.vision.outcomes.queries.store import Record, ask, ask_files, parquet_of
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.words import Mark

FIGURE = ("indicator", "area", "order", "first_month", "sex", "age", "group")
SERIES = ("indicator", "area", "sex", "age", "group")
SAID = ("value", "lower", "upper", "numerator", "denominator", "mark")
COLUMNS = ", ".join(f'"{name}"' for name in FIGURE)
HELD = f"""
    select {COLUMNS}, known_on, {", ".join(SAID)}
    from read_parquet($files, filename = 'file')
    where list_contains($codes, indicator)
    qualify row_number() over (
        partition by {COLUMNS} order by known_on desc, list_position($files, file) desc
    ) = 1
"""
IN_RELEASE = f"select {COLUMNS}, published_on from read_parquet($files)"
# A percentage sent as a proportion, or the other way about, is a hundred times what it was; a rate per 10,000
# that was per 1,000 is ten, and is not told from a true change.
LEAST_JUMP, MOST_JUMP = 50, 200
figure_of, series_of, said_of = attrgetter(*FIGURE), attrgetter(*SERIES), attrgetter(*SAID)
dated_of = attrgetter(*FIGURE, "published_on")


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

    fresh: tuple[Row, ...]
    same: int
    moved: tuple[Moved, ...]
    jumps: tuple[str, ...] = ()

    @property
    def new(self) -> int:
        return len(self.fresh)

    @property
    def nothing_new(self) -> bool:
        return not self.fresh and not self.moved


def compare(rows: Sequence[Row]) -> Comparison:
    """Which of a file's figures are new, how many are held as they are, and each that has moved.

    An earlier publication of a figure that is held is new; a later one of the very same figure is not.
    """
    if not rows:
        return Comparison((), 0, ())
    held = {record[: len(FIGURE)]: record[len(FIGURE) :] for record in _held(rows)}
    fresh: list[Row] = []
    moved: list[Moved] = []
    for row in rows:
        was = held.get(figure_of(row))
        if was is None or was[0] > row.known_on:
            fresh.append(row)
        elif was[1:] != said_of(row):
            moved.append(_moved(row, was[1:]))
    same = len(rows) - len(fresh) - len(moved)
    return Comparison(tuple(fresh), same, tuple(moved), tuple(_jumps(rows, held)))


def _jumps(rows: Sequence[Row], held: Mapping[Record, Record]) -> Iterator[str]:
    """A sentence for each measure whose figures are about a hundred times, or a hundredth, of those held."""
    before = _by_series(((key[0], key[1], *key[4:]), was[1]) for key, was in held.items())
    now = _by_series((series_of(row), row.value) for row in rows)
    times: dict[str, list[float]] = defaultdict(list)
    for key in now.keys() & before.keys():
        times[key[0]].append(median(now[key]) / median(before[key]))
    for indicator in sorted(times):
        if jump := _jump(median(times[indicator])):
            yield f"The figures of {indicator} are about {jump} those we hold. Is a percentage a proportion?"


def _by_series(values: Iterable[tuple[Record, float | None]]) -> dict[Record, list[float]]:
    found: dict[Record, list[float]] = defaultdict(list)
    for key, value in values:
        if value:
            found[key].append(abs(value))
    return found


def _jump(times: float) -> str:
    if LEAST_JUMP <= times <= MOST_JUMP:
        return "a hundred times"
    return "a hundredth of" if LEAST_JUMP <= 1 / times <= MOST_JUMP else ""


def release_of_file(file_sha256: str, rows_sha256: str) -> UUID | None:
    """The current release that came from the very same file, whatever its name, and holds the same."""
    found = FigureRelease.objects.current().filter(file_sha256=file_sha256, rows_sha256=rows_sha256)
    latest = found.order_by("-loaded_at").first()
    return latest.id if latest else None


def release_of_digest(file_sha256: str) -> UUID | None:
    """The latest release of the very same file, whatever of it is held."""
    found = FigureRelease.objects.current().filter(file_sha256=file_sha256).order_by("-loaded_at").first()
    return found.id if found else None


def name_for(file: str, rows: Sequence[Row], file_sha256: str) -> str:
    """The name a release takes: the file's own again where it is held, or one beside a file that has more.

    A day that was only estimated is no reason to keep a figure beside itself: the later file supersedes it.
    """
    again = FigureRelease.objects.current().filter(file_sha256=file_sha256).order_by("-loaded_at").first()
    if again:
        return again.file
    before = FigureRelease.objects.current().filter(file=file).first()
    if before is None or not before.rows:
        return file
    estimated, dated = {figure_of(row) for row in rows}, {dated_of(row) for row in rows}
    keys = ask_files(IN_RELEASE, [parquet_of(before.rows_sha256)], {})
    covered = all(key in dated if key[-1] else key[:-1] in estimated for key in keys)
    return file if covered else f"{file.removesuffix('.csv')}-{file_sha256[:8]}.csv"


def _held(rows: Sequence[Row]) -> list[Record]:
    return ask(HELD, {"codes": sorted({row.indicator for row in rows})})


def _moved(row: Row, was: Record) -> Moved:
    group = "; ".join(part for part in (row.sex if row.sex != "all" else "", row.age, row.group) if part)
    before = dict(zip(SAID, was, strict=True))
    return Moved(
        row.indicator, place_name(row.area), row.period, group,
        _said(before["value"], before["mark"]), _said(row.value, row.mark),
    )  # fmt: skip


def _said(value: float | None, mark: str) -> str:
    return Mark(mark).label if value is None else number(value)
