"""A plan for young people: what people wrote of it, beside a skeleton drafted from the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.reading_age import Readable, readable
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats import PublishedPriority
from trust.vision.plan.formats.review import Picture
from trust.vision.plan.models import Plan, YoungEdition
from trust.vision.plan.queries.draft import draft
from trust.vision.plan.queries.progress import Promise, every_promise, readings
from trust.vision.plan.queries.published import newest_version
from trust.vision.plan.queries.review_draft import picture_of

ABOUT, SPEAK = "about", "have-your-say"


@dataclass(frozen=True)
class YoungText:
    """One part: what was drafted, and what a person wrote in its place, if anybody did."""

    part: str
    heading: str
    drafted: str
    text: str = ""
    edition: int = 0
    invented: bool = False
    picture: Picture | None = None


@dataclass(frozen=True)
class YoungPlan:
    """A plan for young people; parts that nobody wrote are drafts, and only the office sees those."""

    parts: tuple[YoungText, ...]

    @property
    def written(self) -> tuple[YoungText, ...]:
        return tuple(one for one in self.parts if one.text)

    @property
    def reading(self) -> Readable:
        return readable("\n".join(one.text for one in self.written))

    def part(self, key: str) -> YoungText:
        found = next((one for one in self.parts if one.part == key), None)
        if found is None:
            raise NotFound
        return found


def young_plan(plan: Plan, on: date) -> YoungPlan:
    """The newest published version for young people, as it had been written by a day; errors: NotFound."""
    found = newest_version(plan.pk, on)
    if found is None:
        raise NotFound
    return _as_written(plan, found.plan.priorities, on)


def young_draft(plan: Plan, on: date) -> YoungPlan:
    """The same of the plan as it is being written, for whoever writes it, before anything is published."""
    return _as_written(plan, draft(plan).plan.priorities, on)


def seen_now(plan: Plan, on: date) -> frozenset[str]:
    """The parts that young people can read today: those of the published version, and none before one."""
    found = newest_version(plan.pk, on)
    return frozenset({ABOUT, SPEAK, *map(_key, found.plan.priorities)} if found else ())


def _as_written(plan: Plan, priorities: Sequence[PublishedPriority], on: date) -> YoungPlan:
    rows = YoungEdition.objects.filter(plan=plan, at__date__lte=on).order_by("part", "-edition")
    written = {row.part: row for row in rows.distinct("part")}
    return YoungPlan(tuple(_of_text(one, written.get(one.part)) for one in _skeleton(priorities, on)))


def _of_text(draft: YoungText, row: YoungEdition | None) -> YoungText:
    if row is None:
        return draft
    return YoungText(
        draft.part, draft.heading, draft.drafted, row.text, row.edition, row.invented, draft.picture
    )


def _skeleton(priorities: Sequence[PublishedPriority], on: date) -> list[YoungText]:
    first: dict[UUID, Picture] = {}
    for priority, reading in readings(priorities, on):
        if reading.latest and priority.id not in first:
            first[priority.id] = picture_of(priority.number, priority, reading)
    said = every_promise(priorities, on)
    parts = (_of_priority(one, first.get(one.id), said[one.id]) for one in priorities)
    about = YoungText(ABOUT, "What this plan is", "This plan says what we will do for you, and by when.")
    speak = YoungText(SPEAK, "What do you think?", "You can tell us. You do not have to say who you are.")
    return [about, *parts, speak]


def _of_priority(priority: PublishedPriority, picture: Picture | None, promises: list[Promise]) -> YoungText:
    said = [f"{one.owner} said: {one.what}. So far: {one.word}." for one in promises]
    drafted = "\n".join([f"We promised: {priority.title}.", *said])
    return YoungText(_key(priority), f"{priority.number}. {priority.title}", drafted, picture=picture)


def _key(priority: PublishedPriority) -> str:
    return f"priority-{priority.id}"
