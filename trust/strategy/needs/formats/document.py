"""An assessment as it reads on a day, in plain values: pages, paper and snapshot are made of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

SCHEMA = "childrens-trust/needs-assessment/1"


@dataclass(frozen=True)
class Source:
    """Where a figure came from, down to the file as it was loaded."""

    name: str
    licence: str
    file: str
    file_sha256: str
    release: UUID | None


@dataclass(frozen=True)
class Shown:
    """One figure of one place or group: itself or why it is not there, its limits, its counts and its day."""

    who: str
    period: str
    order: int
    said: str
    value: float | None
    lower: float | None
    upper: float | None
    numerator: int | None
    denominator: float | None
    mark: str
    known_on: date
    source: int


@dataclass(frozen=True)
class CitedFigure:
    """A measure in some places as it was known on the day: the sentence, every figure, and every source.

    `role` of a line is `subject`, `group` or `context`, as a chart has them; `lines` are in the order drawn.
    """

    id: UUID | None
    indicator: str
    title: str
    full_title: str
    unit: str
    caveat: str
    about: str
    area: str
    sentence: str
    show: str
    lines: tuple[tuple[str, str], ...]
    figures: tuple[Shown, ...]
    sources: tuple[Source, ...]

    @property
    def newest(self) -> date | None:
        return max((figure.known_on for figure in self.figures), default=None)

    @property
    def by_file(self) -> tuple[tuple[str, Source], ...]:
        """The sources that came in one file, named together, each file once."""
        files: dict[tuple[str, str, UUID | None], list[Source]] = {}
        for source in self.sources:
            files.setdefault((source.licence, source.file, source.release), []).append(source)
        return tuple(("; ".join(one.name for one in those), those[0]) for those in files.values())

    @property
    def is_known(self) -> bool:
        return any(figure.value is not None for figure in self.figures)


@dataclass(frozen=True)
class Said:
    """A partner's comment, and what became of it."""

    id: UUID
    partner: str
    words: str
    on: date
    invented: bool
    answer: str
    answered_on: date | None


@dataclass(frozen=True)
class Text:
    id: UUID
    words: str
    on: date
    by: str
    looked_on: date
    comments: tuple[Said, ...]


@dataclass(frozen=True)
class Found:
    """A finding, or a gap in what is known."""

    id: UUID
    kind: str
    statement: str
    group: str
    how_sure: str
    figure: CitedFigure | None
    why_it_matters: str
    what_would_close: str
    who_could_close: str
    refresh_by: date | None
    on: date
    by: str
    looked_on: date
    invented: bool
    comments: tuple[Said, ...]

    @property
    def is_overtaken(self) -> bool:
        """Whether its figure has moved on since anybody looked whether it is still true."""
        return bool(self.figure and self.figure.newest and self.figure.newest > self.looked_on)


@dataclass(frozen=True)
class Tally:
    """A local count; no count is one from 1 to 5, which is not kept."""

    id: UUID
    counted: str
    what: str
    place: str
    period: str
    count: int | None
    how_counted: str
    on: date
    invented: bool

    @property
    def said(self) -> str:
        return "1 to 5, so not shown" if self.count is None else str(self.count)


@dataclass(frozen=True)
class Part:
    """One section."""

    id: UUID
    number: int
    title: str
    asks: str
    texts: tuple[Text, ...]
    figures: tuple[CitedFigure, ...]
    findings: tuple[Found, ...]
    gaps: tuple[Found, ...]
    tallies: tuple[Tally, ...]

    @property
    def looked_on(self) -> date | None:
        """When its words were last written or found still true."""
        return max((text.looked_on for text in self.texts), default=None)

    @property
    def is_empty(self) -> bool:
        return not (self.texts or self.findings or self.gaps)


SILENT = "has not answered"


@dataclass(frozen=True)
class Asked:
    """A partner that was asked, and how it answered."""

    partner: str
    answered: str

    @property
    def is_silent(self) -> bool:
        return self.answered == SILENT


@dataclass(frozen=True)
class Document:
    """An assessment's whole text; `schema` changes when the shape does."""

    schema: str
    id: UUID
    title: str
    theme: str
    theme_label: str
    leads: str
    area: str
    as_of: date
    began_on: date
    cycle_months: int
    source: str
    invented: bool
    edition: int
    why: str
    asked: tuple[Asked, ...]
    comments: tuple[Said, ...]
    parts: tuple[Part, ...]

    @property
    def findings(self) -> tuple[Found, ...]:
        return tuple(found for part in self.parts for found in part.findings)

    @property
    def gaps(self) -> tuple[Found, ...]:
        return tuple(gap for part in self.parts for gap in part.gaps)

    @property
    def figures(self) -> tuple[CitedFigure, ...]:
        """Every figure, of the sections and of their findings, in the order they are read."""
        return tuple(figure for part in self.parts for figure in figures_of(part))

    @property
    def unknown(self) -> tuple[CitedFigure, ...]:
        """Measures that are cited and of which nothing had been published by the day."""
        return tuple({f.indicator: f for f in self.figures if not f.is_known}.values())


def figures_of(part: Part) -> tuple[CitedFigure, ...]:
    return (*part.figures, *(found.figure for found in part.findings if found.figure))
