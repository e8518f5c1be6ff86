"""The steps on the way of a row: which are milestones of its action, and which lie on its measure’s path."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.amounts import number_in
from trust.vision.plan.rules.columns import PERIOD, period_in
from trust.vision.plan.rules.due import NotADay, read_due
from trust.vision.plan.rules.measured import Target
from trust.vision.plan.rules.milestones import LONGEST_STEP, Step
from trust.vision.plan.rules.paths import Basis
from trust.vision.plan.rules.yearly import in_order

BULLET = re.compile(r"^\s*(?:[•*–-]|\d{1,2}[.)])\s+")
DAY_FIRST = re.compile(r"(.+?)(?::\s*|\s[–-]\s+)(.+)")
DAY_LAST = re.compile(r"(.+?)[\s,]+(?:\(?by\s+|\()(.+?)\)?\.?")
YEAR_LAST = re.compile(rf"(.+?)\s*(?:\bby\b|\bin\b|\()\s*({PERIOD.pattern})\)?\.?")


@dataclass(frozen=True)
class Piece:
    """One step as it was written: a day and its words, or a period and its number; else its text alone."""

    text: str
    step: Step | None = None
    aim: tuple[str, Decimal] | None = None
    note: str = ""

    @property
    def is_clear(self) -> bool:
        return bool(self.step or self.aim)

    @property
    def without_action(self) -> str:
        return f"This row has no action for its steps on the way, so this is not kept: “{self.text[:80]}”."

    def stays(self, why: str) -> "Piece":
        """Its words alone, with why no more comes of it."""
        return Piece(self.text, note=f"“{self.text[:80]}” is kept as words. {why}")


NO_DAY = "It names no day, and no year with a number."
NO_MEASURE = "This row has no measure whose path it could lie on."


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The steps of a cell: each on a line, or parted by semicolons where every part is one of its own."""
    rows = [row for row in text.splitlines() if row.strip()]
    return tuple(piece for row in rows for piece in _pieces(row))


def _pieces(row: str) -> list[Piece]:
    parts = [_piece(part) for part in row.split(";") if part.strip()]
    return parts if all(part.is_clear for part in parts) else [_piece(row)]


def _piece(text: str) -> Piece:
    said = BULLET.sub("", text).strip()
    for when, what in _ways(said):
        found = _aimed(said, when, what) or _dated(said, when, what)
        if found:
            return found
    return Piece(said)


def _ways(said: str) -> Iterator[tuple[str, str]]:
    """What may be its day or year, with what may be its words or number."""
    if first := DAY_FIRST.fullmatch(said):
        yield first[1], first[2]
    if year := YEAR_LAST.fullmatch(said):
        yield year[2], year[1]
    if last := DAY_LAST.fullmatch(said):
        yield last[2], last[1]


def _aimed(text: str, when: str, what: str) -> Piece | None:
    if not PERIOD.fullmatch(when.strip()):
        return None
    try:
        return Piece(text, aim=(period_in(when), number_in(what)))
    except Refused:
        return None


def _dated(text: str, when: str, what: str) -> Piece | None:
    a_serial = when.strip().isdecimal() and not PERIOD.fullmatch(when.strip())
    if a_serial or len(what) > LONGEST_STEP:
        return None
    try:
        due = read_due(when)
    except NotADay:
        return None
    return Piece(text, Step(due.day, what.strip()), note=due.note)


def under_a_year(period: str, text: str) -> str:
    """A step below a heading that names its year, with the year; one that names its own day as it is.

    >>> under_a_year("2010/11", "60%"), under_a_year("2009/12", "60%"), under_a_year("2010", "1 May 2010: 60")
    ('2010/11: 60%', '60%', '1 May 2010: 60')
    """
    year, _, next_year = period.partition("/")
    one_year = year and (not next_year or int(next_year) == (int(year) + 1) % 100)
    own = any(piece.is_clear for piece in pieces_of(text))
    return f"{period}: {text}" if one_year and not own else text


def on_the_path(target: Target, pieces: Iterable[Piece], basis: Basis) -> tuple[Target, tuple[Piece, ...]]:
    """A measure with the numbers that can lie on its path, and the pieces that are left."""
    left: list[Piece] = []
    for piece in pieces:
        if piece.aim is None:
            left.append(piece)
        elif piece.aim not in target.yearly_targets:
            wider = replace(target, yearly_targets=in_order([*target.yearly_targets, piece.aim]))
            wrong = [sentence for _, sentence in basis.faults(wider.aimed)]
            target = target if wrong else wider
            left += [piece.stays(sentence) for sentence in wrong[:1]]
    return target, tuple(left)


@dataclass(frozen=True)
class Way:
    """The milestones of an action, and the words that are none."""

    steps: tuple[Step, ...] = ()
    left: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return "\n".join(piece.text for piece in self.left)


def way_to(pieces: Iterable[Piece], check: Callable[[date], None]) -> Way:
    """The way to an action; `check` refuses a day on which nothing can lead to it."""
    steps: dict[tuple[date, str], Step] = {}
    left: list[Piece] = []
    notes: list[str] = []
    for piece in pieces:
        step, words = _step(piece, check)
        if step:
            steps.setdefault((step.on, step.what.casefold()), step)
        else:
            left.append(words)
        notes += [words.note] if words.note else []
    return Way(tuple(steps.values()), tuple(left), tuple(notes))


def _step(piece: Piece, check: Callable[[date], None]) -> tuple[Step | None, Piece]:
    if piece.step is None:
        return None, piece if piece.note else piece.stays(NO_MEASURE if piece.aim else NO_DAY)
    try:
        check(piece.step.on)
    except Refused as refusal:
        return None, piece.stays(str(refusal))
    return piece.step, piece


def as_cell(steps: Iterable[Step], words: str) -> str:
    """Milestones and words as one cell, which reads back as them.

    >>> as_cell([Step(date(2010, 9, 30), "nine schools")], "More later")
    '30 September 2010: nine schools\\nMore later'
    """
    return "\n".join([*(f"{in_words(step.on)}: {step.what}" for step in steps), *filter(None, [words])])
