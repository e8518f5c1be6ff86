"""What a file that has come would change: its figures beside those that are held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

from trust.vision.outcomes.formats.official.places import place_name
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.models import FigureRelease
from trust.vision.outcomes.queries.store import Record, ask, ask_files, parquet_of
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.words import Mark

KEY = ("indicator", "area", "order", "first_month", "sex", "age", "group", "known_on")
SAID = ("value", "lower", "upper", "numerator", "denominator", "mark")
KEY_COLUMNS = ", ".join(f'"{name}"' for name in KEY)
HELD = f"""
    select {KEY_COLUMNS}, {", ".join(SAID)}
    from read_parquet($files, filename = 'file')
    where list_contains($codes, indicator)
    qualify row_number() over (partition by {KEY_COLUMNS} order by list_position($files, file) desc) = 1
"""
IN_RELEASE = f"select {KEY_COLUMNS} from read_parquet($files)"
key_of, said_of = attrgetter(*KEY), attrgetter(*SAID)


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
    """A file's figures beside those that are held."""

    new: int
    same: int
    moved: tuple[Moved, ...]

    @property
    def nothing_new(self) -> bool:
        return not self.new and not self.moved


def compare(rows: Sequence[Row]) -> Comparison:
    """How many of a file's figures are new, how many are held as they are, and each that has moved."""
    held = {record[: len(KEY)]: record[len(KEY) :] for record in _held(rows)}
    met = [(row, held.get(key_of(row))) for row in rows]
    moved = tuple(_moved(row, was) for row, was in met if was and was != said_of(row))
    new = sum(was is None for _, was in met)
    return Comparison(new, len(rows) - new - len(moved), moved)


def release_of_file(file_sha256: str) -> UUID | None:
    """The current release that came from the very same file, whatever its name."""
    found = FigureRelease.objects.current().filter(file_sha256=file_sha256).order_by("-loaded_at").first()
    return found.id if found else None


def name_for(file: str, rows: Sequence[Row], file_sha256: str) -> str:
    """The name a release takes: a file that lacks a figure of the one so named stands beside it."""
    before = FigureRelease.objects.current().filter(file=file).first()
    if before is None or not before.rows:
        return file
    keys = set(ask_files(IN_RELEASE, [parquet_of(before.rows_sha256)], {}))
    covered = keys <= {key_of(row) for row in rows}
    return file if covered else f"{file.removesuffix('.csv')}-{file_sha256[:8]}.csv"


def _held(rows: Sequence[Row]) -> Iterator[Record]:
    return iter(ask(HELD, {"codes": sorted({row.indicator for row in rows})}))


def _moved(row: Row, was: Record) -> Moved:
    group = "; ".join(part for part in (row.sex if row.sex != "all" else "", row.age, row.group) if part)
    before = dict(zip(SAID, was, strict=True))
    return Moved(
        row.indicator, place_name(row.area), row.period, group,
        _said(before["value"], before["mark"]), _said(row.value, row.mark),
    )  # fmt: skip


def _said(value: float | None, mark: str) -> str:
    return Mark(mark).label if value is None else number(value)
