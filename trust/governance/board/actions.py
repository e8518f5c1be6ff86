from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.actions import enter
from trust.foundation.directory.queries import organisation, organisation_ids
from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board.formats.pack import Pack
from trust.governance.board.formats.rows import LinkRow
from trust.governance.board.models import (
    Body,
    BodyLink,
    Challenge,
    Decision,
    Meeting,
    Membership,
    Seat,
    SeatRepresents,
    WrittenMandate,
)
from trust.governance.board.words import DecisionKind
from trust.governance.partnership.queries import check_may_own_action

type Refers = Mapping[str, Mapping[str, UUID]]
type Pair = tuple[UUID, UUID]

# What a row has and its table has not: several organisations, which have tables of their own, and the line.
ELSEWHERE = ("represents", "mandates_from", "line")


@transaction.atomic
def record_decision(
    *,
    meeting: UUID,
    kind: DecisionKind = DecisionKind.DECISION,
    text: str,
    public_line: str,
    owner: UUID | str | None = None,
    due: date | None = None,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> UUID:
    """Put a decision on record. A partner owns what is to be done: the Board cannot (rule G06)."""
    held = Meeting.objects.filter(pk=meeting).first()
    if held is None:
        raise NotFound
    if not text.strip() or not public_line.strip():
        raise Refused("Write what was decided, and say it in one plain line for the public.")
    if due and not owner:
        raise Refused("Say which partner will do it by then.")
    if due and due < held.day:
        raise Refused(f"The meeting was on {in_words(held.day)}: choose a day after it.")
    partner = check_may_own_action(owner, on=held.day) if owner else None
    decision = Decision.objects.create(
        key=str(new_id()),
        meeting=held,
        kind=kind,
        text=text.strip(),
        public_line=public_line.strip(),
        owner_id=partner.id if partner else None,
        due=due,
        evidence=Evidence.INVENTED if invented else Evidence.SOURCED,
    )
    record("board.decision.recorded", on=decision, by=by, at=at)
    return decision.id


@transaction.atomic
def carry_out_decision(*, decision: UUID, done: date, by: Actor, at: datetime) -> None:
    """Say that what was decided has been done."""
    found = Decision.objects.select_for_update().filter(pk=decision).first()
    if found is None:
        raise NotFound
    if found.done:
        raise Refused(f"This was already done on {in_words(found.done)}.")
    if done > london_day(at):
        raise Refused("Nothing can be done on a day that has not come yet.")
    found.done = done
    found.save(update_fields=["done"])
    record("board.decision.done", on=found, by=by, at=at, done=done.isoformat())


@transaction.atomic
def raise_challenge(
    *,
    about_measure: UUID,
    measure_title: str,
    organisation: UUID | None,
    text: str,
    response_due: date,
    by: Actor,
    at: datetime,
) -> UUID:
    """Ask a partner, in the Board's name, why a measure is off its path, and by when to answer."""
    if not text.strip():
        raise Refused("Write what you want to ask.")
    if response_due <= london_day(at):
        raise Refused("Give them at least until tomorrow to answer.")
    _refuse_unknown(organisation)
    waiting = Challenge.objects.filter(about_measure=about_measure, responded_at=None).first()
    if waiting:
        raise Refused(f"This was asked already: an answer is due on {in_words(waiting.response_due)}.")
    with second_is_told("Someone else asked this just before you. Their question is on the Board’s list."):
        challenge = Challenge.objects.create(
            about_measure=about_measure,
            measure_title=measure_title,
            organisation_id=organisation,
            text=text.strip(),
            raised_by=by.name,
            raised_by_worker=by.worker,
            raised_at=at,
            response_due=response_due,
        )
    record("board.challenge.raised", on=challenge, by=by, at=at, measure=str(about_measure))
    return challenge.id


def _refuse_unknown(wanted: UUID | None) -> None:
    try:
        if wanted:
            organisation(wanted)
    except NotFound:
        raise Refused("We do not know the partner that is asked.") from None


@transaction.atomic
def answer_challenge(*, challenge: UUID, text: str, by: Actor, at: datetime) -> None:
    """Answer what the Board asked; only the partner that was asked can, and only once."""
    found = Challenge.objects.select_for_update().filter(pk=challenge).first()
    if found is None:
        raise NotFound
    if found.responded_at:
        raise Refused("This was answered already. An answer is never changed.")
    if found.organisation_id and found.organisation_id != by.organisation:
        raise Refused("Only the partner that was asked can answer.")
    if not text.strip():
        raise Refused("Write the answer.")
    found.response, found.responded_at = text.strip(), at
    found.responded_by, found.responded_by_worker = by.name, by.worker
    found.save()
    record("board.challenge.answered", on=found, by=by, at=at)


@transaction.atomic
def enter_pack(*, pack: Pack, by: Actor, at: datetime) -> LoadReport:
    """Bring in bodies, seats, members, meetings, decisions and ties; the same twice changes nothing."""
    organisations = organisation_ids()
    refers: dict[str, Mapping[str, UUID]] = {"organisation": organisations, "owner": organisations}
    tables: tuple[tuple[type[models.Model], Sequence[Any]], ...] = (
        (Body, pack.bodies),
        (Seat, pack.seats),
        (Membership, pack.memberships),
        (Meeting, pack.meetings),
        (Decision, pack.decisions),
    )
    report = LoadReport()
    for model, rows in tables:
        name = str(model._meta.model_name)
        refers[name], entered = _enter_keyed(model, rows, refers, verb=f"board.{name}", by=by, at=at)
        report += entered
    represented = {
        (refers["seat"][row.key], organisations[key]) for row in pack.seats for key in row.represents
    }
    written = {
        (refers["membership"][row.key], organisations[key])
        for row in pack.memberships
        for key in row.mandates_from
    }
    report += _enter_links(pack.links, refers["body"], by=by, at=at)
    report += _enter_pairs(SeatRepresents, "seat", represented, by=by, at=at)
    return report + _enter_pairs(WrittenMandate, "membership", written, by=by, at=at)


def _enter_keyed(
    model: type[Any], rows: Iterable[Any], refers: Refers, *, verb: str, by: Actor, at: datetime
) -> tuple[dict[str, UUID], LoadReport]:
    """Enter rows that have a key, and say which identifier each key has."""
    held = {one.key: one for one in model.objects.all()}
    wanted = [(held.get(row.key) or model(key=row.key), _values_of(row, refers)) for row in rows]
    return {one.key: one.id for one, _ in wanted}, enter(wanted, verb=verb, by=by, at=at)


def _enter_links(
    links: Iterable[LinkRow], bodies: Mapping[str, UUID], *, by: Actor, at: datetime
) -> LoadReport:
    """A tie has no key: body, other end, kind and first day say which it is."""
    held = {_which(vars(one)): one for one in BodyLink.objects.all()}
    values = [_values_of(row, {"body": bodies, "to": bodies}) for row in links]
    wanted = [(held.get(_which(value)) or BodyLink(), value) for value in values]
    return enter(wanted, verb="board.link", by=by, at=at)


def _which(link: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(link[name] for name in ("body_id", "to_id", "to_words", "kind", "first"))


def _enter_pairs(model: type[Any], name: str, wanted: set[Pair], *, by: Actor, at: datetime) -> LoadReport:
    """Add whom each speaks for; that somebody spoke for an organisation is never taken away."""
    held = set(model.objects.values_list(name, "organisation"))
    if held - wanted:
        raise Refused(
            f"A {name} no longer speaks for an organisation it spoke for: end it and begin another, "
            "because what is on file is not taken away."
        )
    new = model.objects.bulk_create(
        model(**{f"{name}_id": one, "organisation_id": other}) for one, other in sorted(wanted - held)
    )
    if new:
        record(f"board.{name}.speaks-for", on=new[0], by=by, at=at, count=len(new))
    return LoadReport(added=len(wanted - held), unchanged=len(wanted & held))


def _values_of(row: object, refers: Refers) -> dict[str, Any]:
    """The row's values by the names of the table's columns, with keys turned into identifiers."""
    values: dict[str, Any] = {}
    for name, value in vars(row).items():
        if name == "span":
            values |= {"first": value.first, "last": value.last}
        elif name in refers:
            values[f"{name}_id"] = refers[name][value] if value else None
        elif name not in ELSEWHERE:
            values[name] = list(value) if isinstance(value, tuple) else value
    return values
