"""What a plan says that the last one achieved: each claim with what the published figures can bear out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from trust.foundation.directory.queries import setting
from trust.foundation.kernel.time import in_words as day_in_words
from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.queries import indicator, movement, series_of
from trust.vision.plan.queries import newest_version, plans_on, the_plan

NOTHING = "No evidence held."
BORNE_OUT = {
    Direction.BETTER: "That is better, by more than chance would explain.",
    Direction.WORSE: "That is worse, by more than chance would explain.",
    Direction.NO_CLEAR_CHANGE: "The change could be chance.",
}


def in_words(claims: Iterable[dict[str, Any]], *, as_of: date) -> str:
    """Every claim in a paragraph of its own, with its evidence under it."""
    rows = [f"{n}. {one['says']}.\n{evidence(one, as_of=as_of)}" for n, one in enumerate(claims, 1)]
    return "\n\n".join(rows)


def evidence(claim: dict[str, Any], *, as_of: date) -> str:
    """What bears a claim out, as known on a day: a published plan, or the figure then and now."""
    if "plan" in claim:
        return plan_published(claim["plan"], as_of=as_of)
    return figures(claim, as_of=as_of) if "indicator" in claim else NOTHING


def plan_published(kind: str, *, as_of: date) -> str:
    """The newest plan of a kind that the public could read on a day."""
    of_kind = [one.id for one in plans_on(as_of) if the_plan(one.id).kind == kind]
    found = [live for key in of_kind if (live := newest_version(key, as_of))]
    newest = max(found, key=lambda live: live.published_on, default=None)
    return f"{newest.plan.title}, published on {day_in_words(newest.published_on)}." if newest else NOTHING


def figures(claim: dict[str, Any], *, as_of: date) -> str:
    """The county’s figure then and now, and whether the two differ by more than chance."""
    card = indicator(claim["indicator"])
    known = [one for one in series_of(card.code, areas=(setting().county,), as_of=as_of) if one.said]
    before = next(one for one in known if one.period == claim["since"])
    moved = movement(card, [before, known[-1]])
    unit = card.unit if card.unit == "%" else f" {card.unit}"
    then, now = (f"{one.said}{unit} in {one.period}" for one in (before, known[-1]))
    return f"{card.plain_title}: {then}, {now}. {BORNE_OUT[moved] if moved else 'We cannot test the change.'}"
