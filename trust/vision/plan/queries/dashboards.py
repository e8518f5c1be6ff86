"""How the plan goes, for the Board, a partner, a place and the public: as many queries whatever its size."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from trust.foundation.directory.queries import Place, districts, setting
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.queries import Challenge, open_challenges
from trust.vision.plan.formats import PublishedMeasure, PublishedPriority
from trust.vision.plan.models import ItemAnswer, OnCard
from trust.vision.plan.queries.exceptions import ExceptionCard, exceptions
from trust.vision.plan.queries.following import last_round
from trust.vision.plan.queries.progress import Promise, Reading, promises_of, readings
from trust.vision.plan.queries.published import Published, published_priority
from trust.vision.plan.queries.running import Stands, promises_by_plan, running
from trust.vision.plan.queries.turned import Turn, turned
from trust.vision.plan.rules import SILENT_AFTER_DAYS
from trust.vision.plan.rules.following import Answered, Asks, needs_a_decision
from trust.vision.plan.words import CardQuestion, MeasureKind, Status


@dataclass(frozen=True)
class Line:
    """One measure of a dashboard, under its priority."""

    priority: PublishedPriority
    reading: Reading
    exception: ExceptionCard | None = None
    plan: str = ""


@dataclass(frozen=True)
class Need:
    """One thing that the Board must decide or ask; `measure` and `challenge` say where it is done."""

    whenever: str
    when: date | None
    title: str
    sentence: str
    measure: UUID | None = None
    challenge: UUID | None = None


@dataclass(frozen=True)
class Dashboard:
    day: date
    since: date
    plans: tuple[Published, ...]
    lines: tuple[Line, ...]
    promises: tuple[Promise, ...]
    needed: tuple[Need, ...] = ()
    turned: tuple[Turn, ...] = ()
    challenges: tuple[Challenge, ...] = ()


@dataclass(frozen=True)
class CardLine:
    """A service measure on a report card, with the numbers its owner gave for the last quarters."""

    reading: Reading
    quarters: tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class ReportCard:
    """One priority in the outcomes-based form: all children of a place apart from what services did."""

    priority: PublishedPriority
    population: tuple[Line, ...]
    services: tuple[tuple[str, tuple[CardLine, ...]], ...]
    promises: tuple[Promise, ...]


def lines_of(
    priorities: Iterable[PublishedPriority], as_of: date, plans: Iterable[Published] = ()
) -> list[Line]:
    """Every measure of these priorities, judged, and the plan it is from."""
    home = {row.id: one.plan.title for one in plans for under in one.followed for row in under.measures}
    return [
        Line(priority, reading, plan=home.get(reading.measure.id, ""))
        for priority, reading in readings(priorities, as_of)
    ]


def explained(lines: Sequence[Line], as_of: date) -> list[Line]:
    """The same with what its owner said of each that is off its path."""
    said = exceptions([line.reading.measure.id for line in lines], as_of)
    return [replace(line, exception=said.get(line.reading.measure.id)) for line in lines]


def dashboard(on: date, partner: UUID | None = None) -> Dashboard:
    """Every plan that runs, as anyone may see it on a day; or what one partner promised and answers for."""
    plans = running(on)
    owned = [_owned(row, partner) for one in plans for row in one.followed]
    return Dashboard(
        day=on,
        since=on - timedelta(days=SILENT_AFTER_DAYS),
        plans=tuple(plans),
        lines=tuple(explained(lines_of(owned, on, plans), on)),
        promises=tuple(promises_by_plan(plans, on, partner)),
    )


def for_the_board(on: date) -> Dashboard:
    """What needs a decision first, then what changed, then every measure."""
    found = dashboard(on)
    asked = [one for one in open_challenges() if one.raised_on <= on]
    stands = Stands(on, found.plans, [line.reading for line in found.lines], found.promises)
    return replace(
        found,
        challenges=tuple(asked),
        needed=tuple(_needed(found, asked)),
        turned=(*turned(stands, since=found.since), *_missing(on)),
    )


def _needed(found: Dashboard, asked: list[Challenge]) -> list[Need]:
    challenged = frozenset(one.about_measure for one in asked)
    measures = (_need_of(line, found.day, challenged) for line in found.lines)
    late = (_late_answer(one) for one in asked if one.response_due < found.day)
    return [*filter(None, measures), *late]


def _need_of(line: Line, on: date, challenged: Container[UUID]) -> Need | None:
    """Why a measure needs the Board; nothing where it does not."""
    reading, said, key = line.reading, line.exception, line.reading.measure.id
    sentence = needs_a_decision(
        Asks(
            red=reading.status is Status.OFF_TRACK,
            worse=reading.direction == "worse",
            reported=said is not None,
            overdue=bool(said and said.green_by < on),
            challenged=key in challenged,
        )
    )
    if not sentence:
        return None
    return Need(reading.word, None, reading.measure.title, f"{reading.sentence} {sentence}", key)


def _late_answer(one: Challenge) -> Need:
    title = f"The Board asked about {one.measure_title}"
    return Need("Answer late", one.response_due, title, one.text, challenge=one.id)


def _missing(on: date) -> list[Turn]:
    """Who has said nothing in the last round of updates."""
    latest = last_round(on)
    silent = [line.name for line in latest.lines if line.state is Answered.SILENT] if latest else []
    if latest is None or not silent:
        return []
    return [Turn("No update has come", f"from {listed(silent)}, for {latest.quarter.name}")]


def for_a_partner(partner: UUID, on: date) -> Dashboard:
    """What one organisation promised in any plan that runs and answers for, by plan, and what it is asked."""
    asked = [one for one in open_challenges() if one.organisation == partner and one.raised_on <= on]
    return replace(dashboard(on, partner), challenges=tuple(asked))


def _owned(priority: PublishedPriority, partner: UUID | None) -> PublishedPriority:
    if partner is None:
        return priority
    return replace(priority, measures=tuple(row for row in priority.measures if row.owner_id == partner))


def for_a_place(code: str, on: date) -> tuple[Place, Dashboard]:
    """A district’s own figures, and what is promised to it under what names it; errors: NotFound."""
    every = districts(on=on)
    place = next((one for one in every if one.code == code), None)
    if place is None:
        raise NotFound
    others = [one.name for one in every if one.code != code]
    plans = running(on)
    priorities = [one for whole in plans for one in whole.followed]
    mine = {code, setting().county}
    here = [_here(one, code, mine) for one in priorities]
    own = {action.id for one in priorities if _names(one, code) for action in one.actions}
    return place, Dashboard(
        day=on,
        since=on - timedelta(days=SILENT_AFTER_DAYS),
        plans=tuple(plans),
        lines=tuple(map(_by_its_figure, lines_of(here, on, plans))),
        promises=tuple(
            one
            for one in promises_by_plan(plans, on)
            if one.id in own and (one.names(place.name) or not one.names(*others))
        ),
    )


def _names(priority: PublishedPriority, code: str) -> bool:
    """Whether a priority names a place: in a need’s group, or in a measure of its own."""
    named = {area for row in priority.measures for area in row.areas}
    return code in named | {area for need in priority.needs for area in need.group}


def _here(priority: PublishedPriority, code: str, mine: Container[str]) -> PublishedPriority:
    """The measures of the county or of this place, each once, read for this place alone."""
    found: dict[str, PublishedMeasure] = {}
    for row in priority.measures:
        if any(area in mine for area in row.areas) and row.kind == MeasureKind.POPULATION:
            found.setdefault(row.indicator, replace(row, areas=(code,)))
    return replace(priority, measures=tuple(found.values()))


def _by_its_figure(line: Line) -> Line:
    """Its measure goes by the name of its figure: the name that the plan gave it may name another place."""
    measure = replace(line.reading.measure, title=line.reading.card.plain_title)
    return replace(line, reading=replace(line.reading, measure=measure))


def report_card(priority: UUID, on: date) -> ReportCard:
    """One priority of any published plan: as many queries whatever its size; errors: NotFound."""
    _, one = published_priority(priority, on)
    lines = explained(lines_of([one], on), on)
    services = [line.reading for line in lines if line.reading.measure.kind == MeasureKind.SERVICE]
    return ReportCard(
        priority=one,
        population=tuple(line for line in lines if line.reading.measure.kind == MeasureKind.POPULATION),
        services=tuple(_under_questions(services, on)),
        promises=tuple(promises_of(one.actions, on)),
    )


def _under_questions(services: list[Reading], on: date) -> list[tuple[str, tuple[CardLine, ...]]]:
    keys = [reading.measure.id for reading in services]
    placed = {
        row.measure_id: CardQuestion(row.question)
        for row in OnCard.objects.filter(measure__in=keys).order_by("measure", "-at").distinct("measure")
    }
    given = _quarters(keys, on)
    lines = {key: CardLine(reading, given.get(key, ())) for key, reading in zip(keys, services, strict=True)}
    under = [(one.label, tuple(lines[key] for key in keys if placed.get(key) is one)) for one in CardQuestion]
    left = tuple(lines[key] for key in keys if key not in placed)
    return [*under, *([("Not placed yet", left)] if left else [])]


def _quarters(measures: list[UUID], on: date) -> dict[UUID, tuple[tuple[date, str], ...]]:
    """The last number that was given for each quarter, oldest first."""
    rows = ItemAnswer.objects.filter(item__measure__in=measures, number__isnull=False, at__date__lte=on)
    found: dict[UUID, dict[date, str]] = {}
    for key, quarter, number in rows.order_by("item__request__asking__quarter", "at").values_list(
        "item__measure", "item__request__asking__quarter", "number"
    ):
        found.setdefault(key, {})[quarter] = f"{number or 0:.4f}".rstrip("0").rstrip(".")
    return {key: tuple(quarters.items()) for key, quarters in found.items()}
