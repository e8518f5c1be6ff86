"""How a published promise, pledge or measure stands as of a day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from django.db.models import Func, UUIDField, Value

from trust.foundation.kernel.time import in_words
from trust.foundation.statistics.words import Direction, Polarity
from trust.vision.outcomes.queries import Figure, IndicatorCard, indicator, movement, series_of
from trust.vision.outcomes.queries.register import cards
from trust.vision.outcomes.queries.series import courses_of
from trust.vision.plan.formats import (
    PublishedAction,
    PublishedMeasure,
    PublishedPledge,
    PublishedPriority,
)
from trust.vision.plan.models import Report
from trust.vision.plan.rules import STATUS_OF, WORD_OF, Aimed, Said, going, year_of
from trust.vision.plan.words import Standing, Status

# As pages round, so that no two figures of one page disagree.
TENTH = Decimal("0.1")
AMONG = "(select unnest(%(expressions)s::uuid[]))"


class Told(NamedTuple):
    """What was last reported of an action or a pledge."""

    standing: str
    said_on: date
    words: str
    paid: Decimal | None


@dataclass(frozen=True)
class Promise:
    """An action with its one owner, its day, and how it is going."""

    id: UUID
    what: str
    owner: str
    owner_id: UUID
    host: str
    due: date
    status: Status
    word: str
    detail: str
    said_on: date | None
    invented: bool
    more: tuple[tuple[str, str], ...] = ()
    # Where promises of several plans stand together: its plan, and the others in which it counts.
    plan: str = ""
    also_in: tuple[str, ...] = ()

    def names(self, *places: str) -> bool:
        """Whether it says that it is of one of these places, in its words or by who made it."""
        return bool(places and _whole_words(places).search(f"{self.what}\n{self.owner}"))


@lru_cache(maxsize=64)
def _whole_words(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


@dataclass(frozen=True)
class PledgeLine:
    """What a partner put in: promised and, where it is money, paid so far."""

    id: UUID
    partner: str
    partner_id: UUID
    what: str
    given: str
    amount: Decimal | None
    paid: Decimal | None
    treatment: str
    power: str
    agreed_by: str
    agreed_on: date
    invented: bool
    receiver: str = ""


@dataclass(frozen=True)
class Reading:
    """A measure as of a day: its course, where the path says it should be, and what can be said."""

    measure: PublishedMeasure
    card: IndicatorCard
    series: list[Figure]
    latest: Figure | None
    expected: Decimal | None
    status: Status
    word: str
    direction: str
    sentence: str

    @property
    def reached(self) -> bool | None:
        """Whether the aim was met in its own period; nothing until that period is counted."""
        if self.latest is None or year_of(self.latest.period) < year_of(self.measure.target_period):
            return None
        return self.status is Status.ON_TRACK


def latest_reports(ids: Iterable[UUID], *, on: date, of: str) -> dict[UUID, Told]:
    """The newest report of each action or pledge said by a day."""
    wanted = ",".join(map(str, ids))
    if not wanted:
        return {}
    # Thousands go as one value: each as a value of its own takes longer than the answer.
    among = Func(Value(f"{{{wanted}}}"), template=AMONG, output_field=UUIDField())
    rows = Report.objects.filter(**{f"{of}__in": among}, said_on__lte=on)
    newest = rows.order_by(of, "-said_on", "-at").distinct(of)
    return {key: Told(*told) for key, *told in newest.values_list(of, *Told._fields)}


def promises(priority: PublishedPriority, on: date) -> list[Promise]:
    """Each action of a priority, in order of its day, with what its owner last said by `on`."""
    return every_promise([priority], on)[priority.id]


def promises_of(actions: Sequence[PublishedAction], on: date) -> list[Promise]:
    """Each of these actions with what its owner last said, in one query."""
    said = latest_reports([action.id for action in actions], on=on, of="action")
    return [promised(action, said.get(action.id), on) for action in actions]


def every_promise(priorities: Iterable[PublishedPriority], on: date) -> dict[UUID, list[Promise]]:
    """The promises of many priorities, by priority, in one query."""
    asked = list(priorities)
    found = iter(promises_of([action for one in asked for action in one.actions], on))
    return {one.id: list(islice(found, len(one.actions))) for one in asked}


def promised(
    action: PublishedAction, report: Told | None, on: date, plan: str = "", also_in: Sequence[str] = ()
) -> Promise:
    """An action as of a day, by what was last said of it."""
    said = Said(Standing(report.standing), report.said_on) if report else None
    how = going(due=action.due, said=said, on=on)
    return Promise(
        id=action.id,
        what=action.what,
        owner=action.owner,
        owner_id=action.owner_id,
        host=action.host,
        due=action.due,
        status=how.status,
        word=how.word,
        detail=report.words if report else "",
        said_on=report.said_on if report else None,
        invented=action.invented,
        more=action.more,
        plan=plan,
        also_in=tuple(also_in),
    )


def pledged(priority: PublishedPriority, on: date) -> list[PledgeLine]:
    """What each partner put in, by `on`; a pledge agreed later is not yet there."""
    return every_pledge([priority], on)[priority.id]


def every_pledge(priorities: Iterable[PublishedPriority], on: date) -> dict[UUID, list[PledgeLine]]:
    """The pledges of many priorities, by priority, in one query."""
    asked = list(priorities)
    told = latest_reports([pledge.id for one in asked for pledge in one.pledges], on=on, of="pledge")
    return {
        one.id: [_pledge_line(row, told.get(row.id)) for row in one.pledges if row.agreed_on <= on]
        for one in asked
    }


def _pledge_line(pledge: PublishedPledge, report: Told | None) -> PledgeLine:
    return PledgeLine(
        id=pledge.id,
        partner=pledge.partner,
        partner_id=pledge.partner_id,
        what=pledge.what,
        given=pledge.given,
        amount=pledge.amount,
        paid=report.paid if report else None,
        treatment=pledge.treatment,
        power=pledge.power,
        agreed_by=pledge.agreed_by,
        agreed_on=pledge.agreed_on,
        invented=pledge.invented,
        receiver=pledge.receiver,
    )


def reading(measure: PublishedMeasure, as_of: date) -> Reading:
    """A measure with the figures known on a day, judged against its path and not against its end."""
    course = series_of(measure.indicator, areas=measure.areas, as_of=as_of)
    return judged(measure, indicator(measure.indicator), course, as_of)


def judged(measure: PublishedMeasure, card: IndicatorCard, course: list[Figure], on: date) -> Reading:
    """A measure whose figures are already known."""
    aimed = Aimed(
        measure.baseline_period,
        measure.baseline,
        measure.target_period,
        measure.target,
        measure.tolerance,
        measure.yearly_targets,
    )
    known = [figure for figure in course if figure.value is not None and not aimed.over(figure.period)]
    latest = known[-1] if known else None
    polarity = Polarity(card.polarity)
    value = _decimal(latest.value) if latest and latest.value is not None else None
    verdict = aimed.judge(value, latest.period if latest else measure.target_period, polarity)
    status = STATUS_OF[verdict.rating]
    expected = aimed.expected(latest.period) if latest else None
    moved = movement(card, known)
    return Reading(
        measure=measure,
        card=card,
        series=course,
        latest=latest,
        expected=expected,
        status=status,
        word=WORD_OF.get(status, "Cannot say yet"),
        direction=moved.value if moved else "",
        sentence=_sentence(card, known, expected, moved) + _counted_no_more(card, on),
    )


def readings(priorities: Iterable[PublishedPriority], as_of: date) -> list[tuple[PublishedPriority, Reading]]:
    """Every measure, judged, under its priority; without those whose indicator is not held."""
    asked = [(priority, measure) for priority in priorities for measure in priority.measures]
    found = readings_of([measure for _, measure in asked], as_of)
    return [(priority, found[measure.id]) for priority, measure in asked if measure.id in found]


def readings_of(measures: Iterable[PublishedMeasure], as_of: date) -> dict[UUID, Reading]:
    """Many measures, judged: one query for the indicators, and one reading of the figures."""
    asked = list(measures)
    known = cards({measure.indicator for measure in asked})
    held = [(measure, known[measure.indicator]) for measure in asked if measure.indicator in known]
    courses = courses_of([(card, measure.areas) for measure, card in held], as_of=as_of)
    return {
        measure.id: judged(measure, card, course, as_of)
        for (measure, card), course in zip(held, courses, strict=True)
    }


def as_they_stood(now: Iterable[Reading], before: date) -> dict[UUID, Reading]:
    """Figures and status of the same measures on an earlier day; only what is newer is read again."""
    every = {reading.measure.id: reading for reading in now}
    newer = [one.measure for one in every.values() if any(figure.known_on > before for figure in one.series)]
    return every | (readings_of(newer, before) if newer else {})


def _decimal(value: float) -> Decimal:
    return Decimal(str(round(value, 6)))


def _counted_no_more(card: IndicatorCard, on: date) -> str:
    """What is said of a measure whose figure nobody makes any more."""
    if card.valid_until is None or card.valid_until >= on:
        return ""
    return f" Nobody has counted this since {in_words(card.valid_until)}: the measure needs another figure."


def _sentence(
    card: IndicatorCard, known: list[Figure], expected: Decimal | None, moved: Direction | None
) -> str:
    if not known or expected is None:
        return "No figure had been published by this day."
    words = {
        Direction.BETTER: "It is better than the year before, by more than chance would explain.",
        Direction.WORSE: "It is worse than the year before, by more than chance would explain.",
        Direction.NO_CLEAR_CHANGE: "The change since the year before could be chance.",
    }
    latest = known[-1]
    unit = card.unit if card.unit == "%" else f" {card.unit}"
    needed = expected.quantize(TENTH, ROUND_HALF_UP)
    path = f"{latest.said}{unit} in {latest.period}; the path needed {needed}."
    return f"{path} {words[moved]}" if moved else path
