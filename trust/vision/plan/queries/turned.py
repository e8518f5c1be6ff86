"""What turned in the plan since an earlier day: measures, promises kept and promises that fell late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.english import within
from trust.vision.plan.queries.progress import Reading, as_they_stood
from trust.vision.plan.queries.running import Stands, told
from trust.vision.plan.words import Standing


@dataclass(frozen=True)
class Turn:
    """One thing that changed, and whose or what it was."""

    word: str
    about: str


def turned(stands: Stands, *, since: date) -> list[Turn]:
    """Measures that changed their status or have a new figure, and promises kept or late since a day."""
    return [*_of_measures(stands.readings, since), *_of_promises(stands, since)]


def _of_measures(read: Sequence[Reading], since: date) -> Iterator[Turn]:
    before = as_they_stood(read, since)
    for now in read:
        then = before[now.measure.id]
        if then.status is not now.status:
            yield Turn(f"Turned {within(now.word)}", now.measure.title)
        elif now.latest and _period(then) != now.latest.period:
            yield Turn(f"A new figure, for {now.latest.period}", now.measure.title)


def _period(reading: Reading) -> str:
    return reading.latest.period if reading.latest else ""


def _of_promises(stands: Stands, since: date) -> Iterator[Turn]:
    for row in stands.promises:
        kept = row.word == Standing.DONE.in_words
        if kept and row.said_on and since < row.said_on <= stands.day:
            yield Turn("Done", told(row, stands.plans))
        elif not kept and since <= row.due < stands.day:
            yield Turn("Now late", told(row, stands.plans))
