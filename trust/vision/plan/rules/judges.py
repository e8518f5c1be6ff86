"""How each rule of completeness is judged: the facts of a plan on a day in, a verdict with reasons out."""

from collections.abc import Callable, Sequence
from datetime import date

from trust.foundation.kernel.english import counted, listed, number, opened
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.findings import Result, Verdict
from trust.foundation.statute.law import Provision
from trust.vision.plan.rules.facts import AlignmentFact, PlanFacts, PriorityFact
from trust.vision.plan.words import AlignedWith, Part

POLICIES = (Part.COMMISSIONING, Part.POOLING, Part.PROCESSES, Part.WORKFORCE)
AUDIENCES = {
    "children": "children and young people",
    "parents": "parents and carers",
    "safeguarding-board": "the safeguarding children board",
    "partners": "every partner",
    "schools": "schools",
    "schools-forum": "the Schools Forum",
    "dioceses": "the Church of England and Roman Catholic dioceses",
    "voluntary": "the voluntary sector",
}

type Judge = Callable[[PlanFacts, Provision], Verdict]


def met(*who: str) -> Verdict:
    return Verdict(Result.MET, who)


def missing(wrong: str, *who: str) -> Verdict:
    return Verdict(Result.MISSING, who, wrong)


def period(plan: PlanFacts, provision: Provision) -> Verdict:
    years = provision.values.get("years")
    said = f"{in_words(plan.first)} to {in_words(plan.last)}"
    if years and plan.last != three_years_on(plan.first, years):
        return missing(f"It runs from {said}. The regulations asked for {years} years.")
    return met(said)


def three_years_on(first: date, years: int) -> date:
    """The last day of so many years that begin on a day.

    >>> three_years_on(date(2009, 4, 1), 3)
    datetime.date(2012, 3, 31)
    """
    return date.fromordinal(first.replace(year=first.year + years).toordinal() - 1)


def vision(plan: PlanFacts, provision: Provision) -> Verdict:
    stated = plan.stated(Part.VISION)
    if stated is None:
        return missing("No vision is written.")
    return met() if stated.adopted else missing("A vision is written, and no decision adopted it.")


def five_outcomes(plan: PlanFacts, provision: Provision) -> Verdict:
    served = {outcome for priority in plan.priorities for outcome in priority.outcomes}
    left = [outcome for outcome in plan.outcomes if outcome not in served]
    return missing(f"No priority serves {listed(left, 'or')}.", *left) if left else met()


def each_priority(plan: PlanFacts, lacks: Callable[[PriorityFact], str]) -> Verdict:
    """Every priority has it; nothing can be said of a plan with none."""
    if not plan.priorities:
        return missing("The plan has no priority.")
    short = [f"{priority.title}: {why}" for priority in plan.priorities if (why := lacks(priority))]
    if not short:
        return met(*(priority.title for priority in plan.priorities))
    if len(plan.priorities) == 1:
        return missing("Its one priority lacks it.", *short)
    of_all = opened(f"{number(len(short))} of {counted(len(plan.priorities), 'priority', 'priorities')}")
    return missing(f"{of_all} {'lacks' if len(short) == 1 else 'lack'} it.", *short)


def need_and_voice(plan: PlanFacts, provision: Provision) -> Verdict:
    def lacks(priority: PriorityFact) -> str:
        gone = [word for word, held in (("need", priority.needs), ("voice", priority.voices)) if not held]
        return f"no finding of {listed(gone, 'or')}" if gone else ""

    return each_priority(plan, lacks)


def owned_actions(plan: PlanFacts, provision: Provision) -> Verdict:
    actions = [action for priority in plan.priorities for action in priority.actions]
    actions += plan.counted
    if not actions:
        return missing("The plan has no action.")
    wrong = [
        action.what for action in actions if not (action.owner and action.due and action.owner_is_partner)
    ]
    if wrong:
        return missing(opened(f"{counted(len(wrong), 'action')} without a partner or a day."), *wrong)
    return met(counted(len(actions), "action"))


