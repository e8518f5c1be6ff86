"""A plan for young people: what people wrote of it, beside a skeleton drafted from the plan."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.reading_age import Readable, readable
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats import PublishedPriority
from trust.vision.plan.formats.review import Picture
from trust.vision.plan.models import Plan, YoungEdition
from trust.vision.plan.queries.progress import Promise, every_promise, readings
from trust.vision.plan.queries.published import Published, newest_version
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

    plan: Published
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
    rows = YoungEdition.objects.filter(plan=plan, at__date__lte=on).order_by("part", "-edition")
    written = {row.part: row for row in rows.distinct("part")}
    parts = [_of_text(one, written.get(one.part)) for one in _skeleton(found, on)]
    return YoungPlan(found, tuple(parts))


def _of_text(draft: YoungText, row: YoungEdition | None) -> YoungText:
    if row is None:
        return draft
    return YoungText(
        draft.part, draft.heading, draft.drafted, row.text, row.edition, row.invented, draft.picture
    )


def _skeleton(found: Published, on: date) -> list[YoungText]:
    first: dict[UUID, Picture] = {}
    for priority, reading in readings(found.plan.priorities, on):
        if reading.latest and priority.id not in first:
            first[priority.id] = picture_of(priority.number, priority, reading)
    said = every_promise(found.plan.priorities, on)
    parts = (_of_priority(one, first.get(one.id), said[one.id]) for one in found.plan.priorities)
    about = YoungText(ABOUT, "What this plan is", "This plan says what we will do for you, and by when.")
    speak = YoungText(SPEAK, "What do you think?", "You can tell us. You do not have to say who you are.")
    return [about, *parts, speak]


def _of_priority(priority: PublishedPriority, picture: Picture | None, promises: list[Promise]) -> YoungText:
    said = [f"{one.owner} said: {one.what}. So far: {one.word}." for one in promises]
    drafted = "\n".join([f"We promised: {priority.title}.", *said])
    return YoungText(
        f"priority-{priority.id}", f"{priority.number}. {priority.title}", drafted, picture=picture
    )
