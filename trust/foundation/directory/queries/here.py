from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import DateField, Func, Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from trust.foundation.directory.models import (
    Area,
    Calendar,
    LoadedPack,
    Organisation,
    PostcodePrefix,
    Succession,
)
from trust.foundation.directory.rules import ChosenDay
from trust.foundation.directory.words import Evidence, PlaceKind
from trust.foundation.kernel.once import asked_once
from trust.foundation.kernel.postcodes import prefixes, tidy_postcode
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import Span, london_day


@dataclass(frozen=True)
class InstallationCalendar:
    today: date
    demonstration: bool


@dataclass(frozen=True)
class AreaSetting:
    """The names and words of the area; neutral ones until an area is loaded."""

    key: str = ""
    county: str = ""
    area_name: str = "this area"
    trust_name: str = "Children’s Trust"
    board_name: str = "Children’s Trust Board"
    local_partnership_word: str = "Local Children’s Partnership"
    local_partnerships_word: str = "Local Children’s Partnerships"
    outside_sentence: str = "is outside this area"
    chosen_days: tuple[ChosenDay, ...] = ()
    contact: Mapping[str, str] = MappingProxyType({})
    sources: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class OrganisationCard:
    id: UUID
    key: str
    name: str
    kind: str
    sector: str
    legal_capacity: bool
    host: str
    span: Span
    place: str
    source: str
    invented: bool
    note: str


@dataclass(frozen=True)
class Place:
    code: str
    name: str
    kind: str
    vintage: str


@dataclass(frozen=True)
class PostcodeAnswer:
    postcode: str
    place: Place
    in_area: bool


@asked_once
def calendar() -> InstallationCalendar:
    """The installation's day, by the same database function that every constraint and report uses."""
    london = Func(function="trust_today", output_field=DateField())
    return InstallationCalendar(
        **Calendar.objects.aggregate(
            today=Coalesce(Max("today"), london), demonstration=Coalesce(BoolOr("demonstration"), False)
        )
    )


@asked_once
def setting() -> AreaSetting:
    """The area's names and words, as they were loaded last."""
    pack = LoadedPack.objects.order_by("-loaded_at").first()
    return read_setting(pack.setting) if pack else AreaSetting()


def read_setting(kept: Mapping[str, Any]) -> AreaSetting:
    real = london_day(timezone.now())
    days = tuple(
        ChosenDay(date.fromisoformat(day) if day else real, text) for day, text in kept["chosen_days"]
    )
    return AreaSetting(**{**kept, "chosen_days": days})


def standing(on: date) -> Q:
    """That `on` is one of the days from `first` to `last`."""
    return Q(first__lte=on) & (Q(last=None) | Q(last__gte=on))


@asked_once
def organisations(*, on: date) -> list[OrganisationCard]:
    return [card(one) for one in with_hosts().filter(standing(on)).order_by("name")]


def every_organisation() -> list[OrganisationCard]:
    """Every organisation that there is or was, by name."""
    return [card(one) for one in with_hosts().order_by("name")]


def organisation(wanted: UUID) -> OrganisationCard:
    return one_card(with_hosts().filter(id=wanted))


def organisation_by_key(key: str) -> OrganisationCard:
    return one_card(with_hosts().filter(key=key))


def organisation_called(text: str) -> OrganisationCard | None:
    """The organisation with this key, or with this name whatever the capitals and apostrophes."""
    plain = text.strip().replace("'", "’")
    found = with_hosts().filter(Q(key=plain) | Q(name__iexact=plain)).first()
    return card(found) if found else None


def organisation_ids() -> dict[str, UUID]:
    """Every organisation's identifier by its key, for loaders."""
    return dict(Organisation.objects.values_list("key", "id"))


def predecessors(of: UUID) -> list[OrganisationCard]:
    earlier = Succession.objects.filter(successor=of).values("predecessor")
    return [card(one) for one in with_hosts().filter(id__in=earlier).order_by("name")]


def followed() -> dict[UUID, list[UUID]]:
    """Those whose place each organisation took, one after another and the nearest first; in one query."""
    pairs = list(Succession.objects.values_list("successor", "predecessor"))
    nearest: dict[UUID, list[UUID]] = {later: [] for later, _ in pairs}
    for later, earlier in pairs:
        nearest[later].append(earlier)
    return {later: _chain(later, nearest) for later in nearest}


def _chain(of: UUID, nearest: dict[UUID, list[UUID]]) -> list[UUID]:
    found: list[UUID] = []
    ahead = list(nearest[of])
    while ahead:
        one = ahead.pop(0)
        if one != of and one not in found:
            found.append(one)
            ahead += nearest.get(one, [])
    return found


def with_hosts() -> QuerySet[Organisation]:
    return Organisation.objects.select_related("host")


def one_card(found: QuerySet[Organisation]) -> OrganisationCard:
    one = found.first()
    if one is None:
        raise NotFound
    return card(one)


def card(one: Organisation) -> OrganisationCard:
    return OrganisationCard(
        id=one.id,
        key=one.key,
        name=one.name,
        kind=one.kind,
        sector=one.sector,
        legal_capacity=one.legal_capacity,
        host=one.host.name if one.host else "",
        span=Span(one.first, one.last),
        place=one.place_code,
        source=one.source,
        invented=one.evidence == Evidence.INVENTED,
        note=one.note,
    )


@asked_once
def districts(*, on: date) -> list[Place]:
    """The districts of the area on the day, by name."""
    found = Area.objects.filter(standing(on), in_area=True, kind=PlaceKind.DISTRICT).order_by("name")
    return [as_place(area) for area in found]


@asked_once
def place(code: str) -> Place:
    """The place with this code, as its boundaries stood last."""
    return as_place(latest(code))


def latest(code: str) -> Area:
    area = Area.objects.filter(code=code).order_by("-first").first()
    if area is None:
        raise NotFound
    return area


def as_place(area: Area) -> Place:
    return Place(area.code, area.name, area.kind, area.vintage)


def find_postcode(text: str) -> PostcodeAnswer:
    """The place that a postcode is in, by the longest beginning held; a sentence when it is not ours."""
    postcode = tidy_postcode(text)
    held = dict(
        PostcodePrefix.objects.filter(prefix__in=prefixes(postcode)).values_list("prefix", "place_code")
    )
    code = next((held[prefix] for prefix in prefixes(postcode) if prefix in held), None)
    words = setting()
    if code is None and " " not in postcode:
        raise Refused(f"Give the whole postcode, such as PO9 1AA: {postcode} is only the first half.")
    if code is None:
        raise Refused(f"We do not know the postcode {postcode}. It may be outside {words.area_name}.")
    area = latest(code)
    if not area.in_area:
        raise Refused(f"{postcode} is in {area.name}, which {words.outside_sentence}.")
    return PostcodeAnswer(postcode, as_place(area), area.in_area)
