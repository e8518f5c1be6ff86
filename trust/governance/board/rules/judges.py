"""How each rule is judged: the facts of a Board on one day in, a verdict with its reasons out."""

from collections.abc import Callable, Sequence

from trust.foundation.kernel.english import listed, number
from trust.foundation.statute.findings import Result, Verdict
from trust.foundation.statute.law import Provision
from trust.governance.board.words import BodyKind, Composition, Party, Seat, Sitting

type Judge = Callable[[Composition, Provision], Verdict]


def judge(rule: str, provision: Provision) -> Judge:
    """How this rule is judged: in its own way, by who sits in a seat, or by who speaks for whom."""
    if rule in OWN_WAY:
        return OWN_WAY[rule]
    return seated if "seat" in provision.values else represented


def speaks_for(seat: Seat, member: Sitting, party: Party) -> bool:
    return party == member.employer or party in member.mandates_from or party in seat.represents


def speakers(board: Composition, party: Party) -> list[str]:
    return [one.name for seat in board.seats for one in seat.sitting if speaks_for(seat, one, party)]


def represented(board: Composition, provision: Provision) -> Verdict:
    """Each of these kinds, or some, has somebody who speaks for it; one may speak for several (12A(5))."""
    parties = board.of_kinds(provision.values["kinds"])
    if not parties:
        return none_held(provision)
    speaking = {party: speakers(board, party) for party in parties}
    who = tuple(dict.fromkeys(name for names in speaking.values() for name in names))
    unheard = [party.name for party, names in speaking.items() if not names]
    if unheard and (provision.values["reach"] == "each" or not who):
        return Verdict(Result.MISSING, who, nobody_for(unheard, len(parties)))
    return Verdict(Result.MET, who)


def none_held(provision: Provision) -> Verdict:
    if provision.values.get("if_none") == "does-not-apply":
        return Verdict(Result.DOES_NOT_APPLY, wrong="We hold none in this area on this day.")
    return Verdict(Result.CANNOT_TELL, wrong="We hold none on this day, so we cannot say who should sit.")


def nobody_for(unheard: Sequence[str], of: int) -> str:
    names = listed(unheard, "or")
    if of == len(unheard):
        return f"Nobody speaks for {names}."
    there = of - len(unheard)
    return f"{number(there).capitalize()} of {number(of)} are there. Nobody speaks for {names}."


def seated(board: Composition, provision: Provision) -> Verdict:
    """Somebody sits in a seat that is meant for them."""
    seats = [seat for seat in board.seats if provision.values["seat"] in seat.answers]
    if not seats:
        return Verdict(Result.MISSING, wrong="There is no seat for them.")
    who = tuple(one.name for seat in seats for one in seat.sitting)
    return Verdict(Result.MET, who) if who else Verdict(Result.MISSING, wrong="The seat is empty.")


def written_mandates(board: Composition, provision: Provision) -> Verdict:
    """Each that another speaks for has put it in writing; one that speaks for itself needs no letter."""
    parties = board.of_kinds(provision.values["kinds"])
    spoken_for = [party for party in parties if speakers(board, party) and not has_own_member(board, party)]
    if not spoken_for:
        return Verdict(Result.DOES_NOT_APPLY, wrong="None is spoken for by another on this day.")
    written = {party for one in board.members for party in one.mandates_from}
    silent = [party.name for party in spoken_for if party not in written]
    if silent:
        return Verdict(
            Result.MISSING, wrong=f"No written mandate from {listed(silent, 'or')}: another speaks for them."
        )
    return Verdict(Result.MET, tuple(party.name for party in spoken_for))


def has_own_member(board: Composition, party: Party) -> bool:
    return any(one.employer == party for one in board.members)


def lead_gp(board: Composition, provision: Provision) -> Verdict:
    """The seat is filled and the primary care trust's word for it is on file."""
    sitting = seated(board, with_seat(provision, "B09"))
    if sitting.result is not Result.MET:
        return sitting
    members = [one for seat in board.seats if "B09" in seat.answers for one in seat.sitting]
    asked = any(party.kind in provision.values["consulted"] for one in members for party in one.mandates_from)
    if asked:
        return sitting
    return Verdict(
        Result.MISSING, sitting.who, "No letter shows that the primary care trust was asked about the choice."
    )


def with_seat(provision: Provision, seat: str) -> Provision:
    return Provision(**{**vars(provision), "values": {**provision.values, "seat": seat}})


