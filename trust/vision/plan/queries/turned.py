"""What turned in the plan since an earlier day: measures, promises kept and promises that fell late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.english import within
from trust.vision.plan.queries.progress import Promise, Reading, as_they_stood
from trust.vision.plan.queries.running import Stands
from trust.vision.plan.words import Standing


@dataclass(frozen=True)
class Turn:
    """One thing that changed, and whose or what it was."""

    word: str
    about: str


def turned(stands: Stands, *, since: date) -> list[Turn]:
    """Measures that changed their status or have a new figure, and promises kept or late since a day."""
    return [*_of_measures(stands.readings, since), *_of_promises(stands.own, since, stands.day)]


def _of_measures(read: list[Reading], since: date) -> Iterator[Turn]:
    before = as_they_stood(read, since)
    for now in read:
        then = before[now.measure.id]
        if then.status is not now.status:
            yield Turn(f"Turned {within(now.word)}", now.measure.title)
        elif now.latest and _period(then) != now.latest.period:
            yield Turn(f"A new figure, for {now.latest.period}", now.measure.title)


def _period(reading: Reading) -> str:
    return reading.latest.period if reading.latest else ""


def _of_promises(rows: list[Promise], since: date, on: date) -> Iterator[Turn]:
    for row in rows:
        kept = row.word == Standing.DONE.in_words
        if kept and row.said_on and since < row.said_on <= on:
            yield Turn("Done", f"{row.what}, by {row.owner}")
        elif not kept and since <= row.due < on:
            yield Turn("Now late", f"{row.what}, by {row.owner}")