def both_aims(plan: PlanFacts, provision: Provision) -> Verdict:
    def lacks(priority: PriorityFact) -> str:
        parts = {
            "an aim for all": priority.aim_for_all,
            "an aim for those doing worst": priority.aim_for_group,
            "a group": priority.group,
            "whom it is compared with": priority.comparator,
            "a measure": priority.measures,
        }
        gone = [name for name, held in parts.items() if not held]
        return f"no {listed(gone, 'or')}".replace("no an", "no").replace("no a ", "no ") if gone else ""

    return each_priority(plan, lacks)


def measured(plan: PlanFacts, provision: Provision) -> Verdict:
    def lacks(priority: PriorityFact) -> str:
        whole = [m for m in priority.measures if m.has_baseline and m.has_target and m.has_date]
        return "" if whole else "no measure with a baseline, a target and a date"

    return each_priority(plan, lacks)


def says(*parts: Part) -> Judge:
    """Each of these statements has been written."""

    def judge(plan: PlanFacts, provision: Provision) -> Verdict:
        gone = [part.label for part in parts if not plan.stated(part)]
        if gone:
            return missing(f"Not written: {listed(gone)}.", *gone)
        return met(*(part.label for part in parts))

    return judge


def committed(plan: PlanFacts, provision: Provision) -> Verdict:
    if not plan.partners:
        return Verdict(Result.CANNOT_TELL, wrong="We hold no partner on this day.")
    gone = [partner.name for partner in plan.partners if not partner.committed]
    if gone:
        return missing(f"{of_all(gone, plan)} published neither a commitment nor a reason.", *gone)
    return met(*(partner.name for partner in plan.partners))


def of_all(gone: Sequence[str], plan: PlanFacts) -> str:
    return f"{len(gone)} of {len(plan.partners)} partners"


def consulted(plan: PlanFacts, provision: Provision) -> Verdict:
    gone = [AUDIENCES[name] for name in provision.values["audiences"] if name not in plan.heard]
    if gone:
        return missing(f"No consultation reached {listed(gone, 'or')}.", *gone)
    return met(*(AUDIENCES[name] for name in provision.values["audiences"]))


def linked(plan: PlanFacts, provision: Provision) -> Verdict:
    """It is linked, whether or not either side has changed since."""
    kinds = [AlignedWith(kind) for kind in provision.values["kinds"]]
    found = [one for one in plan.alignments if one.aligned_with in kinds]
    if not found:
        return missing(f"None is linked: {listed([kind.label for kind in kinds])}.")
    return met(*(one.title for one in found))


def aligned(plan: PlanFacts, provision: Provision) -> Verdict:
    """It is linked, and neither side has changed since."""
    verdict = linked(plan, provision)
    if verdict.result is not Result.MET:
        return verdict
    found = [one for one in plan.alignments if one.aligned_with in provision.values["kinds"]]
    stale = [f"{one.title}: {one.stale_because}" for one in found if one.stale_because]
    if len(stale) == len(found):
        return missing("What is linked is out of date.", *stale)
    return met(*(one.title for one in found if not one.stale_because))


def targets_served(plan: PlanFacts, provision: Provision) -> Verdict:
    verdict = linked(plan, provision)
    if verdict.result is not Result.MET:
        return verdict
    found = [one for one in plan.alignments if one.aligned_with is AlignedWith.AREA_AGREEMENT]
    left = [target for one in found for target in one.unserved]
    if left:
        return missing(opened(f"{counted(len(left), 'target')} with no priority."), *left)
    if not sum(one.targets for one in found):
        return missing("The agreement is linked, and none of its targets for children is named.")
    return met(*(one.title for one in found))


def groups_covered(plan: PlanFacts, provision: Provision) -> Verdict:
    gone = [group for group in provision.values["groups"] if group not in plan.groups]
    if gone:
        return missing(f"Nothing is said of {counted(len(gone), 'group')}.", *gone)
    return met(*provision.values["groups"])


