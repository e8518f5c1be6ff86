from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from trust.foundation.audit.actions import record
from trust.foundation.directory.formats import OrganisationRow, PlaceRow
from trust.foundation.directory.models import (
    Area,
    Calendar,
    LoadedPack,
    Organisation,
    PostcodePrefix,
    Succession,
)
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import Refused


def mark_demonstration(*, today: date, area_key: str, using: str, by: Actor, at: datetime) -> None:
    """Make this installation a demonstration, for ever; only the owner's connection can."""
    with transaction.atomic(using=using):
        here = Calendar.objects.using(using).first()
        if here and here.demonstration and here.area_key == area_key:
            return
        if here or LoadedPack.objects.using(using).exists():
            raise Refused("This installation already holds an area, so it cannot become a demonstration.")
        row = Calendar.objects.using(using).create(today=today, demonstration=True, area_key=area_key)
    record("directory.demonstration.marked", on=row, by=by, at=at, area=area_key, today=today.isoformat())


@transaction.atomic
def adopt_setting(*, setting: Mapping[str, Any], by: Actor, at: datetime) -> LoadReport:
    """Take up the area's names and words; the earlier ones are kept."""
    latest = LoadedPack.objects.order_by("-loaded_at").first()
    if latest and latest.setting == setting:
        return LoadReport(unchanged=1)
    if latest and latest.key != setting["key"]:
        raise Refused(
            f"This installation holds the area “{latest.key}”. Another area needs another database."
        )
    pack = LoadedPack.objects.create(key=setting["key"], setting=setting, loaded_at=at)
    record("directory.setting.adopted", on=pack, by=by, at=at, area=pack.key)
    return LoadReport(added=1)


@transaction.atomic
def enter_places(*, places: Iterable[PlaceRow], by: Actor, at: datetime) -> LoadReport:
    held = {(area.code, area.vintage): area for area in Area.objects.all()}
    return enter(
        (
            (held.get((row.code, row.vintage)) or Area(code=row.code, vintage=row.vintage), values_of(row))
            for row in places
        ),
        verb="directory.place",
        by=by,
        at=at,
    )


@transaction.atomic
def enter_postcodes(*, postcodes: Mapping[str, str], by: Actor, at: datetime) -> LoadReport:
    """Add the beginnings of postcodes at once, since there are many; correct those that moved."""
    held = PostcodePrefix.objects.in_bulk()
    new = [PostcodePrefix(prefix=p, place_code=code) for p, code in postcodes.items() if p not in held]
    PostcodePrefix.objects.bulk_create(new)
    if new:
        record("directory.postcodes.entered", on=new[0], by=by, at=at, count=len(new))
    kept = ((held[p], {"place_code": code}) for p, code in postcodes.items() if p in held)
    return LoadReport(added=len(new)) + enter(kept, verb="directory.postcode", by=by, at=at)


@transaction.atomic
def enter_organisations(*, organisations: Sequence[OrganisationRow], by: Actor, at: datetime) -> LoadReport:
    held = {one.key: one for one in Organisation.objects.all()}
    ids = {row.key: held[row.key].id if row.key in held else new_id() for row in organisations}
    entered = enter(
        (
            (
                held.get(row.key) or Organisation(id=ids[row.key], key=row.key),
                {**values_of(row), "host_id": ids.get(row.host)},
            )
            for row in organisations
        ),
        verb="directory.organisation",
        by=by,
        at=at,
    )
    return entered + enter_successions(organisations, ids, by=by, at=at)


def enter_successions(
    organisations: Iterable[OrganisationRow], ids: Mapping[str, UUID], *, by: Actor, at: datetime
) -> LoadReport:
    wanted = {(ids[row.key], ids[earlier]) for row in organisations for earlier in row.predecessors}
    held = set(Succession.objects.values_list("successor", "predecessor"))
    new = Succession.objects.bulk_create(
        Succession(successor_id=successor, predecessor_id=predecessor)
        for successor, predecessor in sorted(wanted - held)
    )
    if new:
        record("directory.successions.entered", on=new[0], by=by, at=at, count=len(new))
    return LoadReport(added=len(wanted - held), unchanged=len(wanted & held))


def values_of(row: PlaceRow | OrganisationRow) -> dict[str, Any]:
    """The row's values by the names of the table's columns."""
    values = {
        name: value for name, value in vars(row).items() if name not in ("span", "host", "predecessors")
    }
    return {**values, "first": row.span.first, "last": row.span.last}


def enter(
    wanted: Iterable[tuple[models.Model, Mapping[str, Any]]], *, verb: str, by: Actor, at: datetime
) -> LoadReport:
    """Bring each row to its values, with an audit line for each that is new or corrected."""
    report = LoadReport()
    for one, values in wanted:
        report += enter_one(one, values, verb=verb, by=by, at=at)
    return report


def enter_one(
    one: models.Model, values: Mapping[str, Any], *, verb: str, by: Actor, at: datetime
) -> LoadReport:
    new = one._state.adding
    before = {name: str(getattr(one, name)) for name, value in values.items() if getattr(one, name) != value}
    if not new and not before:
        return LoadReport(unchanged=1)
    for name, value in values.items():
        setattr(one, name, value)
    one.save()
    if new:
        record(f"{verb}.entered", on=one, by=by, at=at)
        return LoadReport(added=1)
    record(f"{verb}.corrected", on=one, by=by, at=at, before=before)
    return LoadReport(corrected=1)
