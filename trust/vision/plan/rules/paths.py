"""Whether a measure’s path can be one of its figure: its size, its periods, what was published."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from trust.foundation.kernel.english import exactly
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.rounding import half_up
from trust.vision.outcomes.words import Method
from trust.vision.plan.rules.naming import FigureFact
from trust.vision.plan.rules.promises import Aimed
from trust.vision.plan.rules.yearly import out_of_place

WHOLE = Decimal(100)
FAR_OFF = "say in the unit of the figure how far off is at risk and not yet off track."


@dataclass(frozen=True)
class Basis:
    """A figure as a measure may rest on it: how it is made, and what was published for its places."""

    name: str
    method: Method = Method.NONE
    published: Mapping[str, Decimal | None] = field(default_factory=dict)

    def faults(self, path: Aimed) -> Iterator[tuple[str, str]]:
        """What cannot be, by the name of the part that says it."""
        for part, value in (("baseline", path.baseline), ("target", path.target)):
            yield from ((part, sentence) for sentence in self._size(part, value))
        for part, period in (
            ("baseline_period", path.baseline_period),
            ("target_period", path.target_period),
        ):
            yield from ((part, sentence) for sentence in self._kind(period))
        misplaced = list(out_of_place(path.yearly_targets, path.baseline_period, path.target_period))
        yield from (("yearly_targets", sentence) for sentence in (*misplaced, *self._yearly(path)))
        if path.tolerance is not None and path.tolerance < 0:
            yield "tolerance", f"A tolerance is nought or more: {FAR_OFF}"
        if path.tolerance is None and not misplaced and path.touches_nought:
            yield "tolerance", f"A path that touches nought needs a tolerance: {FAR_OFF}"

    def _yearly(self, path: Aimed) -> Iterator[str]:
        for period, value in path.yearly_targets:
            yield from self._size(f"target for {period}", value)
            yield from self._kind(period)

    def check(self, path: Aimed) -> None:
        """Errors: Refused with everything that cannot be."""
        wrong = [sentence for _, sentence in self.faults(path)]
        if wrong:
            raise Refused(" ".join(wrong))

    def _size(self, part: str, value: Decimal) -> Iterator[str]:
        if self.method is not Method.NONE and value < 0:
            yield f"“{self.name}” is never below nought: the {part} cannot be {exactly(value)}."
        if self.method is Method.PROPORTION and value > WHOLE:
            yield f"“{self.name}” is a share and never above 100: the {part} cannot be {exactly(value)}."

    def _kind(self, period: str) -> Iterator[str]:
        kinds = {_shape(one) for one in self.published}
        if kinds and _shape(period) not in kinds:
            like = list(self.published)[-1]
            yield f"“{self.name}” is published for periods such as {like}: write “{period}” in the same way."

    def taken(self, period: str, typed: Decimal | None, *, own: bool) -> Decimal:
        """The baseline to keep: what was typed, or what was published; errors: Refused where they differ."""
        held = self.published.get(period)
        if typed is None:
            if held is None:
                raise Refused(f"We hold no figure for {period}: write the baseline.")
            return half_up(held, 1)
        differs = self.differs(period, typed)
        if differs and not own:
            raise Refused(f"{differs} Write the published figure, or tick that partners agreed yours.")
        return typed

    def differs(self, period: str, typed: Decimal) -> str:
        """A sentence where another figure was published, to as many places as were typed; else nothing."""
        held = self.published.get(period)
        if held is None or held.quantize(typed, ROUND_HALF_UP) == typed:
            return ""
        return (
            f"{exactly(half_up(held, 1))} was published for {period}, and the baseline says {exactly(typed)}."
        )

    @property
    def nothing_held(self) -> str:
        """What is told where nobody could see how the measure goes; nothing where we hold figures."""
        if self.published:
            return ""
        return f"We hold no figure of “{self.name}” for these places, so its path shows none until one comes."


type Bases = Callable[[FigureFact, tuple[str, ...]], Basis]


def no_basis(figure: FigureFact, areas: tuple[str, ...]) -> Basis:
    """A figure of which nothing is held, wherever it is asked for."""
    return Basis(figure.plain_title, figure.method)


def _shape(period: str) -> str:
    """
    >>> _shape("2008/09")
    '0000/00'
    """
    return re.sub(r"\d", "0", period.strip())
