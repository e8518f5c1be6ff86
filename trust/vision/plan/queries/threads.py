"""The golden thread of one thing in a published plan: all that it rests on, and all that came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.design.charts import Chart, Table
from trust.foundation.design.charts.thread import Knot, Strand, thread_chart
from trust.foundation.kernel.english import counted, exactly, opened, within
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.vision.plan.formats import PublishedMeasure, PublishedPriority
from trust.vision.plan.queries.progress import pledged, promises, readings
from trust.vision.plan.queries.published import Published

MOST_SHOWN = 4
KINDS = {
    "needs": "need",
    "voices": "thing that people said",
    "actions": "promise",
    "pledges": "pledge",
    "measures": "measure",
}


@dataclass(frozen=True)
class GoldenThread:
    """One thing, what kind of thing it is, the priority it is in, and its knots from need to account."""

    title: str
    kind: str
    priority: PublishedPriority
    also: tuple[PublishedPriority, ...]
    knots: tuple[Knot, ...]

    @property
    def missing(self) -> list[str]:
        return [knot.label for knot in self.knots if knot.loose]

    @property
    def sentence(self) -> str:
        """What the drawing shows, in one sentence."""
        if not self.missing:
            return "The thread is whole: every step from the need to the published account is there."
        steps = " and ".join(within(step) for step in self.missing)
        return f"The thread has {counted(len(self.missing), 'loose end')}: {steps}."

    @property
    def chart(self) -> Chart:
        return thread_chart(
            self.knots, title=f"The golden thread of: {self.title}", description=self.sentence
        )

    @property
    def table(self) -> Table:
        rows = tuple((knot.label, strand.text, strand.note) for knot in self.knots for strand in knot.strands)
        return Table("The golden thread, step by step", ("Step", "What", "How it stands"), rows)


def golden_thread(found: Published, key: UUID, on: date) -> GoldenThread:
    """The thread of a priority, or of anything in one, as of a day; errors: NotFound."""
    places = [(one, *_in(one, key)) for one in found.plan.priorities if _in(one, key)]
    if not places:
        raise NotFound
    priority, kind, title = places[0]
    also = tuple(one for one, *_ in places[1:])
    return GoldenThread(title, kind, priority, also, tuple(_knots(found, priority, key, on)))


def _in(priority: PublishedPriority, key: UUID) -> tuple[str, str] | tuple[()]:
    if priority.id == key:
        return "priority", priority.title
    for name, kind in KINDS.items():
        for row in getattr(priority, name):
            if row.id == key:
                return kind, str(getattr(row, TITLES[name]))
    return ()


TITLES = {
    "needs": "statement",
    "voices": "heading",
    "actions": "what",
    "pledges": "what",
    "measures": "title",
}


def _knots(found: Published, one: PublishedPriority, key: UUID, on: date) -> Iterator[Knot]:
    yield _knot(
        "The need", [(need.id, need.statement, need.how_sure) for need in one.needs], key, "No need is cited"
    )
    said = [(voice.id, voice.heading, voice.who) for voice in one.voices]
    yield _knot("What people said", said, key, "Nothing that people said is cited")
    yield Knot("The priority", (Strand(one.title, one.aim_for_all, chosen=one.id == key),))
    told = [
        (row.id, row.what, f"{row.owner}, by {in_words(row.due)}: {row.word}") for row in promises(one, on)
    ]
    yield _knot("Who does what", told, key, "Nothing is promised")
    given = [(row.id, row.what, f"{row.partner}, {row.treatment}") for row in pledged(one, on)]
    yield _knot("What partners put in", given, key, "No partner has put anything in")
    aimed = [(row.id, row.title, _path(row)) for row in one.measures]
    yield _knot("How we will see", aimed, key, "There is no measure")
    yield _result(one, on)
    account = f"Version {found.number} of the plan, published {in_words(found.published_on)}"
    yield Knot("The published account", (Strand(account, found.why),))


def _knot(label: str, rows: Sequence[tuple[UUID, str, str]], key: UUID, nothing: str) -> Knot:
    """The chosen one and a few more; how many others there are is said."""
    if not rows:
        return Knot(label, (Strand(nothing),), loose=True)
    first = sorted(rows, key=lambda row: row[0] != key)[:MOST_SHOWN]
    strands = [Strand(what, note, chosen=row == key) for row, what, note in first]
    rest = len(rows) - len(first)
    return Knot(label, (*strands, *([Strand(f"And {rest} more")] if rest else [])))


def _path(row: PublishedMeasure) -> str:
    begins = f"From {exactly(row.baseline)} in {row.baseline_period}"
    way = f"; on the way {row.on_the_way}" if row.on_the_way else ""
    return f"{begins} to {exactly(row.target)} by {row.target_period}{way}"


def _result(one: PublishedPriority, on: date) -> Knot:
    known = [(reading.measure.about, reading) for _, reading in readings([one], on) if reading.latest]
    if not known:
        return Knot("What has changed", (Strand("No figure had been published by this day"),), loose=True)
    strands = [Strand(f"{opened(about)}: {reading.word}", reading.sentence) for about, reading in known]
    return Knot("What has changed", tuple(strands[:MOST_SHOWN]))
