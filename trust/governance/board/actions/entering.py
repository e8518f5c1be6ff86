"""Bringing in bodies, seats, members, meetings and decisions from files."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from trust.foundation.audit.actions import record
from trust.foundation.directory.actions import enter
from trust.foundation.directory.queries import organisation_ids
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import Refused
from trust.governance.board.formats.pack import Pack
from trust.governance.board.formats.rows import LinkRow
from trust.governance.board.models import (
    Body,
    BodyLink,
    Decision,
    Meeting,
    Membership,
    Seat,
    SeatRepresents,
    WrittenMandate,
)

type Refers = Mapping[str, Mapping[str, UUID]]
type Pair = tuple[UUID, UUID]

# What a row has and its table has not: several organisations, which have tables of their own, and the line.
ELSEWHERE = ("represents", "mandates_from", "line")


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