def signed(plan: PlanFacts, provision: Provision) -> Verdict:
    wrong = [] if plan.agreed_by_board else ["the Board has not agreed it"]
    unsigned = [partner.name for partner in plan.partners if not partner.signed]
    if unsigned:
        wrong.append(f"{of_all(unsigned, plan)} have neither signed nor said why")
    half = [one.title for one in unjoined(plan)]
    if half:
        wrong.append("the authority and health have not both signed a linked commissioning plan")
    if wrong:
        return missing(opened(f"{listed(wrong)}."), *unsigned, *half)
    return met(*(partner.name for partner in plan.partners))


def unjoined(plan: PlanFacts) -> list[AlignmentFact]:
    """Linked commissioning plans that the authority and health have not both signed."""
    joint = {partner.name for partner in plan.partners if partner.joint_signer}
    plans = [one for one in plan.alignments if one.aligned_with is AlignedWith.COMMISSIONING_PLAN]
    return [one for one in plans if joint - set(one.signed_by)]


def published(plan: PlanFacts, provision: Provision) -> Verdict:
    if plan.published_on is None:
        return Verdict(Result.DOES_NOT_APPLY, wrong="It is not published yet: publishing meets this.")
    return met(f"published on {in_words(plan.published_on)}")


def reviewed(plan: PlanFacts, provision: Provision) -> Verdict:
    """A review within a year of publication, and each year after, up to the plan's end."""
    if plan.published_on is None:
        return Verdict(Result.DOES_NOT_APPLY, wrong="It is not published yet.")
    last, until = plan.published_on, min(plan.on, plan.last)
    for review in sorted(plan.reviews, key=lambda one: one.published_on):
        if review.published_on > a_year_after(last):
            return missing(f"No review was published by {in_words(a_year_after(last))}.")
        last = review.published_on
    if a_year_after(last) < until:
        return missing(f"A review was due by {in_words(a_year_after(last))}.")
    if not plan.reviews:
        return Verdict(Result.DOES_NOT_APPLY, wrong=f"The first is due by {in_words(a_year_after(last))}.")
    return met(*(in_words(review.published_on) for review in plan.reviews))


def a_year_after(day: date) -> date:
    """
    >>> a_year_after(date(2008, 2, 29))
    datetime.date(2009, 2, 28)
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def says_how_to_speak(plan: PlanFacts, provision: Provision) -> Verdict:
    if not plan.reviews:
        return Verdict(Result.DOES_NOT_APPLY, wrong="No review is published yet.")
    silent = [review for review in plan.reviews if not review.says_how_to_speak]
    if silent:
        days = listed([in_words(review.published_on) for review in silent])
        return missing(f"The review of {days} does not say how the public can speak.")
    return met(*(in_words(review.published_on) for review in plan.reviews))


def poverty(plan: PlanFacts, provision: Provision) -> Verdict:
    if not plan.is_poverty_strategy:
        return Verdict(Result.DOES_NOT_APPLY, wrong="This plan does not stand as the child poverty strategy.")
    return linked(plan, provision)


JUDGES: dict[str, Judge] = {
    "C01": period,
    "C02": vision,
    "C03": five_outcomes,
    "C04": linked,
    "C05": need_and_voice,
    "C06": owned_actions,
    "C07": says(Part.ARRANGEMENTS),
    "C08": committed,
    "C09": says(Part.PERFORMANCE),
    "C10": consulted,
    "C11": aligned,
    "C12": targets_served,
    "C13": linked,
    "C14": aligned,
    "C15": says(*POLICIES),
    "C16": both_aims,
    "C17": groups_covered,
    "C18": signed,
    "C19": published,
    "C20": reviewed,
    "C21": says_how_to_speak,
    "C22": measured,
    "C23": poverty,
    "C24": says(Part.PREVENTION),
    "C25": says(Part.SAFEGUARDING),
}
