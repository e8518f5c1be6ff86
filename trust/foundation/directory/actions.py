from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction

from trust.foundation.audit.actions import record
from trust.foundation.directory.formats import (
    BelongingRow,
    LookupRow,
    OrganisationRow,
    PlaceRow,
)
from trust.foundation.directory.models import (
    Area,
    Belonging,
    Calendar,
    LoadedPack,
    Lookup,
    Organisation,
    PostcodePrefix,
    School,
    Succession,
)
from trust.foundation.directory.queries.schools import SchoolList
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
def enter_small_areas(*, places: Iterable[PlaceRow], by: Actor, at: datetime) -> LoadReport:
    """Enter thousands of places at once, with one line for them all in the audit."""
    held = {(area.code, area.vintage): area for area in Area.objects.all()}
    wanted = (
        (held.get((row.code, row.vintage)) or Area(code=row.code, vintage=row.vintage), values_of(row))
        for row in places
    )
    return enter_many(wanted, verb="directory.place", by=by, at=at)


@transaction.atomic
def enter_belongings(*, belongings: Iterable[BelongingRow], by: Actor, at: datetime) -> LoadReport:
    key = ("member_code", "whole_code", "first")
    held = {tuple(getattr(one, name) for name in key): one for one in Belonging.objects.all()}
    wanted = (
        (held.get((row.member_code, row.whole_code, row.span.first)) or Belonging(), values_of(row))
        for row in belongings
    )
    return enter_many(wanted, verb="directory.belonging", by=by, at=at)


@transaction.atomic
def enter_lookups(*, lookups: Iterable[LookupRow], by: Actor, at: datetime) -> LoadReport:
    key = ("source_code", "source_vintage", "target_code", "target_vintage")
    held = {tuple(getattr(one, name) for name in key): one for one in Lookup.objects.all()}
    wanted = ((held.get(tuple(getattr(row, name) for name in key)) or Lookup(), vars(row)) for row in lookups)
    return enter_many(wanted, verb="directory.lookup", by=by, at=at)


@transaction.atomic
def enter_schools(*, listed: SchoolList, by: Actor, at: datetime) -> LoadReport:
    """Take up a list of schools: what it has no column for stays as it is held, and no school goes."""
    held = {school.urn: school for school in School.objects.all()}
    whence = {"file": listed.file, "file_sha256": listed.file_sha256}
    wanted = []
    for row in listed.schools:
        school = held.get(row.urn)
        told = {name: value for name, value in vars(row).items() if not school or name in listed.columns}
        moved = school is None or any(getattr(school, name) != value for name, value in told.items())
        wanted.append((school or School(urn=row.urn), {**told, **whence} if moved else told))
    return enter_many(wanted, verb="directory.school", by=by, at=at)


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


def values_of(row: PlaceRow | BelongingRow | OrganisationRow) -> dict[str, Any]:
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


def enter_many(
    wanted: Iterable[tuple[models.Model, Mapping[str, Any]]], *, verb: str, by: Actor, at: datetime
) -> LoadReport:
    """As `enter`, for thousands: the new ones are written at once, with one audit line for them all."""
    new: list[models.Model] = []
    kept = []
    for one, values in wanted:
        if not one._state.adding:
            kept.append((one, values))
            continue
        for name, value in values.items():
            setattr(one, name, value)
        new.append(one)
    if new:
        type(new[0])._base_manager.bulk_create(new, batch_size=1000)
        record(f"{verb}s.entered", on=new[0], by=by, at=at, count=len(new))
    return LoadReport(added=len(new)) + enter(kept, verb=verb, by=by, at=at)


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
