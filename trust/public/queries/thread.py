"""One promise from the need to what has changed: the plan as published, with figures as known on the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from uuid import UUID

from trust.foundation.design.charts.given import Role
from trust.foundation.design.charts.marks import Chart
from trust.governance.board.queries import MeetingCard, next_meeting
from trust.public import sentences
from trust.public.drawings import marks_of, of_gap, of_pledges
from trust.vision.outcomes.queries import GapStory, IndicatorCard, cards, gap_stories
from trust.vision.outcomes.words import Mark
from trust.vision.participation.queries import Subject, where_to_tell_us
from trust.vision.plan.queries import (
    CitedNeed,
    CitedVoice,
    PledgeLine,
    Promise,
    Published,
    PublishedMeasure,
    PublishedPriority,
    Reading,
    Stepped,
    pledged,
    promises,
    published_priority,
    readings,
    stepped,
)
from trust.vision.plan.queries.drawn import or_better, path_of


@dataclass(frozen=True)
class Need:
    """A need that the priority cites, with the gap as it was known; no story where no figure carries it."""

    cited: CitedNeed
    card: IndicatorCard | None
    story: GapStory | None

    @property
    def chart(self) -> Chart | None:
        """The gap as drawn; none where it cannot be calculated."""
        return of_gap(self.story, self.card) if self.story and self.story.last and self.card else None

    @property
    def marks(self) -> list[Mark]:
        points = self.story.points if self.story else ()
        return marks_of([figure for point in points for figure in (point.group, point.others)])


@dataclass(frozen=True)
class Changed:
    """A measure as of the day, with its figures drawn on the path that was promised."""

    reading: Reading
    of_group: bool

    @property
    def chart(self) -> Chart | None:
        role: Role = "group" if self.of_group else "subject"
        return path_of(self.reading, role=role)

    @property
    def marks(self) -> list[Mark]:
        return marks_of(self.reading.series)


@dataclass(frozen=True)
class Aim:
    """What is aimed at for some children, and the measure that will show it, if there is one."""

    whom: str
    words: str
    measure: PublishedMeasure | None = None
    unit: str = ""
    or_better: str = ""


@dataclass(frozen=True)
class Treated:
    """All that is pledged in one way: who holds it, and how much."""

    treatment: str
    amount: Decimal
    paid: Decimal | None
    lines: int


@dataclass(frozen=True)
class Thread:
    """Everything on the page of one priority, as of a day."""

    published: Published
    priority: PublishedPriority
    day: date
    needs: tuple[Need, ...]
    voices: tuple[CitedVoice, ...]
    aims: tuple[Aim, ...]
    promises: tuple[Promise, ...]
    stepped: tuple[Stepped, ...]
    pledges: tuple[PledgeLine, ...]
    treated: tuple[Treated, ...]
    readings: tuple[Reading, ...]
    meeting: MeetingCard | None
    tell_us: str

    @property
    def years(self) -> str:
        """The plan's title with its years, once."""
        first, last = self.published.plan.first.year, self.published.plan.last.year
        years = f"{first} to {last}"
        return (
            self.published.plan.title
            if years in self.published.plan.title
            else f"{self.published.plan.title} {years}"
        )

    @property
    def updated(self) -> date:
        """The last day on which anything on the page changed."""
        said = [promise.said_on for promise in self.promises if promise.said_on]
        known = [reading.latest.known_on for reading in self.readings if reading.latest]
        return max([self.published.published_on, *said, *known])

    @property
    def promises_heading(self) -> str:
        return sentences.of_promises(self.promises)

    @property
    def pledges_heading(self) -> str:
        return sentences.of_pledges(self.pledges)

    @property
    def changed_heading(self) -> str:
        return sentences.of_readings(self.readings)

    @property
    def aims_told(self) -> list[str]:
        return [sentences.of_aim(reading) for reading in self.readings]

    @property
    def next_heading(self) -> str:
        return sentences.of_meeting(self.meeting.day if self.meeting else None)

    @property
    def aims_heading(self) -> str:
        return f"For everyone, and for {self.priority.group}"

    @property
    def ended(self) -> bool:
        return self.published.plan.last < self.day

    @property
    def changed(self) -> tuple[Changed, ...]:
        groups = _groups(self.priority)
        return tuple(Changed(reading, reading.measure.areas in groups) for reading in self.readings)

    @property
    def bars(self) -> Chart | None:
        """Drawn only where there is money: gifts in kind have no length."""
        return of_pledges(self.pledges) if any(line.amount for line in self.pledges) else None


def thread(priority: UUID, *, on: date) -> Thread:
    """The golden thread of one published priority; errors: NotFound where no version of the day has it."""
    found, cited = published_priority(priority, on)
    lines, told = tuple(pledged(cited, on)), promises(cited, on)
    known = cards({one.indicator for one in cited.needs} | {one.indicator for one in cited.measures})
    return Thread(
        published=found,
        priority=cited,
        day=on,
        needs=_needs(cited, known, on),
        voices=cited.voices,
        aims=_aims(cited, known),
        promises=tuple(told),
        stepped=stepped(told, on),
        pledges=lines,
        treated=tuple(_treated(lines)),
        readings=tuple(row for _, row in readings([cited], on)),
        meeting=next_meeting(on),
        tell_us=where_to_tell_us(Subject(cited.id, cited.title)),
    )


def _needs(cited: PublishedPriority, known: Mapping[str, IndicatorCard], on: date) -> tuple[Need, ...]:
    """All that the priority cites, in one reading of the figures however many they are."""
    two_sided = [_sides(need) for need in cited.needs if need.group and need.others]
    stories = gap_stories(two_sided, as_of=on)
    return tuple(Need(need, known.get(need.indicator), stories.get(_sides(need))) for need in cited.needs)


def _sides(need: CitedNeed) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return need.indicator, need.group, need.others


def _aims(cited: PublishedPriority, known: Mapping[str, IndicatorCard]) -> tuple[Aim, ...]:
    """The aim for all and for the group, each with the measure of its own places."""
    groups = _groups(cited)
    of_some = [measure for measure in cited.measures if measure.areas in groups]
    of_all = [measure for measure in cited.measures if measure.areas not in groups]
    return (
        _aim("For everyone", cited.aim_for_all, of_all, known),
        _aim(f"For {cited.group}", cited.aim_for_group, of_some, known),
    )


def _groups(cited: PublishedPriority) -> set[tuple[str, ...]]:
    """The places of those doing worst; a need with nothing beside it is about everyone."""
    return {need.group for need in cited.needs if need.group and need.others}


def _aim(whom: str, words: str, measures: list[PublishedMeasure], known: Mapping[str, IndicatorCard]) -> Aim:
    if not measures:
        return Aim(whom, words)
    card = known.get(measures[0].indicator)
    if card is None:
        return Aim(whom, words, measures[0])
    return Aim(whom, words, measures[0], card.unit, or_better(card))


def _treated(lines: tuple[PledgeLine, ...]) -> list[Treated]:
    ordered = sorted(lines, key=lambda line: line.treatment)
    groups = [(word, list(rows)) for word, rows in groupby(ordered, key=lambda line: line.treatment)]
    return [
        Treated(word, sum((row.amount for row in rows if row.amount), Decimal()), _paid(rows), len(rows))
        for word, rows in groups
    ]


def _paid(lines: list[PledgeLine]) -> Decimal | None:
    """What was paid; nothing where nobody has said."""
    told = [line.paid for line in lines if line.paid is not None]
    return sum(told, Decimal()) if told else None
