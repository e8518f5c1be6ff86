"""The Board of a day as facts, put to the rules of that day or of another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from trust.foundation.directory.queries import (
    OrganisationCard,
    districts,
    organisation,
    organisations,
    standing,
)
from trust.foundation.statute.findings import Result
from trust.foundation.statute.law import Law, read_law
from trust.governance.board import rules
from trust.governance.board.models import BodyLink, Membership, SeatRepresents, WrittenMandate
from trust.governance.board.models import Seat as SeatRow
from trust.governance.board.queries.bodies import BodyCard, bodies, the_board
from trust.governance.board.rules import Finding
from trust.governance.board.words import (
    BodyKind,
    Composition,
    LinkKind,
    Owned,
    Party,
    Seat,
    Sitting,
    Structure,
)

LAW = Path(__file__).parents[1] / "law" / "composition.toml"


@cache
def composition_law() -> Law:
    return read_law(LAW)


def board_check(
    on: date, law_on: date | None = None, *, actions: tuple[Owned, ...] | None = None
) -> list[Finding]:
    """The Board of one day judged by the law of that day, or of another; nothing where there was no Board."""
    board = the_board(on)
    if board is None:
        return []
    facts = composition(board, on, actions=actions)
    return rules.check(facts, law=composition_law(), on=law_on or on)


def unmet_by_law(on: date) -> list[Finding]:
    """What the law of the day asks for and the Board of the day lacks."""
    return [one for one in board_check(on) if one.by_law and one.result is Result.MISSING]


def composition(board: BodyCard, on: date, *, actions: tuple[Owned, ...] | None = None) -> Composition:
    held = organisations(on=on)
    tree = bodies(on)
    parties = Parties(held)
    watchers = [one.id for one in tree if one.kind is BodyKind.SAFEGUARDING_BOARD]
    watching = [one for one in sitting_on(watchers, on, parties) if one[1].chair]
    return Composition(
        seats=seats_of(board.id, on, parties),
        partners=tuple(party(one) for one in held),
        safeguarding_chairs=tuple(one for _, one in watching),
        structure=structure(tree, on),
        actions=actions,
    )


class Parties:
    """Organisations by identifier; one that has since ended is looked up when it is met."""

    def __init__(self, standing_now: Sequence[OrganisationCard]) -> None:
        self.held = {one.id: party(one) for one in standing_now}

    def __getitem__(self, wanted: UUID) -> Party:
        if wanted not in self.held:
            self.held[wanted] = party(organisation(wanted))
        return self.held[wanted]


def party(one: OrganisationCard) -> Party:
    return Party(one.key, one.name, one.kind)


def seats_of(board: UUID, on: date, parties: Parties) -> tuple[Seat, ...]:
    rows = SeatRow.objects.filter(standing(on), body=board).order_by("name")
    members: Mapping[UUID, list[Sitting]] = grouped(sitting_on([board], on, parties))
    pairs = SeatRepresents.objects.filter(seat__in=rows).values_list("seat", "organisation")
    represents = grouped([(seat, parties[one]) for seat, one in pairs])
    return tuple(
        Seat(row.name, frozenset(row.rules), tuple(represents[row.id]), tuple(members[row.id]))
        for row in rows
    )


def sitting_on(boards: Sequence[UUID], on: date, parties: Parties) -> list[tuple[UUID, Sitting]]:
    """Who sits on these bodies on the day, each with the seat."""
    rows = Membership.objects.filter(standing(on), seat__body__in=boards).order_by("first", "person")
    letters = WrittenMandate.objects.filter(membership__in=rows).values_list("membership", "organisation")
    written = grouped([(member, parties[one]) for member, one in letters])
    return [(row.seat_id, sitting(row, tuple(written[row.id]), parties)) for row in rows]


def sitting(row: Membership, mandates_from: tuple[Party, ...], parties: Parties) -> Sitting:
    return Sitting(
        person=row.person,
        post=row.post,
        employer=parties[row.organisation_id] if row.organisation_id else None,
        since=row.first,
        mandate=row.mandate,
        document=row.mandate_document,
        mandates_from=mandates_from,
        deputy=row.deputy,
        chosen_by=row.chosen_by,
        reports_back=row.reports_back,
        chair=row.chair,
    )


def grouped[T](pairs: Sequence[tuple[UUID, T]]) -> defaultdict[UUID, list[T]]:
    found: defaultdict[UUID, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def structure(tree: Sequence[BodyCard], on: date) -> tuple[Structure, ...]:
    """The family tree of the day, as the rules see it."""
    links = BodyLink.objects.filter(standing(on), kind=LinkKind.ACCOUNTABLE_TO).select_related("to")
    answers = grouped([(one.body_id, one.to.name if one.to else one.to_words) for one in links])
    names = {place.code: place.name for place in districts(on=on)}
    return tuple(
        Structure(
            one.name,
            one.kind,
            one.apex,
            one.independent,
            tuple(answers[one.id]),
            names.get(one.place, one.place),
        )
        for one in tree
    )
