"""What needs somebody: the officer's list, the Director's three, and who kept their word."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from trust.foundation.kernel.english import counted
from trust.governance.board.queries import Challenge, open_challenges
from trust.vision.plan.formats import PublishedAction
from trust.vision.plan.queries.excuses import excused
from trust.vision.plan.queries.lives import kind
from trust.vision.plan.queries.progress import Promise, Reading
from trust.vision.plan.queries.published import Published
from trust.vision.plan.queries.running import Stands, promises_by_plan
from trust.vision.plan.queries.succession import Orphan, orphans
from trust.vision.plan.rules import Said, silent
from trust.vision.plan.words import Countable, Standing, Status


@dataclass(frozen=True)
class Chase:
    """One thing somebody must be asked for: why, whom, and the page where it is put right."""

    why: str
    what: str
    who: str
    since: date | None
    priority: UUID
    action: UUID | None
    plan: str = ""


@dataclass(frozen=True)
class Kept:
    """A partner's promises that were due by a day: kept, not kept, and what is still to come."""

    partner: str
    kept: int
    due: int
    late: int
    to_come: int


TOLD = {"measure": "Off track", "silent": "Silent", "owner": "Ends soon", "seat": "Seat not filled"}


@dataclass(frozen=True)
class Needed:
    """A thing that needs a decision of the Board, with what it rests on."""

    kind: str
    heading: str
    detail: str
    measure: UUID | None = None
    challenge: UUID | None = None

    @property
    def told(self) -> str:
        """Why it needs one, in a word or two."""
        return TOLD[self.kind]


def chasing(plans: Sequence[Published], on: date) -> list[Chase]:
    """What is late, silent or missing in these published plans, the latest first: three queries."""
    return chased(plans, promises_by_plan(plans, on), on)


def chased(plans: Sequence[Published], promises: Iterable[Promise], on: date) -> list[Chase]:
    """The same, where their promises are read already."""
    home = {row.id: one.plan.title for one in plans for row in _own_and_adopted(one)}
    ending = [_ending(one, home) for one in _orphans(plans, on)]
    found = [*_of_promises(plans, promises, on), *ending, *(row for one in plans for row in _gaps(one))]
    return sorted(found, key=lambda row: (ORDER.index(row.why), row.since or on))


def _of_promises(plans: Iterable[Published], promises: Iterable[Promise], on: date) -> list[Chase]:
    under = {
        row.id: (one.id, whole.published_on)
        for whole in plans
        for one in whole.followed
        for row in one.actions
    }
    found = (_of_promise(promise, *under[promise.id], on) for promise in promises)
    return [row for row in found if row]


def _own_and_adopted(one: Published) -> Iterator[PublishedAction]:
    return (action for priority in one.followed for action in priority.actions)


def _orphans(plans: Sequence[Published], on: date) -> list[Orphan]:
    """What outlives its owner in these plans, or among what they adopt."""
    adopted = [action.id for one in plans for priority in one.adopted for action in priority.actions]
    return orphans([one.id for one in plans], on, adopted)


def _ending(one: Orphan, home: Mapping[UUID, str]) -> Chase:
    return Chase(
        ENDS, f"{one.what} ({one.said})", one.owner, None, one.priority, one.action, home.get(one.action, "")
    )


def narrowed(
    rows: list[Chase], *, why: str = "", who: str = "", plan: str = "", sort: str = ""
) -> list[Chase]:
    """Those with this reason, partner and plan, in the order asked for, or else the most urgent first."""
    found = [row for row in rows if why in {"", row.why} and who in {"", row.who} and plan in {"", row.plan}]
    key = SORTS.get(sort.removeprefix("-"))
    return sorted(found, key=key, reverse=sort.startswith("-")) if key else found


SORTS: dict[str, Callable[[Chase], Any]] = {
    "what": lambda row: row.what.casefold(),
    "who": lambda row: row.who.casefold(),
    "since": lambda row: row.since or date.max,
}
ENDS = "Its owner ends first"
SILENT = "Nothing said for a quarter"
ORDER = [
    "Late",
    ENDS,
    SILENT,
    "No measure",
    "No need is cited",
    "No voice is cited",
    "No aim for those doing worst",
    "No action",
]
# The completeness rule that asks for what is missing: not every kind of plan is judged by each.
ASKED_BY = {
    "No measure": "C22",
    "No need is cited": "C05",
    "No voice is cited": "C05",
    "No aim for those doing worst": "C16",
    "No action": "C06",
}


