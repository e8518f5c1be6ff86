"""What every way of looking gives back: a finding, how it was reached, and the figures it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trust.vision.outcomes.rules.figures import Figure

type Cells = tuple[object, ...]

COLUMNS = (
    "place_code", "place", "period", "sex", "age", "group", "numerator", "denominator", "value", "lower",
    "upper", "mark", "known_on", "published_on", "source", "licence",
)  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """The figures of an answer, to take away: one row each, with what it needs to be read alone."""

    columns: tuple[str, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True)
class Used:
    """A figure that an answer rests on, with the words that the answer puts beside it."""

    place: str
    figure: Figure
    more: Cells = ()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A finding in plain English, what to take care of, how it was reached, and its figures."""

    heading: str
    lede: str = ""
    cares: tuple[str, ...] = ()
    method: tuple[tuple[str, str], ...] = ()
    used: tuple[Used, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def sheet(self) -> Sheet:
        return sheet_of(self.used, self.more)

    @property
    def sources(self) -> list[str]:
        """Each source with its licence, once."""
        said = (f"{f.source}, under {f.licence}" if f.licence else f.source for f in self._figures())
        return list(dict.fromkeys(said))

    @property
    def known_on(self) -> date | None:
        """The day on which the last of its figures was known."""
        return max((figure.known_on for figure in self._figures()), default=None)

    def _figures(self) -> Iterable[Figure]:
        return (one.figure for one in self.used)


def sheet_of(used: Sequence[Used], more: tuple[str, ...] = ()) -> Sheet:
    return Sheet((*COLUMNS, *more), tuple((*_cells(one), *one.more) for one in used))


def _cells(one: Used) -> Cells:
    f = one.figure
    return (
        f.area, one.place, f.period, f.sex, f.age, f.group, f.numerator, f.denominator, f.value, f.lower,
        f.upper, f.mark.label, f.known_on, f.published_on, f.source, f.licence,
    )  # fmt: skip


def all_of(names: dict[str, str], courses: dict[str, list[Figure]], areas: Sequence[str]) -> tuple[Used, ...]:
    """Every figure of these places, in their order."""
    return tuple(Used(names[area], figure) for area in areas for figure in courses.get(area, []))