def chosen_openly(board: Composition, provision: Provision) -> Verdict:
    """Members from schools and colleges: how they were chosen and how they report back are on file."""
    kinds = set(provision.values["kinds"])
    members = {one.person: one for one in board.members if one.employer and one.employer.kind in kinds}
    if not members:
        return Verdict(Result.CANNOT_TELL, wrong="No member comes from a school or college.")
    unknown = [one.name for one in members.values() if not (one.chosen_by and one.reports_back)]
    if unknown:
        return Verdict(
            Result.MISSING, wrong=f"Not on file how they were chosen and report back: {listed(unknown)}."
        )
    return Verdict(Result.MET, tuple(one.name for one in members.values()))


def on_file(board: Composition, provision: Provision) -> Verdict:
    """Every member has a mandate, an employer, a start date and a deputy."""
    members = board.members
    if not members:
        return Verdict(Result.CANNOT_TELL, wrong="We hold no member on this day.")
    gaps = (
        ("no mandate on file", [one.person for one in members if not one.mandate]),
        ("no employer on file", [one.person for one in members if not one.employer]),
        ("no start date on file", [one.person for one in members if not one.since]),
        ("no deputy named", [one.person for one in members if not one.deputy]),
    )
    said = [f"{number(len(who)).capitalize()} of {number(len(members))}: {gap}." for gap, who in gaps if who]
    who = tuple(f"{gap.capitalize()}: {listed(names)}" for gap, names in gaps if names)
    return Verdict(Result.MISSING, who, " ".join(said)) if said else Verdict(Result.MET, ("Every member",))


def independent_chair(board: Composition, provision: Provision) -> Verdict:
    chairs = board.safeguarding_chairs
    if not chairs:
        return Verdict(Result.CANNOT_TELL, wrong="We hold no chair of the safeguarding board on this day.")
    who = tuple(one.name for one in chairs)
    if any(one.employer and one.employer.kind == "local_authority" for one in chairs):
        return Verdict(Result.MISSING, who, "The chair works for the council.")
    if any(not one.employer and "independent" not in one.post.lower() for one in chairs):
        return Verdict(Result.CANNOT_TELL, who, "Nothing on file says whom the chair works for.")
    return Verdict(Result.MET, who)


def answers_to_somebody(board: Composition, provision: Provision) -> Verdict:
    """G01: every body that stands below another says which."""
    below = [one for one in board.structure if one.stands_below]
    loose = [one.name for one in below if not one.answers_to]
    if not below:
        return Verdict(Result.DOES_NOT_APPLY, wrong="There is no other body on this day.")
    if loose:
        return Verdict(Result.MISSING, wrong=f"Nothing says whom they answer to: {listed(loose)}.")
    return Verdict(Result.MET, (f"{len(below)} bodies",))


def steering_groups(board: Composition, provision: Provision) -> Verdict:
    """G02: a district with more than one local partnership has a steering group."""
    local = [one.district for one in board.structure if one.kind is BodyKind.LOCAL_PARTNERSHIP]
    steered = {one.district for one in board.structure if one.kind is BodyKind.STEERING_GROUP}
    several = sorted({district for district in local if district and local.count(district) > 1})
    if not several:
        return Verdict(Result.DOES_NOT_APPLY, wrong="No district has more than one on this day.")
    without = [district for district in several if district not in steered]
    if without:
        return Verdict(Result.MISSING, wrong=f"No steering group in {listed(without, 'or')}.")
    return Verdict(Result.MET, tuple(several))


def owned_by_partners(board: Composition, provision: Provision) -> Verdict:
    """G06: every action is owned by a partner organisation, never by a body or by nobody."""
    if board.actions is None:
        return Verdict(Result.DOES_NOT_APPLY, wrong="No actions were given to this check.")
    bodies = {kind.value for kind in BodyKind}
    wrong = [f"“{one.title}” ({one.owner or 'nobody'})" for one in board.actions if one.kind in {"", *bodies}]
    if wrong:
        return Verdict(Result.MISSING, wrong=f"No partner owns {listed(wrong, 'or')}.")
    return Verdict(Result.MET, tuple(dict.fromkeys(one.owner for one in board.actions)))


OWN_WAY: dict[str, Judge] = {
    "B02m": written_mandates,
    "B09": lead_gp,
    "B12m": chosen_openly,
    "B23": on_file,
    "B24": independent_chair,
    "G01": answers_to_somebody,
    "G02": steering_groups,
    "G06": owned_by_partners,
}
