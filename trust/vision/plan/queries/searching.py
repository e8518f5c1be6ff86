"""What a plan promised about one thing, by the words in it; and the next few promises of each priority."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trust.vision.outcomes.queries import IndicatorCard, cards
from trust.vision.plan.formats import PublishedAction, PublishedPlan, PublishedPriority
from trust.vision.plan.queries.milestones import steps_of
from trust.vision.plan.rules.milestones import Step

type Found = tuple[PublishedPriority, PublishedAction]
# From so many letters on a word is looked for without its ending; below `SHORTEST` it finds nothing alone.
LONG, SHORTEST = 6, 4


@dataclass(frozen=True)
class About:
    """The promises about some words, in the plan’s order; `whole` where each has all of the words."""

    found: list[Found]
    whole: bool


def promises_about(plan: PublishedPlan, words: str, on: date) -> About:
    """The promises with all of these words in them, their steps or their priority, or else with some.

    A long word is looked for without its ending: who asks about pregnancy finds who became pregnant.
    """
    asked, told = [_root(word) for word in words.casefold().split()], _told(plan, on)
    has_all = [found for found, text in told if all(word in text for word in asked)]
    some = [word for word in asked if len(word) >= SHORTEST]
    return About(
        has_all or [found for found, text in told if any(word in text for word in some)], bool(has_all)
    )


def _root(word: str) -> str:
    """
    >>> _root("pregnancy"), _root("excluded"), _root("bus")
    ('pregna', 'exclu', 'bus')
    """
    return word[: max(LONG - 1, len(word) - 3)] if len(word) >= LONG else word


def _told(plan: PublishedPlan, on: date) -> list[tuple[Found, str]]:
    """Each promise, and all that is said of it by a day, its milestones and its measures’ figures as well."""
    promised = [(priority, action) for priority in plan.priorities for action in priority.actions]
    steps = steps_of([action.id for _, action in promised], on)
    known = cards({one.indicator for priority in plan.priorities for one in priority.measures})
    of_priority = {one.id: _said(one, known) for one in plan.priorities}
    return [
        (found, f"{_of_action(found[1], steps.get(found[1].id, ()))} {of_priority[found[0].id]}")
        for found in promised
    ]


def _of_action(action: PublishedAction, steps: Sequence[Step]) -> str:
    told = (action.what, action.how_we_will_know, action.owner, action.partners, action.milestones)
    return " ".join((*told, *(one.what for one in steps))).casefold()


def _said(priority: PublishedPriority, known: Mapping[str, IndicatorCard]) -> str:
    figures = [known[one.indicator] for one in priority.measures if one.indicator in known]
    told = [priority.title, priority.aim_for_all, priority.aim_for_group]
    told += [one.title for one in priority.measures] + [one.title for one in figures]
    return " ".join(told).casefold()


def only(found: Sequence[Found]) -> list[PublishedPriority]:
    """The priorities of these promises, with these alone in them."""
    kept = {priority.id: priority for priority, _ in found}
    return [
        replace(one, actions=tuple(action for priority, action in found if priority.id == key))
        for key, one in kept.items()
    ]


def next_few(plan: PublishedPlan, on: date, most: int) -> list[PublishedPriority]:
    """Every priority with the promises that fall due next, or the last that did."""
    return [replace(one, actions=_next(one.actions, on, most)) for one in plan.priorities]


def _next(actions: tuple[PublishedAction, ...], on: date, most: int) -> tuple[PublishedAction, ...]:
    coming = next((n for n, action in enumerate(actions) if action.due >= on), len(actions))
    first = max(0, min(coming, len(actions) - most))
    return actions[first : first + most]
