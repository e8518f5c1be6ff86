"""A pack for a meeting, composed from the plan, the figures, and what the Board has asked."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import setting
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.foundation.statistics.words import Verdict
from trust.governance.board.queries import ComingMeeting, open_challenges
from trust.vision.plan.formats import PublishedPriority
from trust.vision.plan.formats.packs import SCHEMA, PackItem, PackLine, PackText
from trust.vision.plan.queries.gaps import gaps_cited
from trust.vision.plan.queries.pack_lines import Known, all_known, candidates, line, of_key, of_measure
from trust.vision.plan.queries.packs import Since, Subject, by_hand, since_of
from trust.vision.plan.queries.progress import Promise, Reading, readings
from trust.vision.plan.queries.running import promises_by_plan, running, told
from trust.vision.plan.rules.packs import chosen
from trust.vision.plan.words import ByHand, PackFor, Status

type Cited = tuple[PublishedPriority, Reading]


def compose(subject: Subject, meeting: ComingMeeting, *, as_of: date) -> PackText:
    """The pack as it would be made on a day, from every plan that runs."""
    since, plans = since_of(subject, meeting, as_of), running(as_of)
    priorities = [row for one in plans for row in one.followed if _concerns(row, subject)]
    measured = [row for row in readings(priorities, as_of) if _is_for(row, subject)]
    lines = _lines(subject, [row for _, row in measured], since, as_of)
    concern = {row.id for one in priorities for row in one.actions}
    promises = [
        (one, told(one, plans))
        for one in promises_by_plan(plans, as_of, subject.partner)
        if one.id in concern
    ]
    return PackText(
        schema=SCHEMA,
        kind=subject.kind.value,
        subject=subject.key,
        name=subject.name,
        meeting=meeting.body_name,
        meeting_on=meeting.day,
        as_of=as_of,
        since=since.day,
        since_what=since.what,
        lines=tuple(lines),
        decisions=(
            *_of_lines(lines),
            *_wider_gaps(priorities, as_of),
            *(PackItem(one.word, words, one.detail) for one, words in promises if _at_fault(one)),
            *_asked(subject, as_of),
        ),
        turned=tuple(_turned(promises, since.day, as_of)),
    )


def _concerns(priority: PublishedPriority, subject: Subject) -> bool:
    """Whether a priority is a body's, a place's or a partner's business."""
    if subject.kind is PackFor.PARTNER:
        owners = {row.owner_id for row in priority.actions} | {row.owner_id for row in priority.measures}
        return subject.partner in owners
    if subject.area == setting().county:
        return True
    places = {code for row in priority.measures for code in row.areas}
    return subject.area in places | {code for need in priority.needs for code in need.group}


def _is_for(row: Cited, subject: Subject) -> bool:
    """The measures of a partner are those of its promises; those of a district name the district."""
    within = subject.area in row[1].measure.areas
    return within or subject.kind is PackFor.PARTNER or subject.area == setting().county


def _lines(subject: Subject, measured: list[Reading], since: Since, as_of: date) -> list[PackLine]:
    days = {"as_of": as_of, "before": since.day}
    hand = by_hand(subject)
    measures = [of_measure(reading, **days) for reading in measured]
    others = [] if subject.kind is PackFor.PARTNER else all_known(subject.area, **days)
    added = list(_added(hand, days))
    known: dict[str, Known] = {one.key: one for one in (*added, *others, *measures)}
    dropped = {key for key, choice in hand.items() if choice is ByHand.DROP}
    picked = chosen(candidates(measures, others, added), dropped=dropped)
    return [line(known[one.key], one.why, as_of=as_of) for one in picked]


def _added(hand: dict[str, ByHand], days: dict[str, date]) -> Iterator[Known]:
    for key, choice in hand.items():
        if choice is ByHand.ADD:
            try:
                yield of_key(key, **days)
            except NotFound:
                continue


def _of_lines(lines: Iterable[PackLine]) -> Iterator[PackItem]:
    for one in lines:
        for asked in one.decide:
            kind = "Overdue figure" if asked.startswith("The figure is old") else one.word
            yield PackItem(kind, f"{one.title}{_of(one)}", asked)


def _of(one: PackLine) -> str:
    return "" if one.letter else f", {one.about}"


def _owned(owner: UUID | None, subject: Subject) -> bool:
    return subject.partner is None or owner == subject.partner


def _at_fault(promise: Promise) -> bool:
    return promise.status in {Status.OFF_TRACK, Status.AT_RISK}


def _wider_gaps(priorities: list[PublishedPriority], as_of: date) -> Iterator[PackItem]:
    for priority, story in gaps_cited(priorities, as_of):
        if story.verdict is Verdict.WIDENED:
            yield PackItem("Gap widened", priority.title, story.sentence)


def _asked(subject: Subject, as_of: date) -> Iterator[PackItem]:
    for one in open_challenges():
        if one.raised_on <= as_of and _owned(one.organisation, subject):
            late = one.response_due < as_of
            due = f"The answer {'was' if late else 'is'} due on {in_words(one.response_due)}."
            heading = f"The Board asked about: {one.measure_title}"
            yield PackItem("Answer late" if late else "Answer due", heading, f"{one.text} {due}")


def _turned(promises: Iterable[tuple[Promise, str]], since: date, as_of: date) -> Iterator[PackItem]:
    """Promises kept, and promises that fell late, since a day."""
    for one, words in promises:
        if one.word == "Done" and one.said_on and since < one.said_on:
            yield PackItem("Done", words, one.detail)
        elif one.word != "Done" and since <= one.due < as_of:
            yield PackItem("Now late", words, one.detail)
