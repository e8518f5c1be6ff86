"""Carrying figures from one drawing of the boundaries to another: counts first, and only where it is honest.

A count moves whole where areas stayed or merged, and the answer is exact. It is shared out by population
where an area was split, and the answer is an estimate. Rates are worked out from the counts, last.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.rounding import half_up
from trust.vision.outcomes.rules.figures import Figure
from trust.vision.outcomes.words import Mark, Method

WHOLE = 1.0
# Behind these places there is only what shares such as a third of three leave, and no part of a child.
DUST = 9
# What orders or sums up the places of one set of boundaries, and what is no longer there in its parts.
MISLEADING = {
    "rank": "A rank orders the areas of one set of boundaries. It cannot be carried to another.",
    "decile": "A tenth (decile) orders the areas of one set of boundaries. It cannot be carried to another.",
    "score": "A score of deprivation is made for one set of boundaries. It cannot be carried to another.",
    "index": "An index is made for one set of boundaries. It cannot be carried to another.",
    "median": "A median of a whole cannot be worked out from the medians of its parts.",
    "average": "An average of a whole cannot be worked out from the averages of its parts.",
    "mean": "An average of a whole cannot be worked out from the averages of its parts.",
}
NO_COUNTS = "This is published as a rate without its counts. Adding or sharing out rates would mislead."


@dataclass(frozen=True)
class Part:
    """How much of a source goes to a target; `share` is none where nobody has published enough to say."""

    source: str
    target: str
    share: float | None = WHOLE


@dataclass(frozen=True)
class Converted:
    """One place's figure on other boundaries: exact, an estimate, or a sentence that says why not."""

    area: str
    figure: Figure | None
    estimated: bool = False
    sentence: str = ""


def check_can_be_carried(*, title: str, unit: str, method: Method, figures: Iterable[Figure]) -> None:
    """Errors: Refused, with a sentence, for a measure that no other boundaries can have."""
    words = re.findall(r"[a-z]+", f"{unit} {title}".casefold())
    if method is Method.NONE:
        misleading = next((MISLEADING[word] for word in words if word in MISLEADING), NO_COUNTS)
        raise Refused(misleading)
    if not any(figure.tally for figure in figures):
        raise Refused(NO_COUNTS)


def chained(first: Sequence[Part], second: Sequence[Part]) -> list[Part]:
    """Two steps as one: a share of a share, added up where several ways lead to one target.

    >>> chained([Part("a", "b", 0.5), Part("a", "c", 0.5)], [Part("b", "d"), Part("c", "d")])
    [Part(source='a', target='d', share=1.0)]
    """
    onward: dict[str, list[Part]] = {}
    for part in second:
        onward.setdefault(part.source, []).append(part)
    found: dict[tuple[str, str], float | None] = {}
    for before in first:
        for after in onward.get(before.target, ()):
            way = (before.source, after.target)
            found[way] = _added(found.get(way, 0.0), _times(before.share, after.share))
    return [Part(source, target, share) for (source, target), share in found.items()]


def _added(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _times(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one * other


def converted(
    figures: Mapping[str, Figure], parts: Sequence[Part], *, areas: Sequence[str]
) -> list[Converted]:
    """Each area's figure of one period, from the figures of the areas that it was made of.

    Unit: counts of children, rounded half up once, at the end. Errors of an estimate are not known: a share
    supposes that these children live as all children do.
    """
    by_target: dict[str, list[Part]] = {}
    for part in parts:
        by_target.setdefault(part.target, []).append(part)
    return [_one(area, by_target.get(area, []), figures) for area in areas]


def _one(area: str, parts: Sequence[Part], figures: Mapping[str, Figure]) -> Converted:
    if not parts:
        return Converted(area, None, sentence="Our lookups do not say what this area was made of.")
    if any(part.share is None for part in parts):
        return Converted(
            area, None, sentence="It was drawn in a way that nobody can compare with the old one."
        )
    found = [figures[part.source] for part in parts if part.source in figures]
    if len(found) < len(parts):
        return Converted(area, None, sentence="A part of it has no figure.")
    if len(parts) == 1 and parts[0].share == WHOLE:
        return Converted(area, replace(found[0], area=area))
    return _of_counts(area, parts, found)


def _of_counts(area: str, parts: Sequence[Part], found: Sequence[Figure]) -> Converted:
    tallies = [figure.tally for figure in found if not figure.mark.is_absence]
    known = [tally for tally in tallies if tally]
    if len(known) < len(parts):
        return Converted(area, replace(_bare(found, area), mark=absence_of(found)))
    shares = [part.share or 0.0 for part in parts]
    estimated = any(round(share, DUST) != WHOLE for share in shares)
    mark = Mark.ESTIMATED if estimated else _mark_of(found)
    count = sum(tally.count * share for tally, share in zip(known, shares, strict=True))
    out_of = sum(tally.out_of * share for tally, share in zip(known, shares, strict=True))
    numerator, denominator = (int(half_up(round(amount, DUST))) for amount in (count, out_of))
    figure = replace(_bare(found, area), numerator=numerator, denominator=denominator, mark=mark)
    return Converted(area, figure, estimated)


def _bare(found: Sequence[Figure], area: str) -> Figure:
    return replace(
        found[0], area=area, numerator=None, denominator=None, value=None, lower=None, upper=None,
        known_on=max(figure.known_on for figure in found),
        source="; ".join(sorted({figure.source for figure in found})),
    )  # fmt: skip


def _mark_of(found: Sequence[Figure]) -> Mark:
    marks = {figure.mark for figure in found}
    return marks.pop() if len(marks) == 1 else Mark.ESTIMATED


def absence_of(found: Sequence[Figure]) -> Mark:
    """Why a whole has no figure: withheld if nothing but withheld parts is missing, else not available."""
    reasons = {figure.mark for figure in found if figure.mark.is_absence}
    return Mark.WITHHELD if reasons == {Mark.WITHHELD} else Mark.NOT_AVAILABLE
