"""What partners put into a plan as of a day, by partner and treatment, with no pledge counted twice."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from trust.foundation.design.charts import Chart
from trust.foundation.design.charts.stacks import Stack, stacked_bars
from trust.vision.plan.formats import PublishedPlan, PublishedPledge
from trust.vision.plan.models import Pledge
from trust.vision.plan.rules.commitments import (
    TREATMENTS,
    Commitment,
    PartnerPuts,
    in_a_sentence,
    once_each,
)
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
    )


def _of_others(homes: dict[UUID, str], on: date) -> Iterable[Commitment]:
    rows = Pledge.objects.filter(pk__in=homes, agreed_on__lte=on).select_related("partner") if homes else ()
    for row in rows:
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
        )


def drawn_commitments(rows: Sequence[PartnerPuts], every: Iterable[Commitment]) -> Chart:
    stacks = [Stack(row.partner, row.money, row.kinds) for row in rows]
    parts = [treatment.value for treatment in TREATMENTS]
    return stacked_bars(stacks, parts, title="What each partner puts in", description=in_a_sentence(every))
