"""Schools of the area: found by name and place, and what a list would change of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from trust.foundation.directory.formats import SchoolRow
from trust.foundation.directory.models import Area, School
from trust.foundation.kernel.refusals import NotFound


@dataclass(frozen=True)
class SchoolList:
    """Schools of a list, the file that it came in, and the columns that the file has something to say of."""

    schools: Sequence[SchoolRow]
    file: str
    file_sha256: str
    columns: frozenset[str]


@dataclass(frozen=True)
class SchoolCard(SchoolRow):
    """A school as it is held; `file` is the list that told of it last."""

    file: str = ""

    def open_on(self, day: date) -> bool:
        begun, ended = self.opened and self.opened > day, self.closed and self.closed < day
        return not (begun or ended)


def schools_to_take(rows: Sequence[SchoolRow], *, file: str, file_sha256: str) -> SchoolList:
    """Of a list of schools, those of the area's districts that are new here or told otherwise."""
    told = frozenset(name for row in rows for name, value in vars(row).items() if value)
    districts = set(Area.objects.values_list("code", flat=True)) | {""} if rows else set()
    held = {school.urn: school for school in School.objects.filter(urn__in=[row.urn for row in rows])}
    wanted = [row for row in rows if row.district_code in districts and _differs(row, held, told)]
    return SchoolList(wanted, file, file_sha256, told)


def _differs(row: SchoolRow, held: dict[str, School], told: frozenset[str]) -> bool:
    school = held.get(row.urn)
    return school is None or any(getattr(school, name) != getattr(row, name) for name in told)


def schools(
    *, words: str = "", district: str = "", phase: str = "", on: date | None = None
) -> list[SchoolCard]:
    """The schools held, by name; with `on`, those that were open on the day or have no days."""
    found = School.objects.all()
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(town__icontains=word) | Q(urn=word))
    if district:
        found = found.filter(district_code=district)
    if phase:
        found = found.filter(phase=phase)
    if on:
        found = found.filter(Q(opened=None) | Q(opened__lte=on), Q(closed=None) | Q(closed__gte=on))
    return _cards(found)


def school(urn: str) -> SchoolCard:
    """One school; errors: NotFound."""
    found = _cards(School.objects.filter(urn=urn))
    if not found:
        raise NotFound
    return found[0]


def school_phases() -> list[str]:
    phases = School.objects.exclude(phase="").order_by("phase").values_list("phase", flat=True)
    return list(phases.distinct())


def school_districts() -> list[tuple[str, str]]:
    """The code and name of every district that has a school."""
    rows = School.objects.exclude(district_code="").order_by("district_name")
    return list(rows.values_list("district_code", "district_name").distinct())


def _cards(found: QuerySet[School]) -> list[SchoolCard]:
    names = (*SchoolRow.__dataclass_fields__, "file")
    return [SchoolCard(**{name: getattr(one, name) for name in names}) for one in found]
