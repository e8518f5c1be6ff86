"""What partners put into a plan as of a day, by partner and treatment, with no pledge counted twice."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from trust.foundation.design.charts import Chart
from trust.foundation.design.charts.stacks import Stack, stacked_bars
from trust.foundation.directory.queries import organisations
from trust.vision.plan.formats import PublishedPlan, PublishedPledge
from trust.vision.plan.models import Pledge
from trust.vision.plan.rules.commitments import (
    TREATMENTS,
    Commitment,
    PartnerPuts,
    in_a_sentence,
    once_each,
    puts,
)
from trust.vision.plan.rules.two_ways import COLLEGES, SCHOOLS, TwoWays, two_ways
from trust.vision.plan.words import Countable, Given, Recurrence, Treatment


def commitments(plan: PublishedPlan, on: date) -> list[Commitment]:
    """The plan’s own pledges agreed by a day, and those of other plans that count in it, each once."""
    own = [_own(pledge) for one in plan.priorities for pledge in one.pledges if pledge.agreed_on <= on]
    counted = {
        one.id: one.from_title for one in plan.counted if one.thing == Countable.PLEDGE and not one.ended
    }
    return once_each([*_of_others(counted, on), *own])


def _own(pledge: PublishedPledge) -> Commitment:
    return Commitment(
        id=pledge.id,
        partner=pledge.partner,
        what=pledge.what,
        given=Given(pledge.given),
        amount=pledge.amount,
        treatment=Treatment(pledge.treatment),
        every_year=pledge.recurrence == Recurrence.EVERY_YEAR,
        invented=pledge.invented,
        receiver=pledge.receiver,
    )


def _of_others(homes: dict[UUID, str], on: date) -> Iterable[Commitment]:
    found = Pledge.objects.filter(pk__in=homes, agreed_on__lte=on)
    for row in found.select_related("partner", "to_partner") if homes else ():
        yield Commitment(
            id=row.pk,
            partner=row.partner.name,
            what=row.what,
            given=Given(row.given),
            amount=row.amount,
            treatment=Treatment(row.treatment),
            every_year=row.recurrence == Recurrence.EVERY_YEAR,
            invented=row.invented,
            home=homes[row.pk],
            receiver=row.to_partner.name if row.to_partner else row.receiver,
        )


def drawn_commitments(rows: Sequence[PartnerPuts], every: Iterable[Commitment]) -> Chart:
    stacks = [Stack(row.partner, row.money, row.kinds) for row in rows]
    parts = [treatment.value for treatment in TREATMENTS]
    return stacked_bars(stacks, parts, title="What each partner puts in", description=in_a_sentence(every))


def both_ways(every: Iterable[Commitment], on: date) -> TwoWays:
    """What schools and colleges give and are given, in one query."""
    schools = frozenset(one.name for one in organisations(on=on) if one.kind in SCHOOLS | COLLEGES)
    return two_ways(every, schools=schools)


def drawn_ways(ways: TwoWays) -> Chart:
    """Two bars: what schools and colleges give, and what they are given."""
    sides = (("Schools and colleges give", ways.gives), ("Schools and colleges are given", ways.gets))
    rows = [puts(name, list(given)) for name, given in sides]
    parts = [treatment.value for treatment in TREATMENTS]
    stacks = [Stack(row.partner, row.money, row.kinds) for row in rows]
    return stacked_bars(stacks, parts, title="Pledges go two ways", description=ways.sentence)