def _gaps(of: Published) -> Iterator[Chase]:
    """What the priorities of a plan lack that its kind must have, without what has its reason."""
    counted = {(Countable(row.thing), row.priority) for row in of.plan.counted}
    rules, reasoned = kind(of.plan.kind).rules, excused(of)
    for one in of.plan.priorities:
        gaps = {
            "No measure": not one.measures and (Countable.MEASURE, one.id) not in counted,
            "No need is cited": not one.needs,
            "No voice is cited": not one.voices,
            "No aim for those doing worst": not one.aim_for_group,
            "No action": not one.actions and (Countable.ACTION, one.id) not in counted,
        }
        for why, so in gaps.items():
            if so and (not rules or ASKED_BY[why] in rules) and ASKED_BY[why] not in reasoned:
                yield Chase(why, one.title, "", None, one.id, None, of.plan.title)


def _of_promise(promise: Promise, priority: UUID, published_on: date, on: date) -> Chase | None:
    if promise.word == "Done":
        return None
    about = (promise.what, promise.owner)
    if promise.word.startswith("Late"):
        return Chase("Late", *about, promise.due, priority, promise.id, promise.plan)
    said = Said(Standing.ON_TRACK, promise.said_on) if promise.said_on else None
    if silent(promised_on=published_on, said=said, on=on):
        since = promise.said_on or published_on
        return Chase(SILENT, *about, since, priority, promise.id, promise.plan)
    return None


def kept_by_partner(promises: Iterable[Promise], on: date) -> list[Kept]:
    """Promises by partner as of a day; a promise not yet due counts neither for nor against."""
    by_owner: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises:
        by_owner[promise.owner].append(promise)
    return sorted((_kept(owner, rows, on) for owner, rows in by_owner.items()), key=lambda row: row.partner)


def _kept(partner: str, rows: list[Promise], on: date) -> Kept:
    due = [row for row in rows if row.due <= on or row.word in {"Done", "Not done"}]
    kept = sum(row.word == "Done" for row in due)
    return Kept(partner, kept, len(due), len(due) - kept, len(rows) - len(due))


def decisions_needed(stands: Stands) -> list[Needed]:
    """Measures off their path that nobody has challenged; partners that end or were silent, in any plan."""
    challenged: dict[UUID, Challenge] = {row.about_measure: row for row in open_challenges()}
    off = [
        _off_path(reading)
        for reading in stands.readings
        if reading.status is Status.OFF_TRACK and reading.measure.id not in challenged
    ]
    return [
        *off,
        *_ending_owners(_orphans(stands.plans, stands.day)),
        *(_silent_partner(partner, rows) for partner, rows in _quiet(stands).items()),
    ]


def _quiet(stands: Stands) -> dict[str, list[Chase]]:
    """The promises of which nothing was said, by partner: the one silent for longest first."""
    every = _of_promises(stands.plans, stands.promises, stands.day)
    silent_on = [row for row in every if row.why == SILENT]
    found: dict[str, list[Chase]] = defaultdict(list)
    for row in sorted(silent_on, key=lambda row: row.since or stands.day):
        found[row.who].append(row)
    return found


def _ending_owners(rows: list[Orphan]) -> list[Needed]:
    """One decision for each partner that ends: who takes its promises over?"""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.said].append(row.what)
    return [
        Needed("owner", f"{said}: who takes over {counted(len(whats), 'promise')}?", f"{'; '.join(whats)}.")
        for said, whats in found.items()
    ]


def _off_path(reading: Reading) -> Needed:
    heading = f"{reading.measure.title}: off track, and nobody has been asked why"
    return Needed("measure", heading, reading.sentence, measure=reading.measure.id)


def _silent_partner(partner: str, rows: list[Chase]) -> Needed:
    detail = f"It owns {counted(len(rows), 'promise')}: {'; '.join(row.what for row in rows)}."
    return Needed("silent", f"{partner} has said nothing for a quarter", detail)
