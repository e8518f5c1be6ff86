"""What turned in the plan since an earlier day: measures, promises kept and promises that fell late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.english import within
from trust.vision.plan.formats import PublishedPriority
from trust.vision.plan.queries.progress import Promise, Reading, as_they_stood, every_promise, readings
from trust.vision.plan.queries.published import Published
from trust.vision.plan.words import Standing


@dataclass(frozen=True)
class Turn:
    """One thing that changed, and whose or what it was."""

    word: str
    about: str


def turned(live: Published, *, since: date, on: date) -> list[Turn]:
    """Measures that changed their status or have a new figure, and promises kept or late since a day."""
    found = list(_of_measures(live.plan.priorities, since, on))
    for promises in every_promise(live.plan.priorities, on).values():
        found += _of_promises(promises, since, on)
    return found


def _of_measures(priorities: tuple[PublishedPriority, ...], since: date, on: date) -> Iterator[Turn]:
    read = [reading for _, reading in readings(priorities, on)]
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
