"""A plan as large as a county could have: ten years of it, five plans at once. All of it is invented.

Written straight into the tables by the owner of the database, in bulk: only ever into a copy.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Model

from trust.foundation.directory.models import Organisation
from trust.foundation.directory.queries import setting
from trust.strategy.needs.models import Finding
from trust.vision.outcomes.words import Outcome
from trust.vision.participation.models import Voice
from trust.vision.plan import models, queries
from trust.vision.plan.formats import hash_of, write
from trust.vision.plan.formats.review import write_review
from trust.vision.plan.queries.reviewing import as_it_stands
from trust.vision.plan.words import Given, MeasureKind, Recurrence, Stage, Standing, Treatment

TODAY = date(2010, 6, 8)
FIRST_YEAR = 2000
OTHER_KINDS = ("child-poverty", "14-19", "play", "workforce")
BY = "Benchmark"
WORDS = (
    "Open a clinic for young people in the evening, where they can be seen without an appointment, and ask"
    " them each term whether it is the right place and the right time"
)


@dataclass(frozen=True)
class Size:
    """How much of everything there is when all is written; an action is asked about `asked` times."""

    priorities: int
    actions: int
    local_plans: int
    rows: int
    asked: int
    years: int

    @property
    def quarters(self) -> list[date]:
        """The first days of all the quarters, oldest first: the last is the last that is over."""
        last = TODAY.year * 4 + (TODAY.month - 1) // 3 - 1
        return [date(n // 4, n % 4 * 3 + 1, 1) for n in range(last - self.years * 4 + 1, last + 1)]


COUNTY = Size(priorities=30, actions=2_000, local_plans=40, rows=25, asked=10, years=10)


def keep[M: Model](rows: Iterable[M]) -> list[M]:
    """Insert all of these as the owner, who alone may write so many at once."""
    found = list(rows)
    if not found:
        return []
    return type(found[0])._default_manager.using("owner").bulk_create(found, batch_size=2_000)


def at(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def written(day: date = date(2009, 4, 1)) -> dict[str, object]:
    return {"by": BY, "at": at(day)}


def ends(quarter: date) -> date:
    """The day on which partners are asked about a quarter: the first after it."""
    return date(quarter.year + quarter.month // 10, (quarter.month + 2) % 12 + 1, 1)


def grow(size: Size, indicators: Sequence[str]) -> models.Plan:
    """Make the county’s plan as large as this, with all that was said of it, and publish it."""
    plan = queries.plan_on(TODAY)
    if plan is None:
        raise RuntimeError("There is no plan to make larger: load the demonstration first.")
    owners = list(Organisation.objects.filter(last=None).order_by("key"))
    priorities = keep(models.Priority(plan=plan, **written()) for _ in range(size.priorities - held(plan)))
    keep(_words_of(priorities))
    keep(_cited(priorities))
    keep(_measures(priorities, owners, indicators))
    keep(_pledges(priorities, owners))
    actions = _promise(size.actions, priorities, owners)
    _follow(size, plan, actions)
    _others(plan, actions)
    publish(plan)
    _review(plan, size.years)
    return plan


def held(plan: models.Plan) -> int:
    return models.Priority.objects.filter(plan=plan).count()


def _words_of(priorities: Sequence[models.Priority]) -> Iterator[models.PriorityEdition]:
    for number, priority in enumerate(priorities, start=4):
        for edition in (1, 2):
            yield models.PriorityEdition(
                priority=priority, edition=edition, number=number,
                title=f"Priority {number}: children here are heard and helped early",
                aim_for_all="Every child and young person has somebody to turn to, near home and in time.",
                group="children who are looked after", comparator="all children of the county",
                aim_for_group="The gap between them and all children is halved.",
                outcomes=[list(Outcome)[number % 5]], invented=True, **written(),
            )  # fmt: skip


def _cited(priorities: Sequence[models.Priority]) -> Iterator[models.FindingLink]:
    needs = list(Finding.objects.values_list("pk", flat=True)[:3])
    voices = list(Voice.objects.values_list("pk", flat=True)[:2])
    for priority in priorities:
        yield from (models.FindingLink(priority=priority, need_id=key, **written()) for key in needs)
        yield from (models.FindingLink(priority=priority, voice_id=key, **written()) for key in voices)


def _measures(
    priorities: Sequence[models.Priority], owners: Sequence[Organisation], indicators: Sequence[str]
) -> Iterator[models.Measure]:
    """Two of children and one of a service under each priority."""
    for n in range(3 * len(priorities)):
        yield models.Measure(
            priority=priorities[n // 3], kind=MeasureKind.SERVICE if n % 3 == 2 else MeasureKind.POPULATION,
            title=f"Measure {n} of how children do", indicator=indicators[n % len(indicators)],
            about=setting().area_name, areas=[setting().county], owner=owners[n % len(owners)],
            baseline_period="1999", baseline=Decimal(40), target_period="2012", target=Decimal(60),
            tolerance=Decimal(2), invented=True, **written(),
        )  # fmt: skip


def _pledges(
    priorities: Sequence[models.Priority], owners: Sequence[Organisation]
) -> Iterator[models.Pledge]:
    for n in range(10 * len(priorities)):
        yield models.Pledge(
            priority=priorities[n // 10], partner=owners[n % len(owners)], what=f"Two workers, {n}",
            given=Given.MONEY, amount=Decimal(10_000 + n), agreed_by="An invented post",
            agreed_on=date(2009, 4, 1), treatment=Treatment.ALIGNED, power="Children Act 2004, section 10",
            recurrence=Recurrence.EVERY_YEAR, invented=True, **written(),
        )  # fmt: skip


@dataclass(frozen=True)
class Made:
    """An action with its owner and its place among all."""

    n: int
    action: models.Action
    owner: Organisation


def _promise(
    number: int, priorities: Sequence[models.Priority], owners: Sequence[Organisation]
) -> list[Made]:
    """Actions, a third of them the county council’s; each was worded twice and has a step on its way."""
    county = next(one for one in owners if one.key == "hampshire-county-council")
    actions = keep(
        models.Action(priority=priorities[n % len(priorities)], **written()) for n in range(number)
    )
    made = [Made(n, one, owners[n // 3 % len(owners)] if n % 3 else county) for n, one in enumerate(actions)]
    keep(_action_words(one, edition) for one in made for edition in (1, 2))
    keep(
        models.Milestone(action=one.action, on=date(2010, 9, 1), what=f"Half of it, {one.n}", **written())
        for one in made
    )
    return made


def _action_words(one: Made, edition: int) -> models.ActionEdition:
    return models.ActionEdition(
        action=one.action, edition=edition, what=f"{WORDS}: {one.n}", owner=one.owner,
        due=date(2009, 6, 1) + timedelta(days=one.n % 900),
        how_we_will_know="Young people say so in the autumn survey, and nine in ten come back.",
        partners="Schools, general practices and the youth service", invented=True, **written(),
    )  # fmt: skip


def _follow(size: Size, plan: models.Plan, actions: Sequence[Made]) -> None:
    """Every quarter its round: the owners are asked about what is under way, and answer."""
    quarters = size.quarters
    askings = keep(
        models.Asking(quarter=day, on=ends(day), **written(ends(day)))
        for day in quarters
        if not models.Asking.objects.filter(quarter=day).exists()
    )
    begins = max(1, len(askings) - size.asked + 1)
    rounds = {
        asking: [one for one in actions if 0 <= place - one.n % begins < size.asked]
        for place, asking in enumerate(askings)
    }
    for asking, asked in rounds.items():
        _one_round(plan, asking, asked)


def _one_round(plan: models.Plan, asking: models.Asking, asked: Sequence[Made]) -> None:
    day = asking.on
    owners = {one.owner.pk: one.owner for one in asked}
    requests = {
        key: models.UpdateRequest(
            asking=asking, organisation=owner, post="Lead", address="lead@partner.example", **written(day)
        )
        for key, owner in owners.items()
    }
    keep(requests.values())
    keep(
        models.UpdateLink(
            request=one, token_hash=hash_of(str(one.pk)), last_day=day + timedelta(days=28), **written(day)
        )
        for one in requests.values()
    )
    items = keep(
        models.AskedItem(request=requests[one.owner.pk], plan=plan, action=one.action, **written(day))
        for one in asked
    )
    said = keep(_report(one, day + timedelta(days=one.n % 28)) for one in asked)
    keep(
        models.ItemAnswer(item=item, report=report, invented=True, by=BY, at=report.at)
        for item, report in zip(items, said, strict=True)
    )


def _report(one: Made, day: date) -> models.Report:
    standing = list(Standing)[one.n % 4] if one.n % 5 else Standing.DONE
    return models.Report(
        action=one.action, said_on=day, standing=standing, invented=True, **written(day),
        words="The clinic opened in Havant and in Gosport, and 41 young people came in the first month.",
    )  # fmt: skip


def _others(county: models.Plan, actions: Sequence[Made]) -> None:
    """Four more plans at once: each counts a tenth of the county’s actions, and has its own stage."""
    plans = keep(
        models.Plan(
            kind=kind, title=f"An invented {kind} plan", first=county.first, last=county.last, **written()
        )
        for kind in OTHER_KINDS
    )
    keep(
        models.PlanStep(plan=plan, number=1, stage=Stage.DRAFT, on=county.first, **written())
        for plan in plans
    )
    keep(
        models.Counts(plan=plan, action=one.action, **written())
        for number, plan in enumerate(plans)
        for one in actions[number::10]
    )


def publish(plan: models.Plan) -> None:
    """A version each quarter since the plan began, all as long as the newest."""
    whole = queries.draft(plan).plan
    last = models.PlanVersion.objects.filter(plan=plan).count()
    for n, day in enumerate((date(2009, 10, 1), date(2010, 1, 1), date(2010, 4, 1)), start=last + 1):
        text = write(replace(whole, title=f"{whole.title}, {n}"))
        keep([_version(plan.pk, n, day, text)])


def _version(plan: UUID, number: int, day: date, text: str) -> models.PlanVersion:
    facts = {"published_on": day, "why": "More was promised", "snapshot": text, "sha256": hash_of(text)}
    return models.PlanVersion(plan_id=plan, number=number, **facts, **written(day))


def _review(plan: models.Plan, years: int) -> None:
    """A review that is being written, and one of each year before it as it was published."""
    drafted = keep([models.Review(plan=plan, year_ending=date(2010, 12, 31), **written(TODAY))])
    whole = as_it_stands(drafted[0], TODAY)
    for year in range(TODAY.year - years, TODAY.year):
        ending, out = date(year, 12, 31), date(year + 1, 4, 1)
        (review,) = keep([models.Review(plan=plan, year_ending=ending, **written(out))])
        text = write_review(replace(whole, year_ending=ending))
        facts = {"why": "The year is over", "snapshot": text, "sha256": hash_of(text), "published_on": out}
        keep([models.ReviewVersion(review=review, number=1, **facts, **written(out))])
