"""The rows under a sheet's headings as lines of a plan: what is merged or left blank is filled in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trust.vision.plan.rules.columns import MANY, Head, plain
from trust.vision.plan.rules.local import known
from trust.vision.plan.rules.way import under_a_year
from trust.vision.plan.words import Column

TOTAL = re.compile(r"^(grand )?totals?\b")
NOTE = re.compile(r"^(source|notes?|key|updated|last updated|version|\*)\b")
NUMBERED = re.compile(r"^(?:priority\s+\d+\s*[:.)–-]\s*|\d+\s*[.)]\s+)", re.IGNORECASE)
BAND = 3
# A row that says no more than these is a priority alone.
OF_THE_PRIORITY = frozenset(
    {
        Column.PRIORITY, Column.OUTCOMES, Column.AIMS, Column.AIM_FOR_ALL, Column.GROUP, Column.COMPARATOR,
        Column.AIM_FOR_GROUP, Column.NEXT_STEP, Column.RESTS_ON,
    }
)  # fmt: skip


BROKEN = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")
NO_RESULT = (
    "This cell is a formula whose result the file does not keep. Open the file in a spreadsheet, save it, "
    "and choose it again."
)
LIMITS = {Column.PRIORITY: 200, Column.ACTION: 300, Column.MEASURE: 200, Column.GROUP: 200}
LIMITS |= {Column.COMPARATOR: 200}
LONGEST = 10_000


@dataclass(frozen=True)
class Line:
    """One row of a plan: where it stands in the sheet, and what it says by the meaning of each column."""

    number: int
    cells: Mapping[Column, str]

    def says(self, column: Column) -> str:
        return self.cells.get(column, "")


def wrong_cells(line: Line) -> Iterator[tuple[Column, str]]:
    """The cells that can hold nothing, each with what to do: a broken formula, or too long a text."""
    for column, text in line.cells.items():
        most = LIMITS.get(column, LONGEST)
        if text == "=?":
            yield column, NO_RESULT
        elif text in BROKEN:
            yield column, f"“{text}” is a formula that went wrong. Write what it should say."
        elif len(text) > most:
            yield column, f"Shorten this to {most:,} characters: it has {len(text):,}."


def priority_key(title: str) -> str:
    """What makes two headings one priority: the words without their number.

    >>> priority_key("Priority 2: Fewer  exclusions") == priority_key("2. fewer exclusions")
    True
    """
    return plain(without_number(title)) or title.strip()


def without_number(title: str) -> str:
    return NUMBERED.sub("", title.strip()).strip() or title.strip()


def lines_of(rows: Sequence[tuple[int, Sequence[str]]], head: Head, notes: list[str]) -> Iterator[Line]:
    """Every line of the plan; what is passed over is told in `notes`."""
    named = head.where(Column.PRIORITY) is not None
    last = ""
    for number, texts in rows[head.place + 1 :]:
        band = band_of(texts)
        if _is_aside(texts, band, head, number, notes):
            continue
        if band and not named:
            last = band
            continue
        cells = cells_of(texts, head)
        if not cells:
            continue
        last = cells.get(Column.PRIORITY, last)
        yield Line(number, {**cells, Column.PRIORITY: last} if last else cells)


def band_of(texts: Sequence[str]) -> str:
    """What a row says that says one thing across the sheet, as a heading between the rows does."""
    said = [text.strip() for text in texts if text.strip()]
    across = len(said) >= BAND and len(set(said)) == 1
    alone = len(said) == 1 and bool(texts[0].strip()) and len(texts) >= BAND
    return said[0] if across or alone else ""


def _is_aside(texts: Sequence[str], band: str, head: Head, number: int, notes: list[str]) -> bool:
    """Whether a row is no part of the plan: its headings again, a total, a note, a band beside a priority."""
    first = next((text.strip() for text in texts if text.strip()), "")
    if not first:
        return True
    if [t.strip() for t in texts[: len(head.columns)]] == [one.heading for one in head.columns]:
        return True
    total = bool(TOTAL.match(plain(first)) or (band and NOTE.match(plain(first))))
    between = bool(band) and head.where(Column.PRIORITY) is not None and not _in(texts, head)
    if total or between:
        notes.append(f"Row {number} is no part of the plan, and was passed over: {first[:120]}")
    return total or between


def _in(texts: Sequence[str], head: Head) -> bool:
    """Whether a row that says one thing says it as its priority alone."""
    said = [place for place, text in enumerate(texts) if text.strip()]
    at = head.where(Column.PRIORITY)
    return at is not None and said == [at.position]


def cells_of(texts: Sequence[str], head: Head) -> dict[Column, str]:
    """What a row says by the meaning of its columns; texts of several columns that mean one are joined."""
    found: dict[Column, str] = {}
    targets: dict[str, str] = {}
    for one in head.columns:
        text = texts[one.position].strip() if one.position < len(texts) else ""
        if one.column is None or not text:
            continue
        if one.column is Column.TARGET and one.period:
            targets[one.period] = text
        elif one.column is Column.BASELINE and one.period:
            found |= {Column.BASELINE: text, Column.BASELINE_PERIOD: one.period}
        elif one.column is Column.MILESTONES:
            found[one.column] = "\n".join(
                filter(None, (found.get(one.column), under_a_year(one.period, text)))
            )
        elif one.column in MANY - {Column.TARGET} and one.column in found:
            found[one.column] = f"{found[one.column]}; {text}" if text not in found[one.column] else text
        else:
            found[one.column] = text
    return found | _year_by_year(targets, found.get(Column.YEARLY_TARGETS, ""))


def _year_by_year(targets: Mapping[str, str], beside: str) -> dict[Column, str]:
    """Targets whose headings name their years: the last is the end of the path, the others lie on it."""
    if not targets:
        return {}
    *earlier, last = sorted(targets)
    said = [f"{period}: {targets[period]}" for period in earlier if known(targets[period])]
    yearly = {Column.YEARLY_TARGETS: "; ".join(filter(None, (beside, *said)))} if said else {}
    return {Column.TARGET: targets[last], Column.TARGET_PERIOD: last, **yearly}
