"""Every school and college of the area, with what it gives and what it is given, as of a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import districts, organisations, schools
from trust.vision.plan.models import SignedFor
from trust.vision.plan.rules.by_school import BothWays, School, by_school, every_school, is_college
from trust.vision.plan.rules.commitments import Commitment
from trust.vision.plan.rules.two_ways import COLLEGES, SCHOOLS


def each_school(commitments: Iterable[Commitment], on: date) -> list[BothWays]:
    """By name, in three queries however many there are."""
    return by_school(every_school(_of_directory(on), _of_register(on)), commitments)


def _of_directory(on: date) -> Iterator[School]:
    places = {one.code: one.name for one in districts(on=on)}
    for one in organisations(on=on):
        if one.kind in SCHOOLS | COLLEGES:
            where = places.get(one.place, "")
            yield School(one.name, "", where, one.kind in COLLEGES, one.invented)


def _of_register(on: date) -> Iterator[School]:
    for one in schools(on=on):
        where = ", ".join(dict.fromkeys(filter(None, (one.town, one.district_name))))
        yield School(one.name, one.urn, where, is_college(one.kind, one.phase))


def signed_for_by_number(plan: UUID, numbers: Iterable[str], on: date) -> dict[str, UUID]:
    """What a representative signed for each of these schools, by number; without those nobody signed for."""
    rows = SignedFor.objects.filter(
        signature__plan=plan, signature__replaced_by=None, signature__signed_on__lte=on
    )
    return dict(rows.filter(key__in=list(numbers)).values_list("key", "pk"))
