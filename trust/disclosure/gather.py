"""The valve: the only module that may see both sides, and only counts pass it, one way."""

from collections.abc import Callable, Iterable

from trust.disclosure.control import SafeFigure, protect
from trust.foundation.kernel.counts import Count

type Offer = Callable[[], Iterable[Count]]


def gather(offers: Iterable[Offer]) -> list[SafeFigure]:
    """Every closed room's counts, each made safe before anything else can hold it."""
    return [protect(count) for offer in offers for count in offer()]
