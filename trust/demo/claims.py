"""What a plan says that the last one achieved: each claim with what the published figures can bear out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from trust.foundation.directory.queries import setting
from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.queries import indicator, movement, series_of

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
    """The county’s figure then and now, as known on a day, and whether the two differ by more than chance."""
    if "indicator" not in claim:
        return NOTHING
    card = indicator(claim["indicator"])
    known = [one for one in series_of(card.code, areas=(setting().county,), as_of=as_of) if one.said]
    before = next(one for one in known if one.period == claim["since"])
    moved = movement(card, [before, known[-1]])
    unit = card.unit if card.unit == "%" else f" {card.unit}"
    then, now = (f"{one.said}{unit} in {one.period}" for one in (before, known[-1]))
    return f"{card.plain_title}: {then}, {now}. {BORNE_OUT[moved] if moved else 'We cannot test the change.'}"
