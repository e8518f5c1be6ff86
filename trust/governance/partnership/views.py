from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.register import Confidence, instrument
from trust.governance.partnership.queries import Partner, partners

SURE = {
    Confidence.HIGH: "",
    Confidence.MEDIUM: "We are fairly sure of this: check it before relying on it.",
    Confidence.LOW: "We have not been able to verify this.",
}


@dataclass(frozen=True)
class Line:
    """One partner as the page shows it."""

    name: str
    kind: str
    powers: tuple[str, ...]
    host: str
    says: str
    law: str
    since: str
    how_sure: str


@page(needs="public")
def list_partners(request: Asked) -> HttpResponse:
    """Who is a partner on the day looked at, and what the law makes of each."""
    found = partners(on=request.day)
    return render(
        request,
        "partnership/partners.html",
        {
            "day": in_words(request.day),
            "trust_name": setting().trust_name,
            "bound": [as_line(one) for one in found if one.capability.duty_to_cooperate],
            "invited": [as_line(one) for one in found if not one.capability.duty_to_cooperate],
        },
    )


def as_line(partner: Partner) -> Line:
    one, law = partner.organisation, partner.capability
    return Line(
        name=one.name,
        kind=law.name,
        powers=powers(partner),
        host=one.host,
        says=law.says,
        law=f"{instrument(law.source).short}, {law.basis}",
        since=in_words(law.span.first),
        how_sure=SURE[law.confidence],
    )


def powers(partner: Partner) -> tuple[str, ...]:
    """What the partner must and may do, in short words."""
    law = partner.capability
    said = (
        (law.board_seat_required, "must be spoken for on the Board"),
        (law.may_pool_s10, "may pool money"),
        (law.must_have_regard, "must have regard to guidance"),
        (not partner.organisation.legal_capacity, "has no legal capacity of its own"),
    )
    return tuple(words for holds, words in said if holds)
